#include "pos/ui/others_window.h"

namespace tilia::pos {

static_assert(most_suspended == TilesWindow::most_tiles);

OthersWindow::OthersWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(parent, desk, [this](std::size_t which) { counter().take_from_others(which); }) {}

// One that is not there stays in its place, and says so when it is tapped.
void OthersWindow::refresh() {
  Shown shown{
      .question = say("till.others.which"), .if_none = say("till.others.empty"), .faces = {}};
  for (const Counter::Others& each : counter().others())
    shown.faces.push_back({.picture = each.article->picture,
                           .name = each.article->name,
                           .price = {},
                           .badge = each.waiting > 0 ? std::to_string(each.waiting) : "",
                           .faded = each.waiting == 0});
  show(shown);
}

}  // namespace tilia::pos
