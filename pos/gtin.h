// Numbers of the EAN and UPC family (GS1 General Specifications, 7.9: check digit calculations):
// EAN-8, UPC-A, EAN-13, GTIN-14, and UPC-E written out. Digits only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilia::pos {

// The digit that completes `digits`: weights 3 and 1 in turn, 3 at the right end.
[[nodiscard]] char check_digit(std::string_view digits);
// 8, 12, 13 or 14 digits whose last completes the others.
[[nodiscard]] bool is_gtin(std::string_view digits);
// Without leading zeros, which in this family tell nothing: a UPC-A is the EAN-13 with a 0 in
// front. Any other code as it is.
[[nodiscard]] std::string_view plain_barcode(std::string_view barcode);
// UPC-E (8 digits, number system 0 or 1) as the UPC-A that it is short for; nothing where it is
// none or its check digit is wrong.
[[nodiscard]] std::optional<std::string> upc_a_of_upc_e(std::string_view digits);

// The check digit inside a label of a shop's own, over 4 or 5 digits of price or weight; of any
// other count there is none.
[[nodiscard]] std::optional<char> inner_check_digit(std::string_view digits);

}  // namespace tilia::pos
