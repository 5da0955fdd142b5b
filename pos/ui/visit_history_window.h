// What was done for a customer who agreed that it is kept, and with one tap each what is noted of
// today.
#pragma once

#include <array>

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class VisitHistoryWindow final : public PlaceWindow {
 public:
  VisitHistoryWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  static constexpr std::size_t choices_at_once = 12;
  void lay_out(const Rooms& rooms) override;
  void refresh_before();
  void refresh_choices();
  void turn(int by);

  ui::TextLabel* name_;
  ui::TextLabel* none_;
  struct Time {
    ui::TextLabel* what = nullptr;
    ui::TextLabel* notes = nullptr;
  };
  std::array<Time, VisitMemory::times_shown> times_{};
  ui::TextLabel* question_;
  std::vector<ui::Tile*> choices_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
  std::size_t page_ = 0;
};

}  // namespace tilia::pos
