#include "payroll/payslip_words.h"

#include <fmt/format.h>

namespace tilia::payroll {
namespace {

TaxStep taken_off(const PayAllowance& allowance) {
  return {.name = name_of(allowance),
          .amount = -allowance.amount,
          .from = allowance.from,
          .law = allowance.law};
}

// From the month's base to the tax: the year, the parts that bear different rates, credits.
void add_tax(const TaxLine& tax, std::vector<TaxStep>& steps) {
  if (tax.months != 1)
    steps.push_back({.name = Phrase("payroll.step.year"),
                     .amount = tax.base.times_ratio(tax.months, 1, Rounding::exact).value()});
  for (const PayAllowance& each : tax.off_year) steps.push_back(taken_off(each));
  const bool one_rate = tax.parts.size() == 1 && tax.months == 1;
  if (!one_rate) {
    for (const TaxLine::Part& part : tax.parts)
      steps.push_back({.name = Phrase("payroll.step.part"), .base = part.base, .rate = part.rate});
  }
  for (const PayAllowance& each : tax.credits) steps.push_back(taken_off(each));
  for (const PayAllowance& each : tax.paid_out) steps.push_back(taken_off(each));
  TaxStep result{.name = Phrase(tax.special ? "payroll.step.tax_special" : "payroll.step.tax"),
                 .base = tax.base,
                 .amount = tax.amount,
                 .from = tax.from,
                 .law = tax.law,
                 .result = true};
  if (one_rate) result.rate = tax.parts.front().rate;
  steps.push_back(std::move(result));
}

}  // namespace

Phrase name_of(const PayLine& line) {
  return Phrase(fmt::format("payroll.line.{}_{}", line.branch,
                            line.payer == Payer::employee ? "employee" : "employer"));
}

Phrase name_of(const PayAllowance& allowance) {
  return Phrase(fmt::format("payroll.allowance.{}", allowance.code));
}

Phrase explained(const PayLine& line) {
  return Phrase(line.special ? "payroll.special_line_explained" : "payroll.line_explained")
      .with("rate", line.rate)
      .with("base", line.base);
}

Phrase assumed_sentence(const std::string& code) {
  return Phrase(fmt::format("payroll.assumed.{}", code));
}

std::vector<TaxStep> tax_steps(const Payslip& slip) {
  std::vector<TaxStep> steps;
  steps.push_back({.name = Phrase(slip.special.is_zero() ? "payroll.step.gross"
                                                         : "payroll.step.gross_without_special"),
                   .amount = slip.gross - slip.special});
  for (const PayAllowance& each : slip.free) steps.push_back(taken_off(each));
  if (slip.taxed_after_contributions) {
    Money borne = Money::zero(slip.gross.currency());
    for (const PayLine& line : slip.lines) {
      if (line.payer == Payer::employee && !line.special) borne += line.amount;
    }
    steps.push_back({.name = Phrase("payroll.step.contributions"), .amount = -borne});
  }
  for (const PayAllowance& each : slip.deductions) steps.push_back(taken_off(each));
  for (const TaxLine& tax : slip.taxes) add_tax(tax, steps);
  return steps;
}

}  // namespace tilia::payroll
