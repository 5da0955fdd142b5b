// A quantity is counted in thousandths of its unit: 2 pieces are 2000, 3.250 kg are 3250 (grams).
//
//   Quantity::parse("3.250").value()
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace tilia {

enum class QuantityRefusal { not_a_number, too_many_decimals, out_of_range };

class Quantity {
 public:
  static constexpr std::int64_t one_in_thousandths = 1000;

  Quantity() = default;  // none
  [[nodiscard]] static Quantity pieces(std::int64_t count);
  [[nodiscard]] static Quantity from_thousandths(std::int64_t thousandths) {
    return Quantity(thousandths);
  }
  // "2", "3.250". Eats the whole text or refuses. At most ±10^12.
  [[nodiscard]] static Result<Quantity, QuantityRefusal> parse(std::string_view text);

  [[nodiscard]] std::int64_t thousandths() const { return thousandths_; }
  [[nodiscard]] bool whole() const { return thousandths_ % one_in_thousandths == 0; }
  // Whole quantities as "2", others with three decimals as "3.250".
  [[nodiscard]] std::string text() const;

  friend auto operator<=>(const Quantity&, const Quantity&) = default;
  // What parse() lets in adds up without end; a sum beyond 64 bits is our mistake.
  friend Quantity operator+(Quantity a, Quantity b) {
    CHECK(!__builtin_add_overflow(a.thousandths_, b.thousandths_, &a.thousandths_));
    return a;
  }
  friend Quantity operator-(Quantity a, Quantity b) {
    CHECK(!__builtin_sub_overflow(a.thousandths_, b.thousandths_, &a.thousandths_));
    return a;
  }
  friend Quantity operator-(Quantity a) { return Quantity() - a; }

 private:
  explicit Quantity(std::int64_t thousandths) : thousandths_(thousandths) {}
  std::int64_t thousandths_ = 0;
};

}  // namespace tilia
