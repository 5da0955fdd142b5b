#include "payroll/pay_run.h"

#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using What = PayRunRemark::What;

class RunPayroll : public PracticeBook {
 protected:
  // The remarks about people: "amber no_contract left out".
  static std::vector<std::string> remarks(const PayRun& run) {
    std::vector<std::string> all;
    for (const PayRunRemark& each : run.remarks) {
      if (each.what == What::beyond_review) continue;
      all.push_back(each.alias + " " + std::string(pay_run_remark_code(each.what)) +
                    (each.left_out ? " left out" : ""));
    }
    return all;
  }
};

TEST_F(RunPayroll, PaysAMonthFromDraftToFrozen) {
  take_on("delta", "79797.29");
  work_hours("delta", month("2026-03"), 160);
  const PayRun draft = draw_up("2026-03").value();
  EXPECT_EQ(draft.state, PayRun::State::draft);
  ASSERT_EQ(draft.slips.size(), 1U);
  EXPECT_EQ(draft.slips.front().worker.alias, "delta");
  EXPECT_EQ(draft.slips.front().worked_minutes, 160 * 60);
  EXPECT_EQ(draft.slips.front().slip.net.text(), "59360.00");
  EXPECT_EQ(book_.pay_run(month("2026-03")), draft);

  const PayRun approved = approve("2026-03").value();
  EXPECT_EQ(approved.state, PayRun::State::approved);
  EXPECT_EQ(approved.approved_by, manager_);
  EXPECT_EQ(approved.slips, draft.slips);
  EXPECT_EQ(book_.pay_run(month("2026-03")), approved);
  EXPECT_EQ(draw_up("2026-03").refusal(), PayRunRefusal::already_approved);
  EXPECT_EQ(approve("2026-03").refusal(), PayRunRefusal::already_approved);
}

TEST_F(RunPayroll, WantsASecondPersonADraftAndAMonthThatIsOver) {
  take_on("amber", "90000", PayBasis::monthly, "2026-01-01");
  EXPECT_EQ(approve("2026-03").refusal(), PayRunRefusal::no_draft);
  ASSERT_TRUE(draw_up("2026-03").ok());
  EXPECT_EQ(approve_pay_run(book_, rules_, month("2026-03"), clerk_, clock_).refusal(),
            PayRunRefusal::same_person);
  ASSERT_TRUE(draw_up("2026-04").ok());  // a running month may be drawn up
  EXPECT_EQ(approve("2026-04").refusal(), PayRunRefusal::month_not_over);
  clock_.set(instant("2026-04-30T21:59Z"));  // 23:59 in Belgrade
  EXPECT_EQ(approve("2026-04").refusal(), PayRunRefusal::month_not_over);
  clock_.set(instant("2026-04-30T22:00Z"));
  EXPECT_TRUE(approve("2026-04").ok());
}

TEST_F(RunPayroll, NoticesThatADraftIsStale) {
  take_on("amber", "90000");
  const auto stale_after = [&](auto&& change) {
    EXPECT_TRUE(draw_up("2026-03").ok());
    change();
    const auto answer = approve("2026-03");
    return !answer.ok() && answer.refusal() == PayRunRefusal::draft_is_stale;
  };
  EXPECT_TRUE(stale_after([&] { ASSERT_TRUE(work("amber", "2026-03-02", 60).ok()); }));
  EXPECT_TRUE(stale_after([&] { take_on("birch", "90000"); }));
  EXPECT_TRUE(stale_after(
      [&] { ASSERT_TRUE(contract("amber", "95000", PayBasis::monthly, "2026-03-10").ok()); }));
  EXPECT_TRUE(stale_after(
      [&] { ASSERT_TRUE(end_worker(book_, "birch", day("2026-03-20"), clock_).ok()); }));
  EXPECT_FALSE(stale_after([] {}));
}

TEST_F(RunPayroll, IsNotStaleForWhatHappenedInAnotherMonth) {
  take_on("amber", "90000");
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(work("amber", "2026-04-01", 60).ok());
  EXPECT_TRUE(approve("2026-03").ok());
}

