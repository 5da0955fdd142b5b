#include "payroll/payslip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/decimal_text.h"
#include "payroll/serbia.h"

namespace tilia::payroll {
namespace {

constexpr std::array<std::string_view, 6> assumable{"full_month", "full_time",     "open_ended",
                                                    "main_job",   "no_dependants", "ordinary_pay"};

// Far beyond any wage, and small enough that no product of a payslip overflows.
constexpr std::int64_t largest_gross_in_major_units = 1'000'000'000;
constexpr std::int64_t largest_part = 1'000'000'000;
constexpr int longest_month_in_minutes = 31 * 24 * 60;

std::optional<PayRefusal> refuses(const PayFacts& facts, const StatutoryRules& rules) {
  if (facts.gross.currency() != rules.currency) return PayRefusal::mixed_currency;
  if (facts.gross.minor() <= 0) return PayRefusal::gross_not_positive;
  if (facts.gross.minor() > largest_gross_in_major_units * rules.currency.minor_per_major())
    return PayRefusal::gross_too_large;
  if (facts.part_time_numerator <= 0 || facts.part_time_denominator > largest_part ||
      facts.part_time_numerator > facts.part_time_denominator)
    return PayRefusal::part_time_out_of_range;
  return std::nullopt;
}

Payslip by_country(const PayFacts& facts, const StatutoryRules& rules) {
  if (rules.country == "RS") return work_out_for_serbia(facts, rules);
  throw RuleFault(fmt::format("{}: there are rules, but no formulas yet", rules.country));
}

// What is missing to the minimum wage for the hours worked; nothing where it is reached or not
// known.
std::optional<Money> missing_to_minimum(const Money& net, const PayFacts& facts,
                                        const StatutoryRules& rules) {
  constexpr int minutes_per_hour = 60;
  if (!facts.worked_minutes || !rules.minimum_wage) return std::nullopt;
  const Money least = rules.minimum_wage->hourly_net
                          .times_ratio(*facts.worked_minutes, minutes_per_hour, rules.pay_rounding)
                          .value();
  if (net >= least) return std::nullopt;
  return least - net;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  const auto number = parse_decimal(text, 0);
  if (!number || number.value() < 0 || number.value() > largest_part) return std::nullopt;
  return number.value();
}

struct Part {
  std::int64_t numerator;
  std::int64_t denominator;
};

// "20/40"
std::optional<Part> parse_part(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto numerator = whole_number(text.substr(0, slash));
  const auto denominator = whole_number(text.substr(slash + 1));
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  return Part{*numerator, *denominator};
}

// "176" or "176:30"
std::optional<int> parse_hours(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto hours = whole_number(text.substr(0, colon));
  const auto minutes = colon == std::string_view::npos ? std::optional<std::int64_t>(0)
                       : text.size() == colon + 3      ? whole_number(text.substr(colon + 1))
                                                       : std::nullopt;
  if (!hours || !minutes || *minutes >= 60 || *hours > longest_month_in_minutes / 60)
    return std::nullopt;
  const auto all = static_cast<int>(*hours * 60 + *minutes);
  if (all > longest_month_in_minutes) return std::nullopt;
  return all;
}

}  // namespace

std::string_view pay_refusal_code(PayRefusal why) {
  switch (why) {
    case PayRefusal::gross_not_positive: return "gross_not_positive";
    case PayRefusal::gross_too_large: return "gross_too_large";
    case PayRefusal::mixed_currency: return "mixed_currency";
    case PayRefusal::unknown_setting: return "unknown_setting";
    case PayRefusal::bad_setting: return "bad_setting";
    case PayRefusal::part_time_out_of_range: return "part_time_out_of_range";
  }
  CHECK(false);
}

Phrase sentence_of(PayRefusal why) {
  return Phrase(fmt::format("payroll.pay_refusal.{}", pay_refusal_code(why)));
}

Result<Payslip, PayRefusal> work_out_payslip(const PayFacts& facts, const StatutoryRules& rules) {
  if (const auto why = refuses(facts, rules)) return *why;
  Payslip slip = by_country(facts, rules);
  for (const std::string_view code : assumable) {
    if (std::find(facts.stated.begin(), facts.stated.end(), code) == facts.stated.end())
      slip.assumed.emplace_back(code);
  }
  slip.beyond_review = rules.reviewed < facts.on;
  slip.under_minimum_by = missing_to_minimum(slip.net, facts, rules);
  return slip;
}

Result<PayFacts, PayRefusal> with_settings(PayFacts facts,
                                           const std::map<std::string, std::string>& settings) {
  for (const auto& [key, value] : settings) {
    if (key == "hours") {
      facts.worked_minutes = parse_hours(value);
      if (!facts.worked_minutes) return PayRefusal::bad_setting;
    } else if (key == "part_time" || key == "part_month") {
      const auto part = parse_part(value);
      if (!part) return PayRefusal::bad_setting;
      if (part->numerator == 0 || part->numerator > part->denominator ||
          part->denominator > largest_part / facts.part_time_denominator)
        return PayRefusal::part_time_out_of_range;
      facts.part_time_numerator *= part->numerator;
      facts.part_time_denominator *= part->denominator;
      facts.stated.emplace_back(key == "part_time" ? "full_time" : "full_month");
    } else {
      return PayRefusal::unknown_setting;
    }
  }
  return facts;
}

std::optional<std::string> first_fault(const Payslip& slip) {
  Money net = slip.gross - slip.tax;
  Money cost = slip.gross;
  for (const PayLine& line : slip.lines) {
    const auto amount = line.base.times(line.rate, line.rounding);
    if (!amount || amount.value() != line.amount) return line.code;
    if (line.payer == Payer::employee) net -= line.amount;
    if (line.payer == Payer::employer) cost += line.amount;
  }
  if (slip.tax_base != std::max(slip.gross - slip.untaxed, Money::zero(slip.gross.currency())))
    return "tax_base";
  const auto tax = slip.tax_base.times(slip.tax_rate, slip.tax_rounding);
  if (!tax || tax.value() != slip.tax) return "tax";
  if (slip.net != net) return "net";
  if (slip.employer_cost != cost) return "employer_cost";
  return std::nullopt;
}

}  // namespace tilia::payroll
