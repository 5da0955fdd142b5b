// What is in an article of the fourteen that have to be named, by picture and word, for a customer
// who asks.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class ContentsWindow final : public TilesWindow {
 public:
  ContentsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
