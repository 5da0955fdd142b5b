#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {

// The Federation: contributions of both sides on the gross, from July 2025 on no less than what the
// minimum wage makes (Zakon o doprinosima; Pravilnik, Sl. novine FBiH 48/2025); tax on what is left
// after the worker's contributions, less the personal deduction times the coefficient of her tax
// card (Zakon o porezu na dohodak). Water and disaster levies are of the net.
Payslip work_out_for_federation(const PayFacts& facts, const StatutoryRules& rules) {
  constexpr int basic = 100;
  Working month(facts, rules);
  month.bear_contributions();
  month.tax_after_contributions();
  const DatedMoney& personal = rules.amount("FBIH_PERSONAL");
  const int coefficient = facts.settings.hundredths("tax_card", basic);
  month.deduct("FBIH_PERSONAL",
               personal.amount.times_ratio(coefficient, basic, Rounding::half_up).value(),
               personal.from, personal.law);
  month.tax(month.by_brackets(month.taxable()));
  month.bear_contributions_on_net();
  return month.finished();
}

namespace {

// Who is paid the least of one of the two lowest groups has a part of it free, in the years that a
// law says so.
bool earns_a_lowest_wage(const Working& month, const StatutoryRules& rules) {
  const std::string group = month.settings().choice("group");
  for (const MinimumWage& each : rules.minimum_wages) {
    const bool low = each.group == "unskilled" || each.group == "secondary_3";
    if (!low || (!group.empty() && group != each.group)) continue;
    if (month.regular() == month.for_the_part(each.amount)) return true;
  }
  return false;
}

}  // namespace

// Republika Srpska: the worker bears all contributions (Zakon o doprinosima RS); tax on the gross
// less the basic personal deduction and what her tax card says (Zakon o porezu na dohodak RS).
// Contributions are not taken off what is taxed: the official pairs of gross and net show it.
Payslip work_out_for_srpska(const PayFacts& facts, const StatutoryRules& rules) {
  Working month(facts, rules);
  const auto free = rules.amounts.find("RS_2026_LOW");
  if (free != rules.amounts.end() && earns_a_lowest_wage(month, rules))
    month.leave_free("RS_2026_LOW", free->second);
  month.bear_contributions();
  const DatedMoney& basic = rules.amount("RS_BASIC");
  month.deduct("RS_BASIC", basic.amount, basic.from, basic.law);
  if (facts.settings.says("tax_card"))
    month.deduct("RS_CARD", facts.settings.amount("tax_card", rules.currency), basic.from,
                 basic.law);
  month.tax(month.by_brackets(month.taxable()));
  return month.finished();
}

}  // namespace tilia::payroll
