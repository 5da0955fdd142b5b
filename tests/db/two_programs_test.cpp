// The till and the office on one book at once: every committed transaction of both is there, in
// order, whatever checkpoints come between. (SQLite up to 3.51.2 loses some without the write
// lock.)
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "db/book_file.h"
#include "db/journal.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

const Instant noon = Instant::from_unix_milliseconds(1'772'000'000'000);

// In memory, so that the two meet as often as can be: what is tested is who writes when, not the
// disk.
std::filesystem::path fast_disk() {
  const std::filesystem::path shared_memory = "/dev/shm";
  return std::filesystem::is_directory(shared_memory) ? shared_memory
                                                      : std::filesystem::temp_directory_path();
}

// 20,000 each by its own name (TILIA_FULL=1), 2,000 in the everyday suite.
int transactions() { return std::getenv("TILIA_FULL") == nullptr ? 2'000 : 20'000; }

void write_many(const std::filesystem::path& file, const std::string& station, int count) {
  const auto book = BookFile::open(file, {.station = station});
  for (int written = 0; written < count; ++written) {
    WriteTransaction change(*book);
    append_to_journal(change, {.kind = "test.noted", .at = noon, .payload = "{}"});
    change.connection().run(
        "INSERT INTO setting (name, value) VALUES (?, '1')"
        " ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)",
        station);
    change.commit();
    if (written % 97 == 0) book->checkpoint();
  }
}

pid_t in_a_program_of_its_own(const std::filesystem::path& file, const std::string& station,
                              int count) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  int status = 1;
  try {
    write_many(file, station, count);
    status = 0;
  } catch (const std::exception&) {
  }
  ::_exit(status);
}

}  // namespace

TEST(TwoPrograms, LoseNothingThatEitherCommitted) {
  const FreshFolder folder(fast_disk());
  const auto file = folder.file("shop.tilia");
  BookFile::create(file, {.station = "office"}, [](WriteTransaction&) {});
  const int count = transactions();
  const pid_t till = in_a_program_of_its_own(file, "T1", count);
  const pid_t office = in_a_program_of_its_own(file, "office", count);
  for (const pid_t child : {till, office}) {
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
  const auto book = BookFile::open(file, {.station = "cli"});
  const JournalCheck check = verify_journal(book->reader());
  EXPECT_FALSE(check.first_break);
  EXPECT_EQ(check.entries, 2 * (count + 1));
  for (const char* station : {"T1", "office"}) {
    Query counted = book->reader().query("SELECT value FROM setting WHERE name = ?", station);
    ASSERT_TRUE(counted.next());
    EXPECT_EQ(counted.text(0), std::to_string(count));
  }
  Query pages = book->reader().query("PRAGMA integrity_check");
  ASSERT_TRUE(pages.next());
  EXPECT_EQ(pages.text(0), "ok");
}

}  // namespace tilia::db
