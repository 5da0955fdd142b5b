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
    EXPECT_EQ(rules.contributions.front().base_min->text(), row.lowest) << row.day.text();
    EXPECT_EQ(rules.contributions.front().base_max->text(), row.highest) << row.day.text();
    EXPECT_EQ(rules.untaxed_amount.text(), row.untaxed) << row.day.text();
  }
}

TEST(RuleBook, KnowsAMinimumWageOnlyWhereItIsVerifiedAndInForce) {
  const auto hourly = [](int year, int month, int day) {
    const auto minimum = serbia_on(*Day::from(year, month, day)).minimum_wage;
    return minimum ? minimum->hourly_net.text() : "unknown";
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

TEST(RuleBook, SaysWhichCountriesComeLater) {
  const Day on = *Day::from(2026, 3, 31);
  for (const char* later : {"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ", "ES", "MK", "RO", "XK"})
    EXPECT_EQ(shipped_rules().on(later, on).refusal(), RulesRefusal::country_in_a_later_release)
        << later;
  for (const char* unknown : {"", "rs", "YU", "..", "RS/../RS"})
    EXPECT_EQ(shipped_rules().on(unknown, on).refusal(), RulesRefusal::unknown_country) << unknown;
}

TEST(RuleBook, NamesADecreeForEveryShippedValue) {
  int entries = 0;
  for (const auto& file : std::filesystem::directory_iterator(TILIA_SOURCE "/payroll/rules/RS")) {
    for (const RuleEntry& entry : read_rule_file(file.path()).entries) {
      EXPECT_FALSE(entry.law.empty()) << file.path();
      ++entries;
    }
  }
  EXPECT_GE(entries, 20);
}

}  // namespace
}  // namespace tilia::payroll
