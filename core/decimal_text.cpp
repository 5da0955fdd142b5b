#include "core/decimal_text.h"

#include <limits>

#include "core/wide.h"

namespace tilia {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

Result<std::int64_t, DecimalRefusal> parse_decimal(std::string_view text, int decimals) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front()) || !is_digit(text.back()))
    return DecimalRefusal::not_a_number;

  Wide units = 0;
  int decimals_seen = -1;  // no point yet
  constexpr Wide limit = std::numeric_limits<std::int64_t>::max();
  bool too_large = false;
  for (const char letter : text) {
    if (letter == '.') {
      if (decimals_seen >= 0) return DecimalRefusal::not_a_number;
      decimals_seen = 0;
      continue;
    }
    if (!is_digit(letter)) return DecimalRefusal::not_a_number;
    if (decimals_seen >= 0) ++decimals_seen;
    if (!too_large) units = units * 10 + (letter - '0');
    too_large = too_large || units > limit;
  }
  if (decimals_seen > decimals) return DecimalRefusal::too_many_decimals;
  for (int missing = decimals - (decimals_seen < 0 ? 0 : decimals_seen); missing > 0; --missing) {
    if (!too_large) units *= 10;
    too_large = too_large || units > limit;
  }
  if (too_large) return DecimalRefusal::out_of_range;
  if (minus && units == 0) return DecimalRefusal::not_a_number;
  return static_cast<std::int64_t>(minus ? -units : units);
}

std::string print_decimal(std::int64_t units, int decimals) {
  const bool minus = units < 0;
  Wide rest = units;
  if (minus) rest = -rest;
  std::string backwards;
  for (int digit = 0; digit <= decimals || rest > 0; ++digit) {
    if (digit == decimals && decimals > 0) backwards += '.';
    backwards += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (minus) backwards += '-';
  return {backwards.rbegin(), backwards.rend()};
}

}  // namespace tilia
