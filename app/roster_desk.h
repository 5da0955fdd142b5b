// What the commands about planning work on: the book with the keys of who plans, and the law.
#pragma once

#include "app/open_book.h"
#include "db/roster_book_sqlite.h"
#include "payroll/shifts/keep_roster.h"

namespace CLI {
class App;
}

namespace tilia::app {

struct RosterDesk {
  explicit RosterDesk(Desk& desk)
      : book(desk),
        planner(book.acting(Act::plan_hours)),
        law(desk.resources.working_time_rules()),
        holidays(desk.resources.holiday_rules()),
        roster(book.file(), book.keys()),
        keep({roster, law, book.zone(), book.clock(), book.chance(), &holidays}) {}

  OpenBook book;
  db::User planner;
  payroll::WorkingTimeBook law;
  payroll::HolidayBook holidays;
  db::RosterBookSqlite roster;
  payroll::KeepRoster keep;

  // The shop that was asked for, or the only one. Ends the command where there are several.
  [[nodiscard]] std::string shop(const std::string& asked);
  // Whether who stands beside the manager (--with, with her own secret) is that worker herself.
  [[nodiscard]] bool beside_is(const payroll::WorkerId& worker);
};

[[noreturn]] void refuse(Desk& desk, RosterDesk& at, const payroll::PlanRefusal& refusal);
template <class T>
T planned(Desk& desk, RosterDesk& at, Result<T, payroll::PlanRefusal> answer) {
  if (!answer) refuse(desk, at, answer.refusal());
  return std::move(answer).value();
}

void add_limits_command(CLI::App& worker, Desk& desk);

}  // namespace tilia::app
