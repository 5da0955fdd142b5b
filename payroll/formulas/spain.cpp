#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Contributions on the month's pay and a twelfth of the extra pays of the year, between the lowest
// and the highest base (LGSS art. 147; Orden de cotización). Overtime is in the base of
// unemployment, training and accidents, and bears contributions of its own. Income tax is withheld
// at the percentage that the employer worked out for the worker (RIRPF art. 80 to 87): it is
// entered.
Payslip work_out_for_spain(const PayFacts& facts, const StatutoryRules& rules) {
  constexpr int months = 12;
  Working month(facts, rules);
  month.add_to_base(facts.settings.amount("extra_pay_year", rules.currency)
                        .times_ratio(1, months, Rounding::half_up)
                        .value());
  month.bear_contributions();
  month.tax(month.at_rate(month.taxable(), facts.settings.rate("irpf").value_or(Rate()),
                          rules.tax.from, rules.tax.law));
  return month.finished();
}

}  // namespace tilia::payroll
