#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// Contributions on the gross between the lowest and the highest monthly base (Zakon o doprinosima
// za obavezno socijalno osiguranje, čl. 37, 42, 44); tax on the gross less the untaxed amount
// (Zakon o porezu na dohodak građana, čl. 15a, 16). Contributions are not taken off what is taxed.
// Bases and untaxed amount follow the agreed part of full time.
Payslip work_out_for_serbia(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  month.bear_contributions();
  const DatedMoney& untaxed = rules.amount("SRB_UNTAXED");
  month.deduct("SRB_UNTAXED", month.for_the_part(untaxed.amount), untaxed.from, untaxed.law);
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
