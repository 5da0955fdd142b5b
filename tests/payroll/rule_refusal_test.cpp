// One bad rule file for each thing that the loader refuses, written here from a good one.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "payroll/rule_file.h"
#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

class RuleRefusal : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "rules-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    fs::copy(TILIA_SOURCE "/payroll/rules/RS", folder_ / "RS");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / "RS" / name) << text;
  }

  // What the loader says; empty where it takes the folder.
  std::string fault() {
    try {
      static_cast<void>(RuleBook(folder_).on("RS", *Day::from(2026, 3, 31)));
    } catch (const RuleFault& found) {
      return found.what();
    }
    return {};
  }

  fs::path folder_;
};

std::string untaxed(const std::string& entries) {
  return "series = \"amount\"\ncode = \"SRB_UNTAXED\"\nreviewed = 2026-03-31\n" + entries;
}

std::string entry(const std::string& from, const std::string& rest) {
  return "[[entry]]\nfrom = " + from + "\n" + rest + "\n";
}

const std::string good = R"(amount = "25000"
currency = "RSD"
law = "a decree")";

TEST_F(RuleRefusal, TakesTheGoodFileThatTheBadOnesAreMadeFrom) {
  EXPECT_EQ(fault(), "");
  write("40_untaxed_amount.toml", untaxed(entry("2024-01-01", good)));
  EXPECT_EQ(fault(), "");
}

