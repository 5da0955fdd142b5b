#include "db/person_records.h"

#include <set>

#include "db/book_fault.h"
#include "tests/db/all_rows.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

class PersonRecordsTest : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "90000");
  }
  payroll::WorkerId id_of(const std::string& alias) {
    for (const payroll::Worker& worker : book_.workers()) {
      if (worker.alias == alias) return worker.id;
    }
    CHECK(false);
  }
  std::vector<std::int64_t> numbers(const char* sql) {
    std::vector<std::int64_t> all;
    Query row = file_->reader().query(sql);
    while (row.next()) all.push_back(row.whole(0));
    return all;
  }
  void run(const char* sql) {
    WriteTransaction change(*file_);
    change.connection().script(sql);
    change.commit();
  }
  void put(const std::string& alias, const std::string& text) {
    WriteTransaction change(*file_);
    PersonRecords(change.connection(), keys_).put_pay(id_of(alias), Secret<std::string>(text));
    change.commit();
  }
  Secret<std::string> pay_of(const std::string& alias) {
    return PersonRecords(file_->reader(), keys_).pay(id_of(alias));
  }
};

TEST_F(PersonRecordsTest, AreOfOneLengthFromTheFirstDayAndGrowTogether) {
  EXPECT_EQ(numbers("SELECT DISTINCT length(pay) FROM person_record").size(), 1U);
  EXPECT_EQ(numbers("SELECT DISTINCT length(funding) FROM person_record"),
            (std::vector<std::int64_t>{1024 + sealed_overhead}));
  const std::string was = pay_of("amber").reveal();
  put("birch", std::string(1023, 'x'));
  EXPECT_EQ(numbers("SELECT DISTINCT length(pay) FROM person_record"),
            (std::vector<std::int64_t>{1024 + sealed_overhead}));
  put("birch", std::string(1024, 'x'));
  EXPECT_EQ(numbers("SELECT DISTINCT length(pay) FROM person_record"),
            (std::vector<std::int64_t>{2048 + sealed_overhead}));
  EXPECT_EQ(pay_of("amber").reveal(), was);
  put("birch", "short again");
  take_on("dune", "80000");
  EXPECT_EQ(numbers("SELECT DISTINCT length(pay) FROM person_record"),
            (std::vector<std::int64_t>{2048 + sealed_overhead}))
      << "nobody is told apart by having come later";
}

TEST_F(PersonRecordsTest, OpenForNobodyElseAndInNoOtherRow) {
  const KeyRing nobodys;
  EXPECT_THROW((void)PersonRecords(file_->reader(), nobodys).pay(id_of("amber")), BookFault);
  ReadLog log(*file_, nobodys, clock_);
  PayBookSqlite closed(*file_, nobodys, log);
  EXPECT_EQ(closed.workers().size(), 3U) << "aliases are for everybody";
  EXPECT_EQ(closed.terms(id_of("amber")).size(), 1U);
  EXPECT_THROW((void)closed.contracts(id_of("amber")), BookFault);
  run("UPDATE person_record SET (person_key, pay) = (SELECT person_key, pay FROM person_record r"
      " JOIN worker USING (worker) WHERE alias = 'birch') WHERE worker ="
      " (SELECT worker FROM worker WHERE alias = 'amber')");
  EXPECT_THROW((void)pay_of("amber"), BookFault);
  EXPECT_NO_THROW((void)pay_of("birch"));
}

TEST_F(PersonRecordsTest, OpenNoMoreWhenHerKeyIsDestroyed) {
  run("UPDATE person_record SET person_key = zeroblob(72)");
  EXPECT_THROW((void)pay_of("amber"), BookFault);
}

TEST_F(PersonRecordsTest, TellTheVaultAloneWhoPays) {
  Query row = file_->reader().query("SELECT funding FROM person_record LIMIT 1");
  ASSERT_TRUE(row.next());
  const Bytes funding = row.bytes(0);
  const auto opened_funding = opened_by(keys_.held(KeyName::vault).key, funding);
  ASSERT_TRUE(opened_funding);
  EXPECT_FALSE(opened_by(keys_.held(KeyName::payroll).key, funding));
}

TEST_F(PersonRecordsTest, SealEverybodysFundingAgainWhenOneChangesAndGrowTogether) {
  const auto sealed_now = [this] {
    std::vector<Bytes> all;
    Query row = file_->reader().query("SELECT funding FROM person_record ORDER BY worker");
    while (row.next()) all.push_back(row.bytes(0));
    return all;
  };
  const auto put_funding = [this](const std::string& alias, const std::string& text) {
    WriteTransaction change(*file_);
    PersonRecords(change.connection(), keys_).put_funding(id_of(alias), Secret<std::string>(text));
    change.commit();
  };
  const auto before = sealed_now();
  put_funding("birch", R"({"plan":1})");
  const auto after = sealed_now();
  ASSERT_EQ(after.size(), 3U);
  for (std::size_t at = 0; at < after.size(); ++at) {
    EXPECT_NE(before[at], after[at]);
    EXPECT_EQ(before[at].size(), after[at].size());
  }
  put_funding("amber", std::string(1500, 'x'));
  take_on("dune", "80000");
  EXPECT_EQ(numbers("SELECT DISTINCT length(funding) FROM person_record"),
            (std::vector<std::int64_t>{2048 + sealed_overhead}));
  PersonRecords records(file_->reader(), keys_);
  EXPECT_EQ(records.funding(id_of("amber")).reveal(), std::string(1500, 'x'));
  EXPECT_EQ(records.funding(id_of("birch")).reveal(), R"({"plan":1})");
  EXPECT_EQ(records.funding(id_of("cedar")).reveal(), "{}");
  EXPECT_EQ(records.funding(id_of("dune")).reveal(), "{}") << "as it was sealed to the vault";
  KeyRing payroll_only;
  payroll_only.put(KeyName::payroll, {1, keys_.held(KeyName::payroll).key.copy()});
  EXPECT_THROW((void)PersonRecords(file_->reader(), payroll_only).funding(id_of("amber")),
               BookFault);
}

// 90,000 dinars, a contract by the hour and a name of a table's line: none of them anywhere in the
// file.
TEST_F(PersonRecordsTest, LeaveNoWageReadableInTheBook) {
  ASSERT_TRUE(work("amber", "2026-03-02", 480).ok());
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  std::set<std::string> tables;
  Query name = file_->reader().query("SELECT name FROM sqlite_schema WHERE type = 'table'");
  while (name.next()) tables.insert(name.text(0));
  ASSERT_TRUE(tables.contains("pay_slip"));
  for (const std::string& table : tables) {
    for (const std::string& text : all_rows(file_->reader(), table)) {
      for (const char* private_text : {"9000000", "monthly", "SRB_", "gross"})
        EXPECT_EQ(text.find(private_text), std::string::npos) << table << " holds " << private_text;
    }
  }
}

}  // namespace
}  // namespace tilia::db
