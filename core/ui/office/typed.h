// Amounts and hours as people type them in a form, with the marks of either language.
//
//   typed_money("85.000,00", rsd)  -> 85000.00      typed_minutes("7:30") -> 450
//   typed_money("85 000", rsd)     -> 85000.00      typed_minutes("7,5")  -> 450
//
// A mark with exactly three digits behind it groups thousands; with one or two it is the decimal
// mark.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/money.h"
#include "core/rate.h"

namespace tilia::ui {

[[nodiscard]] std::optional<Money> typed_money(std::string_view text, Currency currency);
// "33,5", "33.5 %".
[[nodiscard]] std::optional<Rate> typed_percent(std::string_view text);
// Worked time of a day or agreed time of a week, up to 999 hours. Half minutes are refused.
[[nodiscard]] std::optional<int> typed_minutes(std::string_view text);
// Without blanks before and behind.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace tilia::ui
