// Heads: signed by the station, on paper, and in this machine's memory. Whatever is changed, cut
// off or put back is noticed and named.
#include "db/journal_head.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "db/book_fault.h"
#include "db/book_witness.h"
#include "db/head_keeper.h"
#include "db/till_rows.h"
#include "db/verify_heads.h"
#include "tests/db/bakery_at_work.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;
using Answer = HeadAnswer::Answer;

void note(BookFile& book, int entries) {
  WriteTransaction change(book);
  for (int entry = 0; entry < entries; ++entry)
    append_to_journal(change, {.kind = "test.noted", .at = six_o_clock, .payload = "{}"});
  change.commit();
}

void tamper(BookFile& book, const std::string& sql) {
  WriteTransaction change(book);
  for (const char* trigger : {"journal_is_not_changed", "journal_is_not_deleted",
                              "journal_head_is_not_changed", "journal_head_is_not_deleted"})
    change.connection().script(std::string("DROP TRIGGER IF EXISTS ") + trigger);
  change.connection().script("PRAGMA ignore_check_constraints = ON");
  change.connection().script(sql);
  change.commit();
}

std::int64_t heads_in_book(BookFile& book) {
  return book.reader().number("SELECT count(*) FROM journal_head");
}

ShortHead head_of_all(BookFile& book) {
  const BookRoot root = book_root(trees_now(book.reader()));
  return {std::string(whole_book), root.size, code_of(root.root)};
}

Answer answer_of(BookFile& book, const ShortHead& head) {
  return verify_heads(book.reader(), {head}).answers.front().answer;
}

std::string first_break(BookFile& book) {
  const auto found = verify_heads(book.reader(), {}).first_break;
  if (!found) return "none";
  using Why = HeadsCheck::Break::Why;
  const char* why = found->why == Why::gap         ? "gap"
                    : found->why == Why::signature ? "signature"
                                                   : "entries";
  return std::string(why) + " " + std::to_string(found->number);
}

// A till that works for three days, and the heads that stand on its day sheets.
class ThreeDays : public testing::Test {
 protected:
  ThreeDays() {
    for (int day = 0; day < 3; ++day) {
      bakery_.work_a_day(4);
      keeper_.tend();
      sheets_.push_back(*parse_short_head(bakery_.book.day_sheet("T1", day + 1)->head));
    }
  }
  std::unique_ptr<BookFile> book_ = bakery_in_memory();
  BakeryAtWork bakery_{*book_};
  HeadKeeper keeper_{*book_, bakery_.clock(), std::nullopt};
  std::vector<ShortHead> sheets_;
};

}  // namespace

TEST_F(ThreeDays, EachClosedDayIsUnderASignedHeadThatIsTheOneOnItsSheet) {
  const auto heads = heads_in(book_->reader());
  ASSERT_EQ(heads.size(), 3U);
  for (std::size_t day = 0; day < heads.size(); ++day) {
    EXPECT_TRUE(signature_holds(book_->reader(), heads[day]));
    EXPECT_EQ(sheets_[day], (ShortHead{"T1", heads[day].size, code_of(heads[day].root)}));
    EXPECT_EQ(answer_of(*book_, sheets_[day]), Answer::holds);
  }
  EXPECT_EQ(first_break(*book_), "none");
}

TEST_F(ThreeDays, ASheetWithoutAStoredHeadShowsTheSame) {
  tamper(*book_, "DELETE FROM journal_head");
  for (int day = 0; day < 3; ++day)
    EXPECT_EQ(bakery_.book.day_sheet("T1", day + 1)->head,
              sheets_[static_cast<std::size_t>(day)].text());
}

// A head that was tampered with must not stop a day from being closed.
TEST_F(ThreeDays, AHeadThatDoesNotHoldIsPassedOver) {
  tamper(*book_, "UPDATE journal_head SET frontier = zeroblob(length(frontier)) WHERE number = 3");
  EXPECT_EQ(bakery_.book.day_sheet("T1", 3)->head, sheets_[2].text());
  EXPECT_EQ(first_break(*book_), "signature 3");
}

