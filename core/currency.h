// A currency: its ISO 4217 code and exponent (minor units, "cents"). Shops take those of the
// countries that we serve; who pays them may promise in any.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilia {

class Currency {
 public:
  // Every code in use. Nothing for any other text.
  [[nodiscard]] static std::optional<Currency> from_code(std::string_view code);

  [[nodiscard]] std::string_view code() const { return {letters_.data(), letters_.size()}; }
  // Digits after the decimal mark on paper: 2 for those of our shops.
  [[nodiscard]] int exponent() const { return exponent_; }
  // Minor units in one major unit: 100.
  [[nodiscard]] std::int64_t minor_per_major() const;

  friend bool operator==(const Currency&, const Currency&) = default;

 private:
  constexpr Currency(std::array<char, 3> letters, std::int8_t exponent)
      : letters_(letters), exponent_(exponent) {}

  std::array<char, 3> letters_;
  std::int8_t exponent_;
};

}  // namespace tilia
