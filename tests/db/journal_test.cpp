// The chain: gap-free, append-only, and any change of it is found and named.
#include "db/journal.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

const Instant noon = Instant::from_unix_milliseconds(1'772'000'000'000);

JournalEntry add(BookFile& book, const std::string& payload) {
  WriteTransaction change(book);
  JournalEntry entry =
      append_to_journal(change, {.kind = "test.noted", .at = noon, .payload = payload});
  change.commit();
  return entry;
}

void no_entries(WriteTransaction&) {}

// Somebody with the file and a tool: triggers taken down, one row changed.
void tamper(BookFile& book, const std::string& sql) {
  WriteTransaction change(book);
  change.connection().script("DROP TRIGGER IF EXISTS journal_is_not_changed");
  change.connection().script("DROP TRIGGER IF EXISTS journal_is_not_deleted");
  change.connection().script(sql);
  change.commit();
}

std::string first_break(BookFile& book) {
  const auto found = verify_journal(book.reader()).first_break;
  if (!found) return "none";
  const char* why = found->why == JournalCheck::Break::Why::gap    ? "gap"
                    : found->why == JournalCheck::Break::Why::link ? "link"
                                                                   : "content";
  return std::string(why) + " " + found->station + "-" + std::to_string(found->epoch) + "-" +
         std::to_string(found->seq);
}

std::unique_ptr<BookFile> book_of_five() {
  auto book = BookFile::in_memory({.station = "T1"}, no_entries);
  for (int entry = 0; entry < 5; ++entry) add(*book, "{\"n\":1}");
  return book;
}

}  // namespace

TEST(Journal, NumbersEachStationWithoutAGap) {
  const FreshFolder folder;
  const auto till = BookFile::create(folder.file("a.tilia"), {.station = "T1"}, no_entries);
  const auto office = BookFile::open(folder.file("a.tilia"), {.station = "office"});
  EXPECT_EQ(add(*till, "{}").seq, 2);  // 1 begins the station
  EXPECT_EQ(add(*office, "{}").seq, 2);
  EXPECT_EQ(add(*till, "{}").seq, 3);
  {
    WriteTransaction undone(*till);
    EXPECT_EQ(append_to_journal(undone, {.kind = "x", .at = noon, .payload = "{}"}).seq, 4);
  }
  EXPECT_EQ(add(*till, "{}").seq, 4);
  const JournalCheck check = verify_journal(till->reader());
  EXPECT_FALSE(check.first_break);
  EXPECT_EQ(check.entries, 6);
  EXPECT_EQ(check.heads, chain_heads(till->reader()));
  ASSERT_EQ(check.heads.size(), 2U);
  EXPECT_EQ(check.heads[0].station, "T1");
  EXPECT_EQ(check.heads[0].seq, 4);
  EXPECT_EQ(check.heads[1].station, "office");
}

TEST(Journal, ItsSchemaRefusesToChangeOrDelete) {
  const auto book = book_of_five();
  for (const char* sql : {"UPDATE journal SET payload = '{}'", "DELETE FROM journal",
                          "UPDATE journal SET hash = zeroblob(32) WHERE seq = 1",
                          "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2"}) {
    try {
      WriteTransaction change(*book);
      change.connection().script(sql);
      change.commit();
      ADD_FAILURE() << sql;
    } catch (const BookFault& fault) {
      EXPECT_EQ(fault.why(), BookFault::Why::rule_broken) << sql;
    }
  }
  EXPECT_EQ(first_break(*book), "none");
}

TEST(Journal, NamesTheFirstEntryThatDoesNotHold) {
  const struct {
    const char* sql;
    const char* found;
  } rows[] = {
      {"UPDATE journal SET payload = '{\"n\":2}' WHERE seq = 3", "content T1-1-3"},
      {"UPDATE journal SET instant = instant + 1 WHERE seq = 2", "content T1-1-2"},
      {"UPDATE journal SET kind = 'test.noticed' WHERE seq = 6", "content T1-1-6"},
      {"UPDATE journal SET business_day = '2026-03-01' WHERE seq = 4", "content T1-1-4"},
      {"UPDATE journal SET actor = zeroblob(16) WHERE seq = 4", "content T1-1-4"},
      {"UPDATE journal SET version = 2 WHERE seq = 1", "content T1-1-1"},
      {"UPDATE journal SET prev_hash = zeroblob(32) WHERE seq = 5", "link T1-1-5"},
      {"UPDATE journal SET hash = zeroblob(32) WHERE seq = 5", "content T1-1-5"},
      {"DELETE FROM journal WHERE seq = 3", "gap T1-1-4"},
      {"DELETE FROM journal WHERE seq = 1", "gap T1-1-2"},
      {"UPDATE journal SET epoch = 2 WHERE seq = 6", "gap T1-2-6"},
      {"UPDATE journal SET station = 'T2' WHERE seq = 6", "gap T2-1-6"},
  };
  for (const auto& row : rows) {
    const auto book = book_of_five();
    EXPECT_EQ(first_break(*book), "none");
    tamper(*book, row.sql);
    EXPECT_EQ(first_break(*book), row.found) << row.sql;
  }
}

