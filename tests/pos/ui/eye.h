// What somebody sees of the till who reads neither numerals nor words: pictures, colours, shapes
// and where they are. Nothing else of a screen gets past here.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos::tests {

// A note or a coin by its colour and size alone.
struct SeenPiece {
  bool note = false;
  std::string colour;
  std::string rim;
  int width = 0;
  int height = 0;
  friend auto operator<=>(const SeenPiece&, const SeenPiece&) = default;
};
[[nodiscard]] SeenPiece seen_piece(const ui::PieceLook& look);

struct Seen {
  enum class Kind {
    picture,   // to tap: an article, a person
    tab,       // with a picture
    tray_row,  // pictures of what is on the tray
    money,     // notes and coins
    less,      // a round step
    more,
    green,   // the one main action
    button,  // any other
  };
  Kind kind = Kind::button;
  wxRect at;            // on the screen
  bool awake = false;   // not greyed: a press does something
  bool marked = false;  // with a green badge
  bool struck = false;  // pale and crossed out
  std::string picture;
  int pictures = 0;
  std::vector<SeenPiece> pieces;

  [[nodiscard]] wxPoint middle() const { return {at.x + at.width / 2, at.y + at.height / 2}; }
};

[[nodiscard]] std::vector<Seen> look_at(TillOnScreen& till);

}  // namespace tilia::pos::tests
