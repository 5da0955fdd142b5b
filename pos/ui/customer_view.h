// What whoever buys sees on a screen turned to her: what is on the tray and its total, what she
// gave, and the same pieces of change that are handed to her. Nothing of who stands at the counter,
// and nothing at all while no sale is on the way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pos/ui/counter.h"

namespace tilia::pos {

struct CustomerView {
  enum class Kind {
    welcome,
    tray,
    paying,
    giving,  // change, or the money for what came back
  };
  struct Line {
    std::string picture;
    std::string name;
    Unit unit = Unit::each;
    Quantity quantity;
    Money amount;
    friend bool operator==(const Line&, const Line&) = default;
  };
  Kind kind = Kind::welcome;
  bool practice = false;
  std::vector<Line> lines;  // the whole tray, in order
  std::optional<Money> to_pay;
  std::optional<Money> got;
  std::optional<Money> still_to_pay;  // or back
  std::optional<Money> back;
  std::vector<CountedPiece> pieces;  // handed back, largest first

  friend bool operator==(const CustomerView&, const CustomerView&) = default;
};

[[nodiscard]] CustomerView customer_view(Counter& counter);

}  // namespace tilia::pos
