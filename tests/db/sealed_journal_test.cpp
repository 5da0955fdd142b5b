#include "db/sealed_journal.h"

#include "db/book_fault.h"
#include "tests/db/all_rows.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

class SealedJournalTest : public payroll::PracticeBook {
 protected:
  void append(const std::string& text) {
    WriteTransaction change(*file_);
    append_sealed(change, *public_half_of(change.connection(), KeyName::audit), text);
    change.commit();
  }
  std::vector<std::string> texts() {
    std::vector<std::string> all;
    read_sealed(file_->reader(), keys_, [&all](const std::string& text) { all.push_back(text); });
    return all;
  }
  // Past the triggers, as somebody with another program would.
  void tamper(const std::string& sql) {
    WriteTransaction change(*file_);
    for (const char* trigger :
         {"sealed_entry_is_not_changed", "sealed_entry_is_not_deleted", "sealed_entry_has_no_gap"})
      change.connection().script(std::string("DROP TRIGGER IF EXISTS ") + trigger);
    change.connection().script(sql);
    change.commit();
  }
  std::string fault_of(const std::string& sql) {
    try {
      WriteTransaction change(*file_);
      change.connection().script(sql);
    } catch (const BookFault& fault) {
      return std::string(book_fault_code(fault.why()));
    }
    return "none";
  }
};

TEST_F(SealedJournalTest, IsReadByTheAuditorInItsOrder) {
  for (const char* text : {"one", "", "three"}) append(text);
  EXPECT_EQ(texts(), (std::vector<std::string>{"one", "", "three"}));
  EXPECT_EQ(verify_sealed(file_->reader()).entries, 3);
  EXPECT_FALSE(verify_sealed(file_->reader()).first_break);
  KeyRing other;
  other.put(KeyName::audit, {1, Key::random()});
  EXPECT_THROW(read_sealed(file_->reader(), other, [](const std::string&) {}), BookFault);
}

TEST_F(SealedJournalTest, IsAppendedToAndNothingElse) {
  append("one");
  for (const char* sql : {"UPDATE sealed_journal SET entry = entry", "DELETE FROM sealed_journal",
                          "INSERT INTO sealed_journal SELECT 3, entry, chain FROM sealed_journal"})
    EXPECT_EQ(fault_of(sql), "rule_broken") << sql;
}

TEST_F(SealedJournalTest, NamesTheFirstEntryThatWasChangedOrTakenOut) {
  for (int entry = 0; entry < 5; ++entry) append("text");
  tamper(
      "UPDATE sealed_journal SET entry = CAST(substr(entry, 1, 100) || x'00' ||"
      " substr(entry, 102) AS BLOB) WHERE number = 3");
  EXPECT_EQ(verify_sealed(file_->reader()).first_break, 3);
  tamper("DELETE FROM sealed_journal WHERE number = 2");
  EXPECT_EQ(verify_sealed(file_->reader()).first_break, 2);
}

TEST_F(SealedJournalTest, NotesEachPersonWhoseRecordWasOpenedOnceALogin) {
  const payroll::Worker amber = take_on("amber", "90000");
  const payroll::Worker birch = take_on("birch", "90000");
  EXPECT_EQ(read_log_.reads().size(), 0U) << "a contract that is given is not read";
  (void)book_.contracts(amber.id);
  (void)book_.contracts(amber.id);
  ASSERT_TRUE(draw_up("2026-03").ok());
  (void)book_.pay_run(month("2026-03"));
  using payroll::ReadRecord;
  const auto by = payroll::UserId::from_bytes(*keys_.owner);
  std::vector<payroll::RecordRead> reads = read_log_.reads();
  ASSERT_EQ(reads.size(), 4U);
  std::reverse(reads.begin(), reads.end());
  EXPECT_EQ(reads[0], (payroll::RecordRead{clock_.now(), by, amber.id, ReadRecord::pay_record}));
  EXPECT_EQ(reads[1], (payroll::RecordRead{clock_.now(), by, birch.id, ReadRecord::pay_record}));
  EXPECT_EQ(reads[2].record, ReadRecord::payslip);
  EXPECT_NE(reads[2].of, reads[3].of);
  ReadLog next_login(*file_, keys_, clock_);
  PayBookSqlite again(*file_, keys_, next_login);
  (void)again.contracts(amber.id);
  EXPECT_EQ(read_log_.reads().size(), 5U);
}

TEST_F(SealedJournalTest, NotesOnceForEachLoginWhoOpenedTheSheetOfAnEarlierDay) {
  const auto by = payroll::UserId::from_bytes(*keys_.owner);
  read_log_.note_day_sheet("T1", 12);
  read_log_.note_day_sheet("T1", 12);
  read_log_.note_day_sheet("T2", 12);
  const std::vector<payroll::DaySheetRead> reads = read_log_.day_sheet_reads();
  ASSERT_EQ(reads.size(), 2U);
  EXPECT_EQ(reads[1], (payroll::DaySheetRead{clock_.now(), by, "T1", 12}));
  EXPECT_EQ(reads[0].till, "T2");
  EXPECT_TRUE(read_log_.reads().empty());
  ReadLog next_login(*file_, keys_, clock_);
  next_login.note_day_sheet("T1", 12);
  EXPECT_EQ(read_log_.day_sheet_reads().size(), 3U);
}

TEST_F(SealedJournalTest, ShowsNothingThatCouldNotBeNoted) {
  const payroll::Worker amber = take_on("amber", "90000");
  tamper(
      "CREATE TRIGGER full BEFORE INSERT ON sealed_journal"
      " BEGIN SELECT RAISE(ABORT, 'no room'); END");
  EXPECT_THROW((void)book_.contracts(amber.id), BookFault);
}

TEST_F(SealedJournalTest, HoldsNoIdThatWouldTellWhoseRecordItWas) {
  const payroll::Worker amber = take_on("amber", "90000");
  (void)book_.contracts(amber.id);
  const auto rows = all_rows(file_->reader(), "sealed_journal");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows.front().find(amber.id.text()), std::string::npos);
}

}  // namespace
}  // namespace tilia::db
