#include "db/kept_apart.h"

#include "db/book_fault.h"
#include "db/person_records.h"
#include "tests/db/all_rows.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

// A book as a backup brings it back: its people's keys and cost records lie apart.
class KeptApartTest : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch"}) take_on(alias, "90000");
    before_ = all_rows(file_->reader(), "person_record");
    WriteTransaction change(*file_);
    const KeptApart parts = take_apart(change.connection());
    EXPECT_FALSE(parts.payroll.empty());
    EXPECT_FALSE(parts.vault.empty());
    keep_for_holders(change.connection(), parts);
    change.commit();
  }
  KeyRing ring_of(std::initializer_list<KeyName> names) const {
    KeyRing ring;
    for (const KeyName name : names) ring.put(name, {1, keys_.held(name).key.copy()});
    return ring;
  }
  void put_back_with(const KeyRing& keys) {
    WriteTransaction change(*file_);
    put_back(change.connection(), keys);
    change.commit();
  }
  std::int64_t count(const char* sql) { return file_->reader().number(sql); }

  std::vector<std::string> before_;
};

TEST_F(KeptApartTest, LeavesBlanksOfTheSameLengthAmongThePages) {
  EXPECT_EQ(count("SELECT count(*) FROM person_record WHERE person_key = zeroblob(72) AND"
                  " funding = zeroblob(length(funding))"),
            2);
  EXPECT_THROW((void)PersonRecords(file_->reader(), keys_).pay(book_.workers().front().id),
               BookFault);
}

TEST_F(KeptApartTest, GivesNothingToWhoHoldsNeitherKey) {
  const KeyRing manager = ring_of({KeyName::roster});
  EXPECT_FALSE(waits_for(file_->reader(), manager));
  put_back_with(manager);
  EXPECT_EQ(count("SELECT count(*) FROM kept_apart"), 2);
  KeyRing stranger;
  stranger.put(KeyName::payroll, {1, Key::random()});
  WriteTransaction change(*file_);
  EXPECT_THROW(put_back(change.connection(), stranger), BookFault);
}

TEST_F(KeptApartTest, GivesPayrollItsPartAndFinanceTheOther) {
  const KeyRing payroll = ring_of({KeyName::roster, KeyName::payroll});
  ASSERT_TRUE(waits_for(file_->reader(), payroll));
  put_back_with(payroll);
  EXPECT_EQ(count("SELECT count(*) FROM person_record WHERE person_key = zeroblob(72)"), 0);
  EXPECT_EQ(count("SELECT count(*) FROM person_record WHERE funding = zeroblob(length(funding))"),
            2);
  EXPECT_FALSE(waits_for(file_->reader(), payroll));
  put_back_with(keys_);
  EXPECT_EQ(all_rows(file_->reader(), "person_record"), before_);
  EXPECT_EQ(count("SELECT count(*) FROM kept_apart"), 0);
}

TEST_F(KeptApartTest, BringsNobodyBackWhoWasTakenOutSince) {
  WriteTransaction change(*file_);
  change.connection().run("DELETE FROM person_record WHERE worker = ?", book_.workers().front().id);
  change.commit();
  put_back_with(keys_);
  EXPECT_EQ(count("SELECT count(*) FROM person_record"), 1);
}

TEST_F(KeptApartTest, NoticesAPartThatWasChanged) {
  WriteTransaction change(*file_);
  change.connection().run("UPDATE kept_apart SET part = zeroblob(length(part))");
  EXPECT_THROW(put_back(change.connection(), keys_), BookFault);
}

}  // namespace
}  // namespace tilia::db
