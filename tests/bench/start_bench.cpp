// From exec to the first usable screen of tilia-till on a book of 1,000 articles and 100,000 sales,
// beside an empty wx window, turn by turn; and the peak memory of both. Run it where there is a
// display.
//
//   start_bench FOLDER TILIA-TILL EMPTY-WINDOW
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/check.h"
#include "tests/bench/big_book.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

struct Run {
  double milliseconds = 0;
  double peak_megabytes = 0;
};

Run run(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const Stopwatch watch;
  const pid_t child = ::fork();
  if (child == 0) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  int status = 0;
  rusage used{};
  CHECK(::wait4(child, &status, 0, &used) == child);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  return {watch.microseconds() / 1'000, static_cast<double>(used.ru_maxrss) / 1'024};
}

int measure(const std::filesystem::path& folder, const std::string& till,
            const std::string& empty) {
  const auto book = folder / "big.tilia";
  // What the till remembers of this book does not mix with the user's.
  CHECK(::setenv("TILIA_DEVICE_FOLDER", (folder / "device").c_str(), 1) == 0);
  make_book(book, {.articles = 1'000, .days = 1'000, .sales_a_day = 100});
  std::vector<double> till_took;
  std::vector<double> empty_took;
  std::vector<double> till_peak;
  std::vector<double> empty_peak;
  for (int round = 0; round < 15; ++round) {
    const Run theirs = run({empty});
    const Run ours = run({till, "--book", book.string(), "--leave-after-first-screen"});
    if (round == 0) continue;  // warms the caches of both
    till_took.push_back(ours.milliseconds);
    empty_took.push_back(theirs.milliseconds);
    till_peak.push_back(ours.peak_megabytes);
    empty_peak.push_back(theirs.peak_megabytes);
  }
  const bool fast = verdict("first screen of tilia-till / empty wx window, milliseconds",
                            median(till_took), median(empty_took), 1.8);
  const bool small = verdict("peak memory of tilia-till / empty wx window, MB", median(till_peak),
                             median(empty_peak), 1.4);
  return fast && small ? 0 : 1;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** arguments) {
  if (count != 4) {
    fmt::print(stderr, "start_bench FOLDER TILIA-TILL EMPTY-WINDOW\n");
    return 2;
  }
  return tilia::bench::measure(arguments[1], arguments[2], arguments[3]);
}
