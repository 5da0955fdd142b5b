// Sums beside each other, as a chart shows them: a window and a paper draw the same bars.
//
//   Bar{"14", sales, needed}   // reached where sales ≥ needed
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/phrase.h"

namespace tilia {

struct Bar {
  std::variant<std::string, Phrase, Month> label;
  Money amount;
  std::optional<Money> mark = {};  // what it should come to

  friend bool operator==(const Bar&, const Bar&) = default;
};

// Without cents, rounded half up: the bar says the rest.
[[nodiscard]] std::string whole_amount(const Money& money, const Words& words);
// A month is said by its first three letters.
[[nodiscard]] std::string label_of(const Bar& bar, const Words& words);
[[nodiscard]] bool short_of_mark(const Bar& bar);
// Of amounts and marks, for the scale; at least one minor unit. CHECKs that there is a bar.
[[nodiscard]] Money longest(const std::vector<Bar>& bars);
// A length of `of` that stands for the amount; nothing below zero is drawn.
[[nodiscard]] int scaled(const Money& amount, const Money& longest, int of);
// Where a chart has no room to label every bar: the place of the largest.
[[nodiscard]] std::size_t largest(const std::vector<Bar>& bars);

}  // namespace tilia
