// Which packages are offered, each by its article's picture; first the way to one that was sold, by
// the number on its card.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class PackagesWindow final : public TilesWindow {
 public:
  PackagesWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
