#include "payroll/rule_book.h"

#include <gtest/gtest.h>

#include "payroll/rule_file.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

TEST(RuleBook, ChangesItsFiguresOnTheDayThatTheEntryNames) {
  struct Row {
    Day day;
    const char* lowest;
    const char* highest;
    const char* untaxed;
  };
  const std::vector<Row> rows{
      {*Day::from(2024, 1, 1), "40143.00", "573470.00", "25000.00"},
      {*Day::from(2024, 12, 31), "40143.00", "573470.00", "25000.00"},
      {*Day::from(2025, 1, 1), "45950.00", "656425.00", "28423.00"},
      {*Day::from(2025, 12, 31), "45950.00", "656425.00", "28423.00"},
      {*Day::from(2026, 1, 1), "51297.00", "732820.00", "34221.00"},
      {*Day::from(2030, 1, 1), "51297.00", "732820.00", "34221.00"},
  };
  for (const Row& row : rows) {
    const StatutoryRules rules = serbia_on(row.day);
    EXPECT_EQ(rules.contributions.front().lowest_base->amount.text(), row.lowest) << row.day.text();
    EXPECT_EQ(rules.contributions.front().highest_base->amount.text(), row.highest)
        << row.day.text();
    EXPECT_EQ(rules.amount("SRB_UNTAXED").amount.text(), row.untaxed) << row.day.text();
  }
}

TEST(RuleBook, KnowsAMinimumWageOnlyWhereItIsVerifiedAndInForce) {
  const auto hourly = [](int year, int month, int day) {
    const auto minimum = serbia_on(*Day::from(year, month, day)).minimum_wages;
    return minimum.empty() ? "unknown" : minimum.front().amount.text();
  };
  EXPECT_EQ(hourly(2024, 1, 1), "271.00");
  EXPECT_EQ(hourly(2024, 12, 31), "271.00");
  EXPECT_EQ(hourly(2025, 1, 1), "unknown");
  EXPECT_EQ(hourly(2025, 12, 31), "unknown");
  EXPECT_EQ(hourly(2026, 1, 1), "371.00");
  EXPECT_EQ(hourly(2026, 12, 31), "371.00");
  EXPECT_EQ(hourly(2027, 1, 1), "unknown");
}

TEST(RuleBook, RefusesADayBeforeItsFirstEntry) {
  EXPECT_EQ(shipped_rules().on("RS", *Day::from(2023, 12, 31)).refusal(),
            RulesRefusal::no_rules_that_early);
}

TEST(RuleBook, KnowsElevenLawsAndNoOthers) {
  const Day on = *Day::from(2026, 3, 31);
  EXPECT_EQ(pay_countries().size(), 11U);
  for (const std::string& country : pay_countries())
    EXPECT_TRUE(shipped_rules().on(country, on).ok()) << country;
  for (const char* unknown : {"", "rs", "YU", "..", "RS/../RS"})
    EXPECT_EQ(shipped_rules().on(unknown, on).refusal(), RulesRefusal::unknown_country) << unknown;
}

TEST(RuleBook, NamesADecreeForEveryShippedValue) {
  int entries = 0;
  for (const std::string& country : pay_countries()) {
    const auto folder = std::filesystem::path(TILIA_SOURCE "/payroll/rules") / country;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      const RuleSeries series = read_rule_file(file.path());
      for (const RuleEntry& entry : series.entries) {
        EXPECT_FALSE(entry.law.empty()) << file.path();
        EXPECT_TRUE(entry.unverified || !entry.source.empty() ||
                    series.kind == SeriesKind::full_time)
            << file.path() << ": a figure that is called verified says where it was read";
        ++entries;
      }
    }
  }
  EXPECT_GE(entries, 220);
}

// Each figure that changes, on the last day of the old and the first of the new.
TEST(RuleBook, ChangesEachCountrysFiguresOnTheirDays) {
  const auto rules = [](const char* country, const char* day) {
    return shipped_rules().on(country, Day::parse(day).value()).value();
  };
  const auto rate = [&](const char* country, const char* day, const std::string& code) {
    for (const ContributionRule& rule : rules(country, day).contributions) {
      if (rule.kind.code == code) return rule.rate.percent_text();
    }
    return std::string("none");
  };
  EXPECT_EQ(rate("BA-FBiH", "2025-06-30", "FBIH_PIO_ER"), "6");
  EXPECT_EQ(rate("BA-FBiH", "2025-07-01", "FBIH_PIO_ER"), "2.5");
  EXPECT_EQ(rate("ES", "2025-12-31", "ES_MEI_EE"), "0.13");
  EXPECT_EQ(rate("ES", "2026-01-01", "ES_MEI_EE"), "0.15");
  EXPECT_EQ(rules("BG", "2025-12-31").currency.code(), "BGN");
  EXPECT_EQ(rules("BG", "2026-01-01").currency.code(), "EUR");
  EXPECT_EQ(rules("XK", "2024-08-22").tax.brackets.size(), 4U);
  EXPECT_EQ(rules("XK", "2024-08-23").tax.brackets.size(), 3U);
  EXPECT_EQ(rules("RO", "2026-06-30").amount("RO_UNTAXED_MIN").amount.text(), "300.00");
  EXPECT_EQ(rules("RO", "2026-07-01").amount("RO_UNTAXED_MIN").amount.text(), "200.00");
  EXPECT_EQ(rules("AL", "2025-12-31").minimum_wages.front().amount.text(), "40000.00");
  EXPECT_EQ(rules("AL", "2026-01-01").minimum_wages.front().amount.text(), "50000.00");
  EXPECT_EQ(rules("AT", "2025-12-31").tax.brackets[1].above.text(), "13308.00");
  EXPECT_EQ(rules("AT", "2026-01-01").tax.brackets[1].above.text(), "13539.00");
  EXPECT_EQ(rules("CZ", "2026-12-31").tax.brackets[1].above.text(), "146901.00");
  EXPECT_EQ(rules("MK", "2026-02-28").minimum_wages.front().amount.text(), "24379.00");
  EXPECT_EQ(rules("MK", "2026-03-01").minimum_wages.front().amount.text(), "38507.00");
}

TEST(RuleBook, RefusesADayInAGapOfASeries) {
  EXPECT_EQ(shipped_rules().on("MK", *Day::from(2023, 6, 30)).refusal(),
            RulesRefusal::no_rules_that_early);
  EXPECT_TRUE(shipped_rules().on("MK", *Day::from(2021, 6, 30)).ok());
}

}  // namespace
}  // namespace tilia::payroll
