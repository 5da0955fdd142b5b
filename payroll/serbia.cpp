#include "payroll/serbia.h"

#include <algorithm>

namespace tilia::payroll {
namespace {

Money for_the_part(const Money& whole, const PayFacts& facts, const StatutoryRules& rules) {
  return whole
      .times_ratio(facts.part_time_numerator, facts.part_time_denominator, rules.pay_rounding)
      .value();
}

PayLine contribution(const PayFacts& facts, const ContributionRule& rule,
                     const StatutoryRules& rules) {
  Money base = facts.gross;
  if (rule.base_max) base = std::min(base, for_the_part(*rule.base_max, facts, rules));
  if (rule.base_min) base = std::max(base, for_the_part(*rule.base_min, facts, rules));
  const bool base_by_law = base != facts.gross;
  return {.code = rule.code,
          .payer = rule.payer,
          .base = base,
          .rate = rule.rate,
          .amount = base.times(rule.rate, rules.pay_rounding).value(),
          .from = std::max(rule.from, rule.base_from),
          .law = base_by_law ? rule.law + "; " + rule.base_law : rule.law,
          .rounding = rules.pay_rounding};
}

}  // namespace

Payslip work_out_for_serbia(const PayFacts& facts, const StatutoryRules& rules) {
  if (rules.tax.size() != 1)
    throw RuleFault("RS: the wage tax has one bracket; take the others out of its file");
  const Money nothing = Money::zero(rules.currency);
  const Money untaxed = for_the_part(rules.untaxed_amount, facts, rules);
  const Money tax_base = std::max(facts.gross - untaxed, nothing);
  const Rate tax_rate = rules.tax.front().rate;
  Payslip slip{.country = rules.country,
               .on = facts.on,
               .gross = facts.gross,
               .lines = {},
               .untaxed = untaxed,
               .untaxed_from = rules.untaxed_from,
               .untaxed_law = rules.untaxed_law,
               .tax_base = tax_base,
               .tax_rate = tax_rate,
               .tax_from = rules.tax_from,
               .tax_law = rules.tax_law,
               .tax_rounding = rules.pay_rounding,
               .tax = tax_base.times(tax_rate, rules.pay_rounding).value(),
               .net = facts.gross,
               .employer_cost = facts.gross,
               .assumed = {},
               .under_minimum_by = {}};
  slip.net -= slip.tax;
  for (const ContributionRule& rule : rules.contributions) {
    slip.lines.push_back(contribution(facts, rule, rules));
    const PayLine& line = slip.lines.back();
    if (line.payer == Payer::employee) slip.net -= line.amount;
    if (line.payer == Payer::employer) slip.employer_cost += line.amount;
  }
  return slip;
}

}  // namespace tilia::payroll
