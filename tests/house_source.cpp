#include "tests/house_source.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tilia::house {
namespace {

namespace fs = std::filesystem;

// Walks a C++ text once and parts code from comments and strings.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  void walk(Source& into) {
    code_.reserve(text_.size());
    while (at_ < text_.size()) {
      if (text_.substr(at_, 2) == "//") {
        skip_comment(text_.find('\n', at_));
      } else if (text_.substr(at_, 2) == "/*") {
        const std::size_t end = text_.find("*/", at_ + 2);
        skip_comment(end == std::string_view::npos ? end : end + 2);
      } else if (text_.substr(at_, 2) == "R\"" && !after_word()) {
        raw_string(into);
      } else if (text_[at_] == '"' && !include_line()) {
        string(into);
      } else if (text_[at_] == '\'' && !within_number()) {
        character();
      } else {
        take();
      }
    }
    std::istringstream lines(code_);
    for (std::string line; std::getline(lines, line);) into.code.push_back(line);
  }

 private:
  [[nodiscard]] bool after_word() const {
    return at_ > 0 &&
           (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0 || text_[at_ - 1] == '_');
  }
  // 1'000: the word before the mark begins with a digit (U'x' does not).
  [[nodiscard]] bool within_number() const {
    std::size_t start = at_;
    while (start > 0 && (std::isalnum(static_cast<unsigned char>(text_[start - 1])) != 0 ||
                         text_[start - 1] == '\''))
      --start;
    return start < at_ && std::isdigit(static_cast<unsigned char>(text_[start])) != 0;
  }
  [[nodiscard]] bool include_line() const {
    const std::size_t start = text_.rfind('\n', at_);
    return text_.substr(start == std::string_view::npos ? 0 : start + 1).starts_with("#include");
  }
  void take() {
    if (text_[at_] == '\n') ++line_;
    code_ += text_[at_++];
  }
  void blank(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (text_[at_] == '\n') ++line_;
      code_ += text_[at_] == '\n' ? '\n' : ' ';
    }
  }
  void skip_comment(std::size_t end) { blank(end); }
  // To the quote that ends what starts at at_, counting escapes.
  [[nodiscard]] std::size_t closing(char quote) const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2U : 1U;
    return std::min(end, text_.size());
  }
  void string(Source& into) {
    const std::size_t end = closing('"');
    into.literals.push_back({line_, std::string(text_.substr(at_ + 1, end - at_ - 1))});
    take();
    blank(end);
    if (at_ < text_.size()) take();
  }
  void character() {
    const std::size_t end = closing('\'');
    take();
    blank(end);
    if (at_ < text_.size()) take();
  }
  void raw_string(Source& into) {
    const std::size_t open = text_.find('(', at_);
    const std::string end_mark = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
    const std::size_t end = std::min(text_.find(end_mark, open), text_.size());
    into.literals.push_back({line_, std::string(text_.substr(open + 1, end - open - 1))});
    blank(end + end_mark.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::string code_;
};

void read_includes(Source& source) {
  for (std::size_t at = 0; at < source.code.size(); ++at) {
    const std::string& line = source.code[at];
    if (!line.starts_with("#include ")) continue;
    const std::size_t open = line.find_first_of("<\"");
    if (open == std::string::npos) continue;
    const std::size_t close = line.find_first_of(">\"", open + 1);
    source.includes.push_back(
        {static_cast<int>(at) + 1, line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
}

}  // namespace

bool Source::in(std::string_view folder) const {
  return path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/';
}

Source source_from_text(std::string path, std::string_view text) {
  Source source;
  source.path = std::move(path);
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) source.lines.push_back(line);
  Lexer(text).walk(source);
  read_includes(source);
  return source;
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> all_paths(const fs::path& project) {
  std::vector<std::string> paths;
  for (auto entry = fs::recursive_directory_iterator(project);
       entry != fs::recursive_directory_iterator(); ++entry) {
    const std::string path = fs::relative(entry->path(), project).string();
    const bool built = path.starts_with("build") || path == ".git" || path == ".cache";
    if (entry->is_directory() && built && entry.depth() == 0) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && path != ".git") {
      paths.push_back(path);
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

const std::vector<Source>& all_sources() {
  static const std::vector<Source> sources = [] {
    std::vector<Source> found;
    for (const std::string& path : all_paths(TILIA_SOURCE)) {
      if (path.ends_with(".h") || path.ends_with(".cpp"))
        found.push_back(source_from_text(path, text_of(fs::path(TILIA_SOURCE) / path)));
    }
    return found;
  }();
  return sources;
}

std::string told(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults)
    text += "\n" + fault.path + ":" + std::to_string(fault.line) + ": " + fault.message;
  return text;
}

}  // namespace tilia::house