TEST_F(RuleRefusal, NamesFileEntryKeyAndCure) {
  write("40_untaxed_amount.toml", untaxed(entry("2024-01-01", R"(amount = "25000"
currency = "RSD")")));
  EXPECT_EQ(fault(),
            "40_untaxed_amount.toml, entry 1, law: is missing; name the decree that gives this "
            "value");
}

TEST_F(RuleRefusal, RefusesEachBadUntaxedAmount) {
  struct Row {
    std::string text;
    const char* says;
  };
  const std::vector<Row> rows{
      {untaxed(entry("2024-01-01", good + "\nnote = \"x\"")), "entry 1, note: this key is not"},
      {untaxed("") + "colour = \"red\"\n" + entry("2024-01-01", good), "colour: this key is not"},
      {untaxed(entry("2024-01-01", good) + entry("2024-01-01", good)), "this day stands twice"},
      {untaxed(entry("2024-01-02", good) + entry("2024-01-01", good)), "in order of their days"},
      {untaxed(entry("2024-01-01", good + "\nlaw = \"again\"")), "line 9"},
      {untaxed(entry("2024-02-30", good)), "40_untaxed_amount.toml, line"},
      {untaxed(entry("\"2024-01-01\"", good)), "from: write a day as"},
      {untaxed(entry("2024-01-01", "amount = 25000\ncurrency = \"RSD\"\nlaw = \"x\"")),
       "amount: write an amount"},
      {untaxed(entry("2024-01-01", "amount = \"-1\"\ncurrency = \"RSD\"\nlaw = \"x\"")),
       "amount: write an amount"},
      {untaxed(entry("2024-01-01", "amount = \"1.234\"\ncurrency = \"RSD\"\nlaw = \"x\"")),
       "amount: write an amount"},
      {untaxed(entry("2024-01-01", "amount = \"1\"\ncurrency = \"XXX\"\nlaw = \"x\"")),
       "currency: name a currency"},
      {untaxed(entry("2024-01-01", "amount = \"1\"\ncurrency = \"RSD\"\nlaw = \"\"")),
       "law: name the decree"},
      {untaxed(entry("2024-01-01", "rate = \"1\"\ncurrency = \"RSD\"\nlaw = \"x\"")),
       "amount: is missing"},
      {"series = \"amount\"\ncode = \"X\"\n" + entry("2024-01-01", good), "reviewed: is missing"},
      {"series = \"luck\"\nreviewed = 2026-03-31\n" + entry("2024-01-01", good),
       "series: write one of"},
      {untaxed("entry = []\n"), "entry: write each value"},
      {untaxed(""), "entry: is missing"},
      {"= broken", "line 1"},
  };
  for (const Row& row : rows) {
    write("40_untaxed_amount.toml", row.text);
    const std::string said = fault();
    EXPECT_NE(said.find(row.says), std::string::npos) << row.text << "\nsaid: " << said;
  }
}

TEST_F(RuleRefusal, RefusesACurrencyThatChangesInSilence) {
  const std::string euros = "amount = \"290\"\ncurrency = \"EUR\"\nlaw = \"a decree\"";
  const auto with = [&](const std::string& more) {
    write("40_untaxed_amount.toml",
          untaxed(entry("2024-01-01", good) + entry("2027-01-01", euros + more)));
    return fault();
  };
  EXPECT_NE(with("").find("the series changes currency here"), std::string::npos);
  EXPECT_NE(with("\nreplaces_currency = \"BAM\"").find("changes currency here"), std::string::npos);
  EXPECT_NE(with("\nreplaces_currency = \"EUR\"").find("name the currency before"),
            std::string::npos);
  EXPECT_EQ(with("\nreplaces_currency = \"RSD\""), "");
  write("40_untaxed_amount.toml",
        untaxed(entry("2024-01-01", good) +
                entry("2025-01-01", good + "\nreplaces_currency = \"EUR\"")));
  EXPECT_NE(fault().find("the currency does not change here"), std::string::npos);
}

TEST_F(RuleRefusal, RefusesADayOnWhichTwoSeriesAreInTwoCurrencies) {
  write("40_untaxed_amount.toml",
        untaxed(entry("2024-01-01", "amount = \"1\"\ncurrency = \"EUR\"\nlaw = \"x\"")));
  EXPECT_NE(fault().find("is in"), std::string::npos) << fault();
}

TEST_F(RuleRefusal, RefusesABracketThatFalls) {
  const auto with = [&](const std::string& brackets) {
    write("41_tax.toml",
          "series = \"tax\"\nreviewed = 2026-03-31\n" +
              entry("2024-01-01", "brackets = " + brackets + "\ncurrency = \"RSD\"\nlaw = \"x\""));
    return fault();
  };
  EXPECT_EQ(with(R"([{above = "0", rate = "10"}, {above = "9", rate = "20"}])"), "");
  EXPECT_NE(with(R"([{above = "0", rate = "10"}, {above = "0", rate = "20"}])")
                .find("bracket 2, above: brackets rise"),
            std::string::npos);
  EXPECT_NE(with(R"([{above = "0", rate = "20"}, {above = "9", rate = "10"}])")
                .find("bracket 2, rate: brackets rise"),
            std::string::npos);
  EXPECT_NE(with(R"([{above = "1", rate = "10"}])").find("the first bracket starts at 0"),
            std::string::npos);
  EXPECT_NE(with(R"([{above = "0", rate = "10", note = "x"}])").find("note: this key"),
            std::string::npos);
  EXPECT_NE(with("[]").find("brackets: list them"), std::string::npos);
}

TEST_F(RuleRefusal, RefusesARateThatIsNoPercent) {
  const auto with = [&](const std::string& rate) {
    write("10_pension_employee.toml",
          "series = \"contribution\"\ncode = \"SRB_PIO_EE\"\npayer = \"employee\"\n"
          "branch = \"pension\"\n"
          "reviewed = 2026-03-31\n" +
              entry("2024-01-01", "rate = " + rate + "\nlaw = \"x\""));
    return fault();
  };
  EXPECT_EQ(with("\"14\""), "");
  for (const char* bad : {"14", "\"-1\"", "\"100.01\"", "\"5,15\"", "\"1.23456\""})
    EXPECT_NE(with(bad).find("rate: write percent"), std::string::npos) << bad;
}

TEST_F(RuleRefusal, RefusesAMinimumWageThatRunsOnIntoTheNext) {
  const std::string wage = "hourly_net = \"371\"\ncurrency = \"RSD\"\nlaw = \"x\"";
  const auto with = [&](const std::string& entries) {
    write("50_minimum_wage.toml",
          "series = \"minimum_wage\"\ncode = \"SRB_MIN\"\nreviewed = 2026-03-31\n" + entries);
    return fault();
  };
  EXPECT_NE(with(entry("2024-01-01", wage + "\nto = 2025-01-01") + entry("2025-01-01", wage))
                .find("the entry before still holds"),
            std::string::npos);
  EXPECT_NE(with(entry("2024-01-01", wage + "\nto = 2023-12-31")).find("ends before it starts"),
            std::string::npos);
  EXPECT_NE(with(entry("2024-01-01", wage + "\nunverified = \"yes\"")).find("write true"),
            std::string::npos);
}

TEST_F(RuleRefusal, RefusesAModeOfRoundingThatCannotRound) {
  for (const char* bad : {"exact", "nearest"}) {
    write("60_rounding.toml",
          "series = \"rounding\"\nreviewed = 2026-03-31\n" +
              entry("2024-01-01", std::string("mode = \"") + bad + "\"\nlaw = \"x\""));
    EXPECT_NE(fault().find("mode: write half_up"), std::string::npos) << bad;
  }
}

TEST_F(RuleRefusal, RefusesAFolderThatLacksDoublesOrHidesASeries) {
  fs::remove(folder_ / "RS" / "41_tax.toml");
  EXPECT_NE(fault().find("no file gives the series tax"), std::string::npos);
  fs::copy(TILIA_SOURCE "/payroll/rules/RS/41_tax.toml", folder_ / "RS" / "41_tax.toml");
  fs::copy(folder_ / "RS" / "41_tax.toml", folder_ / "RS" / "42_tax.toml");
  EXPECT_NE(fault().find("the same series stands in 41_tax.toml"), std::string::npos);
  fs::remove(folder_ / "RS" / "42_tax.toml");
  write("41_tax.toml~", "");
  EXPECT_NE(fault().find("only .toml files stand here"), std::string::npos);
}

TEST_F(RuleRefusal, RefusesAHighestBaseUnderTheLowest) {
  write("31_highest_base.toml",
        "series = \"highest_base\"\ncode = \"SRB_BASE_MAX\"\nreviewed = 2026-03-31\n" +
            entry("2024-01-01", good));
  EXPECT_NE(fault().find("the highest base is under the lowest"), std::string::npos) << fault();
}

TEST_F(RuleRefusal, RefusesAContributionThatNamesABaseOrAFundNobodyGives) {
  const auto with = [&](const std::string& head) {
    write("10_pension_employee.toml",
          "series = \"contribution\"\ncode = \"SRB_PIO_EE\"\npayer = \"employee\"\n" + head +
              "reviewed = 2026-03-31\n" + entry("2024-01-01", "rate = \"14\"\nlaw = \"x\""));
    return fault();
  };
  EXPECT_EQ(with("branch = \"pension\"\n"), "");
  EXPECT_NE(with("").find("branch: is missing"), std::string::npos);
  EXPECT_NE(with("branch = \"luck\"\n").find("branch: write one of"), std::string::npos);
  EXPECT_NE(with("branch = \"pension\"\nlowest_base = \"NONE\"\n")
                .find("no file gives NONE as lowest_base"),
            std::string::npos);
  EXPECT_NE(with("branch = \"pension\"\nof = \"moon\"\n").find("of: write one of"),
            std::string::npos);
}

TEST_F(RuleRefusal, RefusesStepsThatDoNotRiseOrEnd) {
  const auto with = [&](const std::string& steps) {
    write("80_steps.toml",
          "series = \"amount_by_gross\"\ncode = \"X\"\nreviewed = 2026-03-31\n" +
              entry("2024-01-01", "steps = " + steps + "\ncurrency = \"RSD\"\nlaw = \"x\""));
    return fault();
  };
  EXPECT_EQ(with(R"([{up_to = "5", amount = "9"}, {amount = "1"}])"), "");
  EXPECT_NE(
      with(R"([{up_to = "5", amount = "9"}, {up_to = "5", amount = "1"}])").find("steps rise"),
      std::string::npos);
  EXPECT_NE(with(R"([{up_to = "5", amount = "9"}])").find("it goes on"), std::string::npos);
  EXPECT_NE(with(R"([{amount = "9"}, {amount = "1"}])").find("only the last goes on"),
            std::string::npos);
}

TEST_F(RuleRefusal, RefusesAMinimumWageOfTwoKinds) {
  write("50_minimum_wage.toml",
        "series = \"minimum_wage\"\ncode = \"SRB_MIN\"\nreviewed = 2026-03-31\n" +
            entry("2024-01-01",
                  "hourly_net = \"1\"\nmonthly_gross = \"2\"\ncurrency = \"RSD\"\nlaw = \"x\""));
  EXPECT_NE(fault().find("an entry gives one minimum"), std::string::npos);
}

}  // namespace
}  // namespace tilia::payroll
