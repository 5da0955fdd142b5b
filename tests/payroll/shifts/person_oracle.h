// The rules for one person, each in the words of payroll/shifts/check_roster.h, minute by minute.
#pragma once

#include <set>
#include <vector>

#include "tests/payroll/shifts/minute_oracle.h"
#include "tests/payroll/shifts/oracle_figures.h"
#include "tests/payroll/shifts/person_minutes.h"

namespace tilia::payroll::tests {

class PersonOracle {
 public:
  PersonOracle(const RosterWorker& worker, const Roster& roster);
  [[nodiscard]] std::vector<Breach> breaches();

 private:
  // By place, half open.
  struct Stretch {
    int from;
    int to;
    [[nodiscard]] int minutes() const { return to - from; }
  };

  void minimum_age();
  void overlap();
  void daily_rest();
  void weekly_rest();
  void sunday_rest();
  void breaks();
  void longest_without_break(const TimedShift& shift, int latest_after);
  void day_limit();
  void week_limit();
  void average_over_months();
  void average_over_all();
  void night_of_the_young();
  void weeks_of_nights();
  void average_of_nights();
  void overtime_weekly();
  void overtime_yearly();

  // personal_oracle.cpp
  void own_times();
  void own_sums();
  void own_minutes();
  [[nodiscard]] bool available(const Minute& minute) const;
  [[nodiscard]] int minutes_alone(const TimedShift& shift) const;

  [[nodiscard]] int years(int day) const;  // many for somebody whose birthday nobody said
  [[nodiscard]] Stage stage(int day) const;
  [[nodiscard]] bool child(int day) const;
  [[nodiscard]] const Figures& on(int day) const { return figures(worker_.country, stage(day)); }
  [[nodiscard]] bool school(int day) const;

  [[nodiscard]] std::set<int> our_days() const;
  [[nodiscard]] std::set<int> our_weeks() const;
  [[nodiscard]] int work_of_days(int first, int after_last) const;
  [[nodiscard]] int night_work(const TimedShift& shift, int from, int to) const;
  [[nodiscard]] bool night_shift(const TimedShift& shift) const;
  // The earliest longest run without presence in [from, to); of no length where there is none.
  [[nodiscard]] Stretch longest_free(int from, int to) const;
  [[nodiscard]] Stretch span_of_day(int day) const;
  [[nodiscard]] bool ours_within(int from, int to) const;

  void found(RosterRule rule, Level level, std::int64_t limit, std::int64_t minutes,
             const Instant& from, const Instant& to, std::optional<PersonalLimit> own = {});
  void found_in(RosterRule rule, Level level, std::int64_t limit, std::int64_t minutes,
                const Stretch& at, std::optional<PersonalLimit> own = {});
  void found_in_week(RosterRule rule, Level level, std::int64_t limit, std::int64_t minutes,
                     int week, std::optional<PersonalLimit> own = {});
  static Stretch span(const TimedShift& shift) { return {shift.from, shift.to}; }

  const RosterWorker& worker_;
  const Roster& roster_;
  PersonMinutes time_;
  std::vector<Breach> breaches_;
};

}  // namespace tilia::payroll::tests
