// VAT by class and day. Prices on the shelf include it. On a receipt VAT is worked out per rate
// from the gross sum, rounded half-up once per rate, so that gross = net + VAT on paper. Rates are
// data: pos/rules/<country>.toml, each with its source.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/rate.h"

namespace tilia::pos {

enum class VatClass { standard, reduced, reduced2, reduced3, zero, exempt };

[[nodiscard]] std::optional<VatClass> parse_vat_class(
    std::string_view text);  // "standard" … "exempt"
[[nodiscard]] std::string_view vat_class_text(VatClass vat_class);

struct DatedVatRate {
  VatClass vat_class = VatClass::standard;
  Day from;  // first day on which it holds, until the next entry of the class
  Rate rate;
};

// What one rate makes of a gross sum: gross = net + vat.
struct VatSum {
  VatClass vat_class = VatClass::standard;
  Rate rate;
  Money gross;
  Money net;
  Money vat;

  friend bool operator==(const VatSum&, const VatSum&) = default;
};

class VatTable {
 public:
  // Entries of a class in order of their days (the loader refuses any other order).
  explicit VatTable(std::vector<DatedVatRate> entries) : entries_(std::move(entries)) {}

  // Zero and exempt are 0 % always. Nothing where the country has no such class on that day.
  [[nodiscard]] std::optional<Rate> rate(VatClass vat_class, const Day& day) const;

 private:
  std::vector<DatedVatRate> entries_;
};

// gross × rate / (1 + rate), half-up to the minor unit. Works for negative sums (refunds)
// symmetrically.
[[nodiscard]] VatSum vat_within(const Money& gross, VatClass vat_class, Rate rate);

}  // namespace tilia::pos
