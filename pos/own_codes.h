// Codes that the shop gives to what it keeps for somebody: bars on a slip or a card, and the name
// under which money that was paid early for it is owed.
//
//   own_barcode(OwnRange::order, 17)           -> "2970000000173"
//   number_of_code("order-", "order-17")       -> 17
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilia::pos {

// Numbers from 200 to 299 are for a company's own use (GS1 General Specifications, 1.4); scales
// take 21 and 23 of them (pos/scan.h), vouchers 298 (pos/voucher.h), makers' tags 291
// (pos/consignment).
enum class OwnRange { order, ticket, piece, package, makers_piece };

// Thirteen digits: the range, nine of the number, the check digit.
[[nodiscard]] std::string own_barcode(OwnRange range, std::int64_t number);
// Nothing where the code is of another range or its check digit is wrong.
[[nodiscard]] std::optional<std::int64_t> number_of_own_barcode(OwnRange range,
                                                                std::string_view scanned);

[[nodiscard]] std::string numbered_code(std::string_view prefix, std::int64_t number);
// Nothing where it is another's. One code alone means a number: no sign, no zero in front.
[[nodiscard]] std::optional<std::int64_t> number_of_code(std::string_view prefix,
                                                         std::string_view code);

}  // namespace tilia::pos
