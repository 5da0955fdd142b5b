// Hours from the plan to what payroll reads: a week is approved once, is frozen, and is corrected
// by entries of their own.
#include <array>
#include <nlohmann/json.hpp>

#include "db/book_fault.h"
#include "db/erasure.h"
#include "payroll/shifts/protection_figures.h"
#include "tests/core/seed.h"
#include "tests/db/approval_of_tests.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;
using Why = ApproveRefusal::Why;

TEST_F(Approval, BecomesWhatPayrollReads) {
  const Worker amber = take_on("amber", "100000");
  planned(amber.id, monday, 8 * 60, 16 * 60);
  worked(amber.id, monday, 8 * 60, 16 * 60 + 5);
  worked(amber.id, "2026-03-08", 20 * 60, 23 * 60);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_EQ(read_by_pay(amber.id, monday), 485);
  EXPECT_EQ(read_by_pay(amber.id, "2026-03-08"), 180);
  const auto times = approvals_.approved(day(monday), day("2026-03-08"));
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[1].minutes, (KindMinutes{180, 60, 180, 0}));
  EXPECT_EQ(why_not("amber"), Why::already_approved);
}

TEST_F(Approval, ShowsFirstWhatIsToMendAndWhatDiffersMost) {
  const Worker amber = take_on("amber", "100000");
  planned(amber.id, monday, 8 * 60, 16 * 60);
  worked(amber.id, monday, 8 * 60, 16 * 60);
  planned(amber.id, "2026-03-03", 8 * 60, 16 * 60);
  worked(amber.id, "2026-03-03", 8 * 60, 14 * 60);
  punch(amber.id, Kind::in, instant_of(day("2026-03-04"), 480, zone_));
  planned(amber.id, "2026-03-05", 8 * 60, 12 * 60, TimeKind::learning);
  worked(amber.id, "2026-03-05", 8 * 60, 12 * 60);
  HoursRecord record;
  record.absences = {{day("2026-03-06"), day("2026-03-06"), AbsenceKind::paid}};
  keep(amber.id, record);
  const HoursWeek week = hours_.week(day("2026-03-05"));
  EXPECT_TRUE(week.over);
  EXPECT_TRUE(week.holidays_known);
  ASSERT_EQ(week.days.size(), 5U);
  EXPECT_EQ(week.days[0].day, day("2026-03-04"));
  EXPECT_EQ(week.days[0].to_mend.at(0).why, ToMend::Why::no_out);
  EXPECT_EQ(week.days[1].day, day("2026-03-03"));
  EXPECT_EQ(week.days[1].difference(), 120);
  EXPECT_EQ(find(week, "amber", "2026-03-05").counts.learning.all, 240);
  EXPECT_EQ(find(week, "amber", "2026-03-06").absence, AbsenceKind::paid);
  ASSERT_EQ(week.people.size(), 1U);
  EXPECT_EQ(week.people[0].planned_minutes, 2 * 480 + 240);
  EXPECT_EQ(why_not("amber"), Why::to_mend);
  EXPECT_EQ(why_not("amber", monday, {{day("2026-03-04"), TimeKind::work, 300}}), std::nullopt);
  EXPECT_EQ(read_by_pay(amber.id, "2026-03-04"), 300);
  EXPECT_EQ(read_by_pay(amber.id, "2026-03-05"), 240);
  EXPECT_TRUE(hours_.week(day(monday)).people.at(0).approved);
}

