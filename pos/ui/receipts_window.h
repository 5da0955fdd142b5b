// The newest receipts by picture, time and amount: which one something comes back of.
#pragma once

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class ReceiptsWindow final : public PlaceWindow {
 public:
  ReceiptsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return tiles_.front(); }

 private:
  void lay_out(const Rooms& rooms) override;
  [[nodiscard]] std::string when(const Sale& sale) const;

  ui::TextLabel* question_;
  ui::TextLabel* empty_;
  std::vector<ui::Tile*> tiles_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
};

}  // namespace tilia::pos
