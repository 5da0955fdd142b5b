// The known customers by their pictures: whose account takes the rest, or is paid.
#pragma once

#include <vector>

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class AccountsWindow final : public PlaceWindow {
 public:
  AccountsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override { return tiles_.front(); }

 private:
  void lay_out(const Rooms& rooms) override;

  ui::TextLabel* question_;
  ui::TextLabel* empty_;
  std::vector<ui::Tile*> tiles_;
  ui::ActionButton* previous_;
  ui::ActionButton* next_;
};

}  // namespace tilia::pos