TEST_F(Approval, FreezesTimeAwayByKindBesideWhatWasWorked) {
  const Worker amber = take_on("amber", "100000", PayBasis::monthly, "2026-01-01", 38);
  HoursRecord record;
  record.absences = {{day(monday), day("2026-03-03"), AbsenceKind::statutory},
                     {day("2026-03-05"), day("2026-03-08"), AbsenceKind::unpaid}};
  keep(amber.id, record);
  planned(amber.id, "2026-03-03", 8 * 60, 14 * 60);
  worked(amber.id, "2026-03-03", 8 * 60, 9 * 60);
  planned(amber.id, "2026-03-07", 8 * 60, 12 * 60);  // a Saturday
  const AbsentMinutes wanted{.paid = 0, .unpaid = 2 * 456 + 240, .statutory = 456 + 300};
  EXPECT_EQ(hours_.week(day(monday)).people.at(0).absent, wanted);
  EXPECT_EQ(find(hours_.week(day(monday)), "amber", "2026-03-03").difference(), 0);
  EXPECT_TRUE(hours_.month(Month::of(day(monday))).empty()) << "nothing is approved yet";
  ASSERT_EQ(why_not("amber"), std::nullopt);
  record = roster_.record(amber.id);
  record.absences.clear();
  keep(amber.id, record);
  const auto month = hours_.month(Month::of(day(monday)));
  ASSERT_EQ(month.size(), 1U);
  EXPECT_EQ(month[0].absent, wanted) << "her days away have changed, what was approved has not";
  EXPECT_EQ(month[0].counts.all(), 60);
  EXPECT_EQ(hours_.week(day(monday)).people.at(0).absent, wanted);
  EXPECT_EQ(find(hours_.week(day(monday)), "amber", "2026-03-03").absence, AbsenceKind::statutory);
}

TEST_F(Approval, TakesOverLeaveThatWasAgreedAfterItsWeekWasApproved) {
  const Worker amber = take_on("amber", "90000");
  planned(amber.id, monday, 8 * 60, 16 * 60);
  worked(amber.id, "2026-03-03", 8 * 60, 12 * 60);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  HoursRecord record = roster_.record(amber.id);
  EXPECT_TRUE(record.approved_absences.empty());
  const LeaveAsk leave{day("2026-02-27"), day("2026-03-03")};
  record.absences = {{leave.from, leave.to, AbsenceKind::unpaid}};
  const std::vector<ApprovedAbsence> wanted{{day(monday), AbsenceKind::unpaid, 480},
                                            {day("2026-03-03"), AbsenceKind::unpaid, 240}};
  EXPECT_EQ(hours_.late_leave(amber.id, record, leave), wanted)
      << "the plan's hours; of a day of half the work, the rest of her share of the week; the week"
         " of 27 February is open";
  record.approved_absences = wanted;
  EXPECT_TRUE(hours_.late_leave(amber.id, record, leave).empty()) << "once";
  keep(amber.id, record);
  EXPECT_EQ(hours_.month(month("2026-03")).at(0).absent.unpaid, 720);
}

TEST_F(Approval, CorrectsTimeAwayAsAnEntryOfItsOwn) {
  const Worker amber = take_on("amber", "90000");
  HoursRecord record;
  record.absences = {{day(monday), day(monday), AbsenceKind::paid}};
  keep(amber.id, record);
  const auto correct = [&](std::optional<AbsenceKind> kind, int minutes) {
    return hours_.correct_away("amber", day(monday), kind, minutes, manager_login_);
  };
  EXPECT_EQ(correct(AbsenceKind::unpaid, 480).refusal().why, ApproveRefusal::Why::not_approved);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_EQ(correct(AbsenceKind::unpaid, 0).refusal().why,
            ApproveRefusal::Why::minutes_out_of_range);
  EXPECT_EQ(correct(AbsenceKind::unpaid, 24 * 60 + 1).refusal().why,
            ApproveRefusal::Why::minutes_out_of_range);
  ASSERT_TRUE(correct(AbsenceKind::unpaid, 240).ok());
  const auto counts = [&] { return absences_that_count(roster_.record(amber.id)); };
  EXPECT_EQ(counts(), (std::vector<ApprovedAbsence>{{day(monday), AbsenceKind::unpaid, 240}}));
  EXPECT_EQ(days_away(roster_.record(amber.id)).at(0).minutes, 240) << "what pay reads";
  EXPECT_EQ(find(hours_.week(day(monday)), "amber", monday).absent_minutes, 240);
  pay("2026-03");
  EXPECT_TRUE(correct({}, 0).value()) << "the month is paid";
  EXPECT_TRUE(counts().empty());
  EXPECT_EQ(roster_.record(amber.id).approved_absences.size(), 3U) << "nothing is lost";
}

