// A month that was paid and is paid again: the difference, and what stays.
#include "payroll/pay_correction.h"

#include "payroll/bank_pay.h"
#include "payroll/paid_before.h"
#include "payroll/pay_entry.h"
#include "payroll/pay_sums.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using What = PayRunRemark::What;

class CorrectPay : public PracticeBook {
 protected:
  void pay(const char* in, const char* at) {
    clock_.set(instant(at));
    ASSERT_TRUE(draw_up(in).ok());
    ASSERT_TRUE(approve(in).ok());
  }
  void pay_march() { pay("2026-03", "2026-04-02T09:00Z"); }
  void pay_april() { pay("2026-04", "2026-05-04T09:00Z"); }
  Result<Done, CorrectionRefusal> open(const char* in) {
    return open_correction(book_, rules_, month(in), clerk_, clock_);
  }
  PayRun stands(const char* in) {
    PaidBefore before(book_);
    return as_it_stands(before, month(in)).value();
  }
  PayRun run(const char* in) { return book_.pay_run(month(in)).value(); }
  static std::vector<std::string> remarks(const PayRun& run) {
    std::vector<std::string> all;
    for (const PayRunRemark& each : run.remarks) {
      if (each.what == What::beyond_review || each.what == What::no_hours) continue;
      all.push_back(each.alias + " " + std::string(pay_run_remark_code(each.what)) +
                    (each.month ? " " + each.month->text() : "") +
                    (each.amount ? " " + each.amount->text() : ""));
    }
    return all;
  }
  using Strings = std::vector<std::string>;
};

TEST_F(CorrectPay, PaysTheDifferenceOfAWageThatChangedBackwards) {
  take_on("amber", "90000");
  take_on("birch", "90000");
  pay_march();
  const PayRun march = run("2026-03");
  const auto more = [&] { return contract("amber", "100000", PayBasis::monthly, "2026-03-01"); };
  EXPECT_EQ(more().refusal(), EmployRefusal::day_in_approved_month);
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(more().ok());
  pay_april();
  const PayRun april = run("2026-04");
  EXPECT_EQ(remarks(april), (Strings{" paid_again 2026-03"}));
  EXPECT_EQ(april.corrects, std::vector<Month>{month("2026-03")});
  const PayRunSlip& amber = april.slips.at(0);
  ASSERT_EQ(amber.differences.size(), 1U);
  const PayDifference& difference = amber.differences.front();
  EXPECT_EQ(difference.month, month("2026-03"));
  EXPECT_EQ(difference.before.value().slip, march.slips.at(0).slip);
  EXPECT_EQ(difference.now.slip.gross.text(), "100000.00");
  EXPECT_EQ(first_fault(difference.now.slip), std::nullopt);
  // 10,000 less 19.9 % contributions and 10 % tax.
  EXPECT_EQ(difference.payout().text(), "7010.00");
  EXPECT_EQ(difference.cost().text(), "11515.00");
  EXPECT_EQ(amber.payout(), amber.slip.net + difference.payout());
  EXPECT_TRUE(april.slips.at(1).differences.empty());

  EXPECT_EQ(run("2026-03"), march) << "what was paid stays as it is";
  EXPECT_TRUE(is_frozen(book_, month("2026-03")));
  EXPECT_EQ(book_.corrections().front().paid_in, month("2026-04"));
  const PayRun now = stands("2026-03");
  EXPECT_EQ(now.slips.at(0).slip, difference.now.slip);
  EXPECT_EQ(now.slips.at(0).payout(), difference.now.payout());
  EXPECT_EQ(now.slips.at(1), march.slips.at(1));
}

TEST_F(CorrectPay, CountsTheDifferenceInEverySumOfTheRunThatPaysIt) {
  take_on("amber", "90000");
  pay_march();
  const PaySums before = sums_of(run("2026-03"));
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(contract("amber", "100000", PayBasis::monthly, "2026-03-01").ok());
  ASSERT_TRUE(add_pay_item(book_, "amber", month("2026-03"), PayItem::Kind::untaxed, dinars("1500"),
                           {}, chance_)
                  .ok());
  pay_april();
  const PayRun april = run("2026-04");
  const PaySums sums = sums_of(april);
  const PayTotals totals = totals_of(april, rsd());
  EXPECT_EQ(sums.gross.text(), "110000.00");
  EXPECT_EQ(sums.untaxed.text(), "1500.00");
  EXPECT_EQ(totals.gross, sums.gross);
  EXPECT_EQ(totals.payout, april.slips.front().payout());
  EXPECT_EQ(totals.payout, sums.payout);
  EXPECT_EQ(totals.tax, sums.tax);
  Money contributions = Money::zero(rsd());
  for (const ContributionSum& one : sums.contributions) {
    contributions += one.total();
    if (one.code == "SRB_PIO_EE") {
      EXPECT_EQ(one.base.text(), "110000.00");
      EXPECT_EQ(one.total().text(), "15400.00");
    }
  }
  EXPECT_EQ(totals.employer_cost, sums.payout + sums.tax + contributions);
  EXPECT_EQ(before.gross.text(), "90000.00");
  const BankPay bank = bank_pay_of(april, 70);
  EXPECT_EQ(bank.left_out.size(), 1U) << "cash";
}

