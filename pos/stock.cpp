#include "pos/stock.h"

#include "core/check.h"

namespace tilia::pos {

using Kind = StockMove::Kind;

std::string_view stock_move_text(Kind kind) {
  switch (kind) {
    case Kind::received: return "received";
    case Kind::wasted: return "wasted";
    case Kind::counted: return "counted";
  }
  CHECK(false);
}

std::optional<Kind> parse_stock_move(std::string_view text) {
  for (const Kind kind : {Kind::received, Kind::wasted, Kind::counted}) {
    if (stock_move_text(kind) == text) return kind;
  }
  return std::nullopt;
}

const std::vector<std::string>& waste_reasons() {
  static const std::vector<std::string> reasons{"too_dark", "unsold", "dropped", "given_away",
                                                "other"};
  return reasons;
}

}  // namespace tilia::pos
