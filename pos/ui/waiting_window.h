// The trays that wait, by picture and sum: a tap takes one up again.
#pragma once

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class WaitingWindow final : public PlaceWindow {
 public:
  WaitingWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return tiles_.front(); }

 private:
  void lay_out(const Rooms& rooms) override;

  ui::TextLabel* question_;
  std::vector<ui::Tile*> tiles_;
};

}  // namespace tilia::pos