// A disk or a hand that turns one bit: whichever it is, the break is found.
TEST(Journal, EveryFlippedBitOfAnEntryIsNoticedAndNamed) {
  const auto book = BookFile::in_memory({.station = "T1"}, [](WriteTransaction& change) {
    for (int entry = 0; entry < 4; ++entry) {
      append_to_journal(change, {.kind = "test.noted",
                                 .at = noon,
                                 .business_day = BusinessDay(Day::parse("2026-02-25").value()),
                                 .actor = IdBytes{7},
                                 .payload = "{\"n\":1}"});
    }
  });
  const auto set = [&](const std::string& column, const std::string& to) {
    tamper(*book, "PRAGMA ignore_check_constraints = ON; UPDATE OR IGNORE journal SET " + column +
                      " = " + to + " WHERE position = 3");
  };
  for (const char* column :
       {"station", "kind", "business_day", "payload", "actor", "prev_hash", "hash"}) {
    Bytes bytes;
    std::string type;
    {
      Query row = book->reader().query(std::string("SELECT typeof(") + column + "), CAST(" +
                                       column + " AS BLOB) FROM journal WHERE position = 3");
      ASSERT_TRUE(row.next());
      type = row.text(0);
      bytes = row.bytes(1);
    }
    const auto as_sql = [&](const Bytes& value) {
      return "CAST(x'" + hex_text(value) + "' AS " + type + ")";
    };
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      Bytes flipped = bytes;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
      set(column, as_sql(flipped));
      EXPECT_NE(first_break(*book), "none") << column << " bit " << bit;
      set(column, as_sql(bytes));
      ASSERT_EQ(first_break(*book), "none");
    }
  }
  for (const std::string column : {"version", "instant", "epoch", "seq"}) {
    const std::int64_t value =
        book->reader().number("SELECT " + column + " FROM journal WHERE position = 3");
    for (int bit = 0; bit < 62; ++bit) {
      const std::int64_t flipped = value ^ (std::int64_t{1} << bit);
      set(column, std::to_string(flipped));
      // The schema does not take a number twice.
      if (book->reader().number("SELECT " + column + " FROM journal WHERE position = 3") == value)
        continue;
      EXPECT_NE(first_break(*book), "none") << column << " bit " << bit;
      set(column, std::to_string(value));
      ASSERT_EQ(first_break(*book), "none");
    }
  }
}

TEST(Journal, FieldsCannotBorrowFromEachOther) {
  const auto hash = [](const std::string& kind, const std::string& payload) {
    return hash_of({.position = 0,
                    .station = "T1",
                    .epoch = 1,
                    .seq = 1,
                    .content = {.kind = kind, .at = noon, .payload = payload},
                    .prev_hash = {},
                    .hash = {}});
  };
  EXPECT_NE(hash("ab", "c"), hash("a", "bc"));
  JournalEntry entry{.position = 0,
                     .station = "T1",
                     .epoch = 1,
                     .seq = 1,
                     .content = {.kind = "a", .at = noon, .payload = "{}"},
                     .prev_hash = {},
                     .hash = {}};
  const Hash without = hash_of(entry);
  entry.content.actor = IdBytes{};
  EXPECT_NE(hash_of(entry), without);
}

// The format of the hash is a contract with every book and every printed head: this value never
// changes.
TEST(Journal, TheHashOfAnEntryIsForEver) {
  const JournalEntry entry{
      .position = 9,
      .station = "T1",
      .epoch = 1,
      .seq = 7,
      .content = {.kind = "sale.entered",
                  .version = 1,
                  .at = noon,
                  .business_day = BusinessDay(Day::parse("2026-02-25").value()),
                  .actor = {},
                  .payload = "{\"total\":120}"},
      .prev_hash = {},
      .hash = {}};
  EXPECT_EQ(hex_text(hash_of(entry)),
            "5e804abf6dd6ead3f3d69f23775c41565ae995e69adfecb2f89a981260365e0f");
}

TEST(Journal, ARestoredBookGoesOnInAHigherEpochOnTheSameChain) {
  const auto book = book_of_five();
  {
    WriteTransaction change(*book);
    raise_epoch(change, noon, 4);
    change.commit();
  }
  EXPECT_EQ(add(*book, "{}").epoch, 4);
  EXPECT_EQ(add(*book, "{}").seq, 3);
  EXPECT_EQ(first_break(*book), "none");
  tamper(*book, "UPDATE journal SET payload = '{\"n\":3}' WHERE epoch = 1 AND seq = 6");
  EXPECT_EQ(first_break(*book), "content T1-1-6");
}

TEST(Journal, AWalkCanBeStopped) {
  const auto book = BookFile::in_memory({.station = "T1"}, [](WriteTransaction& change) {
    for (int entry = 0; entry < 5000; ++entry) {
      append_to_journal(change, {.kind = "test.noted", .at = noon, .payload = "{}"});
    }
  });
  const JournalCheck check = verify_journal(book->reader(), [](std::int64_t) { return false; });
  EXPECT_EQ(check.entries, 4096);
  EXPECT_FALSE(check.first_break);
}

}  // namespace tilia::db
