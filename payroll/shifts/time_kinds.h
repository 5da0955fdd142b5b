// Minutes of work told apart as pay wants them: how many of them lie at night, on a Sunday, on a
// public holiday. Minutes are elapsed ones: a night in which the clocks change has an hour more or
// less. Sundays and holidays go from midnight to midnight of the country's clock, so that a shift
// cut in two comes to the same. One minute may be of several kinds.
#pragma once

#include <cstdint>
#include <vector>

#include "payroll/holidays.h"
#include "payroll/shifts/person_time.h"
#include "payroll/shifts/working_time.h"

namespace tilia::payroll {

struct KindMinutes {
  std::int64_t all = 0;
  std::int64_t night = 0;    // of all
  std::int64_t sunday = 0;   // of all
  std::int64_t holiday = 0;  // of all

  KindMinutes& operator+=(const KindMinutes& more);
  friend KindMinutes operator+(KindMinutes a, const KindMinutes& b) { return a += b; }
  friend bool operator==(const KindMinutes&, const KindMinutes&) = default;
};

// Each part from nought to all of them, as minutes that were worked are.
[[nodiscard]] bool holds(const KindMinutes& minutes);

class TimeKinds {
 public:
  // Both outlive it. Without holidays no minute is one's.
  TimeKinds(const WorkingTimeLaw& law, const Holidays* holidays) : law_(law), holidays_(holidays) {}

  [[nodiscard]] KindMinutes of(const Stretch& work) const;
  // Apart from each other.
  [[nodiscard]] KindMinutes of(const std::vector<Stretch>& work) const;

 private:
  const WorkingTimeLaw& law_;
  const Holidays* holidays_;
};

}  // namespace tilia::payroll
