#include "pos/own_codes.h"

#include <fmt/format.h>

#include <charconv>

#include "core/check.h"
#include "pos/gtin.h"

namespace tilia::pos {
namespace {

constexpr std::size_t ean_13 = 13;
constexpr std::int64_t most_numbers = 1'000'000'000;

std::string_view digits_of(OwnRange range) {
  switch (range) {
    case OwnRange::order: return "297";
    case OwnRange::ticket: return "296";
    case OwnRange::piece: return "295";
    case OwnRange::package: return "293";
    case OwnRange::makers_piece: return "291";
  }
  CHECK(false);
}

}  // namespace

std::string own_barcode(OwnRange range, std::int64_t number) {
  CHECK(number >= 0 && number < most_numbers);
  const std::string digits = fmt::format("{}{:09}", digits_of(range), number);
  return digits + check_digit(digits);
}

std::optional<std::int64_t> number_of_own_barcode(OwnRange range, std::string_view scanned) {
  const std::string_view prefix = digits_of(range);
  if (scanned.size() != ean_13 || !scanned.starts_with(prefix) || !is_gtin(scanned))
    return std::nullopt;
  const std::string_view digits = scanned.substr(prefix.size(), ean_13 - prefix.size() - 1);
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string numbered_code(std::string_view prefix, std::int64_t number) {
  return fmt::format("{}{}", prefix, number);
}

std::optional<std::int64_t> number_of_code(std::string_view prefix, std::string_view code) {
  if (!code.starts_with(prefix)) return std::nullopt;
  const std::string_view digits = code.substr(prefix.size());
  std::int64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || numbered_code(prefix, number) != code) return std::nullopt;
  return number;
}

}  // namespace tilia::pos
