// A sample of payslips on a real book in memory: two people's keys, the note before the show, and
// nothing opened that was not picked.
#include "db/book_fault.h"
#include "db/sample_book_sqlite.h"
#include "db/sealed_journal.h"
#include "tests/payroll/practice_book.h"

namespace tilia::db {
namespace {

using payroll::ReadRecord;
using payroll::RecordRead;

class SampleOfSlips : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    for (const char* alias : {"amber", "birch", "cedar"}) take_on(alias, "90000");
    ASSERT_TRUE(draw_up("2026-03").ok());
    ASSERT_TRUE(approve("2026-03").ok());
    Session dolphin = *users_.log_in("Dolphin", secret("444444"));
    Giver giver{dolphin.user, dolphin.keys};
    ASSERT_TRUE(users_.add({"Turtle", "🐢", Role::auditor}, secret("555555"), chance_, &giver).ok());
    auditor_ = std::move(users_.log_in("Turtle", secret("555555"))->keys);
  }
  static Secret<std::string> secret(const char* text) {
    return Secret<std::string>(std::string(text));
  }
  payroll::Sample sample(const std::vector<std::string>& aliases, const std::string& recipient,
                         const std::string& clause) {
    payroll::SampleAsked asked{recipient, clause, {}};
    for (const std::string& alias : aliases) asked.items.push_back({month("2026-03"), alias});
    return payroll::checked_sample(book_, slips_, asked).value();
  }
  std::vector<RecordRead> noted() { return ReadLog(*file_, auditor_, clock_).reads(); }
  std::int64_t lengths_of_entries() {
    return file_->reader().number("SELECT count(DISTINCT length(entry)) FROM sealed_journal");
  }

  Users users_{*file_, SecretPolicy::practice(), clock_};
  KeyRing auditor_;
  SampleBookSqlite slips_{*file_};
};

TEST_F(SampleOfSlips, IsNotedItemByItemWithBothPeopleAndWhyAndOpensNothingElse) {
  const std::size_t before = noted().size();
  const auto opened = slips_.open(sample({"cedar", "amber"}, "Jane Roe", "art. 7.2"),
                                  ReadRecord::sample_copy, keys_, auditor_, clock_);
  ASSERT_EQ(opened.size(), 2U);
  EXPECT_EQ(opened[0].worker.alias, "cedar");
  EXPECT_EQ(opened[1].worker.alias, "amber");
  const auto reads = noted();
  ASSERT_EQ(reads.size(), before + 2) << "birch was not picked: nothing is noted, nothing was read";
  const auto dolphin = payroll::UserId::from_bytes(*keys_.owner);
  const payroll::OutsideReading outside{payroll::UserId::from_bytes(*auditor_.owner),
                                        month("2026-03"), "Jane Roe", "art. 7.2"};
  EXPECT_EQ(reads[0], (RecordRead{clock_.now(), dolphin, opened[1].worker.id,
                                  ReadRecord::sample_copy, outside}));
  EXPECT_EQ(reads[1].of, opened[0].worker.id);
}

TEST_F(SampleOfSlips, OpensWithBothKeysAndWithNeitherAlone) {
  const auto asked = sample({"amber"}, "Jane Roe", "art. 7.2");
  const auto fault_of = [&](const KeyRing& one, const KeyRing& other) -> std::string {
    try {
      (void)slips_.open(asked, ReadRecord::sample, one, other, clock_);
    } catch (const BookFault& fault) {
      return std::string(book_fault_code(fault.why()));
    }
    return "none";
  };
  const std::int64_t entries = sealed_entries(file_->reader());
  KeyRing again = std::move(users_.log_in("Turtle", secret("555555"))->keys);
  again.owner = keys_.owner;  // somebody who says that she is Dolphin
  EXPECT_EQ(fault_of(again, auditor_), "no_key") << "the auditor opens no slip";
  KeyRing finance = std::move(users_.log_in("Dolphin", secret("444444"))->keys);
  finance.owner = auditor_.owner;
  finance.drop(KeyName::audit);  // which she keeps in trust until an auditor is there
  EXPECT_EQ(fault_of(keys_, finance), "no_key") << "finance reads no note";
  EXPECT_EQ(sealed_entries(file_->reader()), entries);
  EXPECT_EQ(fault_of(keys_, auditor_), "none");
}

TEST_F(SampleOfSlips, IsNotedInEntriesOfOneLengthAndNumberWhateverIsSaid) {
  std::string longest;
  for (int letter = 0; letter < 80; ++letter) longest += "🐢";
  std::vector<std::int64_t> grew;
  for (const std::string& said : {std::string("R"), longest, std::string(80, '"')}) {
    const std::int64_t before = sealed_entries(file_->reader());
    (void)slips_.open(sample({"amber"}, said, said), ReadRecord::sample, keys_, auditor_, clock_);
    grew.push_back(sealed_entries(file_->reader()) - before);
    EXPECT_EQ(noted().front().outside->recipient, said);
    EXPECT_EQ(noted().front().outside->clause, said);
  }
  EXPECT_EQ(grew, std::vector<std::int64_t>(3, pieces_of_long_text));
  EXPECT_EQ(lengths_of_entries(), 1);
  EXPECT_FALSE(verify_sealed(file_->reader()).first_break);
}

TEST_F(SampleOfSlips, ShowsNothingThatCouldNotBeNoted) {
  const auto asked = sample({"amber", "birch"}, "Jane Roe", "art. 7.2");
  const std::int64_t before = sealed_entries(file_->reader());
  {
    WriteTransaction change(*file_);
    change.connection().script(
        "CREATE TRIGGER full BEFORE INSERT ON sealed_journal WHEN NEW.number > 5 + (SELECT "
        "min(number) FROM sealed_journal)"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END");
    change.commit();
  }
  EXPECT_THROW((void)slips_.open(asked, ReadRecord::sample, keys_, auditor_, clock_), BookFault);
  EXPECT_EQ(sealed_entries(file_->reader()), before) << "all notes or none";
}

TEST_F(SampleOfSlips, LeavesTheBusinessJournalAsItWas) {
  const std::int64_t before = file_->reader().number("SELECT count(*) FROM journal");
  (void)slips_.open(sample({"amber"}, "Jane Roe", "art. 7.2"), ReadRecord::sample, keys_, auditor_,
                    clock_);
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM journal"), before);
}

}  // namespace
}  // namespace tilia::db
