#include "payroll/funding/wanted.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace tilia::payroll {
namespace {

using Why = SplitRefusal::Why;

constexpr int months_a_year = 12;

[[noreturn]] void lacks(std::size_t place, const char* figure) {
  throw SplitRefusal{Why::missing_figure, fmt::format("months[{}].{}", place, figure), ""};
}

Exact of(const std::optional<Money>& amount, std::size_t place, const char* figure) {
  if (!amount) lacks(place, figure);
  return {amount->minor(), 1};
}

std::int64_t months_between(const Month& from, const Month& to) {
  return (to.year() - from.year()) * months_a_year + to.month() - from.month();
}

// This month's part of a lump sum: evenly, what is left over to the earlier months.
Exact part_of_lump_sum(const FundingPhase& phase, const Month& month) {
  std::int64_t parts = 0;
  std::int64_t at = 0;
  if (phase.from) {
    parts = months_between(Month::of(*phase.from), Month::of(*phase.to)) + 1;
    at = months_between(Month::of(*phase.from), month);
  } else {
    parts = std::ssize(phase.months);
    at = std::lower_bound(phase.months.begin(), phase.months.end(), month) - phase.months.begin();
  }
  const std::int64_t whole = phase.amount->minor();
  return {whole / parts + (at < whole % parts ? 1 : 0), 1};
}

// A fixed amount over the days in force, each with the amount that holds on it.
Exact fixed_amount(const FundingPhase& phase, const Month& month, const DaysInForce& days) {
  Exact sum{0, month.days()};
  for (Day day = days.first; day <= days.last; day = day.plus_days(1)) {
    const auto later =
        std::find_if(phase.steps.begin(), phase.steps.end(),
                     [&](const FundingPhase::Step& step) { return step.from > day; });
    sum.top +=
        later == phase.steps.begin() ? phase.amount->minor() : std::prev(later)->amount.minor();
  }
  return sum;
}

Exact uplifted(const FundingPhase& phase, Exact gross) {
  if (phase.cap_basis) gross.top = std::min<Whole>(gross.top, phase.cap_basis->minor());
  return gross.times(phase.factor);
}

// Contributions and tax count together; where the tax is to be given back, nothing is wanted.
Exact contributions(const FundingPhase& phase, const CostMonth& month, std::size_t place) {
  Exact sum = of(month.contributions, place, "contributions");
  if (!phase.with_tax || sum.negative()) return sum;
  const Exact tax = of(month.tax, place, "tax");
  if (tax.negative()) return tax;
  sum.top += tax.top;
  return sum;
}

Exact in_proportion(const Exact& whole, const DaysInForce& days, const Month& month) {
  return whole.times({days.first.days_until(days.last) + 1, month.days()});
}

Exact basis_of(const FundingPhase& phase, const CostMonth& month, const DaysInForce& days,
               std::size_t place) {
  Exact basis;
  switch (phase.basis) {
    case FundingBasis::gross: basis = of(month.gross, place, "gross"); break;
    case FundingBasis::net: basis = of(month.net, place, "net"); break;
    case FundingBasis::employer_cost: basis = {month.employer_cost.minor(), 1}; break;
    case FundingBasis::contributions: basis = contributions(phase, month, place); break;
    case FundingBasis::minimum_wage:
      return in_proportion(of(month.minimum_wage, place, "minimum_wage"), days, month.month);
    case FundingBasis::uplifted_gross:
      basis = uplifted(phase, of(month.gross, place, "gross"));
      break;
    case FundingBasis::hours:
      if (!month.hours) lacks(place, "hours");
      basis = month.hours->times({phase.rate->minor(), 1});
      break;
    case FundingBasis::fixed: return fixed_amount(phase, month.month, days);
    case FundingBasis::lump_sum: basis = part_of_lump_sum(phase, month.month); break;
    case FundingBasis::remainder: CHECK(false);
  }
  return phase.prorate ? in_proportion(basis, days, month.month) : basis;
}

}  // namespace

std::optional<DaysInForce> days_in_force(const FundingPhase& phase, const CostMonth& month) {
  DaysInForce days{month.month.first_day(), month.month.last_day()};
  const auto not_before = [&](const std::optional<Day>& day) {
    if (day) days.first = std::max(days.first, *day);
  };
  const auto not_after = [&](const std::optional<Day>& day) {
    if (day) days.last = std::min(days.last, *day);
  };
  if (!phase.from && !std::binary_search(phase.months.begin(), phase.months.end(), month.month))
    return std::nullopt;
  not_before(phase.from);
  not_before(month.employed_from);
  not_after(phase.to);
  not_after(month.employed_to);
  if (days.last < days.first) return std::nullopt;
  return days;
}

void check_figures(const FundingPhase& phase, const Funder& funder, const CostMonth& month,
                   std::size_t place) {
  if (phase.cap_month_at_minimum_wage && !month.minimum_wage) lacks(place, "minimum_wage");
  if (phase.basis == FundingBasis::contributions && phase.with_tax && !month.tax)
    lacks(place, "tax");
  if (funder.hours_limit_year && !phase.to_worker && !month.hours) lacks(place, "hours");
}

Wanted wanted_of(const FundingPhase& phase, const CostMonth& month, const DaysInForce& days,
                 std::size_t place) {
  const Exact basis = basis_of(phase, month, days, place);
  if (basis.top <= 0) return {};
  const Whole shown = half_up(basis);
  const Whole wanted = half_up(basis.times(phase.percent).times({1, 100}));
  if (shown > largest_minor || (phase.to_worker && wanted > largest_minor))
    throw SplitRefusal{Why::too_large, fmt::format("months[{}]", place), ""};
  // No cost is above `largest_minor`, so that whoever wants more is cut to it all the same.
  return {.basis_minor = shown.convert_to<std::int64_t>(),
          .minor = std::min(wanted, Whole(largest_minor + 1)).convert_to<std::int64_t>()};
}

std::optional<std::vector<std::int64_t>> remainder_parts(std::int64_t left,
                                                         const std::vector<Exact>& percents) {
  Whole scale = 1;
  for (const Exact& percent : percents) scale = std::max(scale, percent.bottom);
  std::vector<Whole> weights;
  for (const Exact& percent : percents) weights.push_back(percent.top * (scale / percent.bottom));
  const Whole hundred = scale * 100;
  const Whole all = std::accumulate(weights.begin(), weights.end(), Whole(0));
  if (all > hundred) return std::nullopt;
  std::vector<std::int64_t> parts;
  std::vector<std::pair<Whole, std::size_t>> left_over;
  for (const Whole& weight : weights) {
    const Exact part{weight * left, hundred};
    left_over.emplace_back(part.top % part.bottom, parts.size());
    parts.push_back(
        (all == hundred ? rounded_down(part) : half_up(part)).convert_to<std::int64_t>());
  }
  if (all != hundred) return parts;
  std::stable_sort(left_over.begin(), left_over.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::int64_t missing = left - std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
  for (const auto& [remainder, at] : left_over)
    if (missing-- > 0) ++parts[at];
  return parts;
}

std::int64_t ceiling_of(const AidCeiling& ceiling, const CostMonth& month, std::size_t place) {
  const FundingPhase of_basis{.basis = ceiling.basis};
  const DaysInForce whole{month.month.first_day(), month.month.last_day()};
  const Exact basis = basis_of(of_basis, month, whole, place);
  if (basis.top <= 0) return 0;
  const Whole most = rounded_down(basis.times(ceiling.percent).times({1, 100}));
  return std::min(most, Whole(largest_minor)).convert_to<std::int64_t>();
}

}  // namespace tilia::payroll
