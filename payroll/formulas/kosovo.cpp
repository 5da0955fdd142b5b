#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Pension savings of both sides (law 04/L-101), of the worker's own choice more; tax by brackets on
// what is left (law 05/L-028, changed by 08/L-142), or one rate where this is not the main job.
Payslip work_out_for_kosovo(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  month.tax_after_contributions();
  const Money base = month.taxable();
  if (facts.settings.flag("main_job", true)) {
    month.tax(month.by_brackets(base));
  } else {
    const DatedRate& second = rules.rate("XK_SECOND_JOB");
    month.tax(month.at_rate(base, second.rate, second.from, second.law));
  }
  return month.finished();
}

}  // namespace tilia::payroll
