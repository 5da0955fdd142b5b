// A shift as the office plans it and as its worker sees it: a day, two times of the clock, breaks,
// where. Nobody's is an open shift. The plan says nothing of why.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/minute_of_day.h"
#include "core/zone.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct PlannedShiftTag;
using PlannedShiftId = Id<PlannedShiftTag>;

enum class TimeKind { work, learning };
[[nodiscard]] std::string_view time_kind_text(TimeKind kind);
[[nodiscard]] std::optional<TimeKind> parse_time_kind(std::string_view text);

// Minutes of the day on which the shift begins; beyond 1440 on the next.
struct ClockSpan {
  int from_minute = 0;
  int to_minute = 0;

  friend bool operator==(const ClockSpan&, const ClockSpan&) = default;
};

struct PlannedShift {
  PlannedShiftId id;
  std::optional<WorkerId> worker;
  Day day;
  ClockSpan time;
  std::vector<ClockSpan> breaks;  // in order, within the time, apart from each other
  std::string shop;               // may be empty: the one shop
  std::string station;            // may be empty: any
  TimeKind kind = TimeKind::work;

  friend bool operator==(const PlannedShift&, const PlannedShift&) = default;
};

// The instant of a minute of that day; beyond 1440 of the next.
[[nodiscard]] Instant instant_of(const Day& day, int minute, const Zone& zone);
// "600-630 900-915", and back; nothing for anything else.
[[nodiscard]] std::string clock_spans_text(const std::vector<ClockSpan>& spans);
[[nodiscard]] std::optional<std::vector<ClockSpan>> parse_clock_spans(std::string_view text);

}  // namespace tilia::payroll
