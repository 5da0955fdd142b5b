#include "pos/ui/trade_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/decimal_text.h"
#include "core/letters.h"
#include "core/ui/office/typed.h"

namespace tilia::pos {
namespace {

constexpr int minutes_of_hour = 60;
constexpr int minutes_of_day = 24 * minutes_of_hour;
constexpr std::int64_t most = 100'000;

std::string with_plain_dashes(std::string text) {
  constexpr std::string_view dash = "–";
  for (std::size_t at = text.find(dash); at != std::string::npos; at = text.find(dash, at))
    text.replace(at, dash.size(), "-");
  return text;
}

std::optional<DaySpan> typed_span(const std::string& text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string::npos) return std::nullopt;
  const auto from = typed_time(text.substr(0, dash));
  const auto until = typed_time(text.substr(dash + 1));
  if (!from || !until || *from >= *until) return std::nullopt;
  return DaySpan{*from, *until};
}

}  // namespace

std::string time_words(int minute) {
  return fmt::format("{}:{:02}", minute / minutes_of_hour, minute % minutes_of_hour);
}

std::string clock_words(int minute) {
  return minute % minutes_of_hour == 0 ? std::to_string(minute / minutes_of_hour)
                                       : time_words(minute);
}

std::optional<int> typed_time(const std::string& text) {
  // "9.30" is half past nine here, and no nine hours and three tenths.
  std::string plain = ui::trimmed(text);
  std::ranges::replace(plain, '.', ':');
  if (plain.find(',') != std::string::npos) return std::nullopt;
  const auto minute = ui::typed_minutes(plain);
  if (!minute || *minute < 0 || *minute > minutes_of_day) return std::nullopt;
  return minute;
}

std::string spans_words(const DaySpans& spans) {
  std::string words;
  for (const DaySpan& span : spans)
    words += fmt::format("{}{}–{}", words.empty() ? "" : ", ", clock_words(span.from),
                         clock_words(span.until));
  return words;
}

std::optional<DaySpans> typed_spans(const std::string& text) {
  DaySpans spans;
  std::string left = ui::trimmed(with_plain_dashes(text));
  while (!left.empty()) {
    const std::size_t comma = left.find(',');
    const auto span = typed_span(left.substr(0, comma));
    if (!span || (!spans.empty() && spans.back().until >= span->from)) return std::nullopt;
    spans.push_back(*span);
    left = comma == std::string::npos ? std::string() : ui::trimmed(left.substr(comma + 1));
  }
  return spans;
}

Phrase weekday_words(int from_monday) {
  return Phrase(fmt::format("office.weekday.{}", from_monday));
}

std::optional<int> typed_number(const std::string& text) {
  const auto number = parse_decimal(ui::trimmed(text), 0);
  if (!number || number.value() < 0 || number.value() > most) return std::nullopt;
  return static_cast<int>(number.value());
}

Phrase quantity_words(Quantity quantity, Unit unit) {
  return Phrase(unit == Unit::each ? "office.stock.pieces" : "office.stock.kilograms")
      .with("quantity", quantity);
}

std::vector<ui::Choice> article_choices(const std::vector<Article>& articles,
                                        const std::string& chosen, bool each_only) {
  std::vector<const Article*> sorted;
  for (const Article& article : articles) {
    const bool fits = article.on_shelf && (!each_only || article.unit == Unit::each);
    if (fits || article.code == chosen) sorted.push_back(&article);
  }
  std::ranges::sort(sorted, {}, [](const Article* article) { return lower_case(article->name); });
  std::vector<ui::Choice> choices;
  for (const Article* article : sorted) choices.push_back({article->code, article->name});
  return choices;
}

NamedArticle named(const std::vector<Article>& articles, const std::string& code) {
  const auto found = std::ranges::find(articles, code, &Article::code);
  return found == articles.end() ? NamedArticle{code, ""}
                                 : NamedArticle{found->name, found->picture, found->unit};
}

}  // namespace tilia::pos
