#include "tests/bench/stopwatch.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::bench {

double median(std::vector<double> rounds) {
  const auto middle = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2);
  std::nth_element(rounds.begin(), middle, rounds.end());
  return *middle;
}

bool verdict(const std::string& what, double ours, double theirs, double limit) {
  const double ratio = ours / theirs;
  const bool holds = ratio <= limit;
  fmt::print("{:4} {}: {:.1f} / {:.1f} = {:.4g} (at most {})\n", holds ? "ok" : "OVER", what, ours,
             theirs, ratio, limit);
  return holds;
}

}  // namespace tilia::bench
