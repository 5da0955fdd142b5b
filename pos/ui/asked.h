// What the counter says and asks beside its places: one calm sentence, and whether something
// unusual is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "core/phrase.h"
#include "core/quantity.h"
#include "pos/article.h"
#include "pos/drawer_session.h"
#include "pos/sale.h"

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

// Money that goes into the drawer or out of it and is no sale, by a fixed reason and its pieces.
struct Moving {
  CashMove::Direction direction = CashMove::Direction::out;
  std::string reason;
  std::vector<Money> pieces;
};

// What somebody paid for whoever comes.
struct Others {
  const Article* article = nullptr;
  std::int64_t waiting = 0;  // not yet on a tray of this till
};

// A small paper that says what somebody still gets.
struct Slip {
  enum class Kind { owed, come_back };
  Kind kind = Kind::owed;
  Sale sale;
  Money amount;
};

}  // namespace tilia::pos
