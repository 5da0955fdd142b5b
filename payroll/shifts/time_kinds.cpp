#include "payroll/shifts/time_kinds.h"

#include "core/minute_of_day.h"

namespace tilia::payroll {
namespace {

constexpr int sunday_from_monday = 6;

bool part_holds(std::int64_t part, std::int64_t all) { return part >= 0 && part <= all; }

}  // namespace

KindMinutes& KindMinutes::operator+=(const KindMinutes& more) {
  all += more.all;
  night += more.night;
  sunday += more.sunday;
  holiday += more.holiday;
  return *this;
}

bool holds(const KindMinutes& minutes) {
  return part_holds(minutes.night, minutes.all) && part_holds(minutes.sunday, minutes.all) &&
         part_holds(minutes.holiday, minutes.all);
}

KindMinutes TimeKinds::of(const Stretch& work) const {
  KindMinutes found{.all = work.minutes()};
  if (found.all == 0) return found;
  const Zone& zone = law_.zone();
  const auto minute = [&](const Day& day, int of_day) {
    return minute_of(zone.at(day, of_day % minutes_a_day));
  };
  const Day last = zone.local_day(span_of(work).to);
  for (Day day = zone.local_day(span_of(work).from); day <= last; day = day.plus_days(1)) {
    const Day next = day.plus_days(1);
    const Stretch whole{minute(day, 0), minute(next, 0)};
    const std::int64_t here = common_part(work, whole).minutes();
    if (day.weekday_from_monday() == sunday_from_monday) found.sunday += here;
    if (holidays_ != nullptr && holidays_->is_holiday(day)) found.holiday += here;
    // A night of the law that begins on one day and ends on the next is two parts of this day.
    const auto rule = law_.rule(TimeRuleKind::night_time, Age{}, day);
    if (!rule || rule->night_from == rule->night_to) continue;
    const std::int64_t from = minute(day, rule->night_from);
    const std::int64_t to = minute(day, rule->night_to);
    const bool over_midnight = rule->night_to < rule->night_from;
    if (over_midnight)
      found.night += common_part(work, {whole.from, to}).minutes() +
                     common_part(work, {from, whole.to}).minutes();
    else
      found.night += common_part(work, {from, to}).minutes();
  }
  return found;
}

KindMinutes TimeKinds::of(const std::vector<Stretch>& work) const {
  KindMinutes found;
  for (const Stretch& stretch : work) found += of(stretch);
  return found;
}

}  // namespace tilia::payroll
