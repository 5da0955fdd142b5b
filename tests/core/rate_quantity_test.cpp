#include <gtest/gtest.h>

#include <limits>

#include "core/check.h"
#include "core/quantity.h"
#include "core/rate.h"
#include "tests/core/seed.h"

namespace tilia {
namespace {

TEST(Rate, HoldsPercentWithFourDecimalsExactly) {
  const struct {
    const char* text;
    std::int64_t millionths;
  } rows[] = {{"20", 200'000},   {"5.15", 51'500},       {"4.9", 49'000},          {"0.0001", 1},
              {"-3.5", -35'000}, {"10000", 100'000'000}, {"-10000", -100'000'000}, {"0", 0}};
  for (const auto& row : rows) {
    ASSERT_TRUE(Rate::parse_percent(row.text)) << row.text;
    EXPECT_EQ(Rate::parse_percent(row.text).value().millionths(), row.millionths);
    EXPECT_EQ(Rate::from_millionths(row.millionths).percent_text(), row.text);
  }
}

TEST(Rate, RefusesWhatItCannotHold) {
  EXPECT_EQ(Rate::parse_percent("5.00001").refusal(), RateRefusal::too_many_decimals);
  EXPECT_EQ(Rate::parse_percent("10000.0001").refusal(), RateRefusal::out_of_range);
  EXPECT_EQ(Rate::parse_percent("99999999999999999999").refusal(), RateRefusal::out_of_range);
  for (const char* text : {"", "5%", "5,15", " 5", "-0", "five"})
    EXPECT_EQ(Rate::parse_percent(text).refusal(), RateRefusal::not_a_number) << text;
}

TEST(Rate, ComesBackAsItWent) {
  for (std::int64_t millionths = -120'000; millionths <= 120'000; millionths += 7) {
    const Rate rate = Rate::from_millionths(millionths);
    ASSERT_EQ(Rate::parse_percent(rate.percent_text()).value(), rate) << rate.percent_text();
  }
  EXPECT_EQ(Rate::from_millionths(1'000'000).percent_text(), "100");
  EXPECT_EQ(Rate().percent_text(), "0");
}

TEST(Quantity, CountsPiecesAndGrams) {
  EXPECT_EQ(Quantity::pieces(2).text(), "2");
  EXPECT_EQ(Quantity::pieces(2), Quantity::parse("2").value());
  EXPECT_EQ(Quantity::parse("3.250").value().thousandths(), 3'250);
  EXPECT_EQ(Quantity::parse("3.25").value().text(), "3.250");
  EXPECT_EQ(Quantity::parse("-0.001").value().text(), "-0.001");
  EXPECT_TRUE(Quantity::parse("2.000").value().whole());
  EXPECT_FALSE(Quantity::parse("2.001").value().whole());
  EXPECT_EQ((Quantity::pieces(1) + Quantity::parse("0.5").value()).text(), "1.500");
  EXPECT_EQ((-Quantity::pieces(1) - Quantity::pieces(2)).text(), "-3");
}

TEST(Quantity, RefusesWhatItCannotHold) {
  EXPECT_TRUE(Quantity::parse("1000000000000"));
  EXPECT_EQ(Quantity::parse("1000000000000.001").refusal(), QuantityRefusal::out_of_range);
  EXPECT_EQ(Quantity::parse("-1000000000001").refusal(), QuantityRefusal::out_of_range);
  EXPECT_EQ(Quantity::parse("0.0001").refusal(), QuantityRefusal::too_many_decimals);
  for (const char* text : {"", "2x", "2,5", "-", "-0", "\t2"})
    EXPECT_EQ(Quantity::parse(text).refusal(), QuantityRefusal::not_a_number) << text;
  EXPECT_THROW((void)Quantity::pieces(1'000'000'000'001), OurMistake);
}

TEST(Quantity, TakesASumBeyondItsRangeForOurMistake) {
  const auto most = Quantity::from_thousandths(std::numeric_limits<std::int64_t>::max());
  EXPECT_THROW((void)(most + Quantity::pieces(1)), OurMistake);
  EXPECT_THROW((void)(-most - Quantity::pieces(1)), OurMistake);
}

TEST(Quantity, ComesBackAsItWent) {
  for (std::int64_t thousandths = -12'000; thousandths <= 12'000; ++thousandths) {
    const Quantity quantity = Quantity::from_thousandths(thousandths);
    ASSERT_EQ(Quantity::parse(quantity.text()).value(), quantity) << quantity.text();
  }
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < 20'000; ++round) {
    const auto quantity =
        Quantity::from_thousandths(seed.between(-1'000'000'000'000'000, 1'000'000'000'000'000));
    ASSERT_EQ(Quantity::parse(quantity.text()).value(), quantity);
  }
}

}  // namespace
}  // namespace tilia
