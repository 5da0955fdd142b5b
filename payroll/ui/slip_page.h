// One worker's slip on the screen: what she gets, then every line with its base, rate and amount.
#pragma once

#include "core/ui/office/page.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

[[nodiscard]] ui::Page page_of(const PayRun& run, const PayRunSlip& slip);
// Of one slip, whoever looks at it: hours and sums, and every line.
[[nodiscard]] std::vector<ui::Figure> slip_figures(const PayRunSlip& slip);
[[nodiscard]] ui::Table slip_table(const Payslip& slip);
// "2026-03-amber.pdf"
[[nodiscard]] std::string payslip_file_name(const PayRun& run, const PayRunSlip& slip);

}  // namespace tilia::payroll
