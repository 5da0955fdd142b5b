#include "payroll/pay_entry.h"

#include <algorithm>

#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using Kind = PayItem::Kind;
using Why = PayEntryRefusal;

class PayEntry : public PracticeBook {
 protected:
  void SetUp() override { take_on("amber", "120000.00"); }

  Result<PayItem, PayEntryFault> item(Kind kind, const char* amount, const char* in = "2026-03",
                                      std::optional<Money> must_remain = {}) {
    return add_pay_item(book_, "amber", month(in), kind, dinars(amount), must_remain, chance_);
  }
  PayRunSlip slip(const char* in = "2026-03") {
    const PayRun run = draw_up(in).value();
    EXPECT_EQ(run.slips.size(), 1U);
    return run.slips.front();
  }
  static std::vector<std::string> left_out(const PayRun& run) {
    std::vector<std::string> all;
    for (const PayRunRemark& each : run.remarks) {
      if (each.left_out)
        all.push_back(each.alias + " " + std::string(pay_run_remark_code(each.what)) +
                      (each.amount ? " " + each.amount->text() : ""));
    }
    return all;
  }
};

TEST_F(PayEntry, TaxesABonusLikeTheWageAndInItsMonthOnly) {
  ASSERT_TRUE(item(Kind::bonus, "5000.00").ok());
  EXPECT_EQ(slip().slip.gross.text(), "125000.00");
  EXPECT_EQ(slip().slip.net, work_out_payslip(wage(dinars("125000"), day("2026-03-31")),
                                              serbia_on(day("2026-03-31")))
                                 .value()
                                 .net);
  EXPECT_EQ(slip("2026-02").slip.gross.text(), "120000.00");
}

TEST_F(PayEntry, PaysWhatIsUntaxedBesideTheWageAndTakesOffWhatWasPaid) {
  const Money net = slip().slip.net;
  ASSERT_TRUE(item(Kind::untaxed, "3500.50").ok());
  ASSERT_TRUE(item(Kind::advance, "20000.00").ok());
  ASSERT_TRUE(item(Kind::deduction, "4000.00").ok());
  const PayRunSlip with = slip();
  EXPECT_EQ(with.slip.net, net);
  EXPECT_EQ(with.payout(), net + dinars("3500.50") - dinars("24000.00"));
  EXPECT_EQ(with.cost(), with.slip.employer_cost + dinars("3500.50"));
  const PayTotals totals = totals_of(draw_up("2026-03").value(), rsd());
  EXPECT_EQ(totals.payout, with.payout());
  EXPECT_EQ(totals.employer_cost, with.cost());
}

TEST_F(PayEntry, LeavesOutWhoseDeductionsTakeMoreThanMayBeTaken) {
  const Money net = slip().slip.net;
  ASSERT_TRUE(item(Kind::deduction, "10000.00", "2026-03", net - dinars("10000")).ok());
  EXPECT_EQ(slip().payout(), net - dinars("10000"));
  ASSERT_TRUE(item(Kind::deduction, "500.25", "2026-03", net - dinars("10000")).ok());
  const PayRun run = draw_up("2026-03").value();
  EXPECT_TRUE(run.slips.empty());
  EXPECT_EQ(left_out(run), std::vector<std::string>{"amber deduction_over 500.25"});
}

TEST_F(PayEntry, LeavesOutWhoWasPaidMoreAlreadyThanThereIs) {
  const Money net = slip().slip.net;
  ASSERT_TRUE(item(Kind::advance, "200000.00").ok());
  EXPECT_EQ(left_out(draw_up("2026-03").value()),
            std::vector<std::string>{"amber payout_below_zero " + (dinars("200000") - net).text()});
}

TEST_F(PayEntry, TakesAnItemOutUntilTheMonthIsApproved) {
  const PayItem bonus = item(Kind::bonus, "5000.00").value();
  const PayItem other = item(Kind::bonus, "7000.00").value();
  EXPECT_EQ(slip().slip.gross.text(), "132000.00");
  EXPECT_TRUE(take_pay_item(book_, "amber", other.id).ok());
  EXPECT_EQ(take_pay_item(book_, "amber", other.id).refusal().why, Why::unknown_item);
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_EQ(take_pay_item(book_, "amber", bonus.id).refusal().why, Why::month_approved);
  EXPECT_EQ(item(Kind::bonus, "1.00").refusal().why, Why::month_approved);
  EXPECT_EQ(book_.pay_run(month("2026-03"))->slips.front().items, std::vector<PayItem>{bonus});
}

TEST_F(PayEntry, MakesADraftStale) {
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(item(Kind::untaxed, "100.00").ok());
  EXPECT_EQ(approve("2026-03").refusal(), PayRunRefusal::draft_is_stale);
}

