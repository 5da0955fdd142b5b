// Runs the real `tilia` as a user would: words on its command line, bytes on its standard input,
// and back come an exit status and what it wrote. Each test has a folder of its own.
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tilia::app {

using Json = nlohmann::ordered_json;

struct Ran {
  int status = -1;  // exit status; -1: killed by a signal
  std::string out;
  std::string err;

  [[nodiscard]] Json json() const { return Json::parse(out); }
  [[nodiscard]] std::string error_code() const { return json()["error"]["code"]; }
  // One document a line.
  [[nodiscard]] std::vector<Json> lines() const;
};

struct Setting {
  std::string input;
  std::vector<std::pair<std::string, std::string>> environment;
  std::function<void()> in_child = [] {};  // before the program starts
};

[[nodiscard]] Ran run(const std::vector<std::string>& words, const Setting& setting = {});

// A folder with a practice bakery in it: three articles, and a clock at Monday 2 March 2026, 09:00
// in Belgrade.
class PracticeBakery {
 public:
  PracticeBakery();
  ~PracticeBakery();
  PracticeBakery(const PracticeBakery&) = delete;
  PracticeBakery& operator=(const PracticeBakery&) = delete;

  // Words of a command; --book, --json and --now are put in front.
  [[nodiscard]] Ran tilia(std::vector<std::string> words, const Setting& setting = {}) const;
  // The same, which must succeed.
  Json done(const std::vector<std::string>& words, const Setting& setting = {}) const;
  void open_drawer() const { done({"day", "open", "--till", "T1", "--float", "5000.00"}); }

  // How many entries the journal has; it must hold.
  [[nodiscard]] std::int64_t entries() const;
  [[nodiscard]] std::filesystem::path book() const { return file("book.tilia"); }
  [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
  void write(const std::string& name, const std::string& text) const;
  void set_now(const std::string& instant) { now_ = instant; }

 private:
  std::filesystem::path folder_;
  std::string now_ = "2026-03-02T09:00:00+01:00";
};

// 32 hex digits that end in `number`.
[[nodiscard]] std::string sale_id(int number);
// A sale of some white loaves at 65.00, paid in cash.
[[nodiscard]] std::string loaves(const std::string& id, const std::string& quantity,
                                 const std::string& cash);

}  // namespace tilia::app
