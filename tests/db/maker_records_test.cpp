// Who a maker is: only finance opens it, it is noted, it stands in no byte of the book, and it goes
// with its key and when it is taken out.
#include "db/maker_records.h"

#include <gtest/gtest.h>

#include "core/clock.h"
#include "db/book_fault.h"
#include "db/users.h"

namespace tilia::db {
namespace {

const payroll::Identity ana{.legal_name = "Quillfeather Xanthorp",
                            .id_number = "",
                            .iban = "RS35260005601001611379",
                            .born = {}};
const payroll::Identity eva{
    .legal_name = "Eva", .id_number = "", .iban = "AT611904300234573201", .born = {}};

class MakerRecordsTest : public testing::Test {
 protected:
  static Secret<std::string> secret_of(const std::string& name) {
    return Secret<std::string>(name + " " + name);
  }
  void add(const char* name, Role role, const char* giver = nullptr) {
    std::optional<Session> session;
    std::optional<Giver> gives;
    if (giver != nullptr) {
      session = log_in(giver);
      gives.emplace(Giver{session->user, session->keys});
    }
    ASSERT_TRUE(
        users_.add({name, "🦊", role}, secret_of(name), chance_, gives ? &*gives : nullptr).ok());
  }
  std::optional<Session> log_in(const char* name) { return users_.log_in(name, secret_of(name)); }
  std::int64_t records() { return file_->reader().number("SELECT count(*) FROM maker_record"); }

  std::unique_ptr<BookFile> file_ =
      BookFile::in_memory({.station = "office"}, [](WriteTransaction&) {});
  SetClock clock_{Instant::parse("2026-03-02T08:00Z").value()};
  Users users_{*file_, SecretPolicy::practice(), clock_};
  SeededChance chance_{1};
};

TEST_F(MakerRecordsTest, OnlyFinanceOpensOneAndItIsNotedFirst) {
  add("Dolphin", Role::finance);
  add("Bee", Role::payroll, "Dolphin");
  const auto dolphin = log_in("Dolphin");
  ReadLog log(*file_, dolphin->keys, clock_);
  MakerRecords records(*file_, dolphin->keys, log);
  EXPECT_FALSE(records.open(7));
  records.put(7, ana);
  EXPECT_TRUE(log.maker_reads().empty()) << "who enters reads nothing";
  EXPECT_EQ(records.open(7), ana);
  EXPECT_EQ(records.open(7), ana);
  ASSERT_EQ(log.maker_reads().size(), 1U) << "once a login";
  EXPECT_EQ(
      log.maker_reads().front(),
      (payroll::MakerRead{clock_.now(), payroll::UserId::from_bytes(dolphin->user.id.bytes()), 7}));
  const auto bee = log_in("Bee");
  ReadLog bees_log(*file_, bee->keys, clock_);
  try {
    (void)MakerRecords(*file_, bee->keys, bees_log).open(7);
    FAIL();
  } catch (const BookFault& fault) {
    EXPECT_EQ(fault.why(), BookFault::Why::no_key);
  }
}

TEST_F(MakerRecordsTest, AreAsLongAsEachOtherAndDoNotOpenInAnothersPlace) {
  add("Dolphin", Role::finance);
  const auto dolphin = log_in("Dolphin");
  ReadLog log(*file_, dolphin->keys, clock_);
  MakerRecords records(*file_, dolphin->keys, log);
  payroll::Identity longest = ana;
  longest.legal_name = std::string(120, '"');
  records.put(7, longest);
  records.put(8, eva);
  EXPECT_EQ(file_->reader().number("SELECT count(DISTINCT length(record)) FROM maker_record"), 1);
  EXPECT_EQ(records.open(7), longest);
  WriteTransaction change(*file_);
  change.connection().script(
      "UPDATE maker_record SET record = (SELECT record FROM maker_record WHERE maker = 7)"
      " WHERE maker = 8");
  change.commit();
  EXPECT_THROW((void)records.open(8), BookFault);
}

TEST_F(MakerRecordsTest, OpenAfterSomebodyOfFinanceLeftAndNotForHer) {
  add("Dolphin", Role::finance);
  add("Otter", Role::finance, "Dolphin");
  auto otter = log_in("Otter");
  ReadLog otters_log(*file_, otter->keys, clock_);
  MakerRecords otters(*file_, otter->keys, otters_log);
  otters.put(7, ana);
  auto dolphin = log_in("Dolphin");
  Giver giver{dolphin->user, dolphin->keys};
  ASSERT_TRUE(users_.disable("Otter", giver).ok());
  EXPECT_THROW((void)otters.open(7), BookFault);
  ReadLog log(*file_, dolphin->keys, clock_);
  EXPECT_EQ(MakerRecords(*file_, dolphin->keys, log).open(7), ana);
}

TEST_F(MakerRecordsTest, TakenOutIsGone) {
  add("Dolphin", Role::finance);
  const auto dolphin = log_in("Dolphin");
  ReadLog log(*file_, dolphin->keys, clock_);
  MakerRecords records(*file_, dolphin->keys, log);
  records.put(7, ana);
  records.put(8, eva);
  records.forget(7);
  EXPECT_FALSE(records.open(7));
  EXPECT_EQ(this->records(), 1);
}

}  // namespace
}  // namespace tilia::db
