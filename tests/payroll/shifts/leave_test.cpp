// Leave: what the files of payroll/leave give, one bad file for each thing that the loader refuses,
// and what somebody has left of it.
#include "payroll/shifts/leave.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "payroll/rule_book.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

namespace fs = std::filesystem;

const LeaveLaws& laws() {
  static const LeaveLaws laws(TILIA_SOURCE "/payroll/leave");
  return laws;
}
const HolidayBook& holidays() {
  static const HolidayBook book(TILIA_SOURCE "/payroll/holidays");
  return book;
}

PersonAtWork person(const std::string& from = "2020-01-01") {
  return {.worker = {WorkerId::from_bytes({1}), "ana", "🦊", {}},
          .terms = {{.from = day(from), .to = {}}},
          .record = {}};
}
Plan plan(const std::string& country) {
  return {.country = country, .people = {}, .shifts = {}, .passed = {}};
}
LeaveBalance balance(const PersonAtWork& who, int year = 2026, const Plan& in = plan("RS")) {
  const auto found = leave_balance(who, year, in, laws(), holidays().find(in.country));
  CHECK(found);
  return *found;
}

TEST(LeaveLaw, IsTheDirectiveWhereACountrysOwnIsNotKnownAndSaysSo) {
  for (const std::string& country : working_time().countries()) {
    const auto found = laws().entitlement(country, std::nullopt, day("2026-01-01"));
    EXPECT_EQ(found.days, 20) << country;
    EXPECT_TRUE(found.directive_used) << country;
    EXPECT_FALSE(found.source.empty());
  }
}

TEST(LeaveLaw, GivesTheYoungMoreWhereThatIsKnown) {
  const auto days = [](const char* country, int years) {
    return laws().entitlement(country, years, day("2026-01-01"));
  };
  EXPECT_EQ(days("RO", 17).days, 23);
  EXPECT_TRUE(days("RO", 17).directive_used);
  EXPECT_FALSE(days("RO", 17).unverified);
  EXPECT_EQ(days("RO", 18).days, 20);
  EXPECT_EQ(days("MK", 17).days, 27);
  EXPECT_EQ(days("BG", 17).days, 26);
  EXPECT_TRUE(days("BG", 17).unverified);
  EXPECT_FALSE(days("BG", 17).directive_used);
  EXPECT_EQ(days("RS", 17).days, 20);
}

class LeaveFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "leave-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    fs::copy(TILIA_SOURCE "/payroll/leave/EU.toml", folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string said_to(const std::string& text,
                                    const std::string& name = "XX.toml") const {
    std::ofstream(folder_ / name) << text;
    try {
      const LeaveLaws read(folder_);
    } catch (const RuleFault& fault) {
      return fault.what();
    }
    return {};
  }

  fs::path folder_;
};

const std::string head = "reviewed = 2026-03-31\n";
const std::string from_2024 = "[[leave]]\nfrom = 2024-01-01\n";
const std::string good = from_2024 + "days = 25\nlaw = \"a law\"\nsource = \"a paper\"\n";

TEST_F(LeaveFolder, TakesTheGoodFileThatTheBadOnesAreMadeFrom) {
  EXPECT_EQ(said_to(head + good), "");
}

TEST_F(LeaveFolder, RefusesEachThingWithItsPlace) {
  EXPECT_NE(said_to(good).find("XX.toml, reviewed"), std::string::npos);
  EXPECT_NE(said_to(head).find("XX.toml, leave"), std::string::npos);
  EXPECT_NE(said_to(head + good + "colour = \"red\"\n").find("leave 1, colour"), std::string::npos);
  EXPECT_NE(said_to(head + good + "more_days = 3\n").find("leave 1, days"), std::string::npos);
  EXPECT_NE(said_to(head + from_2024 + "law = \"a\"\nsource = \"b\"\n").find("leave 1, days"),
            std::string::npos);
  EXPECT_NE(said_to(head + from_2024 + "days = 25\nsource = \"b\"\n").find("leave 1, law"),
            std::string::npos);
  EXPECT_NE(said_to(head + from_2024 + "days = 25\nlaw = \"b\"\n").find("leave 1, source"),
            std::string::npos);
  EXPECT_NE(said_to(head + good + good).find("leave 2"), std::string::npos);
  EXPECT_NE(said_to("leave = ").find("XX.toml"), std::string::npos);
}

