// What the counter says and asks beside its places: one calm sentence, and whether something
// unusual is meant.
#pragma once

#include <optional>
#include <string>

#include "core/money.h"
#include "core/phrase.h"
#include "core/quantity.h"

namespace tilia::pos {

// One calm sentence, with at most one button.
struct Notice {
  enum class Button { none, print_again };
  Phrase sentence;
  Button button = Button::none;
  bool calm = false;  // told only: nothing needs a look
};

// Asked once, before it goes on, where a number, a weight or a note is far outside of what is
// usual at this till (pos/habit.h).
struct Sure {
  enum class About { pieces, weight, given, sold_out };
  About about = About::pieces;
  std::string article;
  Quantity quantity;
  std::optional<Money> given;  // the largest piece
  friend bool operator==(const Sure&, const Sure&) = default;
};

}  // namespace tilia::pos