TEST_F(Approval, CountsNoPublicHolidayAsTimeAway) {
  const Worker amber = take_on("amber", "100000");
  clock_.set(instant("2026-05-05T09:00Z"));
  HoursRecord record;  // Friday 1 May is a holiday in Serbia
  record.absences = {{day("2026-04-30"), day("2026-05-01"), AbsenceKind::paid}};
  keep(amber.id, record);
  EXPECT_EQ(hours_.week(day("2026-04-30")).people.at(0).absent.paid, 480);
}

TEST_F(Approval, TellsNobodyByTheJournalOrByAnySingleRecordThatAWeekHadTimeAway) {
  const Worker amber = take_on("amber", "100000");
  const Worker birch = take_on("birch", "100000");
  keep(amber.id, {});
  const auto sealed = [&](const Worker& of) {
    db::Query row =
        file_->reader().query("SELECT hex(record) FROM hours_record WHERE worker = ?", of.id);
    CHECK(row.next());
    return row.text(0);
  };
  worked(amber.id, monday, 480, 960);
  const std::string before = sealed(birch);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_NE(sealed(birch), before) << "all are sealed again, also of a week without any";
  EXPECT_EQ(sealed(birch).size(), sealed(amber).size());
}

// A week that was planned, punched, forgotten, punched twice and taken off by chance.
class ApprovalByChance : public Approval {
 protected:
  bool one_in(int bound) { return seed_.between(1, bound) == 1; }

  void live_through(const Worker& her) {
    absences_.clear();
    plans_.fill(0);
    for (int i = 0; i < 7; ++i) {
      const Day on = day(monday).plus_days(i);
      const int from = static_cast<int>(seed_.between(4 * 60, 12 * 60));
      const int to = from + static_cast<int>(seed_.between(30, 9 * 60));
      if (!one_in(3)) {
        planned(her.id, on.text(), from, to, one_in(3) ? TimeKind::learning : TimeKind::work);
        plans_.at(static_cast<std::size_t>(i)) = to - from;
      }
      if (one_in(3)) absences_.push_back({on, on, static_cast<AbsenceKind>(seed_.between(0, 2))});
      if (one_in(3)) continue;
      for (const auto& [kind, minute] :
           {std::pair(Kind::in, from + 3), std::pair(Kind::break_start, from + 8),
            std::pair(Kind::break_end, from + 15), std::pair(Kind::out, to)})
        for (std::int64_t times = one_in(8) ? 0 : one_in(8) ? 2 : 1; times > 0; --times)
          punch(her.id, kind, instant_of(on, minute, zone_));
    }
    HoursRecord record;
    record.absences = absences_;
    keep(her.id, record);
  }
  std::vector<TypedMinutes> typed_where_it_is_to_mend(const std::string& alias) {
    std::vector<TypedMinutes> typed;
    for (const HoursDay& each : hours_.week(day(monday)).days)
      if (each.worker == alias && !each.to_mend.empty())
        typed.push_back({each.day, one_in(3) ? TimeKind::learning : TimeKind::work,
                         static_cast<int>(seed_.between(0, 600))});
    return typed;
  }
  [[nodiscard]] std::optional<AbsenceKind> away_on(const Day& on) const {
    for (const Absence& each : absences_)
      if (each.from == on) return each.kind;
    return std::nullopt;
  }
  // What was worked and what was away come to the day.
  void expect_day(const HoursDay& shown, const std::vector<TypedMinutes>& typed) {
    const int weekday = shown.day.weekday_from_monday();
    for (const TypedMinutes& each : typed) {
      if (each.day != shown.day) continue;
      const auto& of_kind = each.kind == TimeKind::work ? shown.counts.work : shown.counts.learning;
      ASSERT_EQ(of_kind.all, each.minutes);
    }
    const std::int64_t plan = plans_.at(static_cast<std::size_t>(weekday));
    if (!away_on(shown.day) || (plan == 0 && weekday > 4)) {
      ASSERT_EQ(shown.absent_minutes, 0);
    } else if (plan > 0) {
      ASSERT_EQ(shown.absent_minutes + shown.counts.all(), std::max(plan, shown.counts.all()));
    }
  }

