#include "core/money.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "tests/core/seed.h"

namespace tilia {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
const Currency eur = *Currency::from_code("EUR");
const Currency rsd = *Currency::from_code("RSD");

Money cents(std::int64_t minor) { return Money::from_minor(minor, eur); }

TEST(Currency, KnowsOursAndNoOther) {
  for (const char* code : {"EUR", "ALL", "BAM", "BGN", "CZK", "MKD", "RON", "RSD"}) {
    ASSERT_TRUE(Currency::from_code(code)) << code;
    EXPECT_EQ(Currency::from_code(code)->code(), code);
    EXPECT_EQ(Currency::from_code(code)->minor_per_major(), 100);
  }
  for (const char* code : {"", "E", "eur", "EURO", "XYZ", "EU\0"})
    EXPECT_FALSE(Currency::from_code(code)) << code;
}

TEST(Money, IsReadWholeOrRefused) {
  EXPECT_EQ(Money::parse("6.30", eur).value().minor(), 630);
  EXPECT_EQ(Money::parse("-0.07", eur).value().minor(), -7);
  EXPECT_EQ(Money::parse("0001200", eur).value().minor(), 120'000);
  EXPECT_EQ(Money::parse("-0", eur).refusal(), MoneyRefusal::not_a_number);
  EXPECT_EQ(Money::parse("1,20", eur).refusal(), MoneyRefusal::not_a_number);
  EXPECT_EQ(Money::parse("1.005", eur).refusal(), MoneyRefusal::too_many_decimals);
  EXPECT_EQ(Money::parse("92233720368547758.08", eur).refusal(), MoneyRefusal::out_of_range);
}

TEST(Money, ComesBackAsItWent) {
  for (std::int64_t minor = -25'000; minor <= 25'000; ++minor)
    ASSERT_EQ(Money::parse(cents(minor).text(), eur).value(), cents(minor)) << minor;
}

TEST(Money, AddsAndTakesAwayToTheEdgeAndNoFurther) {
  EXPECT_EQ((cents(630) + cents(-7)).minor(), 623);
  EXPECT_EQ((cents(630) - cents(700)).minor(), -70);
  EXPECT_EQ((-cents(630)).minor(), -630);
  EXPECT_EQ((cents(largest - 1) + cents(1)).minor(), largest);
  EXPECT_THROW(cents(largest) + cents(1), MoneyOverflow);
  EXPECT_THROW(cents(-largest) - cents(2), MoneyOverflow);
}

TEST(Money, StaysWhatItWasWhenASumIsTooLarge) {
  Money sum = cents(largest);
  EXPECT_THROW(sum += cents(1), MoneyOverflow);
  EXPECT_EQ(sum, cents(largest));
  EXPECT_THROW(sum -= cents(-1), MoneyOverflow);
  EXPECT_EQ(sum, cents(largest));
}

TEST(Money, IsMadeOnlyOfWholeNumbersThatItCanHold) {
  EXPECT_EQ(Money::from_minor(std::uint64_t{7}, eur), cents(7));
  EXPECT_THROW((void)Money::from_minor(std::numeric_limits<std::uint64_t>::max(), eur), OurMistake);
}

TEST(Money, NeverMixesCurrencies) {
  const Money other = Money::from_minor(630, rsd);
  EXPECT_THROW(cents(630) + other, MixedCurrency);
  EXPECT_THROW(cents(630) - other, MixedCurrency);
  EXPECT_THROW((void)(cents(630) < other), MixedCurrency);
  EXPECT_THROW((void)cents(630).rounded_to(other, Rounding::down), MixedCurrency);
  EXPECT_FALSE(cents(630) == other);
  EXPECT_FALSE(cents(630).same_currency(other));
}

TEST(Money, TimesAQuantityRoundsAsNamed) {
  const Quantity weighed = Quantity::parse("3.255").value();
  EXPECT_EQ(cents(100).times(weighed, Rounding::half_up).value().minor(), 326);
  EXPECT_EQ(cents(100).times(weighed, Rounding::half_even).value().minor(), 326);
  EXPECT_EQ(cents(100).times(weighed, Rounding::down).value().minor(), 325);
  EXPECT_EQ(cents(-100).times(weighed, Rounding::half_up).value().minor(), -326);
  EXPECT_EQ(cents(100).times(weighed, Rounding::exact).refusal(), MoneyRefusal::would_lose);
  EXPECT_EQ(cents(100).times(Quantity::pieces(3), Rounding::exact).value().minor(), 300);
}

TEST(Money, TimesARateRoundsAsNamed) {
  const Rate rate = Rate::parse_percent("5.15").value();
  EXPECT_EQ(cents(10'000).times(rate, Rounding::exact).value().minor(), 515);
  EXPECT_EQ(cents(10).times(rate, Rounding::half_up).value().minor(), 1);
  EXPECT_EQ(cents(10).times(rate, Rounding::down).value().minor(), 0);
}

TEST(Money, RefusesAProductThatItCannotHold) {
  const auto billion = Quantity::pieces(1'000'000'000);
  EXPECT_EQ(cents(largest).times(billion, Rounding::half_up).refusal(), MoneyRefusal::out_of_range);
  EXPECT_EQ(cents(largest).times_ratio(2, 1, Rounding::down).refusal(), MoneyRefusal::out_of_range);
  EXPECT_EQ(cents(largest).times_ratio(largest, largest, Rounding::exact).value(), cents(largest));
  EXPECT_THROW((void)cents(1).times_ratio(1, 0, Rounding::down), OurMistake);
}

TEST(Money, RoundsCashToAStep) {
  const Money crown = cents(100);
  for (std::int64_t minor = -1'000; minor <= 1'000; ++minor) {
    const Money down = cents(minor).rounded_to(crown, Rounding::floor).value();
    ASSERT_EQ(down.minor() % 100, 0);
    ASSERT_LE(down, cents(minor));
    ASSERT_LT(cents(minor), down + crown);
    const Money near = cents(minor).rounded_to(crown, Rounding::half_up).value();
    ASSERT_LE(std::abs(near.minor() - minor), 50);
  }
  EXPECT_EQ(cents(250).rounded_to(crown, Rounding::half_up).value(), cents(300));
  EXPECT_EQ(cents(-250).rounded_to(crown, Rounding::half_up).value(), cents(-300));
  EXPECT_EQ(cents(250).rounded_to(crown, Rounding::exact).refusal(), MoneyRefusal::would_lose);
  EXPECT_EQ(cents(largest).rounded_to(crown, Rounding::up).refusal(), MoneyRefusal::out_of_range);
  EXPECT_THROW((void)crown.rounded_to(cents(0), Rounding::up), OurMistake);
}

// What shared_out promises, checked on one case: the sum, each part beside its exact share by less
// than one unit, and the units that were left went to the largest remainders, the earlier first.
void expect_fair(std::int64_t whole, const std::vector<std::int64_t>& weights) {
  const auto parts = shared_out(cents(whole), weights);
  ASSERT_EQ(parts.size(), weights.size());
  Wide all = 0;
  for (const std::int64_t weight : weights) all += weight;
  Wide sum = 0;
  std::vector<Wide> remainders;
  std::vector<bool> took_one;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    sum += parts[at].minor();
    const Wide exact = Wide{whole} * weights[at];
    const Wide missed = Wide{parts[at].minor()} * all - exact;
    ASSERT_TRUE(missed < all && missed > -all) << "part " << at << " is a whole unit off";
    remainders.push_back(exact % all < 0 ? -(exact % all) : exact % all);
    took_one.push_back(Wide{parts[at].minor()} != exact / all);
    if (weights[at] == 0) {
      ASSERT_TRUE(parts[at].is_zero());
    }
  }
  ASSERT_TRUE(sum == whole);
  for (std::size_t a = 0; a < parts.size(); ++a) {
    for (std::size_t b = 0; b < parts.size(); ++b) {
      if (took_one[a] && !took_one[b]) {
        ASSERT_TRUE(remainders[a] > remainders[b] || (remainders[a] == remainders[b] && a < b));
      }
    }
  }
}

TEST(SharedOut, LosesNoCent) {
  EXPECT_EQ(shared_out(cents(100), {1, 1, 1}),
            (std::vector<Money>{cents(34), cents(33), cents(33)}));
  EXPECT_EQ(shared_out(cents(-100), {1, 1, 1}),
            (std::vector<Money>{cents(-34), cents(-33), cents(-33)}));
  EXPECT_EQ(shared_out(cents(5), {0, 3, 0, 1}),
            (std::vector<Money>{cents(0), cents(4), cents(0), cents(1)}));
  EXPECT_EQ(shared_out(cents(7), {2}), (std::vector<Money>{cents(7)}));
}

TEST(SharedOut, IsFairForEverySmallWholeAndWeights) {
  for (std::int64_t whole = -12; whole <= 12; ++whole) {
    for (std::int64_t a = 0; a <= 6; ++a) {
      for (std::int64_t b = 0; b <= 6; ++b) {
        for (std::int64_t c = 0; c <= 6; ++c) {
          if (a + b + c > 0) {
            ASSERT_NO_FATAL_FAILURE(expect_fair(whole, {a, b, c}));
          }
        }
      }
    }
  }
}

TEST(SharedOut, IsFairForRandomOnesAndAtTheEdges) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < 3'000; ++round) {
    std::vector<std::int64_t> weights(static_cast<std::size_t>(seed.between(1, 12)));
    for (std::int64_t& weight : weights) weight = seed.between(0, largest) >> seed.between(0, 62);
    weights.front() += weights.front() == 0 ? 1 : 0;
    const std::int64_t whole = seed.between(-largest, largest) >> seed.between(0, 62);
    ASSERT_NO_FATAL_FAILURE(expect_fair(whole, weights));
  }
  expect_fair(largest, {largest, largest, largest});
  expect_fair(-largest, {1, largest});
}

TEST(SharedOut, TakesWeightsWithoutASumForOurMistake) {
  EXPECT_THROW((void)shared_out(cents(1), {}), OurMistake);
  EXPECT_THROW((void)shared_out(cents(1), {0, 0}), OurMistake);
  EXPECT_THROW((void)shared_out(cents(1), {2, -1}), OurMistake);
}

}  // namespace
}  // namespace tilia
