// Somebody's own shifts of a week on a strip of paper, to take home: days, times, where. Of a day
// away it says no more than that she is not here, and of anybody else nothing.
#pragma once

#include <string>
#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "payroll/hours/planned_shift.h"

namespace tilia::payroll {

struct WeekOfShifts {
  std::string alias;
  Day monday;
  std::vector<PlannedShift> shifts;  // hers alone, in order
  std::vector<Day> not_here;
};

// Slips below each other, a rule between to cut along.
[[nodiscard]] Strip shift_slips(const std::vector<WeekOfShifts>& weeks, const Words& words);

}  // namespace tilia::payroll