  Seed seed_;
  std::vector<Absence> absences_;
  std::array<std::int64_t, 7> plans_{};
};

// Each day, the week, the month and what payroll reads are the same minutes, by kind.
TEST_F(ApprovalByChance, AddsUpByKindToTheMinute) {
  SCOPED_TRACE(seed_.text());
  for (int run = 0; run < 24; ++run) {
    const std::string alias = "w-" + std::to_string(run);
    const Worker her = take_on(alias, "100000", PayBasis::monthly, "2026-01-01",
                               static_cast<int>(seed_.between(5, 45)));
    live_through(her);
    const auto typed = typed_where_it_is_to_mend(alias);
    ASSERT_EQ(why_not(alias, monday, typed), std::nullopt);
    planned(her.id, monday, 0, 60);  // too late to change anything
    MinutesByUse counts;
    AbsentMinutes absent;
    std::int64_t read = 0;
    for (int i = 0; i < 7; ++i) read += read_by_pay(her.id, day(monday).plus_days(i).text());
    const HoursWeek week = hours_.week(day(monday));
    for (const HoursDay& shown : week.days) {
      if (shown.worker != alias) continue;
      ASSERT_NO_FATAL_FAILURE(expect_day(shown, typed));
      ASSERT_EQ(read_by_pay(her.id, shown.day.text()), shown.counts.all());
      counts.work += shown.counts.work;
      counts.learning += shown.counts.learning;
      if (const auto kind = away_on(shown.day)) absent.of(*kind) += shown.absent_minutes;
    }
    ASSERT_EQ(read, counts.all());
    for (const HoursPerson& each : week.people) {
      if (each.worker.alias != alias) continue;
      ASSERT_EQ(each.counts, counts);
      ASSERT_EQ(each.absent, absent);
    }
    bool in_month = counts.all() + absent.all() == 0;
    for (const MonthOfHours& each : hours_.month(Month::of(day(monday)))) {
      if (each.worker.alias != alias) continue;
      in_month = true;
      ASSERT_EQ(each.counts, counts);
      ASSERT_EQ(each.absent, absent);
    }
    ASSERT_TRUE(in_month);
  }
}

TEST_F(Approval, ChecksTheRulesOnWhatWasWorked) {
  const Worker amber = take_on("amber", "100000");
  planned(amber.id, monday, 8 * 60, 16 * 60);
  worked(amber.id, monday, 14 * 60, 23 * 60);
  worked(amber.id, "2026-03-03", 5 * 60, 9 * 60);
  const auto findings = hours_.week(day(monday)).people.at(0).findings;
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const Finding& each) {
    return each.rule == RosterRule::daily_rest && each.found_minutes < each.limit_minutes;
  }));
  EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                          [](const Finding& each) { return each.rule == RosterRule::work_break; }));
  EXPECT_TRUE(hours_.week(day("2026-03-09")).people.at(0).findings.empty());
}

TEST_F(Approval, IsAskedForByShop) {
  const Worker amber = take_on("amber", "100000");
  const Worker birch = take_on("birch", "100000");
  planned(amber.id, monday, 8 * 60, 16 * 60, TimeKind::work, "T1");
  planned(birch.id, monday, 8 * 60, 16 * 60, TimeKind::work, "T2");
  const HoursWeek week = hours_.week(day(monday), "T1");
  ASSERT_EQ(week.people.size(), 1U);
  EXPECT_EQ(week.people[0].worker.alias, "amber");
}

