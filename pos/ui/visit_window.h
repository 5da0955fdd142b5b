// One visit that was tapped: what it is, the next step as the one green action, and beside it what
// else can become of it.
#pragma once

#include <array>

#include "core/ui/card.h"
#include "core/ui/text_label.h"
#include "core/ui/tile.h"
#include "pos/ui/place_window.h"

namespace tilia::pos {

class VisitWindow final : public PlaceWindow {
 public:
  VisitWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;

 private:
  static constexpr std::size_t services_at_once = 4;
  void lay_out(const Rooms& rooms) override;
  void refresh_next_step();
  void refresh_memory();
  void becomes(VisitState state);

  ui::Tile* picture_;
  ui::TextLabel* name_;
  ui::TextLabel* state_;
  std::array<ui::TextLabel*, services_at_once> services_{};
  ui::ActionButton* move_;
  ui::ActionButton* done_;
  ui::ActionButton* no_show_;
  ui::ActionButton* cancel_;
  ui::ActionButton* memory_;  // where something may be remembered
};

}  // namespace tilia::pos
