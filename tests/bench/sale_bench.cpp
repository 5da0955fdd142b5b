// A committed cash sale of five lines through the real use case, beside one bare SQLite transaction
// of the same rows under the same settings (its statements prepared and bound beforehand), and
// beside one overwrite and fdatasync of 4 KB in the same folder. The syncs of the disk are counted,
// not guessed. And with somebody's keys held meanwhile, beside a book that has none.
//
//   sale_bench FOLDER
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "db/till_book_sqlite.h"
#include "db/users.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "tests/bench/big_book.h"
#include "tests/bench/stopwatch.h"
#include "tests/db/small_bakery.h"

namespace {
int syncs = 0;  // of this process, whoever asked
}

// The program's own definitions come before the C library's, for SQLite too.
extern "C" int fdatasync(int file) {
  ++syncs;
  return static_cast<int>(::syscall(SYS_fdatasync, file));
}
extern "C" int fsync(int file) {
  ++syncs;
  return static_cast<int>(::syscall(SYS_fsync, file));
}

namespace tilia::bench {
namespace {

namespace fs = std::filesystem;

class Counter {  // the real use case on a book
 public:
  explicit Counter(const fs::path& file) : file_(open_book(file)), book_(*file_) {
    const Zone zone = *Zone::named("Europe/Belgrade");
    pos::KeepDrawer drawer(book_, pack_, zone, clock_, chance_);
    CHECK(drawer.open("T1", db::dinars(2'000)).ok());
    ring_.read_catalogue(zone.local_day(clock_.now()));
  }
  void sell(const pos::SaleRequest& request) { CHECK(ring_.ring_up("T1", request).ok()); }
  db::BookFile& file() { return *file_; }

 private:
  std::unique_ptr<db::BookFile> file_;
  db::TillBookSqlite book_;
  pos::CountryPack pack_ = db::plain_pack();
  SetClock clock_{*Instant::parse("2026-03-02T05:00Z")};
  SeededChance chance_{4};
  pos::RingUpSale ring_{book_, pack_, clock_};
};

constexpr int sales_a_log = 75;  // what 4 MB of log hold

using Statements = std::vector<std::string>;

// Writes down what a sale writes, values filled in.
int note_statement(unsigned, void* into, void* statement, void* text) {
  if (std::string_view(static_cast<const char*>(text)).starts_with("--")) return 0;  // a trigger
  auto* prepared = static_cast<sqlite3_stmt*>(statement);
  const std::string sql = sqlite3_sql(prepared);
  const bool frame =
      sql.starts_with("BEGIN") || sql.starts_with("COMMIT") || sql.starts_with("PRAGMA");
  if (sqlite3_stmt_readonly(prepared) != 0 || frame) return 0;
  char* filled = sqlite3_expanded_sql(prepared);
  static_cast<Statements*>(into)->emplace_back(filled);
  sqlite3_free(filled);
  return 0;
}

class BareBook {  // the same file's twin, with nothing of ours around it
 public:
  explicit BareBook(const fs::path& file) {
    CHECK(sqlite3_open(file.c_str(), &book_) == SQLITE_OK);
    run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0;"
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
  }
  ~BareBook() { sqlite3_close(book_); }
  BareBook(const BareBook&) = delete;
  BareBook& operator=(const BareBook&) = delete;

  // As tend_log() does: the log is moved, and then written over.
  void tend_log() { run("PRAGMA wal_checkpoint(RESTART)"); }
  double enter(const Statements& statements) {
    std::vector<sqlite3_stmt*> prepared;
    for (const std::string& sql : statements) {
      prepared.push_back(nullptr);
      CHECK(sqlite3_prepare_v2(book_, sql.c_str(), -1, &prepared.back(), nullptr) == SQLITE_OK);
    }
    const Stopwatch watch;
    run("BEGIN IMMEDIATE");
    for (sqlite3_stmt* statement : prepared) {
      while (sqlite3_step(statement) == SQLITE_ROW) {
      }
    }
    run("COMMIT");
    const double took = watch.microseconds();
    for (sqlite3_stmt* statement : prepared) CHECK(sqlite3_finalize(statement) == SQLITE_OK);
    return took;
  }
  void run(const char* sql) {
    CHECK(sqlite3_exec(book_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  }

 private:
  sqlite3* book_ = nullptr;
};

class OnePage {  // 4 KB, overwritten and synced
 public:
  explicit OnePage(const fs::path& file)
      : file_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    CHECK(file_ >= 0);
    CHECK(::posix_fallocate(file_, 0, 4096) == 0);
  }
  ~OnePage() { ::close(file_); }
  OnePage(const OnePage&) = delete;
  OnePage& operator=(const OnePage&) = delete;

  double overwrite() {
    page_.front() = static_cast<char>(page_.front() + 1);
    const Stopwatch watch;
    CHECK(::pwrite(file_, page_.data(), page_.size(), 0) == 4096);
    CHECK(::fdatasync(file_) == 0);
    return watch.microseconds();
  }

 private:
  int file_;
  std::array<char, 4096> page_{};
};

void remove_book(const fs::path& file) {
  for (const char* part : {"", "-wal", "-shm", "-lock"}) fs::remove(file.string() + part);
}

fs::path fresh_book(const fs::path& file) {
  remove_book(file);
  make_book(file, {});
  return file;
}

double timed_sale(Counter& counter, const pos::SaleRequest& request) {
  const Stopwatch watch;
  counter.sell(request);
  const double took = watch.microseconds();
  counter.file().tend_log();  // as the till does when nobody taps
  return took;
}

bool count_syncs(Counter& counter, Chance& chance) {
  CHECK(counter.file().checkpoint());
  int before = syncs;
  counter.sell(db::cash_sale(5, chance));
  const int first = syncs - before;
  before = syncs;
  for (int sale = 0; sale < 100; ++sale) counter.sell(db::cash_sale(5, chance));
  const int hundred = syncs - before;
  const bool holds = first <= 2 && hundred == 100;
  fmt::print(
      "{:4} syncs: {} for the first sale after a checkpoint (at most 2), {} for the next 100 "
      "(100)\n",
      holds ? "ok" : "OVER", first, hundred);
  return holds;
}

bool beside_bare_transactions(Counter& counter, const fs::path& folder, int sales, Chance& chance) {
  const fs::path traced = fresh_book(folder / "sale-traced.tilia");
  Counter shown(traced);
  CHECK(shown.file().checkpoint());
  const fs::path bare_file = folder / "sale-bare.tilia";
  remove_book(bare_file);
  fs::copy_file(traced, bare_file);
  BareBook bare(bare_file);
  Statements statements;
  sqlite3_trace_v2(shown.file().writer().handle(), SQLITE_TRACE_STMT, note_statement, &statements);
  std::vector<double> by_us;
  std::vector<double> by_bare;
  for (int sale = 0; sale < sales; ++sale) {
    const pos::SaleRequest request = db::cash_sale(5, chance);
    statements.clear();
    shown.sell(request);
    by_bare.push_back(bare.enter(statements));
    by_us.push_back(timed_sale(counter, request));
    if (sale % sales_a_log == 0) bare.tend_log();
  }
  fmt::print("{} statements a sale, {} sales, medians in microseconds\n", statements.size(), sales);
  return verdict("sale / bare transaction of the same rows", median(by_us), median(by_bare), 1.5);
}

// As at the counter: nobody else writes to the disk.
bool beside_one_page(Counter& counter, const fs::path& folder, int sales, Chance& chance) {
  OnePage page(folder / "sale-page");
  std::vector<double> by_us;
  std::vector<double> by_page;
  for (int sale = 0; sale < sales; ++sale) {
    by_page.push_back(page.overwrite());
    by_us.push_back(timed_sale(counter, db::cash_sale(5, chance)));
  }
  const double above = median(by_us) - median(by_page);
  fmt::print("{:4} sale {:.1f} - overwrite and sync of 4 KB {:.1f} = {:.1f} (at most 300)\n",
             above <= 300 ? "ok" : "OVER", median(by_us), median(by_page), above);
  return above <= 300;
}

// A counter where somebody holds her keys all day, beside one on which there are no keys at all.
bool beside_no_keys(Counter& without, const fs::path& folder, int sales, Chance& chance) {
  Counter with(fresh_book(folder / "sale-keys.tilia"));
  const SetClock clock(*Instant::parse("2026-03-02T05:00Z"));
  db::Users users(with.file(), db::SecretPolicy::practice(), clock);
  const Secret<std::string> passphrase(std::string("sits in a tree"));
  CHECK(users.add({"Owl", "🦉", db::Role::manager}, passphrase, chance, nullptr).ok());
  auto owl = users.log_in("Owl", passphrase);
  CHECK(owl);
  db::Giver giver{owl->user, owl->keys};
  const Secret<std::string> number(std::string("481516"));
  CHECK(users.add({"Fox", "🦊", db::Role::counter}, number, chance, &giver).ok());
  const auto fox = users.log_in("Fox", number);
  CHECK(fox);
  std::vector<double> by_with;
  std::vector<double> by_without;
  for (int sale = 0; sale < sales; ++sale) {
    const pos::SaleRequest request = db::cash_sale(5, chance);
    pos::SaleRequest same = request;
    same.id = pos::SaleId::mint(chance);
    by_with.push_back(timed_sale(with, request));
    by_without.push_back(timed_sale(without, same));
  }
  const double slower = median(by_with) - median(by_without);
  const double limit = std::max(25.0, median(by_without) * 0.15);
  fmt::print("{:4} sale with keys {:.1f} - without {:.1f} = {:.1f} (at most {:.1f})\n",
             slower <= limit ? "ok" : "OVER", median(by_with), median(by_without), slower, limit);
  return slower <= limit;
}

int measure(const fs::path& folder, int sales) {
  Counter counter(fresh_book(folder / "sale-ours.tilia"));
  SeededChance chance(6);
  bool holds = beside_bare_transactions(counter, folder, sales, chance);
  holds = beside_one_page(counter, folder, sales, chance) && holds;
  holds = beside_no_keys(counter, folder, sales, chance) && holds;
  return count_syncs(counter, chance) && holds ? 0 : 1;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "sale_bench FOLDER\n");
    return 2;
  }
  return tilia::bench::measure(arguments[1], 1'000);
}
