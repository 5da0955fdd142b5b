#include "payroll/payslip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "payroll/formulas/formulas.h"
#include "payroll/formulas/working.h"

namespace tilia::payroll {
namespace {

// Far beyond any wage, and small enough that no product of a payslip overflows.
constexpr std::int64_t largest_gross_in_major_units = 1'000'000'000;
constexpr std::int64_t largest_part = 1'000'000'000;

bool is_part(std::int64_t numerator, std::int64_t denominator) {
  return numerator > 0 && denominator <= largest_part && numerator <= denominator;
}

// A rate of one's own lies within what the law allows.
bool rates_are_lawful(const PaySettings& settings, const StatutoryRules& rules) {
  return std::all_of(rules.contributions.begin(), rules.contributions.end(),
                     [&](const ContributionRule& rule) {
                       const auto given = settings.rate(rule.kind.setting);
                       return !given || (rule.least <= *given && *given <= rule.most);
                     });
}

std::optional<PayRefusal> refuses(const PayFacts& facts, const StatutoryRules& rules) {
  if (facts.gross.currency() != rules.currency) return PayRefusal::mixed_currency;
  if (facts.gross.minor() <= 0) return PayRefusal::gross_not_positive;
  if (facts.gross.minor() > largest_gross_in_major_units * rules.currency.minor_per_major())
    return PayRefusal::gross_too_large;
  if (!is_part(facts.part_time_numerator, facts.part_time_denominator) ||
      !is_part(facts.part_month_numerator, facts.part_month_denominator))
    return PayRefusal::part_time_out_of_range;
  if (facts.settings.amount("special", rules.currency) +
          facts.settings.amount("overtime", rules.currency) >
      facts.gross)
    return PayRefusal::special_over_gross;
  if (!rates_are_lawful(facts.settings, rules)) return PayRefusal::rate_over_the_law;
  return std::nullopt;
}

using Formula = Payslip (*)(const PayFacts&, const StatutoryRules&);

Formula formula_of(const std::string& country) {
  constexpr std::array<std::pair<std::string_view, Formula>, 11> formulas{
      {{"AL", work_out_for_albania},
       {"AT", work_out_for_austria},
       {"BA-FBiH", work_out_for_federation},
       {"BA-RS", work_out_for_srpska},
       {"BG", work_out_for_bulgaria},
       {"CZ", work_out_for_czechia},
       {"ES", work_out_for_spain},
       {"MK", work_out_for_north_macedonia},
       {"RO", work_out_for_romania},
       {"RS", work_out_for_serbia},
       {"XK", work_out_for_kosovo}}};
  for (const auto& [code, formula] : formulas) {
    if (code == country) return formula;
  }
  throw RuleFault(fmt::format("{}: there are rules, but no formulas", country));
}

// What one minimum wage asks for the month; nothing where the hours that it wants are not known.
std::optional<Money> least_by(const MinimumWage& minimum, const PayFacts& facts,
                              const StatutoryRules& rules, bool by_hours) {
  constexpr int minutes_per_hour = 60;
  constexpr int weeks_a_year = 52;
  constexpr int months_a_year = 12;
  if (by_hours) {
    if (!facts.worked_minutes) return std::nullopt;
    if (minimum.per == MinimumWage::Per::hour)
      return minimum.amount.times_ratio(*facts.worked_minutes, minutes_per_hour, Rounding::half_up)
          .value();
    if (minimum.per == MinimumWage::Per::year) return std::nullopt;
    const int month = minimum.month_minutes.value_or(rules.full_time_weekly_minutes * weeks_a_year /
                                                     months_a_year);
    return minimum.amount.times_ratio(*facts.worked_minutes, month, Rounding::down).value();
  }
  if (minimum.per == MinimumWage::Per::hour) return std::nullopt;
  const std::int64_t months = minimum.per == MinimumWage::Per::year ? months_a_year : 1;
  return minimum.amount
      .times_ratio(facts.part_time_numerator, facts.part_time_denominator * months,
                   Rounding::half_up)
      .value()
      .times_ratio(facts.month_minutes - facts.away_minutes, facts.month_minutes, Rounding::half_up)
      .value();
}

// What is missing to the minimum wage; nothing where it is reached or not known. Law that gives one
// by the month and by the hour is kept by either.
std::optional<Money> missing_to_minimum(const Payslip& slip, const PayFacts& facts,
                                        const StatutoryRules& rules) {
  std::optional<Money> missing;
  const std::string group = facts.settings.choice("group");
  const Money extra = facts.settings.amount("extra_pay_year", rules.currency);
  const bool grouped = std::any_of(rules.minimum_wages.begin(), rules.minimum_wages.end(),
                                   [&](const MinimumWage& each) { return each.group == group; });
  const bool by_the_hour =
      std::any_of(rules.minimum_wages.begin(), rules.minimum_wages.end(),
                  [](const MinimumWage& each) { return each.per == MinimumWage::Per::hour; });
  for (const MinimumWage& minimum : rules.minimum_wages) {
    // Without a group it is the lowest that counts: some wage has to be the least of all.
    if (grouped && minimum.group != group) continue;
    for (const bool by_hours : {false, true}) {
      // Hours are held against the hour's own minimum, where law gives one.
      if (by_hours && by_the_hour && minimum.per != MinimumWage::Per::hour) continue;
      const auto least = least_by(minimum, facts, rules, by_hours);
      if (!least) continue;
      Money has = minimum.net ? slip.net : slip.gross;
      if (!minimum.net && facts.beside) has -= *facts.beside;
      if (minimum.per == MinimumWage::Per::year)
        has += extra.times_ratio(1, 12, Rounding::up).value();
      if (has >= *least) return std::nullopt;
      if (!missing || *least - has < *missing) missing = *least - has;
    }
  }
  return missing;
}

// Where a law takes a whole wage by another step, the wage at the step's end may leave more.
std::optional<Money> better_step(const Payslip& slip, const PayFacts& facts,
                                 const StatutoryRules& rules) {
  std::optional<Money> better;
  for (const auto& [code, rule] : rules.by_gross) {
    for (const AmountByGross::Step& step : rule.steps) {
      if (!step.up_to || *step.up_to >= slip.gross) continue;
      PayFacts at_step = facts;
      at_step.gross = *step.up_to;
      if (formula_of(rules.country)(at_step, rules).net > slip.net) better = *step.up_to;
    }
  }
  return better;
}

std::vector<Assumption> assumable(const StatutoryRules& rules) {
  std::vector<Assumption> all{Assumption::full_month,    Assumption::full_time,
                              Assumption::open_ended,    Assumption::main_job,
                              Assumption::no_dependants, Assumption::ordinary_pay};
  for (const ContributionRule& rule : rules.contributions) {
    if (rule.kind.setting != "accident_rate") continue;
    all.insert(all.end() - 1, Assumption::lowest_accident_rate);
    break;
  }
  if (rules.tax.brackets.empty()) all.push_back(Assumption::no_withholding);
  return all;
}

bool is_said(Assumption assumption, const PayFacts& facts, const StatutoryRules& rules) {
  if (std::find(facts.stated.begin(), facts.stated.end(), assumption) != facts.stated.end())
    return true;
  const auto& known = pay_settings_of(rules.country);
  return std::any_of(known.begin(), known.end(), [&](const PaySetting& each) {
    return each.instead_of == assumption && facts.settings.says(each.key);
  });
}

}  // namespace

std::string_view pay_refusal_code(PayRefusal why) {
  switch (why) {
    case PayRefusal::gross_not_positive: return "gross_not_positive";
    case PayRefusal::gross_too_large: return "gross_too_large";
    case PayRefusal::mixed_currency: return "mixed_currency";
    case PayRefusal::part_time_out_of_range: return "part_time_out_of_range";
    case PayRefusal::special_over_gross: return "special_over_gross";
    case PayRefusal::rate_over_the_law: return "rate_over_the_law";
  }
  CHECK(false);
}

Phrase sentence_of(PayRefusal why) {
  return Phrase(fmt::format("payroll.pay_refusal.{}", pay_refusal_code(why)));
}

Result<Payslip, PayRefusal> work_out_payslip(const PayFacts& facts, const StatutoryRules& rules) {
  if (const auto why = refuses(facts, rules)) return *why;
  Payslip slip = formula_of(rules.country)(facts, rules);
  for (const Assumption assumption : assumable(rules)) {
    if (!is_said(assumption, facts, rules)) slip.assumed.emplace_back(assumption_code(assumption));
  }
  slip.unverified = rules.unverified;
  slip.beyond_review = rules.reviewed < facts.on;
  slip.under_minimum_by = missing_to_minimum(slip, facts, rules);
  slip.better_at = better_step(slip, facts, rules);
  return slip;
}

Result<PayFacts, PayRefusal> with_settings(PayFacts facts, const PaySettings& settings) {
  facts.settings = settings;
  if (const auto minutes = settings.minutes("hours")) facts.worked_minutes = minutes;
  for (const char* key : {"part_time", "part_month"}) {
    const PaySettings::Part part = settings.part(key);
    if (!is_part(part.numerator, part.denominator) ||
        part.denominator > largest_part / facts.part_time_denominator)
      return PayRefusal::part_time_out_of_range;
    facts.part_time_numerator *= part.numerator;
    facts.part_time_denominator *= part.denominator;
  }
  const PaySettings::Part month = settings.part("part_month");
  facts.part_month_numerator *= month.numerator;
  facts.part_month_denominator *= month.denominator;
  return facts;
}

namespace {

Money sum_of(const std::vector<PayAllowance>& all, const Money& nothing) {
  Money sum = nothing;
  for (const PayAllowance& each : all) sum += each.amount;
  return sum;
}

// The taxes, from the regular base on.
std::optional<std::string> first_fault_of_tax(const Payslip& slip) {
  const Money nothing = Money::zero(slip.gross.currency());
  Money taxes = nothing;
  for (const TaxLine& tax : slip.taxes) {
    Money parts = nothing;
    for (const TaxLine::Part& part : tax.parts) parts += part.base;
    const Money base = tax.base.times_ratio(tax.months, 1, Rounding::exact).value();
    if (parts != std::max(base - sum_of(tax.off_year, nothing), nothing)) return "tax_base";
    if (tax.amount != tax_of(tax)) return "tax";
    if (!tax.special && tax.base != slip.tax_base) return "tax_base";
    taxes += tax.amount;
  }
  if (taxes != slip.tax) return "tax";
  return std::nullopt;
}

}  // namespace

std::optional<std::string> first_fault(const Payslip& slip) {
  const Money nothing = Money::zero(slip.gross.currency());
  Money net = slip.gross - slip.tax;
  Money cost = slip.gross;
  Money borne = nothing;
  RoundedTogether rounded;
  for (const PayLine& line : slip.lines) {
    const Money amount =
        rounded.amount(line.base, line.rate, line.rounding, line.rounded_with, line.special);
    if (amount != line.amount) return line.code;
    if (line.payer == Payer::employee) net -= line.amount;
    if (line.payer == Payer::employee && !line.special) borne += line.amount;
    if (line.payer == Payer::employer) cost += line.amount;
  }
  Money base =
      slip.gross - slip.special - sum_of(slip.free, nothing) - sum_of(slip.deductions, nothing);
  if (slip.taxed_after_contributions) base -= borne;
  base = std::max(base, nothing)
             .rounded_to(slip.tax_base_rounding.unit, slip.tax_base_rounding.mode)
             .value();
  // Special pay beyond its share is taxed with the regular pay.
  const bool part_of_special =
      !slip.special.is_zero() && slip.tax_base >= base && slip.tax_base <= base + slip.special;
  if (slip.tax_base != base && !part_of_special) return "tax_base";
  if (const auto fault = first_fault_of_tax(slip)) return fault;
  if (slip.net != net) return "net";
  if (slip.employer_cost != cost) return "employer_cost";
  return std::nullopt;
}

}  // namespace tilia::payroll
