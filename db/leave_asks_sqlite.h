// What somebody asks about her leave, on SQLite: sealed to the public half of the roster key, so
// that whoever wrote it cannot read it, and each as long as every other.
//
// Throws BookFault: no_key where the roster key is not held, damaged where a value was changed.
#pragma once

#include "db/book_file.h"
#include "db/key_ring.h"
#include "payroll/shifts/leave.h"

namespace tilia::db {

class LeaveAsksSqlite final : public payroll::LeaveAsks {
 public:
  LeaveAsksSqlite(BookFile& book, const KeyRing& keys) : book_(book), keys_(keys) {}

  std::vector<payroll::OpenedLeaveAsk> asks(payroll::AskState state) override;
  bool put(const payroll::HoursAskId& id, const payroll::WorkerId& worker,
           const payroll::LeaveAsk& ask, const Instant& at) override;
  bool agree(const payroll::OpenedLeaveAsk& ask, const payroll::HoursRecord& record,
             const payroll::HoursReminder& reminder) override;
  bool decline(const payroll::HoursAskId& id) override;

 private:
  BookFile& book_;
  const KeyRing& keys_;
};

}  // namespace tilia::db
