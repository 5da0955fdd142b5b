// Splits months of wage cost among funders by their plans, to the last minor unit: in every month
// the shares and the shop's own part add up to the employer cost.
//
// Months are taken in the order given; budgets, totals and limits of hours are used up in that
// order. Phases in force go by priority, then as the plan has them. Each wants percent × basis,
// rounded half-up once, and is then cut, each cut acting on what the one before left. Remainders of
// one priority share what is left when the first of them has its turn. A premium to the worker is
// outside the cost: her cap, the total and the budget alone cut it.
//
//   split_wages(agreements, months).value().months[0].own
//
// Errors: a figure that a phase in force needs and the month lacks, remainders of one priority
// beyond 100 % together, an amount beyond `largest_minor`. Nothing is split then.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "payroll/funding/funding_plan.h"

namespace tilia::payroll {

// In the order in which they act.
enum class FundingCut { cap_month, cap_total, budget, cost, hours_limit_year, aid_ceiling };
[[nodiscard]] std::string_view funding_cut_text(FundingCut cut);

struct FundingShare {
  std::size_t phase = 0;  // place in the worker's plan
  std::size_t funder = 0;
  Money amount;
  Money basis_amount;  // after any proportion, before the percent
  std::vector<FundingCut> cuts = {};
};

// A budget, a limit of hours or the ceiling that lowered a share.
struct FundingFinding {
  std::size_t month = 0;  // place among the months
  std::size_t funder = 0;
  FundingCut cut = FundingCut::budget;
};

struct MonthSplit {
  std::vector<FundingShare> shares = {};  // in order of payment
  Money own;
  std::vector<FundingShare> paid_to_worker = {};
};

struct FunderUse {
  Money used;
  std::optional<Month> runs_out = {};  // the first month in which the budget cut
};

struct WageSplit {
  std::vector<MonthSplit> months = {};  // as asked for
  std::vector<FunderUse> funders = {};  // as in the agreements
  std::vector<FundingFinding> findings = {};
};

struct SplitRefusal {
  enum class Why { missing_figure, over_hundred, too_large };
  Why why = Why::missing_figure;
  std::string place = {};  // "months[3].gross"
  std::string found = {};
};

[[nodiscard]] Result<WageSplit, SplitRefusal> split_wages(const Agreements& agreements,
                                                          const std::vector<CostMonth>& months);

}  // namespace tilia::payroll
