// A month's wages as transfers of a bank's file: where payroll and reporting meet.
#pragma once

#include <string>

#include "core/day.h"
#include "core/instant.h"
#include "payroll/bank_line.h"
#include "payroll/bank_pay.h"
#include "reporting/bank_file.h"

namespace tilia::app {

// `made_at` is the approval's, so that the file of a month stays the same whenever it is written.
[[nodiscard]] reporting::CreditTransfers wage_transfers(const payroll::BankPay& pay,
                                                        const payroll::BankLine& line,
                                                        const std::string& account,
                                                        const Instant& made_at, const Day& pay_on,
                                                        reporting::BankFileForm form);

}  // namespace tilia::app
