#include "pos/article.h"

namespace tilia::pos {

std::optional<Unit> parse_unit(std::string_view text) {
  if (text == "each") return Unit::each;
  if (text == "kg") return Unit::kg;
  return std::nullopt;
}

std::string_view unit_text(Unit unit) { return unit == Unit::each ? "each" : "kg"; }

}  // namespace tilia::pos
