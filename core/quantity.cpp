#include "core/quantity.h"

#include "core/decimal_text.h"

namespace tilia {
namespace {

constexpr std::int64_t limit_in_thousandths = 1'000'000'000'000'000;  // 10^12 of anything

}  // namespace

Quantity Quantity::pieces(std::int64_t count) {
  CHECK(count <= limit_in_thousandths / one_in_thousandths);
  CHECK(count >= -limit_in_thousandths / one_in_thousandths);
  return Quantity(count * one_in_thousandths);
}

Result<Quantity, QuantityRefusal> Quantity::parse(std::string_view text) {
  const auto parsed = parse_decimal(text, 3);
  if (!parsed) {
    switch (parsed.refusal()) {
      case DecimalRefusal::not_a_number: return QuantityRefusal::not_a_number;
      case DecimalRefusal::too_many_decimals: return QuantityRefusal::too_many_decimals;
      case DecimalRefusal::out_of_range: return QuantityRefusal::out_of_range;
    }
  }
  if (parsed.value() > limit_in_thousandths || parsed.value() < -limit_in_thousandths)
    return QuantityRefusal::out_of_range;
  return Quantity(parsed.value());
}

std::string Quantity::text() const {
  if (whole()) return print_decimal(thousandths_ / one_in_thousandths, 0);
  return print_decimal(thousandths_, 3);
}

}  // namespace tilia
