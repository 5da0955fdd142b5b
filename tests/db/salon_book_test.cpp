// The salon in the book: made again from the journal it is the same, names stand in no entry and go
// by themselves, and the schema lets no two holds of one column overlap.
#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/journal.h"
#include "db/salon_book_sqlite.h"
#include "db/salon_payloads.h"
#include "tests/db/all_rows.h"
#include "tests/pos/salon/salon_of_tests.h"

namespace tilia::db {
namespace {

using pos::VisitState;
using pos::tests::SalonOfTests;

// Some days of a salon: appointments, moves, steps, walk-ins, a time that is not free.
void work_some_days(SalonOfTests& salon) {
  const auto begins = salon.clock.now();
  for (int day = 0; day < 4; ++day) {
    salon.clock.set(begins.plus_seconds(day * 24 * 60 * 60));
    const Instant nine = salon.clock.now().plus_seconds(60 * 60);
    const auto at = [&](int minutes) { return nine.plus_seconds(60 * minutes); };
    const auto one = salon.visits.book(
        {salon.id(), {{"cut", "ana", "window"}, {"beard", "bee"}}, at(0), "🌷", "Mira"});
    const auto two = salon.visits.book({salon.id(), {{"colour", "bee"}}, at(90), "", "Goca"});
    const auto three = salon.visits.book({salon.id(), {{"cut", "ana"}}, at(120)});
    ASSERT_TRUE(one && two && three);
    ASSERT_TRUE(salon.visits.move({.id = three.value().id, .start = at(195), .person = "bee"}));
    salon.clock.set(at(15));
    ASSERT_TRUE(salon.visits.set_state(one.value().id, VisitState::in_progress));
    salon.clock.set(at(20));
    ASSERT_TRUE(salon.visits.set_state(one.value().id, VisitState::done));
    ASSERT_TRUE(salon.visits.set_state(two.value().id, VisitState::cancelled));
    salon.clock.set(at(35));
    const auto waits = salon.visits.walk_in({salon.id(), {{"beard", ""}}, "🌻", "Zora"});
    ASSERT_TRUE(salon.visits.begin(waits.value().id, {{"beard", "ana", "mirror"}}));
    const auto not_free =
        salon.keep.set_not_free({pos::NotFreeId::mint(salon.chance), "ana", at(240), at(300)});
    ASSERT_TRUE(not_free);
    if (day % 2 == 1) {
      ASSERT_TRUE(salon.keep.lift_not_free(not_free.value().id));
    }
  }
}

}  // namespace

TEST(SalonBook, MadeAgainFromTheJournalGivesTheSameRows) {
  SalonOfTests salon;
  work_some_days(salon);
  ASSERT_TRUE(salon.keep.set_hours("ana", {1, 2}, "10:00-16:00"));
  ASSERT_TRUE(salon.keep.set_day("", *Day::parse("2026-03-17"), "closed"));
  ASSERT_TRUE(salon.keep.set_day("bee", *Day::parse("2026-03-18"), "12:00-13:00"));
  ASSERT_TRUE(salon.keep.set_day("bee", *Day::parse("2026-03-18"), "usual"));
  const Projection projection = salon_projection();
  const auto before = all_rows(salon.file->writer(), projection.tables);
  const auto names = all_rows(salon.file->writer(), "visit_name");
  ASSERT_GT(before.size(), 60U);
  rebuild_projections(*salon.file, {projection});
  EXPECT_EQ(all_rows(salon.file->writer(), projection.tables), before);
  EXPECT_EQ(all_rows(salon.file->writer(), "visit_name"), names);
  EXPECT_EQ(salon.book.salon().column("ana")->name, "Ana");
  EXPECT_FALSE(verify_journal(salon.file->reader()).first_break);
}

TEST(SalonBook, NamesStandInNoEntryOfTheJournal) {
  SalonOfTests salon;
  work_some_days(salon);
  int entries = 0;
  read_journal(salon.file->reader(), [&](const JournalEntry& entry) {
    ++entries;
    for (const char* name : {"Mira", "Goca", "Zora", "Ana", "Bee", "Window"})
      EXPECT_EQ(entry.content.payload.find(name), std::string::npos) << entry.content.payload;
  });
  EXPECT_GT(entries, 40);
}

TEST(SalonBook, TheNameOfAVisitGoesSomeWeeksAfterIt) {
  SalonOfTests salon;
  const auto visit =
      salon.visits.book({salon.id(), {{"cut", "ana"}}, salon.today_at("10:00"), "", "Mira"});
  const auto later = [&](int days) {
    const Day day = Day::parse("2026-03-02")->plus_days(days);
    salon.clock.set(salon.zone.at(day, 8 * 60));
    EXPECT_TRUE(salon.visits.walk_in({salon.id()}));
    return salon.book.visit(visit.value().id)->name;
  };
  EXPECT_EQ(later(35), "Mira");
  EXPECT_EQ(later(36), "");
}

TEST(SalonBook, WhatSaysNothingNewIsNoEntry) {
  SalonOfTests salon;
  const auto entries = [&] { return verify_journal(salon.file->reader()).entries; };
  const auto before = entries();
  ASSERT_TRUE(salon.keep.set_column({.code = "ana", .name = "Anica"}));
  EXPECT_EQ(entries(), before);
  EXPECT_EQ(salon.book.salon().column("ana")->name, "Anica");
}

TEST(SalonBook, AChangeOfWhatSomebodyElseChangedMeanwhileIsRefused) {
  SalonOfTests salon;
  const pos::Visit read = salon.book_one("cut", "ana", "10:00").value();
  ASSERT_TRUE(salon.visits.set_state(read.id, VisitState::arrived));  // at the other till
  pos::Visit mine = read;
  mine.state = VisitState::cancelled;
  EXPECT_EQ(salon.book.put_visit(mine, salon.clock.now()).state,
            pos::VisitPut::State::changed_meanwhile);
  EXPECT_EQ(salon.book.visit(read.id)->state, VisitState::arrived);
}

TEST(SalonHold, ThatOverlapsAnotherIsRefusedByTheSchemaItself) {
  const auto file = BookFile::in_memory({.station = "T1"}, [](WriteTransaction&) {});
  SeededChance chance(2026);
  struct Held {
    std::string code;
    std::int64_t from;
    std::int64_t until;
  };
  std::vector<Held> model;
  int refused = 0;
  for (int attempt = 0; attempt < 3000; ++attempt) {
    if (chance.below(8) == 0 && !model.empty()) {  // one ends
      const Held gone = model.at(chance.below(model.size()));
      WriteTransaction change(*file);
      change.connection().run("DELETE FROM salon_hold WHERE code = ? AND from_minute = ?",
                              gone.code, gone.from);
      change.commit();
      std::erase_if(model,
                    [&](const Held& h) { return h.code == gone.code && h.from == gone.from; });
    }
    const Held wanted{chance.below(2) == 0 ? "ana" : "bee",
                      static_cast<std::int64_t>(chance.below(2000)), 0};
    const std::int64_t until = wanted.from + 1 + static_cast<std::int64_t>(chance.below(40));
    bool overlaps = false;
    for (const Held& held : model)
      overlaps =
          overlaps || (held.code == wanted.code && held.from < until && wanted.from < held.until);
    bool written = true;
    try {
      WriteTransaction change(*file);
      // "OR REPLACE" takes no other's time either
      change.connection().run(attempt % 2 == 0
                                  ? "INSERT INTO salon_hold VALUES (?, ?, ?, zeroblob(16), 1)"
                                  : "INSERT OR REPLACE INTO salon_hold"
                                    " VALUES (?, ?, ?, zeroblob(16), 1)",
                              wanted.code, wanted.from, until);
      change.commit();
    } catch (const BookFault& fault) {
      EXPECT_EQ(fault.why(), BookFault::Why::rule_broken);
      written = false;
    }
    ASSERT_EQ(written, !overlaps) << attempt;
    if (written) model.push_back({wanted.code, wanted.from, until});
    refused += written ? 0 : 1;
  }
  EXPECT_GT(refused, 1000);
  EXPECT_GT(model.size(), 50U);
}

TEST(SalonHold, IsNeverMovedWhereItStands) {
  SalonOfTests salon;
  ASSERT_TRUE(salon.book_one("cut", "ana", "10:00"));
  WriteTransaction change(*salon.file);
  EXPECT_THROW(change.connection().run("UPDATE salon_hold SET until_minute = until_minute + 60"),
               BookFault);
}

}  // namespace tilia::db
