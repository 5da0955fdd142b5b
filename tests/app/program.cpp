#include "program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* articles =
    "article,name,price,vat,unit,barcodes,picture,page,stock\n"
    "white-loaf,White loaf,65.00,reduced,each,8600000000011,🍞,Bread,no\n"
    "bagel,Bagel,70.00,standard,each,,🥯,Bread,no\n"
    "biscuits-kg,Biscuits,980.00,standard,kg,,🍪,Cakes,no\n";

// Of the programs that these tests start: their memory of books does not mix with the user's.
class DeviceFolderOfTests {
 public:
  DeviceFolderOfTests() {
    std::string pattern = (fs::temp_directory_path() / "device-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
    ::setenv("TILIA_DEVICE_FOLDER", folder_.c_str(), 1);
  }
  ~DeviceFolderOfTests() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  DeviceFolderOfTests(const DeviceFolderOfTests&) = delete;
  DeviceFolderOfTests& operator=(const DeviceFolderOfTests&) = delete;

 private:
  fs::path folder_;
};
const DeviceFolderOfTests device_folder_of_tests;

struct Pipe {
  std::array<int, 2> ends{};
  Pipe() { EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0); }
  [[nodiscard]] int read_end() const { return ends[0]; }
  [[nodiscard]] int write_end() const { return ends[1]; }
};

std::string everything_in(int end) {
  std::string text;
  std::array<char, 4096> bytes{};
  for (ssize_t count = 0; (count = ::read(end, bytes.data(), bytes.size())) > 0;)
    text.append(bytes.data(), static_cast<std::size_t>(count));
  ::close(end);
  return text;
}

void write_all(int end, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(end, bytes.data(), bytes.size());
    if (count <= 0) break;  // the program ended before it had read everything
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  ::close(end);
}

[[noreturn]] void become_the_program(const std::vector<std::string>& words,
                                     const Setting& setting) {
  for (const auto& [name, value] : setting.environment) ::setenv(name.c_str(), value.c_str(), 1);
  setting.in_child();
  std::string path = TILIA_BIN "/tilia";
  std::vector<std::string> kept = words;
  std::vector<char*> arguments{path.data()};
  for (std::string& word : kept) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  ::execv(path.c_str(), arguments.data());
  ::_exit(127);
}

}  // namespace

std::vector<Json> Ran::lines() const {
  std::vector<Json> all;
  std::istringstream stream(out);
  for (std::string line; std::getline(stream, line);) all.push_back(Json::parse(line));
  return all;
}

Ran run(const std::vector<std::string>& words, const Setting& setting) {
  const Pipe in;
  const Pipe out;
  const Pipe err;
  ::signal(SIGPIPE, SIG_IGN);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in.read_end(), STDIN_FILENO);
    ::dup2(out.write_end(), STDOUT_FILENO);
    ::dup2(err.write_end(), STDERR_FILENO);
    ::setenv("LC_ALL", "C.UTF-8", 1);
    become_the_program(words, setting);
  }
  ::close(in.read_end());
  ::close(out.write_end());
  ::close(err.write_end());
  Ran ran;
  std::thread feeding([&] { write_all(in.write_end(), setting.input); });
  std::thread listening([&] { ran.err = everything_in(err.read_end()); });
  ran.out = everything_in(out.read_end());
  feeding.join();
  listening.join();
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status)) ran.status = WEXITSTATUS(status);
  return ran;
}

PracticeBakery::PracticeBakery() {
  std::string pattern = (fs::temp_directory_path() / "bakery-XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
  done({"init", "--country", "RS", "--kind", "bakery", "--name", "Corner Bakery", "--practice"});
  write("articles.csv", articles);
  done({"article", "import", file("articles.csv")});
}

PracticeBakery::~PracticeBakery() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Ran PracticeBakery::tilia(std::vector<std::string> words, const Setting& setting) const {
  const std::vector<std::string> first{"--book", book().string(), "--json", "--now", now_};
  words.insert(words.begin(), first.begin(), first.end());
  return run(words, setting);
}

Json PracticeBakery::done(const std::vector<std::string>& words, const Setting& setting) const {
  const Ran ran = tilia(words, setting);
  EXPECT_EQ(ran.status, 0) << words.front() << ": " << ran.out << ran.err;
  return ran.status == 0 && !ran.out.empty() ? ran.lines().back() : Json();
}

std::int64_t PracticeBakery::entries() const {
  const Ran ran = run({"--book", book().string(), "--json", "journal", "verify"});
  EXPECT_EQ(ran.status, 0) << ran.out << ran.err;
  return ran.status == 0 ? ran.json()["entries"].get<std::int64_t>() : -1;
}

void PracticeBakery::write(const std::string& name, const std::string& text) const {
  std::ofstream(file(name), std::ios::binary) << text;
}

std::string sale_id(int number) { return fmt::format("{:032x}", number); }

std::string loaves(const std::string& id, const std::string& quantity, const std::string& cash) {
  return Json{{"id", id},
              {"lines", {{{"article", "white-loaf"}, {"quantity", quantity}}}},
              {"tenders", {{{"kind", "cash"}, {"amount", cash}}}}}
             .dump() +
         "\n";
}

}  // namespace tilia::app
