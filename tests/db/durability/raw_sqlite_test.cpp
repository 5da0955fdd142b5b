// What a power cut does to each way of keeping sales in SQLite, its log gathered as in the book:
// the shipped one loses nothing, and the others do lose, which proves that the disk of these tests
// bites (facts of the design: §2).
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <string>

#include "db/gathered_log.h"
#include "tests/core/seed.h"
#include "tests/db/durability/power_cut_vfs.h"

namespace tilia::db {
namespace {

constexpr int sales = 45;
constexpr int lines_a_sale = 5;

struct Mode {
  std::string at_birth;  // PRAGMAs before the first table
  std::string after;     // and for the sales
};

const std::string log_mode = "PRAGMA journal_mode=WAL;";
const Mode shipped{"PRAGMA synchronous=EXTRA;", log_mode + "PRAGMA synchronous=FULL;"};

struct Outcome {
  int emptied = 0;
  int corrupt = 0;
  int torn = 0;
  int lost = 0;
  int unanswered = 0;  // committed, and the cut came before the answer: allowed
};

bool run(sqlite3* book, const std::string& sql) {
  return sqlite3_exec(book, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

// The first value of the first row, or nothing if that fails.
std::string answer(sqlite3* book, const std::string& sql) {
  std::string text;
  const auto keep = [](void* into, int, char** values, char**) {
    if (values[0] != nullptr) *static_cast<std::string*>(into) = values[0];
    return 1;  // one row is enough
  };
  const int code = sqlite3_exec(book, sql.c_str(), keep, &text, nullptr);
  return code == SQLITE_ABORT ? text : "";
}

class Shop {
 public:
  Shop(DiskModel model, std::uint64_t seed)
      : chance_(seed), disk_(model, chance_), vfs_("raw-power-cut", disk_), log_(vfs_.name()) {}

  // Makes the book and sells until the power goes or all is sold.
  void work(const Mode& mode, int to_sell) {
    sqlite3* book = open();
    made_ = run(book, mode.at_birth) && run(book, tables) && run(book, mode.after);
    while (made_ && answered_ < to_sell && sell_one(book, answered_ + 1)) {
      ++answered_;
      if (answered_ % 20 == 0) run(book, "PRAGMA wal_checkpoint(TRUNCATE)");
    }
    sqlite3_close(book);
  }
  [[nodiscard]] int answered() const { return answered_; }

  void look(Outcome& outcome) {
    sqlite3* book = open();
    const std::string check = answer(book, "PRAGMA integrity_check");
    const std::string kept = answer(book, "SELECT count(*) FROM sale");
    const std::string lines = answer(book, "SELECT count(*) FROM line");
    const std::string running = answer(book, "SELECT sold FROM total");
    const std::string answered_kept =
        answer(book, "SELECT count(*) FROM sale WHERE id <= " + std::to_string(answered_));
    sqlite3_close(book);
    if (kept.empty() || check.empty()) {
      outcome.emptied += made_ ? 1 : 0;
    } else if (check != "ok") {
      ++outcome.corrupt;
    } else if (std::stoi(lines) != std::stoi(kept) * lines_a_sale || running != kept) {
      ++outcome.torn;
    } else if (std::stoi(answered_kept) < answered_) {
      ++outcome.lost;
    } else if (std::stoi(kept) > answered_) {
      ++outcome.unanswered;
    }
  }

  PowerCutDisk& disk() { return disk_; }

 private:
  static constexpr const char* tables =
      "BEGIN; CREATE TABLE sale(id INTEGER PRIMARY KEY, note TEXT);"
      "CREATE TABLE line(sale INTEGER, number INTEGER, amount INTEGER, PRIMARY KEY(sale, number))"
      " WITHOUT ROWID; CREATE TABLE total(sold INTEGER); INSERT INTO total VALUES(0); COMMIT;";

  sqlite3* open() {
    sqlite3* book = nullptr;
    sqlite3_open_v2("shop", &book, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, log_.name().c_str());
    sqlite3_exec(book, "PRAGMA wal_autocheckpoint=0", nullptr, nullptr, nullptr);
    return book;
  }

  static bool sell_one(sqlite3* book, int id) {
    const std::string sale = std::to_string(id);
    std::string sql = "BEGIN IMMEDIATE; INSERT INTO sale VALUES(" + sale + ", hex(zeroblob(90)));";
    for (int line = 1; line <= lines_a_sale; ++line)
      sql += "INSERT INTO line VALUES(" + sale + "," + std::to_string(line) + ",120);";
    return run(book, sql + "UPDATE total SET sold = sold + 1; COMMIT;");
  }

  SeededChance chance_;
  PowerCutDisk disk_;
  PowerCutVfs vfs_;
  GatheredLog log_;
  bool made_ = false;
  int answered_ = 0;
};

int asked_cuts(int everyday, int campaign) {
  return std::getenv("TILIA_FULL") != nullptr ? campaign : everyday;
}

// Cuts at random operations of the whole story.
Outcome cut_in_work(const Mode& mode, DiskModel model, int cuts, Seed& seed) {
  Outcome outcome;
  Shop undisturbed(model, 1);
  undisturbed.work(mode, sales);
  EXPECT_EQ(undisturbed.answered(), sales);
  for (int cut = 0; cut < cuts; ++cut) {
    Shop shop(model, static_cast<std::uint64_t>(seed.between(1, 1'000'000'000)));
    shop.disk().cut_at(seed.between(1, undisturbed.disk().operations()));
    shop.work(mode, sales);
    shop.disk().power_returns();
    shop.look(outcome);
  }
  return outcome;
}

// Cuts when the book has just been made and nobody works.
Outcome cut_at_rest(const Mode& mode, DiskModel model, int cuts, Seed& seed) {
  Outcome outcome;
  for (int cut = 0; cut < cuts; ++cut) {
    Shop shop(model, static_cast<std::uint64_t>(seed.between(1, 1'000'000'000)));
    shop.work(mode, 0);
    shop.disk().power_returns();
    shop.look(outcome);
  }
  return outcome;
}

void expect_nothing_lost(const Outcome& outcome) {
  EXPECT_EQ(outcome.emptied, 0);
  EXPECT_EQ(outcome.corrupt, 0);
  EXPECT_EQ(outcome.torn, 0);
  EXPECT_EQ(outcome.lost, 0);
}

TEST(PowerCut, LosesNothingInTheShippedMode) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const int cuts = asked_cuts(500, 5'000);
  for (const DiskModel model : {DiskModel::strict_posix, DiskModel::ext4_like}) {
    const Outcome outcome = cut_in_work(shipped, model, cuts, seed);
    expect_nothing_lost(outcome);
    EXPECT_GT(outcome.unanswered, 0) << "no cut came between commit and answer";
    expect_nothing_lost(cut_at_rest(shipped, model, cuts / 10, seed));
  }
}

// From here on the teeth: with a fixed seed, since they must bite in every run.

TEST(PowerCut, LosesSalesWithSynchronousNormal) {
  Seed seed(1);
  const Mode normal{"PRAGMA synchronous=EXTRA;", log_mode + "PRAGMA synchronous=NORMAL;"};
  const Outcome outcome = cut_in_work(normal, DiskModel::ext4_like, 300, seed);
  EXPECT_GE(outcome.lost, 300 / 10);
}

TEST(PowerCut, CorruptsWithSynchronousOff) {
  Seed seed(2);
  const Mode off{"PRAGMA synchronous=OFF;", log_mode};
  const Outcome outcome = cut_in_work(off, DiskModel::ext4_like, 300, seed);
  EXPECT_GE(outcome.corrupt, 300 / 20);
  EXPECT_GE(outcome.emptied, 300 / 20);
  EXPECT_GE(outcome.lost + outcome.torn, 300 / 20);
}

TEST(PowerCut, LosesSalesWithAJournalThatIsDeleted) {
  Seed seed(3);
  const Mode deleted{"PRAGMA synchronous=FULL;", ""};
  const Outcome outcome = cut_in_work(deleted, DiskModel::strict_posix, 300, seed);
  EXPECT_GE(outcome.lost, 300 / 10);
}

}  // namespace
}  // namespace tilia::db
