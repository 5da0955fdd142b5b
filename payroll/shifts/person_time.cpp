#include "payroll/shifts/person_time.h"

#include <algorithm>
#include <tuple>

#include "core/minute_of_day.h"

namespace tilia::payroll {
namespace {

constexpr std::int64_t beyond_minutes = 14 * minutes_a_day;

}  // namespace

Stretch common_part(const Stretch& a, const Stretch& b) {
  const Stretch part{std::max(a.from, b.from), std::min(a.to, b.to)};
  return part.to > part.from ? part : Stretch{part.from, part.from};
}

std::int64_t minute_of(const Instant& instant) { return instant.unix_milliseconds() / 60'000; }

Span span_of(const Stretch& stretch) {
  return {Instant::from_unix_milliseconds(stretch.from * 60'000),
          Instant::from_unix_milliseconds(stretch.to * 60'000)};
}

Day monday_of(const Day& day) { return day.plus_days(-day.weekday_from_monday()); }

PersonTime::PersonTime(const RosterWorker& worker, const std::vector<const Shift*>& ours,
                       const Zone& zone)
    : worker_(&worker), zone_(&zone) {
  for (const Shift* shift : ours) all_.push_back(time_of(*shift, true));
  for (const Shift& shift : worker.elsewhere) all_.push_back(time_of(shift, false));
  std::stable_sort(all_.begin(), all_.end(), [](const TimeAtWork& a, const TimeAtWork& b) {
    return std::tuple(a.presence.from, a.presence.to) < std::tuple(b.presence.from, b.presence.to);
  });
  if (all_.empty()) return;
  std::int64_t free_from = all_.front().presence.from - beyond_minutes;
  for (const TimeAtWork& one : all_) {
    if (one.presence.from > free_from) free_.push_back({free_from, one.presence.from});
    free_from = std::max(free_from, one.presence.to);
  }
  free_.push_back({free_from, free_from + beyond_minutes});
}

TimeAtWork PersonTime::time_of(const Shift& shift, bool ours) const {
  const Day day = zone_->local_day(shift.time.from);
  const Day end_day = zone_->local_day(shift.time.to);
  TimeAtWork one{.shift = &shift,
                 .ours = ours,
                 .presence = {minute_of(shift.time.from), minute_of(shift.time.to)},
                 .work = {},
                 .day = day,
                 .week = monday_of(day),
                 .begin_minute = zone_->local_minute_of_day(shift.time.from),
                 .end_minute = day.days_until(end_day) * minutes_a_day +
                               zone_->local_minute_of_day(shift.time.to)};
  std::int64_t from = one.presence.from;
  for (const Span& pause : shift.breaks) {
    if (minute_of(pause.from) > from) one.work.push_back({from, minute_of(pause.from)});
    from = minute_of(pause.to);
  }
  if (one.presence.to > from) one.work.push_back({from, one.presence.to});
  for (const Stretch& stretch : one.work) one.work_minutes += stretch.minutes();
  return one;
}

Stretch PersonTime::day_stretch(const Day& from, const Day& to) const {
  return {minute_of(zone_->at(from, 0)), minute_of(zone_->at(to, 0))};
}

std::int64_t PersonTime::work_in(const TimeAtWork& one, const Stretch& stretch) {
  std::int64_t minutes = 0;
  for (const Stretch& work : one.work) minutes += common_part(work, stretch).minutes();
  return minutes;
}

std::int64_t PersonTime::work_between(const TimeAtWork& one, int from_minute, int to_minute) const {
  const Day last = zone_->local_day(one.shift->time.to);
  const int over_midnight = to_minute <= from_minute ? 1 : 0;
  std::int64_t minutes = 0;
  for (Day day = one.day.plus_days(-1); day <= last; day = day.plus_days(1))
    minutes += work_in(one, {minute_of(zone_->at(day, from_minute)),
                             minute_of(zone_->at(day.plus_days(over_midnight), to_minute))});
  return minutes;
}

}  // namespace tilia::payroll
