// Memory at its peak while a book of 1,000 articles and 100,000 sales is backed up, tried and put
// back, above a process that only opened the book; beside the book's length.
//
//   backup_bench FOLDER
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "core/check.h"
#include "db/backup.h"
#include "db/users.h"
#include "tests/bench/big_book.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

constexpr double limit_megabytes = 16;  // however long the book is
constexpr double mebibyte = 1024.0 * 1024.0;

struct Run {
  double seconds = 0;
  double peak_megabytes = 0;
};

// In a process of its own, so that each has its own peak.
Run run(const std::function<void()>& act) {
  const Stopwatch watch;
  const pid_t child = ::fork();
  if (child == 0) {
    act();
    ::_exit(0);
  }
  int status = 0;
  rusage used{};
  CHECK(::wait4(child, &status, 0, &used) == child);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  return {watch.microseconds() / 1'000'000, static_cast<double>(used.ru_maxrss) / 1'024};
}

const Instant noon = Instant::parse("2026-03-02T11:00:00+00:00").value();

Secret<std::string> secret() { return Secret<std::string>(std::string("sits in a tree")); }

// Somebody who holds the backup key.
void add_manager(db::BookFile& book) {
  const SetClock clock(noon);
  SeededChance chance(1);
  db::Users users(book, db::SecretPolicy::practice(), clock);
  if (book.reader().number("SELECT count(*) FROM user") == 0)
    CHECK(users.add({"Owl", "🦉", db::Role::manager}, secret(), chance, nullptr).ok());
}

int measure(const std::filesystem::path& folder) {
  const auto file = folder / "big.tilia";
  const auto backup = folder / "big.backup";
  const auto target = folder / "restored.tilia";
  make_book(file, {.articles = 1'000, .days = 1'000, .sales_a_day = 100});
  run([&] {
    const auto book = open_book(file);
    add_manager(*book);
    db::make_backup(*book, backup);
  });
  const db::Key key = db::backup_key_in(backup, secret()).value();
  const Run idle = run([&] { (void)open_book(file)->reader().number("SELECT 1"); });
  int over = 0;
  const auto tell = [&](const char* what, const Run& took) {
    const double above = took.peak_megabytes - idle.peak_megabytes;
    fmt::print("{:8} {:6.1f} s, {:6.1f} MB above an open book, limit {} MB\n", what, took.seconds,
               above, limit_megabytes);
    if (above > limit_megabytes) ++over;
  };
  fmt::print("book     {:6.1f} MB\n",
             static_cast<double>(std::filesystem::file_size(file)) / mebibyte);
  tell("backup", run([&] { db::make_backup(*open_book(file), backup); }));
  tell("try", run([&] { (void)db::check_backup(backup, key); }));
  tell("restore", run([&] { db::restore_backup(backup, key, target, true, "cli", noon); }));
  for (const auto& left : {backup, target, folder / "restored.tilia-replaced"})
    std::filesystem::remove(left);
  return over == 0 ? 0 : 1;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** words) {
  CHECK(count == 2);
  return tilia::bench::measure(words[1]);
}
