#include "reporting/tables.h"

#include <fmt/format.h>

#include "core/csv_field.h"

namespace tilia::reporting {
namespace {

class Rows {
 public:
  Rows(const Currency& currency, const Words& words) : currency_(currency), words_(words) {}

  void add(std::string_view part, std::string_view item, const std::string& label,
           const std::string& units, const Money& amount) {
    text_ += fmt::format("{},{},{},{},{},{}\r\n", part, item, csv_field(label), units,
                         amount.text(), currency_.code());
  }
  void sum(std::string_view item, const std::string& key, const Money& amount) {
    add("sum", item, words_.say(key), "", amount);
  }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  Currency currency_;
  const Words& words_;
  std::string text_ = "part,item,label,units,amount,currency\r\n";
};

}  // namespace

std::string revenue_to_services_csv(const Publishable<RevenueToServices>& report,
                                    const Words& words) {
  const RevenueToServices& table = report.table();
  const BusinessFigures& sums = table.figures;
  Rows rows(sums.currency, words);
  rows.sum("sales_gross", "reporting.report.step.sales", sums.sales_gross);
  if (sums.vouchers_given)
    rows.sum("vouchers_given", "reporting.report.vouchers_given", *sums.vouchers_given);
  if (sums.makers_share)
    rows.sum("makers_share", "reporting.report.makers_share", *sums.makers_share);
  rows.sum("vat", "reporting.report.step.vat", sums.vat);
  rows.sum("net_sales", "reporting.table.net_sales", table.net_sales);
  rows.sum("running_costs", "reporting.report.step.running_costs", sums.running_costs);
  rows.sum("surplus", "reporting.report.step.surplus", table.surplus);
  if (sums.owner) {
    rows.sum("others", "reporting.report.step.others", table.others_surplus());
    rows.sum("common_services", "reporting.report.common_services", sums.owner->common_services);
  }
  rows.sum("donations", "reporting.report.step.donations", sums.donations);
  rows.sum("services", "reporting.report.step.services", sums.services);
  rows.sum("carried_forward", "reporting.report.step.carried_forward", table.carried_forward);
  for (const ServiceSum& service : sums.by_service) {
    const std::string_view kind = service_kind_text(service.kind);
    rows.add("service", kind, words.say(fmt::format("reporting.service.{}", kind)),
             fmt::format("{}", service.units), service.amount);
  }
  for (const MonthSum& month : sums.by_month) {
    const std::string day = month.month.text();
    rows.add("month_sales", day, words.month(month.month), "", month.sales_gross);
    rows.add("month_services", day, words.month(month.month), "", month.services);
  }
  return std::move(rows).text();
}

}  // namespace tilia::reporting
