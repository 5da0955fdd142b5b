// Notes and coins with one less, a number, one more: the float in the morning, the count at the
// close.
#pragma once

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/money_piece.h"
#include "core/ui/step_button.h"
#include "core/ui/text_label.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class CountWindow final : public PlaceWindow {
 public:
  CountWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return cells_.front().more; }

 private:
  struct Cell {
    ui::Card* card = nullptr;
    ui::MoneyPiece* piece = nullptr;
    ui::StepButton* less = nullptr;
    ui::StepButton* more = nullptr;
    ui::ActionButton* number = nullptr;
    ui::PieceLook look;
    std::size_t piece_number = 0;  // in the pack
  };
  void lay_out(const Rooms& rooms) override;
  void lay_out_cell(const Cell& cell, int piece_room, int pixels_per_cm) const;
  // The largest scale at which all notes, or all coins, fit into their room.
  [[nodiscard]] int scale_of(bool notes, const wxSize& room) const;

  ui::TextLabel* sentence_;
  std::vector<Cell> cells_;
  ui::Card* card_;
  ui::TextLabel* counted_word_;
  ui::AmountLabel* counted_;
  ui::TextLabel* softly_;
  ui::ActionButton* practise_ = nullptr;
  ui::ActionButton* bag_ = nullptr;  // to be counted later, or now
  ui::ActionButton* other_way_;      // last float, or later
};

}  // namespace tilia::pos
