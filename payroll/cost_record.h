// What one worker's months cost, and who bears how much of it. It is kept in her sealed record
// beside the pay record; payroll has no key to it, and a payslip knows nothing of it.
//
// Amounts in minor units of the run's currency; the shares of a month are its cost to the cent.
#pragma once

#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

struct CostShare {
  std::string bearer;  // own_means, or an agreement by its id
  Money amount;

  friend bool operator==(const CostShare&, const CostShare&) = default;
};
// What the enterprise earns itself.
inline constexpr const char* own_means = "own";

struct MonthOfCost {
  Month month;
  PayRunId run;
  Money cost;  // gross and what the employer pays on top
  std::vector<CostShare> shares;

  friend bool operator==(const MonthOfCost&, const MonthOfCost&) = default;
};

struct CostRecord {
  std::vector<MonthOfCost> months;  // in their order, each once

  friend bool operator==(const CostRecord&, const CostRecord&) = default;
};

// One slip of an approved run, borne by the enterprise itself as long as no agreement says
// otherwise.
[[nodiscard]] MonthOfCost month_of_cost(const PayRun& run, const PayRunSlip& slip);
// A month that is there already stays as it is: what was split is not split again.
void add_month(CostRecord& record, MonthOfCost month);

}  // namespace tilia::payroll