TEST_F(ThreeDays, EveryFlippedBitOfAHeadsNumbersIsNoticedAndItsHeadNamed) {
  for (const std::string column : {"number", "epoch", "seq", "size", "at"}) {
    const std::string second =
        column == "size" ? " WHERE number = 2" : " WHERE size = " + std::to_string(sheets_[1].size);
    const std::int64_t value =
        book_->reader().number("SELECT " + column + " FROM journal_head" + second);
    const auto set = [&](std::int64_t to) {
      tamper(*book_, "UPDATE journal_head SET " + column + " = " + std::to_string(to) + second);
    };
    for (int bit = 0; bit < 62; ++bit) {
      const std::int64_t flipped = value ^ (std::int64_t{1} << bit);
      // Two heads of one number or size the schema does not take.
      if (column != "at" && flipped >= 1 && flipped <= sheets_[2].size && column != "epoch" &&
          book_->reader().number("SELECT count(*) FROM journal_head WHERE " + column + " = ?",
                                 flipped) > 0)
        continue;
      set(flipped);
      EXPECT_NE(first_break(*book_), "none") << column << " bit " << bit;
      set(value);
    }
  }
  EXPECT_EQ(first_break(*book_), "none");
}

TEST_F(ThreeDays, EveryFlippedBitOfAHeadsBytesIsNoticedAndItsHeadNamed) {
  for (const std::string column : {"root", "frontier", "public_key", "signature", "station"}) {
    Bytes bytes;
    {
      Query row = book_->reader().query("SELECT CAST(" + column +
                                        " AS BLOB) FROM journal_head WHERE number = 2");
      ASSERT_TRUE(row.next());
      bytes = row.bytes(0);
    }
    const std::string type = column == "station" ? "TEXT" : "BLOB";
    const std::size_t step = bytes.size() > 8 ? 7 : 1;
    for (std::size_t bit = 0; bit < bytes.size() * 8; bit += step) {
      Bytes flipped = bytes;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
      const auto set = [&](const Bytes& to) {
        tamper(*book_, "UPDATE journal_head SET " + column + " = CAST(x'" + hex_text(to) + "' AS " +
                           type + ") WHERE number = 2");
      };
      set(flipped);
      EXPECT_TRUE(first_break(*book_).ends_with(" 2")) << column << " bit " << bit;
      set(bytes);
    }
  }
  EXPECT_EQ(first_break(*book_), "none");
}

TEST_F(ThreeDays, AChangedEntryBreaksEveryHeadFromThereOn) {
  // With its hash and every link after it made to fit, as somebody who has the source would: the
  // chain holds again.
  const std::int64_t changed = sheets_[0].size + 2;
  tamper(*book_, "UPDATE journal SET payload = payload || ' ' WHERE station = 'T1' AND seq = " +
                     std::to_string(changed));
  std::vector<JournalEntry> entries;
  read_chains(book_->reader(), [&](const JournalEntry& entry) { entries.push_back(entry); });
  Hash before{};
  for (JournalEntry& entry : entries) {
    entry.prev_hash = before;
    entry.hash = before = hash_of(entry);
    tamper(*book_, "UPDATE journal SET prev_hash = x'" + hex_text(entry.prev_hash) +
                       "', hash = x'" + hex_text(entry.hash) +
                       "' WHERE position = " + std::to_string(entry.position));
  }
  EXPECT_FALSE(verify_journal(book_->reader()).first_break);
  EXPECT_EQ(first_break(*book_), "entries 2");
  EXPECT_EQ(answer_of(*book_, sheets_[0]), Answer::holds);
  EXPECT_EQ(answer_of(*book_, sheets_[1]), Answer::differs);
  EXPECT_EQ(answer_of(*book_, sheets_[2]), Answer::differs);
}

TEST_F(ThreeDays, AnEntryThatIsChangedAloneIsNoticedByTheHeadsToo) {
  tamper(*book_, "UPDATE journal SET instant = instant + 1 WHERE station = 'T1' AND seq = 3");
  EXPECT_EQ(first_break(*book_), "entries 1");
}

TEST_F(ThreeDays, EntriesThatAreMissingAtTheEndAreNoticed) {
  book_->writer().script("PRAGMA foreign_keys = OFF");
  tamper(*book_, "DELETE FROM journal WHERE seq > " + std::to_string(sheets_[1].size));
  EXPECT_FALSE(verify_journal(book_->reader()).first_break) << "the chain alone does not tell";
  EXPECT_EQ(first_break(*book_), "entries 3");
  EXPECT_EQ(answer_of(*book_, sheets_[1]), Answer::holds);
  EXPECT_EQ(answer_of(*book_, sheets_[2]), Answer::fewer);
}

