// The trays that wait, by picture and sum: a tap takes one up again.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class WaitingWindow final : public TilesWindow {
 public:
  WaitingWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
