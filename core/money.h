// Money: whole minor units (cents, para) of one currency. There is no way in from a floating
// number, no default currency, and no rounding that is not named.
//
//   const Money price = Money::parse("1.20", eur).value();
//   const Money line = price.times(Quantity::pieces(3), Rounding::half_up).value();   // 3.60
//   shared_out(Money::from_minor(100, eur), {1, 1, 1})                                // 34, 33, 33
//
// Limits: ±9.2 × 10^18 minor units. Adding beyond them throws MoneyOverflow, adding two currencies
// throws MixedCurrency: a use case asks first (times, same_currency) where a user's typing could
// cause either.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/check.h"
#include "core/currency.h"
#include "core/quantity.h"
#include "core/rate.h"
#include "core/result.h"
#include "core/rounding.h"

namespace tilia {

class MoneyOverflow : public std::overflow_error {
 public:
  using std::overflow_error::overflow_error;
};

class MixedCurrency : public std::domain_error {
 public:
  using std::domain_error::domain_error;
};

enum class MoneyRefusal {
  not_a_number,
  too_many_decimals,
  out_of_range,
  would_lose,  // Rounding::exact, and something would be left over
};

class Money {
 public:
  template <std::integral Whole>
  [[nodiscard]] static Money from_minor(Whole minor_units, Currency currency) {
    CHECK(std::in_range<std::int64_t>(minor_units));
    return Money(static_cast<std::int64_t>(minor_units), currency);
  }
  template <std::floating_point Float>
  static Money from_minor(Float, Currency) = delete;  // a floating number is never money
  [[nodiscard]] static Money zero(Currency currency) { return Money(0, currency); }
  // "6.30", "-0.07", "1200": major units, at most the currency's decimals. Eats the whole text or
  // refuses.
  [[nodiscard]] static Result<Money, MoneyRefusal> parse(std::string_view text, Currency currency);

  [[nodiscard]] std::int64_t minor() const { return minor_; }
  [[nodiscard]] Currency currency() const { return currency_; }
  // Major units with all decimals, a point, no grouping and no currency: "6.30". For files and
  // JSON.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool is_zero() const { return minor_ == 0; }
  [[nodiscard]] bool negative() const { return minor_ < 0; }
  [[nodiscard]] bool same_currency(const Money& other) const {
    return currency_ == other.currency_;
  }

  [[nodiscard]] Result<Money, MoneyRefusal> times(Quantity quantity, Rounding mode) const;
  [[nodiscard]] Result<Money, MoneyRefusal> times(Rate rate, Rounding mode) const;
  // × numerator / denominator. The denominator must not be zero.
  [[nodiscard]] Result<Money, MoneyRefusal> times_ratio(std::int64_t numerator,
                                                        std::int64_t denominator,
                                                        Rounding mode) const;
  // To a multiple of `step` (> 0): cash in Czechia is rounded to 1.00.
  [[nodiscard]] Result<Money, MoneyRefusal> rounded_to(Money step, Rounding mode) const;

  Money& operator+=(const Money& other);
  Money& operator-=(const Money& other);
  friend Money operator+(Money a, const Money& b) { return a += b; }
  friend Money operator-(Money a, const Money& b) { return a -= b; }
  friend Money operator-(const Money& a) { return Money::zero(a.currency_) -= a; }

  friend bool operator==(const Money&, const Money&) = default;  // other currency: not equal
  friend std::strong_ordering operator<=>(const Money& a,
                                          const Money& b);  // other currency: throws

 private:
  Money(std::int64_t minor_units, Currency currency) : minor_(minor_units), currency_(currency) {}

  std::int64_t minor_;
  Currency currency_;
};

// Splits `whole` by weights so that the parts add up to it exactly. Each part is rounded down
// (towards zero), then the units that are left go to the largest remainders, the earlier first
// among equals. Weights are ≥ 0 and at least one is > 0 (CHECKed).
[[nodiscard]] std::vector<Money> shared_out(const Money& whole,
                                            const std::vector<std::int64_t>& weights);

}  // namespace tilia
