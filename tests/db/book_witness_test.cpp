// An older book in the place of the one that this machine knows is noticed at the next start.
#include "db/book_witness.h"

#include <gtest/gtest.h>

#include <fstream>

#include "db/backup.h"
#include "db/book_fault.h"
#include "db/head_keeper.h"
#include "db/users.h"
#include "tests/db/bakery_at_work.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;
using Kind = BookFinding::Kind;

// A bakery on one machine, a copy of its book from the evening before, and a backup.
class OneMachine : public testing::Test {
 protected:
  OneMachine() {
    SeededChance chance(1);
    create_book(file_, {.station = "T1"}, small_bakery(), six_o_clock, chance);
    const auto book = BookFile::open(file_, {.station = "T1"});
    const SetClock clock(six_o_clock);
    Users users(*book, SecretPolicy::practice(), clock);
    CHECK(users.add({"Owl", "🦉", Role::manager}, owl(), chance, nullptr).ok());
  }
  static Secret<std::string> owl() { return Secret<std::string>(std::string("sits in a tree")); }

  // A day of the till, as the program would end it.
  void work_a_day(std::uint64_t seed) {
    const auto book = BookFile::open(file_, {.station = "T1"});
    BakeryAtWork bakery(*book, seed);
    bakery.work_a_day(5);
    HeadKeeper(*book, bakery.clock(), folder(*book)).finish();
  }
  std::optional<BookFinding> look() {
    const auto book = BookFile::open(file_, {.station = "T1"});
    return BookWitness(folder(*book)).look(book->reader());
  }
  void acknowledge() {
    const auto book = BookFile::open(file_, {.station = "office"});
    BookWitness(folder(*book)).acknowledge(book->reader());
  }
  DeviceFolder folder(BookFile& book) {
    return DeviceFolder::of_book(folder_.file("device"), book);
  }
  void put_back(const fs::path& copy) {
    fs::copy_file(copy, file_, fs::copy_options::overwrite_existing);
  }

  FreshFolder folder_;
  fs::path file_ = folder_.file("shop.tilia");
  fs::path evening_ = folder_.file("evening");
};

}  // namespace

TEST_F(OneMachine, SaysNothingOfABookThatGoesOn) {
  EXPECT_FALSE(look()) << "a machine that never saw it remembers nothing";
  for (std::uint64_t day = 1; day < 4; ++day) {
    work_a_day(day);
    EXPECT_FALSE(look());
  }
}

TEST_F(OneMachine, NoticesAnOlderCopyUntilSomebodyAcknowledgesIt) {
  work_a_day(1);
  fs::copy_file(file_, evening_);
  work_a_day(2);
  put_back(evening_);
  const auto found = look();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, Kind::older);
  EXPECT_EQ(found->station, "T1");
  EXPECT_GT(found->remembered, found->entries);
  EXPECT_EQ(look(), found) << "and at every start after that";
  work_a_day(3);
  EXPECT_EQ(look(), found) << "work that goes on does not hide it";
  acknowledge();
  EXPECT_FALSE(look());
  work_a_day(4);
  EXPECT_FALSE(look());
}

// The first thing that happens to the older copy is a day's work by a program that did not look.
TEST_F(OneMachine, NoticesAnOlderCopyThatWorkHasGoneOnIn) {
  work_a_day(1);
  fs::copy_file(file_, evening_);
  work_a_day(2);
  put_back(evening_);
  work_a_day(3);
  work_a_day(4);
  const auto found = look();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, Kind::differs);
}

TEST_F(OneMachine, TellsABackupThatWasPutBackOnPurposeFromAnOlderCopy) {
  work_a_day(1);
  {
    const auto book = BookFile::open(file_, {.station = "T1"});
    make_backup(*book, folder_.file("backup"));
  }
  work_a_day(2);
  const Instant later = Instant::parse("2026-03-09T10:00:00Z").value();
  restore_backup(folder_.file("backup"), *backup_key_in(folder_.file("backup"), owl()), file_,
                 false, "cli", later);
  const auto found = look();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, Kind::restored);
  ASSERT_TRUE(found->newest.has_value());
  EXPECT_LT(*found->newest, later) << "its own last entry, not the moment of putting it back";
  EXPECT_GT(*found->newest, six_o_clock);
  acknowledge();
  EXPECT_FALSE(look());
  work_a_day(3);
  EXPECT_FALSE(look());
}

