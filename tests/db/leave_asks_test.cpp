// What somebody asks about her leave is sealed to whoever may open it; agreeing makes days away of
// it, in one transaction.
#include <gtest/gtest.h>

#include "core/zone.h"
#include "db/approval_book_sqlite.h"
#include "db/book_fault.h"
#include "db/leave_asks_sqlite.h"
#include "db/roster_book_sqlite.h"
#include "db/users.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using Why = LeaveRefusal::Why;

db::KeyRing managers_keys(db::BookFile& book) {
  const SetClock clock(Instant::from_unix_milliseconds(0));
  db::Users users(book, db::SecretPolicy::practice(), clock);
  SeededChance chance(98);
  const Secret<std::string> secret(std::string("222222"));
  CHECK(users.add({"Fox", "🦊", db::Role::manager}, secret, chance, nullptr).ok());
  auto session = users.log_in("Fox", secret);
  CHECK(session.has_value());
  return std::move(session->keys);
}

class LeaveAsksTest : public testing::Test {
 protected:
  LeaveAsksTest() {
    for (const auto& [id, alias] : {std::pair(amber_, "amber"), std::pair(birch_, "birch")}) {
      file_->writer().run("INSERT INTO worker (worker, alias, picture) VALUES (?, ?, '🦊')", id,
                          alias);
      file_->writer().run(
          "INSERT INTO contract (worker, first_day, weekly_minutes)"
          " VALUES (?, '2026-01-01', 2400)",
          id);
    }
  }

  static Day day(std::string_view text) { return Day::parse(text).value(); }
  HoursAskId ask(const std::string& alias, std::string_view from, std::string_view to) {
    const auto id = HoursAskId::mint(chance_);
    EXPECT_TRUE(leave_.ask(id, alias, {day(from), day(to)}).ok());
    return id;
  }

  std::unique_ptr<db::BookFile> file_ = belgrade_bakery(true);
  SeededChance chance_{5};
  SetClock clock_{Instant::parse("2026-03-02T09:00Z").value()};
  WorkerId amber_ = WorkerId::mint(chance_);
  WorkerId birch_ = WorkerId::mint(chance_);
  db::KeyRing keys_ = managers_keys(*file_);
  db::KeyRing nothing_;
  db::RosterBookSqlite roster_{*file_, keys_};
  db::LeaveAsksSqlite asks_{*file_, keys_};
  WorkingTimeBook law_{TILIA_SOURCE "/payroll/working_time"};
  LeaveLaws laws_{TILIA_SOURCE "/payroll/leave"};
  HolidayBook holidays_{TILIA_SOURCE "/payroll/holidays"};
  Zone zone_ = *Zone::named("Europe/Belgrade");
  db::ApprovalBookSqlite approvals_{*file_, keys_};
  KeepLeave leave_{{{roster_, approvals_, law_, holidays_, zone_, clock_}, asks_, laws_}};
};

TEST_F(LeaveAsksTest, AreReadWithTheRosterKeyOnly) {
  db::LeaveAsksSqlite till(*file_, nothing_);
  const auto id = HoursAskId::mint(chance_);
  ASSERT_TRUE(till.put(id, amber_, {day("2026-07-06"), day("2026-07-10")}, clock_.now()));
  ASSERT_TRUE(till.put(id, amber_, {day("2026-07-06"), day("2026-07-10")}, clock_.now()));
  EXPECT_THROW(static_cast<void>(till.asks(AskState::open)), db::BookFault);
  const auto open = asks_.asks(AskState::open);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].leave, (LeaveAsk{day("2026-07-06"), day("2026-07-10")}));
  EXPECT_EQ(open[0].worker, amber_);
}

TEST_F(LeaveAsksTest, AreAsLongAsEachOther) {
  ask("amber", "2026-07-06", "2026-07-10");
  ask("birch", "2026-07-06", "2026-07-06");
  EXPECT_EQ(file_->reader().number("SELECT count(DISTINCT length(what)) FROM sealed_ask"), 1);
}

TEST_F(LeaveAsksTest, BecomeDaysAwayWhenAgreed) {
  const auto id = ask("amber", "2026-07-06", "2026-07-10");
  const auto agreed = leave_.agree(id, AbsenceKind::paid);
  ASSERT_TRUE(agreed.ok());
  ASSERT_EQ(agreed.value().balances.size(), 1U);
  EXPECT_EQ(agreed.value().balances[0].left_half_days(), 40 - 10);
  EXPECT_EQ(roster_.record(amber_).absences,
            (std::vector<Absence>{{day("2026-07-06"), day("2026-07-10"), AbsenceKind::paid}}));
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM not_here"), 5);
  EXPECT_TRUE(asks_.asks(AskState::open).empty());
  EXPECT_EQ(asks_.asks(AskState::agreed).size(), 1U);
  EXPECT_EQ(leave_.agree(id, AbsenceKind::paid).refusal().why, Why::unknown_ask);
  EXPECT_EQ(leave_.decline(id).refusal().why, Why::not_open);
}

