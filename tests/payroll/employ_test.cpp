#include "payroll/employ.h"

#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using Employ = PracticeBook;

TEST_F(Employ, KnowsAWorkerByAliasOnly) {
  const Worker amber = add_worker(book_, "amber", "🦊", chance_, clock_).value();
  ASSERT_TRUE(add_worker(book_, "a-1", "🐢", chance_, clock_).ok());
  const auto workers = book_.workers();
  ASSERT_EQ(workers.size(), 2U);
  EXPECT_EQ(workers[0].alias, "a-1");
  EXPECT_EQ(workers[1], amber);
}

TEST_F(Employ, RefusesAnAliasThatCouldBeAName) {
  for (const char* bad :
       {"", "a", "Amber", "amber smith", "ámber", "a_b", "a.b", "abcdefghijklmnopqrstu"})
    EXPECT_EQ(add_worker(book_, bad, "🦊", chance_, clock_).refusal(), EmployRefusal::bad_alias)
        << bad;
  EXPECT_TRUE(add_worker(book_, "abcdefghijklmnopqrst", "🦊", chance_, clock_).ok());
  ASSERT_TRUE(add_worker(book_, "amber", "🦊", chance_, clock_).ok());
  EXPECT_EQ(add_worker(book_, "amber", "🐢", chance_, clock_).refusal(), EmployRefusal::alias_taken);
}

TEST_F(Employ, TakesNobodyAsLongAsNobodyKeepsTheirRecords) {
  const auto fresh = belgrade_bakery(false);
  const db::KeyRing nobodys;
  db::ReadLog log(*fresh, nobodys, clock_);
  db::PayBookSqlite book(*fresh, nobodys, log);
  EXPECT_EQ(add_worker(book, "amber", "🦊", chance_, clock_).refusal(),
            EmployRefusal::no_vault_holder);
  const db::KeyRing keys = db::finance_keys(*fresh);
  db::ReadLog her_log(*fresh, keys, clock_);
  db::PayBookSqlite open(*fresh, keys, her_log);
  EXPECT_TRUE(add_worker(open, "amber", "🦊", chance_, clock_).ok()) << "real books take people";
}

TEST_F(Employ, RefusesAContractThatCannotBePaid) {
  take_on("amber", "90000", PayBasis::monthly, "2026-02-01");
  struct Row {
    const char* alias;
    const char* gross;
    PayBasis basis;
    const char* from;
    int weekly_hours;
    EmployRefusal why;
  };
  const std::vector<Row> rows{
      {"nobody", "90000", PayBasis::monthly, "2026-03-01", 40, EmployRefusal::unknown_worker},
      {"amber", "0", PayBasis::monthly, "2026-03-01", 40, EmployRefusal::gross_not_positive},
      {"amber", "-1", PayBasis::hourly, "2026-03-01", 40, EmployRefusal::gross_not_positive},
      {"amber", "1000000.01", PayBasis::hourly, "2026-03-01", 40, EmployRefusal::gross_too_large},
      {"amber", "1000000000.01", PayBasis::monthly, "2026-03-01", 40,
       EmployRefusal::gross_too_large},
      {"amber", "90000", PayBasis::monthly, "2026-03-01", 0,
       EmployRefusal::weekly_hours_out_of_range},
      {"amber", "90000", PayBasis::monthly, "2026-03-01", 61,
       EmployRefusal::weekly_hours_out_of_range},
      {"amber", "90000", PayBasis::monthly, "2026-02-01", 40, EmployRefusal::contract_overlaps},
      {"amber", "90000", PayBasis::monthly, "2026-01-31", 40, EmployRefusal::contract_overlaps},
  };
  for (const Row& row : rows) {
    const auto answer = contract(row.alias, row.gross, row.basis, row.from, row.weekly_hours);
    ASSERT_FALSE(answer.ok()) << row.gross;
    EXPECT_EQ(employ_refusal_code(answer.refusal()), employ_refusal_code(row.why));
  }
  EXPECT_EQ(book_.contracts(book_.workers().front().id).size(), 1U);
}

TEST_F(Employ, ANewContractEndsTheOneBefore) {
  const Worker amber = take_on("amber", "90000", PayBasis::monthly, "2026-02-01");
  ASSERT_TRUE(contract("amber", "560", PayBasis::hourly, "2026-03-16", 20).ok());
  const auto contracts = book_.contracts(amber.id);
  ASSERT_EQ(contracts.size(), 2U);
  EXPECT_EQ(contracts[0].to, day("2026-03-15"));
  EXPECT_EQ(contracts[1].to, std::nullopt);
  EXPECT_EQ(contracts[1].basis, PayBasis::hourly);
  EXPECT_EQ(contracts[1].weekly_minutes, 20 * 60);
}

