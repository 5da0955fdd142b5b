// How the office writes and reads what salons, bakeries and laundries have in common: times of a
// day, weekdays, articles to choose from.
//
//   typed_spans("9-12, 14-19:30")   -> {540, 720}, {840, 1170}      typed_spans("") -> closed
//   spans_words({{540, 720}})       -> "9–12"
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/page.h"
#include "pos/article.h"
#include "pos/salon/salon.h"

namespace tilia::pos {

[[nodiscard]] std::string clock_words(int minute);  // "9:30", and "9" without minutes
[[nodiscard]] std::string time_words(int minute);   // "9:30", "9:00"
[[nodiscard]] std::optional<int> typed_time(const std::string& text);  // up to 24:00
[[nodiscard]] std::string spans_words(const DaySpans& spans);          // empty: closed
[[nodiscard]] std::optional<DaySpans> typed_spans(const std::string& text);

[[nodiscard]] Phrase weekday_words(int from_monday);
// "3": a whole number that is not below nothing.
[[nodiscard]] std::optional<int> typed_number(const std::string& text);

// "3", "0,300 kg", as the language writes it.
[[nodiscard]] Phrase quantity_words(Quantity quantity, Unit unit);

// By name: those that can be sold, and what is chosen already.
[[nodiscard]] std::vector<ui::Choice> article_choices(const std::vector<Article>& articles,
                                                      const std::string& chosen, bool each_only);
// The article of a code; its code as its name where the catalogue has none.
struct NamedArticle {
  std::string name;
  std::string picture;
  Unit unit = Unit::each;
};
[[nodiscard]] NamedArticle named(const std::vector<Article>& articles, const std::string& code);

}  // namespace tilia::pos
