// What a manager sees about protection: how often, in a shop and a month, a rest was cut short, a
// break was missed, or hours went over a limit, in hours that are approved. Numbers of events:
// nobody is in them, and nothing can be ranked by person.
#pragma once

#include <string>
#include <vector>

#include "payroll/shifts/approve_hours.h"

namespace tilia::payroll {

struct ProtectionFigures {
  std::string shop;  // empty: worked without a plan, or the one shop
  Month month;
  int rest_breaches = 0;
  int missed_breaks = 0;
  int hours_over_limit = 0;

  friend bool operator==(const ProtectionFigures&, const ProtectionFigures&) = default;
};

// Of every shop of the book and of every other that has an event, by shop.
[[nodiscard]] std::vector<ProtectionFigures> protection_figures(const ApproveHours::Doors& doors,
                                                                const Month& month);

}  // namespace tilia::payroll
