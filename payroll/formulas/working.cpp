#include "payroll/formulas/working.h"

#include <algorithm>

#include "core/check.h"
#include "core/wide.h"

namespace tilia::payroll {
namespace {

Money whole_units(Wide numerator, Wide denominator, const RoundingRule& rounding) {
  const std::int64_t unit = rounding.unit.minor();
  const auto units = divide_rounded(numerator, denominator * unit, rounding.mode);
  CHECK(units);
  return Money::from_minor(static_cast<std::int64_t>(*units) * unit, rounding.unit.currency());
}

std::string law_of(const ContributionRule& rule, const Money& base, const Money& wage) {
  if (rule.lowest_base && base > wage) return rule.law + "; " + rule.lowest_base->law;
  if (rule.highest_base && base < wage) return rule.law + "; " + rule.highest_base->law;
  return rule.law;
}

Day from_of(const ContributionRule& rule) {
  Day from = rule.from;
  if (rule.lowest_base) from = std::max(from, rule.lowest_base->from);
  if (rule.highest_base) from = std::max(from, rule.highest_base->from);
  return from;
}

}  // namespace

Money rounded_share(const Money& base, Rate rate, const RoundingRule& rounding) {
  return whole_units(Wide{base.minor()} * rate.millionths(), Rate::one_in_millionths, rounding);
}

Money rounded_part(const Money& whole, std::int64_t numerator, std::int64_t denominator,
                   const RoundingRule& rounding) {
  return whole_units(Wide{whole.minor()} * numerator, denominator, rounding);
}

Money tax_of(const TaxLine& line) {
  Wide tax = 0;
  for (const TaxLine::Part& part : line.parts)
    tax += Wide{part.base.minor()} * part.rate.millionths();
  for (const PayAllowance& credit : line.credits)
    tax -= Wide{credit.amount.minor()} * Rate::one_in_millionths;
  tax = std::max<Wide>(tax, 0);
  for (const PayAllowance& credit : line.paid_out)
    tax -= Wide{credit.amount.minor()} * Rate::one_in_millionths;
  return whole_units(tax, Wide{Rate::one_in_millionths} * line.months, line.rounding);
}

Money RoundedTogether::amount(const Money& base, Rate rate, const RoundingRule& rounding,
                              const std::string& group, bool special) {
  if (group.empty()) return rounded_share(base, rate, rounding);
  const auto found = groups_.find({group, special});
  if (found == groups_.end()) {
    const Money amount = rounded_share(base, rate, rounding);
    groups_.emplace(std::pair(group, special), Sum{base, rate, amount});
    return amount;
  }
  Sum& sum = found->second;
  // On another base the rate is that of the whole group.
  sum.rate =
      sum.base == base ? Rate::from_millionths(sum.rate.millionths() + rate.millionths()) : rate;
  sum.base = base;
  const Money all = rounded_share(base, sum.rate, rounding);
  const Money amount = all - sum.amount;
  sum.amount = all;
  return amount;
}

Working::Working(const PayFacts& facts, const StatutoryRules& rules)
    : facts_(facts),
      rules_(rules),
      slip_{.country = rules.country,
            .on = facts.on,
            .gross = facts.gross,
            .special = facts.settings.amount("special", rules.currency),
            .lines = {},
            .free = {},
            .deductions = {},
            .tax_base_rounding = rules.tax_base_rounding,
            .taxes = {},
            .tax_base = Money::zero(rules.currency),
            .tax = Money::zero(rules.currency),
            .net = facts.gross,
            .employer_cost = facts.gross,
            .assumed = {},
            .unverified = {},
            .under_minimum_by = {},
            .better_at = {}},
      more_base_(Money::zero(rules.currency)) {}

Money Working::for_the_part(const Money& whole) const {
  return whole
      .times_ratio(facts_.part_time_numerator, facts_.part_time_denominator, Rounding::half_up)
      .value();
}

void Working::leave_free(const std::string& code, const DatedMoney& figure) {
  slip_.free.push_back(
      {code, std::min(for_the_part(figure.amount), regular()), figure.from, figure.law});
}

// Flags that are said by a choice have their names here; the others are settings by themselves.
bool Working::flag(const std::string& name) const {
  if (name == "fixed_term") return settings().choice("contract") == "fixed_term";
  if (name == "vienna") return settings().choice("province") == "vienna";
  return settings().flag(name);
}

bool Working::applies(const ContributionRule& rule) const {
  // What is there only for whoever asks for it, and nobody asked.
  const bool not_asked = rule.rate == Rate() && !settings().says(rule.kind.setting);
  return !not_asked && (rule.kind.when.empty() || flag(rule.kind.when)) &&
         (rule.kind.unless.empty() || !flag(rule.kind.unless));
}

Rate Working::rate_of(const ContributionRule& rule, const Money& wage) const {
  if (!rule.kind.setting.empty()) {
    if (const auto given = settings().rate(rule.kind.setting)) return *given;
  }
  for (const ContributionRule::Step& step : rule.lower) {
    if (wage <= step.up_to) return step.rate;
  }
  return rule.rate;
}

Money Working::regular_base(const ContributionRule& rule) const {
  const Money overtime = settings().amount("overtime", rules_.currency);
  Money wage = regular() + more_base_;
  if (!rule.kind.on_overtime) wage -= overtime;
  Money base = wage;
  if (rule.highest_base) {
    Money highest =
        rule.highest_base_is_yearly
            ? rule.highest_base->amount - settings().amount("paid_before", rules_.currency)
            : for_the_part(rule.highest_base->amount);
    base = std::min(base, std::max(highest, nothing()));
  }
  if (rule.lowest_base) base = std::max(base, for_the_part(rule.lowest_base->amount));
  for (const PayAllowance& each : slip_.free) base -= each.amount;
  return base;
}

void Working::bear(const ContributionRule& rule, const Money& base, const Money& wage,
                   bool special) {
  const Rate rate = rate_of(rule, wage);
  const Money amount =
      rounded_.amount(base, rate, rules_.rounding, rule.kind.rounded_with, special);
  slip_.lines.push_back({.code = rule.kind.code,
                         .branch = rule.kind.branch,
                         .payer = rule.kind.payer,
                         .base = base,
                         .rate = rate,
                         .amount = amount,
                         .from = from_of(rule),
                         .law = law_of(rule, base, wage),
                         .rounding = rules_.rounding,
                         .rounded_with = rule.kind.rounded_with,
                         .special = special});
}

void Working::bear_contributions() {
  const Money overtime = settings().amount("overtime", rules_.currency);
  for (const ContributionRule& rule : rules_.contributions) {
    if (!applies(rule) || regular().is_zero()) continue;
    if (rule.free_up_to && regular() <= rule.free_up_to->amount) continue;
    switch (rule.kind.of) {
      case ContributionKind::Of::gross: {
        Money wage = regular() + more_base_;
        for (const PayAllowance& each : slip_.free) wage -= each.amount;
        if (!rule.kind.on_overtime) wage -= overtime;
        bear(rule, regular_base(rule), wage, false);
        break;
      }
      case ContributionKind::Of::overtime:
        if (!overtime.is_zero()) bear(rule, overtime, overtime, false);
        break;
      case ContributionKind::Of::shortfall: {
        CHECK(rule.lowest_base);
        const Money least = rule.lowest_base->amount
                                .times_ratio(facts_.part_month_numerator,
                                             facts_.part_month_denominator, Rounding::half_up)
                                .value();
        if (regular() < least) bear(rule, least, regular(), false);
        break;
      }
      case ContributionKind::Of::net: break;
    }
  }
}

void Working::bear_special_contributions(const Money& highest) {
  if (special().is_zero()) return;
  for (const ContributionRule& rule : rules_.contributions) {
    if (!applies(rule) || !rule.kind.on_special || rule.kind.of != ContributionKind::Of::gross)
      continue;
    bear(rule, rule.highest_base ? std::min(special(), highest) : special(), special(), true);
  }
}

void Working::bear_contributions_on_net() {
  const Money net = slip_.gross - borne_by_worker() - borne_by_worker(true) - slip_.tax;
  for (const ContributionRule& rule : rules_.contributions) {
    if (applies(rule) && rule.kind.of == ContributionKind::Of::net) bear(rule, net, net, false);
  }
}

Money Working::borne_by_worker(bool special) const {
  Money sum = nothing();
  for (const PayLine& line : slip_.lines) {
    if (line.payer == Payer::employee && line.special == special) sum += line.amount;
  }
  return sum;
}

void Working::deduct(const std::string& code, const Money& amount, const Day& from,
                     const std::string& law) {
  slip_.deductions.push_back({code, amount, from, law});
}

Money Working::taxable() const {
  Money base = regular();
  for (const PayAllowance& each : slip_.free) base -= each.amount;
  if (slip_.taxed_after_contributions) base -= borne_by_worker();
  for (const PayAllowance& each : slip_.deductions) base -= each.amount;
  base = std::max(base, nothing());
  return base.rounded_to(rules_.tax_base_rounding.unit, rules_.tax_base_rounding.mode).value();
}

TaxLine Working::at_rate(const Money& base, Rate rate, const Day& from,
                         const std::string& law) const {
  return {.base = base,
          .off_year = {},
          .parts = {{base, rate}},
          .credits = {},
          .paid_out = {},
          .rounding = rules_.tax_rounding,
          .amount = nothing(),
          .from = from,
          .law = law};
}

TaxLine Working::by_brackets(const Money& base, std::vector<PayAllowance> off_year) {
  const TaxRule& rule = rules_.tax;
  TaxLine line = at_rate(base, Rate(), rule.from, rule.law);
  line.parts.clear();
  line.months = rule.months;
  Money left = base.times_ratio(rule.months, 1, Rounding::exact).value();
  for (const PayAllowance& each : off_year) left -= each.amount;
  left = std::max(left, nothing());
  line.off_year = std::move(off_year);
  for (std::size_t at = rule.brackets.size(); at-- > 0;) {
    const TaxBracket& bracket = rule.brackets[at];
    if (left <= bracket.above && at > 0) continue;
    line.parts.push_back({left - bracket.above, bracket.rate});
    left = bracket.above;
  }
  std::reverse(line.parts.begin(), line.parts.end());
  return line;
}

void Working::tax(TaxLine line) {
  line.amount = tax_of(line);
  if (!line.special) slip_.tax_base = line.base;
  slip_.tax += line.amount;
  slip_.taxes.push_back(std::move(line));
}

Payslip Working::finished() {
  slip_.net -= slip_.tax;
  for (const PayLine& line : slip_.lines) {
    if (line.payer == Payer::employee) slip_.net -= line.amount;
    if (line.payer == Payer::employer) slip_.employer_cost += line.amount;
  }
  return slip_;
}

}  // namespace tilia::payroll
