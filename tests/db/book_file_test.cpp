#include "db/book_file.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/journal.h"
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

}  // namespace

TEST(BookFile, IsOpenedAsATillMustOpenIt) {
  const FreshFolder folder;
  const auto book = BookFile::create(folder.file("shop.tilia"), {.station = "T1"}, nothing_more);
  Connection& writer = book->writer();
  EXPECT_EQ(pragma(writer, "journal_mode"), "wal");
  EXPECT_EQ(writer.number("PRAGMA synchronous"), 2);
  EXPECT_EQ(writer.number("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(writer.number("PRAGMA secure_delete"), 1);
  EXPECT_EQ(writer.number("PRAGMA temp_store"), 2);
  EXPECT_EQ(writer.number("PRAGMA trusted_schema"), 0);
  EXPECT_EQ(writer.number("PRAGMA cell_size_check"), 1);
  EXPECT_EQ(writer.number("PRAGMA application_id"), book_application_id);
  EXPECT_EQ(book->reader().number("PRAGMA query_only"), 1);
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
  EXPECT_FALSE(std::filesystem::exists(file.string() + "-before-0"));
}

}  // namespace tilia::db
