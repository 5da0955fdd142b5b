#include "pos/ui/waiting_window.h"

namespace tilia::pos {
namespace {

static_assert(Counter::most_waiting == TilesWindow::most_tiles);

std::string pieces_on(const Cart& cart) {
  std::int64_t pieces = 0;
  for (const Cart::Line& line : cart.lines())
    pieces +=
        line.quantity.whole() ? line.quantity.thousandths() / Quantity::one_in_thousandths : 1;
  return std::to_string(pieces);
}

}  // namespace

WaitingWindow::WaitingWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(parent, desk, [this](std::size_t which) { counter().take_up(which); }) {}

void WaitingWindow::refresh() {
  Shown shown{.question = say("till.which_tray"), .if_none = "", .faces = {}};
  for (const Cart& tray : counter().waiting()) {
    const Article* first = counter().shelf().article(tray.lines().front().article);
    const Money sum = tray.total(counter().shelf(), counter().currency());
    shown.faces.push_back({.picture = first != nullptr ? first->picture : "🧺",
                           .name = first != nullptr ? first->name : say("till.on_the_tray"),
                           .price = desk().amount(sum, false),
                           .badge = pieces_on(tray)});
  }
  show(shown);
}

}  // namespace tilia::pos
