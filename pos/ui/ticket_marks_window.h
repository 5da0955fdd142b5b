// What is noted of a piece with one tap each: colours, stains, how it came and is wanted.
#pragma once

#include "pos/ui/tiles_window.h"

namespace tilia::pos {

class TicketMarksWindow final : public TilesWindow {
 public:
  TicketMarksWindow(wxWindow* parent, const Desk& desk);
  void refresh() override;
};

}  // namespace tilia::pos