TEST_F(ThreeDays, AHeadThatIsGoneIsAGap) {
  tamper(*book_, "DELETE FROM journal_head WHERE number = 2");
  EXPECT_EQ(first_break(*book_), "gap 3");
}

TEST_F(ThreeDays, TheSchemaRefusesToChangeOrDeleteAHead) {
  for (const char* sql : {"UPDATE journal_head SET root = zeroblob(32)", "DELETE FROM journal_head",
                          "INSERT OR REPLACE INTO journal_head SELECT * FROM journal_head"}) {
    try {
      WriteTransaction change(*book_);
      change.connection().script(sql);
      change.commit();
      ADD_FAILURE() << sql;
    } catch (const BookFault& fault) {
      EXPECT_EQ(fault.why(), BookFault::Why::rule_broken) << sql;
    }
  }
}

TEST_F(ThreeDays, AMisreadLetterIsToldFromOtherEntries) {
  ShortHead typed = sheets_[0];
  typed.code[5] = typed.code[5] == '7' ? '8' : '7';
  EXPECT_EQ(answer_of(*book_, typed), Answer::misread);
  typed.code = "0123456789ABCDEF";
  EXPECT_EQ(answer_of(*book_, typed), Answer::differs);
  EXPECT_EQ(answer_of(*book_, {"T7", 1, typed.code}), Answer::fewer);
  EXPECT_EQ(answer_of(*book_, {"t1", sheets_[0].size, sheets_[0].code}), Answer::holds);
}

TEST(HeadOfTheWholeBook, IsFoundAgainWhenEveryStationHasGoneOn) {
  const FreshFolder folder;
  SeededChance chance(1);
  const auto till =
      create_book(folder.file("a"), {.station = "T1"}, small_bakery(), six_o_clock, chance);
  const auto office = BookFile::open(folder.file("a"), {.station = "office"});
  const auto other = BookFile::open(folder.file("a"), {.station = "T2"});
  std::vector<ShortHead> heads;
  for (int round = 0; round < 6; ++round) {
    note(*till, 1 + round % 3);
    if (round > 1) note(*office, 2);
    if (round == 4) note(*other, 1);
    heads.push_back(head_of_all(*till));
  }
  for (const ShortHead& head : heads)
    EXPECT_EQ(answer_of(*till, head), Answer::holds) << head.text();
  ShortHead later = heads.back();
  later.size += 1;
  EXPECT_EQ(answer_of(*till, later), Answer::fewer);
  tamper(*office, "UPDATE journal SET payload = '{\"n\":2}' WHERE station = 'office' AND seq = 4");
  EXPECT_EQ(answer_of(*till, heads[1]), Answer::holds);
  EXPECT_EQ(answer_of(*till, heads[5]), Answer::differs);
}

TEST(HeadKeeper, SignsAtMostOnceAnHourAndAtTheEndAndNothingTwice) {
  const auto book = bakery_in_memory();
  SetClock clock(six_o_clock);
  HeadKeeper keeper(*book, clock, std::nullopt);
  keeper.tend();
  EXPECT_EQ(heads_in_book(*book), 1);  // the first, at once
  for (int minute = 0; minute < 59; ++minute) {
    clock.set(clock.now().plus_seconds(60));
    note(*book, 1);
    keeper.tend();
  }
  EXPECT_EQ(heads_in_book(*book), 1);
  clock.set(clock.now().plus_seconds(60));
  keeper.tend();
  EXPECT_EQ(heads_in_book(*book), 2);
  clock.set(clock.now().plus_seconds(5 * 3600));
  keeper.tend();
  EXPECT_EQ(heads_in_book(*book), 2) << "nothing is new";
  note(*book, 1);
  keeper.finish();
  keeper.finish();
  EXPECT_EQ(heads_in_book(*book), 3);
  EXPECT_EQ(first_break(*book), "none");
}

