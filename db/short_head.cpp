#include "db/short_head.h"

#include <fmt/format.h>

#include "core/decimal_text.h"

namespace tilia::db {
namespace {

constexpr std::string_view base = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_letters = 16;
constexpr std::size_t letters_of_a_group = 4;
constexpr std::size_t most_digits_of_a_size = 15;

// As it is meant: capital, and none of the letters that the base leaves out for looking alike.
char meant(char typed) {
  if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
  if (typed == 'O') return '0';
  if (typed == 'I' || typed == 'L') return '1';
  return typed;
}

std::string meant(std::string_view typed) {
  std::string text;
  for (const char letter : typed) text += meant(letter);
  return text;
}

bool parts(char letter) { return letter == ' ' || letter == '\t' || letter == '-'; }

// Takes what parts words off the end.
void trim_end(std::string_view& text) {
  while (!text.empty() && parts(text.back())) text.remove_suffix(1);
}

// The code is taken from the end, since a station's name may hold anything.
std::optional<std::string> take_code(std::string_view& rest) {
  std::string code;
  while (code.size() < code_letters) {
    trim_end(rest);
    if (rest.empty()) return std::nullopt;
    const char letter = meant(rest.back());
    if (base.find(letter) == std::string_view::npos) return std::nullopt;
    code.insert(code.begin(), letter);
    rest.remove_suffix(1);
  }
  if (rest.empty() || !parts(rest.back())) return std::nullopt;  // more letters than a code has
  return code;
}

std::optional<std::int64_t> take_size(std::string_view& rest) {
  trim_end(rest);
  const std::size_t before = rest.find_last_of(" \t");
  if (before == std::string_view::npos) return std::nullopt;
  const std::string digits = meant(rest.substr(before + 1));
  rest = rest.substr(0, before);
  if (digits.empty() || digits.size() > most_digits_of_a_size ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  const auto size = parse_decimal(digits, 0);
  if (!size || size.value() < 1) return std::nullopt;
  return size.value();
}

}  // namespace

std::string ShortHead::text() const {
  std::string grouped;
  for (std::size_t at = 0; at < code.size(); at += letters_of_a_group)
    grouped += (at == 0 ? "" : "-") + code.substr(at, letters_of_a_group);
  return fmt::format("{} {} {}", station, size, grouped);
}

bool ShortHead::is_of(std::string_view other_station) const {
  return meant(station) == meant(other_station);
}

std::string code_of(const Hash& root) {
  constexpr unsigned bits_of_a_letter = 5;
  std::string code;
  unsigned held = 0;
  unsigned bits = 0;
  for (std::size_t byte = 0; code.size() < code_letters; ++byte) {
    held = (held << 8U) | root.at(byte);
    bits += 8;
    while (bits >= bits_of_a_letter) {
      bits -= bits_of_a_letter;
      code += base[(held >> bits) & 31U];
    }
    held &= (1U << bits) - 1;
  }
  return code;
}

std::string short_head_text(const std::string& station, std::int64_t size, const Hash& root) {
  return ShortHead{station, size, code_of(root)}.text();
}

std::optional<ShortHead> parse_short_head(std::string_view typed) {
  // What a clipboard or a tired hand leaves around it.
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = typed.find_first_not_of(space);
  if (begin == std::string_view::npos) return std::nullopt;
  typed = typed.substr(begin, typed.find_last_not_of(space) - begin + 1);
  auto code = take_code(typed);
  if (!code) return std::nullopt;
  const auto size = take_size(typed);
  if (!size) return std::nullopt;
  while (!typed.empty() && space.find(typed.back()) != std::string_view::npos)
    typed.remove_suffix(1);
  if (typed.empty()) return std::nullopt;
  return ShortHead{std::string(typed), *size, *std::move(code)};
}

int places_that_differ(std::string_view code, std::string_view other) {
  int places = 0;
  for (std::size_t at = 0; at < std::max(code.size(), other.size()); ++at)
    places += at < code.size() && at < other.size() && code[at] == other[at] ? 0 : 1;
  return places;
}

}  // namespace tilia::db
