// Money that a customer paid early for something the shop still owes: a deposit on an order, the
// sessions of a package, a loaf that somebody paid for whoever comes. It is owed, not earned, until
// it is delivered by a sale, which it then pays for, or given back. VAT is reckoned with that sale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"

namespace tilia::pos {

struct Advance {
  std::string code;  // what it is for: "order-17", "suspended-white-loaf"
  Money balance;     // never below zero
  Day since;

  friend bool operator==(const Advance&, const Advance&) = default;
};

struct AdvanceMove {
  enum class Kind { taken, delivered, put_back, given_back };
  Kind kind = Kind::taken;
  Money amount;  // positive
  Day day;
  std::string receipt;  // of the sale or refund; empty where cash alone went back

  friend bool operator==(const AdvanceMove&, const AdvanceMove&) = default;
};
[[nodiscard]] std::string_view advance_move_text(AdvanceMove::Kind kind);  // "taken", "delivered" …
[[nodiscard]] std::optional<AdvanceMove::Kind> parse_advance_move(std::string_view text);

[[nodiscard]] std::string advance_of_order(std::int64_t number);
// The order of such a code; nothing where it is another's.
[[nodiscard]] std::optional<std::int64_t> order_of_advance(std::string_view code);
// The pool of one article: who pays for one more, and who takes one.
[[nodiscard]] std::string suspended_advance(const std::string& article);
// The article of such a pool; nothing where the code is another's.
[[nodiscard]] std::optional<std::string> suspended_article(std::string_view code);
// How many the pool pays for at that price.
[[nodiscard]] std::int64_t suspended_pieces(const Money& balance, const Money& price);

}  // namespace tilia::pos
