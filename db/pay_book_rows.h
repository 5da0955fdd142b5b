// A pay run as rows and back. Approval compares a draft with what the book says now, so what comes
// back must be equal to what went in.
#pragma once

#include "db/connection.h"
#include "payroll/pay_run.h"

namespace tilia::db {

void insert_pay_run(Connection& connection, const payroll::PayRun& run, const Instant& at);
[[nodiscard]] std::optional<payroll::PayRun> find_pay_run(Connection& connection,
                                                          const Month& month);

}  // namespace tilia::db
