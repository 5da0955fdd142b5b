#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Contributions out of the gross (Закон за придонесите од задолжително социјално осигурување);
// tax on what is left less the personal relief (Закон за данокот на личен доход, чл. 14). Every
// line in whole denars.
Payslip work_out_for_north_macedonia(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  month.tax_after_contributions();
  const DatedMoney& personal = rules.amount("MK_PERSONAL");
  month.deduct("MK_PERSONAL", personal.amount, personal.from, personal.law);
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