TEST_F(CorrectPay, WorksTheMonthOutByTheLawOfThatMonthAsItIsKnownNow) {
  take_on("amber", "90000");
  pay_march();
  const PayRun march = run("2026-03");
  book_.put_law_addition({"RS", "40_untaxed_amount",
                          "from = 2026-03-01\ncurrency = \"RSD\"\namount = \"36000\"\n"
                          "law = \"Zakon o porezu na dohodak građana, čl. 15a\"\n",
                          day("2026-04-10")},
                         day("2026-03-01"), clock_.now());
  ASSERT_TRUE(open("2026-03").ok());
  pay_april();
  const PayDifference difference = run("2026-04").slips.front().differences.at(0);
  EXPECT_EQ(difference.payout().text(), "177.90") << "10 % of 36,000 less 34,221";
  EXPECT_EQ(difference.cost().text(), "0.00");
  const auto untaxed = [](const PayRun& run) -> std::string {
    for (const LawValue& each : run.rules)
      if (each.series == "40_untaxed_amount") return each.value;
    return "none";
  };
  EXPECT_EQ(untaxed(march), "34221.00 RSD");
  EXPECT_EQ(untaxed(run("2026-03")), "34221.00 RSD") << "as it was used";
  EXPECT_EQ(untaxed(run("2026-04")), "36000.00 RSD");
}

TEST_F(CorrectPay, PaysWhoHasLeftTheDifferenceAlone) {
  take_on("amber", "90000");
  take_on("birch", "90000");
  ASSERT_TRUE(end_worker(book_, "amber", day("2026-03-31"), clock_).ok());
  pay_march();
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(add_pay_item(book_, "amber", month("2026-03"), PayItem::Kind::bonus, dinars("5000"),
                           {}, chance_)
                  .ok());
  pay_april();
  const PayRun april = run("2026-04");
  ASSERT_EQ(april.slips.size(), 2U);
  const PayRunSlip& amber = april.slips.front();
  EXPECT_TRUE(amber.slip.gross.is_zero());
  EXPECT_EQ(first_fault(amber.slip), std::nullopt);
  EXPECT_EQ(amber.payout().text(), "3505.00");
  EXPECT_EQ(stands("2026-04").slips.size(), 1U) << "she did not work in April";
}

TEST_F(CorrectPay, TakesOffWhatWasTooMuchAndSaysSo) {
  take_on("amber", "100000");
  take_on("birch", "90000");
  ASSERT_TRUE(end_worker(book_, "birch", day("2026-03-31"), clock_).ok());
  const auto bonus = add_pay_item(book_, "birch", month("2026-03"), PayItem::Kind::bonus,
                                  dinars("5000"), {}, chance_);
  pay_march();
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(contract("amber", "90000", PayBasis::monthly, "2026-03-01").ok());
  ASSERT_TRUE(take_pay_item(book_, "birch", bonus.value().id).ok());
  pay_april();
  const PayRun april = run("2026-04");
  const PayRunSlip& amber = april.slips.at(0);
  const PayRunSlip& birch = april.slips.at(1);
  EXPECT_EQ(amber.payout(), amber.slip.net - dinars("7010"));
  EXPECT_EQ(birch.payout().text(), "-3505.00");
  EXPECT_EQ(remarks(april), (Strings{" paid_again 2026-03", "amber owes_back 7010.00",
                                     "birch owes_back " + (-birch.payout()).text()}));
  const BankPay::LeftOut last = bank_pay_of(april, 70).left_out.back();
  EXPECT_EQ(last.alias, "birch");
  EXPECT_EQ(left_out_code(last.why), "nothing_to_pay");
}

TEST_F(CorrectPay, StartsASecondTimeFromWhatWasPaidLast) {
  take_on("amber", "90000");
  pay_march();
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(contract("amber", "100000", PayBasis::monthly, "2026-03-01").ok());
  pay_april();
  const PayRun april = run("2026-04");
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(add_pay_item(book_, "amber", month("2026-03"), PayItem::Kind::bonus, dinars("1000"),
                           {}, chance_)
                  .ok());
  pay("2026-05", "2026-06-02T09:00Z");
  const PayDifference second = run("2026-05").slips.front().differences.at(0);
  EXPECT_EQ(second.before, april.slips.front().differences.at(0).now);
  EXPECT_EQ(second.payout().text(), "701.00");
  EXPECT_EQ(run("2026-04"), april);
  EXPECT_EQ(stands("2026-03").slips.front().slip.gross.text(), "101000.00");
}

TEST_F(CorrectPay, KnowsWhatWasPaidLastWhereRunsAreApprovedOutOfTheirOrder) {
  take_on("amber", "90000");
  pay("2026-01", "2026-04-02T09:00Z");
  const auto bonus = [&](const char* amount) {
    ASSERT_TRUE(open("2026-01").ok());
    ASSERT_TRUE(add_pay_item(book_, "amber", month("2026-01"), PayItem::Kind::bonus, dinars(amount),
                             {}, chance_)
                    .ok());
  };
  bonus("1000");
  pay("2026-04", "2026-05-04T09:00Z");
  bonus("500");
  pay("2026-02", "2026-05-05T09:00Z");
  EXPECT_EQ(run("2026-02").slips.front().differences.at(0).payout().text(), "350.50");
  EXPECT_EQ(stands("2026-01").slips.front().slip.gross.text(), "91500.00");
}