TEST_F(PayEntry, RefusesWhatIsNoItem) {
  EXPECT_EQ(item(Kind::bonus, "0").refusal().why, Why::amount_not_positive);
  EXPECT_EQ(item(Kind::bonus, "100000000.01").refusal().why, Why::amount_too_large);
  EXPECT_EQ(item(Kind::bonus, "5", "2026-03", dinars("1")).refusal().why,
            Why::only_deductions_leave);
  EXPECT_EQ(item(Kind::deduction, "5", "2026-03", dinars("-1")).refusal().why,
            Why::only_deductions_leave);
  EXPECT_EQ(add_pay_item(book_, "nobody", month("2026-03"), Kind::bonus, dinars("1"), {}, chance_)
                .refusal()
                .why,
            Why::unknown_worker);
  EXPECT_TRUE(book_.pay_details(book_.workers().front().id).items.empty());
}

// A bakery in Prague: the same book, another law.
class CzechPayEntry : public PayEntry {
 protected:
  CzechPayEntry() {
    db::WriteTransaction change(*file_);
    change.connection().run(
        "UPDATE organisation SET country = 'CZ', currency = 'CZK', zone = 'Europe/Prague'");
    change.commit();
  }
  void SetUp() override {
    const Worker worker = add_worker(book_, "amber", "🦊", chance_, clock_).value();
    ASSERT_TRUE(add_contract(book_, "amber", day("2026-01-01"), PayBasis::monthly, czk("30000"),
                             40 * 60, clock_)
                    .ok());
  }
  static Money czk(const char* text) {
    return Money::parse(text, *Currency::from_code("CZK")).value();
  }
  Result<Done, PayEntryFault> brings(const char* from,
                                     const std::map<std::string, std::string>& said) {
    return enter_brought(book_, "amber", day(from), said, clock_);
  }
};

TEST_F(CzechPayEntry, KnowsFromWhenOnSomebodyBringsSomething) {
  ASSERT_TRUE(brings("2026-02-01", {{"children", "1"}}).ok());
  ASSERT_TRUE(brings("2026-03-31", {{"children", "2"}}).ok());
  const Money january = slip("2026-01").slip.tax;
  EXPECT_EQ(slip("2026-02").slip.tax, january - czk("1267"));
  EXPECT_EQ(slip("2026-03").slip.tax, january - czk("3127"));
  EXPECT_EQ(slip("2026-03").said, (std::map<std::string, std::string>{{"children", "2"}}));
  // All that is not said any more does not hold any more.
  ASSERT_TRUE(brings("2026-03-31", {}).ok());
  EXPECT_EQ(slip("2026-03").slip.tax, january);
}

// A minimum by the month needs no hours; Serbia's is by the hour.
TEST_F(CzechPayEntry, SaysNothingAboutHoursThatNoMinimumAsksFor) {
  for (const PayRunRemark& each : draw_up("2026-03").value().remarks)
    EXPECT_NE(each.what, PayRunRemark::What::no_hours);
}

TEST_F(PayEntry, SaysThatTheMinimumByTheHourWasNotChecked) {
  const auto remarks = draw_up("2026-03").value().remarks;
  EXPECT_EQ(std::count_if(
                remarks.begin(), remarks.end(),
                [](const PayRunRemark& each) { return each.what == PayRunRemark::What::no_hours; }),
            1);
}

TEST_F(CzechPayEntry, RefusesWhatIsNotHersToBringAndWhatIsPaid) {
  EXPECT_EQ(brings("2026-03-01", {{"luck", "1"}}).refusal().why, Why::unknown_setting);
  EXPECT_EQ(brings("2026-03-01", {{"children", "-1"}}).refusal().why, Why::bad_setting);
  EXPECT_EQ(brings("2026-03-01", {{"hours", "160"}}).refusal().why, Why::not_hers);
  EXPECT_EQ(
      enter_employer_brings(book_, day("2026-03-01"), {{"children", "1"}}, clock_).refusal().why,
      Why::not_hers);
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_EQ(brings("2026-03-31", {{"children", "1"}}).refusal().why, Why::month_approved);
  EXPECT_TRUE(brings("2026-04-01", {{"children", "1"}}).ok());
}

