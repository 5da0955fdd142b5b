// What somebody paid for whoever comes: each article with how many of it wait.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class OthersWindow final : public TilesWindow {
 public:
  OthersWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
