#include "payroll/funding/split_wages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "payroll/funding/wanted.h"

namespace tilia::payroll {
namespace {

using Why = SplitRefusal::Why;

constexpr std::array<std::string_view, 6> cut_texts{"cap_month", "cap_total",        "budget",
                                                    "cost",      "hours_limit_year", "aid_ceiling"};

// What is used up from month to month.
struct UsedUp {
  std::vector<FunderUse> funders;
  std::vector<std::vector<std::int64_t>> by_phase;                               // of each plan
  std::map<std::pair<std::size_t, int>, std::map<std::size_t, Fraction>> hours;  // plan and year
};

// One worker's month with her plan.
class Turn {
 public:
  Turn(const Agreements& agreements, std::size_t plan, const CostMonth& month, std::size_t place,
       UsedUp& used, std::vector<FundingFinding>& findings)
      : agreements_(agreements),
        plan_(agreements.plans[plan]),
        plan_place_(plan),
        month_(month),
        place_(place),
        used_(used),
        findings_(findings),
        left_(month.employer_cost.minor()) {}

  MonthSplit split() {
    see_who_is_in_force();
    open_aid_ceiling();
    for (std::size_t at = 0; at < in_force_.size(); ++at) {
      if (done_[at]) continue;
      if (phase(at).basis == FundingBasis::remainder)
        pay_remainders(phase(at).priority);
      else
        pay(at, wanted_of(phase(at), month_, in_force_[at].days, place_));
    }
    return {.shares = std::move(shares_),
            .own = money(left_),
            .paid_to_worker = std::move(paid_to_worker_)};
  }

 private:
  struct InForce {
    std::size_t phase;
    DaysInForce days;
  };

  const FundingPhase& phase(std::size_t at) const { return plan_.phases[in_force_[at].phase]; }
  Money money(std::int64_t minor) const { return Money::from_minor(minor, agreements_.currency); }

  void see_who_is_in_force() {
    for (std::size_t at = 0; at < plan_.phases.size(); ++at) {
      const auto days = days_in_force(plan_.phases[at], month_);
      if (!days) continue;
      const FundingPhase& phase = plan_.phases[at];
      check_figures(phase, agreements_.funders[phase.funder], month_, place_);
      in_force_.push_back({at, *days});
    }
    std::stable_sort(in_force_.begin(), in_force_.end(), [&](const InForce& a, const InForce& b) {
      return plan_.phases[a.phase].priority < plan_.phases[b.phase].priority;
    });
    done_.resize(in_force_.size());
  }

  void open_aid_ceiling() {
    const auto public_aid = [&](const InForce& each) {
      const FundingPhase& one = plan_.phases[each.phase];
      return agreements_.funders[one.funder].public_aid && !one.to_worker;
    };
    if (!agreements_.aid_ceiling || std::none_of(in_force_.begin(), in_force_.end(), public_aid))
      return;
    aid_left_ = ceiling_of(*agreements_.aid_ceiling, month_, place_);
  }

  // Remainders of one priority share what is left at this moment; what a cut frees is for later
  // phases.
  void pay_remainders(std::int64_t priority) {
    std::vector<std::size_t> block;
    std::vector<Exact> percents;
    for (std::size_t at = 0; at < in_force_.size(); ++at) {
      if (phase(at).basis != FundingBasis::remainder || phase(at).priority != priority) continue;
      block.push_back(at);
      percents.push_back(phase(at).percent);
    }
    const std::int64_t base = left_;
    const auto parts = remainder_parts(base, percents);
    if (!parts)
      throw SplitRefusal{
          Why::over_hundred,
          fmt::format("plans[{}].phases[{}].percent", plan_place_, in_force_[block.back()].phase),
          month_.month.text()};
    for (std::size_t at = 0; at < block.size(); ++at)
      pay(block[at], {.basis_minor = base, .minor = (*parts)[at]});
  }