// 900,000 a month reach the end of the year's base in the third.
TEST_F(CzechPayEntry, EndsTheBaseOfTheYearByWhatApprovedMonthsPaid) {
  ASSERT_TRUE(add_contract(book_, "amber", day("2026-01-02"), PayBasis::monthly, czk("900000"),
                           40 * 60, clock_)
                  .ok());
  const auto base = [&](const char* in) { return slip(in).slip.lines.front().base; };
  EXPECT_EQ(base("2026-03"), czk("900000"));  // nothing is approved before it
  Money paid = czk("0");
  for (const char* in : {"2026-01", "2026-02"}) {
    paid += slip(in).slip.gross;
    ASSERT_TRUE(approve(in).ok());
  }
  EXPECT_EQ(base("2026-03"), czk("2350416") - paid);
  EXPECT_EQ(slip("2026-03").said.at("paid_before"), paid.text());
}

// A bakery in Graz: 14 pays a year.
class AustrianPayEntry : public PayEntry {
 protected:
  AustrianPayEntry() {
    db::WriteTransaction change(*file_);
    change.connection().run(
        "UPDATE organisation SET country = 'AT', currency = 'EUR', zone = 'Europe/Vienna'");
    change.commit();
  }
  void SetUp() override {
    const Worker worker = add_worker(book_, "amber", "🦊", chance_, clock_).value();
    ASSERT_TRUE(add_contract(book_, "amber", day("2026-01-01"), PayBasis::monthly, eur("3000"),
                             40 * 60, clock_)
                    .ok());
  }
  static Money eur(const char* text) {
    return Money::parse(text, *Currency::from_code("EUR")).value();
  }
  void special(const char* in) {
    ASSERT_TRUE(
        add_pay_item(book_, "amber", month(in), Kind::special, eur("3000"), {}, chance_).ok());
  }
};

TEST_F(AustrianPayEntry, ReckonsSpecialPayByTheYearsApprovedMonths) {
  for (const char* in : {"2026-01", "2026-02", "2026-03"}) special(in);
  const auto taxed_low = [&](const char* in) { return slip(in).slip.taxes.at(1).base.text(); };
  EXPECT_EQ(taxed_low("2026-01"), "1867.90");  // 3000 less 512.10 and the year's 620
  ASSERT_TRUE(approve("2026-01").ok());
  EXPECT_EQ(taxed_low("2026-02"), "2487.90");  // the 620 are used
  const Money base_of_february = slip("2026-02").slip.tax_base;
  ASSERT_TRUE(approve("2026-02").ok());
  EXPECT_EQ(taxed_low("2026-03"), "0.00");  // a sixth of the year is two months' pay
  EXPECT_EQ(slip("2026-03").slip.tax_base, base_of_february + eur("3000"));
}

TEST_F(AustrianPayEntry, SavesForSeveranceFromTheSecondMonthOn) {
  const auto saves = [&](const char* in) {
    const auto lines = slip(in).slip.lines;
    return std::any_of(lines.begin(), lines.end(),
                       [](const PayLine& each) { return each.code == "AT_BV_ER"; });
  };
  EXPECT_FALSE(saves("2026-01"));
  EXPECT_TRUE(saves("2026-02"));
}

class BulgarianPayEntry : public PayEntry {
 protected:
  BulgarianPayEntry() {
    db::WriteTransaction change(*file_);
    change.connection().run(
        "UPDATE organisation SET country = 'BG', currency = 'EUR', zone = 'Europe/Sofia'");
    change.commit();
  }
  void SetUp() override {
    const Worker worker = add_worker(book_, "amber", "🦊", chance_, clock_).value();
    ASSERT_TRUE(add_contract(book_, "amber", day("2026-01-01"), PayBasis::monthly,
                             Money::parse("1200.00", *Currency::from_code("EUR")).value(), 40 * 60,
                             clock_)
                    .ok());
  }
};

TEST_F(BulgarianPayEntry, TakesWhatTheEmployerBringsFromItsDayOnForEverybody) {
  const Money plain = slip("2026-02").slip.employer_cost;
  ASSERT_TRUE(
      enter_employer_brings(book_, day("2026-03-01"), {{"accident_rate", "1.1"}}, clock_).ok());
  EXPECT_EQ(slip("2026-02").slip.employer_cost, plain);
  EXPECT_EQ((slip("2026-03").slip.employer_cost - plain).text(), "8.40");  // 0.7 % of 1,200
  EXPECT_EQ(book_.employer_brings().size(), 1U);
}

TEST_F(BulgarianPayEntry, LeavesOutWhomALawDoesNotFitAndPaysTheOthers) {
  ASSERT_TRUE(
      enter_employer_brings(book_, day("2026-03-01"), {{"accident_rate", "9"}}, clock_).ok());
  EXPECT_EQ(left_out(draw_up("2026-03").value()),
            std::vector<std::string>{"amber settings_do_not_fit"});
}

}  // namespace
}  // namespace tilia::payroll