TEST_F(RunPayroll, PaysHoursTimesTheRate) {
  take_on("amber", "600.50", PayBasis::hourly);
  work_hours("amber", month("2026-03"), 160);
  ASSERT_TRUE(work("amber", "2026-03-30", 20).ok());  // a third of an hour
  const PayRun run = draw_up("2026-03").value();
  EXPECT_EQ(run.slips.front().slip.gross.text(), "96280.17");
}

TEST_F(RunPayroll, PartsAMonthByTheDaysOfTheContract) {
  take_on("amber", "93000", PayBasis::monthly, "2026-03-20");
  const Payslip slip = draw_up("2026-03").value().slips.front().slip;
  EXPECT_EQ(slip.gross.text(), "36000.00");                      // 12 of 31 days
  EXPECT_EQ(slip.deductions.front().amount.text(), "13246.84");  // 34221 × 12/31
  EXPECT_EQ(slip.lines.front().base, slip.gross);                // above 51297 × 12/31
}

TEST_F(RunPayroll, EndsPayWithTheLastDayOfAWorker) {
  take_on("amber", "93000");
  ASSERT_TRUE(end_worker(book_, "amber", day("2026-03-10"), clock_).ok());
  EXPECT_EQ(draw_up("2026-03").value().slips.front().slip.gross.text(), "30000.00");
  take_on("birch", "93000");
  const PayRun april = draw_up("2026-04").value();
  ASSERT_EQ(april.slips.size(), 1U);
  EXPECT_EQ(april.slips.front().worker.alias, "birch");
  EXPECT_TRUE(remarks(april).size() == 1U);  // birch's hours only; nothing about who has left
}

TEST_F(RunPayroll, AddsTheStretchesOfTwoContractsInOneMonth) {
  take_on("amber", "93000", PayBasis::monthly, "2026-01-01");
  ASSERT_TRUE(contract("amber", "600", PayBasis::hourly, "2026-03-11", 20).ok());
  ASSERT_TRUE(work("amber", "2026-03-10", 480).ok());
  ASSERT_TRUE(work("amber", "2026-03-11", 240).ok());
  const PayRun run = draw_up("2026-03").value();
  ASSERT_EQ(run.slips.size(), 1U);
  const PayRunSlip& amber = run.slips.front();
  EXPECT_EQ(amber.contract.basis, PayBasis::hourly);                   // the latest one
  EXPECT_EQ(amber.slip.gross.text(), "32400.00");                      // 93000 × 10/31 + 600 × 4
  EXPECT_EQ(amber.slip.deductions.front().amount.text(), "22630.02");  // 34221 × (10 + 21/2)/31
  EXPECT_EQ(amber.worked_minutes, 720);
}

TEST_F(RunPayroll, HalvesTheUntaxedAmountForHalfTimeAndNeverDoublesIt) {
  take_on("half", "45000", PayBasis::monthly, "2026-01-01", 20);
  take_on("long", "120000", PayBasis::monthly, "2026-01-01", 48);
  const PayRun run = draw_up("2026-03").value();
  EXPECT_EQ(run.slips[0].slip.deductions.front().amount.text(), "17110.50");
  EXPECT_EQ(run.slips[1].slip.deductions.front().amount.text(), "34221.00");
}

TEST_F(RunPayroll, SaysWhoIsLeftOutAndWhy) {
  ASSERT_TRUE(add_worker(book_, "ash", "🐝", chance_, clock_).ok());
  take_on("birch", "79797.29");
  work_hours("birch", month("2026-03"), 176);
  take_on("cedar", "560", PayBasis::hourly);
  take_on("delta", "90000");
  take_on("ember", "90000", PayBasis::monthly, "2026-03-16");
  ASSERT_TRUE(work("ember", "2026-03-15", 60).ok());
  take_on("fern", "9000");
  take_on("hazel", "90000", PayBasis::monthly, "2026-04-01");
  const PayRun run = draw_up("2026-03").value();
  EXPECT_EQ(remarks(run),
            (std::vector<std::string>{"ash no_contract left out", "birch under_minimum left out",
                                      "cedar no_hours left out", "delta no_hours",
                                      "ember hours_without_contract left out",
                                      "fern net_below_zero left out"}));
  ASSERT_EQ(run.slips.size(), 1U);
  EXPECT_EQ(run.slips.front().worker.alias, "delta");
  for (const PayRunRemark& each : run.remarks) {
    if (each.what != What::under_minimum) continue;
    EXPECT_EQ(each.amount->text(), "5936.00");
  }
  EXPECT_EQ(book_.pay_run(month("2026-03")), run);
}

