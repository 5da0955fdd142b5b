// What the office's room Who works when asks of the outside, fulfilled with the book.
#pragma once

#include "app/office_book.h"
#include "db/approval_book_sqlite.h"
#include "db/hours_book_sqlite.h"
#include "db/leave_asks_sqlite.h"
#include "payroll/ui/roster_room.h"

namespace tilia::app {

class OfficeRosterDesk final : public payroll::RosterDoors {
 public:
  OfficeRosterDesk(OfficeBook& book, const db::User& user);
  std::vector<ui::Choice> logins() override;
  bool is_secret_of(const payroll::LoginId& login, const Secret<std::string>& secret) override;

  std::string slips_paper(const std::vector<payroll::WeekOfShifts>& weeks) override;

  [[nodiscard]] payroll::KeepRoster::Doors planning();
  [[nodiscard]] std::unique_ptr<payroll::WorkedRoom> worked();

 private:
  OfficeBook& book_;
  payroll::LoginId login_;
  db::ApprovalBookSqlite approvals_;
  db::LeaveAsksSqlite asks_;
  db::HoursBookSqlite hours_;
  payroll::HolidayBook holidays_;
  payroll::LeaveLaws leave_;
};

}  // namespace tilia::app
