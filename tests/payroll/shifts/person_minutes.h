// One person's time as an array with an element for each elapsed minute of the roster and two weeks
// before and after, as the oracle looks at it. Days are counted from a Monday, so that day / 7 is
// the week; minutes by their place in the array.
#pragma once

#include <vector>

#include "core/zone.h"
#include "payroll/shifts/roster.h"

namespace tilia::payroll::tests {

enum class Doing : unsigned char { free, work, on_break, elsewhere };

struct Minute {
  int day;     // on the wall clock, as is
  int of_day;  // 0 … 1439
  Doing doing = Doing::free;
};

struct TimedShift {
  const Shift* shift;
  bool ours;
  int from;  // minutes by place
  int to;
  int day;                  // on which it begins
  std::vector<bool> works;  // each of its minutes: no break
};

[[nodiscard]] int day_number(const Day& day);
[[nodiscard]] Day day_of_number(int number);
[[nodiscard]] inline int weekday_of(int day) { return day % 7; }
[[nodiscard]] inline int week_of(int day) { return day / 7; }

class PersonMinutes {
 public:
  // Her shifts are in the roster's list and elsewhere; at least one.
  PersonMinutes(const RosterWorker& worker, const std::vector<Shift>& roster, const Zone& zone);

  [[nodiscard]] const std::vector<TimedShift>& shifts() const { return shifts_; }  // by from, to
  [[nodiscard]] int size() const { return static_cast<int>(minutes_.size()); }
  [[nodiscard]] const Minute& at(int place) const {
    return minutes_.at(static_cast<std::size_t>(place));
  }
  [[nodiscard]] bool present(int place) const { return at(place).doing != Doing::free; }
  [[nodiscard]] int place(const Instant& instant) const;
  [[nodiscard]] Instant instant(int place) const;
  [[nodiscard]] Instant midnight(int day) const { return zone_.at(day_of_number(day), 0); }

  // The work of a shift, as far as its minutes are such that.
  template <class Such>
  [[nodiscard]] int work(const TimedShift& shift, Such such) const {
    int minutes = 0;
    for (int place = shift.from; place < shift.to; ++place)
      if (shift.works.at(static_cast<std::size_t>(place - shift.from)) && such(at(place)))
        ++minutes;
    return minutes;
  }
  [[nodiscard]] int work(const TimedShift& shift) const {
    return work(shift, [](const Minute&) { return true; });
  }

 private:
  void lay_out(const Instant& begin, const Instant& end);
  void add(const Shift& shift, bool ours);

  Zone zone_;
  Instant first_;
  std::vector<Minute> minutes_;
  std::vector<TimedShift> shifts_;
};

}  // namespace tilia::payroll::tests
