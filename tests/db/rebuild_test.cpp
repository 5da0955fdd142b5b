// A month of work, thrown away and made again from the journal: every row is the same.
#include "db/rebuild.h"

#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/till_rows.h"
#include "tests/db/all_rows.h"
#include "tests/db/bakery_at_work.h"

namespace tilia::db {
namespace {

std::vector<std::string> triggers(Connection& connection) {
  std::vector<std::string> names;
  Query each =
      connection.query("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
  while (each.next()) names.push_back(each.text(0));
  return names;
}

void tamper(BookFile& book, const char* sql) {
  WriteTransaction change(book);
  change.connection().script(sql);
  change.commit();
}

}  // namespace

TEST(Rebuild, AMonthFromTheJournalGivesTheSameRows) {
  for (const std::uint64_t seed : {3U, 17U, 2026U}) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto file = bakery_in_memory();
    BakeryAtWork bakery(*file, seed);
    for (int day = 0; day < 30; ++day) bakery.work_a_day(10 + static_cast<int>(seed % 7));
    bakery.open();
    const pos::Sale last = bakery.sell();
    bakery.book.note_fiscal_number(last.id, "no paper in the device", true, six_o_clock);

    const Projection projection = till_projection();
    const auto before = all_rows(file->writer(), projection.tables);
    const auto guards = triggers(file->writer());
    ASSERT_GT(before.size(), 1000U);
    ASSERT_GT(file->reader().number("SELECT count(*) FROM sale WHERE refund_of IS NOT NULL"), 5);
    ASSERT_GT(file->reader().number("SELECT count(*) FROM cash_move"), 5);

    rebuild_projections(*file, {projection});
    EXPECT_EQ(all_rows(file->writer(), projection.tables), before);
    EXPECT_EQ(triggers(file->writer()), guards);
    EXPECT_FALSE(verify_journal(file->reader()).first_break);
  }
}

TEST(Rebuild, BagsThatWaitAndThatWereCountedComeAgain) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.work_a_day(5);
  for (const char* bag : {"one", "two", "three"}) {
    bakery.open();
    bakery.sell();
    ASSERT_TRUE(bakery.drawer().bag("T1", bag));
  }
  bakery.work_a_day(5);
  ASSERT_TRUE(bakery.drawer().close_bag("T1", "two", {{dinars(100), 50}}));
  const Projection projection = till_projection();
  const auto before = all_rows(file->writer(), projection.tables);
  const auto sheet = bakery.book.day_sheet("T1", 3);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->session.number, 3);
  rebuild_projections(*file, {projection});
  EXPECT_EQ(all_rows(file->writer(), projection.tables), before);
  EXPECT_EQ(bakery.book.day_sheet("T1", 3), sheet);
  EXPECT_EQ(bakery.book.bags("T1").size(), 2U);
}

TEST(Rebuild, MendsAProjectionThatWasTamperedWith) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.work_a_day(10);
  const Projection projection = till_projection();
  const auto before = all_rows(file->writer(), projection.tables);
  tamper(*file, "DROP TRIGGER line_is_posted; UPDATE sale_line SET amount = amount + 1");
  tamper(*file, "DELETE FROM article");
  ASSERT_NE(all_rows(file->writer(), projection.tables), before);
  rebuild_projections(*file, {projection});
  EXPECT_EQ(all_rows(file->writer(), projection.tables), before);
}

TEST(Rebuild, AnEntryThatCannotBeReadStopsItAndLeavesTheBookAsItWas) {
  const auto file = bakery_in_memory();
  BakeryAtWork bakery(*file);
  bakery.work_a_day(5);
  const Projection projection = till_projection();
  tamper(*file,
         "DROP TRIGGER journal_is_not_changed;"
         "UPDATE journal SET payload = '{}' WHERE kind = 'session.closed'");
  const auto before = all_rows(file->writer(), projection.tables);
  EXPECT_THROW(rebuild_projections(*file, {projection}), BookFault);
  EXPECT_EQ(all_rows(file->writer(), projection.tables), before);
}

}  // namespace tilia::db
