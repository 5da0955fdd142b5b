// A new order or ticket, one question at a time: for which day, from when, for whom.
#pragma once

#include <vector>

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class OrderStepsWindow final : public PlaceWindow {
 public:
  OrderStepsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  static constexpr std::size_t most_tiles = 12;
  static constexpr std::size_t most_buttons = 28;
  void lay_out(const Rooms& rooms) override;
  void show_days();
  void show_times();
  void show_accounts();
  void press_tile(std::size_t which);
  void press_button(std::size_t which);
  void turn(int by);
  [[nodiscard]] bool asks_whose() const;

  ui::TextLabel* question_;
  std::vector<ui::Tile*> tiles_;            // whose
  std::vector<ui::ActionButton*> buttons_;  // days, or times
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
};

}  // namespace tilia::pos
