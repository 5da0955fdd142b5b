// The known customers by their pictures: whose account takes the rest, or is paid.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class AccountsWindow final : public TilesWindow {
 public:
  AccountsWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
