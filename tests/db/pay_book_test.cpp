#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/journal.h"
#include "db/month_cost.h"
#include "db/pay_book_sqlite.h"
#include "db/pay_texts.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

class PayBookTest : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    take_on("amber", "90000");
    ASSERT_TRUE(work("amber", "2026-03-02", 480).ok());
    ASSERT_TRUE(draw_up("2026-03").ok());
  }

  // Why the book refuses the statement; "done" where it does not.
  std::string outcome(const std::string& sql) {
    try {
      WriteTransaction change(*file_);
      change.connection().script(sql);
      change.commit();
    } catch (const BookFault& fault) {
      return std::string(book_fault_code(fault.why()));
    }
    return "done";
  }

  std::int64_t count(const char* sql) { return file_->reader().number(sql); }
};

TEST_F(PayBookTest, FreezesAnApprovedMonthAgainstEveryStatement) {
  ASSERT_TRUE(add_worker(book_, "ash", "🐝", chance_, clock_).ok());  // a remark: no contract
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  for (const char* sql : {
           "UPDATE pay_run SET approved_at = 0",
           "UPDATE pay_run SET state = 'draft', approved_by = NULL, approved_at = NULL",
           "DELETE FROM pay_run",
           "INSERT OR REPLACE INTO pay_run (run, month, state, drawn_up_by, drawn_up_at, remarks)"
           " VALUES (randomblob(16), '2026-03', 'draft', randomblob(16), 0, x'00')",
           "UPDATE pay_run SET remarks = x'00'",
           "UPDATE pay_slip SET slip = x'00'",
           "DELETE FROM pay_slip",
           "INSERT INTO pay_slip SELECT run, number + 50, worker, slip FROM pay_slip",
           "UPDATE worker_day SET worked_minutes = 1",
           "DELETE FROM worker_day",
           "INSERT INTO worker_day SELECT worker, '2026-03-31', 60 FROM worker",
           "UPDATE pay_month_cost SET employer_cost = x'00'",
           "DELETE FROM pay_month_cost",
       })
    EXPECT_EQ(outcome(sql), "rule_broken") << sql;
  EXPECT_EQ(outcome("INSERT INTO worker_day SELECT worker, '2026-04-01', 60 FROM worker"), "done");
}

TEST_F(PayBookTest, LetsDaysOfAMonthThatIsOpenForCorrectionChangeAndNothingElse) {
  ASSERT_TRUE(approve("2026-03").ok());
  book_.open_correction(month("2026-03"), clerk_, clock_.now());
  for (const char* sql :
       {"UPDATE pay_run SET approved_at = 0", "UPDATE pay_slip SET slip = x'00'",
        "DELETE FROM pay_correction", "UPDATE pay_correction SET paid_in = '2026-03'",
        "INSERT INTO pay_correction (month, opened_by, opened_at) VALUES"
        " ('2026-03', randomblob(16), 0)"})
    EXPECT_EQ(outcome(sql), "rule_broken") << sql;
  EXPECT_EQ(outcome("UPDATE worker_day SET worked_minutes = 1"), "done");
  EXPECT_EQ(outcome("DELETE FROM worker_day"), "done");
  EXPECT_EQ(outcome("INSERT INTO worker_day SELECT worker, '2026-03-31', 60 FROM worker"), "done");
  EXPECT_EQ(outcome("UPDATE pay_correction SET paid_in = '2026-04'"), "done");
  EXPECT_EQ(outcome("UPDATE worker_day SET worked_minutes = 2"), "rule_broken");
  EXPECT_EQ(outcome("UPDATE pay_correction SET paid_in = '2026-05'"), "rule_broken");
}

TEST(RunNotes, AreReadAsTheyWereBeforeARunKeptItsLaw) {
  const RunNotes notes = run_notes_from(Secret<std::string>(
      std::string(R"([{"what":"no_hours","alias":"amber","amount":null,"left_out":true}])")));
  ASSERT_EQ(notes.remarks.size(), 1U);
  EXPECT_EQ(notes.remarks.front().alias, "amber");
  EXPECT_TRUE(notes.remarks.front().left_out);
  EXPECT_TRUE(notes.rules.empty());
}

