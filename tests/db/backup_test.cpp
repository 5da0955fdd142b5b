// A backup holds what the book holds, or is not there; a restored book never uses a number twice.
#include "db/backup.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>

#include "db/book_fault.h"
#include "db/till_rows.h"
#include "db/users.h"
#include "tests/db/all_rows.h"
#include "tests/db/bakery_at_work.h"
#include "tests/db/fresh_folder.h"

namespace tilia::db {
namespace {

Secret<std::string> owls_secret() { return Secret<std::string>(std::string("sits in a tree")); }

std::unique_ptr<BookFile> new_book(const std::filesystem::path& file, std::uint64_t seed) {
  SeededChance chance(seed);
  const pos::Organisation organisation = small_bakery();
  auto book = create_book(file, {.station = "T1"}, organisation, six_o_clock, chance);
  const SetClock clock(six_o_clock);
  Users users(*book, SecretPolicy::practice(), clock);
  CHECK(users.add({"Owl", "🦉", Role::manager}, owls_secret(), chance, nullptr).ok());
  return book;
}

// Out of the backup itself, as where the book is gone. A file of another kind has none.
Key key_of(const std::filesystem::path& backup) {
  try {
    if (auto key = backup_key_in(backup, owls_secret())) return *std::move(key);
  } catch (const BookFault&) {
    // Told again by whatever opens it.
  }
  return Key::random();
}

BookFacts checked(const std::filesystem::path& backup) {
  return check_backup(backup, key_of(backup));
}

template <class Act>
std::string fault_of(const Act& act) {
  try {
    act();
  } catch (const BookFault& fault) {
    return std::string(book_fault_code(fault.why()));
  }
  return "none";
}

std::string restored(const std::filesystem::path& backup, const std::filesystem::path& target,
                     bool replace = false) {
  return fault_of(
      [&] { restore_backup(backup, key_of(backup), target, replace, "cli", six_o_clock); });
}

std::string next_receipt(const std::filesystem::path& file) {
  const auto book = BookFile::open(file, {.station = "T1"});
  BakeryAtWork bakery(*book, 99);
  return bakery.sell().receipt;
}

std::string bytes_in(const std::filesystem::path& file) {
  std::ifstream whole(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(whole), {}};
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST(Backup, IsOneFileThatHoldsWhatTheBookHolds) {
  const FreshFolder folder;
  const FreshFolder stick;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  BakeryAtWork bakery(*book);
  bakery.work_a_day(20);
  const BookFacts facts = make_backup(*book, stick.file("monday.backup"));
  EXPECT_EQ(names_in(stick.path()), std::vector<std::string>{"monday.backup"});
  EXPECT_EQ(checked(stick.file("monday.backup")), facts);
  EXPECT_EQ(facts.heads, chain_heads(book->reader()));
  EXPECT_EQ(facts.gross, book->reader().number("SELECT sum(gross) FROM day_summary"));
  EXPECT_GT(facts.vat, 0);
  bakery.work_a_day(5);
  EXPECT_NE(make_backup(*book, stick.file("monday.backup")), facts);  // replaced by a good one
  EXPECT_EQ(names_in(stick.path()), std::vector<std::string>{"monday.backup"});
}

TEST(Backup, HasNoKeyAsLongAsNobodyHoldsOne) {
  const FreshFolder folder;
  SeededChance chance(1);
  const auto book = create_book(folder.file("shop.tilia"), {.station = "T1"}, small_bakery(),
                                six_o_clock, chance);
  EXPECT_EQ(fault_of([&] { make_backup(*book, folder.file("b")); }), "no_key");
  EXPECT_FALSE(std::filesystem::exists(folder.file("b")));
}

TEST(Backup, TellsNothingToWhoHoldsNoKey) {
  const FreshFolder folder;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  BakeryAtWork(*book).work_a_day(20);
  make_backup(*book, folder.file("b"));
  const std::string bytes = bytes_in(folder.file("b"));
  for (const char* said : {"SQLite", "CREATE", "tilia", "manager", "session"})
    EXPECT_EQ(bytes.find(said), std::string::npos) << said;
  EXPECT_EQ(check_envelope(folder.file("b")), bytes.size());
  EXPECT_FALSE(backup_key_in(folder.file("b"), Secret<std::string>(std::string("a wrong one"))));
  EXPECT_EQ(fault_of([&] { (void)check_backup(folder.file("b"), Key::random()); }),
            "backup_differs");
  constexpr std::size_t mebibyte = 1024 * 1024;
  EXPECT_EQ(bytes.size() / mebibyte, (bytes.size() + mebibyte / 2) / mebibyte)
      << "whole mebibytes and a little";
}

TEST(Backup, DoesNotReplaceTheBookItself) {
  const FreshFolder folder;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  EXPECT_EQ(fault_of([&] { make_backup(*book, folder.file("shop.tilia")); }), "unlike_book");
}

TEST(Backup, SaysThatItCannotBeWritten) {
  const FreshFolder folder;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  EXPECT_EQ(fault_of([&] { make_backup(*book, folder.path() / "no folder" / "b"); }),
            "cannot_open");
}

TEST(Backup, ADamagedOneIsFoundOut) {
  const FreshFolder folder;
  const auto backup = folder.file("b");
  {
    const auto book = new_book(folder.file("shop.tilia"), 1);
    BakeryAtWork(*book).work_a_day(20);
    make_backup(*book, backup);
  }
  EXPECT_EQ(fault_of([&] { check_envelope(folder.file("none")); }), "no_such_book");
  const Key key = key_of(backup);
  const std::string bytes = bytes_in(backup);
  const auto damage = [&](const std::string& changed) {
    std::ofstream(folder.file("damaged"), std::ios::binary) << changed;
    const std::string without_key = fault_of([&] { check_envelope(folder.file("damaged")); });
    EXPECT_EQ(without_key, fault_of([&] { (void)check_backup(folder.file("damaged"), key); }));
    return without_key;
  };
  EXPECT_EQ(damage(bytes), "none");
  EXPECT_EQ(damage("no book at all, and long enough to be read as one" + std::string(200, '.')),
            "not_a_book");
  EXPECT_EQ(damage(""), "not_a_book");
  for (const std::size_t length : {std::size_t{9}, std::size_t{200}, std::size_t{500},
                                   bytes.size() / 2, bytes.size() - 40, bytes.size() - 1})
    EXPECT_EQ(damage(bytes.substr(0, length)), "backup_differs") << length;
  EXPECT_EQ(damage(bytes + "x"), "backup_differs");
  SeededChance chance(5);
  for (int flip = 0; flip < 60; ++flip) {
    std::string changed = bytes;
    // The header, the first piece, and anywhere.
    const std::size_t at = 8 + chance.below(flip < 20   ? 500
                                            : flip < 40 ? 60'000
                                                        : bytes.size() - 8);
    changed[at] = static_cast<char>(changed[at] ^ (1 << chance.below(8)));
    EXPECT_EQ(damage(changed), "backup_differs") << at;
  }
}

// With a check sum that fits again: only the tags are left to notice.
TEST(Backup, IsNoticedWhereTheCheckSumWasMadeToFitAgain) {
  const FreshFolder folder;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  make_backup(*book, folder.file("b"));
  const Key key = key_of(folder.file("b"));
  const std::string bytes = bytes_in(folder.file("b"));
  constexpr std::size_t sum = 32;
  for (const std::size_t at :
       {std::size_t{20}, std::size_t{400}, std::size_t{1000}, bytes.size() - 50}) {
    std::string changed = bytes.substr(0, bytes.size() - sum);
    changed[at] = static_cast<char>(changed[at] ^ 1);
    std::string hash(sum, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                       reinterpret_cast<const unsigned char*>(changed.data()), changed.size());
    std::ofstream(folder.file("c"), std::ios::binary) << changed << hash;
    EXPECT_NO_THROW(check_envelope(folder.file("c")));
    EXPECT_EQ(fault_of([&] { (void)check_backup(folder.file("c"), key); }), "backup_differs") << at;
  }
}

TEST(Restore, BringsEveryRowBackAndGoesOnInANewEpoch) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  std::vector<std::string> before;
  {
    const auto book = new_book(file, 1);
    BakeryAtWork bakery(*book);
    bakery.work_a_day(10);
    bakery.open();
    bakery.sell();
    make_backup(*book, folder.file("noon"));
    before = all_rows(book->reader(), till_projection().tables);
    EXPECT_EQ(bakery.sell().receipt.substr(0, 5), "T1-1-");  // lost with the disk
  }
  std::filesystem::remove(file);
  EXPECT_EQ(restored(folder.file("noon"), file), "none");
  {
    const auto book = BookFile::open(file, {.station = "T1"});
    EXPECT_EQ(all_rows(book->reader(), till_projection().tables), before);
    EXPECT_FALSE(verify_journal(book->reader()).first_break);
  }
  EXPECT_EQ(next_receipt(file), "T1-2-1");
  EXPECT_EQ(names_in(folder.path()),
            (std::vector<std::string>{"noon", "shop.tilia", "shop.tilia-lock"}));
}

TEST(Restore, TheSameBackupTwiceStillNeverUsesANumberTwice) {
  const FreshFolder folder;
  const auto file = folder.file("shop.tilia");
  {
    const auto book = new_book(file, 1);
    BakeryAtWork bakery(*book);
    bakery.open();
    bakery.sell();
    make_backup(*book, folder.file("noon"));
  }
  EXPECT_EQ(restored(folder.file("noon"), file), "none");
  EXPECT_EQ(next_receipt(file), "T1-2-1");
  EXPECT_EQ(restored(folder.file("noon"), file), "none");
  EXPECT_EQ(next_receipt(file), "T1-3-1");
  EXPECT_TRUE(std::filesystem::exists(folder.file("shop.tilia-replaced")));
}

TEST(Restore, DoesNotReplaceAnUnlikeBookUnlessToldTo) {
  const FreshFolder folder;
  {
    const auto mine = new_book(folder.file("mine.tilia"), 1);
    make_backup(*mine, folder.file("b"));
    const auto theirs = new_book(folder.file("theirs.tilia"), 2);
  }
  std::ofstream(folder.file("letter")) << "dear all";
  for (const char* other : {"theirs.tilia", "letter"}) {
    const auto size = std::filesystem::file_size(folder.file(other));
    EXPECT_EQ(restored(folder.file("b"), folder.file(other)), "unlike_book") << other;
    EXPECT_EQ(std::filesystem::file_size(folder.file(other)), size);
    EXPECT_EQ(restored(folder.file("b"), folder.file(other), true), "none") << other;
    EXPECT_EQ(std::filesystem::file_size(folder.file(std::string(other) + "-replaced")), size);
    const auto book = BookFile::open(folder.file(other), {.station = "T1"});
    EXPECT_EQ(TillBookSqlite(*book).organisation(), small_bakery());
  }
}

TEST(Restore, WaitsUntilNobodyHasTheBookOpen) {
  const FreshFolder folder;
  const auto book = new_book(folder.file("shop.tilia"), 1);
  make_backup(*book, folder.file("b"));
  EXPECT_EQ(restored(folder.file("b"), folder.file("shop.tilia")), "other_programs_open");
}

TEST(Restore, ADamagedBackupTouchesNothing) {
  const FreshFolder folder;
  new_book(folder.file("shop.tilia"), 1);
  std::ofstream(folder.file("b")) << std::string(9000, 'x');
  EXPECT_EQ(restored(folder.file("b"), folder.file("shop.tilia"), true), "not_a_book");
  const auto book = BookFile::open(folder.file("shop.tilia"), {.station = "T1"});
  EXPECT_EQ(chain_head(book->reader(), "T1").value().epoch, 1);
}

}  // namespace tilia::db