TEST_F(Approval, RefusesWhatIsNotYetOrNoMore) {
  const Worker amber = take_on("amber", "100000", PayBasis::monthly, "2026-03-04");
  EXPECT_EQ(why_not("nobody"), Why::unknown_worker);
  EXPECT_EQ(why_not("amber", "2026-03-16"), Why::week_not_over);
  EXPECT_EQ(why_not("amber", "2026-02-02"), Why::not_employed);
  worked(amber.id, monday, 480, 960);
  EXPECT_EQ(why_not("amber"), Why::to_mend);  // no contract that day
  EXPECT_EQ(why_not("amber", monday, {{day(monday), TimeKind::work, 60}}), Why::not_employed);
  EXPECT_EQ(why_not("amber", monday, {{day("2026-03-09"), TimeKind::work, 60}}),
            Why::day_not_in_week);
  EXPECT_EQ(why_not("amber", monday, {{day("2026-03-05"), TimeKind::work, 1441}}),
            Why::minutes_out_of_range);
  EXPECT_EQ(why_not("amber", monday,
                    {{day(monday), TimeKind::work, 0},
                     {day("2026-03-05"), TimeKind::work, 1000},
                     {day("2026-03-05"), TimeKind::learning, 441}}),
            Why::minutes_out_of_range);
  EXPECT_TRUE(approvals_.approved(day("2026-01-01"), day("2026-12-31")).empty());
  EXPECT_EQ(why_not("amber", monday, {{day(monday), TimeKind::work, 0}}), std::nullopt);
}

TEST_F(Approval, TakesWhatTheOfficeEnteredInPlaceOfPunches) {
  const Worker amber = take_on("amber", "100000");
  punch(amber.id, Kind::in, instant_of(day(monday), 20 * 60, zone_));
  ASSERT_TRUE(work("amber", monday, 400).ok());
  ASSERT_TRUE(work("amber", "2026-03-08", 100).ok());  // nothing was punched that Sunday
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_EQ(read_by_pay(amber.id, monday), 400);
  const auto times = approvals_.approved(day(monday), day("2026-03-08"));
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].minutes, (KindMinutes{400, 0, 0, 0}));
  EXPECT_EQ(times[1].minutes, (KindMinutes{100, 0, 0, 0}));
}

TEST_F(Approval, OfTypedMinutesTakesTheFirstThatWerePunched) {
  const Worker amber = take_on("amber", "100000");
  worked(amber.id, monday, 20 * 60, 24 * 60);
  ASSERT_EQ(why_not("amber", monday, {{day(monday), TimeKind::learning, 150}}), std::nullopt);
  const auto times = approvals_.approved(day(monday), day(monday));
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].kind, TimeKind::learning);
  EXPECT_EQ(times[0].minutes, (KindMinutes{150, 30, 0, 0}));
}

TEST_F(Approval, FreezesTheDaysOfItsWeek) {
  take_on("amber", "100000");
  ASSERT_TRUE(work("amber", monday, 480).ok());
  ASSERT_EQ(why_not("amber"), std::nullopt);
  const auto entered = work("amber", "2026-03-04", 60);
  ASSERT_FALSE(entered.ok());
  EXPECT_EQ(entered.refusal(), EmployRefusal::day_in_approved_week);
  EXPECT_TRUE(work("amber", "2026-03-09", 60).ok());
  db::Connection& connection = file_->writer();
  for (const char* sql : {"UPDATE approved_time SET minutes = 1", "DELETE FROM approved_time",
                          "UPDATE approved_week SET at = 1", "DELETE FROM approved_week"})
    EXPECT_THROW(connection.script(sql), db::BookFault) << sql;
}

