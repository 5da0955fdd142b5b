#include "pos/article_code.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/letters.h"

namespace tilia::pos {
namespace {

constexpr std::size_t longest_stem = 36;  // room for a number behind it

using Spelt = std::pair<std::string_view, std::string_view>;
constexpr std::array<Spelt, 70> spelt{
    {{"č", "c"},  {"ć", "c"},  {"š", "s"},  {"ž", "z"},  {"đ", "dj"}, {"Č", "c"},  {"Ć", "c"},
     {"Š", "s"},  {"Ž", "z"},  {"Đ", "dj"}, {"а", "a"},  {"б", "b"},  {"в", "v"},  {"г", "g"},
     {"д", "d"},  {"ђ", "dj"}, {"е", "e"},  {"ж", "z"},  {"з", "z"},  {"и", "i"},  {"ј", "j"},
     {"к", "k"},  {"л", "l"},  {"љ", "lj"}, {"м", "m"},  {"н", "n"},  {"њ", "nj"}, {"о", "o"},
     {"п", "p"},  {"р", "r"},  {"с", "s"},  {"т", "t"},  {"ћ", "c"},  {"у", "u"},  {"ф", "f"},
     {"х", "h"},  {"ц", "c"},  {"ч", "c"},  {"џ", "dz"}, {"ш", "s"},  {"А", "a"},  {"Б", "b"},
     {"В", "v"},  {"Г", "g"},  {"Д", "d"},  {"Ђ", "dj"}, {"Е", "e"},  {"Ж", "z"},  {"З", "z"},
     {"И", "i"},  {"Ј", "j"},  {"К", "k"},  {"Л", "l"},  {"Љ", "lj"}, {"М", "m"},  {"Н", "n"},
     {"Њ", "nj"}, {"О", "o"},  {"П", "p"},  {"Р", "r"},  {"С", "s"},  {"Т", "t"},  {"Ћ", "c"},
     {"У", "u"},  {"Ф", "f"},  {"Х", "h"},  {"Ц", "c"},  {"Ч", "c"},  {"Џ", "dz"}, {"Ш", "s"}}};

// What stands for a letter in a code; nothing where a dash does.
std::string in_code(std::string_view letter) {
  if (letter.size() == 1) {
    const char plain = letter.front();
    const bool capital = plain >= 'A' && plain <= 'Z';
    const bool kept = (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9');
    if (capital) return {static_cast<char>(plain - 'A' + 'a')};
    return kept ? std::string(letter) : std::string();
  }
  for (const auto& [written, code] : spelt) {
    if (written == letter) return std::string(code);
  }
  return {};
}

}  // namespace

bool is_code(std::string_view code) {
  constexpr std::size_t longest = 40;
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !code.empty() && code.size() <= longest && std::ranges::all_of(code, letter);
}

std::string code_from_name(std::string_view name,
                           const std::function<bool(const std::string&)>& taken) {
  std::string stem;
  for (const std::string_view letter : letters_of(name)) {
    const std::string code = in_code(letter);
    if (stem.size() + code.size() > longest_stem) break;
    const bool dash = code.empty() && !stem.empty() && stem.back() != '-';
    stem += dash ? "-" : code;
  }
  while (stem.ends_with('-')) stem.pop_back();
  if (stem.empty()) stem = "article";
  std::string code = stem;
  for (int number = 2; taken(code); ++number) code = stem + "-" + std::to_string(number);
  return code;
}

}  // namespace tilia::pos
