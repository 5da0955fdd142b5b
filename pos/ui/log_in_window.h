// Who are you: always the same pictures, then a pad for six digits. A card that is read turns the
// pad into twelve pictures, always in the same places.
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
  void make_secret_pictures();
  void lay_out_pictures(const std::vector<ui::Tile*>& tiles, const wxRect& room, int columns,
                        int rows);

  ui::TextLabel* sentence_;
  ui::TextLabel* dots_ = nullptr;
  std::vector<ui::Tile*> pictures_;
  ui::ActionButton* my_time_;
  ui::Tile* own_ = nullptr;
  ui::KeyPad* pad_ = nullptr;               // made when the first picture is chosen
  std::vector<ui::Tile*> secret_pictures_;  // made when the first card is read
};

}  // namespace tilia::pos
