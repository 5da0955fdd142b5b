// One payslip as the JSON document that `tilia pay slip --json` answers: amounts are decimal text
// in major units, days YYYY-MM-DD, keys in the order in which a person reads a payslip.
#pragma once

#include <string>

#include "payroll/payslip.h"

namespace tilia::payroll {

[[nodiscard]] std::string pay_slip_json(const Payslip& slip);  // one line, no newline at its end

}  // namespace tilia::payroll
