#include "payroll/shifts/plan.h"

#include <algorithm>
#include <tuple>

#include "core/check.h"

namespace tilia::payroll {
namespace {

// As long as the longest reference period: a day of now counts in averages of then.
constexpr int days_on_each_side = 125;

bool before(const PlannedShift& a, const PlannedShift& b) {
  return std::tuple(a.day, a.time.from_minute, a.id) < std::tuple(b.day, b.time.from_minute, b.id);
}

// The same thing found, though its figures may be others: a rest that grew begins elsewhere.
bool same(const Finding& a, const Finding& b) {
  return a.worker == b.worker && a.rule == b.rule && a.limit == b.limit && a.level == b.level &&
         a.limit_minutes == b.limit_minutes && a.at.from < b.at.to && b.at.from < a.at.to;
}

// Found before and no worse now.
bool known(const Finding& finding, const std::vector<Finding>& before) {
  return std::any_of(before.begin(), before.end(), [&](const Finding& each) {
    const bool rests =
        finding.rule == RosterRule::daily_rest || finding.rule == RosterRule::weekly_rest ||
        (finding.rule == RosterRule::work_break && finding.found_minutes < finding.limit_minutes);
    const bool worse = rests ? finding.found_minutes < each.found_minutes
                             : finding.found_minutes > each.found_minutes;
    return same(finding, each) && !worse;
  });
}

std::vector<Finding> without(std::vector<Finding> after, const std::vector<Finding>& before) {
  std::erase_if(after, [&](const Finding& each) { return known(each, before); });
  return after;
}

}  // namespace

bool PersonAtWork::works_on(const Day& day) const {
  if (worker.ended_on && *worker.ended_on < day) return false;
  return weekly_minutes(day).has_value();
}

std::optional<int> PersonAtWork::weekly_minutes(const Day& day) const {
  std::optional<int> minutes;
  for (const Term& term : terms)
    if (term.from <= day && (!term.to || day <= *term.to)) minutes = term.weekly_minutes;
  return minutes;
}

bool PersonAtWork::is_away(const Day& day) const {
  return std::any_of(record.absences.begin(), record.absences.end(), [&](const Absence& absence) {
    return absence.from <= day && day <= absence.to;
  });
}

const PersonAtWork* Plan::person(const WorkerId& worker) const {
  const auto found = std::find_if(people.begin(), people.end(), [&](const PersonAtWork& each) {
    return each.worker.id == worker;
  });
  return found == people.end() ? nullptr : &*found;
}

const PersonAtWork* Plan::person(const std::string& alias) const {
  const auto found = std::find_if(people.begin(), people.end(), [&](const PersonAtWork& each) {
    return each.worker.alias == alias;
  });
  return found == people.end() ? nullptr : &*found;
}

const PlannedShift* Plan::shift(const PlannedShiftId& id) const {
  const auto found = std::find_if(shifts.begin(), shifts.end(),
                                  [&](const PlannedShift& each) { return each.id == id; });
  return found == shifts.end() ? nullptr : &*found;
}

Plan read_plan(RosterBook& book, const Day& from, const Day& to, const HolidayBook* holidays) {
  const Day first = from.plus_days(-days_on_each_side);
  const Day last = to.plus_days(days_on_each_side);
  Plan plan{.country = book.country(),
            .holidays = {},
            .people = {},
            .shifts = book.planned(first, last),
            .passed = book.passed(first, last)};
  if (const Holidays* known = holidays == nullptr ? nullptr : holidays->find(plan.country))
    for (Day day = first; day <= last; day = day.plus_days(1))
      if (known->is_holiday(day)) plan.holidays.push_back(day);
  for (Worker& worker : book.workers()) {
    std::vector<Term> terms = book.terms(worker.id);
    HoursRecord record = book.record(worker.id);
    plan.people.push_back({std::move(worker), std::move(terms), std::move(record)});
  }
  return plan;
}

Plan changed(Plan plan, const std::vector<PlannedShift>& put,
             const std::set<PlannedShiftId>& removed) {
  const auto replaced = [&](const PlannedShiftId& id) {
    return removed.contains(id) ||
           std::any_of(put.begin(), put.end(), [&](const auto& one) { return one.id == id; });
  };
  std::erase_if(plan.shifts, [&](const PlannedShift& each) { return replaced(each.id); });
  // What was passed for a shift as it was is asked again for it as it is.
  std::erase_if(plan.passed, [&](const PassedRule& each) { return replaced(each.shift); });
  plan.shifts.insert(plan.shifts.end(), put.begin(), put.end());
  std::sort(plan.shifts.begin(), plan.shifts.end(), before);
  return plan;
}

std::vector<WeekOfShifts> weeks_of_shifts(const Plan& plan, const Day& monday) {
  constexpr int days_a_week = 7;
  std::vector<WeekOfShifts> weeks;
  for (const PersonAtWork& person : plan.people) {
    WeekOfShifts week{.alias = person.worker.alias, .monday = monday, .shifts = {}, .not_here = {}};
    for (const PlannedShift& shift : plan.shifts)
      if (shift.worker == person.worker.id && shift.day >= monday &&
          shift.day < monday.plus_days(days_a_week))
        week.shifts.push_back(shift);
    for (int i = 0; i < days_a_week; ++i)
      if (person.is_away(monday.plus_days(i))) week.not_here.push_back(monday.plus_days(i));
    if (!week.shifts.empty()) weeks.push_back(std::move(week));
  }
  return weeks;
}

RosterWorker roster_worker(const PersonAtWork& person, const Plan& plan,
                           const std::optional<Day>& first_day) {
  RosterWorker worker{.alias = person.worker.alias,
                      .born = person.record.born,
                      .country = plan.country,
                      .limits = person.record.limits,
                      .elsewhere = {},
                      .school_days = person.record.school_days,
                      .weekly_minutes = {}};
  if (first_day) worker.weekly_minutes = person.weekly_minutes(*first_day);
  for (const Absence& absence : person.record.absences)
    for (Day day = absence.from; day <= absence.to; day = day.plus_days(1))
      worker.limits.not_free.push_back(day);
  if (worker.limits.no_holidays)
    worker.limits.not_free.insert(worker.limits.not_free.end(), plan.holidays.begin(),
                                  plan.holidays.end());
  return worker;
}

Shift shift_of(const PlannedShift& shift, const std::string& alias, const Zone& zone) {
  const auto at = [&](int minute) { return instant_of(shift.day, minute, zone); };
  Shift as_checked{.worker = alias,
                   .time = {at(shift.time.from_minute), at(shift.time.to_minute)},
                   .breaks = {},
                   .shop = shift.shop,
                   .station = shift.station};
  for (const ClockSpan& pause : shift.breaks)
    as_checked.breaks.push_back({at(pause.from_minute), at(pause.to_minute)});
  return as_checked;
}

Span PlanCheck::span_of(const PlannedShift& shift) const {
  return {instant_of(shift.day, shift.time.from_minute, zone_),
          instant_of(shift.day, shift.time.to_minute, zone_)};
}

Roster PlanCheck::roster() const {
  Roster roster;
  for (const PlannedShift& shift : plan_.shifts) {
    const PersonAtWork* person = shift.worker ? plan_.person(*shift.worker) : nullptr;
    if (person != nullptr) roster.shifts.push_back(shift_of(shift, person->worker.alias, zone_));
  }
  for (const PersonAtWork& person : plan_.people) {
    std::optional<Day> first;
    for (const PlannedShift& shift : plan_.shifts)
      if (!first && shift.worker == person.worker.id) first = shift.day;
    roster.workers.push_back(roster_worker(person, plan_, first));
  }
  return roster;
}

std::vector<Finding> PlanCheck::with_passed(std::vector<Finding> findings) const {
  for (Finding& finding : findings) {
    for (const PassedRule& passed : plan_.passed) {
      const PlannedShift* shift = plan_.shift(passed.shift);
      if (shift == nullptr || passed.rule != finding.rule || !shift->worker) continue;
      const PersonAtWork* person = plan_.person(*shift->worker);
      const Span time = span_of(*shift);
      const bool touches = time.from <= finding.at.to && finding.at.from <= time.to;
      if (person != nullptr && person->worker.alias == finding.worker && touches &&
          !finding.under_age)
        finding.level = Level::informs;
    }
  }
  return findings;
}

std::vector<Finding> PlanCheck::owed_rests() const {
  std::vector<Finding> findings;
  const WorkingTimeLaw* law = law_.find(plan_.country);
  CHECK(law != nullptr);
  for (const PassedRule& passed : plan_.passed) {
    const PlannedShift* shift = plan_.shift(passed.shift);
    if (passed.rest_owed_minutes == 0 || shift == nullptr || !shift->worker) continue;
    const PersonAtWork* person = plan_.person(*shift->worker);
    const auto daily = law->rule(TimeRuleKind::daily_rest, Age{}, shift->day);
    if (person == nullptr || !daily) continue;
    const Instant end = span_of(*shift).to;
    const std::int64_t wanted = daily->minutes + passed.rest_owed_minutes;
    std::optional<Instant> next;
    for (const PlannedShift& each : plan_.shifts) {
      const Instant from = span_of(each).from;
      if (each.worker == shift->worker && from >= end && (!next || from < *next)) next = from;
    }
    if (!next || end.seconds_until(*next) >= wanted * 60) continue;
    findings.push_back({.worker = person->worker.alias,
                        .rule = RosterRule::daily_rest,
                        .level = Level::forbids,
                        .limit_minutes = wanted,
                        .found_minutes = end.seconds_until(*next) / 60,
                        .at = {end, *next},
                        .law = daily->law,
                        .source = daily->source,
                        .directive_used = daily->directive_used});
  }
  return findings;
}

std::vector<Finding> PlanCheck::findings() const {
  std::vector<Finding> all = with_passed(check_roster(roster(), law_));
  for (Finding& owed : owed_rests()) all.push_back(std::move(owed));
  return all;
}

std::vector<Finding> PlanCheck::findings_of(const PersonAtWork& person) const {
  std::vector<Finding> all = with_passed(check_person(roster(), person.worker.alias, law_));
  for (Finding& owed : owed_rests())
    if (owed.worker == person.worker.alias) all.push_back(std::move(owed));
  return all;
}

std::vector<Finding> PlanCheck::added_by(const Plan& after) const {
  return without(PlanCheck(after, law_, zone_).findings(), findings());
}

std::vector<Finding> PlanCheck::added_for(const PersonAtWork& person, const Plan& after) const {
  return without(PlanCheck(after, law_, zone_).findings_of(person), findings_of(person));
}

}  // namespace tilia::payroll
