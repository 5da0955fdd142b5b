// What payroll reads of hours that were approved: the minutes of each day, in worker_day.
#pragma once

#include "core/day.h"
#include "db/connection.h"
#include "payroll/worker.h"

namespace tilia::db {

// Whether the month is paid and not open for correction: none of its days is changed.
[[nodiscard]] bool month_is_frozen(Connection& connection, const Month& month);
// The day becomes what is approved for it with corrections. False, and nothing written: a frozen
// month would change.
[[nodiscard]] bool carry_over(Connection& connection, const payroll::WorkerId& worker,
                              const Day& day);
// Every day of the month that lies in an approved week of somebody's. CHECKs that it is not frozen.
void carry_over_month(Connection& connection, const Month& month);

}  // namespace tilia::db
