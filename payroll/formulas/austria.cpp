#include <algorithm>

#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {
namespace {

// Special pay beyond a sixth of the year's regular pay is taxed with the regular pay (EStG § 67
// Abs. 2). The regular pay of a month, as the worker has it on average, makes a sixth of twice
// itself.
Money beyond_the_sixth(const Working& month) {
  Money average = month.settings().amount("regular_average", month.rules().currency);
  if (average.is_zero()) average = month.regular();
  if (average.is_zero()) return month.nothing();
  const Money sixth = average + average;
  const Money left = std::max(
      sixth - month.settings().amount("special_before", month.rules().currency), month.nothing());
  return std::max(month.special() - left, month.nothing());
}

// 13th and 14th pay within the sixth: what is left after its contributions and the year's free
// amount bears one low rate (EStG § 67 Abs. 1).
void tax_special(Working& month, const Money& within) {
  const StatutoryRules& rules = month.rules();
  const DatedMoney& free = rules.amount("AT_SPECIAL_FREE");
  const DatedRate& rate = rules.rate("AT_SPECIAL_RATE");
  const Money before = month.settings().amount("special_before", rules.currency);
  const Money still_free = std::max(free.amount - before, month.nothing());
  const Money borne = month.borne_by_worker(true)
                          .times_ratio(within.minor(), month.special().minor(), Rounding::half_up)
                          .value();
  const Money base = std::max(within - borne - still_free, month.nothing());
  TaxLine tax = month.at_rate(base, rate.rate, rate.from, rate.law);
  tax.special = true;
  month.tax(std::move(tax));
}

}  // namespace

// Contributions up to the highest base (ASVG § 44, 45, 51), none of them on a wage up to the limit
// of slight employment, unemployment by steps of the wage (AMPFG § 2a); wage tax on what is left,
// by the tariff of the year (EStG § 33, 66). Special pay has contributions and a tax of its own.
Payslip work_out_for_austria(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  const Money before = facts.settings.amount("special_before", rules.currency);
  month.bear_special_contributions(
      std::max(rules.amount("AT_SPECIAL_MAX").amount - before, month.nothing()));
  month.tax_after_contributions();
  const Money beyond = beyond_the_sixth(month);
  const DatedMoney& flat = rules.amount("AT_WERBUNG");
  TaxLine tax = month.by_brackets(month.taxable() + beyond,
                                  {{"AT_WERBUNG", flat.amount, flat.from, flat.law}});
  if (facts.settings.flag("main_job", true)) {
    const DatedMoney& credit = rules.amount("AT_VERKEHR");
    tax.credits.push_back({"AT_VERKEHR", credit.amount, credit.from, credit.law});
  }
  month.tax(std::move(tax));
  if (!month.special().is_zero()) tax_special(month, month.special() - beyond);
  return month.finished();
}

}  // namespace tilia::payroll
