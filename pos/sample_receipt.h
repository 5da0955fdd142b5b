// A receipt as this shop's customers get it, of a sale that never was: the first articles of its
// catalogue, priced and composed as every sale is. For a look before first use.
#pragma once

#include <vector>

#include "core/clock.h"
#include "pos/country_pack.h"
#include "pos/receipt.h"

namespace tilia::pos {

// Without articles yet, one of a shop's own words stands for them.
[[nodiscard]] Strip sample_receipt(const PaperHead& head, const CountryPack& pack,
                                   std::vector<Article> articles, const Zone& zone,
                                   const Instant& at, const Words& words);

}  // namespace tilia::pos
