// A rate is an exact ratio, held in millionths of one: 20 % is 200000, 5.15 % is 51500, 4.9 % is
// 49000. Law and contracts write percent with at most four decimals; all of them fit without
// rounding.
//
//   Rate::parse_percent("5.15").value()   -> 5.15 %
//   rate.percent_text()                   -> "5.15"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace tilia {

enum class RateRefusal { not_a_number, too_many_decimals, out_of_range };

class Rate {
 public:
  static constexpr std::int64_t one_in_millionths = 1'000'000;

  Rate() = default;  // nothing: 0 %
  [[nodiscard]] static Rate from_millionths(std::int64_t millionths) { return Rate(millionths); }
  // "20", "5.15", "-3.5": percent. Eats the whole text or refuses. At most ±10,000 %.
  [[nodiscard]] static Result<Rate, RateRefusal> parse_percent(std::string_view text);

  [[nodiscard]] std::int64_t millionths() const { return millionths_; }
  // Percent without trailing zeros: "20", "5.15".
  [[nodiscard]] std::string percent_text() const;

  friend auto operator<=>(const Rate&, const Rate&) = default;

 private:
  explicit Rate(std::int64_t millionths) : millionths_(millionths) {}
  std::int64_t millionths_ = 0;
};

}  // namespace tilia
