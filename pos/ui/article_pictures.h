// The pictures that an article can be given without a file: what bakeries, laundries and salons
// sell.
#pragma once

#include <string>
#include <vector>

#include "core/ui/office/page.h"

namespace tilia::pos {

// With the article's own picture in front where it is none of them.
[[nodiscard]] std::vector<ui::Choice> article_pictures(const std::string& own);

}  // namespace tilia::pos
