// A slip of a pay run as the paper that reporting sets: the same figures, and words instead of
// codes. payroll and reporting know nothing of each other; here they meet.
#pragma once

#include "payroll/outside_reading.h"
#include "payroll/pay_book.h"
#include "payroll/pay_run.h"
#include "reporting/payslip_paper.h"

namespace tilia::app {

[[nodiscard]] reporting::PayslipPaper payslip_paper_of(const payroll::Employer& employer,
                                                       const payroll::PayRun& run,
                                                       const payroll::PayRunSlip& slip);
// The same for an outside reader: a mask where her name would stand.
[[nodiscard]] reporting::PayslipPaper redacted_paper_of(const payroll::Employer& employer,
                                                        const payroll::RedactedSlip& slip);

}  // namespace tilia::app
