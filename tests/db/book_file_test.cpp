// Opening, refusing, locking, committing: the rules of the one file.
#include "db/book_file.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "db/book_fault.h"
#include "db/journal.h"
#include "db/migrations.h"
#include "db/station_lock.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

const Instant noon = Instant::from_unix_milliseconds(1'772'000'000'000);

NewEntry note(const std::string& payload) {
  return {.kind = "test.noted", .at = noon, .payload = payload};
}

void nothing_more(WriteTransaction&) {}

std::string pragma(Connection& connection, const std::string& name) {
  Query asked = connection.query("PRAGMA " + name);
  return asked.next() ? asked.text(0) : "";
}

// The code of the fault, or "none".
template <class Act>
std::string fault_of(const Act& act) {
  try {
    act();
  } catch (const BookFault& fault) {
    return std::string(book_fault_code(fault.why()));
  }
  return "none";
}

std::string fault_of_opening(const std::filesystem::path& file) {
  return fault_of([&] { BookFile::open(file, {.station = "T1"}); });
}

void make_empty_file(const std::filesystem::path& file) { const std::ofstream made(file); }

void make_sqlite_file(const std::filesystem::path& file, const std::string& sql) {
  sqlite3* made = nullptr;
  ASSERT_EQ(sqlite3_open(file.c_str(), &made), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(made, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
  sqlite3_close(made);
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// Runs `act` in a process of its own; its answer is that process's exit status.
template <class Act>
int in_another_process(const Act& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    int status = 99;
    try {
      status = act();
    } catch (const std::exception&) {
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST(BookFile, IsOpenedAsATillMustOpenIt) {
  const FreshFolder folder;
  const auto book = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  for (Connection* connection : {&book->writer(), &book->reader()}) {
    EXPECT_EQ(pragma(*connection, "journal_mode"), "wal");
    EXPECT_EQ(connection->number("PRAGMA synchronous"), 2);
    EXPECT_EQ(connection->number("PRAGMA foreign_keys"), 1);
    EXPECT_EQ(connection->number("PRAGMA secure_delete"), 1);
    EXPECT_EQ(connection->number("PRAGMA temp_store"), 2);
    EXPECT_EQ(connection->number("PRAGMA trusted_schema"), 0);
    EXPECT_EQ(connection->number("PRAGMA cell_size_check"), 1);
    EXPECT_EQ(connection->number("PRAGMA wal_autocheckpoint"), 0);
    int defensive = 0;
    sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
    EXPECT_EQ(defensive, 1);
  }
  EXPECT_EQ(book->writer().number("PRAGMA application_id"), book_application_id);
  EXPECT_EQ(book->reader().number("PRAGMA query_only"), 1);
}

TEST(BookFile, EveryTableIsStrict) {
  const auto book = BookFile::in_memory({.station = "T1"}, nothing_more);
  Query loose = book->reader().query(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0"
      " AND name NOT LIKE 'sqlite_%'");
  while (loose.next()) ADD_FAILURE() << loose.text(0) << " is not STRICT";
}

TEST(BookFile, KeepsWhatWasCommittedAndNothingElse) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  {
    const auto book = BookFile::create(file, {.station = "T1"}, nothing_more);
    WriteTransaction kept(*book);
    EXPECT_EQ(append_to_journal(kept, note("{}")).seq, 2);  // after the one that begins the station
    kept.commit();
    WriteTransaction dropped(*book);
    append_to_journal(dropped, note("{}"));
  }
  const auto book = BookFile::open(file, {.station = "T1"});
  EXPECT_EQ(book->reader().number("SELECT count(*) FROM journal"), 2);
  EXPECT_FALSE(verify_journal(book->reader()).first_break);
}

TEST(BookFile, IsOneFileWhenTheLastProgramHasClosedIt) {
  const FreshFolder folder;
  {
    const auto first = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
    const auto second = BookFile::open(folder.file("shop.tilia"), {.station = "office"});
    EXPECT_EQ(second->reader().number("SELECT count(*) FROM journal"), 0);
  }
  EXPECT_EQ(names_in(folder.path()), (std::vector<std::string>{"shop.tilia", "shop.tilia-lock"}));
}

TEST(BookFile, RefusesWhatIsNoBookAndLeavesItAsItWas) {
  const FreshFolder folder;
  EXPECT_EQ(fault_of_opening(folder.file("none.tilia")), "no_such_book");
  EXPECT_EQ(fault_of_opening(folder.path() / "no folder" / "none.tilia"), "no_such_book");

  std::ofstream(folder.file("letter.tilia")) << std::string(5000, 'x');
  EXPECT_EQ(fault_of_opening(folder.file("letter.tilia")), "not_a_book");
  make_empty_file(folder.file("empty.tilia"));
  EXPECT_EQ(fault_of_opening(folder.file("empty.tilia")), "not_a_book");
  make_sqlite_file(folder.file("other.tilia"), "CREATE TABLE t (a)");
  EXPECT_EQ(fault_of_opening(folder.file("other.tilia")), "not_a_book");
  make_sqlite_file(folder.file("newer.tilia"),
                   "PRAGMA application_id = 1414089801; PRAGMA user_version = 999999;");
  EXPECT_EQ(fault_of_opening(folder.file("newer.tilia")), "newer_version");

  const std::vector<std::string> as_before{"empty.tilia", "letter.tilia", "newer.tilia",
                                           "other.tilia"};
  EXPECT_EQ(names_in(folder.path()), as_before);
}

TEST(BookFile, ANewBookNeverReplacesAFile) {
  const FreshFolder folder;
  const auto create = [](const std::filesystem::path& file) {
    return fault_of([&] { BookFile::create(file, {.station = "T1"}, nothing_more); });
  };
  std::ofstream(folder.file("letter.tilia")) << std::string(5000, 'x');
  EXPECT_EQ(create(folder.file("letter.tilia")), "already_exists");
  EXPECT_EQ(std::filesystem::file_size(folder.file("letter.tilia")), 5000U);
  make_sqlite_file(folder.file("other.tilia"), "CREATE TABLE t (a)");
  EXPECT_EQ(create(folder.file("other.tilia")), "already_exists");
  EXPECT_EQ(create(folder.file("shop.tilia")), "none");
  EXPECT_EQ(create(folder.file("shop.tilia")), "already_exists");
  make_empty_file(folder.file("remains.tilia"));  // of a creation that a power cut ended
  EXPECT_EQ(create(folder.file("remains.tilia")), "none");
}

TEST(BookFile, ACreationThatFailsLeavesNoBook) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  EXPECT_THROW(BookFile::create(file, {.station = "T1"},
                                [](WriteTransaction&) { throw std::runtime_error("cut off"); }),
               std::runtime_error);
  EXPECT_EQ(fault_of_opening(file), "not_a_book");
  EXPECT_NO_THROW(BookFile::create(file, {.station = "T1"}, nothing_more));
  EXPECT_NO_THROW(BookFile::open(file, {.station = "T1"}));
}

TEST(BookFile, RefusesANetworkFolder) {
  const FreshFolder folder;
  BookOptions options{.station = "T1"};
  options.network_file_system = [](const std::filesystem::path&) { return "nfs"; };
  EXPECT_EQ(fault_of([&] { BookFile::create(folder.file("a.tilia"), options, nothing_more); }),
            "network_folder");
  EXPECT_TRUE(names_in(folder.path()).empty());
  BookFile::create(folder.file("b.tilia"), {.station = "T1"}, nothing_more);
  EXPECT_EQ(fault_of([&] { BookFile::open(folder.file("b.tilia"), options); }), "network_folder");
}

TEST(BookFile, KnowsANetworkFromADiskByTheKernelsNumber) {
  EXPECT_EQ(network_name(0xEF53, ""), "");  // ext4
  EXPECT_EQ(network_name(0x6969, ""), "nfs");
  EXPECT_EQ(network_name(0xFF534D42, ""), "cifs");
  EXPECT_EQ(network_name(0xFE534D42, ""), "smb2");
  EXPECT_EQ(network_name(0x01021997, ""), "9p");
  EXPECT_EQ(network_name(0x65735546, "fuse.sshfs"), "fuse.sshfs");
  EXPECT_EQ(network_name(0x65735546, "fuseblk"), "");  // a stick with NTFS or exFAT
  EXPECT_EQ(network_file_system_of("/proc"), "");
}

TEST(BookFile, RefusesAFolderThatCannotBeWritten) {
  const FreshFolder folder;
  BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  ::chmod(folder.file("shop.tilia").c_str(), 0444);
  ::chmod(folder.path().c_str(), 0555);
  // Whoever runs the tests may be allowed everything: nobody is not.
  const int status = in_another_process([&] {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 98;
    const bool opening = fault_of_opening(folder.file("shop.tilia")) == "read_only";
    const bool creating =
        fault_of([&] {
          BookFile::create(folder.file("new.tilia"), {.station = "T1"}, nothing_more);
        }) == "read_only";
    return opening && creating ? 0 : 1;
  });
  ::chmod(folder.path().c_str(), 0755);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(names_in(folder.path()), (std::vector<std::string>{"shop.tilia", "shop.tilia-lock"}));
}

TEST(BookFile, TheReaderCannotWrite) {
  const FreshFolder folder;
  const auto book = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  EXPECT_EQ(fault_of([&] { book->reader().run("DELETE FROM setting"); }), "read_only");
}

TEST(BookFile, SaysThatTheDiskIsFullAndGoesOnWhenItIsNot) {
  const FreshFolder folder;
  const auto book = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  const std::string pages = std::to_string(book->writer().number("PRAGMA page_count") + 2);
  book->writer().script("PRAGMA max_page_count = " + pages);
  const auto write = [&] {
    WriteTransaction change(*book);
    append_to_journal(change, note(std::string(100'000, '7')));
    change.commit();
  };
  EXPECT_EQ(fault_of(write), "disk_full");
  EXPECT_EQ(book->reader().number("SELECT count(*) FROM journal"), 0);
  book->writer().script("PRAGMA max_page_count = 1000000");
  EXPECT_EQ(fault_of(write), "none");
  EXPECT_FALSE(verify_journal(book->reader()).first_break);
}

TEST(BookFile, AWriterWaitsForTheOneBeforeItAndIsToldWhenThatDoesNotEnd) {
  const FreshFolder folder;
  const auto till = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  const auto office = BookFile::open(folder.file("shop.tilia"), {.station = "office"});
  WriteTransaction change(*till);
  LockFile locks(folder.file("shop.tilia-lock"));
  EXPECT_FALSE(locks.lock_within(LockPlace::write, LockMode::alone, 5));
  EXPECT_TRUE(locks.lock_within(LockPlace::turnstile, LockMode::alone, 5));
  locks.unlock(LockPlace::turnstile);
  EXPECT_EQ(office->reader().number("SELECT count(*) FROM journal"), 0);  // reading needs no lock
  change.commit();
  EXPECT_TRUE(locks.lock_within(LockPlace::write, LockMode::alone, 5));
}

TEST(BookFile, TransactionsAreNotPutIntoEachOther) {
  const auto book = BookFile::in_memory({.station = "T1"}, nothing_more);
  WriteTransaction outer(*book);
  EXPECT_THROW(WriteTransaction inner(*book), OurMistake);
}

TEST(BookFile, MovesTheLogOnlyWhenNoReaderNeedsIt) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  const auto book = BookFile::create(file, {.station = "T1"}, nothing_more);
  const auto write = [&](std::size_t size) {
    WriteTransaction change(*book);
    append_to_journal(change, note(std::string(size, '7')));
    change.commit();
  };
  write(10);
  {
    Query reading = book->reader().query("SELECT position FROM journal");
    ASSERT_TRUE(reading.next());
    write(10);
    EXPECT_FALSE(book->checkpoint());
  }
  EXPECT_TRUE(book->checkpoint());
  EXPECT_EQ(std::filesystem::file_size(file.string() + "-wal"), 0U);

  write(1'000'000);
  book->tend_log();
  EXPECT_GT(book->log_bytes(), 1'000'000);  // not worth it yet
  write(5'000'000);
  book->tend_log();
  EXPECT_EQ(book->log_bytes(), 0);
  const auto kept = std::filesystem::file_size(file.string() + "-wal");
  EXPECT_GT(kept, 5'000'000U);
  write(1'000'000);
  EXPECT_EQ(std::filesystem::file_size(file.string() + "-wal"), kept);  // written over
  write(40'000'000);
  EXPECT_EQ(book->log_bytes(), 0);  // a program that is never idle
}

TEST(StationLock, ASecondProgramForTheSameTillIsToldAtOnce) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  const auto try_till = [&](const std::string& till) {
    return in_another_process([&] {
      const std::string fault = fault_of([&] { StationLock lock(file, till); });
      return fault == "till_busy" ? 1 : fault == "none" ? 0 : 2;
    });
  };
  {
    const StationLock mine(file, "T1");
    EXPECT_EQ(try_till("T1"), 1);
    EXPECT_EQ(try_till("T2"), 0);
    std::ifstream text(file.string() + "-T1-lock");
    std::string word;
    text >> word;
    EXPECT_EQ(word, "pid");
  }
  EXPECT_EQ(try_till("T1"), 0);
}

TEST(BookFault, HasASentenceForEveryReason) {
  const BookFault fault(BookFault::Why::till_busy, "pid 7");
  EXPECT_EQ(fault.sentence(), Phrase("book.fault.till_busy"));
  EXPECT_STREQ(fault.what(), "till_busy: pid 7");
}

}  // namespace tilia::db
