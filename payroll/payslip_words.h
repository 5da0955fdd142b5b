// A payslip in plain words: what each line is called and how its amount came about ("14 % of
// 100 000,00"), so that somebody who hardly reads can follow it from gross to net.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "payroll/payslip.h"

namespace tilia::payroll {

[[nodiscard]] Phrase name_of(const PayLine& line);               // "Pension, from the wage"
[[nodiscard]] Phrase name_of(const PayAllowance& allowance);     // "Free of tax"
[[nodiscard]] Phrase explained(const PayLine& line);             // "14 % of 100 000.00 RSD"
[[nodiscard]] Phrase assumed_sentence(const std::string& code);  // one of Payslip::assumed

// One step of the way from the wage to the tax. What it does not have is left empty.
struct TaxStep {
  Phrase name;
  std::optional<Money> base = {};
  std::optional<Rate> rate = {};
  std::optional<Money> amount = {};  // below nothing: taken off
  std::optional<Day> from = {};
  std::string law = {};
  bool result = false;  // the tax itself
};
[[nodiscard]] std::vector<TaxStep> tax_steps(const Payslip& slip);

}  // namespace tilia::payroll
