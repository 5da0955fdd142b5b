// The card of a package, on paper: how often, of what, and the bars by which it is found. No name
// stands on it: whoever has the card has the package.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "pos/article.h"
#include "pos/package.h"
#include "pos/paper_head.h"

namespace tilia::pos {

[[nodiscard]] Strip package_card_strip(const Package& package, const std::vector<Article>& articles,
                                       const PaperHead& head, const std::string& till,
                                       const Words& words);

}  // namespace tilia::pos
