#include "payroll/cost_record.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {

MonthOfCost month_of_cost(const PayRun& run, const PayRunSlip& slip) {
  CHECK(run.state == PayRun::State::approved);
  return {
      .month = run.month, .run = run.id, .cost = slip.cost(), .shares = {{own_means, slip.cost()}}};
}

void add_month(CostRecord& record, MonthOfCost month) {
  const auto place = std::ranges::lower_bound(record.months, month.month, {}, &MonthOfCost::month);
  if (place != record.months.end() && place->month == month.month) return;
  Money together = Money::zero(month.cost.currency());
  for (const CostShare& share : month.shares) together += share.amount;
  CHECK(together == month.cost);
  record.months.insert(place, std::move(month));
}

}  // namespace tilia::payroll
