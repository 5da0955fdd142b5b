#include "db/split_runs.h"

#include "db/book_fault.h"
#include "db/person_records.h"
#include "payroll/cost_record_file.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

class SplitRunsTest : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch"}) {
      take_on(alias, alias == std::string("amber") ? "90000" : "120000");
      for (const char* on : {"2026-02-02", "2026-03-02"}) ASSERT_TRUE(work(alias, on, 480).ok());
    }
  }
  void pay_for(const char* in) {
    ASSERT_TRUE(draw_up(in).ok());
    ASSERT_TRUE(approve(in).ok());
  }
  std::vector<Month> split() { return split_approved_runs(*file_, book_, keys_, clock_.now()); }
  bool is_split(const char* in) { return book_.pay_run_state(month(in))->split; }
  payroll::CostRecord record_of(const std::string& alias) {
    for (const payroll::Worker& worker : book_.workers()) {
      if (worker.alias == alias)
        return payroll::parse_cost_record(
                   PersonRecords(file_->reader(), keys_).funding(worker.id).reveal())
            .value();
    }
    CHECK(false);
  }
};

TEST_F(SplitRunsTest, WaitsUntilFinanceComesIn) {
  ASSERT_TRUE(draw_up("2026-03").ok());
  EXPECT_TRUE(split().empty()) << "a draft is nobody's cost";
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_FALSE(is_split("2026-03"));
  EXPECT_EQ(split(), std::vector<Month>{month("2026-03")});
  EXPECT_TRUE(is_split("2026-03"));
  EXPECT_TRUE(split().empty()) << "once";
}

TEST_F(SplitRunsTest, KeepsEachMonthsWholeCostInEverybodysRecord) {
  pay_for("2026-02");
  pay_for("2026-03");
  EXPECT_EQ(split().size(), 2U);
  for (const char* alias : {"amber", "birch"}) {
    const payroll::CostRecord record = record_of(alias);
    ASSERT_EQ(record.months.size(), 2U);
    const auto run = book_.pay_run(month("2026-03"));
    for (const payroll::PayRunSlip& slip : run->slips) {
      if (slip.worker.alias != alias) continue;
      EXPECT_EQ(record.months[1].cost, slip.slip.employer_cost);
      EXPECT_EQ(record.months[1].shares,
                (std::vector<payroll::CostShare>{{"own", slip.slip.employer_cost}}));
      EXPECT_EQ(record.months[1].run, run->id);
    }
  }
}

TEST_F(SplitRunsTest, LeavesRecordsOfOneLengthHoweverManyMonthsTheyHold) {
  pay_for("2026-02");
  split();
  take_on("cedar", "100000", payroll::PayBasis::monthly, "2026-03-01");
  ASSERT_TRUE(work("cedar", "2026-03-03", 480).ok());
  pay_for("2026-03");
  split();
  EXPECT_EQ(record_of("cedar").months.size(), 1U);
  EXPECT_EQ(file_->reader().number("SELECT count(DISTINCT length(funding)) FROM person_record"), 1);
}

TEST_F(SplitRunsTest, NeedsTheVaultKey) {
  pay_for("2026-03");
  KeyRing payroll_only;
  payroll_only.put(KeyName::payroll, {1, keys_.held(KeyName::payroll).key.copy()});
  EXPECT_THROW(split_approved_runs(*file_, book_, payroll_only, clock_.now()), BookFault);
  EXPECT_FALSE(is_split("2026-03")) << "and nothing is half written";
}

TEST(CostRecord, IsTheSameAfterItWasText) {
  SeededChance chance(3);
  const Currency eur = *Currency::from_code("EUR");
  const payroll::MonthOfCost march{*Month::parse("2026-03"),
                                   payroll::PayRunId::mint(chance),
                                   Money::from_minor(100, eur),
                                   {{"own", Money::from_minor(100, eur)}}};
  payroll::MonthOfCost february = march;
  february.month = *Month::parse("2026-02");
  payroll::CostRecord record;
  payroll::add_month(record, march);
  payroll::add_month(record, february);
  payroll::add_month(record, march);
  ASSERT_EQ(record.months.size(), 2U);
  EXPECT_EQ(record.months.front().month, february.month);
  EXPECT_EQ(payroll::parse_cost_record(payroll::cost_record_text(record)), record);
  EXPECT_EQ(payroll::parse_cost_record("{}"), payroll::CostRecord());
  for (const char* text : {"", "[", R"({"months":[{}]})", R"({"months":[{"month":"2026-13"}]})"})
    EXPECT_EQ(payroll::parse_cost_record(text), std::nullopt) << text;
}

}  // namespace
}  // namespace tilia::db
