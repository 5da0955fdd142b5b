// A simple stock of the articles that are kept in it: what came, what was wasted and why, what was
// counted. What was sold the book knows from the sales.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/quantity.h"

namespace tilia::pos {

struct StockMove {
  enum class Kind { received, wasted, counted };
  Kind kind = Kind::received;
  std::string article;
  Quantity quantity;   // positive; of a count it may be none
  std::string reason;  // of what was wasted: a code of waste_reasons()
  Day day;

  friend bool operator==(const StockMove&, const StockMove&) = default;
};
[[nodiscard]] std::string_view stock_move_text(StockMove::Kind kind);  // "received" …
[[nodiscard]] std::optional<StockMove::Kind> parse_stock_move(std::string_view text);
// too_dark, unsold, dropped, given_away, other
[[nodiscard]] const std::vector<std::string>& waste_reasons();
inline constexpr const char* given_away_reason = "given_away";

// One article since its last count, or since it first came.
struct StockSince {
  std::string article;
  Quantity counted;
  Quantity received;
  Quantity wasted;
  Quantity sold;
  std::optional<Day> counted_on;

  // Below nothing when a delivery was never entered: a count sets it right.
  [[nodiscard]] Quantity there() const { return counted + received - wasted - sold; }
  friend bool operator==(const StockSince&, const StockSince&) = default;
};

}  // namespace tilia::pos
