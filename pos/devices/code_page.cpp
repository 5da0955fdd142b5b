#include "pos/devices/code_page.h"

#include <algorithm>
#include <map>

#include "core/check.h"
#include "core/letters.h"
#include "pos/devices/code_page_tables.h"

namespace tilia::pos {
namespace {

constexpr int first_upper = 0x80;
constexpr std::string_view empty_place = "\ufffd";

using Table = std::map<std::string_view, std::string_view>;

// What a typewriter has for signs that most pages lack.
const Table& typewritten() {
  static const Table table{
      {"\u00a0", " "},   {"\u202f", " "},  {"\u2009", " "},  {"\u2212", "-"},  {"\u2010", "-"},
      {"\u2011", "-"},   {"\u2013", "-"},  {"\u2014", "-"},  {"\u2018", "'"},  {"\u2019", "'"},
      {"\u201a", "'"},   {"\u201c", "\""}, {"\u201d", "\""}, {"\u201e", "\""}, {"\u00d7", "x"},
      {"\u2026", "..."}, {"\u00b7", "."},  {"\u2022", "-"},
  };
  return table;
}

const Table& nearest_latin() {
  static const Table table = [] {
    Table made;
    for (const NearestLetters& row : nearest_letters) {
      std::string_view rest = row.nearest;
      for (const std::string_view letter : letters_of(row.letters)) {
        CHECK(!rest.empty());
        const std::size_t end = std::min(rest.find(' '), rest.size());
        made.emplace(letter, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
      CHECK(rest.empty());
    }
    return made;
  }();
  return table;
}

std::optional<std::string_view> found_in(const Table& table, std::string_view letter) {
  const auto found = table.find(letter);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

bool is_ascii(std::string_view letter) {
  return letter.size() == 1 && static_cast<unsigned char>(letter.front()) < 0x80;
}

// A control byte inside a name would be a command to the printer.
bool is_command(std::string_view letter) {
  return is_ascii(letter) && (letter.front() < ' ' || letter.front() == 0x7f);
}

}  // namespace

const std::vector<std::string>& CodePage::names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const CodePageTable& table : code_page_tables) all.emplace_back(table.name);
    return all;
  }();
  return names;
}

CodePage::CodePage(const std::string& name) {
  const auto table = std::find_if(code_page_tables.begin(), code_page_tables.end(),
                                  [&](const CodePageTable& each) { return each.name == name; });
  CHECK(table != code_page_tables.end());
  int byte = first_upper;
  for (const std::string_view each : letters_of(table->letters))
    bytes_.emplace(each, static_cast<char>(byte++));
  CHECK(byte == 256);  // 128 letters
  bytes_.erase(empty_place);
}

std::optional<std::string> CodePage::letter(std::string_view utf8) const {
  if (is_command(utf8)) return std::string();
  if (is_ascii(utf8)) return std::string(utf8);
  if (const auto plain = found_in(typewritten(), utf8)) return std::string(*plain);
  const auto byte = bytes_.find(utf8);
  if (byte == bytes_.end()) return std::nullopt;
  return std::string(1, byte->second);
}

std::optional<std::string> CodePage::encoded(std::string_view utf8) const {
  std::string bytes;
  for (const std::string_view each : letters_of(utf8)) {
    const auto byte = letter(each);
    if (!byte) return std::nullopt;
    bytes += *byte;
  }
  return bytes;
}

std::string CodePage::nearest(std::string_view utf8) const {
  std::string bytes;
  for (const std::string_view each : letters_of(utf8)) {
    if (const auto byte = letter(each)) {
      bytes += *byte;
    } else if (const auto latin = found_in(nearest_latin(), each)) {
      bytes += nearest(*latin);  // "Ђ" is "Đ" where the page has it, else "Dj"
    }
  }
  return bytes;
}

}  // namespace tilia::pos