TEST_F(LeaveAsksTest, EnterAWeekThatWasApprovedBeforeTheyWereAgreed) {
  const Day monday = day("2026-02-23");
  const HoursAskId id = ask("amber", "2026-02-24", "2026-03-03");
  ASSERT_TRUE(leave_.agree(ask("amber", "2026-02-23", "2026-02-23"), AbsenceKind::paid).ok());
  ASSERT_TRUE(approvals_.put_week({amber_, monday, {}, LoginId::mint(chance_), clock_.now()}));
  const auto agreed = leave_.agree(id, AbsenceKind::unpaid);
  ASSERT_TRUE(agreed.ok());
  const std::vector<Day> wanted{day("2026-02-24"), day("2026-02-25"), day("2026-02-26"),
                                day("2026-02-27")};
  EXPECT_EQ(agreed.value().entered, wanted)
      << "not the day before it, which was looked at, nor the open week";
  std::vector<Day> counted;
  for (const ApprovedAbsence& each : absences_that_count(roster_.record(amber_))) {
    counted.push_back(each.day);
    EXPECT_EQ(each.kind, AbsenceKind::unpaid);
    EXPECT_EQ(each.minutes, 480);
  }
  EXPECT_EQ(counted, wanted);
}

TEST_F(LeaveAsksTest, AreAgreedBeyondWhatIsThereButNotTwice) {
  const auto agreed = leave_.agree(ask("amber", "2026-06-01", "2026-07-10"), AbsenceKind::paid);
  ASSERT_TRUE(agreed.ok());
  EXPECT_LT(agreed.value().balances[0].left_half_days(), 0);
  EXPECT_EQ(leave_.agree(ask("amber", "2026-07-10", "2026-07-11"), AbsenceKind::paid).refusal().why,
            Why::already_away);
  EXPECT_TRUE(leave_.agree(ask("birch", "2026-07-10", "2026-07-11"), AbsenceKind::unpaid).ok());
  EXPECT_EQ(leave_.balance("birch", 2026).value().taken_half_days, 0);
}

TEST_F(LeaveAsksTest, LeaveNothingWhenDeclined) {
  ASSERT_TRUE(leave_.decline(ask("amber", "2026-07-06", "2026-07-10")).ok());
  EXPECT_TRUE(roster_.record(amber_).absences.empty());
  EXPECT_EQ(asks_.asks(AskState::declined).size(), 1U);
}

TEST_F(LeaveAsksTest, RefuseWhatCannotBe) {
  const auto id = HoursAskId::mint(chance_);
  const auto why = [&](const std::string& alias, std::string_view from, std::string_view to) {
    return leave_.ask(id, alias, {day(from), day(to)}).refusal().why;
  };
  EXPECT_EQ(why("nobody", "2026-07-06", "2026-07-06"), Why::unknown_worker);
  EXPECT_EQ(why("amber", "2026-07-06", "2026-07-05"), Why::bad_days);
  EXPECT_EQ(why("amber", "2026-07-06", "2026-09-04"), Why::bad_days);
  EXPECT_EQ(leave_.agree(id, AbsenceKind::paid).refusal().why, Why::unknown_ask);
  EXPECT_EQ(leave_.balance("nobody", 2026).refusal().why, Why::unknown_worker);
  EXPECT_EQ(leave_.open("amber", {day("2026-06-01"), -1}).refusal().why, Why::not_half_days);
  EXPECT_EQ(leave_.agree_on_year("amber", 800).refusal().why, Why::not_half_days);
  ASSERT_TRUE(leave_.open("amber", {day("2026-06-01"), 15}).ok());
  EXPECT_EQ(leave_.balance("amber", 2025).refusal().why, Why::not_kept_here);
  EXPECT_EQ(leave_.balance("amber", 2026).value().had_half_days, 15);
}

TEST_F(LeaveAsksTest, NeedSomebodyWhoMayOpenThem) {
  const auto book = belgrade_bakery(true);
  book->writer().run("INSERT INTO worker (worker, alias, picture) VALUES (?, 'amber', '🦊')",
                     amber_);
  db::LeaveAsksSqlite asks(*book, nothing_);
  EXPECT_FALSE(asks.put(HoursAskId::mint(chance_), amber_, {day("2026-07-06"), day("2026-07-06")},
                        clock_.now()));
}

}  // namespace
}  // namespace tilia::payroll