TEST_F(LeaveFolder, NeedsTheDirective) {
  EXPECT_NE(said_to(head + from_2024 + "more_days = 1\nlaw = \"a\"\nsource = \"b\"\n", "EU.toml")
                .find("EU.toml"),
            std::string::npos);
  fs::remove(folder_ / "EU.toml");
  EXPECT_NE(said_to(head + good).find("EU.toml"), std::string::npos);
}

TEST(Leave, IsAShareOfTheYearThatAContractCovers) {
  EXPECT_EQ(balance(person()).had_half_days, 40);
  EXPECT_EQ(balance(person("2026-07-01")).had_half_days, 21);  // 184 days of 365
  EXPECT_EQ(balance(person("2027-01-01")).had_half_days, 0);
  PersonAtWork ended = person();
  ended.worker.ended_on = day("2026-01-31");
  EXPECT_EQ(balance(ended).had_half_days, 4);
}

TEST(Leave, IsWhatWasAgreedWhereThatIsMore) {
  PersonAtWork who = person();
  who.record.leave_half_days_a_year = 51;
  EXPECT_EQ(balance(who).had_half_days, 51);
  EXPECT_TRUE(balance(who).agreed);
  who.record.leave_half_days_a_year = 30;
  EXPECT_EQ(balance(who).had_half_days, 40);
}

TEST(Leave, IsTakenOnWorkDaysThatAreNoHoliday) {
  PersonAtWork who = person();
  who.record.absences = {
      // Monday to Sunday, with a holiday of two days on Sunday and Monday before it.
      {day("2026-02-16"), day("2026-02-22"), AbsenceKind::paid},
      {day("2026-03-02"), day("2026-03-06"), AbsenceKind::unpaid},
      {day("2026-03-09"), day("2026-03-13"), AbsenceKind::statutory},
      {day("2026-12-31"), day("2027-01-05"), AbsenceKind::paid}};
  int holidays_in_february = 0;
  for (Day each = day("2026-02-16"); each <= day("2026-02-20"); each = each.plus_days(1))
    if (holidays().find("RS")->is_holiday(each)) ++holidays_in_february;
  EXPECT_GT(holidays_in_february, 0);
  EXPECT_EQ(balance(who).taken_half_days, 2 * (5 - holidays_in_february) + 2);
  Plan with_saturday = plan("RS");
  with_saturday.shifts.push_back({.id = PlannedShiftId::from_bytes({1}),
                                  .worker = who.worker.id,
                                  .day = day("2026-02-21"),
                                  .time = {480, 960},
                                  .breaks = {},
                                  .shop = "",
                                  .station = ""});
  EXPECT_EQ(balance(who, 2026, with_saturday).taken_half_days, 2 * (6 - holidays_in_february) + 2);
}

TEST(Leave, BeginsWithTheOpeningOfAStartInMidYear) {
  PersonAtWork who = person();
  who.record.leave_opening = LeaveOpening{day("2026-06-01"), 15};
  who.record.absences = {{day("2026-05-25"), day("2026-06-02"), AbsenceKind::paid}};
  const LeaveBalance found = balance(who);
  EXPECT_EQ(found.had_half_days, 15);
  EXPECT_EQ(found.taken_half_days, 4);
  EXPECT_EQ(found.left_half_days(), 11);
  EXPECT_EQ(balance(who, 2027).had_half_days, 40);
  EXPECT_FALSE(leave_balance(who, 2025, plan("RS"), laws(), nullptr));
}

TEST(Leave, SaysWhereTheHolidaysOfAYearAreNotKnown) {
  EXPECT_TRUE(balance(person()).holidays_known);
  EXPECT_FALSE(balance(person(), 2040).holidays_known);
}

TEST(Leave, OfTheYoungIsTheirs) {
  PersonAtWork who = person("2026-01-01");
  who.record.born = day("2009-06-01");
  EXPECT_EQ(balance(who, 2026, plan("RO")).had_half_days, 46);
  EXPECT_EQ(balance(who, 2028, plan("RO")).had_half_days, 40);
}

}  // namespace
}  // namespace tilia::payroll::tests
