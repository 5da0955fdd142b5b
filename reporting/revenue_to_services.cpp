#include "reporting/revenue_to_services.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::reporting {
namespace {

// Services beyond the surplus were paid by donations and what was kept from before, not by these
// customers.
OfEachHundred of_each_hundred(const RevenueToServices& report) {
  const BusinessFigures& sums = report.figures;
  const Money paid_from_surplus = std::min(sums.services, report.own_surplus());
  const Money kept = report.own_surplus() - paid_from_surplus;
  const std::vector<Money> parts =
      shared_out(Money::from_minor(100, sums.currency),
                 {sums.vat.minor(), sums.running_costs.minor(), kept.minor(),
                  paid_from_surplus.minor(), report.others_surplus().minor()});
  const auto part = [&parts](std::size_t at) { return static_cast<int>(parts.at(at).minor()); };
  return {part(0), part(1), part(2), part(3), part(4)};
}

}  // namespace

std::string_view report_refusal_code(ReportRefusal why) {
  switch (why) {
    case ReportRefusal::from_after_to: return "from_after_to";
    case ReportRefusal::nothing_in_period: return "nothing_in_period";
    case ReportRefusal::period_in_future: return "period_in_future";
  }
  CHECK(false);
}

RevenueToServices draw_up_revenue_to_services(const BusinessFigures& figures) {
  const Money net_sales = figures.sales_gross - figures.vat;
  const Money surplus = net_sales - figures.running_costs;
  RevenueToServices report{figures, net_sales, surplus, Money::zero(figures.currency), false, {}};
  report.carried_forward = report.own_surplus() + figures.donations - figures.services;
  const Money zero = Money::zero(figures.currency);
  report.has_hundred = figures.sales_gross > zero && figures.vat >= zero &&
                       figures.running_costs >= zero && surplus >= zero &&
                       figures.services >= zero && report.own_surplus() >= zero &&
                       report.others_surplus() >= zero;
  if (report.has_hundred) report.hundred = of_each_hundred(report);
  return report;
}

}  // namespace tilia::reporting
