// Serbia's payslip: contributions on gross between the lowest and the highest monthly base (Zakon o
// doprinosima za obavezno socijalno osiguranje, čl. 37, 42, 44); tax on gross less the untaxed
// amount (Zakon o porezu na dohodak građana, čl. 15a, 16). Contributions are not taken off the tax
// base. Both bases and the untaxed amount follow the agreed part of full time. Each line is rounded
// by itself.
#pragma once

#include "payroll/payslip.h"

namespace tilia::payroll {

// `facts` are checked already: see work_out_payslip. Throws RuleFault where the rules hold more
// than one tax bracket, which Serbia's monthly wage tax does not know.
[[nodiscard]] Payslip work_out_for_serbia(const PayFacts& facts, const StatutoryRules& rules);

}  // namespace tilia::payroll
