// What was baked today costs less in the evening: from a minute of the shop's day on so many
// percent off the articles of a page.
//
//   parse_markdowns("18:00 30 Bread; 18:30 50 Cakes")
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilia::pos {

struct MarkdownRule {
  int minute = 0;  // of the day, from 0:00 on
  int percent = 0;
  std::string page;
  friend bool operator==(const MarkdownRule&, const MarkdownRule&) = default;
};
inline constexpr std::size_t most_markdowns = 10;

// Nothing where one of them is none, two begin at one minute for one page, or there are more.
[[nodiscard]] std::optional<std::vector<MarkdownRule>> parse_markdowns(std::string_view text);
[[nodiscard]] std::string markdowns_text(const std::vector<MarkdownRule>& rules);

// Those that hold; of one page the one that began last. After midnight the minutes of a day that is
// still open go on: ten past is 1450.
[[nodiscard]] std::vector<MarkdownRule> markdowns_at(const std::vector<MarkdownRule>& rules,
                                                     int minute);

}  // namespace tilia::pos
