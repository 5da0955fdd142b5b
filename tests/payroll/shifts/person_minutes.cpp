#include "tests/payroll/shifts/person_minutes.h"

#include <algorithm>
#include <tuple>

#include "core/check.h"

namespace tilia::payroll::tests {
namespace {

constexpr int margin_minutes = 15 * 24 * 60;

const Day& a_monday() {
  static const Day monday = *Day::from(2001, 1, 1);
  return monday;
}

Instant on_the_hour(const Instant& instant) {
  constexpr std::int64_t hour = 60 * 60 * 1000;
  return Instant::from_unix_milliseconds(instant.unix_milliseconds() / hour * hour);
}

}  // namespace

int day_number(const Day& day) { return a_monday().days_until(day); }
Day day_of_number(int number) { return a_monday().plus_days(number); }

PersonMinutes::PersonMinutes(const RosterWorker& worker, const std::vector<Shift>& roster,
                             const Zone& zone)
    : zone_(zone), first_(Instant::from_unix_milliseconds(0)) {
  std::vector<std::pair<const Shift*, bool>> hers;
  for (const Shift& shift : roster)
    if (shift.worker == worker.alias) hers.emplace_back(&shift, true);
  for (const Shift& shift : worker.elsewhere) hers.emplace_back(&shift, false);
  CHECK(!hers.empty());
  Instant begin = hers.front().first->time.from;
  Instant end = hers.front().first->time.to;
  for (const auto& [shift, ours] : hers) {
    begin = std::min(begin, shift->time.from);
    end = std::max(end, shift->time.to);
  }
  lay_out(begin, end);
  for (const auto& [shift, ours] : hers) add(*shift, ours);
  std::stable_sort(shifts_.begin(), shifts_.end(), [](const TimedShift& a, const TimedShift& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
}

// No clock changes but on a full hour of UTC: the zone is asked once an hour.
void PersonMinutes::lay_out(const Instant& begin, const Instant& end) {
  first_ = on_the_hour(begin).plus_seconds(-60 * margin_minutes);
  const int hours = (place(end) + margin_minutes) / 60 + 1;
  minutes_.reserve(static_cast<std::size_t>(60 * hours));
  for (int hour = 0; hour < hours; ++hour) {
    const Instant now = instant(60 * hour);
    const int day = day_number(zone_.local_day(now));
    const int of_day = zone_.local_minute_of_day(now);
    for (int minute = 0; minute < 60; ++minute) minutes_.push_back({day, of_day + minute});
  }
}

void PersonMinutes::add(const Shift& shift, bool ours) {
  TimedShift timed{&shift, ours, place(shift.time.from), place(shift.time.to), 0, {}};
  CHECK(timed.from < timed.to);
  timed.day = at(timed.from).day;
  timed.works.assign(static_cast<std::size_t>(timed.to - timed.from), true);
  for (const Span& each : shift.breaks)
    for (int minute = place(each.from); minute < place(each.to); ++minute)
      timed.works.at(static_cast<std::size_t>(minute - timed.from)) = false;
  for (int minute = timed.from; minute < timed.to; ++minute) {
    const bool works = timed.works.at(static_cast<std::size_t>(minute - timed.from));
    minutes_.at(static_cast<std::size_t>(minute)).doing = !ours   ? Doing::elsewhere
                                                          : works ? Doing::work
                                                                  : Doing::on_break;
  }
  shifts_.push_back(std::move(timed));
}

int PersonMinutes::place(const Instant& instant) const {
  const std::int64_t seconds = first_.seconds_until(instant);
  CHECK(seconds % 60 == 0);
  return static_cast<int>(seconds / 60);
}

Instant PersonMinutes::instant(int place) const { return first_.plus_seconds(60 * place); }

}  // namespace tilia::payroll::tests
