// What was approved, as a month's pay reads it.
#include "payroll/pay_correction.h"
#include "tests/db/approval_of_tests.h"

namespace tilia::payroll {
namespace {

class ApprovedPay : public Approval {
 protected:
  // Eight hours on the Monday, told apart as said.
  void approve_day(const Worker& worker, const KindMinutes& minutes) {
    EXPECT_TRUE(approvals_.put_week({worker.id,
                                     day(monday),
                                     {{worker.id, day(monday), TimeKind::work, minutes}},
                                     manager_login_,
                                     clock_.now()}));
  }
  [[nodiscard]] static ApprovedTime an_hour_of(const Worker& worker) {
    return {worker.id, day(monday), TimeKind::work, {60, 0, 0, 0}};
  }
  // Of a draft of March: "amber no_supplement; ".
  std::string remarks() {
    std::string all;
    for (const PayRunRemark& each : draw_up("2026-03").value().remarks) {
      if (each.what == PayRunRemark::What::no_hours) continue;
      all += (each.alias.empty() ? "" : each.alias + " ") +
             std::string(pay_run_remark_code(each.what)) + (each.left_out ? " left out; " : "; ");
    }
    return all;
  }
};

TEST_F(ApprovedPay, IsWhatPayIsMadeOf) {
  const Worker amber = take_on("amber", "105600");  // 600 an hour in March
  HoursRecord record;
  record.absences = {{day("2026-03-06"), day("2026-03-06"), AbsenceKind::unpaid}};
  keep(amber.id, record);
  for (const char* on : {"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"})
    worked(amber.id, on, 12 * 60, 23 * 60);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  const PayRun draft = draw_up("2026-03").value();
  ASSERT_EQ(draft.slips.size(), 1U);
  std::string earned;
  for (const Earning& each : draft.slips.front().earnings)
    earned += std::string(earning_code(each.kind)) + " " + each.amount.text() + "; ";
  EXPECT_EQ(earned, "wage 105600.00; unpaid_away -4800.00; night 624.00; overtime 3024.00; ");
  EXPECT_EQ(draft.slips.front().slip.gross.text(), "104448.00");
  EXPECT_EQ(book_.pay_run(month("2026-03")), draft);
  clock_.set(instant("2026-04-02T09:00Z"));
  const PayRun approved = approve("2026-03").value();
  EXPECT_EQ(book_.pay_run(month("2026-03"))->slips, approved.slips);
}

TEST_F(ApprovedPay, IsPaidAgainWithHoursThatWereCorrectedSince) {
  const Worker amber = take_on("amber", "6000", PayBasis::hourly);
  approve_day(amber, {480, 0, 0, 0});
  clock_.set(instant("2026-04-02T09:00Z"));
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  const auto an_hour_more = [&] {
    approvals_.put_correction(an_hour_of(amber), manager_login_, clock_.now());
  };
  const auto minutes = [&] { return book_.hours(month("2026-03")).front().hours.worked_minutes; };
  an_hour_more();
  EXPECT_EQ(minutes(), 480) << "paid";
  ASSERT_TRUE(open_correction(book_, rules_, month("2026-03"), clerk_, clock_).ok());
  EXPECT_EQ(minutes(), 540) << "opening the month takes over what was corrected before";
  an_hour_more();
  EXPECT_EQ(minutes(), 600) << "and after";
  clock_.set(instant("2026-05-04T09:00Z"));
  const PayDifference difference = draw_up("2026-04").value().slips.front().differences.at(0);
  EXPECT_EQ(difference.now.worked_minutes, 600);
  EXPECT_EQ(difference.now.slip.gross.text(), "60000.00");
  EXPECT_EQ(difference.before.value().slip.gross.text(), "48000.00");
}

TEST_F(ApprovedPay, AsksNoFullMinimumOfAMonthWithUnpaidDays) {
  const Worker amber = take_on("amber", "70000");
  const auto left_out = [&] { return draw_up("2026-03").value().slips.empty(); };
  EXPECT_FALSE(left_out());
  HoursRecord record;
  record.absences = {{day(monday), day("2026-03-06"), AbsenceKind::unpaid}};
  keep(amber.id, record);
  worked(amber.id, "2026-03-07", 8 * 60, 9 * 60);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_FALSE(left_out());
}

TEST_F(ApprovedPay, LeavesOutOfTheRunWhoWasAwayWithoutPayOrByALawThatNoValueTells) {
  const Worker amber = take_on("amber", "105600");
  const Worker birch = take_on("birch", "105600");
  const auto is_away = [&](const Worker& worker, AbsenceKind kind) {
    HoursRecord record;
    record.absences = {{day("2026-03-01"), day("2026-03-31"), kind}};
    keep(worker.id, record);
    clock_.set(instant("2026-04-06T09:00Z"));
    for (Day on = day("2026-02-23"); on < day("2026-04-01"); on = on.plus_days(7))
      EXPECT_TRUE(hours_.approve(worker.alias, on, {}, manager_login_).ok());
  };
  is_away(amber, AbsenceKind::unpaid);
  is_away(birch, AbsenceKind::statutory);
  EXPECT_EQ(remarks(), "amber away_all_month left out; ");
  // 65 % of 21 of the month's 22 working days: the 31st day of her time away is not ours to pay.
  EXPECT_EQ(draw_up("2026-03").value().slips.at(0).slip.gross.text(), "65520.00");
  const RuleAddition until{"RS", "84_absence_pay",
                           "from = 2026-03-01\nto = 2026-03-01\nlaw = \"agreed\"\n"
                           "days = [{ to_day = 5, rate = \"65\" }]\n",
                           day("2026-04-01")};
  book_.put_law_addition(until, day("2026-03-01"), clock_.now());
  EXPECT_EQ(remarks(), "amber away_all_month left out; birch no_absence_pay left out; ");
}

TEST_F(ApprovedPay, SaysInTheRunThatAFigureWasUsedWhichNobodyVerified) {
  book_.put_law_addition(
      {"RS", "82_holiday",
       "from = 2026-01-01\nrate = \"120\"\nunverified = true\nlaw = \"agreed\"\n",
       day("2026-03-01")},
      day("2026-01-01"), clock_.now());
  const Worker amber = take_on("amber", "105600");
  const Worker birch = take_on("birch", "105600");
  approve_day(amber, {480, 480, 0, 0});
  EXPECT_EQ(remarks(), "");
  approve_day(birch, {480, 0, 0, 480});
  EXPECT_EQ(remarks(), "unverified; ");
  EXPECT_EQ(draw_up("2026-03").value().slips.back().slip.unverified,
            std::vector<std::string>{"SRB_HOLIDAY"});
}

TEST_F(ApprovedPay, SaysInTheRunWhoWorkedWhenNoSupplementIsKnown) {
  {
    db::WriteTransaction change(*file_);
    change.connection().run("UPDATE organisation SET country = 'BA-FBiH', currency = 'BAM'");
    change.commit();
  }
  const Worker amber = add_worker(book_, "amber", "🦊", chance_, clock_).value();
  const Money gross = Money::parse("2000", *Currency::from_code("BAM")).value();
  ASSERT_TRUE(
      add_contract(book_, "amber", day("2026-01-01"), PayBasis::monthly, gross, 40 * 60, clock_)
          .ok());
  EXPECT_EQ(remarks(), "");
  approve_day(amber, {480, 480, 0, 0});
  EXPECT_EQ(remarks(), "amber no_supplement; ");
}

}  // namespace
}  // namespace tilia::payroll
