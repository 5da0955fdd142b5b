// The plan of some weeks with everybody who may work in it, as it is checked before anything of it
// is saved: only what a change adds can stop it.
//
//   const Plan plan = read_plan(book, monday, monday.plus_days(6));
//   const PlanCheck check(plan, law, zone);
//   check.added_by({moved})    what this change would break
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/zone.h"
#include "payroll/holidays.h"
#include "payroll/hours/shift_slip.h"
#include "payroll/shifts/roster_book.h"

namespace tilia::payroll {

struct PersonAtWork {
  Worker worker;
  std::vector<Term> terms;
  HoursRecord record;

  // Under contract on that day.
  [[nodiscard]] bool works_on(const Day& day) const;
  [[nodiscard]] std::optional<int> weekly_minutes(const Day& day) const;
  [[nodiscard]] bool is_away(const Day& day) const;
};

struct Plan {
  std::string country;
  std::vector<Day> holidays = {};    // of the days that were read, as far as they are known
  std::vector<PersonAtWork> people;  // by alias
  std::vector<PlannedShift> shifts;  // by day, then time
  std::vector<PassedRule> passed;

  [[nodiscard]] const PersonAtWork* person(const WorkerId& worker) const;
  [[nodiscard]] const PersonAtWork* person(const std::string& alias) const;
  [[nodiscard]] const PlannedShift* shift(const PlannedShiftId& id) const;
};
// With as many weeks on both sides as averages look at. Without holidays no day is one.
[[nodiscard]] Plan read_plan(RosterBook& book, const Day& from, const Day& to,
                             const HolidayBook* holidays = nullptr);

// The plan after shifts were added or replaced, and others taken away.
[[nodiscard]] Plan changed(Plan plan, const std::vector<PlannedShift>& put,
                           const std::set<PlannedShiftId>& removed = {});

class PlanCheck {
 public:
  // Both outlive it.
  PlanCheck(const Plan& plan, const WorkingTimeBook& law, const Zone& zone)
      : plan_(plan), law_(law), zone_(zone) {}

  // Of all, or of one person. What was passed informs only; the rest that is owed for it is wanted
  // on top of the daily one.
  [[nodiscard]] std::vector<Finding> findings() const;
  [[nodiscard]] std::vector<Finding> findings_of(const PersonAtWork& person) const;
  // What is found after the change and was not before.
  [[nodiscard]] std::vector<Finding> added_by(const Plan& after) const;
  // The same for one person: what is looked at while a shift is dragged.
  [[nodiscard]] std::vector<Finding> added_for(const PersonAtWork& person, const Plan& after) const;

 private:
  [[nodiscard]] Roster roster() const;
  [[nodiscard]] std::vector<Finding> with_passed(std::vector<Finding> findings) const;
  [[nodiscard]] std::vector<Finding> owed_rests() const;
  [[nodiscard]] Span span_of(const PlannedShift& shift) const;

  const Plan& plan_;
  const WorkingTimeBook& law_;
  const Zone& zone_;
};

// Everybody's own shifts of that week, of who has any; as planned.
[[nodiscard]] std::vector<WeekOfShifts> weeks_of_shifts(const Plan& plan, const Day& monday);

// Somebody as rules look at her: her days away are not free, nor are holidays where she has said
// so. `first_day`: of her shifts there.
[[nodiscard]] RosterWorker roster_worker(const PersonAtWork& person, const Plan& plan,
                                         const std::optional<Day>& first_day);
// The shift as rules look at it.
[[nodiscard]] Shift shift_of(const PlannedShift& shift, const std::string& alias, const Zone& zone);

}  // namespace tilia::payroll
