// Decimal text to a whole number of small units and back. Strict: an optional minus, digits, and at
// most one point with digits on both sides. No spaces, no plus, no exponent, no grouping. "-0" is
// refused.
//
//   parse_decimal("-0.07", 2)  -> -7        parse_decimal("1.2", 2) -> 120
//   parse_decimal("1.234", 2)  -> too_many_decimals
//   print_decimal(-7, 2)       -> "-0.07"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace tilia {

enum class DecimalRefusal { not_a_number, too_many_decimals, out_of_range };

[[nodiscard]] Result<std::int64_t, DecimalRefusal> parse_decimal(std::string_view text,
                                                                 int decimals);
[[nodiscard]] std::string print_decimal(std::int64_t units, int decimals);

}  // namespace tilia