TEST_F(Employ, EndsAWorkerOnce) {
  take_on("amber", "90000", PayBasis::monthly, "2026-02-01");
  EXPECT_EQ(end_worker(book_, "nobody", day("2026-03-31"), clock_).refusal(),
            EmployRefusal::unknown_worker);
  EXPECT_EQ(end_worker(book_, "amber", day("2026-01-31"), clock_).refusal(),
            EmployRefusal::ends_before_start);
  EXPECT_EQ(end_worker(book_, "amber", day("2026-03-15"), clock_).value().ended_on,
            day("2026-03-15"));
  EXPECT_EQ(end_worker(book_, "amber", day("2026-03-31"), clock_).refusal(),
            EmployRefusal::worker_ended);
  EXPECT_EQ(contract("amber", "1", PayBasis::monthly, "2026-03-16").refusal(),
            EmployRefusal::worker_ended);
  EXPECT_EQ(work("amber", "2026-03-16", 60).refusal(), EmployRefusal::worker_ended);
  EXPECT_TRUE(work("amber", "2026-03-15", 60).ok());
}

TEST_F(Employ, ReplacesTheHoursOfADayAndTakesThemAwayWithZero) {
  const Worker amber = take_on("amber", "90000");
  ASSERT_TRUE(work("amber", "2026-03-02", 480).ok());
  ASSERT_TRUE(work("amber", "2026-03-02", 465).ok());
  ASSERT_TRUE(work("amber", "2026-03-03", 480).ok());
  ASSERT_TRUE(work("amber", "2026-03-03", 0).ok());
  const auto hours = book_.hours(month("2026-03"));
  ASSERT_EQ(hours.size(), 1U);
  EXPECT_EQ(hours.front().worker, amber.id);
  EXPECT_EQ(hours.front().hours, (DayMinutes{day("2026-03-02"), 465}));
}

TEST_F(Employ, RefusesHoursThatNoDayHas) {
  take_on("amber", "90000");
  EXPECT_EQ(work("nobody", "2026-03-02", 60).refusal(), EmployRefusal::unknown_worker);
  EXPECT_EQ(work("amber", "2026-03-02", -1).refusal(), EmployRefusal::minutes_out_of_range);
  EXPECT_EQ(work("amber", "2026-03-02", 1441).refusal(), EmployRefusal::minutes_out_of_range);
  EXPECT_EQ(work("amber", "2026-04-03", 60).refusal(), EmployRefusal::day_in_future);
  EXPECT_TRUE(work("amber", "2026-03-02", 1440).ok());
  EXPECT_TRUE(work("amber", "2026-04-02", 60).ok());
}

TEST_F(Employ, ChangesNothingUnderAnApprovedMonth) {
  take_on("amber", "90000");
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(work("amber", "2026-03-02", 60).ok());
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_EQ(work("amber", "2026-03-02", 120).refusal(), EmployRefusal::day_in_approved_month);
  EXPECT_EQ(contract("amber", "95000", PayBasis::monthly, "2026-02-15").refusal(),
            EmployRefusal::day_in_approved_month);
  EXPECT_EQ(contract("amber", "95000", PayBasis::monthly, "2026-03-31").refusal(),
            EmployRefusal::day_in_approved_month);
  EXPECT_EQ(end_worker(book_, "amber", day("2026-03-30"), clock_).refusal(),
            EmployRefusal::day_in_approved_month);
  EXPECT_TRUE(work("amber", "2026-04-01", 60).ok());
  EXPECT_TRUE(contract("amber", "95000", PayBasis::monthly, "2026-04-01").ok());
  EXPECT_EQ(end_worker(book_, "amber", day("2026-03-31"), clock_).refusal(),
            EmployRefusal::ends_before_start);
  EXPECT_TRUE(end_worker(book_, "amber", day("2026-04-30"), clock_).ok());
}

TEST_F(Employ, SaysEachRefusalInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (int why = 0; why <= static_cast<int>(EmployRefusal::day_in_future); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<EmployRefusal>(why), "amber").key())) << why;
  }
}

}  // namespace
}  // namespace tilia::payroll
