// Which one was wasted, given away or is sold out: the shelf, a page at a time.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class WasteWindow final : public TilesWindow {
 public:
  WasteWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
