#include "core/letters.h"

#include <array>
#include <cstdint>

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

}  // namespace tilia
