// The report as one JSON document.
#include <nlohmann/json.hpp>

#include "reporting/tables.h"

namespace tilia::reporting {

using Json = nlohmann::ordered_json;

std::string revenue_to_services_json(const Publishable<RevenueToServices>& report) {
  const RevenueToServices& table = report.table();
  const BusinessFigures& sums = table.figures;
  Json document{{"from", sums.from.text()},
                {"to", sums.to.text()},
                {"currency", std::string(sums.currency.code())},
                {"organisation", sums.organisation},
                {"practice", sums.practice},
                {"provisional", sums.month_open},
                {"shops", sums.shops},
                {"sales_gross", sums.sales_gross.text()},
                {"vat", sums.vat.text()},
                {"net_sales", table.net_sales.text()},
                {"running_costs", sums.running_costs.text()},
                {"surplus", table.surplus.text()},
                {"donations", sums.donations.text()},
                {"services", sums.services.text()},
                {"carried_forward", table.carried_forward.text()}};
  if (sums.vouchers_given) document["vouchers_given"] = sums.vouchers_given->text();
  if (sums.makers_share) document["makers_share"] = sums.makers_share->text();
  if (sums.owner)
    document["owner"] = Json{{"code", sums.owner->code},
                             {"name", sums.owner->name},
                             {"surplus", sums.owner->surplus.text()},
                             {"others", table.others_surplus().text()},
                             {"common_services", sums.owner->common_services.text()}};
  document["of_each_hundred"] = nullptr;  // a loss has no such picture
  if (table.has_hundred) {
    document["of_each_hundred"] = Json{{"vat", table.hundred.vat},
                                       {"running_costs", table.hundred.running_costs},
                                       {"reserve", table.hundred.reserve},
                                       {"services", table.hundred.services}};
    if (sums.owner) document["of_each_hundred"]["others"] = table.hundred.others;
  }
  document["by_service"] = Json::array();
  for (const ServiceSum& service : sums.by_service) {
    document["by_service"].push_back(Json{{"kind", std::string(service_kind_text(service.kind))},
                                          {"units", service.units},
                                          {"amount", service.amount.text()}});
  }
  document["by_month"] = Json::array();
  for (const MonthSum& month : sums.by_month) {
    document["by_month"].push_back(Json{{"month", month.month.text()},
                                        {"sales_gross", month.sales_gross.text()},
                                        {"services", month.services.text()}});
  }
  document["record"] = sums.journal_head;
  return document.dump(2) + "\n";
}

}  // namespace tilia::reporting
