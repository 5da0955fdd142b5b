// How the lines of a case are read (tests/cases/*.till).
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace tilia::pos::tests {

// What came of a line, name by name; "refused" holds the code of a refusal.
using CaseAnswer = std::map<std::string, std::string>;

inline CaseAnswer refused(std::string_view code) { return {{"refused", std::string(code)}}; }

inline std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

inline std::vector<std::string> parted(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream rest(text);
  for (std::string part; std::getline(rest, part, at);) parts.push_back(trimmed(part));
  return parts;
}

// "2 white-loaf" → {"2", "white-loaf"}
inline std::pair<std::string, std::string> cut(const std::string& text,
                                               const std::string& at = " ") {
  const auto found = text.find(at);
  if (found == std::string::npos) return {trimmed(text), {}};
  return {trimmed(text.substr(0, found)), trimmed(text.substr(found + at.size()))};
}

inline int weekday_of(const std::string& name) {
  const std::vector<std::string> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (names[at] == name) return static_cast<int>(at);
  }
  return -1;
}

}  // namespace tilia::pos::tests
