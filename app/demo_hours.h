// What the people of a practice organisation tapped: around what was planned for them, a little
// early, a little late, now and then without a break or without the last tap, which is asked for
// afterwards. Hours of earlier weeks are approved; the last whole week is left to whoever
// practises. All through the use cases.
#pragma once

#include <string>
#include <vector>

#include "core/chance.h"
#include "core/clock.h"
#include "payroll/hours/hours_book.h"
#include "payroll/shifts/approve_hours.h"

namespace tilia::app {

class DemoHours {
 public:
  struct Doors {
    payroll::HoursBook& book;
    payroll::ApproveHours::Doors hours;
    payroll::LoginId manager;
    Chance& chance;
  };
  // `first`: of the contracts; `until`: the last day of this life.
  DemoHours(const Doors& doors, const Day& first, const Day& until);

  // False where nothing was planned for her that day, or nobody tapped yet in those weeks.
  // `more_minutes`: that she stays longer; below nought, that she goes earlier.
  [[nodiscard]] bool tapped(const std::string& alias, const Day& day, int more_minutes);
  // When the shops have closed: what was forgotten is asked for, answered and approved.
  void end_day(const Day& day);

 private:
  struct Forgotten {
    std::string alias;
    payroll::PunchAsk ask;
    Day asked_on;
  };
  enum class Slip { none, no_break, no_out, in_again };

  [[nodiscard]] int between(int least, int most);
  [[nodiscard]] Slip slip_of(const std::string& alias, const Day& day,
                             const payroll::PlannedShift& shift);
  void tap(const std::string& alias, payroll::Punch::Kind kind, const Day& day, int minute);
  void tap_shift(const std::string& alias, const payroll::PlannedShift& shift, Slip slip,
                 int more_minutes);
  void ask(const Day& day);
  void ask_for_days_off(const Day& day);
  void approve(const Day& monday);

  Doors doors_;
  Day until_;
  Day left_open_;  // Monday of the week that nobody approved yet
  Day tapped_from_;
  Day next_;  // Monday of the first week that is not approved
  std::vector<Forgotten> forgotten_;
};

}  // namespace tilia::app
