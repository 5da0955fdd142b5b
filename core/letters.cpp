#include "core/letters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace tilia {
namespace {

// How a letter of so many bytes begins, and the smallest code that needs so many.
struct Length {
  unsigned mask;
  unsigned mark;
  std::uint32_t smallest;
};
constexpr std::array<Length, 4> lengths{
    {{0x80, 0x00, 0}, {0xe0, 0xc0, 0x80}, {0xf0, 0xe0, 0x800}, {0xf8, 0xf0, 0x10000}}};

bool is_letter(std::uint32_t code) { return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff); }

struct Letter {
  char32_t code = 0;
  std::size_t bytes = 1;
};

Letter letter_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t first = byte(at);
  if (first >= 0xC0 && first < 0xE0 && at + 1 < text.size()) {
    return {((first & 0x1F) << 6) | (byte(at + 1) & 0x3F), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && at + 2 < text.size()) {
    return {((first & 0x0F) << 12) | ((byte(at + 1) & 0x3F) << 6) | (byte(at + 2) & 0x3F), 3};
  }
  if (first >= 0xF0 && at + 3 < text.size()) return {0, 4};  // no letter of ours is up there
  return {first, 1};
}

std::string two_bytes_or_one(char32_t code) {
  if (code < 0x80) return {static_cast<char>(code)};
  return {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
}

char32_t lower(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + 32;
  if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;  // À … Þ
  if (code >= 0x100 && code <= 0x137) return code | 1;                 // Ā … ķ in pairs
  if (code >= 0x139 && code <= 0x148) return (code % 2 == 1) ? code + 1 : code;
  if (code >= 0x14A && code <= 0x177) return code | 1;
  if (code >= 0x179 && code <= 0x17E) return (code % 2 == 1) ? code + 1 : code;  // Ź Ż Ž
  if (code >= 0x400 && code <= 0x40F) return code + 80;                          // Ђ … Џ
  if (code >= 0x410 && code <= 0x42F) return code + 32;                          // А … Я
  return code;
}

char32_t upper(char32_t code) {
  for (char32_t candidate = code > 80 ? code - 80 : 0; candidate < code; ++candidate) {
    if (lower(candidate) == code) return candidate;
  }
  return code;
}

}  // namespace

std::optional<std::string_view> first_letter(std::string_view utf8) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
  for (std::size_t more = 0; more < lengths.size(); ++more) {
    const Length& length = lengths[more];
    if ((byte(0) & length.mask) != length.mark) continue;
    if (utf8.size() < more + 1) return std::nullopt;
    std::uint32_t code = byte(0) & ~length.mask;
    for (std::size_t at = 1; at <= more; ++at) {
      if ((byte(at) & 0xc0) != 0x80) return std::nullopt;
      code = code << 6 | (byte(at) & 0x3f);
    }
    if (code < length.smallest || !is_letter(code)) return std::nullopt;
    return utf8.substr(0, more + 1);
  }
  return std::nullopt;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto letter = first_letter(text);
    if (!letter) return false;
    text.remove_prefix(letter->size());
  }
  return true;
}

std::vector<std::string_view> letters_of(std::string_view utf8) {
  std::vector<std::string_view> letters;
  while (!utf8.empty()) {
    const auto letter = first_letter(utf8);
    if (letter) letters.push_back(*letter);
    utf8.remove_prefix(letter ? letter->size() : 1);
  }
  return letters;
}

bool is_pictogram(std::string_view utf8) {
  constexpr std::size_t longest_bytes =
      32;  // a person with a skin and a trade is one of the longest
  constexpr std::string_view shown_in_colour = "\uFE0F";
  if (utf8.size() > longest_bytes || !is_utf8(utf8)) return false;
  const auto symbol = [&](std::string_view letter) {
    // Beyond the scripts: U+2000 to U+2FFF, and what needs four bytes.
    return letter.size() == 4 || (letter.size() == 3 && letter.front() == '\xE2') ||
           letter == shown_in_colour;
  };
  const std::vector<std::string_view> letters = letters_of(utf8);
  return std::ranges::all_of(letters, symbol);
}

namespace {

std::string each_letter(std::string_view utf8, char32_t (*change)(char32_t)) {
  std::string changed;
  for (std::size_t at = 0; at < utf8.size();) {
    const Letter letter = letter_at(utf8, at);
    if (letter.bytes <= 2 && letter.code < 0x800) {
      changed += two_bytes_or_one(change(letter.code));
    } else {
      changed += utf8.substr(at, letter.bytes);
    }
    at += letter.bytes;
  }
  return changed;
}

}  // namespace

std::string lower_case(std::string_view utf8) { return each_letter(utf8, lower); }

std::string upper_case(std::string_view utf8) { return each_letter(utf8, upper); }

std::string capital_of(std::string_view utf8) {
  if (utf8.empty()) return {};
  const Letter letter = letter_at(utf8, 0);
  if (letter.bytes > 2) return std::string(utf8.substr(0, letter.bytes));
  return two_bytes_or_one(upper(lower(letter.code)));
}

}  // namespace tilia
