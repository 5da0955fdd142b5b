// "Wait, I have 40 cents": the pieces that the customer adds after the sale was posted are tapped,
// and tapped again where they go back; what is given back is worked out anew.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "pos/ui/piece_board.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class MoreCoinsWindow final : public PlaceWindow {
 public:
  MoreCoinsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return board_.first(); }

 private:
  static constexpr std::size_t shown_at_once = 12;  // the newest
  void lay_out(const Rooms& rooms) override;
  [[nodiscard]] std::size_t first_shown() const;

  ui::TextLabel* question_;
  PieceBoard board_;
  ui::Card* card_;
  ui::TextLabel* came_word_;
  std::array<ui::MoneyPiece*, shown_at_once> came_{};
  ui::AmountLabel* back_;
};

}  // namespace tilia::pos