TEST_F(Approval, GoesWithHerHoursWhenSheIsTakenOutOfTheBook) {
  const Worker amber = take_on("amber", "100000");
  ASSERT_TRUE(work("amber", monday, 480).ok());
  ASSERT_EQ(why_not("amber"), std::nullopt);
  db::WriteTransaction change(*file_);
  db::erase_rows(change.connection(),
                 {amber.id.bytes(), {"hours", "pay"}, clock_.now().unix_milliseconds()});
  change.commit();
  EXPECT_FALSE(approvals_.is_approved(amber.id, day(monday)));
  EXPECT_TRUE(approvals_.approved(day(monday), day("2026-03-08")).empty());
  EXPECT_EQ(file_->reader().number("SELECT minutes FROM erased_month"), 480);
}

TEST_F(Approval, IsCorrectedByEntriesOfTheirOwn) {
  const Worker amber = take_on("amber", "100000");
  worked(amber.id, monday, 480, 960);
  const auto correct = [&](TimeKind kind, const KindMinutes& change) {
    return hours_.correct("amber", day(monday), kind, change, manager_login_);
  };
  ASSERT_FALSE(correct(TimeKind::work, {-60, 0, 0, 0}).ok());
  EXPECT_EQ(correct(TimeKind::work, {-60, 0, 0, 0}).refusal().why, Why::not_approved);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  EXPECT_EQ(correct(TimeKind::work, {-481, 0, 0, 0}).refusal().why, Why::minutes_out_of_range);
  EXPECT_EQ(correct(TimeKind::work, {0, -1, 0, 0}).refusal().why, Why::minutes_out_of_range);
  EXPECT_EQ(correct(TimeKind::learning, {961, 0, 0, 0}).refusal().why, Why::minutes_out_of_range);
  ASSERT_TRUE(correct(TimeKind::work, {-60, 0, 0, 0}).ok());
  ASSERT_TRUE(correct(TimeKind::learning, {90, 0, 0, 0}).ok());
  EXPECT_EQ(read_by_pay(amber.id, monday), 510);
  const auto now = correct(TimeKind::work, {30, 10, 0, 0});
  ASSERT_TRUE(now.ok());
  EXPECT_FALSE(now.value().paid);
  EXPECT_EQ(now.value().now.work, (KindMinutes{450, 10, 0, 0}));
  EXPECT_EQ(approvals_.approved(day(monday), day(monday)).size(), 4U);
  EXPECT_EQ(hours_.week(day(monday)).days.at(0).counts.all(), 540);
  ASSERT_TRUE(correct(TimeKind::work, {-450, -10, 0, 0}).ok());
  ASSERT_TRUE(correct(TimeKind::learning, {-90, 0, 0, 0}).ok());
  EXPECT_EQ(read_by_pay(amber.id, monday), 0);
}

TEST_F(Approval, LeavesAPaidMonthAsItWasPaid) {
  const Worker amber = take_on("amber", "100000");
  clock_.set(instant("2026-04-07T09:00Z"));
  ASSERT_TRUE(work("amber", "2026-03-31", 480).ok());
  worked(amber.id, "2026-03-30", 480, 960);
  worked(amber.id, "2026-04-02", 480, 960);
  pay("2026-03");
  EXPECT_EQ(why_not("amber", "2026-03-30"), Why::month_paid);
  EXPECT_TRUE(approvals_.approved(day("2026-03-01"), day("2026-04-30")).empty());
  // With what was paid for March it can be approved, and the rest is a correction.
  ASSERT_EQ(why_not("amber", "2026-03-30", {{day("2026-03-30"), TimeKind::work, 0}}), std::nullopt);
  EXPECT_EQ(read_by_pay(amber.id, "2026-04-02"), 480);
  const auto corrected =
      hours_.correct("amber", day("2026-03-30"), TimeKind::work, {480, 0, 0, 0}, manager_login_);
  ASSERT_TRUE(corrected.ok());
  EXPECT_TRUE(corrected.value().paid);
  EXPECT_EQ(read_by_pay(amber.id, "2026-03-30"), 0);
  EXPECT_EQ(hours_.week(day("2026-03-30")).people.at(0).counts.all(), 3 * 480);
}

