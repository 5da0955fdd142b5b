// Selling: tabs and flat pages of pictures on the left, the tray with its running total on the
// right.
#pragma once

#include "core/ui/amount_label.h"
#include "core/ui/card.h"
#include "core/ui/step_button.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"
#include "pos/ui/tray_row.h"

namespace tilia::pos {

class SaleWindow final : public PlaceWindow {
 public:
  SaleWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  // A day with its columns wants a screen of some width: on a smaller one it is not offered.
  [[nodiscard]] bool offers_salon() const;
  [[nodiscard]] std::size_t tabs_at_once() const;
  struct Row {
    TrayRow* row = nullptr;
    ui::StepButton* less = nullptr;
    ui::StepButton* more = nullptr;
  };
  void lay_out(const Rooms& rooms) override;
  void lay_out_ways_in(wxRect& row);
  void lay_out_wait_find_back(wxRect room, bool narrow);
  void lay_out_tray(const wxRect& area);
  void fit_tiles(const wxRect& room, int gap);
  [[nodiscard]] std::size_t most_tiles(const wxRect& room, int gap);
  [[nodiscard]] std::vector<ui::TileFace> hardest_faces() const;
  void refresh_tabs();
  void refresh_tiles();
  void refresh_tray();
  [[nodiscard]] static std::string name_of(const Article& article, const Cart::Line& line);
  [[nodiscard]] std::size_t line_of(std::size_t row) const { return first_line_ + row; }

  std::vector<ui::ActionButton*> tabs_;
  std::size_t first_tab_ = 0;
  std::vector<ui::Tile*> tiles_;
  ui::ActionButton* salon_;
  ui::ActionButton* orders_;
  ui::ActionButton* tickets_;
  ui::ActionButton* find_;
  ui::ActionButton* wait_here_;
  ui::ActionButton* comes_back_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  ui::Card* tray_;
  ui::TextLabel* on_the_tray_;
  ui::ActionButton* up_;
  ui::ActionButton* down_;
  std::vector<Row> rows_;
  ui::TextLabel* empty_;
  ui::AmountLabel* total_;
  std::size_t first_line_ = 0;
  std::size_t lines_before_ = 0;
  std::size_t rows_shown_ = 4;  // as many as stay high enough for a picture
  // Looked at once for each catalogue and size: it measures texts.
  struct Fitted {
    wxSize room;
    std::int64_t readings = 0;
    std::size_t most = 0;
  };
  Fitted fitted_;
};

}  // namespace tilia::pos
