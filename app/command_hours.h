// What the commands about hours and leave work on, composed from an open book.
#pragma once

#include <string>

#include "app/command.h"
#include "app/open_book.h"
#include "db/approval_book_sqlite.h"
#include "db/leave_asks_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "payroll/shifts/approve_hours.h"
#include "payroll/shifts/leave.h"

namespace tilia::app {

class HoursRooms {
 public:
  // Who acts may plan hours; ends the command where she may not.
  explicit HoursRooms(Desk& desk);

  [[nodiscard]] OpenBook& book() { return book_; }
  [[nodiscard]] db::RosterBookSqlite& roster() { return roster_; }
  [[nodiscard]] payroll::LeaveAsks& asks() { return asks_; }
  [[nodiscard]] const payroll::LoginId& login() const { return login_; }
  [[nodiscard]] payroll::ApproveHours::Doors hours();
  [[nodiscard]] payroll::KeepLeave leave();

 private:
  OpenBook book_;
  payroll::LoginId login_;
  db::RosterBookSqlite roster_;
  db::ApprovalBookSqlite approvals_;
  db::LeaveAsksSqlite asks_;
  payroll::WorkingTimeBook law_;
  payroll::HolidayBook holidays_;
  payroll::LeaveLaws leave_;
};

// "7:30"
[[nodiscard]] std::string clock_hours(std::int64_t minutes);

}  // namespace tilia::app
