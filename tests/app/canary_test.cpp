// 200 invented names, numbers and accounts go through the commands that take them in and work with
// them, with 50 kills in the midst; then every byte of the folder is searched: the book, its log,
// the backup, the diagnostics, the folder for temporary files, whatever else was left behind.
#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "app/practice_users.h"
#include "db/book_file.h"
#include "db/pay_book_sqlite.h"
#include "payroll/employ.h"
#include "program.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr int canaries = 200;
constexpr int kills = 50;

// The two digits that make an account of the test range a right one (ISO 7064 mod 97).
std::string account(int number) {
  const std::string digits = fmt::format("{:018}", 999'000'000'000'000'000LL + number);
  int rest = 0;
  for (const char digit : digits + "272800") rest = (rest * 10 + (digit - '0')) % 97;  // R S 0 0
  return fmt::format("RS{:02}{}", 98 - rest, digits);
}

payroll::Identity canary(int number) {
  return {.legal_name = fmt::format("Quillfeather{:03}y Xanthorp{:03}x", number, number),
          .id_number = fmt::format("77{:03}0049{:03}1", number, number),
          .iban = account(number),
          .born = {}};
}

std::string file_text(const payroll::Identity& who) {
  return Json{{"legal_name", who.legal_name}, {"id_number", who.id_number}, {"iban", who.iban}}
      .dump();
}

class Canaries : public testing::Test {
 protected:
  Canaries() {
    fs::create_directories(shop_.file("temporary"));
    ::setenv("TMPDIR", shop_.file("temporary").c_str(), 1);
    take_everybody_on();
  }
  ~Canaries() override { ::unsetenv("TMPDIR"); }

  // All but the first 50 in this process, which is quicker; by the same use cases.
  void take_everybody_on() {
    const auto book = db::BookFile::open(shop_.book(), {.station = "cli"});
    const SetClock clock(Instant::parse("2026-03-02T08:00Z").value());
    db::Users users(*book, db::SecretPolicy::practice(), clock);
    const db::Session bee = practice_session(users, db::Role::payroll);
    db::ReadLog log(*book, bee.keys, clock);
    db::PayBookSqlite pay(*book, bee.keys, log);
    SeededChance chance(5);
    const Currency rsd = *Currency::from_code("RSD");
    for (int number = 0; number < canaries; ++number) {
      const std::string alias = fmt::format("w{:03}", number);
      const auto worker = payroll::add_worker(pay, alias, "🦊", chance, clock);
      ASSERT_TRUE(worker.ok());
      if (number < 20) {
        ASSERT_TRUE(payroll::add_contract(pay, alias, *Day::from(2026, 2, 1),
                                          payroll::PayBasis::monthly,
                                          Money::from_minor(10'000'000, rsd), 40 * 60, clock)
                        .ok());
      }
      if (number >= kills) pay.put_identity(worker.value().id, canary(number));
    }
  }

  // Starts the program with this on its standard input, and kills it after so long.
  void kill_while_it_takes_in(int number, std::chrono::milliseconds after) {
    std::array<int, 2> in{};
    ASSERT_EQ(::pipe2(in.data(), O_CLOEXEC), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      ::dup2(in[0], STDIN_FILENO);
      const int nowhere = ::open("/dev/null", O_WRONLY);
      ::dup2(nowhere, STDOUT_FILENO);
      const std::string program = TILIA_BIN "/tilia";
      const std::string book = shop_.book().string();
      const std::string alias = fmt::format("w{:03}", number);
      ::execl(program.c_str(), program.c_str(), "--book", book.c_str(), "person", "identity",
              alias.c_str(), "--set", "-", nullptr);
      ::_exit(127);
    }
    ::close(in[0]);
    const std::string text = file_text(canary(number));
    ASSERT_EQ(::write(in[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    ::close(in[1]);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
  }

  // The files in which any of what was invented stands, with what was found.
  std::vector<std::string> finds() {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(shop_.book().parent_path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      searched_ += bytes.size();
      for (int number = 0; number < canaries; ++number) {
        const payroll::Identity who = canary(number);
        for (const std::string& text : {who.legal_name, who.id_number, who.iban}) {
          if (bytes.find(text) != std::string::npos)
            found.push_back(entry.path().filename().string() + ": " + text);
        }
      }
    }
    return found;
  }

  PracticeBakery shop_;
  std::size_t searched_ = 0;
};

TEST_F(Canaries, LeaveNoByteInAnyFileWhateverIsDoneWithThemAndWhereverItIsKilled) {
  shop_.write("seen.json", file_text(canary(3)));
  ASSERT_EQ(finds().size(), 3U) << "or the search finds nothing";
  fs::remove(shop_.file("seen.json"));
  std::mt19937 moment(11);
  for (int number = 0; number < kills; ++number)
    kill_while_it_takes_in(number, std::chrono::milliseconds(moment() % 300));
  for (int number = 0; number < 20; ++number)
    shop_.done({"person", "identity", fmt::format("w{:03}", number), "--set", "-"},
               {.input = file_text(canary(number)), .environment = {}});
  const Json shown = shop_.done({"person", "identity", "w003"});
  ASSERT_EQ(shown["iban"], canary(3).iban) << "they are in the book";
  ASSERT_EQ(shop_.done({"person", "identity", "w150"})["legal_name"], canary(150).legal_name);
  shop_.done({"pay", "run", "--month", "2026-02"});
  shop_.done({"pay", "approve", "--month", "2026-02"});
  shop_.done({"person", "export", "w003"});
  shop_.done({"worker", "end", "--alias", "w003", "--on", "2026-02-28"});
  shop_.done({"person", "erase", "w003"});
  shop_.done({"backup", "make", shop_.file("copy.backup").string()});
  shop_.done({"diagnostics", shop_.file("send.json").string()});
  shop_.done({"journal", "verify"});
  EXPECT_EQ(finds(), std::vector<std::string>());
  EXPECT_GT(searched_, 2'000'000U);
}

}  // namespace
}  // namespace tilia::app
