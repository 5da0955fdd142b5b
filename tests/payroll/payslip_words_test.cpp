#include "payroll/payslip_words.h"

#include <gtest/gtest.h>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

const Day march = *Day::from(2026, 3, 31);

std::vector<Words> all_words() {
  std::vector<Words> all;
  for (const Language language : all_languages()) all.emplace_back(language, TILIA_SHARE "/locale");
  return all;
}

TEST(PayslipWords, ExplainALineAsRateOfBase) {
  const Words english(Language::english, TILIA_SHARE "/locale");
  const auto slip = work_out_payslip(wage(dinars("100000"), march), serbia_on(march)).value();
  EXPECT_EQ(english.say(name_of(slip.lines.front())), "Pension, from the wage");
  EXPECT_EQ(english.say(explained(slip.lines.front())), "14\u00a0% of 100\u00a0000.00\u00a0RSD");
}

TEST(PayslipWords, GoFromTheWageToTheTaxStepByStep) {
  const Words english(Language::english, TILIA_SHARE "/locale");
  const auto said = [&](const Payslip& slip) {
    std::string all;
    for (const TaxStep& step : tax_steps(slip)) {
      all += english.say(step.name);
      if (step.base) all += " of " + step.base->text();
      if (step.rate) all += " at " + step.rate->percent_text();
      if (step.amount) all += " = " + step.amount->text();
      all += "\n";
    }
    return all;
  };
  EXPECT_EQ(said(work_out_payslip(wage(dinars("100000"), march), serbia_on(march)).value()),
            "Gross pay = 100000.00\nFree of tax = -34221.00\n"
            "Tax of 65779.00 at 10 = 6577.90\n");
  const StatutoryRules austria = shipped_rules().on("AT", march).value();
  const Money gross = Money::parse("3000.00", austria.currency).value();
  EXPECT_EQ(said(work_out_payslip(wage(gross, march), austria).value()),
            "Gross pay = 3000.00\nContributions from the wage = -542.10\n"
            "Twelve times, for the year = 29494.80\nFlat expenses of the job = -132.00\n"
            "A part of it at this rate of 13539.00 at 0\n"
            "A part of it at this rate of 8453.00 at 20\n"
            "A part of it at this rate of 7370.80 at 30\nCredit for getting to work = -496.00\n"
            "Tax of 2457.90 = 283.82\n");
}

TEST(PayslipWords, StandInEveryLanguageForEveryLineStepAndAssumption) {
  const std::vector<Words> languages = all_words();
  const RuleBook book = shipped_rules();
  for (const std::string& country : pay_countries()) {
    const StatutoryRules rules = book.on(country, march).value();
    const auto everything = [&] {
      std::map<std::string, std::string> said;
      for (const PaySetting& each : pay_settings_of(country)) {
        if (each.kind == PaySetting::Kind::yes_or_no && each.key != "main_job")
          said[each.key] = "yes";
        if (each.kind == PaySetting::Kind::count) said[each.key] = "2";
        if (each.kind == PaySetting::Kind::choice) said[each.key] = each.choices.back();
        if (each.key == "special" || each.key == "overtime") said[each.key] = "100";
      }
      return PaySettings::read(country, rules.currency, said).value();
    }();
    for (const PaySettings& settings : {PaySettings(), everything}) {
      PayFacts facts = wage(Money::parse("1900", rules.currency).value(), march);
      facts.settings = settings;
      const auto slip = work_out_payslip(facts, rules);
      ASSERT_TRUE(slip.ok()) << country;
      for (const Words& words : languages) {
        for (const PayLine& line : slip.value().lines) {
          EXPECT_TRUE(words.knows(name_of(line).key())) << name_of(line).key();
          EXPECT_TRUE(words.knows(explained(line).key())) << explained(line).key();
        }
        for (const TaxStep& step : tax_steps(slip.value()))
          EXPECT_TRUE(words.knows(step.name.key())) << step.name.key();
        for (const std::string& code : slip.value().assumed)
          EXPECT_TRUE(words.knows(assumed_sentence(code).key())) << code;
      }
    }
  }
}

TEST(PayslipWords, StandInEveryLanguageForEveryRefusal) {
  for (const Words& words : all_words()) {
    for (int why = 0; why <= static_cast<int>(PayRefusal::rate_over_the_law); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<PayRefusal>(why)).key())) << why;
    for (int why = 0; why <= static_cast<int>(RulesRefusal::no_rules_that_early); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<RulesRefusal>(why), "RS", march).key()))
          << why;
  }
}

TEST(PayslipWords, SayHowEachSettingIsWritten) {
  const std::vector<Words> languages = all_words();
  for (const std::string& country : pay_countries()) {
    for (const PaySetting& each : pay_settings_of(country)) {
      for (const Words& words : languages) {
        const Phrase bad =
            sentence_of(SettingFault{SettingRefusal::bad_setting, country, each.key});
        EXPECT_TRUE(words.knows(bad.key())) << bad.key();
        EXPECT_NE(words.say(bad).find(each.key), std::string::npos) << words.say(bad);
      }
    }
  }
}

}  // namespace
}  // namespace tilia::payroll
