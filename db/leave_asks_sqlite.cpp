#include "db/leave_asks_sqlite.h"

#include "db/hours_records.h"
#include "db/hours_seals.h"

namespace tilia::db {

using payroll::AskState;
using payroll::HoursAskId;

std::vector<payroll::OpenedLeaveAsk> LeaveAsksSqlite::asks(AskState state) {
  return leave_asks_where(book_.reader(), keys_, state);
}

bool LeaveAsksSqlite::put(const HoursAskId& id, const payroll::WorkerId& worker,
                          const payroll::LeaveAsk& ask, const Instant& at) {
  WriteTransaction change(book_);
  if (!put_sealed_ask(change.connection(), id, worker, ask, at)) return false;
  change.commit();
  return true;
}

bool LeaveAsksSqlite::agree(const payroll::OpenedLeaveAsk& ask, const payroll::HoursRecord& record,
                            const payroll::HoursReminder& reminder) {
  WriteTransaction change(book_);
  if (!mark_leave_ask(change.connection(), ask.id, AskState::agreed)) return false;
  HoursRecords(change.connection(), keys_).put(ask.worker, record);
  put_reminder(change.connection(), keys_, ask.worker, reminder);
  change.commit();
  return true;
}

bool LeaveAsksSqlite::decline(const HoursAskId& id) {
  WriteTransaction change(book_);
  if (!mark_leave_ask(change.connection(), id, AskState::declined)) return false;
  change.commit();
  return true;
}

}  // namespace tilia::db
