// What somebody has said about her own hours, against her shifts.
#include <algorithm>

#include "core/minute_of_day.h"
#include "payroll/shifts/check_parts.h"
#include "payroll/shifts/free_times.h"

namespace tilia::payroll {

void PersonCheck::found_own(PersonalLimit limit, std::int64_t wanted, std::int64_t minutes,
                            const Day& day, const Stretch& at) {
  const Level level = limit == PersonalLimit::way_home ? Level::warns : Level::forbids;
  found(RosterRule::personal_limit, level, day, wanted, minutes, at).limit = limit;
}

void PersonCheck::personal(const std::vector<const Shift*>& others) {
  const PersonalLimits& said = time_.worker().limits;
  for (const TimeAtWork& one : time_.all()) {
    if (!one.ours) continue;
    times(one);
    night_and_places(one);
    if (said.not_alone) alone(one, others);
  }
  if (said.day_minutes)
    for (const Together& day : days())
      if (day.ours && day.work_minutes > *said.day_minutes)
        found_own(PersonalLimit::day_minutes, *said.day_minutes, day.work_minutes, day.from,
                  day.at);
  if (said.week_minutes)
    for (const Together& week : weeks())
      if (week.ours && week.work_minutes > *said.week_minutes)
        found_own(PersonalLimit::week_minutes, *said.week_minutes, week.work_minutes, week.from,
                  week.at);
}

void PersonCheck::times(const TimeAtWork& one) {
  const PersonalLimits& said = time_.worker().limits;
  if (said.not_before_minute && one.begin_minute < *said.not_before_minute)
    found_own(PersonalLimit::not_before, *said.not_before_minute, one.begin_minute, one.day,
              one.presence);
  if (said.not_after_minute && one.end_minute > *said.not_after_minute)
    found_own(PersonalLimit::not_after, *said.not_after_minute, one.end_minute, one.day,
              one.presence);
  const auto weekday = static_cast<std::size_t>(one.day.weekday_from_monday());
  const auto& last = said.last_way_home.at(weekday);
  if (last && one.end_minute > *last)
    found_own(PersonalLimit::way_home, *last, one.end_minute, one.day, one.presence);
}

void PersonCheck::night_and_places(const TimeAtWork& one) {
  const PersonalLimits& said = time_.worker().limits;
  if (said.no_night) {
    const auto night = night_time(one.day);
    const std::int64_t minutes =
        night ? time_.work_between(one, night->night_from, night->night_to) : 0;
    if (minutes > 0) found_own(PersonalLimit::no_night, 0, minutes, one.day, one.presence);
  }
  if (const std::int64_t minutes = not_available(one); minutes > 0)
    found_own(PersonalLimit::not_available, 0, minutes, one.day, one.presence);
  const std::string& station = one.shift->station;
  if (!said.stations.empty() && !station.empty() &&
      std::find(said.stations.begin(), said.stations.end(), station) == said.stations.end())
    found_own(PersonalLimit::station, 0, one.presence.minutes(), one.day, one.presence);
}

// Hour by hour: a window is told by the clock, and clocks change on the full hour alone.
std::int64_t PersonCheck::not_available(const TimeAtWork& one) const {
  const Day last = time_.zone().local_day(one.shift->time.to);
  std::int64_t free = 0;
  for (Day day = one.day; day <= last; day = day.plus_days(1)) {
    const FreeTimes windows = free_on(time_.worker().limits, day);
    if (is_never(windows)) continue;
    const Stretch part = common_part(one.presence, time_.day_stretch(day, day.plus_days(1)));
    if (!windows) {
      free += part.minutes();
      continue;
    }
    constexpr int hour = 60;
    for (std::int64_t from = part.from, to = 0; from < part.to; from = to) {
      to = std::min((from / hour + 1) * hour, part.to);
      const int clock = time_.zone().local_minute_of_day(span_of({from, to}).from);
      for (const DayWindow& window : *windows)
        free += common_part({clock, clock + to - from}, {window.from_minute, window.to_minute})
                    .minutes();
    }
  }
  return one.presence.minutes() - free;
}

void PersonCheck::alone(const TimeAtWork& one, const std::vector<const Shift*>& others) {
  std::int64_t covered_to = one.presence.from;
  std::int64_t alone = 0;
  for (const Shift* other : others) {
    if (other->time.from >= one.shift->time.to) break;
    if (other->worker == one.shift->worker || other->shop != one.shift->shop) continue;
    const Stretch there{minute_of(other->time.from), minute_of(other->time.to)};
    if (there.to <= covered_to) continue;
    if (there.from > covered_to) alone += there.from - covered_to;
    covered_to = there.to;
  }
  if (covered_to < one.presence.to) alone += one.presence.to - covered_to;
  if (alone > 0) found_own(PersonalLimit::not_alone, 0, alone, one.day, one.presence);
}

}  // namespace tilia::payroll
