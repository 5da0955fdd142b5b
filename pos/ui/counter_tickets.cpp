// The counter of a laundry: its tickets, and from a ticket to the tray.
#include <algorithm>

#include "pos/ui/counter.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

Place place_of(TicketIntake::Step step) {
  switch (step) {
    case TicketIntake::Step::count: return Place::ticket_count;
    case TicketIntake::Step::pieces: return Place::ticket_pieces;
    case TicketIntake::Step::weigh: return Place::ticket_weigh;
    case TicketIntake::Step::marks: return Place::ticket_marks;
    case TicketIntake::Step::day: return Place::ticket_day;
    case TicketIntake::Step::whose: return Place::ticket_whose;
    case TicketIntake::Step::name: return Place::ticket_name;
    case TicketIntake::Step::look: return Place::ticket_look;
  }
  return Place::ticket_count;
}

Place place_of(const TicketsScreen& tickets) {
  switch (tickets.step()) {
    case TicketsScreen::Step::list: return Place::tickets;
    case TicketsScreen::Step::find: return Place::ticket_find;
    case TicketsScreen::Step::ticket: return Place::ticket;
    case TicketsScreen::Step::rack: return Place::ticket_rack;
    case TicketsScreen::Step::damage: return Place::ticket_damage;
    case TicketsScreen::Step::more: return Place::ticket_more;
    case TicketsScreen::Step::taking_in: return place_of(tickets.intake().step());
    case TicketsScreen::Step::taken: return Place::ticket_taken;
    case TicketsScreen::Step::unclaimed: return Place::tickets_unclaimed;
    case TicketsScreen::Step::waits: return Place::ticket_waits;
  }
  return Place::tickets;
}

}  // namespace

// Where the screen stands now.
void Counter::go_to_tickets() { go(place_of(*tickets_)); }

bool Counter::of_tickets() const {
  return place_ >= Place::tickets && place_ <= Place::ticket_waits;
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
        doors_.chance, doors_.till);
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
  if (!tickets_ || place_ != place_of(*tickets_)) return;
  what(*tickets_);
  if (const auto& refusal = tickets_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
  go_to_tickets();
}

// Where articles are scanned, and among the tickets.
bool Counter::ticket_scanned(const std::string& code) {
  const bool listens = place_ == Place::sale || place_ == Place::find || place_ == Place::tickets ||
                       place_ == Place::ticket_find || place_ == Place::ticket;
  if (!listens || !has_tickets()) return false;
  if (!ticket_of_barcode(code) && !piece_of_barcode(code)) return false;
  notice_.reset();
  // A ticket that was opened from the tray has the list behind it.
  if (place_ == Place::sale || place_ == Place::find) tickets_screen().open();
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
  if (place_ == Place::ticket_taken) return take_ticket_back();
  at_tickets([](TicketsScreen& tickets) { (void)tickets.undo(); });
}

}  // namespace tilia::pos
