// Every division of money, rates and quantities names how it rounds. There is no default.
//
//   divide_rounded(5, 2, Rounding::half_up)   -> 3
//   divide_rounded(5, 2, Rounding::exact)     -> nothing: it would lose a half
#pragma once

#include <optional>

#include "core/wide.h"

namespace tilia {

enum class Rounding {
  half_up,    // ties away from zero: what a cashier and most tax laws mean by "round"
  half_even,  // ties to the even neighbour
  down,       // towards zero
  up,         // away from zero
  floor,      // towards minus infinity
  ceiling,    // towards plus infinity
  exact,      // refuses to lose anything
};

// numerator / denominator as a whole number. Nothing when the mode is `exact` and a remainder is
// left. `denominator` must not be zero.
[[nodiscard]] std::optional<Wide> divide_rounded(Wide numerator, Wide denominator, Rounding mode);

}  // namespace tilia
