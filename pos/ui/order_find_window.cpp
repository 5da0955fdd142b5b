#include "pos/ui/order_find_window.h"

namespace tilia::pos {

static_assert(LetterFindWindow::most_found == OrdersScreen::orders_found);

OrderFindWindow::OrderFindWindow(wxWindow* parent, const Desk& desk)
    : LetterFindWindow(parent, desk) {
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    faces_.at(i) = new OrderRow(this, look());
    presses(faces_.at(i), [this, i] {
      const auto& found = counter().orders().found();
      if (i >= found.size()) return;
      const DueOrder chosen = found[i];
      counter().at_orders([&](OrdersScreen& orders) { orders.open_order(chosen); });
    });
  }
  rows_are({faces_.begin(), faces_.end()});
}

LetterFindWindow::Shown OrderFindWindow::shown() const {
  const OrdersScreen& orders = counter().orders();
  return {.typed = orders.typed(),
          .find_by = say("till.order.find_by"),
          .if_none = say("till.order.none_found"),
          .keys = orders.find_keys(),
          .found = orders.found().size()};
}

void OrderFindWindow::show_row(std::size_t which) {
  faces_.at(which)->set_face(
      order_face(counter().orders().found()[which], /*with_day=*/true, desk()));
}

}  // namespace tilia::pos
