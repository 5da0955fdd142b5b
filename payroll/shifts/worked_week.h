// One person's week between plan and approval: the days as they stand in her plan, her punches and
// what was entered, and what each of them counts. A part of approve_hours.
#pragma once

#include <array>
#include <map>

#include "payroll/shifts/approve_hours.h"

namespace tilia::payroll {

inline constexpr int days_a_week = 7;

class WorkedWeek {
 public:
  struct Sources {
    const Plan& plan;
    const WorkedTime& time;
    ApprovalBook& book;
    const TimeKinds& kinds;
    const Zone& zone;
  };
  WorkedWeek(const Sources& from, const PersonAtWork& person, const Day& monday);

  // As nobody has approved them yet: seven, Monday first.
  [[nodiscard]] const std::vector<HoursDay>& days() const { return days_; }
  [[nodiscard]] const HoursDay& day(const Day& day) const;
  // What the day counts when that is typed for it.
  [[nodiscard]] MinutesByUse counted(const Day& day, const std::vector<TypedMinutes>& typed) const;
  // What the till worked out and was paid: it counts seconds where this counts minutes, so that a
  // minute may lie between them. Nothing where the day was entered by hand.
  [[nodiscard]] std::optional<MinutesByUse> counted_as_paid(const Day& day) const;
  // Of a day away, beside what it counts.
  [[nodiscard]] std::int64_t absent_minutes(const Day& day, const MinutesByUse& counts) const;
  // As payroll would read the day now.
  [[nodiscard]] int paid_minutes(const Day& day) const;

 private:
  struct Worked {
    std::vector<Stretch> work;
    std::vector<Stretch> learning;
    std::int64_t till_minutes = 0;  // as the till worked them out
    std::int64_t read_minutes = 0;  // as payroll reads them
    TimeKind planned_kind = TimeKind::work;
    std::int64_t away_minutes = 0;  // of a day away, were nothing worked on it
  };

  [[nodiscard]] std::size_t place(const Day& day) const;
  void read_plan_of(const PersonAtWork& person, const Sources& from);
  void read_away(const PersonAtWork& person, const Sources& from);
  void read_work_of(const PersonAtWork& person, const Sources& from);
  void read_entered(const PersonAtWork& person, const Sources& from);

  Day monday_;
  const TimeKinds& kinds_;
  std::vector<HoursDay> days_;
  std::vector<Worked> worked_;
};

}  // namespace tilia::payroll
