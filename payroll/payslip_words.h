// A payslip in plain words: what each line is called and how its amount came about ("14 % of
// 100 000,00"), so that somebody who hardly reads can follow it from gross to net.
#pragma once

#include <string>

#include "core/phrase.h"
#include "payroll/payslip.h"

namespace tilia::payroll {

[[nodiscard]] Phrase name_of(const PayLine& line);        // "Pension, from your wage"
[[nodiscard]] Phrase explained(const PayLine& line);      // "14 % of 100 000.00 RSD"
[[nodiscard]] Phrase tax_explained(const Payslip& slip);  // "10 % of … : your wage less … untaxed"
[[nodiscard]] Phrase assumed_sentence(const std::string& code);  // one of Payslip::assumed

}  // namespace tilia::payroll
