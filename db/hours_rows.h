// Punches and what is asked about them as entries of the journal, and the rows that are made from
// them. An entry names a worker by opaque id.
#pragma once

#include "db/journal.h"
#include "db/rebuild.h"
#include "payroll/hours/hours_book.h"

namespace tilia::db {

// What of the pay book is made from the business journal: the punches, those set aside, the asks.
[[nodiscard]] Projection punch_projection();

// In the writer's transaction: the entry, and its rows. `asked`: the ask that it came from.
void enter_punch_row(WriteTransaction& change, const payroll::WorkerId& worker,
                     const payroll::Punch& punch, const std::optional<payroll::HoursAskId>& asked,
                     const Instant& at);
void set_punch_aside(WriteTransaction& change, const payroll::WorkerId& worker,
                     const payroll::Punch& punch, const std::optional<payroll::HoursAskId>& asked,
                     const Instant& at);
void make_ask(WriteTransaction& change, const payroll::HoursAsk& ask, const Instant& at);
void mark_ask(WriteTransaction& change, const payroll::HoursAsk& ask, payroll::AskState state,
              const payroll::LoginId& by, const Instant& at);
// Replaces the day's minutes; zero minutes takes the day away.
void write_worker_day(Connection& connection, const payroll::WorkerId& worker,
                      const payroll::DayMinutes& hours);

// Rows as values. Throws BookFault damaged for what no version wrote.
[[nodiscard]] payroll::Punch::Kind punch_kind_of(const std::string& text);
[[nodiscard]] std::vector<payroll::HoursAsk> asks_where(Connection& connection,
                                                        payroll::AskState state);
[[nodiscard]] std::optional<payroll::HoursAsk> ask_row(Connection& connection,
                                                       const payroll::HoursAskId& id);

}  // namespace tilia::db
