#include "payroll/pay_slip_file.h"

#include <nlohmann/json.hpp>

#include "payroll/rounding_text.h"

namespace tilia::payroll {

std::string pay_slip_json(const Payslip& slip) {
  using Json = nlohmann::ordered_json;
  Json lines = Json::array();
  for (const PayLine& line : slip.lines) {
    lines.push_back({{"code", line.code},
                     {"payer", line.payer == Payer::employee ? "employee" : "employer"},
                     {"base", line.base.text()},
                     {"rate", line.rate.percent_text()},
                     {"amount", line.amount.text()},
                     {"from", line.from.text()},
                     {"law", line.law},
                     {"rounding", rounding_text(line.rounding)}});
  }
  Json answer{{"country", slip.country},
              {"on", slip.on.text()},
              {"currency", slip.gross.currency().code()},
              {"gross", slip.gross.text()},
              {"lines", std::move(lines)},
              {"untaxed", slip.untaxed.text()},
              {"untaxed_from", slip.untaxed_from.text()},
              {"untaxed_law", slip.untaxed_law},
              {"tax_base", slip.tax_base.text()},
              {"tax_rate", slip.tax_rate.percent_text()},
              {"tax_from", slip.tax_from.text()},
              {"tax_law", slip.tax_law},
              {"tax", slip.tax.text()},
              {"net", slip.net.text()},
              {"employer_cost", slip.employer_cost.text()},
              {"assumed", slip.assumed},
              {"beyond_review", slip.beyond_review}};
  if (slip.under_minimum_by) answer["under_minimum_by"] = slip.under_minimum_by->text();
  return answer.dump();
}

}  // namespace tilia::payroll
