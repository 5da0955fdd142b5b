#include "core/rounding.h"

#include "core/check.h"

namespace tilia {

std::optional<Wide> divide_rounded(Wide numerator, Wide denominator, Rounding mode) {
  CHECK(denominator != 0);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const Wide quotient = numerator / denominator;  // C++ truncates towards zero
  const Wide remainder = numerator % denominator;
  if (remainder == 0) return quotient;

  const Wide away = numerator < 0 ? -1 : 1;
  const Wide twice = (remainder < 0 ? -remainder : remainder) * 2;
  switch (mode) {
    case Rounding::exact: return std::nullopt;
    case Rounding::down: return quotient;
    case Rounding::up: return quotient + away;
    case Rounding::floor: return numerator < 0 ? quotient - 1 : quotient;
    case Rounding::ceiling: return numerator < 0 ? quotient : quotient + 1;
    case Rounding::half_up: return twice >= denominator ? quotient + away : quotient;
    case Rounding::half_even:
      if (twice == denominator) return quotient % 2 == 0 ? quotient : quotient + away;
      return twice > denominator ? quotient + away : quotient;
  }
  CHECK(false);
}

}  // namespace tilia
