#include <algorithm>

#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {
namespace {

void add_credit(const Working& month, const std::string& code, TaxLine& tax) {
  const DatedMoney& credit = month.rules().amount(code);
  tax.credits.push_back({code, credit.amount, credit.from, credit.law});
}

// Below the tax it is paid out, where the wage is at least half the minimum.
void add_children(const Working& month, TaxLine& tax) {
  const int children = month.settings().count("children");
  if (children == 0) return;
  const AmountByCount& rule = month.rules().by_count.at("CZ_CHILD");
  Money credit = month.nothing();
  for (int child = 0; child < children; ++child) {
    const auto last = static_cast<int>(rule.amounts.size()) - 1;
    credit += rule.amounts[static_cast<std::size_t>(std::min(child, last))];
  }
  const PayAllowance all{"CZ_CHILD", credit, rule.from, rule.law};
  const bool enough = month.gross() >= month.rules().amount("CZ_BONUS_FROM").amount;
  (enough ? tax.paid_out : tax.credits).push_back(all);
}

}  // namespace

// Social insurance on the gross up to the highest base of the year, rounded up (zákon 589/1992 Sb.,
// § 5 to 7); health insurance of 13.5 % as one sum rounded up, a third of it the worker's; she
// fills up to the lowest base (zákon 592/1992 Sb., § 2, 3). The advance of tax on the gross rounded
// up to 100, less the credits of whoever signed the declaration (zákon 586/1992 Sb., § 35ba, 35c,
// 38h).
Payslip work_out_for_czechia(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  TaxLine tax = month.by_brackets(month.taxable());
  if (facts.settings.flag("main_job", true)) {
    add_credit(month, "CZ_TAXPAYER", tax);
    const std::string more = facts.settings.choice("credit");
    if (more == "lower") add_credit(month, "CZ_DISAB_12", tax);
    if (more == "higher") add_credit(month, "CZ_DISAB_3", tax);
    if (facts.settings.flag("card_credit")) add_credit(month, "CZ_ZTPP", tax);
    add_children(month, tax);
  }
  month.tax(std::move(tax));
  return month.finished();
}

}  // namespace tilia::payroll
