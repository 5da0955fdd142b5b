#include "payroll/hours/planned_shift.h"

#include <fmt/format.h>

#include <charconv>

namespace tilia::payroll {
namespace {

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::optional<ClockSpan> span_in(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = whole(text.substr(0, dash));
  const auto to = whole(text.substr(dash + 1));
  if (!from || !to || *to <= *from) return std::nullopt;
  return ClockSpan{*from, *to};
}

}  // namespace

std::string_view time_kind_text(TimeKind kind) {
  return kind == TimeKind::work ? "work" : "learning";
}

std::optional<TimeKind> parse_time_kind(std::string_view text) {
  if (text == "work") return TimeKind::work;
  if (text == "learning") return TimeKind::learning;
  return std::nullopt;
}

Instant instant_of(const Day& day, int minute, const Zone& zone) {
  return zone.at(day.plus_days(minute / minutes_a_day), minute % minutes_a_day);
}

std::string clock_spans_text(const std::vector<ClockSpan>& spans) {
  std::string text;
  for (const ClockSpan& span : spans)
    text += fmt::format("{}{}-{}", text.empty() ? "" : " ", span.from_minute, span.to_minute);
  return text;
}

std::optional<std::vector<ClockSpan>> parse_clock_spans(std::string_view text) {
  std::vector<ClockSpan> spans;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const auto span = span_in(text.substr(0, blank));
    if (!span) return std::nullopt;
    spans.push_back(*span);
    text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
  }
  return spans;
}

}  // namespace tilia::payroll
