#include "pos/ui/ticket_find_window.h"

#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

static_assert(LetterFindWindow::most_found == TicketsScreen::tickets_found);

TicketFindWindow::TicketFindWindow(wxWindow* parent, const Desk& desk)
    : LetterFindWindow(parent, desk) {
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    faces_.at(i) = new TicketRow(this, look());
    presses(faces_.at(i), [this, i] {
      const auto& found = counter().tickets().found();
      if (i >= found.size()) return;
      const KnownTicket chosen = found[i];
      counter().at_tickets([&](TicketsScreen& tickets) { tickets.open_ticket(chosen); });
    });
  }
  rows_are({faces_.begin(), faces_.end()});
}

LetterFindWindow::Shown TicketFindWindow::shown() const {
  const TicketsScreen& tickets = counter().tickets();
  return {.typed = tickets.typed(),
          .find_by = say("till.ticket.find_by"),
          .if_none = say("till.ticket.none_found"),
          .keys = tickets.find_keys(),
          .found = tickets.found().size()};
}

void TicketFindWindow::show_row(std::size_t which) {
  faces_.at(which)->set_face(
      ticket_face(counter().tickets().found()[which], /*with_day=*/true, desk()));
}

}  // namespace tilia::pos
