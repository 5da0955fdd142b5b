#include "pos/ui/receipts_window.h"

namespace tilia::pos {

static_assert(Counter::receipts_on_page == TilesWindow::most_tiles);

ReceiptsWindow::ReceiptsWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk, [this](std::size_t which) { counter().choose_receipt(which); },
          [this](int by) { counter().turn_receipts(by); }) {}

std::string ReceiptsWindow::when(const Sale& sale) const {
  const CounterDoors& doors = counter().doors();
  const Day day = doors.zone.local_day(sale.at);
  const std::string time = doors.zone.local_time_text(sale.at);
  return day == doors.zone.local_day(doors.clock.now()) ? time : desk().words.day(day);
}

void ReceiptsWindow::refresh() {
  Shown shown{.question = say("till.which_receipt"),
              .if_none = say("till.no_receipt_yet"),
              .faces = {},
              .page = counter().receipt_page(),
              .pages = counter().receipt_pages()};
  for (const Sale* sale : counter().receipts()) {
    const Article* first = counter().shelf().article(sale->priced.lines.front().article);
    shown.faces.push_back({.picture = first != nullptr ? first->picture : "🧾",
                           .name = when(*sale),
                           .price = desk().amount(sale->priced.total, false),
                           .badge = ""});
  }
  show(shown);
}

}  // namespace tilia::pos
