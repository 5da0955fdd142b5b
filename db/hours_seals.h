// What of a worker's hours is sealed: her reminder, which a till opens, and what she asks about
// days off, which only whoever holds the roster key opens. Each is as long as everybody else's.
#pragma once

#include "db/connection.h"
#include "db/key_ring.h"
#include "payroll/hours/hours_book.h"

namespace tilia::db {

// With the till key. In the writer's transaction.
void put_reminder(Connection& connection, const KeyRing& keys, const payroll::WorkerId& worker,
                  const payroll::HoursReminder& reminder);
// Nothing where the newest key is not held, or nobody entered any.
[[nodiscard]] std::optional<payroll::HoursReminder> find_reminder(Connection& connection,
                                                                  const KeyRing& keys,
                                                                  const payroll::WorkerId& worker);

// Sealed to the roster's holders; false where there is none yet. Writing it again writes it once.
[[nodiscard]] bool put_sealed_ask(Connection& connection, const payroll::HoursAskId& id,
                                  const payroll::WorkerId& worker, const payroll::LeaveAsk& ask,
                                  const Instant& at);
// With the roster key, the oldest first. Throws BookFault no_key without it.
[[nodiscard]] std::vector<payroll::OpenedLeaveAsk> leave_asks_where(Connection& connection,
                                                           const KeyRing& keys,
                                                           payroll::AskState state);
// Needs no key. False where it is open no more.
[[nodiscard]] bool mark_leave_ask(Connection& connection, const payroll::HoursAskId& id,
                                  payroll::AskState state);

// Whose login is whose. One worker has one, and nobody else has it.
void link_login(Connection& connection, const payroll::WorkerId& worker,
                const payroll::LoginId& login);
void unlink_login(Connection& connection, const payroll::WorkerId& worker);
[[nodiscard]] std::optional<payroll::LoginId> login_of(Connection& connection,
                                                       const payroll::WorkerId& worker);

}  // namespace tilia::db
