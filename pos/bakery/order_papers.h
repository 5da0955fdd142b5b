// The bakery's papers: a slip that the customer keeps, with the number under which her order is
// found, and the bake sheet.
#pragma once

#include "core/phrase.h"
#include "core/strip.h"
#include "pos/article.h"
#include "pos/bakery/bake_sheet.h"
#include "pos/bakery/keep_orders.h"
#include "pos/receipt.h"

namespace tilia::pos {

[[nodiscard]] Strip order_strip(const DueOrder& due, const std::vector<Article>& articles,
                                const PaperHead& head, const Words& words);
// With the rule by which the usual was worked out: whoever bakes can check it.
[[nodiscard]] Strip bake_sheet_strip(const BakeSheet& sheet, const std::string& till,
                                     const PaperHead& head, const Words& words);

}  // namespace tilia::pos
