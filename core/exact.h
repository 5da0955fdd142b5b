// Exact decimals of an agreement: a percent, a factor, hours. They have as many decimals as their
// writer gave them and are never rounded; only the amount that comes of them is, once.
//
//   parse_exact("33.333")   -> 33333 / 1000
//   half_up({1, 2})         -> 1
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <string_view>

namespace tilia {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;  // reduced; for sums over many months

// top / bottom; bottom is above 0. Not reduced: what is multiplied once or twice need not be.
struct Exact {
  Whole top = 0;
  Whole bottom = 1;

  [[nodiscard]] bool negative() const { return top < 0; }
  [[nodiscard]] Exact times(const Exact& by) const { return {top * by.top, bottom * by.bottom}; }
};

// An optional minus, digits, at most one point with digits on both sides, at most 40 characters;
// nothing for any other text.
[[nodiscard]] std::optional<Exact> parse_exact(std::string_view text);
// Of what is not negative.
[[nodiscard]] Whole half_up(const Exact& value);
[[nodiscard]] Whole rounded_down(const Exact& value);

}  // namespace tilia
