#include "pos/bakery/order.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "pos/own_codes.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<OrderState, std::string_view>, 3> states{{
    {OrderState::open, "open"},
    {OrderState::collected, "collected"},
    {OrderState::cancelled, "cancelled"},
}};

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

std::string order_barcode(std::int64_t number) { return own_barcode(OwnRange::order, number); }

std::optional<std::int64_t> order_of_barcode(std::string_view scanned) {
  return number_of_own_barcode(OwnRange::order, scanned);
}

bool StandingOrder::falls_on(const Day& day) const {
  if (day < from || (until && day > *until)) return false;
  return std::ranges::find(weekdays, day.weekday_from_monday()) != weekdays.end();
}

}  // namespace tilia::pos
