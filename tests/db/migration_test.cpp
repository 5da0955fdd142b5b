// From each schema to the next: nothing is lost, nobody is surprised, and what was shipped is never
// changed.
#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>
#include <map>

#include "db/book_fault.h"
#include "db/migrations.h"
#include "db/rebuild.h"
#include "db/till_rows.h"
#include "tests/db/all_rows.h"
#include "tests/db/bakery_at_work.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

constexpr std::int64_t first_till_schema = 20;

std::string sha256_of(std::string_view text) {
  Hash hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return hex_text(hash);
}

std::vector<std::string> tables_of(Connection& connection) {
  std::vector<std::string> names;
  Query each = connection.query(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      " ORDER BY name");
  while (each.next()) names.push_back(each.text(0));
  return names;
}

void some_entries(WriteTransaction& change) {
  for (int entry = 0; entry < 3; ++entry) {
    append_to_journal(change, {.kind = "test.noted", .at = six_o_clock, .payload = "{}"});
  }
  change.connection().run("INSERT INTO setting (name, value) VALUES ('tiles', 'large')");
}

// Rows as this program writes them, into the tables and columns that an older schema has: so its
// program left them.
void copy_into(BookFile& old, BookFile& fresh) {
  const std::vector<std::string> tables = tables_of(old.writer());
  WriteTransaction change(old);
  Connection& connection = change.connection();
  connection.script("PRAGMA defer_foreign_keys = ON");
  TriggersAside aside(connection, tables);
  for (const std::string& table : tables) {
    connection.script("DELETE FROM " + table);
    for (const std::string& row : all_rows(fresh.reader(), table, columns_of(connection, table))) {
      connection.script("INSERT INTO " + table + " VALUES (" + row.substr(table.size() + 2) + ")");
    }
  }
  aside.put_back();
  change.commit();
}

// A book as the program of that schema left it, closed or with its drawer open.
void make_book_of(std::int64_t schema, const std::filesystem::path& file, bool drawer_open) {
  const BookOptions options{.station = "T1", .schema_version = schema};
  if (schema < first_till_schema) {
    BookFile::create(file, options, some_entries);
    return;
  }
  SeededChance chance(5);
  const auto fresh = book_in_memory({.station = "T1"}, small_bakery(), six_o_clock, chance);
  BakeryAtWork bakery(*fresh);
  bakery.work_a_day(5);
  if (drawer_open) bakery.open();
  copy_into(*BookFile::create(file, options, [](WriteTransaction&) {}), *fresh);
}

std::string fault_of_opening(const std::filesystem::path& file) {
  try {
    BookFile::open(file, {.station = "T1"});
  } catch (const BookFault& fault) {
    return std::string(book_fault_code(fault.why()));
  }
  return "none";
}

std::int64_t one_before_newest() {
  const auto& all = all_migrations();
  return all[all.size() - 2].number;
}

}  // namespace

TEST(Migrations, AreNumberedInTensAndInOrder) {
  std::int64_t before = 0;
  for (const Migration& migration : all_migrations()) {
    EXPECT_EQ(migration.number % 10, 0) << migration.name;
    EXPECT_GT(migration.number, before) << migration.name;
    before = migration.number;
  }
}

TEST(Migrations, WhatWasShippedIsNeverChanged) {
  std::ifstream list(std::string(TILIA_SOURCE) + "/tests/db/migrations.sha256");
  std::map<std::string, std::string, std::less<>> shipped;
  for (std::string hash, name; list >> hash >> name;) shipped[name] = hash;
  for (const Migration& migration : all_migrations()) {
    const auto found = shipped.find(migration.name);
    ASSERT_NE(found, shipped.end())
        << migration.name
        << " is new: add its line to tests/db/migrations.sha256: " << sha256_of(migration.sql);
    EXPECT_EQ(sha256_of(migration.sql), found->second)
        << migration.name << " was shipped: put the change into a migration of its own";
  }
  EXPECT_EQ(shipped.size(), all_migrations().size()) << "a shipped migration is gone";
}

