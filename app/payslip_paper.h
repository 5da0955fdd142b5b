// A slip of a pay run as the paper that reporting sets: the same figures, and words instead of
// codes. payroll and reporting know nothing of each other; here they meet.
#pragma once

#include "payroll/pay_book.h"
#include "payroll/pay_run.h"
#include "reporting/payslip_paper.h"

namespace tilia::app {

[[nodiscard]] reporting::PayslipPaper payslip_paper_of(const payroll::Employer& employer,
                                                       const payroll::PayRun& run,
                                                       const payroll::PayRunSlip& slip);

}  // namespace tilia::app
