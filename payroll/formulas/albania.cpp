#include <algorithm>

#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Contributions on the gross between the minimum wage and the highest base, health without one (law
// 9136/2003); tax by law 29/2023 on the gross less an amount that depends on the whole wage. It
// falls in steps, so that just above a step less is left than just below it. Contributions are not
// taken off what is taxed.
Payslip work_out_for_albania(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  const AmountByGross& allowance = rules.by_gross.at("AL_PIT_ALLOW");
  const auto step = std::find_if(
      allowance.steps.begin(), allowance.steps.end(),
      [&](const AmountByGross::Step& each) { return !each.up_to || month.gross() <= *each.up_to; });
  month.deduct("AL_PIT_ALLOW", step->amount, allowance.from, allowance.law);
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