TEST_F(CorrectPay, PaysWhoWasLeftOutThenAndKeepsWhatCannotBeWorkedOut) {
  take_on("amber", "600", PayBasis::hourly);
  take_on("birch", "90000");
  pay_march();  // amber without hours
  ASSERT_EQ(run("2026-03").slips.size(), 1U);
  ASSERT_TRUE(open("2026-03").ok());
  work_hours("amber", month("2026-03"), 80);
  ASSERT_TRUE(add_pay_item(book_, "birch", month("2026-03"), PayItem::Kind::deduction,
                           dinars("60000"), dinars("30000"), chance_)
                  .ok());
  pay_april();
  const PayRun april = run("2026-04");
  const PayRunSlip& amber = april.slips.at(0);
  EXPECT_EQ(amber.differences.at(0).before, std::nullopt);
  EXPECT_EQ(amber.differences.at(0).now.slip.gross.text(), "48000.00");
  EXPECT_EQ(stands("2026-03").slips.size(), 2U);
  EXPECT_TRUE(april.slips.at(1).differences.empty());
  EXPECT_EQ(remarks(april).back(), "birch stays_as_paid 2026-03");
}

TEST_F(CorrectPay, TakesNothingBackFromWhoseHoursAndContractsAreGone) {
  take_on("amber", "90000");
  take_on("birch", "90000");
  ASSERT_TRUE(end_worker(book_, "amber", day("2026-03-31"), clock_).ok());
  pay_march();
  file_->writer().run("DELETE FROM contract WHERE worker = ?",
                      run("2026-03").slips.front().worker.id);
  ASSERT_TRUE(open("2026-03").ok());
  pay_april();
  EXPECT_EQ(remarks(run("2026-04")),
            (Strings{" paid_again 2026-03", "amber stays_as_paid 2026-03"}));
  EXPECT_EQ(run("2026-04").slips.size(), 1U);
}

TEST_F(CorrectPay, ClosesAMonthThatNothingChangedIn) {
  take_on("amber", "90000");
  pay_march();
  ASSERT_TRUE(open("2026-03").ok());
  pay_april();
  EXPECT_TRUE(run("2026-04").slips.front().differences.empty());
  EXPECT_TRUE(is_frozen(book_, month("2026-03")));
}

TEST_F(CorrectPay, AsksForADraftThatKnowsOfIt) {
  take_on("amber", "90000");
  pay_march();
  clock_.set(instant("2026-05-04T09:00Z"));
  ASSERT_TRUE(draw_up("2026-04").ok());
  ASSERT_TRUE(open("2026-03").ok());
  EXPECT_EQ(approve("2026-04").refusal(), PayRunRefusal::draft_is_stale);
  EXPECT_FALSE(is_frozen(book_, month("2026-03"))) << "still open";
  EXPECT_TRUE(book_.pay_run_state(month("2026-03"))->open_again);
}

TEST_F(CorrectPay, RefusesAMonthThatIsNotPaidAndOneThatIsOpen) {
  take_on("amber", "90000");
  EXPECT_EQ(open("2026-03").refusal(), CorrectionRefusal::not_approved);
  ASSERT_TRUE(draw_up("2026-03").ok());
  EXPECT_EQ(open("2026-03").refusal(), CorrectionRefusal::not_approved) << "a draft";
  pay_march();
  ASSERT_TRUE(open("2026-03").ok());
  EXPECT_EQ(open("2026-03").refusal(), CorrectionRefusal::already_open);
  EXPECT_EQ(book_.corrections().size(), 1U);
}

TEST_F(CorrectPay, CountsWithTheLateMonthsAsTheyWerePaidLast) {
  take_on("amber", "90000");
  pay_march();
  PaidBefore first(book_);
  EXPECT_EQ(first.year_before(run("2026-03").slips.front().worker.id, month("2026-05"), rsd())
                .regular.text(),
            "90000.00");
  ASSERT_TRUE(open("2026-03").ok());
  ASSERT_TRUE(contract("amber", "100000", PayBasis::monthly, "2026-03-01").ok());
  pay_april();
  PaidBefore before(book_);
  const auto sums =
      before.year_before(run("2026-03").slips.front().worker.id, month("2026-05"), rsd());
  EXPECT_EQ(sums.months, 2);
  EXPECT_EQ(sums.regular.text(), "200000.00");
  // And as the run that is being worked out pays them.
  const WorkerId amber = run("2026-03").slips.front().worker.id;
  PaidMonth more = *before.as_paid(amber, month("2026-03"));
  more.slip.gross = dinars("110000");
  before.paid_again(amber, month("2026-03"), more);
  EXPECT_EQ(before.year_before(amber, month("2026-05"), rsd()).regular.text(), "210000.00");
}

}  // namespace
}  // namespace tilia::payroll