TEST_F(Approval, TakesOverWhatTheTillWorkedOutAndWasPaid) {
  const Worker amber = take_on("amber", "100000");
  clock_.set(instant("2026-04-07T09:00Z"));
  punch(amber.id, Kind::in, instant_of(day("2026-03-30"), 480, zone_).plus_seconds(59));
  punch(amber.id, Kind::out, instant_of(day("2026-03-30"), 960, zone_));
  ASSERT_TRUE(work("amber", "2026-03-30", 479).ok());  // by the second
  EXPECT_EQ(hours_.week(day("2026-03-30")).days.at(0).counts.all(), 480);
  pay("2026-03");
  ASSERT_EQ(why_not("amber", "2026-03-30"), std::nullopt);
  EXPECT_EQ(read_by_pay(amber.id, "2026-03-30"), 479);
  EXPECT_EQ(hours_.week(day("2026-03-30")).days.at(0).counts.all(), 479);
}

TEST_F(Approval, WritesTheMinutesIntoTheJournalAndNoAbsence) {
  const Worker amber = take_on("amber", "100000");
  worked(amber.id, monday, 480, 960);
  HoursRecord record;
  record.absences = {{day("2026-03-06"), day("2026-03-06"), AbsenceKind::unpaid}};
  keep(amber.id, record);
  ASSERT_EQ(why_not("amber"), std::nullopt);
  ASSERT_TRUE(
      hours_.correct("amber", day(monday), TimeKind::work, {-5, 0, 0, 0}, manager_login_).ok());
  std::vector<db::JournalEntry> entries;
  db::read_journal(file_->reader(), [&](const db::JournalEntry& entry) {
    if (entry.content.kind.starts_with("hours.")) entries.push_back(entry);
  });
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].content.kind, "hours.approved");
  EXPECT_EQ(entries[0].content.actor, manager_.bytes());
  EXPECT_EQ(nlohmann::json::parse(entries[0].content.payload),
            (nlohmann::json{{"monday", monday},
                            {"times", {{{"day", monday}, {"kind", "work"}, {"minutes", 480}}}},
                            {"worker", amber.id.text()}}));
  EXPECT_EQ(entries[1].content.kind, "hours.corrected");
  EXPECT_EQ(nlohmann::json::parse(entries[1].content.payload).at("minutes"), -5);
  EXPECT_TRUE(db::verify_journal(file_->reader()).first_break == std::nullopt);
}

TEST_F(Approval, ReadsNoPunchThatWasSetAside) {
  const Worker amber = take_on("amber", "100000");
  worked(amber.id, monday, 480, 960);
  punch(amber.id, Kind::out, instant_of(day(monday), 965, zone_));
  EXPECT_EQ(why_not("amber"), Why::to_mend);
  file_->writer().script(
      "INSERT INTO set_aside_punch (punch, entry) SELECT max(position), max(position) FROM punch");
  EXPECT_EQ(why_not("amber"), std::nullopt);
}

TEST_F(Approval, NeedsTheKeyToWhatWasSaidAboutHours) {
  const Worker amber = take_on("amber", "100000");
  const db::KeyRing none;
  db::RosterBookSqlite closed(*file_, none);
  ApproveHours hours({closed, approvals_, law_, holidays_, zone_, clock_});
  EXPECT_THROW(static_cast<void>(hours.week(day(monday))), db::BookFault);
  EXPECT_THROW(static_cast<void>(hours.approve("amber", day(monday), {}, manager_login_)),
               db::BookFault);
  EXPECT_FALSE(approvals_.is_approved(amber.id, day(monday)));
}

