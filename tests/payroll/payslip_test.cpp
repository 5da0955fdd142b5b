#include "payroll/payslip.h"

#include <gtest/gtest.h>

#include "tests/payroll/serbia_in.h"

namespace tilia::payroll {
namespace {

const Day march = *Day::from(2026, 3, 31);

TEST(Payslip, StoresBaseRateTableDayLawAndRoundingOfEachLine) {
  const auto slip = work_out_payslip(wage(dinars("100000"), march), serbia_on(march)).value();
  ASSERT_EQ(slip.lines.size(), 5U);
  const PayLine& pension = slip.lines.front();
  EXPECT_EQ(pension.code, "SRB_PIO_EE");
  EXPECT_EQ(pension.payer, Payer::employee);
  EXPECT_EQ(pension.base.text(), "100000.00");
  EXPECT_EQ(pension.rate.percent_text(), "14");
  EXPECT_EQ(pension.amount.text(), "14000.00");
  EXPECT_EQ(pension.from.text(), "2026-01-01");
  EXPECT_NE(pension.law.find("čl. 44"), std::string::npos);
  EXPECT_EQ(pension.rounding.mode, Rounding::half_up);
  EXPECT_EQ(pension.rounding.unit.text(), "0.01");
  EXPECT_EQ(slip.deductions.front().from.text(), "2026-01-01");
  EXPECT_EQ(slip.taxes.front().parts.front().rate.percent_text(), "10");
}

TEST(Payslip, NamesTheLawOfTheBaseWhereTheBaseIsNotTheWage) {
  const auto low = work_out_payslip(wage(dinars("40000"), march), serbia_on(march)).value();
  EXPECT_NE(low.lines.front().law.find("čl. 37"), std::string::npos);
  const auto plain = work_out_payslip(wage(dinars("80000"), march), serbia_on(march)).value();
  EXPECT_EQ(plain.lines.front().law.find("čl. 37"), std::string::npos);
}

TEST(Payslip, AssumesOnlyWhatNobodySaid) {
  const auto plain = work_out_payslip(wage(dinars("80000"), march), serbia_on(march)).value();
  const std::vector<std::string> all{"full_month", "full_time",     "open_ended",
                                     "main_job",   "no_dependants", "ordinary_pay"};
  EXPECT_EQ(plain.assumed, all);
  const auto facts = with_settings(
      wage(dinars("80000"), march),
      PaySettings::read("RS", rsd(), {{"part_time", "40/40"}, {"part_month", "31/31"}}).value());
  const auto said = work_out_payslip(facts.value(), serbia_on(march)).value();
  EXPECT_EQ(said.assumed, std::vector<std::string>(all.begin() + 2, all.end()));
  EXPECT_EQ(said.net, plain.net);
}

TEST(Payslip, WarnsOnlyBeyondTheDayUpToWhichSomebodyLooked) {
  StatutoryRules rules = serbia_on(march);
  rules.reviewed = march;
  EXPECT_FALSE(work_out_payslip(wage(dinars("80000"), march), rules).value().beyond_review);
  rules.reviewed = march.plus_days(-1);
  EXPECT_TRUE(work_out_payslip(wage(dinars("80000"), march), rules).value().beyond_review);
}

TEST(Payslip, AccusesNobodyByAMinimumThatNobodyVerified) {
  const Day summer = *Day::from(2025, 6, 30);
  PayFacts facts = wage(dinars("1000"), summer);
  facts.worked_minutes = 176 * 60;
  EXPECT_FALSE(work_out_payslip(facts, serbia_on(summer)).value().under_minimum_by);
  facts.on = march;
  EXPECT_TRUE(work_out_payslip(facts, serbia_on(march)).value().under_minimum_by);
}

TEST(Payslip, RefusesWhatIsNoWage) {
  struct Row {
    Money gross;
    std::int64_t numerator;
    std::int64_t denominator;
    PayRefusal why;
  };
  const Currency eur = *Currency::from_code("EUR");
  const std::vector<Row> rows{
      {dinars("0"), 1, 1, PayRefusal::gross_not_positive},
      {dinars("-1"), 1, 1, PayRefusal::gross_not_positive},
      {dinars("1000000000.01"), 1, 1, PayRefusal::gross_too_large},
      {Money::from_minor(100, eur), 1, 1, PayRefusal::mixed_currency},
      {dinars("80000"), 0, 1, PayRefusal::part_time_out_of_range},
      {dinars("80000"), 41, 40, PayRefusal::part_time_out_of_range},
      {dinars("80000"), 1, 0, PayRefusal::part_time_out_of_range},
      {dinars("80000"), -1, -1, PayRefusal::part_time_out_of_range},
  };
  for (const Row& row : rows) {
    PayFacts facts = wage(row.gross, march);
    facts.part_time_numerator = row.numerator;
    facts.part_time_denominator = row.denominator;
    const auto answer = work_out_payslip(facts, serbia_on(march));
    ASSERT_FALSE(answer.ok()) << row.gross.text();
    EXPECT_EQ(pay_refusal_code(answer.refusal()), pay_refusal_code(row.why));
  }
  EXPECT_TRUE(work_out_payslip(wage(dinars("1000000000"), march), serbia_on(march)).ok());
}

TEST(Payslip, ReadsSettingsStrictly) {
  const PayFacts plain = wage(dinars("80000"), march);
  const auto read = [](const char* key, const char* value) {
    return PaySettings::read("RS", rsd(), {{key, value}});
  };
  const auto with = [&](const char* key, const char* value) {
    return with_settings(plain, read(key, value).value());
  };
  EXPECT_EQ(with("hours", "176").value().worked_minutes, 176 * 60);
  EXPECT_EQ(with("hours", "176:30").value().worked_minutes, 176 * 60 + 30);
  EXPECT_EQ(with("part_time", "20/40").value().part_time_numerator, 20);
  for (const char* bad : {"", "-1", "176:3", "176:60", "1:030", "745", "744:01", "1e2", "176h"})
    EXPECT_EQ(read("hours", bad).refusal().why, SettingRefusal::bad_setting) << bad;
  for (const char* bad : {"", "1", "1/", "/2", "1/0", "1/2/3", "0.5/1", "-1/2"})
    EXPECT_EQ(read("part_time", bad).refusal().why, SettingRefusal::bad_setting) << bad;
  for (const char* bad : {"0/40", "41/40"})
    EXPECT_EQ(with("part_month", bad).refusal(), PayRefusal::part_time_out_of_range) << bad;
  EXPECT_EQ(read("Hours", "176").refusal().why, SettingRefusal::unknown_setting);
  EXPECT_EQ(read("children", "2").refusal().why, SettingRefusal::unknown_setting);
}

TEST(Payslip, NamesTheFirstFigureThatDoesNotHold) {
  const Payslip good = work_out_payslip(wage(dinars("100000"), march), serbia_on(march)).value();
  EXPECT_EQ(first_fault(good), std::nullopt);
  const Money para = Money::from_minor(1, rsd());
  const auto fault_after = [&](auto&& change) {
    Payslip slip = good;
    change(slip);
    return first_fault(slip);
  };
  EXPECT_EQ(fault_after([&](Payslip& s) { s.lines[1].amount += para; }), "SRB_HLT_EE");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.lines[3].base -= dinars("1"); }), "SRB_PIO_ER");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.deductions[0].amount += para; }), "tax_base");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.tax += para; }), "tax");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.net += para; }), "net");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.employer_cost -= para; }), "employer_cost");
  EXPECT_EQ(fault_after([&](Payslip& s) { s.lines.pop_back(); }), "employer_cost");
}

}  // namespace
}  // namespace tilia::payroll
