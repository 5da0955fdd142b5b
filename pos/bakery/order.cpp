#include "pos/bakery/order.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/check.h"
#include "pos/gtin.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<OrderState, std::string_view>, 3> states{{
    {OrderState::open, "open"},
    {OrderState::collected, "collected"},
    {OrderState::cancelled, "cancelled"},
}};

constexpr std::string_view order_prefix = "297";  // vouchers have 298
constexpr std::size_t ean_13 = 13;

}  // namespace

std::string_view order_state_text(OrderState state) {
  for (const auto& [known, text] : states) {
    if (known == state) return text;
  }
  CHECK(false);
}

std::optional<OrderState> parse_order_state(std::string_view text) {
  for (const auto& [state, known] : states) {
    if (known == text) return state;
  }
  return std::nullopt;
}

Money total_of(const std::vector<OrderLine>& lines, Currency currency) {
  Money total = Money::zero(currency);
  for (const OrderLine& line : lines)
    total += line.unit_price.times(line.quantity, Rounding::half_up).value();
  return total;
}

std::string order_barcode(std::int64_t number) {
  const std::string digits = fmt::format("{}{:09}", order_prefix, number);
  return digits + check_digit(digits);
}

std::optional<std::int64_t> order_of_barcode(std::string_view scanned) {
  if (scanned.size() != ean_13 || !scanned.starts_with(order_prefix) || !is_gtin(scanned))
    return std::nullopt;
  const std::string_view digits =
      scanned.substr(order_prefix.size(), ean_13 - order_prefix.size() - 1);
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

bool StandingOrder::falls_on(const Day& day) const {
  if (day < from || (until && day > *until)) return false;
  return std::ranges::find(weekdays, day.weekday_from_monday()) != weekdays.end();
}

}  // namespace tilia::pos
