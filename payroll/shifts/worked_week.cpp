#include "payroll/shifts/worked_week.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr int work_days_a_week = 5;

Day local_day(const Instant& instant, const void* zone) {
  return static_cast<const Zone*>(zone)->local_day(instant);
}

// Of the stretches, so many minutes from the first on; what is more than they have is plain work.
KindMinutes first_of(const std::vector<Stretch>& stretches, std::int64_t minutes,
                     const TimeKinds& kinds) {
  KindMinutes found;
  for (const Stretch& stretch : stretches) {
    const std::int64_t taken = std::min(stretch.minutes(), minutes - found.all);
    if (taken > 0) found += kinds.of(Stretch{stretch.from, stretch.from + taken});
  }
  found.all = minutes;
  return found;
}

}  // namespace

WorkedWeek::WorkedWeek(const Sources& from, const PersonAtWork& person, const Day& monday)
    : monday_(monday), kinds_(from.kinds), worked_(days_a_week) {
  for (int i = 0; i < days_a_week; ++i) {
    const Day day = monday.plus_days(i);
    days_.push_back({.worker = person.worker.alias,
                     .day = day,
                     .punched = {},
                     .entered_minutes = {},
                     .absence = {},
                     .absent_minutes = 0,
                     .to_mend = {},
                     .counts = {}});
    for (const Absence& absence : person.record.absences)
      if (absence.from <= day && day <= absence.to) days_.back().absence = absence.kind;
  }
  read_plan_of(person, from);
  read_away(person, from);
  read_work_of(person, from);
  read_entered(person, from);
  for (HoursDay& day : days_) {
    day.counts = counted(day.day, {});
    day.absent_minutes = absent_minutes(day.day, day.counts);
  }
}

std::size_t WorkedWeek::place(const Day& day) const {
  const int place = monday_.days_until(day);
  CHECK(place >= 0 && place < days_a_week);
  return static_cast<std::size_t>(place);
}

const HoursDay& WorkedWeek::day(const Day& day) const { return days_[place(day)]; }

int WorkedWeek::paid_minutes(const Day& day) const {
  return static_cast<int>(worked_[place(day)].read_minutes);
}

std::optional<MinutesByUse> WorkedWeek::counted_as_paid(const Day& day) const {
  const Worked& worked = worked_[place(day)];
  if (worked.read_minutes == 0 || worked.read_minutes != worked.till_minutes) return std::nullopt;
  return counted(day, {{day, worked.planned_kind, static_cast<int>(worked.read_minutes)}});
}

void WorkedWeek::read_plan_of(const PersonAtWork& person, const Sources& from) {
  std::array<std::int64_t, days_a_week> longest{};
  for (const PlannedShift& shift : from.plan.shifts) {
    const int place = monday_.days_until(shift.day);
    if (shift.worker != person.worker.id || place < 0 || place >= days_a_week) continue;
    const auto i = static_cast<std::size_t>(place);
    const Shift planned = shift_of(shift, person.worker.alias, from.zone);
    std::int64_t minutes = minute_of(planned.time.to) - minute_of(planned.time.from);
    for (const Span& pause : planned.breaks) minutes -= minute_of(pause.to) - minute_of(pause.from);
    days_[i].planned_minutes += minutes;
    if (minutes <= longest[i]) continue;
    longest[i] = minutes;
    worked_[i].planned_kind = shift.kind;
  }
}

// A week's five shares come to the week, to the minute.
void WorkedWeek::read_away(const PersonAtWork& person, const Sources& from) {
  for (int i = 0; i < days_a_week; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const Day& day = days_[at].day;
    if (!days_[at].absence) continue;
    worked_[at].away_minutes = days_[at].planned_minutes;
    const auto& holidays = from.plan.holidays;
    const bool holiday = std::find(holidays.begin(), holidays.end(), day) != holidays.end();
    if (days_[at].planned_minutes > 0 || i >= work_days_a_week || holiday) continue;
    const std::int64_t agreed = person.works_on(day) ? person.weekly_minutes(day).value_or(0) : 0;
    worked_[at].away_minutes = agreed * (i + 1) / work_days_a_week - agreed * i / work_days_a_week;
  }
}