TEST_F(Approval, CountsEventsByShopAndNobody) {
  const Worker amber = take_on("amber", "100000");
  planned(amber.id, monday, 14 * 60, 23 * 60, TimeKind::work, "T9");
  planned(amber.id, "2026-03-03", 5 * 60, 9 * 60, TimeKind::work, "T9");
  worked(amber.id, monday, 14 * 60, 23 * 60);
  worked(amber.id, "2026-03-03", 5 * 60, 9 * 60);
  const ApproveHours::Doors doors{roster_, approvals_, law_, holidays_, zone_, clock_};
  EXPECT_TRUE(protection_figures(doors, month("2026-03")).empty());
  ASSERT_EQ(why_not("amber"), std::nullopt);
  const auto figures = protection_figures(doors, month("2026-03"));
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(figures[0].shop, "T9");
  EXPECT_EQ(figures[0].rest_breaches, 1);
  EXPECT_GE(figures[0].missed_breaks, 1);
  EXPECT_EQ(figures[0].hours_over_limit, 0);
  EXPECT_TRUE(protection_figures(doors, month("2026-02")).empty());
}

// Planned → → approved → by kind: the same to the minute.
TEST_F(Approval, AddsUpToTheMinute) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const Worker amber = take_on("amber", "100000");
  const Day first = day("2025-10-20");  // the clocks change in that week
  file_->writer().run("UPDATE contract SET first_day = '2025-01-01'");
  for (int i = 0; i < 21; ++i) {
    const std::string on = first.plus_days(i).text();
    const int from = static_cast<int>(seed.between(0, 20 * 60));
    const int to = from + static_cast<int>(seed.between(30, 10 * 60));
    if (seed.between(0, 4) > 0)
      planned(amber.id, on, from, to, seed.between(0, 2) ? TimeKind::work : TimeKind::learning);
    const auto tap = [&](Kind kind, int minute) {
      const std::int64_t times = seed.between(0, 9) == 0 ? 0 : seed.between(0, 9) == 0 ? 2 : 1;
      for (std::int64_t n = 0; n < times; ++n)
        punch(amber.id, kind, instant_of(day(on), minute, zone_).plus_seconds(seed.between(0, 59)));
    };
    tap(Kind::in, from + static_cast<int>(seed.between(0, 20)));
    tap(Kind::out, to + static_cast<int>(seed.between(0, 30)));
    if (seed.between(0, 9) == 0) {
      EXPECT_TRUE(work("amber", on, 123).ok());
    }
  }
  for (int week = 0; week < 3; ++week) {
    const Day begin = first.plus_days(7 * week);
    const HoursWeek before = hours_.week(begin);
    std::vector<TypedMinutes> typed;
    for (const HoursDay& each : before.days) {
      if (!each.entered_minutes) {
        EXPECT_EQ(each.counts, each.punched);
      }
      EXPECT_TRUE(holds(each.counts.work) && holds(each.counts.learning));
      if (!each.to_mend.empty()) typed.push_back({each.day, TimeKind::work, 77});
    }
    EXPECT_EQ(why_not("amber", begin.text()),
              typed.empty() ? std::nullopt : std::optional(Why::to_mend));
    if (!typed.empty()) {
      ASSERT_EQ(why_not("amber", begin.text(), typed), std::nullopt);
    }
    std::int64_t by_kind = 0;
    for (const ApprovedTime& each : approvals_.approved(begin, begin.plus_days(6))) {
      EXPECT_TRUE(holds(each.minutes));
      by_kind += each.minutes.all;
    }
    std::int64_t read = 0;
    for (const DayMinutes& each : approvals_.days(amber.id, begin, begin.plus_days(6)))
      read += each.worked_minutes;
    std::int64_t expected = 0;
    for (const HoursDay& each : before.days)
      expected += each.to_mend.empty() ? each.counts.all() : 77;
    EXPECT_EQ(by_kind, expected);
    EXPECT_EQ(read, expected);
    EXPECT_EQ(hours_.week(begin).people.at(0).counts.all(), expected);
  }
}

}  // namespace
}  // namespace tilia::payroll
