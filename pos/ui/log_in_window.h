// Who are you: always the same pictures, then a pad for six digits.
#pragma once

#include "core/ui/key_pad.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class LogInWindow final : public PlaceWindow {
 public:
  LogInWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
  [[nodiscard]] ui::Control* next_to_press() override;

 private:
  void lay_out(const Rooms& rooms) override;
  void make_pad();

  ui::TextLabel* sentence_;
  ui::TextLabel* dots_ = nullptr;
  std::vector<ui::Tile*> pictures_;
  ui::Tile* own_ = nullptr;
  ui::KeyPad* pad_ = nullptr;  // made when the first picture is chosen
};

}  // namespace tilia::pos
