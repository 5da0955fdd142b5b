// Finding an article by the letters of its name, with keys on the screen or a keyboard; a scanner
// works too.
#pragma once

#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class FindWindow final : public PlaceWindow {
 public:
  FindWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;

  ui::TextLabel* typed_;
  std::vector<ui::Tile*> tiles_;
  std::vector<ui::ActionButton*> letters_;
  ui::ActionButton* erase_;
};

}  // namespace tilia::pos
