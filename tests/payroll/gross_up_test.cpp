#include "payroll/gross_up.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

struct Pair {
  const char* country;
  const char* on;
  const char* net;
  const char* gross;
  std::map<std::string, std::string> said;
};

GrossForNet found(const Pair& pair) {
  const Day on = Day::parse(pair.on).value();
  const StatutoryRules rules = shipped_rules().on(pair.country, on).value();
  PayFacts facts{.on = on, .gross = Money::zero(rules.currency)};
  facts.settings = PaySettings::read(pair.country, rules.currency, pair.said).value();
  return gross_for_net(Money::parse(pair.net, rules.currency).value(), facts, rules).value();
}

// Pairs that decrees and papers printed.
TEST(GrossForNet, FindsTheGrossThatWasPrinted) {
  const std::vector<Pair> pairs{{"RS", "2024-06-30", "43360.00", "58288.16", {}},
                                {"RS", "2024-06-30", "49864.00", "67566.34", {}},
                                {"RS", "2026-06-30", "59360.00", "79797.29", {}},
                                {"BA-FBiH", "2026-06-30", "1027.00", "1605.48", {}},
                                {"BA-RS", "2026-06-30", "1100.00", "1672.13", {}},
                                {"BA-RS", "2026-06-30", "1000.00", "1476.23", {}},
                                {"RO", "2026-08-31", "2699", "4325.00", {}},
                                {"MK", "2026-06-30", "26046", "38507.00", {}}};
  for (const Pair& pair : pairs)
    EXPECT_EQ(found(pair).gross.text(), pair.gross) << pair.country << " " << pair.net;
}

TEST(GrossForNet, SaysWhereNoGrossLeavesTheNetExactly) {
  const Pair between{"BA-RS", "2026-06-30", "1000.00", "", {}};
  EXPECT_FALSE(found(between).exact);
  EXPECT_EQ(found(between).net.text(), "999.99");
}

// Just above 50,000 the whole wage is taxed from 35,001 on: what 50,001 leaves, less leaves too.
TEST(GrossForNet, TakesTheLowerSideOfAStep) {
  const Day on = *Day::from(2026, 6, 30);
  const StatutoryRules rules = shipped_rules().on("AL", on).value();
  const auto lek = [&](std::int64_t whole) {
    return Money::from_minor(whole * 100, rules.currency);
  };
  const auto slip = work_out_payslip({.on = on, .gross = lek(51'000)}, rules).value();
  ASSERT_TRUE(slip.better_at);
  EXPECT_EQ(*slip.better_at, lek(50'000));
  const auto back = gross_for_net(slip.net, {.on = on, .gross = lek(1)}, rules).value();
  EXPECT_LT(back.gross, lek(50'000));
  EXPECT_TRUE(back.exact);
}

TEST(GrossForNet, OfANetThatSomeGrossLeavesIsExactAndTheSmallest) {
  constexpr std::uint64_t seed = 20260702;
  RecordProperty("seed", std::to_string(seed));
  std::mt19937_64 random(seed);
  const Day on = *Day::from(2026, 6, 30);
  for (const std::string& country : pay_countries()) {
    const StatutoryRules rules = shipped_rules().on(country, on).value();
    const std::int64_t unit = rules.rounding.unit.minor();
    for (int run = 0; run < 12; ++run) {
      const auto span = static_cast<std::uint64_t>(900'000 / unit);
      const auto units = static_cast<std::int64_t>(random() % span) + 60'000 / unit;
      PayFacts facts{.on = on, .gross = Money::from_minor(units * unit, rules.currency)};
      const Payslip slip = work_out_payslip(facts, rules).value();
      if (slip.net.minor() <= 0) continue;
      SCOPED_TRACE(country + " " + facts.gross.text());
      const auto back = gross_for_net(slip.net, facts, rules).value();
      EXPECT_TRUE(back.exact);
      EXPECT_LE(back.gross, facts.gross);
      facts.gross = back.gross;
      EXPECT_EQ(work_out_payslip(facts, rules).value().net, slip.net);
    }
  }
}

TEST(GrossForNet, RefusesWhatNoGrossCanLeave) {
  const Day on = *Day::from(2026, 6, 30);
  const StatutoryRules rules = shipped_rules().on("ES", on).value();
  const auto euro = [&](std::int64_t cents) { return Money::from_minor(cents, rules.currency); };
  PayFacts facts{.on = on, .gross = euro(1)};
  EXPECT_EQ(gross_for_net(euro(0), facts, rules).refusal(), PayRefusal::gross_not_positive);
  EXPECT_EQ(gross_for_net(dinars("1"), facts, rules).refusal(), PayRefusal::mixed_currency);
  facts.settings = PaySettings::read("ES", rules.currency, {{"irpf", "95"}}).value();
  EXPECT_EQ(gross_for_net(euro(100'000), facts, rules).refusal(), PayRefusal::gross_too_large);
}

}  // namespace
}  // namespace tilia::payroll
