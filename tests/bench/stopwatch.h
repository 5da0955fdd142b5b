// Times in a bench: medians of many rounds, and a verdict with both sides beside it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace tilia::bench {

using Microseconds = std::chrono::duration<double, std::micro>;

class Stopwatch {
 public:
  [[nodiscard]] double microseconds() const {
    return Microseconds(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

[[nodiscard]] double median(std::vector<double> rounds);

// Prints "what: ours / theirs = ratio (at most limit)"; false when it does not hold.
bool verdict(const std::string& what, double ours, double theirs, double limit);

}  // namespace tilia::bench