std::int64_t WorkedWeek::absent_minutes(const Day& day, const MinutesByUse& counts) const {
  return std::max<std::int64_t>(0, worked_[place(day)].away_minutes - counts.all());
}

void WorkedWeek::read_work_of(const PersonAtWork& person, const Sources& from) {
  for (const WorkedShift& shift : from.time.shifts) {
    const int place = monday_.days_until(shift.day);
    if (place < 0 || place >= days_a_week) continue;
    const auto i = static_cast<std::size_t>(place);
    const PlannedShift* planned = planned_for(shift, person.worker.id, from.plan, from.zone);
    const TimeKind kind = planned == nullptr ? TimeKind::work : planned->kind;
    auto& stretches = kind == TimeKind::work ? worked_[i].work : worked_[i].learning;
    for (const Stretch& stretch : work_of(shift)) stretches.push_back(stretch);
    days_[i].punched.of(kind) += kinds_.of(work_of(shift));
  }
  for (const ToMend& mend : from.time.to_mend) {
    const int place = monday_.days_until(mend.day);
    if (place >= 0 && place < days_a_week)
      days_[static_cast<std::size_t>(place)].to_mend.push_back(mend);
  }
}

// A day that payroll reads otherwise than the till worked it out was entered by somebody.
void WorkedWeek::read_entered(const PersonAtWork& person, const Sources& from) {
  const Day sunday = monday_.plus_days(days_a_week - 1);
  const auto punches = from.book.punches(person.worker.id, from.zone.at(monday_.plus_days(-1), 0),
                                         from.zone.at(sunday.plus_days(2), 0));
  for (const DayMinutes& each : worked_by_day(punches, local_day, &from.zone)) {
    const int place = monday_.days_until(each.day);
    if (place >= 0 && place < days_a_week)
      worked_[static_cast<std::size_t>(place)].till_minutes = each.worked_minutes;
  }
  for (const DayMinutes& each : from.book.days(person.worker.id, monday_, sunday)) {
    const std::size_t i = place(each.day);
    worked_[i].read_minutes = each.worked_minutes;
    if (each.worked_minutes == worked_[i].till_minutes) continue;
    days_[i].entered_minutes = each.worked_minutes;
    days_[i].to_mend.clear();
  }
}

MinutesByUse WorkedWeek::counted(const Day& day, const std::vector<TypedMinutes>& typed) const {
  const std::size_t i = place(day);
  std::optional<std::int64_t> work;
  std::optional<std::int64_t> learning;
  for (const TypedMinutes& each : typed)
    if (each.day == day) (each.kind == TimeKind::work ? work : learning) = each.minutes;
  if (!work && !learning) {
    if (!days_[i].entered_minutes) return days_[i].punched;
    (worked_[i].planned_kind == TimeKind::work ? work : learning) = days_[i].entered_minutes;
  }
  // What was punched as a kind that is not typed is of the one that is.
  std::vector<Stretch> of_work = worked_[i].work;
  std::vector<Stretch> of_learning = worked_[i].learning;
  if (!work) of_learning.insert(of_learning.begin(), of_work.begin(), of_work.end());
  if (!learning) of_work.insert(of_work.end(), of_learning.begin(), of_learning.end());
  const auto in_order = [](const Stretch& a, const Stretch& b) { return a.from < b.from; };
  std::sort(of_work.begin(), of_work.end(), in_order);
  std::sort(of_learning.begin(), of_learning.end(), in_order);
  MinutesByUse counts;
  if (work) counts.work = first_of(of_work, *work, kinds_);
  if (learning) counts.learning = first_of(of_learning, *learning, kinds_);
  return counts;
}

}  // namespace tilia::payroll
