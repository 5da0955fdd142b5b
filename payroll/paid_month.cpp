#include "payroll/paid_month.h"

#include <algorithm>

namespace tilia::payroll {

Money PaidMonth::payout() const {
  Money paid = slip.net;
  for (const PayItem& each : items) {
    if (each.kind == PayItem::Kind::untaxed) paid += each.amount;
    if (is_taken_off(each.kind)) paid -= each.amount;
  }
  return paid;
}

Money PaidMonth::cost() const {
  Money cost = slip.employer_cost;
  for (const PayItem& each : items)
    if (each.kind == PayItem::Kind::untaxed) cost += each.amount;
  return cost;
}

Money PayDifference::payout() const {
  return before ? now.payout() - before->payout() : now.payout();
}

Money PayDifference::cost() const { return before ? now.cost() - before->cost() : now.cost(); }

Money PayRunSlip::differences_payout() const {
  Money sum = Money::zero(slip.gross.currency());
  for (const PayDifference& each : differences) sum += each.payout();
  return sum;
}

Money PayRunSlip::payout() const { return PaidMonth::payout() + differences_payout(); }

Money PayRunSlip::cost() const {
  Money cost = PaidMonth::cost();
  for (const PayDifference& each : differences) cost += each.cost();
  return cost;
}

std::vector<PaidPart> parts_of(const PayRunSlip& slip) {
  std::vector<PaidPart> parts{{&slip}};
  for (const PayDifference& each : slip.differences) {
    parts.push_back({&each.now});
    if (each.before) parts.push_back({&*each.before, true});
  }
  return parts;
}

bool same_pay(const PaidMonth& a, const PaidMonth& b) {
  const auto same_line = [](const PayLine& one, const PayLine& other) {
    return one.code == other.code && one.base == other.base && one.amount == other.amount;
  };
  return a.worked_minutes == b.worked_minutes && a.items == b.items &&
         a.slip.gross == b.slip.gross && a.slip.special == b.slip.special &&
         a.slip.tax_base == b.slip.tax_base && a.slip.tax == b.slip.tax &&
         a.slip.net == b.slip.net && a.slip.employer_cost == b.slip.employer_cost &&
         std::ranges::equal(a.slip.lines, b.slip.lines, same_line);
}

PaidMonth nothing_paid(const Contract& contract, const StatutoryRules& rules, const Month& month) {
  const Money nothing = Money::zero(rules.currency);
  return {.contract = contract,
          .worked_minutes = 0,
          .slip = {.country = rules.country,
                   .on = month.last_day(),
                   .gross = nothing,
                   .special = nothing,
                   .lines = {},
                   .free = {},
                   .deductions = {},
                   .taxed_after_contributions = false,
                   .tax_base_rounding = rules.tax_base_rounding,
                   .taxes = {},
                   .tax_base = nothing,
                   .tax = nothing,
                   .net = nothing,
                   .employer_cost = nothing,
                   .assumed = {},
                   .unverified = {},
                   .beyond_review = false,
                   .under_minimum_by = {},
                   .better_at = {}}};
}

}  // namespace tilia::payroll
