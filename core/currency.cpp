#include "core/currency.h"

namespace tilia {

std::optional<Currency> Currency::from_code(std::string_view code) {
  // ISO 4217:2015. Albania, North Macedonia and Serbia keep two decimals in law and pay none in
  // cash.
  static constexpr std::array<Currency, 8> known{{{{'E', 'U', 'R'}, 2},
                                                  {{'A', 'L', 'L'}, 2},
                                                  {{'B', 'A', 'M'}, 2},
                                                  {{'B', 'G', 'N'}, 2},
                                                  {{'C', 'Z', 'K'}, 2},
                                                  {{'M', 'K', 'D'}, 2},
                                                  {{'R', 'O', 'N'}, 2},
                                                  {{'R', 'S', 'D'}, 2}}};
  for (const Currency& currency : known) {
    if (currency.code() == code) return currency;
  }
  return std::nullopt;
}

std::int64_t Currency::minor_per_major() const {
  std::int64_t minor = 1;
  for (int digit = 0; digit < exponent_; ++digit) minor *= 10;
  return minor;
}

}  // namespace tilia
