// Tags for consigned pieces, one below the other on a strip: what it is, what it costs, the maker's
// number, and the barcode that every till finds it by. No name of anybody.
#pragma once

#include <cstdint>

#include "pos/article.h"
#include "pos/consignment/consignment.h"
#include "pos/paper_head.h"

namespace tilia::pos {

inline constexpr std::int64_t most_tags = 200;

[[nodiscard]] Strip maker_tags_strip(const ConsignedArticle& consigned, const Article& article,
                                     std::int64_t count, const Words& words);

}  // namespace tilia::pos
