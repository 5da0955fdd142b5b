#include "pos/ui/article_pictures.h"

#include <algorithm>
#include <array>

namespace tilia::pos {

std::vector<ui::Choice> article_pictures(const std::string& own) {
  constexpr std::array<const char*, 54> pictures{
      "🍞",    "🥖", "🥐",   "🥯", "🥨", "🫓", "🥪", "🥙", "🌯",    "🍕",      "🥧",
      "🧁", "🍰",    "🎂",      "🍩",    "🍪",    "🥞", "🧇", "🍫",    "🍬",       "🍯",      "🧀",
      "🥚", "🥛", "☕",      "🍵",    "🧃", "🥤", "💧",    "🍎",    "🍌",       "🍓",      "🍇",
      "🌰",    "🥜", "🥣",   "🍲",    "🥗", "👕",    "👔",    "👖",    "👗",       "🧥",   "🧦",
      "🧺", "🧼", "✂️", "💈",    "💇",    "💅",    "🧴", "🎁",    "🛍️", "🕯️"};
  std::vector<ui::Choice> choices;
  const auto is_own = [&](const char* picture) { return own == picture; };
  if (!own.empty() && std::ranges::none_of(pictures, is_own)) choices.push_back({own, own});
  for (const char* picture : pictures) choices.push_back({picture, std::string(picture)});
  return choices;
}

}  // namespace tilia::pos
