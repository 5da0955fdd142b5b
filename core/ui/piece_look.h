// How one note or coin is drawn: a coloured shape with its number, never a reproduction.
#pragma once

#include <string>

namespace tilia::ui {

struct PieceLook {
  bool note = false;
  std::string number;       // "50"
  std::string colour;       // "#RRGGBB"
  std::string rim_colour;   // the ring of a two-metal coin, else empty
  int width_tenths_mm = 0;  // a coin's diameter
  int height_tenths_mm = 0;

  friend bool operator==(const PieceLook&, const PieceLook&) = default;
};

}  // namespace tilia::ui
