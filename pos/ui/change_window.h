// Giving change: the pieces, largest first, each ticked off with a tap. It stays until somebody
// presses on.
#pragma once

#include <functional>

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
  // What stands there, from left to right: a pile to give, or a kind of which none is left.
  struct Slot {
    Money value;
    std::optional<std::size_t> pile;
    std::optional<Money> reached;  // counted up
  };
  void lay_out(const Rooms& rooms) override;
  void lay_out_piles(wxRect room);
  void lay_out_row(const wxRect& room, std::size_t from, std::size_t to, int scale);
  [[nodiscard]] std::size_t shown_piles() const;
  [[nodiscard]] int rows_of_piles() const;
  [[nodiscard]] int width_of(const Pile& pile, int scale, std::size_t in_row) const;
  void refresh_fiscal();
  void refresh_way_out();
  [[nodiscard]] std::string taken_back_words() const;
  [[nodiscard]] std::vector<Slot> slots() const;
  void refresh_piles();
  void refresh_pile(Pile& pile, const Slot& slot);
  [[nodiscard]] int keep_tapped(int scale, const std::function<bool(int)>& keeps_tapped);
  void tap_piece(std::size_t at);
  void tap_none_left(std::size_t at);
  struct Row {
    int left = 0;
    std::vector<int> widths;
    bool keeps_tapped = true;
  };
  [[nodiscard]] Row row_of(const wxRect& room, std::size_t from, std::size_t to, int scale) const;
  [[nodiscard]] bool was_tapped(const Slot& slot) const;
  [[nodiscard]] std::string reached_text(const Money& reached) const;
  void lay_out_way_out(wxRect room);

  ui::TextLabel* give_back_;
  ui::AmountLabel* amount_;
  ui::Card* card_;
  std::vector<Pile> piles_;
  std::vector<Slot> slots_;
  // The control that was tapped stays under the finger: its kind, and the middle of it.
  struct Tapped {
    SaleId sale;
    Money value;
    wxPoint at;
  };
  std::optional<Tapped> tapped_;
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
