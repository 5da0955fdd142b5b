// What she has said herself, minute by minute.
#include <algorithm>
#include <string_view>

#include "tests/payroll/shifts/person_oracle.h"

namespace tilia::payroll::tests {
namespace {

constexpr auto own = RosterRule::personal_limit;

}  // namespace

void PersonOracle::own_times() {
  const PersonalLimits& said = worker_.limits;
  for (const TimedShift& shift : time_.shifts()) {
    if (!shift.ours) continue;
    const int begin = time_.at(shift.from).of_day;
    const int end = (time_.at(shift.to).day - shift.day) * 24 * 60 + time_.at(shift.to).of_day;
    const auto home = said.last_way_home.at(static_cast<std::size_t>(weekday_of(shift.day)));
    if (said.not_before_minute && begin < *said.not_before_minute)
      found_in(own, Level::forbids, *said.not_before_minute, begin, span(shift),
               PersonalLimit::not_before);
    if (said.not_after_minute && end > *said.not_after_minute)
      found_in(own, Level::forbids, *said.not_after_minute, end, span(shift),
               PersonalLimit::not_after);
    if (home && end > *home)
      found_in(own, Level::warns, *home, end, span(shift), PersonalLimit::way_home);
    const std::string& station = shift.shift->station;
    const bool elsewhere =
        std::find(said.stations.begin(), said.stations.end(), station) == said.stations.end();
    if (!said.stations.empty() && !station.empty() && elsewhere)
      found_in(own, Level::forbids, 0, shift.to - shift.from, span(shift), PersonalLimit::station);
  }
}

void PersonOracle::own_sums() {
  const PersonalLimits& said = worker_.limits;
  for (const int day : our_days()) {
    const int work = work_of_days(day, day + 1);
    if (said.day_minutes && work > *said.day_minutes)
      found_in(own, Level::forbids, *said.day_minutes, work, span_of_day(day),
               PersonalLimit::day_minutes);
  }
  for (const int week : our_weeks()) {
    const int work = work_of_days(7 * week, 7 * week + 7);
    if (said.week_minutes && work > *said.week_minutes)
      found_in_week(own, Level::forbids, *said.week_minutes, work, week,
                    PersonalLimit::week_minutes);
  }
}

void PersonOracle::own_minutes() {
  for (const TimedShift& shift : time_.shifts()) {
    if (!shift.ours) continue;
    const auto none_of = [&](int minutes, PersonalLimit limit) {
      if (minutes > 0) found_in(own, Level::forbids, 0, minutes, span(shift), limit);
    };
    if (worker_.limits.no_night)
      none_of(night_work(shift, night_from, night_to), PersonalLimit::no_night);
    if (worker_.limits.not_alone) none_of(minutes_alone(shift), PersonalLimit::not_alone);
    int unavailable = 0;
    for (int place = shift.from; place < shift.to; ++place)
      if (!available(time_.at(place))) ++unavailable;
    none_of(unavailable, PersonalLimit::not_available);
  }
}

bool PersonOracle::available(const Minute& minute) const {
  const auto& not_free = worker_.limits.not_free;
  const Day today = day_of_number(minute.day);
  if (std::find(not_free.begin(), not_free.end(), today) != not_free.end()) return false;
  const auto weekday = static_cast<std::size_t>(weekday_of(minute.day));
  const auto in_one_of = [&](const std::vector<DayWindow>& windows) {
    return std::any_of(windows.begin(), windows.end(), [&](const DayWindow& window) {
      return minute.of_day >= window.from_minute && minute.of_day < window.to_minute;
    });
  };
  int named = 0;
  int free = 0;
  for (const DatedTimes& dated : worker_.limits.calendar) {
    if (today < dated.from || dated.to < today) continue;
    ++named;
    if (in_one_of(dated.free.at(weekday))) ++free;
  }
  if (named > 0) return free == named;
  const auto& windows = worker_.limits.available.at(weekday);
  return !windows || in_one_of(*windows);
}

int PersonOracle::minutes_alone(const TimedShift& shift) const {
  std::vector<bool> alone(static_cast<std::size_t>(shift.to - shift.from), true);
  for (const Shift& other : roster_.shifts) {
    if (other.worker == worker_.alias || other.shop != shift.shift->shop) continue;
    const int to = std::min(time_.place(other.time.to), shift.to);
    for (int place = std::max(time_.place(other.time.from), shift.from); place < to; ++place)
      alone.at(static_cast<std::size_t>(place - shift.from)) = false;
  }
  return static_cast<int>(std::count(alone.begin(), alone.end(), true));
}

}  // namespace tilia::payroll::tests
