#include "pos/salon/salon.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/decimal_text.h"

namespace tilia::pos {
namespace {

constexpr std::string_view closed = "closed";
constexpr int minutes_of_day = 24 * 60;

std::string_view without_spaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// "9:00", "09:30", "24:00"
std::optional<int> minute_of(std::string_view text) {
  text = without_spaces(text);
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon < 1 || colon > 2 || text.size() != colon + 3)
    return std::nullopt;
  const auto hours = parse_decimal(text.substr(0, colon), 0);
  const auto minutes = parse_decimal(text.substr(colon + 1), 0);
  if (!hours || !minutes || hours.value() < 0 || minutes.value() < 0 || minutes.value() > 59)
    return std::nullopt;
  const std::int64_t minute = hours.value() * 60 + minutes.value();
  if (minute > minutes_of_day) return std::nullopt;
  return static_cast<int>(minute);
}

std::optional<DaySpan> span_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = minute_of(text.substr(0, dash));
  const auto until = minute_of(text.substr(dash + 1));
  if (!from || !until || *from >= *until) return std::nullopt;
  return DaySpan{*from, *until};
}

}  // namespace

std::string_view column_kind_text(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::person: return "person";
    case ColumnKind::chair: return "chair";
  }
  CHECK(false);
}

std::optional<ColumnKind> parse_column_kind(std::string_view text) {
  for (const ColumnKind kind : {ColumnKind::person, ColumnKind::chair}) {
    if (column_kind_text(kind) == text) return kind;
  }
  return std::nullopt;
}

std::optional<DaySpans> parse_day_spans(std::string_view text) {
  text = without_spaces(text);
  DaySpans spans;
  if (text == closed) return spans;
  while (true) {
    const std::size_t comma = text.find(',');
    const auto span = span_of(text.substr(0, comma));
    if (!span || (!spans.empty() && spans.back().until >= span->from)) return std::nullopt;
    spans.push_back(*span);
    if (comma == std::string_view::npos) return spans;
    text.remove_prefix(comma + 1);
  }
}

std::string day_spans_text(const DaySpans& spans) {
  if (spans.empty()) return std::string(closed);
  std::string text;
  for (const DaySpan& span : spans) {
    text += fmt::format("{}{:02}:{:02}-{:02}:{:02}", text.empty() ? "" : ", ", span.from / 60,
                        span.from % 60, span.until / 60, span.until % 60);
  }
  return text;
}

const SalonColumn* Salon::column(std::string_view code) const {
  const auto found = std::ranges::find(columns, code, &SalonColumn::code);
  return found == columns.end() ? nullptr : &*found;
}

const SalonService* Salon::service(std::string_view article) const {
  const auto found = std::ranges::find(services, article, &SalonService::article);
  return found == services.end() ? nullptr : &*found;
}

DaySpans Salon::spans(std::string_view column, const Day& day) const {
  for (const DatedHours& one : dated) {
    if (one.column == column && one.day == day && one.spans) return *one.spans;
  }
  const auto week = std::ranges::find(hours, column, &HoursOf::column);
  if (week != hours.end())
    return week->week.at(static_cast<std::size_t>(day.weekday_from_monday()));
  return column.empty() ? DaySpans() : spans("", day);
}

}  // namespace tilia::pos
