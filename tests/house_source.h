// A source file as the house rules see it: its text, its code without comments and strings, its
// strings, and its include lines.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tilia::house {

struct Literal {
  int line = 0;
  std::string text;  // as written between the quotes, escapes kept
};

struct Include {
  int line = 0;
  std::string header;
  bool ours = false;  // "core/day.h", not <boost/…>
};

struct Source {
  std::string path;                // below the project's folder: "core/day.h"
  std::vector<std::string> lines;  // as written
  std::vector<std::string> code;  // the same lines, comments and what stands between quotes blanked
  std::vector<Literal> literals;
  std::vector<Include> includes;

  [[nodiscard]] bool in(std::string_view folder) const;  // "core" holds "core/day.h"
  [[nodiscard]] bool is_test() const { return in("tests"); }
  [[nodiscard]] bool in_ui() const { return path.find("/ui/") != std::string::npos; }
  [[nodiscard]] std::string room() const { return path.substr(0, path.find('/')); }
  [[nodiscard]] std::string stem() const { return std::filesystem::path(path).stem().string(); }
};

[[nodiscard]] Source source_from_text(std::string path, std::string_view text);

// Every file of the project that people wrote, without builds and git's own.
[[nodiscard]] std::vector<std::string> all_paths(const std::filesystem::path& project);
// Its .h and .cpp files.
[[nodiscard]] const std::vector<Source>& all_sources();
[[nodiscard]] std::string text_of(const std::filesystem::path& file);

// What is wrong where, and what cures it; the test prints each on a line of its own.
struct Fault {
  std::string path;
  int line = 0;
  std::string message;
};
using Faults = std::vector<Fault>;
[[nodiscard]] std::string told(const Faults& faults);

}  // namespace tilia::house
