#include "app/demo_trade_life.h"

#include <numeric>

#include "core/check.h"

namespace tilia::app {

std::size_t weighted(const std::vector<int>& weights, Chance& chance) {
  const int whole = std::accumulate(weights.begin(), weights.end(), 0);
  auto drawn = static_cast<int>(chance.below(static_cast<std::uint64_t>(whole)));
  for (std::size_t at = 0; at < weights.size(); ++at) {
    drawn -= weights[at];
    if (drawn < 0) return at;
  }
  CHECK(false);
}

Money handed_over(const Money& due, Chance& chance) {
  constexpr std::int64_t steps_in_minor[] = {10'00, 50'00, 100'00, 200'00, 500'00, 1000'00};
  static const std::vector<int> in_hundred{34, 26, 22, 10, 6, 2};
  const std::int64_t step = steps_in_minor[weighted(in_hundred, chance)];
  return due.rounded_to(Money::from_minor(step, due.currency()), Rounding::up).value();
}

}  // namespace tilia::app
