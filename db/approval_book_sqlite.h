// Approved hours on SQLite. Rows of approved_week and approved_time are originals, frozen by
// triggers: the journal says of them who approved, when, and the minutes of work.
#pragma once

#include "db/book_file.h"
#include "db/key_ring.h"
#include "payroll/shifts/approval_book.h"

namespace tilia::db {

class ApprovalBookSqlite final : public payroll::ApprovalBook {
 public:
  // To approve a week, the keys hold the roster key.
  ApprovalBookSqlite(BookFile& book, const KeyRing& keys) : book_(book), keys_(keys) {}

  std::vector<payroll::Punch> punches(const payroll::WorkerId& worker, const Instant& from,
                                      const Instant& to) override;
  std::vector<payroll::DayMinutes> days(const payroll::WorkerId& worker, const Day& from,
                                        const Day& to) override;
  bool is_approved(const payroll::WorkerId& worker, const Day& monday) override;
  std::vector<payroll::ApprovedTime> approved(const Day& from, const Day& to) override;
  bool is_paid(const Month& month) override;
  bool put_week(const payroll::ApprovedWeek& week) override;
  void put_away(const payroll::WorkerId& worker, const Day& monday,
                const std::vector<payroll::ApprovedAbsence>& now, const payroll::LoginId& by,
                const Instant& at) override;
  void put_correction(const payroll::ApprovedTime& change, const payroll::LoginId& by,
                      const Instant& at) override;

 private:
  BookFile& book_;
  const KeyRing& keys_;
};

}  // namespace tilia::db
