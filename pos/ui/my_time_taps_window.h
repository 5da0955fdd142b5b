// One's own taps of the last days, the newest first: which one was wrong.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class MyTimeTapsWindow final : public TilesWindow {
 public:
  MyTimeTapsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
