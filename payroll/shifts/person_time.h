// One person's time as the rules want to look at it: her shifts in order with what of each is work,
// and the stretches between them. In whole minutes since 1970 UTC, half open; local days and
// minutes are those of her country.
#pragma once

#include <cstdint>
#include <vector>

#include "core/zone.h"
#include "payroll/shifts/roster.h"

namespace tilia::payroll {

struct Stretch {
  std::int64_t from = 0;
  std::int64_t to = 0;

  [[nodiscard]] std::int64_t minutes() const { return to > from ? to - from : 0; }
  friend bool operator==(const Stretch&, const Stretch&) = default;
};
[[nodiscard]] Stretch common_part(const Stretch& a, const Stretch& b);
[[nodiscard]] std::int64_t minute_of(const Instant& instant);
[[nodiscard]] Span span_of(const Stretch& stretch);

struct TimeAtWork {
  const Shift* shift = nullptr;
  bool ours = true;
  Stretch presence;
  std::vector<Stretch> work;  // without the breaks
  std::int64_t work_minutes = 0;
  Day day;               // on which it begins
  Day week;              // that day's Monday
  int begin_minute = 0;  // of its day
  int end_minute = 0;    // of its day: beyond 1440 on the next

  [[nodiscard]] std::int64_t break_minutes() const { return presence.minutes() - work_minutes; }
};

class PersonTime {
 public:
  // `ours` are her shifts of the roster.
  PersonTime(const RosterWorker& worker, const std::vector<const Shift*>& ours, const Zone& zone);

  [[nodiscard]] const RosterWorker& worker() const { return *worker_; }
  [[nodiscard]] const Zone& zone() const { return *zone_; }
  [[nodiscard]] const std::vector<TimeAtWork>& all() const { return all_; }  // by begin
  // Without presence, in order; the first and the last reach two weeks beyond her shifts.
  [[nodiscard]] const std::vector<Stretch>& free() const { return free_; }
  [[nodiscard]] Stretch day_stretch(const Day& from, const Day& to) const;
  // Minutes of work between two times of the clock, the second perhaps on the next morning.
  [[nodiscard]] std::int64_t work_between(const TimeAtWork& one, int from_minute,
                                          int to_minute) const;
  // Minutes of work that lie in the stretch.
  [[nodiscard]] static std::int64_t work_in(const TimeAtWork& one, const Stretch& stretch);

 private:
  [[nodiscard]] TimeAtWork time_of(const Shift& shift, bool ours) const;

  const RosterWorker* worker_;
  const Zone* zone_;
  std::vector<TimeAtWork> all_;
  std::vector<Stretch> free_;
};

[[nodiscard]] Day monday_of(const Day& day);

}  // namespace tilia::payroll
