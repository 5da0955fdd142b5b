// A price that is not the catalogue's: of a label that the shop's scale printed, changed by the
// right of whoever sells, or agreed when it was ordered. Amounts in the shop's currency, half-up to
// the minor unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/money.h"
#include "core/quantity.h"
#include "core/rate.h"

namespace tilia::pos {

struct LabelPrice {
  Money amount;  // of the whole line
  friend bool operator==(const LabelPrice&, const LabelPrice&) = default;
};
struct UnitPrice {
  Money each;
  friend bool operator==(const UnitPrice&, const UnitPrice&) = default;
};
struct PercentOff {
  Rate rate;
  friend bool operator==(const PercentOff&, const PercentOff&) = default;
};
// Of something that was ordered: holds only in a sale that delivers it.
struct AgreedPrice {
  Money each;
  friend bool operator==(const AgreedPrice&, const AgreedPrice&) = default;
};
using OwnPrice = std::variant<LabelPrice, UnitPrice, PercentOff, AgreedPrice>;

[[nodiscard]] inline bool is_label(const std::optional<OwnPrice>& price) {
  return price && std::holds_alternative<LabelPrice>(*price);
}

[[nodiscard]] inline bool is_agreed(const std::optional<OwnPrice>& price) {
  return price && std::holds_alternative<AgreedPrice>(*price);
}

// What that much costs; `usual`: at the catalogue's price. Nothing where the price is none: another
// currency, below zero, a label of nothing, more than 100 % off.
[[nodiscard]] std::optional<Money> amount_at(const OwnPrice& price, const Money& usual,
                                             Quantity quantity);

// "label 12.99", "at 1.50", "off 10", "agreed 1.50": for drafts, and for what makes two requests
// the same.
[[nodiscard]] std::string own_price_text(const OwnPrice& price);
[[nodiscard]] std::optional<OwnPrice> parse_own_price(std::string_view text, Currency currency);

}  // namespace tilia::pos
