#include "pos/vat.h"

#include <array>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<VatClass, std::string_view>, 6> class_texts{{
    {VatClass::standard, "standard"},
    {VatClass::reduced, "reduced"},
    {VatClass::reduced2, "reduced2"},
    {VatClass::reduced3, "reduced3"},
    {VatClass::zero, "zero"},
    {VatClass::exempt, "exempt"},
}};

}  // namespace

std::optional<VatClass> parse_vat_class(std::string_view text) {
  for (const auto& [vat_class, class_text] : class_texts) {
    if (class_text == text) return vat_class;
  }
  return std::nullopt;
}

std::string_view vat_class_text(VatClass vat_class) {
  for (const auto& [known, class_text] : class_texts) {
    if (known == vat_class) return class_text;
  }
  CHECK(false);
}

std::optional<Rate> VatTable::rate(VatClass vat_class, const Day& day) const {
  if (vat_class == VatClass::zero || vat_class == VatClass::exempt) return Rate();
  std::optional<Rate> holds;
  for (const DatedVatRate& entry : entries_) {
    if (entry.vat_class == vat_class && entry.from <= day) holds = entry.rate;
  }
  return holds;
}

VatSum vat_within(const Money& gross, VatClass vat_class, Rate rate) {
  const std::int64_t share = rate.millionths();
  const Money vat =
      gross.times_ratio(share, Rate::one_in_millionths + share, Rounding::half_up).value();
  return {vat_class, rate, gross, gross - vat, vat};
}

}  // namespace tilia::pos
