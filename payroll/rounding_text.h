// How a way of rounding is called in rule files, in JSON and in the book: "half_up".
#pragma once

#include <optional>
#include <string_view>

#include "core/rounding.h"

namespace tilia::payroll {

[[nodiscard]] std::string_view rounding_text(Rounding rounding);
[[nodiscard]] std::optional<Rounding> parse_rounding(std::string_view text);

}  // namespace tilia::payroll
