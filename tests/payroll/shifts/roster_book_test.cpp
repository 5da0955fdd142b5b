// The plan in the book: made again from the journal it is the same; what somebody said about her
// hours is in no entry of it, opens with the roster key alone, and is as long as everybody else's.
#include "db/book_fault.h"
#include "db/hours_seals.h"
#include "db/journal.h"
#include "db/key_change.h"
#include "tests/db/all_rows.h"
#include "tests/payroll/shifts/roster_at_work.h"

namespace tilia::payroll {
namespace {

using RosterBookOf = RosterAtWork;

TEST_F(RosterBookOf, MadeAgainFromTheJournalGivesTheSameRows) {
  const std::vector<ClockSpan> lunch{{600, 630}};
  const PlannedShift gone = shift("birch", "2026-04-09", "06:00", "14:00", lunch);
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "12:00", "20:00", {{900, 930}}), gone,
                         shift("", "2026-04-11", "22:00", "04:00")}));
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-07", "06:00", "12:00")},
                        {.manager = true, .worker = true}));
  keep_.publish("T1", day("2026-04-06"));
  ASSERT_TRUE(keep_.remove(gone.id));
  roster_.put_needs("T1", {{"counter", 0, {420, 840}, 2}, {"", 6, {0, 1440}, 1}}, clock_.now());
  ASSERT_TRUE(keep_.keep_template("T1", "spring", day("2026-04-06")));
  const db::Projection projection = db::roster_projection();
  const auto before = db::all_rows(file_->writer(), projection.tables);
  ASSERT_GE(before.size(), 11U);
  db::rebuild_projections(*file_, {projection});
  EXPECT_EQ(db::all_rows(file_->writer(), projection.tables), before);
}

TEST_F(RosterBookOf, KeepsWhatSheSaidOutOfTheJournalAndSealed) {
  const auto entries = [&] { return file_->reader().number("SELECT count(*) FROM journal"); };
  const auto before = entries();
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  EXPECT_EQ(entries(), before);
  // Everybody has one from then on, all of one length.
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM hours_record"), 3);
  EXPECT_EQ(file_->reader().number("SELECT count(DISTINCT length(record)) FROM hours_record"), 1);
  EXPECT_EQ(roster_.record(id_of("amber")).limits, limits);
  EXPECT_FALSE(roster_.record(id_of("birch")).limits_said);
  db::KeyRing none;
  db::RosterBookSqlite without(*file_, none);
  EXPECT_THROW(static_cast<void>(without.record(id_of("amber"))), db::BookFault);
  EXPECT_THROW(static_cast<void>(without.record(id_of("birch"))), db::BookFault);
}

TEST_F(RosterBookOf, SealsEverybodysAgainWhenOneChanges) {
  ASSERT_TRUE(keep_.say_limits("amber", {}, hers_));
  const auto records = [&] { return db::all_rows(file_->reader(), "hours_record"); };
  const auto before = records();
  ASSERT_TRUE(keep_.say_limits("birch", {}, hers_));
  const auto after = records();
  ASSERT_EQ(after.size(), before.size());
  for (const auto& row : after)
    EXPECT_EQ(std::find(before.begin(), before.end(), row), before.end());
}

TEST_F(RosterBookOf, OpensWhatWasSaidAlsoAfterItsKeyWasReplaced) {
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  {
    db::WriteTransaction change(*file_);
    for (const db::KeyName key : {db::KeyName::roster, db::KeyName::till})
      db::replace_key(change.connection(), manager_keys_, key, {});
    change.commit();
  }
  EXPECT_EQ(roster_.record(id_of("amber")).limits, limits);
  EXPECT_TRUE(db::find_reminder(file_->reader(), manager_keys_, id_of("amber")));
}

TEST_F(RosterBookOf, SaysOfDaysAwayNoMoreThanThatSheIsNotHere) {
  HoursRecord record;
  record.absences = {{day("2026-04-06"), day("2026-04-08"), AbsenceKind::statutory}};
  roster_.put_record(id_of("amber"), record, {});
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM not_here"), 3);
  const auto kept = keep_.put({shift("amber", "2026-04-07", "08:00", "12:00")});
  ASSERT_FALSE(kept);
  EXPECT_EQ(sentence_of(kept.refusal().findings.front(), zone_).key(), "payroll.finding.not_free");
}

TEST_F(RosterBookOf, TellsTheTillWhatTheLawWantsOfSomebodyOfThatAge) {
  const WorkingTimeLaw& serbia = *law_.find("RS");
  const HoursReminder grown = reminder_of({}, serbia, day("2026-04-02"));
  EXPECT_EQ(grown.break_over_minutes, 360);
  EXPECT_EQ(grown.daily_rest_minutes, 720);
  const HoursReminder young = reminder_of({.born = day("2009-05-01")}, serbia, day("2026-04-02"));
  EXPECT_EQ(young.break_over_minutes, 270);
  EXPECT_EQ(young.break_minutes, 30);
}

TEST_F(RosterBookOf, GivesALoginToOneWorkerAtATime) {
  const LoginId login = LoginId::mint(chance_);
  roster_.put_login(id_of("amber"), login);
  roster_.put_login(id_of("birch"), login);
  EXPECT_EQ(roster_.login_of(id_of("amber")), std::nullopt);
  EXPECT_EQ(roster_.login_of(id_of("birch")), login);
  roster_.put_login(id_of("birch"), std::nullopt);
  EXPECT_EQ(roster_.login_of(id_of("birch")), std::nullopt);
}

}  // namespace
}  // namespace tilia::payroll
