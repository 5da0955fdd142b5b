#include "payroll/retention.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "payroll/rule_book.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = TILIA_SOURCE "/payroll/retention";
const Day today = *Day::from(2026, 3, 31);

class Retention : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "retention-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What the loader says of a file; empty where it takes it.
  std::string fault(const std::string& text) {
    std::ofstream(folder_ / "XX.toml") << "reviewed = 2026-01-01\n" << text;
    try {
      static_cast<void>(RetentionTable::of(folder_, "XX"));
    } catch (const RuleFault& found) {
      return found.what();
    }
    return {};
  }

  fs::path folder_;
};

std::string entry(const std::string& from, const std::string& period) {
  return "[[entry]]\ngroup = \"payslips\"\nfrom = " + from + "\n" + period +
         "\nlaw = \"a decree\"\nsource = \"a page\"\n";
}

TEST_F(Retention, OfEveryShippedCountryHolds) {
  int countries = 0;
  for (const auto& file : fs::directory_iterator(shipped)) {
    if (file.path().extension() != ".toml") continue;
    const auto table = RetentionTable::of(shipped, file.path().stem().string());
    EXPECT_TRUE(table.reviewed().has_value()) << file.path();
    ++countries;
  }
  EXPECT_GE(countries, 3);
}

TEST_F(Retention, TakesThePeriodThatHoldsOnTheDay) {
  const auto table = RetentionTable::of(shipped, "CZ");
  EXPECT_FALSE(table.on(RetentionGroup::payslips, *Day::from(2012, 12, 31)).has_value());
  EXPECT_EQ(table.on(RetentionGroup::payslips, *Day::from(2022, 12, 31))->months, 360);
  EXPECT_EQ(table.on(RetentionGroup::payslips, *Day::from(2023, 1, 1))->months, 540);
}

TEST_F(Retention, IsNeverGuessedWhereNobodySaysAnything) {
  const auto table = RetentionTable::of(shipped, "RS");
  for (const RetentionGroup group : all_retention_groups)
    EXPECT_FALSE(table.on(group, today).has_value()) << retention_group_text(group);
  EXPECT_FALSE(table.reviewed().has_value());
}

TEST_F(Retention, OfTheOrganisationCountsWhereTheLawIsSilent) {
  auto table = RetentionTable::of(shipped, "AT");
  table.enter(*parse_retention(RetentionGroup::working_time, "36 end_of_contract our own rule"));
  table.enter(*parse_retention(RetentionGroup::payslips, "1 end_of_contract too soon"));
  const auto hours = table.on(RetentionGroup::working_time, today);
  ASSERT_TRUE(hours.has_value());
  EXPECT_EQ(hours->months, 36);
  EXPECT_TRUE(hours->by_organisation);
  EXPECT_EQ(hours->law, "our own rule");
  EXPECT_EQ(table.on(RetentionGroup::payslips, today)->months, 84);
  EXPECT_TRUE(table.by_law(RetentionGroup::payslips, today));
}

TEST_F(Retention, EndsOnADayThatTheCalendarHas) {
  const auto until = [](const char* text, const Day& ended) {
    return parse_retention(RetentionGroup::pay_record, text)->kept_until(ended);
  };
  EXPECT_EQ(until("1 end_of_contract why", *Day::from(2026, 1, 31)), *Day::from(2026, 2, 28));
  EXPECT_EQ(until("12 end_of_contract why", *Day::from(2024, 2, 29)), *Day::from(2025, 2, 28));
  EXPECT_EQ(until("84 end_of_year why", *Day::from(2026, 3, 4)), *Day::from(2033, 12, 31));
  EXPECT_EQ(until("always end_of_year why", today), std::nullopt);
}

TEST_F(Retention, OfTheOrganisationIsReadBackAsItWasWritten) {
  for (const char* text : {"36 end_of_contract our own rule", "always end_of_use it is the archive",
                           "1 end_of_year č. 5"}) {
    const auto rule = parse_retention(RetentionGroup::funding, text);
    ASSERT_TRUE(rule.has_value()) << text;
    EXPECT_EQ(text_of(*rule), text);
  }
  for (const char* text :
       {"", "36", "36 end_of_contract", "36 end_of_contract  ", "0 end_of_year x",
        "1201 end_of_year x", "36x end_of_year x", "36 sometime x", "-1 end_of_use x"})
    EXPECT_FALSE(parse_retention(RetentionGroup::funding, text).has_value()) << text;
}

TEST_F(Retention, RefusesEachBadFile) {
  const std::string good = "months = 12\nafter = \"end_of_year\"";
  EXPECT_EQ(fault(entry("2024-01-01", good)), "");
  EXPECT_EQ(fault(entry("2024-01-01", "for_good = true")), "");
  struct Case {
    std::string text;
    const char* says;
  };
  const std::vector<Case> cases{
      {entry("2024-01-01", good) + entry("2024-01-01", good), "none stands twice"},
      {entry("2024-01-02", good) + entry("2024-01-01", good), "entry 2, from"},
      {entry("2024-01-01", good + "\nfor_good = true"), "not both"},
      {entry("2024-01-01", ""), "not both"},
      {entry("2024-01-01", "months = 0\nafter = \"end_of_year\""), "from 1 to 1200"},
      {entry("2024-01-01", "months = 12"), "after: is missing"},
      {entry("2024-01-01", "months = 12\nafter = \"soon\""), "write one of end_of_contract"},
      {entry("2024-01-01", good + "\nnote = \"x\""), "note: this key is not"},
      {"[[entry]]\ngroup = \"payslips\"\nfrom = 2024-01-01\nfor_good = true\nlaw = \"x\"\n",
       "source: is missing"},
      {"entry = 3\n", "as an [[entry]]"},
  };
  for (const Case& each : cases)
    EXPECT_NE(fault(each.text).find(each.says), std::string::npos) << fault(each.text);
}

}  // namespace
}  // namespace tilia::payroll
