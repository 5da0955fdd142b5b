#include "core/rate.h"

#include "core/decimal_text.h"

namespace tilia {

Result<Rate, RateRefusal> Rate::parse_percent(std::string_view text) {
  constexpr int percent_decimals = 4;  // millionths of one are ten-thousandths of a percent
  const auto parsed = parse_decimal(text, percent_decimals);
  if (!parsed) {
    switch (parsed.refusal()) {
      case DecimalRefusal::not_a_number: return RateRefusal::not_a_number;
      case DecimalRefusal::too_many_decimals: return RateRefusal::too_many_decimals;
      case DecimalRefusal::out_of_range: return RateRefusal::out_of_range;
    }
  }
  constexpr std::int64_t limit = 100 * one_in_millionths;
  if (parsed.value() > limit || parsed.value() < -limit) return RateRefusal::out_of_range;
  return Rate(parsed.value());
}

std::string Rate::percent_text() const {
  std::string text = print_decimal(millionths_, 4);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace tilia
