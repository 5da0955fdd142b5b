// The plan's projections: the rows that an entry of the journal makes, and reading them back. Used
// live and when everything is made again (db/rebuild.h): one code for both.
#pragma once

#include "db/connection.h"
#include "db/roster_payloads.h"

namespace tilia::db {

void apply_roster(Connection& connection, const JournalEntry& entry);

[[nodiscard]] std::vector<payroll::PlannedShift> read_planned(Connection& connection,
                                                              const Day& from, const Day& to);
[[nodiscard]] std::vector<payroll::PassedRule> read_passed(Connection& connection, const Day& from,
                                                           const Day& to);

}  // namespace tilia::db
