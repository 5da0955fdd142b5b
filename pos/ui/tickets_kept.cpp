// Of the tickets at the counter: taking in, loads, and what nobody fetched.
#include <algorithm>

#include "core/check.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {

// ---- a load of its own

void TicketsScreen::open_more() {
  refusal_.reset();
  if (step_ == Step::ticket) go(Step::more);
}

bool TicketsScreen::can_split() const {
  return !chosen_.empty() && std::ssize(chosen_) < pieces_here(opened_->ticket);
}

void TicketsScreen::split_load() {
  refusal_.reset();
  if (step_ != Step::more || !can_split()) return;
  std::vector<TicketPiece> before;
  for (const std::int64_t tag : chosen_) {
    if (const TicketPiece* piece = opened_->ticket.piece(tag)) before.push_back(*piece);
  }
  go(Step::ticket);
  if (!took(keep_.put_in_load(opened_->ticket.number, chosen_))) return;
  moved_.clear();
  split_ = std::move(before);
}

void TicketsScreen::undo_split() {
  for (const TicketPiece& piece : std::exchange(split_, {}))
    (void)took(keep_.put_in_load(opened_->ticket.number, {piece.tag}, piece.load));
}

bool TicketsScreen::look_again() {
  refusal_.reset();
  const auto now = keep_.ticket(opened_->ticket.number);
  if (!now) return said(now.refusal());
  show_as_it_is(now.value());
  if (pieces_here(now.value()) > 0) return true;
  return said({TicketRefusal::Why::not_open, std::to_string(now.value().number)});
}

// ---- taking in

void TicketsScreen::take_one_in(std::vector<PieceAsked> of_tray) {
  refusal_.reset();
  if (step_ != Step::list) return;
  intake_.begin(std::move(of_tray));
  go(Step::taking_in);
}

void TicketsScreen::look_into() {
  refusal_.reset();
  if ((step_ != Step::ticket && step_ != Step::more) || !look_again()) return;
  intake_.look_into(opened_->ticket);
  go(Step::taking_in);
}

void TicketsScreen::at_intake(const std::function<void(TicketIntake&)>& what) {
  refusal_.reset();
  if (step_ != Step::taking_in) return;
  what(intake_);
  refusal_ = intake_.refusal();
}

bool TicketsScreen::take_in() {
  refusal_.reset();
  if (step_ != Step::taking_in) return false;
  auto ticket = intake_.done();
  refusal_ = intake_.refusal();
  if (!ticket) return false;
  open_ticket(keep_.known(std::move(*ticket)));
  if (intake_.is_new()) go(Step::taken);
  return true;
}

bool TicketsScreen::take_back() {
  refusal_.reset();
  if (step_ != Step::taken) return false;
  const auto cancelled = keep_.cancel(opened_->ticket.number);
  if (!cancelled) return said(cancelled.refusal());
  intake_.was_taken_back();
  go(Step::taking_in);
  return true;
}

// ---- what nobody fetched

void TicketsScreen::open_unclaimed() {
  refusal_.reset();
  if (step_ != Step::list) return;
  page_ = 0;
  go(Step::unclaimed);
}

void TicketsScreen::read_unclaimed() {
  unclaimed_ = keep_.unclaimed();
  std::erase_if(unclaimed_,
                [&](const UnclaimedTicket& each) { return each.known.ticket.till != till_; });
  page_ = std::min(page_, pages() - 1);
}

std::vector<const UnclaimedTicket*> TicketsScreen::unclaimed_of_page() const {
  std::vector<const UnclaimedTicket*> shown;
  for (std::size_t i = page_ * tickets_on_page;
       i < unclaimed_.size() && shown.size() < tickets_on_page; ++i)
    shown.push_back(&unclaimed_[i]);
  return shown;
}

void TicketsScreen::open_waiting(std::int64_t number) {
  refusal_.reset();
  const auto found = std::ranges::find(
      unclaimed_, number, [](const UnclaimedTicket& each) { return each.known.ticket.number; });
  if (step_ != Step::unclaimed || found == unclaimed_.end()) return;
  waiting_ = *found;
  told_.reset();
  given_.clear();
  go(Step::waits);
}

std::string TicketsScreen::phone_of_waiting() const {
  const auto& customer = waiting_->known.ticket.by.customer;
  const auto known = customer ? doors_.customers.customer(*customer) : std::nullopt;
  return known ? known->phone : std::string();
}

void TicketsScreen::was_told() {
  refusal_.reset();
  if (step_ != Step::waits || has_noted()) return;
  const Ticket& ticket = waiting_->known.ticket;
  const auto told = keep_.reminded(ticket.number);
  if (!told) {
    (void)said(told.refusal());
    return;
  }
  told_ = Told{ticket.reminded};
  waiting_->known = keep_.known(told.value());
}

bool TicketsScreen::may_be_given_away() const {
  return waiting_->step == UnclaimedStep::give_away && !has_noted();
}

// Only what waits so long: another piece of the ticket may not be ready yet.
void TicketsScreen::give_away() {
  refusal_.reset();
  if (step_ != Step::waits || !may_be_given_away()) return;
  const Ticket& ticket = waiting_->known.ticket;
  const int after = keep_.rules().give_away_days;
  std::vector<TicketPiece> given;
  std::vector<std::int64_t> tags;
  for (const TicketPiece& piece : ticket.pieces) {
    if (days_unclaimed(ticket, piece, today()) < after) continue;
    given.push_back(piece);
    tags.push_back(piece.tag);
  }
  const auto moved =
      keep_.move(ticket.number, {.which = {.tags = tags}, .to = PieceState::given_away});
  if (!moved) {
    (void)said(moved.refusal());
    return;
  }
  given_ = std::move(given);
  waiting_->known = keep_.known(moved.value());
}

void TicketsScreen::open_its_ticket() {
  refusal_.reset();
  if (step_ == Step::waits && pieces_here(waiting_->known.ticket) > 0) open_ticket(waiting_->known);
}

void TicketsScreen::done_with_waiting() {
  refusal_.reset();
  if (step_ != Step::waits) return;
  told_.reset();
  given_.clear();
  go(Step::unclaimed);
}

// Each piece hangs again where it hung, and has waited as long. What another till did with it since
// then stays.
void TicketsScreen::undo_what_was_noted() {
  const std::int64_t number = waiting_->known.ticket.number;
  if (!has_noted()) return go(Step::unclaimed);
  if (const auto told = std::exchange(told_, std::nullopt)) {
    const auto back = keep_.was_reminded(number, told->before);
    if (!back) (void)said(back.refusal());
  }
  const auto now_there = keep_.ticket(number);
  for (const TicketPiece& piece : std::exchange(given_, {})) {
    const TicketPiece* there = now_there ? now_there.value().piece(piece.tag) : nullptr;
    if (there == nullptr || there->state != PieceState::given_away) continue;
    const auto back = keep_.move(number, {.which = {.tags = {piece.tag}},
                                          .to = PieceState::ready,
                                          .rack = piece.rack,
                                          .since = piece.since});
    if (!back) (void)said(back.refusal());
  }
  if (const auto now = keep_.ticket(number)) waiting_->known = keep_.known(now.value());
}

}  // namespace tilia::pos
