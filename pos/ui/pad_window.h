// A number typed with the thumb: the grams of what is weighed, how many there are of a coin or a
// note, the number of the money bag, or the one that a fiscal device printed.
#pragma once

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/key_pad.h"
#include "core/ui/money_piece.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class PadWindow final : public PlaceWindow {
 public:
  PadWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return pad_; }

 private:
  void lay_out(const Rooms& rooms) override;
  void refresh_line(bool price);
  void refresh_weighing();
  void refresh_count();
  void refresh_bag(bool later);
  void refresh_voucher();
  void refresh_waste();
  void refresh_fiscal();
  void refresh_rack();
  void refresh_package();
  void refresh_bag_pieces();
  void refresh_piece_weight();

  ui::TextLabel* sentence_;
  ui::TextLabel* typed_;
  ui::KeyPad* pad_;
  ui::Card* card_;
  ui::Tile* picture_;
  ui::MoneyPiece* piece_;
  ui::PieceLook piece_look_;
  ui::TextLabel* name_;
  ui::AmountLabel* amount_;
  ui::ActionButton* skip_;  // the fiscal number; the bag
  ui::ActionButton* row_;   // of ten
  ui::ActionButton* roll_;
  ui::ActionButton* weigh_;
  ui::ActionButton* less_;  // pieces in a bag
  ui::ActionButton* more_;
  ui::ActionButton* in_detail_;
};

}  // namespace tilia::pos
