// The parts of check_roster that look at one person.
#pragma once

#include <optional>
#include <vector>

#include "payroll/shifts/check_roster.h"
#include "payroll/shifts/person_time.h"

namespace tilia::payroll {

// One person's check as it goes on: her time, the law, and what was found.
class PersonCheck {
 public:
  PersonCheck(const PersonTime& time, const WorkingTimeLaw& law, std::vector<Finding>& findings);

  // What the law says.
  void statutory();
  // What she has said herself; `others`: everybody else's shifts of the roster.
  void personal(const std::vector<const Shift*>& others);

 private:
  // What belongs to one local day or week: her shifts there, at least one of them ours.
  struct Together {
    Day from;
    Stretch at;
    std::int64_t work_minutes = 0;
    bool ours = false;
  };

  void minimum_age();
  void overlaps();
  void daily_rest();
  void weekly_rest();
  void sundays();
  void breaks();
  void limits();
  void average();
  void night_bans();
  void night_weeks();
  void night_average();
  void overtime();
  void yearly_overtime(const TimeRule& rule);
  void alone(const TimeAtWork& one, const std::vector<const Shift*>& others);
  void times(const TimeAtWork& one);
  void night_and_places(const TimeAtWork& one);
  [[nodiscard]] std::int64_t not_available(const TimeAtWork& one) const;

  [[nodiscard]] Age age(const Day& day) const;
  [[nodiscard]] bool is_school_day(const Day& day) const;
  [[nodiscard]] SchoolDay kind_of_week(const Day& monday) const;
  [[nodiscard]] std::vector<Together> days() const;
  [[nodiscard]] std::vector<Together> weeks() const;
  [[nodiscard]] std::optional<TimeRule> night_time(const Day& day) const;
  Finding& found(RosterRule rule, Level level, const Day& day, std::int64_t limit,
                 std::int64_t minutes, const Stretch& at);
  Finding& found(RosterRule rule, const TimeRule& law, const Day& day, std::int64_t limit,
                 std::int64_t minutes, const Stretch& at);
  void found_own(PersonalLimit limit, std::int64_t wanted, std::int64_t minutes, const Day& day,
                 const Stretch& at);

  const PersonTime& time_;
  const WorkingTimeLaw& law_;
  std::vector<Finding>& findings_;
};

}  // namespace tilia::payroll
