// When somebody is free, day by day, of what she has said: her week, the calendar that holds
// instead of it, and single days.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "payroll/shifts/roster.h"

namespace tilia::payroll {

// Of one day. Nothing: at any time; an empty list: not at all.
using FreeTimes = std::optional<std::vector<DayWindow>>;

[[nodiscard]] FreeTimes free_on(const PersonalLimits& said, const Day& day);
[[nodiscard]] inline bool is_never(const FreeTimes& times) { return times && times->empty(); }

// As people write them: "08:00-12:00, 13:00-24:00", or "-" for none. Nothing: it is not that.
[[nodiscard]] std::optional<std::vector<DayWindow>> parse_windows(std::string_view text);
[[nodiscard]] std::string windows_text(const std::vector<DayWindow>& windows);

[[nodiscard]] FreeTimes in_both(const FreeTimes& a, const FreeTimes& b);
// Whether there is a day, single days apart, on which `now` leaves her free and `before` does not.
[[nodiscard]] bool ever_freer(const PersonalLimits& before, const PersonalLimits& now);

}  // namespace tilia::payroll
