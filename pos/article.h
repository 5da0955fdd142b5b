// What the shop sells. A price includes VAT, in the shop's currency, per piece or per kilogram.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/quantity.h"
#include "pos/vat.h"

namespace tilia::pos {

enum class Unit { each, kg };
[[nodiscard]] std::optional<Unit> parse_unit(std::string_view text);
[[nodiscard]] std::string_view unit_text(Unit unit);  // "each", "kg"

struct Article {
  std::string code;  // the id used in sales and files: "white-loaf"; [a-z0-9-], at most 40
  std::string name;
  Money price;
  VatClass vat_class = VatClass::standard;
  Unit unit = Unit::each;
  std::vector<std::string> barcodes;
  std::string picture;  // an emoji or the name of a file in the book's picture folder
  std::string page;     // the tab on which its tile stands
  bool stocked = false;
  bool on_shelf = true;                    // off it, no till shows it; what was sold stays
  std::optional<Quantity> low_below = {};  // kept in stock: when to say that it runs low

  friend bool operator==(const Article&, const Article&) = default;
};

}  // namespace tilia::pos
