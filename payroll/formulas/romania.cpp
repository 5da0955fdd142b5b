#include <algorithm>

#include "core/check.h"
#include "core/wide.h"
#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {
namespace {

const MinimumWage& monthly_minimum(const StatutoryRules& rules) {
  const auto found =
      std::find_if(rules.minimum_wages.begin(), rules.minimum_wages.end(),
                   [](const MinimumWage& each) { return each.per == MinimumWage::Per::month; });
  if (found == rules.minimum_wages.end())
    throw RuleFault("RO: the personal deduction wants a verified monthly minimum wage");
  return *found;
}

// Codul fiscal, art. 77: percent of the minimum wage by number of dependants; for each 50 lei begun
// above the minimum half a point less; nothing more than 2,000 lei above it.
Money personal_deduction(const Working& month, const FallingDeduction& rule, const Money& minimum) {
  const Money above = month.regular() - minimum;
  if (above > rule.up_to) return month.nothing();
  const std::size_t dependants =
      std::min(static_cast<std::size_t>(month.settings().count("dependants")),
               rule.by_dependants.size() - 1);
  std::int64_t millionths = rule.by_dependants[dependants].millionths();
  if (!above.negative() && !above.is_zero()) {
    const auto steps = divide_rounded(above.minor(), rule.each.minor(), Rounding::up);
    CHECK(steps);
    millionths -= static_cast<std::int64_t>(*steps) * rule.less.millionths();
  }
  const Rate rate = Rate::from_millionths(std::max<std::int64_t>(millionths, 0));
  return rounded_share(minimum, rate, month.rules().rounding);
}

}  // namespace

// Pension and health out of the gross, labour insurance on top (Codul fiscal, titlul V); a sum of
// the minimum wage bears neither contributions nor tax (OUG 89/2025 and those before it); tax on
// what is left after the personal deduction (art. 77, 78). Every line in whole lei.
Payslip work_out_for_romania(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  const MinimumWage& minimum = monthly_minimum(rules);
  if (month.regular() == month.for_the_part(minimum.amount))
    month.leave_free("RO_UNTAXED_MIN", rules.amount("RO_UNTAXED_MIN"));
  month.bear_contributions();
  month.tax_after_contributions();
  if (facts.settings.flag("main_job", true)) {
    const FallingDeduction& rule = rules.falling.at("RO_PERSONAL");
    month.deduct("RO_PERSONAL", personal_deduction(month, rule, minimum.amount), rule.from,
                 rule.law);
    const bool within = month.regular() - minimum.amount <= rule.up_to;
    if (within && facts.settings.flag("under_26")) {
      const DatedRate& young = rules.rate("RO_PERSONAL_UNDER26");
      month.deduct("RO_PERSONAL_UNDER26", rounded_share(minimum.amount, young.rate, rules.rounding),
                   young.from, young.law);
    }
    if (const int children = facts.settings.count("children"); children > 0) {
      const DatedMoney& each = rules.amount("RO_PERSONAL_CHILD");
      month.deduct("RO_PERSONAL_CHILD",
                   each.amount.times_ratio(children, 1, Rounding::exact).value(), each.from,
                   each.law);
    }
  }
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
