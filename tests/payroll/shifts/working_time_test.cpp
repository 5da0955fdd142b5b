// The files of payroll/working_time, and one bad file for each thing that the loader refuses.
#include "payroll/shifts/working_time.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "payroll/rule_book.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

namespace fs = std::filesystem;

const std::string head = "zone = \"Europe/Belgrade\"\nreviewed = 2026-03-31\n";
const std::string from_2024 = "rule = \"daily_rest\"\ngroup = \"adult\"\nfrom = 2024-01-01\n";
const std::string good = from_2024 + "minutes = 720\nlaw = \"a law\"\nsource = \"a paper\"\n";

std::string rule(const std::string& keys) { return "[[rule]]\n" + keys; }

class WorkingTimeRefusal : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "working-time-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    fs::copy(TILIA_SOURCE "/payroll/working_time/EU.toml", folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What the loader says of that file; empty where it takes it.
  std::string fault(const std::string& text) {
    std::ofstream(folder_ / "XX.toml") << text;
    try {
      const WorkingTimeBook book(folder_);
      EXPECT_NE(book.find("XX"), nullptr);
    } catch (const RuleFault& found) {
      return found.what();
    }
    return {};
  }

  fs::path folder_;
};

TEST_F(WorkingTimeRefusal, TakesTheGoodFileThatTheBadOnesAreMadeFrom) {
  EXPECT_EQ(fault(head), "");
  EXPECT_EQ(fault(head + rule(good)), "");
}

TEST_F(WorkingTimeRefusal, NamesFileRuleKeyAndCure) {
  EXPECT_EQ(fault(head + rule(good) + rule(good + "colour = \"red\"\n")),
            "XX.toml, rule 2, colour: this key is not known here; mend its spelling or take it "
            "out");
}

TEST_F(WorkingTimeRefusal, RefusesAKeyThatIsNotOfThisRule) {
  EXPECT_NE(fault(head + rule(good + "months = 4\n")).find("XX.toml, rule 1, months: "),
            std::string::npos);
  EXPECT_NE(fault("colour = \"red\"\n" + head + rule(good)).find("XX.toml, colour: "),
            std::string::npos);
}

TEST_F(WorkingTimeRefusal, RefusesARuleWithoutItsLaw) {
  EXPECT_EQ(fault(head + rule(from_2024 + "minutes = 720\nsource = \"a paper\"\n")),
            "XX.toml, rule 1, law: is missing; name the decree and its article");
}

TEST_F(WorkingTimeRefusal, RefusesARuleThatNobodyReadAnywhereUnlessItSaysSo) {
  const std::string unread = from_2024 + "minutes = 720\nlaw = \"a law\"\n";
  EXPECT_EQ(fault(head + rule(unread)),
            "XX.toml, rule 1, source: is missing; say where you read it");
  EXPECT_EQ(fault(head + rule(unread + "unverified = true\n")), "");
}

TEST_F(WorkingTimeRefusal, RefusesTheSameRuleTwiceUnlessItsDaysGoOn) {
  const auto twice = [&](const std::string& second_day) {
    std::string second = good;
    second.replace(second.find("2024-01-01"), 10, second_day);
    return fault(head + rule(good) + rule(second));
  };
  EXPECT_NE(twice("2024-01-01").find("XX.toml, rule 2: the same rule stands before it"),
            std::string::npos);
  EXPECT_NE(twice("2023-12-31").find("XX.toml, rule 2: the same rule stands before it"),
            std::string::npos);
  EXPECT_EQ(twice("2024-01-02"), "");
}

TEST_F(WorkingTimeRefusal, RefusesAZoneOrARuleThatNobodyKnows) {
  EXPECT_EQ(fault("zone = \"Europe/Atlantis\"\nreviewed = 2026-03-31\n"),
            "XX.toml, zone: name a zone that we know, \"Europe/Belgrade\"");
  std::string other = good;
  other.replace(other.find("daily_rest"), 10, "siesta");
  EXPECT_NE(fault(head + rule(good) + rule(other)).find("XX.toml, rule 2, rule: write one of"),
            std::string::npos);
}

TEST(WorkingTime, HasTheElevenCountriesEachWithItsClock) {
  EXPECT_EQ(working_time().countries(),
            (std::vector<std::string>{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ", "ES", "MK", "RO",
                                      "RS", "XK"}));
  EXPECT_EQ(working_time().find("BG")->zone().name(), "Europe/Sofia");
  EXPECT_EQ(working_time().find("FR"), nullptr);
}

TEST(WorkingTime, TellsAgesByBirthdayAndSchool) {
  const WorkingTimeLaw& law = *working_time().find("RS");
  const Day born = day("2011-03-10");
  EXPECT_EQ(law.age(born, false, day("2026-03-09")).group, AgeGroup::child);
  EXPECT_EQ(law.age(born, false, day("2026-03-10")).group, AgeGroup::adolescent);
  EXPECT_EQ(law.age(born, true, day("2026-03-10")).group, AgeGroup::child);
  EXPECT_EQ(law.age(born, true, day("2029-03-09")).group, AgeGroup::child);
  EXPECT_EQ(law.age(born, true, day("2029-03-10")).group, AgeGroup::adult);
  EXPECT_EQ(law.age({}, true, day("2026-03-10")).group, AgeGroup::adult);
}

TEST(WorkingTime, HoldsTheStricterOfDirectiveAndCountry) {
  const Day today = day("2026-03-02");
  const Age adult;
  const auto serbia = working_time().find("RS")->rule(TimeRuleKind::daily_rest, adult, today);
  ASSERT_TRUE(serbia.has_value());
  EXPECT_EQ(serbia->minutes, 720);
  const Age child{AgeGroup::child, 14};
  const auto czechia = working_time().find("CZ")->rule(TimeRuleKind::daily_rest, child, today);
  ASSERT_TRUE(czechia.has_value());
  EXPECT_EQ(czechia->minutes, 840);
  EXPECT_FALSE(working_time().find("RS")->rule(TimeRuleKind::day_limit, adult, today).has_value());
}

}  // namespace
}  // namespace tilia::payroll::tests
