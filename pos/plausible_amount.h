// What no counter means when it says an amount: a barcode that a scanner shot into the field, a
// quantity that makes a figure with more digits than the drawer will ever see. Asked wherever a
// person's typing becomes money.
#pragma once

#include "core/money.h"

namespace tilia::pos {

// 100,000,000.00 of any currency of ours: a year's takings of a large shop in the smallest unit.
// With at most 500 lines and tenders of this size no sum of a sale comes near the end of Money.
[[nodiscard]] Money largest_amount(Currency currency);
[[nodiscard]] bool too_large(const Money& amount);
// 8 or more digits and nothing behind the decimal mark, as in EAN-8, UPC and EAN-13.
[[nodiscard]] bool looks_like_a_barcode(const Money& amount);

}  // namespace tilia::pos