TEST_F(OneMachine, SaysOfARestoredBookOnANewMachineFromWhenItIs) {
  work_a_day(1);
  {
    const auto book = BookFile::open(file_, {.station = "T1"});
    make_backup(*book, folder_.file("backup"));
  }
  fs::remove_all(folder_.file("device"));
  fs::remove(file_);
  restore_backup(folder_.file("backup"), *backup_key_in(folder_.file("backup"), owl()), file_,
                 false, "cli", Instant::parse("2026-03-09T10:00:00Z").value());
  {
    const auto book = BookFile::open(file_, {.station = "cli"});
    BookWitness(folder(*book)).note_restored(book->reader());
  }
  const auto found = look();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->kind, Kind::restored);
}

// Power may go while a file is written, and people open files.
TEST_F(OneMachine, TakesAMemoryThatCannotBeReadForNone) {
  work_a_day(1);
  fs::path folder;
  {
    const auto book = BookFile::open(file_, {.station = "T1"});
    folder = this->folder(*book).path();
  }
  for (const char* text : {"", "{", "[]", "null", "{\"station\":3}",
                           "{\"station\":\"T1\",\"epoch\":1,\"size\":-4,\"root\":\"\"}",
                           "{\"station\":\"T1\",\"epoch\":1,\"size\":\"x\",\"root\":\"\"}"}) {
    std::ofstream(folder / "seen-T1") << text;
    std::ofstream(folder / "finding") << text;
    EXPECT_FALSE(look()) << text;
  }
}

TEST(DeviceFolder, IsOfOneBookAndPracticeBooksOfOneSeedAreToldApart) {
  const FreshFolder folder;
  const auto made = [&](const char* name, bool practice, std::uint64_t seed) {
    SeededChance chance(seed);
    pos::Organisation organisation = small_bakery();
    organisation.practice = practice;
    const auto book =
        create_book(folder.file(name), {.station = "T1"}, organisation, six_o_clock, chance);
    return DeviceFolder::of_book(folder.file("device"), *book).path();
  };
  EXPECT_NE(made("a", true, 1), made("b", true, 1));
  EXPECT_NE(made("c", false, 1), made("d", false, 2));
  const auto moved = made("e", false, 3);
  EXPECT_EQ(made("f", false, 3), moved) << "a real book stays known wherever it stands";
}

TEST(DeviceFolder, KeepsFilesWholeAndForgetsThem) {
  const FreshFolder base;
  const DeviceFolder folder(base.file("device") / "book");
  EXPECT_FALSE(folder.read("one"));
  EXPECT_TRUE(folder.names("").empty());
  folder.write("seen-T1", Bytes{1, 2, 3});
  folder.write("seen-T1", Bytes{4});
  folder.write("seen-till by ../the door", Bytes{5});
  folder.write("other", Bytes{});
  EXPECT_EQ(folder.read("seen-T1"), Bytes{4});
  EXPECT_EQ(folder.read("other"), Bytes{});
  EXPECT_EQ(folder.read("seen-till by ../the door"), Bytes{5});
  ASSERT_EQ(folder.names("seen-").size(), 2U);
  for (const std::string& name : folder.names("seen-")) EXPECT_TRUE(folder.read(name)) << name;
  folder.forget("seen-T1");
  EXPECT_FALSE(folder.read("seen-T1"));
  folder.forget_everything();
  EXPECT_FALSE(fs::exists(folder.path()));
}

TEST(DeviceFolder, SaysThatItCannotBeWritten) {
  const FreshFolder base;
  std::ofstream(base.file("taken")) << "a file, no folder";
  try {
    DeviceFolder(base.file("taken") / "book").write("one", Bytes{1});
    ADD_FAILURE();
  } catch (const BookFault& fault) {
    EXPECT_EQ(fault.why(), BookFault::Why::read_only);
  }
}

}  // namespace tilia::db
