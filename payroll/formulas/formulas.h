// The formulas of each country's law, each a pure function: facts and rules in, lines out. Facts
// are checked already (see work_out_payslip). Each names its laws beside it.
#pragma once

#include "payroll/payslip.h"

namespace tilia::payroll {

[[nodiscard]] Payslip work_out_for_albania(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_austria(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_bulgaria(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_czechia(const PayFacts& facts, const StatutoryRules& rules);
// The Federation of Bosnia and Herzegovina, and the entity Republika Srpska: two laws.
[[nodiscard]] Payslip work_out_for_federation(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_srpska(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_kosovo(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_north_macedonia(const PayFacts& facts,
                                                   const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_romania(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_serbia(const PayFacts& facts, const StatutoryRules& rules);
[[nodiscard]] Payslip work_out_for_spain(const PayFacts& facts, const StatutoryRules& rules);

}  // namespace tilia::payroll
