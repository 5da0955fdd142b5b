// Pieces tapped one by one, and tapped again where they go back: what a customer adds after the
// sale was posted ("Wait, I have 40 cents"), and what is put into the drawer or taken out of it.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "pos/ui/piece_board.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class PiecesWindow final : public PlaceWindow {
 public:
  PiecesWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return board_.first(); }

 private:
  static constexpr std::size_t shown_at_once = 12;  // the newest
  void lay_out(const Rooms& rooms) override;
  void refresh_words(std::size_t tapped);
  [[nodiscard]] std::size_t first_shown() const;

  ui::TextLabel* question_;
  PieceBoard board_;
  ui::Card* card_;
  ui::TextLabel* tapped_word_;
  std::array<ui::MoneyPiece*, shown_at_once> tapped_{};
  ui::AmountLabel* sum_;
  ui::ActionButton* by_card_;  // of an account that is paid
};

}  // namespace tilia::pos
