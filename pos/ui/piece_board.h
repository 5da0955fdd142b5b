// All notes and coins of the country to tap, notes first, in rows as large as they fit.
#pragma once

#include <functional>
#include <vector>

#include "core/ui/money_piece.h"
#include "pos/country_pack.h"

namespace tilia::pos {

class PieceBoard {
 public:
  // `make_press` makes a control do something when it is pressed.
  PieceBoard(wxWindow* parent, const ui::Look& look, const CountryPack& pack,
             const std::function<void(ui::Control*, const Money&)>& make_press);

  void enable(bool enabled);
  void place(const wxRect& room);
  [[nodiscard]] ui::Control* first() const { return controls_.front(); }

 private:
  const ui::Look& look_;
  std::vector<ui::PieceLook> looks_;
  std::vector<ui::MoneyPiece*> controls_;
};

}  // namespace tilia::pos
