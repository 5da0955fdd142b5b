// Giving change: the pieces, largest first, each ticked off with a tap. It stays until somebody
// presses on.
#pragma once

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/money_piece.h"
#include "core/ui/text_label.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class ChangeWindow final : public PlaceWindow {
 public:
  ChangeWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  struct Pile {
    ui::MoneyPiece* piece = nullptr;
    ui::ActionButton* none_left = nullptr;
    ui::PieceLook look;
    std::size_t count = 0;
  };
  void lay_out(const Rooms& rooms) override;
  void lay_out_piles(wxRect room);
  void lay_out_row(const wxRect& room, std::size_t from, std::size_t to, int scale);
  [[nodiscard]] std::size_t shown_piles() const;
  [[nodiscard]] int width_of(const Pile& pile, int scale, std::size_t in_row) const;
  void refresh_fiscal();
  void refresh_way_out();
  [[nodiscard]] std::string taken_back_words() const;
  [[nodiscard]] std::size_t pile_at(std::size_t shown) const;
  [[nodiscard]] std::string reached_text(const Money& reached) const;
  void lay_out_way_out(wxRect room);

  ui::TextLabel* give_back_;
  ui::AmountLabel* amount_;
  ui::Card* card_;
  std::vector<Pile> piles_;
  ui::TextLabel* exact_;
  ui::TextLabel* saved_;
  ui::TextLabel* cannot_;  // where the drawer cannot give all of it
  ui::MoneyPiece* ask_for_;
  ui::PieceLook asked_look_;
  ui::TextLabel* fiscal_;
  ui::ActionButton* fiscal_number_;
  ui::ActionButton* fiscal_skip_;
  ui::ActionButton* more_coins_;
  ui::ActionButton* same_again_;
  ui::ActionButton* count_up_;
  ui::ActionButton* print_again_;
};

}  // namespace tilia::pos