TEST(HeadKeeper, GoesOnAfterAnotherProgramOfItsStationSigned) {
  const FreshFolder folder;
  SeededChance chance(1);
  const auto one =
      create_book(folder.file("a"), {.station = "office"}, small_bakery(), six_o_clock, chance);
  const auto two = BookFile::open(folder.file("a"), {.station = "office"});
  const SetClock clock(six_o_clock);
  HeadKeeper first(*one, clock, DeviceFolder(folder.file("device")));
  HeadKeeper second(*two, clock, DeviceFolder(folder.file("device")));
  for (int round = 0; round < 3; ++round) {
    note(*one, 2);
    first.finish();
    second.finish();
    note(*two, 1);
    second.finish();
    first.finish();
  }
  EXPECT_EQ(first_break(*one), "none");
  EXPECT_EQ(verify_heads(one->reader(), {}).keys.size(), 1U) << "one machine, one key";
}

TEST(HeadKeeper, SignsClosedDaysFromBeforeThereWereHeads) {
  const auto book = bakery_in_memory();
  BakeryAtWork bakery(*book);
  for (int day = 0; day < 3; ++day) bakery.work_a_day(3);
  HeadKeeper(*book, bakery.clock(), std::nullopt).tend();
  EXPECT_EQ(heads_in_book(*book), 3);
  EXPECT_EQ(first_break(*book), "none");
}

TEST(StationKey, IsKeptForThisAccountAloneAndNeverInTheBook) {
  const FreshFolder folder;
  SeededChance chance(1);
  const SetClock clock(six_o_clock);
  {
    const auto book =
        create_book(folder.file("a"), {.station = "T1"}, small_bakery(), six_o_clock, chance);
    HeadKeeper(*book, clock, DeviceFolder(folder.file("device"))).finish();
  }
  struct stat about {};
  ASSERT_EQ(::stat((folder.file("device") / "station-key-T1").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(folder.file("device").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0700U);
  Bytes seed = DeviceFolder(folder.file("device")).read("station-key-T1").value();
  ASSERT_EQ(seed.size(), 40U) << "and since when";
  seed.resize(32);
  std::ifstream in(folder.file("a"), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  ASSERT_GT(bytes.size(), 4096U);
  EXPECT_EQ(bytes.find(std::string(seed.begin(), seed.end())), std::string::npos);
}

TEST(StationKey, BeginsAnewOnAnotherMachineAndTheChangeIsShown) {
  const auto book = bakery_in_memory();
  const FreshFolder folder;
  const SetClock clock(six_o_clock);
  HeadKeeper(*book, clock, DeviceFolder(folder.file("one"))).finish();
  note(*book, 2);
  HeadKeeper(*book, clock, DeviceFolder(folder.file("one"))).finish();
  note(*book, 3);
  HeadKeeper(*book, clock, DeviceFolder(folder.file("other"))).finish();
  const HeadsCheck check = verify_heads(book->reader(), {});
  EXPECT_FALSE(check.first_break);
  EXPECT_EQ(check.signed_heads, 3);
  ASSERT_EQ(check.keys.size(), 2U);
  EXPECT_NE(check.keys[0].public_half, check.keys[1].public_half);
  EXPECT_EQ(check.keys[1].size, tree_now(book->reader(), "T1").tree.size());
}

// A signature is of one book: in another it proves nothing.
TEST(StationKey, IsReplacedAfterAYearAndNotBefore) {
  const FreshFolder machine;
  const DeviceFolder folder(machine.path());
  const Instant made = Instant::parse("2026-03-02T08:00Z").value();
  const auto half_at = [&](std::int64_t days) {
    return station_key_in(folder, "T1", made.plus_seconds(days * 86'400)).public_half();
  };
  const SigningHalf first = half_at(0);
  EXPECT_EQ(half_at(364), first);
  EXPECT_EQ(half_at(-30), first) << "a clock that was set back is no reason";
  const SigningHalf second = half_at(365);
  EXPECT_NE(second, first);
  EXPECT_EQ(half_at(366), second);
  EXPECT_EQ(station_key_here(folder, "T1")->public_half(), second);
  EXPECT_FALSE(station_key_here(folder, "T2"));
}

TEST(StationKey, SignsForOneBookOnly) {
  const auto book = bakery_in_memory();
  const SetClock clock(six_o_clock);
  HeadKeeper(*book, clock, std::nullopt).finish();
  tamper(*book, "UPDATE book SET id = zeroblob(16)");
  EXPECT_EQ(first_break(*book), "signature 1");
}

}  // namespace tilia::db
