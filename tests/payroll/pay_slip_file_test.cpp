#include "payroll/pay_slip_file.h"

#include <gtest/gtest.h>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

TEST(PaySlipJson, AnswersAsTheCommandLinePromises) {
  const Day on = *Day::from(2026, 3, 31);
  StatutoryRules rules = serbia_on(on);
  rules.contributions.erase(rules.contributions.begin() + 1, rules.contributions.end());
  const std::string rate_law = rules.contributions.front().law;
  const DatedMoney& untaxed = rules.amount("SRB_UNTAXED");
  const auto slip = work_out_payslip(wage(dinars("100000"), on), rules).value();
  const std::string cents = R"({"mode":"half_up","unit":"0.01"})";
  const std::string expected =
      R"({"country":"RS","on":"2026-03-31","currency":"RSD","gross":"100000.00",)"
      R"("special":"0.00","lines":[{"code":"SRB_PIO_EE","payer":"employee",)"
      R"("base":"100000.00","rate":"14","amount":"14000.00","from":"2026-01-01","law":")" +
      rate_law + R"(","rounding":)" + cents +
      R"(}],"free":[],"deductions":[{"code":"SRB_UNTAXED","amount":"34221.00",)"
      R"("from":"2026-01-01","law":")" +
      untaxed.law +
      R"("}],"taxed_after_contributions":false,"tax_base":"65779.00",)"
      R"("taxes":[{"special":false,"base":"65779.00","months":1,"off_year":[],)"
      R"("parts":[{"base":"65779.00","rate":"10"}],"credits":[],"paid_out":[],"rounding":)" +
      cents + R"(,"amount":"6577.90","from":"2024-01-01","law":")" + rules.tax.law +
      R"("}],"tax":"6577.90","net":"79422.10","employer_cost":"100000.00",)"
      R"("assumed":["full_month","full_time","open_ended","main_job","no_dependants",)"
      R"("ordinary_pay"],"unverified":[],"beyond_review":false})";
  EXPECT_EQ(pay_slip_json(slip), expected);
}

TEST(PaySlipJson, SaysWhatIsMissingToTheMinimumOnlyWhereSomethingIs) {
  const Day on = *Day::from(2026, 3, 31);
  PayFacts facts = wage(dinars("79797.29"), on);
  facts.worked_minutes = 160 * 60;
  const auto enough = work_out_payslip(facts, serbia_on(on)).value();
  EXPECT_EQ(pay_slip_json(enough).find("under_minimum_by"), std::string::npos);
  facts.worked_minutes = 161 * 60;
  const auto less = work_out_payslip(facts, serbia_on(on)).value();
  EXPECT_NE(pay_slip_json(less).find(R"("under_minimum_by":"371.00")"), std::string::npos);
}

}  // namespace
}  // namespace tilia::payroll
