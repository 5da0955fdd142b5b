#include "core/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/decimal_text.h"

namespace tilia {
namespace {

constexpr Wide largest = std::numeric_limits<std::int64_t>::max();

void demand_same(const Money& a, const Money& b) {
  if (!a.same_currency(b))
    throw MixedCurrency(
        fmt::format("{} and {} in one sum", a.currency().code(), b.currency().code()));
}

Result<Money, MoneyRefusal> divided(Wide numerator, Wide denominator, Rounding mode,
                                    Currency currency) {
  const auto units = divide_rounded(numerator, denominator, mode);
  if (!units) return MoneyRefusal::would_lose;
  if (*units > largest || *units < -largest) return MoneyRefusal::out_of_range;
  return Money::from_minor(static_cast<std::int64_t>(*units), currency);
}

}  // namespace

Result<Money, MoneyRefusal> Money::parse(std::string_view text, Currency currency) {
  const auto units = parse_decimal(text, currency.exponent());
  if (units) return Money(units.value(), currency);
  switch (units.refusal()) {
    case DecimalRefusal::not_a_number: return MoneyRefusal::not_a_number;
    case DecimalRefusal::too_many_decimals: return MoneyRefusal::too_many_decimals;
    case DecimalRefusal::out_of_range: return MoneyRefusal::out_of_range;
  }
  CHECK(false);
}

std::string Money::text() const { return print_decimal(minor_, currency_.exponent()); }

Result<Money, MoneyRefusal> Money::times(Quantity quantity, Rounding mode) const {
  return divided(Wide{minor_} * quantity.thousandths(), Quantity::one_in_thousandths, mode,
                 currency_);
}

Result<Money, MoneyRefusal> Money::times(Rate rate, Rounding mode) const {
  return divided(Wide{minor_} * rate.millionths(), Rate::one_in_millionths, mode, currency_);
}

Result<Money, MoneyRefusal> Money::times_ratio(std::int64_t numerator, std::int64_t denominator,
                                               Rounding mode) const {
  CHECK(denominator != 0);
  return divided(Wide{minor_} * numerator, denominator, mode, currency_);
}

Result<Money, MoneyRefusal> Money::rounded_to(Money step, Rounding mode) const {
  demand_same(*this, step);
  CHECK(step.minor_ > 0);
  const auto steps = divide_rounded(minor_, step.minor_, mode);
  if (!steps) return MoneyRefusal::would_lose;
  return divided(*steps * step.minor_, 1, mode, currency_);
}

Money& Money::operator+=(const Money& other) {
  demand_same(*this, other);
  std::int64_t sum = 0;
  if (__builtin_add_overflow(minor_, other.minor_, &sum))
    throw MoneyOverflow("a sum of money is too large");
  minor_ = sum;
  return *this;
}

Money& Money::operator-=(const Money& other) {
  demand_same(*this, other);
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(minor_, other.minor_, &difference))
    throw MoneyOverflow("a difference of money is too large");
  minor_ = difference;
  return *this;
}

std::strong_ordering operator<=>(const Money& a, const Money& b) {
  demand_same(a, b);
  return a.minor_ <=> b.minor_;
}

std::vector<Money> shared_out(const Money& whole, const std::vector<std::int64_t>& weights) {
  Wide all = 0;
  for (const std::int64_t weight : weights) {
    CHECK(weight >= 0);
    all += weight;
  }
  CHECK(all > 0);

  std::vector<std::int64_t> units;
  std::vector<Wide> remainders;
  Wide left = whole.minor();
  for (const std::int64_t weight : weights) {
    const Wide exact = Wide{whole.minor()} * weight;  // below 2^126: both factors fit 63 bits
    units.push_back(static_cast<std::int64_t>(exact / all));
    remainders.push_back(exact % all < 0 ? -(exact % all) : exact % all);
    left -= exact / all;
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  const std::int64_t step = left < 0 ? -1 : 1;
  for (std::size_t next = 0; left != 0; ++next, left -= step) units[order[next]] += step;

  std::vector<Money> parts;
  parts.reserve(units.size());
  for (const std::int64_t unit : units) parts.push_back(Money::from_minor(unit, whole.currency()));
  return parts;
}

}  // namespace tilia