TEST_F(RunPayroll, WarnsAboutAMonthThatNobodyLookedAt) {
  take_on("amber", "90000");
  const auto first_remark = [&](std::string_view in) {
    const PayRun run = draw_up(in).value();
    return run.remarks.front();
  };
  EXPECT_NE(first_remark("2026-03").what, What::beyond_review);
  EXPECT_EQ(first_remark("2026-04"), (PayRunRemark{What::beyond_review, {}, {}, false}));
  EXPECT_TRUE(draw_up("2026-04").value().slips.front().slip.beyond_review);
}

TEST_F(RunPayroll, RefusesAnEmptyMonth) {
  EXPECT_EQ(draw_up("2026-03").refusal(), PayRunRefusal::nobody_to_pay);
  EXPECT_EQ(book_.pay_run(month("2026-03")), std::nullopt);
  ASSERT_TRUE(add_worker(book_, "ash", "🐝", chance_, clock_).ok());
  EXPECT_TRUE(draw_up("2026-03").ok());  // a remark is worth a draft
  EXPECT_EQ(approve("2026-03").refusal(), PayRunRefusal::nobody_to_pay);
}

TEST_F(RunPayroll, RefusesAMonthWithoutRules) {
  take_on("amber", "90000", PayBasis::monthly, "2020-01-01");
  EXPECT_EQ(draw_up("2023-12").refusal(), PayRunRefusal::rules_missing);
  EXPECT_TRUE(draw_up("2024-01").ok());
}

TEST_F(RunPayroll, AddsUpWhatEverybodyCosts) {
  take_on("amber", "120000");
  take_on("birch", "120000");
  const PayTotals totals = totals_of(draw_up("2026-03").value(), rsd());
  EXPECT_EQ(totals.gross.text(), "240000.00");
  EXPECT_EQ(totals.employee_contributions.text(), "47760.00");
  EXPECT_EQ(totals.tax.text(), "17155.80");
  EXPECT_EQ(totals.net.text(), "175084.20");
  EXPECT_EQ(totals.employer_contributions.text(), "36360.00");
  EXPECT_EQ(totals.employer_cost.text(), "276360.00");
}

TEST_F(RunPayroll, EveryPostedSlipRecomputesFromWhatItStores) {
  for (const char* gross : {"60000", "79797.29", "84031.24", "999999.99"})
    take_on(std::string("w") + std::to_string(book_.workers().size()), gross);
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  const PayRun posted = book_.pay_run(month("2026-03")).value();
  EXPECT_EQ(posted.slips.size(), 4U);
  for (const PayRunSlip& each : posted.slips) EXPECT_EQ(first_fault(each.slip), std::nullopt);
}

TEST_F(RunPayroll, SaysEachRefusalAndRemarkInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (int why = 0; why <= static_cast<int>(PayRunRefusal::draft_is_stale); ++why)
      EXPECT_TRUE(
          words.knows(sentence_of(static_cast<PayRunRefusal>(why), month("2026-03")).key()));
    for (int what = 0; what <= static_cast<int>(What::beyond_review); ++what) {
      for (const bool left_out : {true, false})
        EXPECT_TRUE(words.knows(
            sentence_of(PayRunRemark{static_cast<What>(what), "amber", {}, left_out}).key()));
    }
  }
}

}  // namespace
}  // namespace tilia::payroll