TEST_F(PayBookTest, LetsADraftBeDrawnUpAgainAndLeavesNothingOfTheOldOne) {
  const auto first = book_.pay_run(month("2026-03")).value();
  ASSERT_TRUE(work("amber", "2026-03-03", 480).ok());
  const auto second = draw_up("2026-03").value();
  EXPECT_NE(first.id, second.id);
  EXPECT_EQ(count("SELECT count(*) FROM pay_run"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM pay_slip"), 1);
  EXPECT_EQ(second.slips.front().slip.lines.size(), 5U);
}

TEST_F(PayBookTest, RefusesTheHandOfWhoDrewItUpEvenBesideTheProgram) {
  EXPECT_EQ(outcome("UPDATE pay_run SET state = 'approved', approved_by = drawn_up_by,"
                    " approved_at = 0"),
            "rule_broken");
}

TEST_F(PayBookTest, RefusesToApproveADraftThatAnotherProgramDrewUpAgain) {
  const auto read = book_.pay_run(month("2026-03")).value();
  ASSERT_TRUE(draw_up("2026-03").ok());
  EXPECT_THROW(book_.put_approval(read, manager_, clock_.now()), BookFault);
  EXPECT_EQ(book_.pay_run(month("2026-03"))->state, payroll::PayRun::State::draft);
}

TEST_F(PayBookTest, TellsReportsOneSumAMonthOnceItIsApproved) {
  EXPECT_EQ(count("SELECT count(*) FROM pay_month_cost"), 0);
  const auto run = approve("2026-03").value();
  EXPECT_EQ(count("SELECT count(*) FROM pay_month_cost WHERE month = '2026-03'"), 1);
  EXPECT_EQ(find_month_cost(file_->reader(), keys_, month("2026-03")),
            totals_of(run, payroll::rsd()).employer_cost);
}

TEST_F(PayBookTest, TellsTheBusinessJournalNoWageNoAliasAndNoHours) {
  using payroll::Punch;
  ASSERT_TRUE(
      payroll::enter_punch(hours_book_, {"amber", Punch::Kind::in, clock_.now()}, zone_, clock_)
          .ok());
  const auto run = approve("2026-03").value();
  std::vector<std::string> entries;
  read_journal(file_->reader(), [&](const JournalEntry& entry) {
    if (entry.content.kind != "station.begun")
      entries.push_back(entry.content.kind + " " + entry.content.payload);
    EXPECT_EQ(entry.content.payload.find("amber"), std::string::npos);
  });
  EXPECT_EQ(entries, (std::vector<std::string>{R"(punch.entered {"at":1775120400000,"kind":"in"})",
                                               R"(pay_run.approved {"month":"2026-03","run":")" +
                                                   run.id.text() + R"("})"}));
}

TEST_F(PayBookTest, MakesThePunchesAgainFromTheJournal) {
  using payroll::Punch;
  const auto amber = book_.workers().front().id;
  for (const auto& [at, kind] : {std::pair("2026-04-01T06:00Z", Punch::Kind::in),
                                 std::pair("2026-04-01T07:00Z", Punch::Kind::break_start),
                                 std::pair("2026-04-01T07:30Z", Punch::Kind::break_end),
                                 std::pair("2026-04-01T12:00Z", Punch::Kind::out)})
    ASSERT_TRUE(
        payroll::enter_punch(hours_book_, {"amber", kind, instant(at)}, zone_, clock_).ok());
  const auto before = hours_book_.latest_punches(amber, 10);
  EXPECT_EQ(before.size(), 4U);
  ASSERT_EQ(outcome("DELETE FROM punch"), "done");
  rebuild_projections(*file_, {punch_projection()});
  EXPECT_EQ(hours_book_.latest_punches(amber, 10), before);
  EXPECT_EQ(hours_book_.latest_punches(amber, 2),
            (std::vector<Punch>(before.end() - 2, before.end())));
}

TEST_F(PayBookTest, KnowsItsEmployer) {
  const payroll::Employer employer = book_.employer();
  EXPECT_EQ(employer.name, "Corner Bakery");
  EXPECT_EQ(employer.country, "RS");
  EXPECT_EQ(employer.zone, "Europe/Belgrade");
  EXPECT_EQ(employer.currency, payroll::rsd());
  EXPECT_TRUE(employer.practice);
}

}  // namespace
}  // namespace tilia::db
