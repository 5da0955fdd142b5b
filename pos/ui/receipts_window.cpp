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

std::string ReceiptsWindow::picture_of(const Sale& sale) const {
  const PricedSale& priced = sale.priced;
  if (!priced.lines.empty()) {
    const Article* first = counter().shelf().article(priced.lines.front().article);
    return first != nullptr ? first->picture : "🧾";
  }
  return priced.extras.empty() ? "🎁" : pos::picture_of(priced.extras.front().kind);
}

void ReceiptsWindow::refresh() {
  Shown shown{.question = say("till.which_receipt"),
              .if_none = say("till.no_receipt_yet"),
              .faces = {},
              .page = counter().receipt_page(),
              .pages = counter().receipt_pages()};
  for (const Sale* sale : counter().receipts()) {
    const PricedSale& priced = sale->priced;
    const Money beside = priced.donation + sum_of(priced.extras, priced.total.currency());
    shown.faces.push_back(
        {.picture = picture_of(*sale),
         .name = when(*sale),
         .price = desk().amount(priced.lines.empty() ? beside : priced.total, false),
         .badge = ""});
  }
  show(shown);
}

}  // namespace tilia::pos