  void pay(std::size_t at, const Wanted& wanted) {
    done_[at] = true;
    if (wanted.minor == 0) return;
    const FundingPhase& one = phase(at);
    const Funder& funder = agreements_.funders[one.funder];
    std::int64_t& by_phase = used_.by_phase[plan_place_][in_force_[at].phase];
    FunderUse& use = used_.funders[one.funder];
    FundingShare share{.phase = in_force_[at].phase,
                       .funder = one.funder,
                       .amount = money(wanted.minor),
                       .basis_amount = money(wanted.basis_minor)};
    if (one.cap_month) cut(share, FundingCut::cap_month, one.cap_month->minor());
    if (one.cap_month_at_minimum_wage)
      cut(share, FundingCut::cap_month, month_.minimum_wage->minor());
    if (one.cap_total) cut(share, FundingCut::cap_total, one.cap_total->minor() - by_phase);
    if (funder.budget) cut(share, FundingCut::budget, funder.budget->minor() - use.used.minor());
    if (!one.to_worker) {
      cut(share, FundingCut::cost, left_);
      if (funder.hours_limit_year) cut_to_hours(share, funder);
      if (funder.public_aid && aid_left_) cut(share, FundingCut::aid_ceiling, *aid_left_);
      if (funder.hours_limit_year) count_hours(share);
      left_ -= share.amount.minor();
      if (funder.public_aid && aid_left_) *aid_left_ -= share.amount.minor();
    }
    by_phase += share.amount.minor();
    use.used += share.amount;
    (one.to_worker ? paid_to_worker_ : shares_).push_back(std::move(share));
  }

  void cut(FundingShare& share, FundingCut why, std::int64_t most) {
    most = std::max<std::int64_t>(most, 0);
    if (share.amount.minor() <= most) return;
    share.amount = money(most);
    share.cuts.push_back(why);
    if (why == FundingCut::budget && !used_.funders[share.funder].runs_out)
      used_.funders[share.funder].runs_out = month_.month;
    const bool told = why == FundingCut::budget || why == FundingCut::hours_limit_year ||
                      why == FundingCut::aid_ceiling;
    if (told) findings_.push_back({.month = place_, .funder = share.funder, .cut = why});
  }

  // Hours paid are hours × share ÷ cost; they add up exactly over the year.
  void cut_to_hours(FundingShare& share, const Funder& funder) {
    const Fraction hours(month_.hours->top, month_.hours->bottom);
    const std::int64_t cost = month_.employer_cost.minor();
    if (hours == 0 || cost == 0) return;
    const Fraction& used = used_.hours[{plan_place_, month_.month.year()}][share.funder];
    const Fraction limit(funder.hours_limit_year->top, funder.hours_limit_year->bottom);
    const Fraction most = (limit - used) * cost / hours;
    const Whole fits = most <= 0 ? Whole(0) : Whole(numerator(most) / denominator(most));
    cut(share, FundingCut::hours_limit_year,
        std::min(fits, Whole(largest_minor)).convert_to<std::int64_t>());
  }

  void count_hours(const FundingShare& share) {
    const std::int64_t cost = month_.employer_cost.minor();
    if (cost == 0) return;
    used_.hours[{plan_place_, month_.month.year()}][share.funder] +=
        Fraction(month_.hours->top, month_.hours->bottom) * share.amount.minor() / cost;
  }

  const Agreements& agreements_;
  const FundingPlan& plan_;
  std::size_t plan_place_;
  const CostMonth& month_;
  std::size_t place_;
  UsedUp& used_;
  std::vector<FundingFinding>& findings_;
  std::int64_t left_;
  std::optional<std::int64_t> aid_left_;
  std::vector<InForce> in_force_;
  std::vector<bool> done_;
  std::vector<FundingShare> shares_;
  std::vector<FundingShare> paid_to_worker_;
};

}  // namespace

std::string_view funding_cut_text(FundingCut cut) {
  return cut_texts.at(static_cast<std::size_t>(cut));
}

Result<WageSplit, SplitRefusal> split_wages(const Agreements& agreements,
                                            const std::vector<CostMonth>& months) {
  UsedUp used;
  used.funders.assign(agreements.funders.size(), {.used = Money::zero(agreements.currency)});
  std::unordered_map<std::string_view, std::size_t> plan_of;
  for (const FundingPlan& plan : agreements.plans) {
    plan_of.emplace(plan.worker, used.by_phase.size());
    used.by_phase.emplace_back(plan.phases.size());
  }
  WageSplit answer;
  answer.months.reserve(months.size());
  try {
    for (const CostMonth& month : months) {
      const auto plan = plan_of.find(month.worker);
      if (plan == plan_of.end()) {
        answer.months.push_back({.own = month.employer_cost});
        continue;
      }
      Turn turn(agreements, plan->second, month, answer.months.size(), used, answer.findings);
      answer.months.push_back(turn.split());
    }
  } catch (const SplitRefusal& refusal) {
    return refusal;
  }
  answer.funders = std::move(used.funders);
  return answer;
}

}  // namespace tilia::payroll
