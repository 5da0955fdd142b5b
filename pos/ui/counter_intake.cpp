// The counter of a laundry when somebody brings something: a ticket begins, is taken in, and its
// papers come.
#include <algorithm>

#include "pos/ticket_advance.h"
#include "pos/ui/counter.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

// Under a tag is one piece, or what was weighed at once.
std::vector<PieceAsked> pieces_of(const Cart& tray, const Shelf& shelf) {
  std::vector<PieceAsked> pieces;
  for (const Cart::Line& line : tray.lines()) {
    const Article* article = shelf.article(line.article);
    const bool weighed = article != nullptr && article->unit == Unit::kg;
    const std::int64_t many = weighed ? 1 : line.quantity.thousandths() / 1000;
    const Quantity quantity = weighed ? line.quantity : Quantity::pieces(1);
    for (std::int64_t i = 0; i < many; ++i) pieces.push_back({line.article, quantity});
  }
  return pieces;
}

}  // namespace

void Counter::begin_ticket() {
  notice_.reset();
  if (place_ != Place::tickets) return;
  ordered_tray_.reset();
  tickets_->take_one_in(is_to_order() ? pieces_of(cart_, shelf()) : std::vector<PieceAsked>());
  go_to_tickets();
}

// The tray became the ticket, where it was said that this is what is in it.
void Counter::take_in() {
  notice_.reset();
  if (place_ != Place::ticket_look && place_ != Place::ticket_pieces) return;
  const bool is_new = tickets_->intake().is_new();
  const bool in_bag = tickets_->intake().pieces().empty();
  if (!tickets_->take_in()) {
    if (const auto& refusal = tickets_->refusal()) notice_ = Notice{*refusal, Notice::Button::none};
    return;
  }
  if (is_new && tickets_->intake().is_of_tray() && !cart_.empty()) {
    ordered_tray_ = cart_;
    new_cart();
  }
  go_to_tickets();
  using enum TicketPaper;
  print_ticket(!is_new  ? std::vector{tags}
               : in_bag ? std::vector{bag, slip}
                        : std::vector{bag, slip, tags});
}

void Counter::print_ticket(const std::vector<TicketPaper>& papers) {
  notice_.reset();
  if (!tickets_ || !of_tickets()) return;
  print_beside([this, papers, known = tickets_->opened()] {
    const std::vector<Article> articles = doors_.book.articles(tickets_->today());
    for (const TicketPaper paper : papers) doors_.paper.print_ticket(paper, known, articles);
  });
}

void Counter::take_ticket_back() {
  if (!tickets_->take_back()) {
    notice_ = Notice{*tickets_->refusal(), Notice::Button::none};
    return;
  }
  paper_beside_ = {};
  paper_waits_ = false;
  if (ordered_tray_) {
    cart_ = *std::exchange(ordered_tray_, std::nullopt);
    save_draft();
  }
  go_to_tickets();
  notice_ = Notice{Phrase("till.ticket.taken_back"), Notice::Button::none, /*calm=*/true};
}

bool Counter::can_pay_ticket_early() const {
  return tickets_->opened().ticket.pieces.empty() || !tickets_->still_to_pay().is_zero();
}

// Of a bag that nobody looked into the price is not known yet.
void Counter::pay_ticket_early() {
  notice_.reset();
  if (place_ != Place::ticket_more && place_ != Place::ticket_taken) return;
  if (!tickets_->look_again()) {
    notice_ = Notice{*tickets_->refusal(), Notice::Button::none};
    return;
  }
  if (!can_pay_ticket_early()) return;
  const Ticket& ticket = tickets_->opened().ticket;
  const auto due = ticket.pieces.empty() ? std::nullopt : std::optional(tickets_->still_to_pay());
  pay_early_for(advance_of_ticket(ticket.number), due);
}

// ---- whose it is

const WhoseAsked& Counter::whose() const {
  return of_tickets() ? tickets_->intake().asked_whose() : orders_->asked_whose();
}

void Counter::at_whose(const std::function<void(WhoseAsked&)>& what) {
  if (of_orders()) return at_orders([&](OrdersScreen& orders) { orders.at_whose(what); });
  at_tickets([&](TicketsScreen& tickets) {
    tickets.at_intake([&](TicketIntake& intake) { intake.at_whose(what); });
  });
}

}  // namespace tilia::pos
