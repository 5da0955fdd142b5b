#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Contributions between the lowest and the highest insurable income (Кодекс за социално
// осигуряване, чл. 6; Закон за бюджета на ДОО); a tenth of what is left is tax (ЗДДФЛ, чл. 42, 48).
// The rates of a side are known as a sum, so they are rounded as one; the lines part it.
Payslip work_out_for_bulgaria(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  month.tax_after_contributions();
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
