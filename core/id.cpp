#include "core/id.h"

namespace tilia {
namespace {

std::optional<std::uint8_t> nibble(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<std::uint8_t>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<std::uint8_t>(letter - 'a' + 10);
  if (letter >= 'A' && letter <= 'F') return static_cast<std::uint8_t>(letter - 'A' + 10);
  return std::nullopt;
}

}  // namespace

std::string hex_text(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::optional<IdBytes> parse_id_bytes(std::string_view hex) {
  IdBytes bytes{};
  if (hex.size() != bytes.size() * 2) return std::nullopt;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto high = nibble(hex[2 * at]);
    const auto low = nibble(hex[2 * at + 1]);
    if (!high || !low) return std::nullopt;
    bytes[at] = static_cast<std::uint8_t>(*high << 4 | *low);
  }
  return bytes;
}

}  // namespace tilia
