#include "db/gathered_log.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

#include "db/book_fault.h"
#include "tests/db/durability/power_cut_vfs.h"

namespace tilia::db {
namespace {

class Book {
 public:
  explicit Book(const std::string& vfs) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    EXPECT_EQ(sqlite3_open_v2("shop", &book_, flags, vfs.c_str()), SQLITE_OK);
    EXPECT_TRUE(run("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0"));
  }
  ~Book() { sqlite3_close(book_); }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  bool run(const std::string& sql) {
    return sqlite3_exec(book_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  std::string one(const std::string& sql) {
    std::string text;
    const auto keep = [](void* into, int, char** values, char**) {
      *static_cast<std::string*>(into) = values[0];
      return 0;
    };
    EXPECT_EQ(sqlite3_exec(book_, sql.c_str(), keep, &text, nullptr), SQLITE_OK);
    return text;
  }
  sqlite3* handle() { return book_; }

 private:
  sqlite3* book_ = nullptr;
};

// A page a line, and a few of the tree above.
std::string sale_of(int lines) {
  return "BEGIN IMMEDIATE; INSERT INTO line WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1"
         " FROM n LIMIT " +
         std::to_string(lines) + ") SELECT NULL, zeroblob(3000) FROM n; COMMIT;";
}

class GatheredLogTest : public ::testing::Test {
 protected:
  SeededChance chance_{3};
  PowerCutDisk disk_{DiskModel::ext4_like, chance_};
  PowerCutVfs vfs_{"under-gathered-log", disk_};
  GatheredLog log_{vfs_.name()};
};

TEST_F(GatheredLogTest, GivesATransactionOutInOneWrite) {
  Book book(log_.name());
  ASSERT_TRUE(book.run("PRAGMA synchronous=FULL; CREATE TABLE line(id INTEGER PRIMARY KEY, x)"));
  const std::int64_t before = disk_.operations();
  ASSERT_TRUE(book.run(sale_of(20)));
  EXPECT_EQ(disk_.operations() - before, 2) << "one write and one sync";
}

TEST_F(GatheredLogTest, KeepsNothingOfACommitInMemoryEvenWhereNobodySyncs) {
  Book book(log_.name());
  Book other(vfs_.name());  // sees only what the disk has
  ASSERT_TRUE(book.run("PRAGMA synchronous=OFF; CREATE TABLE line(id INTEGER PRIMARY KEY, x)"));
  // Some of them end where the gathered bytes are as many as a write takes.
  int kept = 0;
  for (int lines = 20; lines <= 45; ++lines) {
    ASSERT_TRUE(book.run(sale_of(lines)));
    kept += lines;
    EXPECT_EQ(other.one("SELECT count(*) FROM line WHERE length(x) = 3000"), std::to_string(kept))
        << lines;
  }
  EXPECT_EQ(other.one("PRAGMA integrity_check"), "ok");
}

TEST_F(GatheredLogTest, LeavesWhatATransactionTookBackOutOfTheBook) {
  Book book(log_.name());
  ASSERT_TRUE(book.run("CREATE TABLE line(id INTEGER PRIMARY KEY, x); PRAGMA cache_size=5"));
  const std::string whole = sale_of(40);
  const std::string begun = whole.substr(0, whole.find("COMMIT"));
  ASSERT_TRUE(book.run(begun + "ROLLBACK;"));  // pages that no longer fitted were in the log
  ASSERT_TRUE(book.run(whole));
  ASSERT_TRUE(book.run("PRAGMA wal_checkpoint(TRUNCATE)"));
  EXPECT_EQ(book.one("SELECT count(*) FROM line"), "40");
  EXPECT_EQ(book.one("PRAGMA integrity_check"), "ok");
}

TEST_F(GatheredLogTest, SaysWhenTheDiskDidNotTakeIt) {
  Book book(log_.name());
  ASSERT_TRUE(book.run("PRAGMA synchronous=OFF; CREATE TABLE line(id INTEGER PRIMARY KEY, x)"));
  disk_.cut_at(1);
  EXPECT_FALSE(book.run(sale_of(40)));
  EXPECT_NE(sqlite3_get_autocommit(book.handle()), 0) << "the transaction is over";
}

TEST(GatheredLog, NeedsAFileSystemUnderIt) { EXPECT_THROW(GatheredLog("no-such-vfs"), BookFault); }

}  // namespace
}  // namespace tilia::db
