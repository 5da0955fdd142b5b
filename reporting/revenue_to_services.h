// From sales to services: what became of what customers paid. Business figures only; nothing about
// people.
//
//   sales − VAT − running costs (wages included) = surplus;  surplus + donations − services =
//   carried forward
#pragma once

#include <string>
#include <vector>

#include "reporting/figures_book.h"

namespace tilia::reporting {

// Of each 100 that customers paid. The parts add up to exactly 100 (largest remainder); a loss has
// no such picture.
struct OfEachHundred {
  int vat = 0;
  int running_costs = 0;
  int reserve = 0;
  int services = 0;
  int others = 0;  // in an owner's report: what is the other owners'
};

struct RevenueToServices {
  BusinessFigures figures;
  Money net_sales;
  Money surplus;          // may be negative
  Money carried_forward;  // surplus (an owner's: her share of it) + donations − services
  bool has_hundred = false;
  OfEachHundred hundred;

  // What is left for whoever the report is for, and for the others.
  [[nodiscard]] Money own_surplus() const {
    return figures.owner ? figures.owner->surplus : surplus;
  }
  [[nodiscard]] Money others_surplus() const { return surplus - own_surplus(); }
};

enum class ReportRefusal { from_after_to, nothing_in_period, period_in_future };
[[nodiscard]] std::string_view report_refusal_code(ReportRefusal why);

[[nodiscard]] RevenueToServices draw_up_revenue_to_services(const BusinessFigures& figures);

}  // namespace tilia::reporting
