// What a failed login costs where the name is somebody's and where it is nobody's: 40 names of
// each, five wrong secrets for each, by turns, through the real use case with the work that is
// shipped for a passphrase but a smaller memory (400 tries of 256 MiB would take minutes). Told as
// the ratio of the medians, and as how well one try tells which it was: 0.5 is a coin.
//
//   login_bench FOLDER
#include <fmt/format.h>

#include <optional>
#include <vector>

#include "db/book_file.h"
#include "db/users.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

constexpr int names = 40;
constexpr int tries = 5;

// How often a known name's try was slower than an unknown name's, over all pairs.
double slower_share(const std::vector<double>& known, const std::vector<double>& unknown) {
  double slower = 0;
  for (const double one : known)
    for (const double other : unknown) slower += one > other ? 1.0 : (one == other ? 0.5 : 0.0);
  return slower / static_cast<double>(known.size() * unknown.size());
}

int measure(const std::filesystem::path& folder) {
  for (const char* part : {"", "-wal", "-shm", "-lock"})
    std::filesystem::remove(folder / (std::string("logins.tilia") + part));
  const auto book = db::BookFile::create(folder / "logins.tilia", {.station = "office"},
                                         [](db::WriteTransaction&) {});
  db::SecretPolicy policy = db::SecretPolicy::shipped();
  policy.passphrase.memory_bytes = std::size_t{16} * 1024 * 1024;
  const SetClock clock(*Instant::parse("2026-03-02T05:00Z"));
  db::Users users(*book, policy, clock);
  SeededChance chance(9);
  std::optional<db::Session> first;
  for (int number = 0; number < names; ++number) {
    const std::string name = fmt::format("known{:02}", number);
    const Secret<std::string> secret(name + " sits in a tree");
    std::optional<db::Giver> giver;
    if (first) giver.emplace(db::Giver{first->user, first->keys});
    CHECK(users.add({name, "🦉", db::Role::manager}, secret, chance, giver ? &*giver : nullptr)
              .ok());
    if (!first) first = users.log_in(name, secret);
  }
  std::vector<double> known;
  std::vector<double> unknown;
  const Secret<std::string> wrong(std::string("none of them says this"));
  for (int turn = 0; turn < tries; ++turn) {
    for (int number = 0; number < names; ++number) {
      for (const bool somebody : {true, false}) {
        const std::string name = fmt::format("{}{:02}", somebody ? "known" : "nobody", number);
        const Stopwatch watch;
        const bool in = users.log_in(name, wrong).has_value();
        const double took = watch.microseconds();
        CHECK(!in);
        (somebody ? known : unknown).push_back(took);
      }
    }
  }
  const double share = slower_share(known, unknown);
  fmt::print("one try tells the two apart in {:.3f} of the pairs (0.5: not at all)\n", share);
  bool holds = verdict("wrong secret / nobody's name", median(known), median(unknown), 1.05);
  holds = verdict("nobody's name / wrong secret", median(unknown), median(known), 1.05) && holds;
  return holds && share > 0.4 && share < 0.6 ? 0 : 1;
}

}  // namespace
}  // namespace tilia::bench

int main(int count, char** words) { return tilia::bench::measure(count > 1 ? words[1] : "."); }
