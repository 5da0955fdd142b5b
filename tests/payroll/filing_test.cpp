// What is filed and paid of a month's wages: the shipped files hold, days are reckoned as the law
// counts them, and figures add up to the slips.
#include "payroll/filing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <set>

#include "tests/payroll/run_of_tests.h"

namespace tilia::payroll {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = TILIA_SOURCE "/payroll/filings";

Month month_of(const char* text) { return *Month::parse(text); }
std::optional<Day> day_of(const char* text) { return Day::parse(text); }

// "filing 2026-04-20", by day.
std::vector<std::string> dues_in(const FilingLaw& law, const char* month,
                                 const std::optional<Day>& payout = {},
                                 const DaysOff& holidays = {}) {
  std::vector<std::string> all;
  for (const Due& due : dues_of(law.forms_of(month_of(month)), month_of(month), payout, holidays))
    all.push_back(fmt::format("{} {}{}{}", due_what_text(due.rule->what),
                              due.day ? due.day->text() : "?", due.moved ? " moved" : "",
                              due.day_off ? " off" : ""));
  return all;
}
using Texts = std::vector<std::string>;

class Filing : public ::testing::Test {
 protected:
  Filing() {
    std::string pattern = (fs::temp_directory_path() / "filing-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Filing() override { fs::remove_all(folder_); }
  [[nodiscard]] FilingLaw read(const std::string& text) const {
    std::ofstream(folder_ / "XX.toml") << text;
    return FilingLaw::of(folder_, "XX");
  }
  [[nodiscard]] std::string fault(const std::string& text) const {
    try {
      (void)read(text);
    } catch (const RuleFault& why) {
      return why.what();
    }
    return "holds";
  }
  // A file of one form with this due and this field.
  [[nodiscard]] static std::string one(const std::string& due, const std::string& field) {
    return "reviewed = 2026-01-01\n[[form]]\ncode = \"f\"\nfrom = 2026-01-01\nname = \"F\"\n"
           "sent_to = \"office\"\nlaw = \"l\"\nsource = \"s\"\n[[form.mark]]\nname = \"No\"\n"
           "is = \"tax_number\"\n[[form.due]]\nlaw = \"l\"\nsource = \"s\"\n" +
           due + "\n[[form.field]]\nname = \"n\"\n" + field + "\n";
  }

  fs::path folder_;
};

const char* by_20th = "what = \"filing\"\nafter = \"month\"\nday = 20";
const char* gross = "sum = \"gross\"";

TEST_F(Filing, EveryCountryWithPayHasAFormThatHoldsAndNamesItsLaw) {
  for (const std::string& country : pay_countries()) {
    const FilingLaw law = FilingLaw::of(shipped, country);
    const auto forms = law.forms_of(month_of("2026-04"));
    ASSERT_FALSE(forms.empty()) << country;
    std::set<DueWhat> due;
    for (const FilingForm* form : forms)
      for (const DueRule& rule : form->dues) due.insert(rule.what);
    EXPECT_EQ(due.size(), 3U) << country << " files, pays contributions and pays tax";
  }
  EXPECT_TRUE(FilingLaw::of(shipped, "XX").forms().empty());
}

TEST_F(Filing, FieldsNameContributionsThatTheTablesHave) {
  const RuleBook rules(TILIA_SOURCE "/payroll/rules");
  for (const std::string& country : pay_countries()) {
    std::set<std::string> codes;
    std::set<std::string> paid_for;
    const StatutoryRules tables = rules.on(country, *Day::parse("2026-03-31")).value();
    for (const ContributionRule& one : tables.contributions) {
      codes.insert(one.kind.code);
      paid_for.insert(one.kind.branch);
    }
    const FilingLaw law = FilingLaw::of(shipped, country);
    for (const FilingForm& form : law.forms()) {
      for (const FilingField& field : form.fields) {
        EXPECT_TRUE(field.line.empty() || codes.contains(field.line)) << country << field.line;
        EXPECT_TRUE(field.branch.empty() || paid_for.contains(field.branch))
            << country << field.branch;
      }
    }
  }
}

TEST_F(Filing, SerbiaFilesBeforeThePayoutAndPaysOnItsDay) {
  const FilingLaw law = FilingLaw::of(shipped, "RS");
  EXPECT_EQ(dues_in(law, "2026-03", day_of("2026-04-10")),
            (Texts{"filing 2026-04-10", "tax 2026-04-10", "contributions 2026-04-10"}));
  EXPECT_EQ(dues_in(law, "2026-03"), (Texts{"filing ?", "tax ?", "contributions ?"}));
}

TEST_F(Filing, ADayOffIsSaidPlainlyUnlessALawIsKnownThatMovesIt) {
  // 20 June 2026 is a Saturday.
  EXPECT_EQ(dues_in(FilingLaw::of(shipped, "AL"), "2026-05"),
            (Texts{"filing 2026-06-20 off", "contributions 2026-06-20 off", "tax 2026-06-20 off"}));
  const Texts czech = dues_in(FilingLaw::of(shipped, "CZ"), "2026-05");
  EXPECT_EQ(czech.front(), "filing 2026-06-20 off");
  EXPECT_EQ(czech.back(), "tax 2026-06-22 moved");
  EXPECT_EQ(
      dues_in(FilingLaw::of(shipped, "CZ"), "2026-05", {}, {{*day_of("2026-06-22"), "x"}}).back(),
      "tax 2026-06-23 moved");
  // Spain's last working day of May 2026 is Friday the 29th; a holiday makes it Thursday.
  const FilingLaw spain = FilingLaw::of(shipped, "ES");
  EXPECT_EQ(dues_in(spain, "2026-04").front(), "filing 2026-05-29");
  EXPECT_EQ(dues_in(spain, "2026-04", {}, {{*day_of("2026-05-29"), "x"}}).front(),
            "filing 2026-05-28");
}

TEST_F(Filing, CountsFromTheMonthTheQuarterOrThePayout) {
  const FilingLaw romania = FilingLaw::of(shipped, "RO");
  for (const char* month : {"2026-07", "2026-08", "2026-09"})
    EXPECT_EQ(dues_in(romania, month).back(), "tax 2026-10-25 off") << month;
  EXPECT_EQ(dues_in(romania, "2026-07").front(), "filing 2026-08-25");
  EXPECT_EQ(dues_in(romania, "2026-12").front(), "filing 2027-01-25");
  const FilingLaw bars = FilingLaw::of(shipped, "BA-RS");
  EXPECT_EQ(dues_in(bars, "2026-03", day_of("2026-05-04")).back(), "filing 2026-06-10");
  EXPECT_EQ(dues_in(FilingLaw::of(shipped, "BA-FBiH"), "2026-03", day_of("2026-04-02")).back(),
            "filing ?")
      << "nobody found the day";
}

TEST_F(Filing, FormsFollowEachOtherByDate) {
  const FilingLaw law = FilingLaw::of(shipped, "CZ");
  const auto codes = [&](const char* month) {
    Texts all;
    for (const FilingForm* form : law.forms_of(month_of(month))) all.push_back(form->code);
    return all;
  };
  EXPECT_EQ(codes("2025-12"), (Texts{"pvpoj", "zp"}));
  EXPECT_EQ(codes("2026-03"), (Texts{"pvpoj", "jmhz", "zp"}));
  EXPECT_EQ(codes("2026-04"), (Texts{"jmhz", "zp"}));
  const auto march = dues_of(law.forms_of(month_of("2026-03")), month_of("2026-03"), {}, {});
  EXPECT_EQ(march.back().opens, day_of("2026-04-01"));
  EXPECT_EQ(march.back().day, day_of("2026-06-30"));
}

TEST_F(Filing, FiguresAreTheSumsOfTheSlips) {
  const PayRun run =
      run_of({{"amber", "Milica Đurić", {}}, {"birch", "Ana, the \"Anić\"", {}, "200000"}});
  const FilingLaw law = FilingLaw::of(shipped, "RS");
  const FilingForm& form = *law.forms_of(run.month).front();
  std::map<std::string, std::string> said;
  for (const FilingFigure& one : figures_of(form, run)) said[one.field->name] = text_of(one);
  EXPECT_EQ(said["Broj zaposlenih"], "2");
  EXPECT_EQ(said["Bruto prihod"], "300000.00");
  EXPECT_EQ(said["PIO"], "72000.00") << "14 and 10 %";
  EXPECT_EQ(said["Osnovica doprinosa"], "300000.00");
  EXPECT_EQ(said["Porez"], (run.slips[0].slip.tax + run.slips[1].slip.tax).text());
  EXPECT_FALSE(said.contains("Efektivni sati")) << "asked of each person alone";
  const std::string csv = filing_csv(form, run);
  EXPECT_TRUE(csv.starts_with("worker,id_number,Broj zaposlenih,Efektivni sati,Bruto prihod,"));
  EXPECT_NE(csv.find("\nMilica Đurić,,,176,100000.00,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("\n\"Ana, the \"\"Anić\"\"\",,,176,200000.00,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("\n,,2,,300000.00,"), std::string::npos) << csv;
}

TEST_F(Filing, FieldsTakeASideALineAndNoFormula) {
  const PayRun run = run_of({{"amber", "=1+1", {}}});
  const FilingLaw law =
      read(one(by_20th,
               "sum = \"contribution\"\nbranch = \"pension\"\npayer = \"employer\"\nin = \"both\"\n"
               "[[form.field]]\nname = \"m\"\nsum = \"employee\"\n[[form.field]]\nname = \"o\"\n"
               "sum = \"contribution\"\nline = \"SRB_HLT_EE\""));
  const auto figures = figures_of(law.forms().front(), run);
  EXPECT_EQ(text_of(figures[0]), "10000.00");
  EXPECT_EQ(text_of(figures[1]), "19900.00");
  EXPECT_EQ(text_of(figures[2]), "5150.00");
  EXPECT_NE(filing_csv(law.forms().front(), run).find("\n\"'=1+1\",,10000.00,,,RSD\n"),
            std::string::npos);
}

TEST_F(Filing, ReaderRefusesWhatDoesNotHold) {
  EXPECT_EQ(fault(one(by_20th, gross)), "holds");
  EXPECT_NE(fault(one(std::string(by_20th) + "\nlast_working_day = true", gross)), "holds");
  EXPECT_NE(fault(one("what = \"filing\"\nafter = \"month\"", gross)), "holds");
  EXPECT_NE(fault(one("what = \"filing\"\nafter = \"fixed\"", gross)), "holds");
  EXPECT_NE(fault(one("what = \"filing\"\nafter = \"payout\"\nday = 3", gross)), "holds");
  EXPECT_NE(fault(one(by_20th, "sum = \"contribution\"")), "holds");
  EXPECT_NE(fault(one(by_20th, "sum = \"contribution\"\nbranch = \"pensions\"")), "holds");
  EXPECT_NE(fault(one(by_20th, "sum = \"base\"\nbranch = \"pension\"")), "holds");
  EXPECT_NE(fault(one(by_20th, "sum = \"people\"\nin = \"rows\"")), "holds");
  EXPECT_NE(fault(one(by_20th, "sum = \"gross\"\nnumber = \"1.5\"")), "holds");
  const std::string form = one(by_20th, gross);
  EXPECT_NE(fault(form + form.substr(form.find("[[form]]"))).find("has not ended yet"),
            std::string::npos);
}

}  // namespace
}  // namespace tilia::payroll
