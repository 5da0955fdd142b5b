// Taking money: tap what the customer gives, see what goes back. Nobody has to count in the head.
#pragma once

#include <array>

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/money_piece.h"
#include "core/ui/text_label.h"
#include "pos/ui/piece_board.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class PayWindow final : public PlaceWindow {
 public:
  PayWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;
  void lay_out_card(const wxRect& area);
  void refresh_given();
  void refresh_means();
  [[nodiscard]] std::string got_word() const;
  [[nodiscard]] std::array<ui::ActionButton*, 4> means() const {
    return {by_card_, by_voucher_, on_account_, keep_change_};
  }

  ui::TextLabel* question_;
  PieceBoard board_;
  ui::TextLabel* so_far_;
  ui::MoneyPiece* given_;
  ui::Card* card_;
  ui::AmountLabel* to_pay_;
  ui::AmountLabel* got_;
  ui::AmountLabel* back_;
  std::array<ui::MoneyPiece*, 3> offers_{};
  ui::ActionButton* by_card_;
  ui::ActionButton* by_voucher_;
  ui::ActionButton* on_account_;
  ui::ActionButton* keep_change_;
};

}  // namespace tilia::pos
