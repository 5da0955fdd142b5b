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
  EXPECT_EQ(english.say(tax_explained(slip)),
            "10\u00a0% of 65\u00a0779.00\u00a0RSD: the wage less 34\u00a0221.00\u00a0RSD untaxed");
}

TEST(PayslipWords, SayThatASmallWageCarriesNoTax) {
  const auto slip = work_out_payslip(wage(dinars("30000"), march), serbia_on(march)).value();
  EXPECT_EQ(tax_explained(slip).key(), "payroll.no_tax_explained");
}

TEST(PayslipWords, StandInEveryLanguageForEveryLineAndAssumption) {
  const auto slip = work_out_payslip(wage(dinars("100000"), march), serbia_on(march)).value();
  for (const Words& words : all_words()) {
    for (const PayLine& line : slip.lines) EXPECT_TRUE(words.knows(name_of(line).key()));
    for (const std::string& code : slip.assumed)
      EXPECT_TRUE(words.knows(assumed_sentence(code).key())) << code;
    for (const char* key :
         {"payroll.line_explained", "payroll.tax_explained", "payroll.no_tax_explained"})
      EXPECT_TRUE(words.knows(key)) << key;
  }
}

TEST(PayslipWords, StandInEveryLanguageForEveryRefusal) {
  for (const Words& words : all_words()) {
    for (int why = 0; why <= static_cast<int>(PayRefusal::part_time_out_of_range); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<PayRefusal>(why)).key())) << why;
    for (int why = 0; why <= static_cast<int>(RulesRefusal::no_rules_that_early); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<RulesRefusal>(why), "RS", march).key()))
          << why;
  }
}

}  // namespace
}  // namespace tilia::payroll
