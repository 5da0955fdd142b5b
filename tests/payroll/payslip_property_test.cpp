#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

// What holds for every payslip, whatever the wage.
void expect_sound(const PayFacts& facts, const StatutoryRules& rules) {
  SCOPED_TRACE(facts.gross.text() + " × " + std::to_string(facts.part_time_numerator) + "/" +
               std::to_string(facts.part_time_denominator));
  const auto answer = work_out_payslip(facts, rules);
  ASSERT_TRUE(answer.ok());
  const Payslip& slip = answer.value();
  EXPECT_EQ(first_fault(slip), std::nullopt);

  Money off = slip.tax;
  Money on_top = Money::zero(rules.currency);
  for (std::size_t at = 0; at < slip.lines.size(); ++at) {
    const PayLine& line = slip.lines[at];
    (line.payer == Payer::employee ? off : on_top) += line.amount;
    const Money ceiling = rules.contributions[at].highest_base.value().amount;
    EXPECT_LE(line.base, ceiling);
    EXPECT_LE(line.amount, ceiling.times(line.rate, Rounding::up).value());
    EXPECT_GE(line.amount, Money::zero(rules.currency));
  }
  EXPECT_EQ(slip.net + off, slip.gross);
  EXPECT_EQ(slip.employer_cost - on_top, slip.gross);
  EXPECT_LE(slip.tax_base, slip.gross);
}

TEST(PayslipProperty, HoldsForEverySmallWageToThePara) {
  const Day on = *Day::from(2026, 3, 31);
  const StatutoryRules rules = serbia_on(on);
  for (std::int64_t minor = 1; minor <= 20'000; ++minor)
    expect_sound(wage(Money::from_minor(minor, rsd()), on), rules);
}

TEST(PayslipProperty, HoldsAroundEveryFigureOfTheLaw) {
  for (const int year : {2024, 2025, 2026}) {
    const Day on = *Day::from(year, 6, 30);
    const StatutoryRules rules = serbia_on(on);
    const auto& line = rules.contributions.front();
    for (const Money& edge : {line.lowest_base->amount, line.highest_base->amount,
                              rules.amount("SRB_UNTAXED").amount}) {
      for (std::int64_t step = -300; step <= 300; ++step)
        expect_sound(wage(edge + Money::from_minor(step, rsd()), on), rules);
    }
  }
}

TEST(PayslipProperty, HoldsForSeededRandomWagesAndParts) {
  constexpr std::uint64_t seed = 20260331;
  RecordProperty("seed", std::to_string(seed));
  std::mt19937_64 random(seed);
  const Day on = *Day::from(2026, 3, 31);
  const StatutoryRules rules = serbia_on(on);
  for (int run = 0; run < 20'000; ++run) {
    const auto below = [&](std::uint64_t bound) {
      return static_cast<std::int64_t>(random() % bound) + 1;
    };
    PayFacts facts = wage(Money::from_minor(below(200'000'000), rsd()), on);
    facts.part_time_denominator = below(100'000);
    facts.part_time_numerator = below(static_cast<std::uint64_t>(facts.part_time_denominator));
    expect_sound(facts, rules);
  }
}

TEST(PayslipProperty, MoreGrossIsAlwaysMoreNet) {
  const Day on = *Day::from(2026, 3, 31);
  const StatutoryRules rules = serbia_on(on);
  Money before = work_out_payslip(wage(dinars("1"), on), rules).value().net;
  for (std::int64_t major = 2; major <= 1'000'000; major += 37) {
    const Money gross = Money::from_minor(major * 100, rsd());
    const Money net = work_out_payslip(wage(gross, on), rules).value().net;
    ASSERT_GT(net, before) << gross.text();
    before = net;
  }
}

}  // namespace
}  // namespace tilia::payroll