TEST(Migrations, EachSchemaComesUpToTheNewestWithEveryRow) {
  for (const Migration& migration : all_migrations()) {
    if (migration.number == newest_schema()) break;
    SCOPED_TRACE(std::string(migration.name));
    const FreshFolder folder;
    const auto file = folder.file("shop.tilia");
    make_book_of(migration.number, file, false);
    std::map<std::string, std::vector<std::string>> tables;  // and their columns
    const auto rows_of = [&tables](Connection& connection) {
      std::vector<std::string> rows;
      for (const auto& [table, columns] : tables)
        for (std::string& row : all_rows(connection, table, columns))
          rows.push_back(std::move(row));
      return rows;
    };
    std::vector<std::string> before;
    {
      const auto old = BookFile::open(file, {.station = "T1", .schema_version = migration.number});
      ASSERT_EQ(schema_of(old->reader()), migration.number);
      for (const std::string& table : tables_of(old->reader()))
        tables[table] = columns_of(old->reader(), table);
      before = rows_of(old->reader());
    }
    const auto book = BookFile::open(file, {.station = "T1"});
    EXPECT_EQ(schema_of(book->reader()), newest_schema());
    EXPECT_EQ(rows_of(book->reader()), before);
    EXPECT_EQ(book->writer().number("PRAGMA foreign_keys"), 1);
    EXPECT_FALSE(verify_journal(book->reader()).first_break);
    // The copy that was made first is a plain book: it does not stay.
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      EXPECT_EQ(entry.path().string().find("-before-"), std::string::npos) << entry.path();
    }
    if (migration.number >= first_till_schema) {
      const auto migrated = all_rows(book->reader(), till_projection().tables);
      rebuild_projections(*book, {till_projection()});
      EXPECT_EQ(rows_of(book->reader()), before);
      EXPECT_EQ(all_rows(book->reader(), till_projection().tables), migrated);
    }
  }
}

TEST(Migrations, ANewBookHasTheSchemaThatAnOldOneComesTo) {
  const auto schema = [](Connection& connection) {
    std::vector<std::string> texts;
    Query each = connection.query(
        "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
    while (each.next()) texts.push_back(each.text(0));
    return texts;
  };
  const FreshFolder folder;
  make_book_of(all_migrations().front().number, folder.file("old.tilia"), false);
  const auto old = BookFile::open(folder.file("old.tilia"), {.station = "T1"});
  const auto fresh = BookFile::in_memory({.station = "T1"}, [](WriteTransaction&) {});
  EXPECT_EQ(schema(old->reader()), schema(fresh->reader()));
}

TEST(Migrations, WaitUntilEveryOtherProgramHasClosedTheBook) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  make_book_of(one_before_newest(), file, false);
  {
    const auto other =
        BookFile::open(file, {.station = "office", .schema_version = one_before_newest()});
    EXPECT_EQ(fault_of_opening(file), "other_programs_open");
    EXPECT_EQ(schema_of(other->reader()), one_before_newest());
  }
  EXPECT_EQ(fault_of_opening(file), "none");
}

TEST(Migrations, WaitUntilTheDrawerIsClosed) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  make_book_of(one_before_newest(), file, true);
  EXPECT_EQ(fault_of_opening(file), "drawer_open");
  {
    const auto old = BookFile::open(file, {.station = "T1", .schema_version = one_before_newest()});
    EXPECT_EQ(schema_of(old->reader()), one_before_newest());
    WriteTransaction change(*old);  // as the older program closed it
    change.connection().script(
        "UPDATE drawer_session SET closed_at = opened_at, expected = 0, counted = 0,"
        " sheet = number, head = zeroblob(32) WHERE closed_at IS NULL");
    change.commit();
  }
  EXPECT_EQ(fault_of_opening(file), "none");
}

}  // namespace tilia::db
