#include "core/rounding.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "core/check.h"
#include "tests/core/seed.h"

namespace tilia {
namespace {

constexpr std::array<Rounding, 7> all_modes{
    Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up,
    Rounding::floor,   Rounding::ceiling,   Rounding::exact};

// What a mode means, said without dividing: of the two whole numbers around n / d, which one.
// `below` and `above` are neighbours with below * d < n < above * d (d > 0).
std::int64_t chosen(std::int64_t n, std::int64_t d, std::int64_t below, Rounding mode) {
  const std::int64_t above = below + 1;
  const std::int64_t to_below = n - below * d;
  const std::int64_t to_above = above * d - n;
  const std::int64_t nearer_zero = n > 0 ? below : above;
  const std::int64_t further = n > 0 ? above : below;
  switch (mode) {
    case Rounding::floor: return below;
    case Rounding::ceiling: return above;
    case Rounding::down: return nearer_zero;
    case Rounding::up: return further;
    case Rounding::half_up:
      return to_below == to_above ? further : (to_below < to_above ? below : above);
    case Rounding::half_even:
      if (to_below == to_above) return below % 2 == 0 ? below : above;
      return to_below < to_above ? below : above;
    case Rounding::exact: break;
  }
  ADD_FAILURE() << "no neighbour is exact";
  return 0;
}

std::string told(std::int64_t n, std::int64_t d, Rounding mode) {
  return std::to_string(n) + " / " + std::to_string(d) + " in mode " +
         std::to_string(static_cast<int>(mode));
}

void expect_as_defined(std::int64_t n, std::int64_t d, std::int64_t below, Rounding mode) {
  const auto rounded = divide_rounded(n, d, mode);
  const bool fits = below * d == n;
  if (mode == Rounding::exact && !fits) {
    ASSERT_FALSE(rounded.has_value()) << told(n, d, mode);
    return;
  }
  ASSERT_TRUE(rounded.has_value()) << told(n, d, mode);
  const std::int64_t wanted = fits ? below : chosen(n, d, below, mode);
  ASSERT_EQ(static_cast<std::int64_t>(*rounded), wanted) << told(n, d, mode);
}

TEST(Rounding, FollowsItsDefinitionOnEverySmallFraction) {
  for (std::int64_t d = 1; d <= 40; ++d) {
    std::int64_t below = -200 / d - 1;  // found by walking, not by dividing
    for (std::int64_t n = -200; n <= 200; ++n) {
      while ((below + 1) * d <= n) ++below;
      for (const Rounding mode : all_modes) {
        ASSERT_NO_FATAL_FAILURE(expect_as_defined(n, d, below, mode));
      }
    }
  }
}

TEST(Rounding, DoesNotCareWhichSideOfTheFractionIsNegative) {
  for (std::int64_t d = 1; d <= 20; ++d) {
    for (std::int64_t n = -60; n <= 60; ++n) {
      for (const Rounding mode : all_modes)
        ASSERT_TRUE(divide_rounded(n, d, mode) == divide_rounded(-n, -d, mode)) << told(n, d, mode);
    }
  }
}

TEST(Rounding, FollowsItsDefinitionOnLargeRandomFractions) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < 20'000; ++round) {
    const std::int64_t d = seed.between(1, 3'000'000'000);
    const std::int64_t below = seed.between(-1'000'000'000, 1'000'000'000);
    const std::int64_t beyond = round % 5 == 0 && d % 2 == 0 ? d / 2 : seed.between(0, d - 1);
    for (const Rounding mode : all_modes)
      ASSERT_NO_FATAL_FAILURE(expect_as_defined(below * d + beyond, d, below, mode));
  }
}

TEST(Rounding, HoldsTheProductOfTheLargestMoneyAndTheLargestRate) {
  constexpr Wide largest = std::numeric_limits<std::int64_t>::max();
  EXPECT_TRUE(divide_rounded(largest * largest, largest, Rounding::exact) == largest);
  EXPECT_TRUE(divide_rounded(-largest * largest, largest, Rounding::half_up) == -largest);
}

TEST(Rounding, TakesADivisionByZeroForOurMistake) {
  EXPECT_THROW((void)divide_rounded(1, 0, Rounding::down), OurMistake);
}

}  // namespace
}  // namespace tilia
