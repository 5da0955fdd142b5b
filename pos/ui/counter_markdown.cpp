// What costs less in the evening, by the shop's rule (pos/markdown.h). It holds when the picture is
// tapped: what lies on the tray keeps its price.
#include <algorithm>

#include "pos/ui/counter.h"

namespace tilia::pos {

// Of the drawer's day: after midnight its minutes go on.
std::vector<MarkdownRule> Counter::markdowns_now() const {
  if (rules_.markdowns.empty()) return {};
  constexpr int minutes_of_day = 24 * 60;
  const Instant now = doors_.clock.now();
  const Day day = catalogue_day();
  const Day today = doors_.zone.local_day(now);
  if (today < day) return {};
  const int minute = doors_.zone.local_minute_of_day(now);
  return markdowns_at(rules_.markdowns, today == day ? minute : minutes_of_day + minute);
}

std::optional<int> Counter::marked_down(const Article& article) const {
  const std::vector<MarkdownRule> held = markdowns_now();
  const auto found = std::ranges::find(held, article.page, &MarkdownRule::page);
  return found == held.end() ? std::nullopt : std::optional(found->percent);
}

std::optional<OwnPrice> Counter::price_now(const Article& article) const {
  constexpr std::int64_t millionths_in_percent = 10'000;
  const auto percent = marked_down(article);
  if (!percent) return std::nullopt;
  return PercentOff{Rate::from_millionths(*percent * millionths_in_percent)};
}

Money Counter::price_shown(const Article& article) const {
  const auto price = price_now(article);
  if (!price) return article.price;
  return amount_at(*price, article.price, Quantity::pieces(1)).value_or(article.price);
}

bool Counter::look_at_markdowns() {
  std::vector<MarkdownRule> held = markdowns_now();
  if (held == marked_shown_) return false;
  marked_shown_ = std::move(held);
  return place_ == Place::sale || place_ == Place::find;
}

}  // namespace tilia::pos
