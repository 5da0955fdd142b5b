// The counter of a laundry: its tickets, and from a ticket to the tray.
#include <algorithm>

#include "pos/ui/counter.h"

namespace tilia::pos {
namespace {

Place place_of(TicketsScreen::Step step) {
  switch (step) {
    case TicketsScreen::Step::list: return Place::tickets;
    case TicketsScreen::Step::find: return Place::ticket_find;
    case TicketsScreen::Step::ticket: return Place::ticket;
    case TicketsScreen::Step::rack: return Place::ticket_rack;
    case TicketsScreen::Step::damage: return Place::ticket_damage;
  }
  return Place::tickets;
}

}  // namespace

bool Counter::of_tickets() const {
  return place_ >= Place::tickets && place_ <= Place::ticket_damage;
}

bool Counter::has_tickets() const {
  return rules_.tickets && doors_.tickets != nullptr && doors_.customers != nullptr &&
         doors_.tenders != nullptr;
}

TicketsScreen& Counter::tickets_screen() {
  if (!tickets_) {
    tickets_ = std::make_unique<TicketsScreen>(
        KeepTickets::Doors{*doors_.tickets, doors_.book, *doors_.customers, *doors_.tenders,
                           doors_.pack, doors_.zone, doors_.clock},
        doors_.till);
  }
  return *tickets_;
}

void Counter::open_tickets() {
  notice_.reset();
  read_rules();
  if (place_ != Place::sale || !has_tickets()) return;
  tickets_screen().open();
  go(Place::tickets);
}

void Counter::at_tickets(const std::function<void(TicketsScreen&)>& what) {
  notice_.reset();
  if (!tickets_ || place_ != place_of(tickets_->step())) return;
  what(*tickets_);
  if (const auto& refusal = tickets_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
  go(place_of(tickets_->step()));
}

// Where articles are scanned, and among the tickets.
bool Counter::ticket_scanned(const std::string& code) {
  const bool listens = place_ == Place::sale || place_ == Place::find || place_ == Place::tickets ||
                       place_ == Place::ticket_find || place_ == Place::ticket;
  if (!listens || !has_tickets()) return false;
  if (!ticket_of_barcode(code) && !piece_of_barcode(code)) return false;
  notice_.reset();
  if (tickets_screen().open_scanned(code)) {
    go(Place::ticket);
  } else {
    notice_ = Notice{*tickets_->refusal(), Notice::Button::none};
  }
  return true;
}

void Counter::hand_over_ticket() {
  notice_.reset();
  if (place_ != Place::ticket) return;
  const auto collecting = tickets_->collecting();
  if (!collecting) {
    notice_ = Notice{sentence_of(collecting.refusal()), Notice::Button::none};
    return;
  }
  const Collecting& taken = collecting.value();
  std::vector<Cart::Line> lines;
  for (const SaleRequest::Line& line : taken.lines)
    lines.push_back({line.article, line.quantity, line.own_price, line.note});
  delivery_goes_on_tray({ticket_delivery, taken.ticket, taken.tags}, lines);
}

bool Counter::more_is_fetched_later() {
  const auto& delivers = cart_.delivers();
  if (!delivers || delivers->what != ticket_delivery || doors_.tickets == nullptr) return false;
  const auto ticket = doors_.tickets->ticket(delivers->number);
  return ticket && pieces_here(*ticket) > std::ssize(delivers->pieces);
}

void Counter::undo_tickets() {
  if (place_ == Place::tickets) return go(Place::sale);
  at_tickets([](TicketsScreen& tickets) { (void)tickets.undo(); });
}

}  // namespace tilia::pos
