#include "payroll/pay_slip_file.h"

#include <nlohmann/json.hpp>

#include "payroll/rounding_text.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::ordered_json;

Json rounding_json(const RoundingRule& rule) {
  return {{"mode", rounding_text(rule.mode)}, {"unit", rule.unit.text()}};
}

Json allowances_json(const std::vector<PayAllowance>& allowances) {
  Json all = Json::array();
  for (const PayAllowance& each : allowances)
    all.push_back({{"code", each.code},
                   {"amount", each.amount.text()},
                   {"from", each.from.text()},
                   {"law", each.law}});
  return all;
}

Json line_json(const PayLine& line) {
  Json json{{"code", line.code},
            {"payer", line.payer == Payer::employee ? "employee" : "employer"},
            {"base", line.base.text()},
            {"rate", line.rate.percent_text()},
            {"amount", line.amount.text()},
            {"from", line.from.text()},
            {"law", line.law},
            {"rounding", rounding_json(line.rounding)}};
  if (!line.rounded_with.empty()) json["rounded_with"] = line.rounded_with;
  if (line.special) json["special"] = true;
  return json;
}

Json tax_json(const TaxLine& tax) {
  Json parts = Json::array();
  for (const TaxLine::Part& part : tax.parts)
    parts.push_back({{"base", part.base.text()}, {"rate", part.rate.percent_text()}});
  return {{"special", tax.special},
          {"base", tax.base.text()},
          {"months", tax.months},
          {"off_year", allowances_json(tax.off_year)},
          {"parts", std::move(parts)},
          {"credits", allowances_json(tax.credits)},
          {"paid_out", allowances_json(tax.paid_out)},
          {"rounding", rounding_json(tax.rounding)},
          {"amount", tax.amount.text()},
          {"from", tax.from.text()},
          {"law", tax.law}};
}

}  // namespace

std::string pay_slip_json(const Payslip& slip) {
  Json lines = Json::array();
  for (const PayLine& line : slip.lines) lines.push_back(line_json(line));
  Json taxes = Json::array();
  for (const TaxLine& tax : slip.taxes) taxes.push_back(tax_json(tax));
  Json answer{{"country", slip.country},
              {"on", slip.on.text()},
              {"currency", slip.gross.currency().code()},
              {"gross", slip.gross.text()},
              {"special", slip.special.text()},
              {"lines", std::move(lines)},
              {"free", allowances_json(slip.free)},
              {"deductions", allowances_json(slip.deductions)},
              {"taxed_after_contributions", slip.taxed_after_contributions},
              {"tax_base", slip.tax_base.text()},
              {"taxes", std::move(taxes)},
              {"tax", slip.tax.text()},
              {"net", slip.net.text()},
              {"employer_cost", slip.employer_cost.text()},
              {"assumed", slip.assumed},
              {"unverified", slip.unverified},
              {"beyond_review", slip.beyond_review}};
  if (slip.under_minimum_by) answer["under_minimum_by"] = slip.under_minimum_by->text();
  if (slip.better_at) answer["better_at"] = slip.better_at->text();
  return answer.dump();
}

}  // namespace tilia::payroll
