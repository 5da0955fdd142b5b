// What went wrong with a piece of washing: fixed choices, each a picture; a tap notes it, another
// one takes it back.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class TicketDamageWindow final : public TilesWindow {
 public:
  TicketDamageWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
