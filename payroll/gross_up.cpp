#include "payroll/gross_up.h"

#include <algorithm>
#include <limits>

namespace tilia::payroll {
namespace {

// Far more than any law takes: no gross needs to be more than this many times its net.
constexpr std::int64_t most_times = 8;
// Rounding lets the net fall by a little where the gross rises by one unit; within so many units of
// the first gross that is enough, every one is looked at.
constexpr std::int64_t around = 64;

class Search {
 public:
  Search(const Money& net, PayFacts facts, const StatutoryRules& rules)
      : wanted_(net), facts_(std::move(facts)), rules_(rules), unit_(rules.rounding.unit.minor()) {}

  // A wage that law itself names may stand alone above its neighbours, with a part of it free.
  void look_at_minimum_wages() {
    for (const MinimumWage& each : rules_.minimum_wages) {
      if (each.net || each.per != MinimumWage::Per::month) continue;
      const auto part = each.amount.times_ratio(facts_.part_time_numerator,
                                                facts_.part_time_denominator, Rounding::half_up);
      look_at(part.value().minor() / unit_, 1);
    }
  }

  // Between two steps of the law the net rises with the gross, but for rounding.
  void look_between(std::int64_t first, std::int64_t last) {
    std::int64_t low = first;
    std::int64_t high = last;
    while (low < high) {
      const std::int64_t middle = low + (high - low) / 2;
      if (net_of(middle) >= wanted_) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    for (std::int64_t at = std::max(first, low - around); at <= std::min(last, low + around); ++at)
      look_at(at, 0);
  }

  [[nodiscard]] const std::optional<GrossForNet>& best() const { return best_; }

 private:
  [[nodiscard]] Money gross_of(std::int64_t units) const {
    return Money::from_minor(units * unit_, rules_.currency);
  }

  [[nodiscard]] Money net_of(std::int64_t units) {
    facts_.gross = gross_of(units);
    const auto slip = work_out_payslip(facts_, rules_);
    CHECK(slip);
    return slip.value().net;
  }

  // Exact before above, less above before more, and of equals the smallest. `short_by`: so many
  // hundredths less are as good as above, for the pairs that a decree rounds itself.
  void look_at(std::int64_t units, std::int64_t short_by) {
    if (units <= 0) return;
    const Money net = net_of(units);
    if (net + Money::from_minor(short_by, rules_.currency) < wanted_) return;
    if (short_by > 0 && net > wanted_) return;
    const GrossForNet found{gross_of(units), net, net == wanted_};
    const auto rank = [this](const GrossForNet& each) {
      return std::pair(each.net < wanted_ ? Money::zero(rules_.currency) : each.net - wanted_,
                       each.gross);
    };
    if (!best_ || rank(found) < rank(*best_)) best_ = found;
  }

  Money wanted_;
  PayFacts facts_;
  const StatutoryRules& rules_;
  std::int64_t unit_;
  std::optional<GrossForNet> best_;
};

// The whole wages, in units, at which a law takes another step.
std::vector<std::int64_t> steps_of(const StatutoryRules& rules, std::int64_t unit) {
  std::vector<std::int64_t> steps;
  for (const auto& [code, rule] : rules.by_gross) {
    for (const AmountByGross::Step& each : rule.steps)
      if (each.up_to) steps.push_back(each.up_to->minor() / unit);
  }
  for (const ContributionRule& rule : rules.contributions) {
    for (const ContributionRule::Step& each : rule.lower)
      steps.push_back(each.up_to.minor() / unit);
    if (rule.free_up_to) steps.push_back(rule.free_up_to->amount.minor() / unit);
  }
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

}  // namespace

Result<GrossForNet, PayRefusal> gross_for_net(const Money& net, const PayFacts& facts,
                                              const StatutoryRules& rules) {
  if (net.currency() != rules.currency) return PayRefusal::mixed_currency;
  if (net.minor() <= 0) return PayRefusal::gross_not_positive;
  if (net.minor() > std::numeric_limits<std::int64_t>::max() / most_times)
    return PayRefusal::gross_too_large;
  PayFacts asked = facts;
  const Money most = net.times_ratio(most_times, 1, Rounding::exact).value();
  asked.gross = most;
  const auto possible = work_out_payslip(asked, rules);
  if (!possible) return possible.refusal();
  Search search(net, asked, rules);
  search.look_at_minimum_wages();
  const std::int64_t unit = rules.rounding.unit.minor();
  std::int64_t first = 1;
  for (const std::int64_t step : steps_of(rules, unit)) {
    search.look_between(first, step);
    first = step + 1;
  }
  search.look_between(first, std::max(first, most.minor() / unit));
  if (!search.best()) return PayRefusal::gross_too_large;
  return *search.best();
}

}  // namespace tilia::payroll
