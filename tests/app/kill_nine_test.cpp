// kill −9 of the real program while it reads a stream of sales, at random moments: every sale that
// was answered is in the book once, none is half there, and what is sent again enters once. 50
// kills in the suite, 1,000 with TILIA_FULL=1.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "program.h"

namespace tilia::app {
namespace {

constexpr int sales_of_a_round = 40;

// A program whose input and output we hold, and which we kill.
class KilledProgram {
 public:
  explicit KilledProgram(const std::vector<std::string>& words) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) std::abort();
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(in[0], STDIN_FILENO);
      ::dup2(out[1], STDOUT_FILENO);
      std::string path = TILIA_BIN "/tilia";
      std::vector<std::string> kept = words;
      std::vector<char*> arguments{path.data()};
      for (std::string& word : kept) arguments.push_back(word.data());
      arguments.push_back(nullptr);
      ::execv(path.c_str(), arguments.data());
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }

  // The pipe holds all of it: far below its 64 KB.
  void send(const std::string& text) {
    EXPECT_EQ(::write(in_, text.data(), text.size()), static_cast<ssize_t>(text.size()));
  }
  // Whole lines up to the `count`th; fewer when the program is gone.
  void read_lines(std::size_t count) {
    std::array<char, 4096> bytes{};
    while (lines_ < count) {
      const ssize_t got = ::read(out_, bytes.data(), bytes.size());
      if (got <= 0) return;
      take(std::string(bytes.data(), static_cast<std::size_t>(got)));
    }
  }
  // Kills it, and reads what it had still answered.
  void kill_nine() {
    ::kill(child_, SIGKILL);
    int status = 0;
    ::waitpid(child_, &status, 0);
    std::array<char, 4096> bytes{};
    for (ssize_t got = 0; (got = ::read(out_, bytes.data(), bytes.size())) > 0;)
      take(std::string(bytes.data(), static_cast<std::size_t>(got)));
    ::close(in_);
    ::close(out_);
  }
  // What was answered, without a last line that was cut off.
  [[nodiscard]] std::string answered() const { return text_.substr(0, text_.rfind('\n') + 1); }

 private:
  void take(const std::string& text) {
    text_ += text;
    for (const char letter : text) lines_ += letter == '\n' ? 1U : 0U;
  }

  pid_t child_ = -1;
  int in_ = -1;
  int out_ = -1;
  std::size_t lines_ = 0;
  std::string text_;
};

std::vector<std::string> ring_words(const PracticeBakery& bakery) {
  return {"--book", bakery.book(), "--json", "--now", "2026-03-02T09:30:00+01:00",
          "sale",   "ring",        "--till", "T1"};
}

// Lets the program run on for a moment that is another each time, without a clock.
void let_it_run(std::mt19937& chance) {
  for (auto draws = chance() % 400'000; draws > 0; --draws) (void)chance();
}

// The receipts of a stream's answers by sale id; each must be whole.
void note_receipts(const std::string& answers, std::map<std::string, std::string>& receipts) {
  for (const Json& answer : Ran{0, answers, {}}.lines()) {
    ASSERT_TRUE(answer.contains("receipt")) << answer;
    const std::string id = answer["id"];
    const auto [known, is_new] = receipts.emplace(id, answer["receipt"]);
    EXPECT_EQ(known->second, answer["receipt"]) << "a sale changed its receipt";
  }
}

TEST(KillNine, LosesNoAnsweredSaleAndDoublesNone) {
  const bool full = std::getenv("TILIA_FULL") != nullptr;
  const int kills = full ? 1000 : 50;
  constexpr unsigned seed = 20260302;
  std::mt19937 chance(seed);
  const PracticeBakery bakery;
  bakery.open_drawer();
  std::map<std::string, std::string> receipts;
  int sent = 0;
  for (int kill = 0; kill < kills; ++kill) {
    std::string stream;
    for (int sale = 0; sale < sales_of_a_round; ++sale)
      stream += loaves(sale_id(++sent), "1", "100.00");
    KilledProgram program(ring_words(bakery));
    program.send(stream);
    // Somewhere in the stream, and then somewhere within a sale.
    program.read_lines(chance() % sales_of_a_round);
    let_it_run(chance);
    program.kill_nine();
    note_receipts(program.answered(), receipts);
    // Sent again, as a till does that does not know: what is there is there, the rest goes in.
    const Ran again = run(ring_words(bakery), {.input = stream, .environment = {}});
    ASSERT_EQ(again.status, 0) << "seed " << seed << ", kill " << kill << ": " << again.out;
    note_receipts(again.out, receipts);
  }
  EXPECT_EQ(receipts.size(), static_cast<std::size_t>(sent));
  std::set<std::string> numbers;
  for (const auto& [id, receipt] : receipts) numbers.insert(receipt);
  EXPECT_EQ(numbers.size(), receipts.size()) << "a receipt number came twice";
  // Without a gap: the last number is the count.
  EXPECT_TRUE(numbers.contains(fmt::format("T1-1-{}", sent)));
  EXPECT_GT(bakery.entries(), sent);
  const Json look = bakery.done({"day", "look", "--till", "T1"});
  EXPECT_EQ(look["sales"]["count"], sent);
  EXPECT_EQ(look["sales"]["total"], fmt::format("{}.00", 65 * sent));
}

}  // namespace
}  // namespace tilia::app
