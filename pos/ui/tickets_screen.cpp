#include "pos/ui/tickets_screen.h"

#include <algorithm>
#include <set>

#include "core/check.h"
#include "core/letters.h"
#include "pos/laundry/laundry_mark.h"

namespace tilia::pos {
namespace {

constexpr std::size_t longest_typed = 40;
constexpr std::size_t longest_rack = 6;

// A whole letter, however many bytes it has.
void take_last_letter(std::string& text) {
  while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
    text.pop_back();
  if (!text.empty()) text.pop_back();
}

void add_letters_of(const std::string& text, std::set<std::string>& letters) {
  for (const std::string_view letter : letters_of(text)) {
    std::string capital = capital_of(letter);
    if (capital != lower_case(capital)) letters.insert(std::move(capital));
  }
}

}  // namespace

TicketsScreen::TicketsScreen(KeepTickets::Doors doors, Chance& chance, std::string till)
    : doors_(doors),
      keep_(doors),
      till_(std::move(till)),
      due_(tab_count),
      intake_(doors, chance, till_) {}

void TicketsScreen::open() {
  tab_ = When::today;
  page_ = 0;
  opened_.reset();
  refusal_.reset();
  go(Step::list);
}

void TicketsScreen::go(Step step) {
  step_ = step;
  if (step == Step::list) {
    chosen_.clear();
    moved_.clear();
    split_.clear();
    read_list();
  }
  if (step == Step::unclaimed) read_unclaimed();
}

bool TicketsScreen::said(const TicketRefusal& refusal) {
  refusal_ = sentence_of(refusal);
  return false;
}

// ---- the list

void TicketsScreen::read_list() {
  for (std::vector<KnownTicket>& tab : due_) tab.clear();
  for (KnownTicket& known : keep_.open()) {
    if (known.ticket.till != till_) continue;
    const int ahead = today().days_until(known.ticket.due);
    const When when = ahead < 0    ? When::earlier
                      : ahead == 0 ? When::today
                      : ahead == 1 ? When::tomorrow
                                   : When::later;
    due_.at(static_cast<std::size_t>(when)).push_back(std::move(known));
  }
  page_ = std::min(page_, pages() - 1);
}

const std::vector<KnownTicket>& TicketsScreen::due(When when) const {
  return due_.at(static_cast<std::size_t>(when));
}

void TicketsScreen::choose_tab(When tab) {
  refusal_.reset();
  if (step_ != Step::list) return;
  tab_ = tab;
  page_ = 0;
}

std::size_t TicketsScreen::pages() const {
  const std::size_t all = step_ == Step::unclaimed ? unclaimed_.size() : due(tab_).size();
  return std::max<std::size_t>(1, (all + tickets_on_page - 1) / tickets_on_page);
}

void TicketsScreen::turn_page(int by) {
  const auto wanted = static_cast<std::int64_t>(page_) + by;
  if (wanted >= 0 && wanted < static_cast<std::int64_t>(pages()))
    page_ = static_cast<std::size_t>(wanted);
}

std::vector<const KnownTicket*> TicketsScreen::tickets() const {
  std::vector<const KnownTicket*> shown;
  const std::vector<KnownTicket>& all = due(tab_);
  for (std::size_t i = page_ * tickets_on_page; i < all.size() && shown.size() < tickets_on_page;
       ++i)
    shown.push_back(&all[i]);
  return shown;
}

// ---- finding

void TicketsScreen::find() {
  refusal_.reset();
  if (step_ != Step::list) return;
  typed_.clear();
  std::set<std::string> letters;
  for (const std::vector<KnownTicket>& tab : due_) {
    for (const KnownTicket& known : tab) {
      add_letters_of(known.whose, letters);
      for (const TicketPiece& piece : known.ticket.pieces) add_letters_of(piece.rack, letters);
    }
  }
  find_keys_.assign(letters.begin(), letters.end());
  for (char digit = '0'; digit <= '9'; ++digit) find_keys_.emplace_back(1, digit);
  go(Step::find);
  look_for_typed();
}

void TicketsScreen::look_for_typed() {
  found_.clear();
  for (KnownTicket& known : keep_.find(typed_)) {
    if (found_.size() == tickets_found) return;
    if (known.ticket.till == till_) found_.push_back(std::move(known));
  }
}

void TicketsScreen::type(const std::string& letters) {
  refusal_.reset();
  if (step_ == Step::taking_in) return at_intake([&](TicketIntake& in) { in.type(letters); });
  if (step_ == Step::find) {
    if (typed_.size() + letters.size() <= longest_typed) typed_ += lower_case(letters);
    look_for_typed();
  } else if (step_ == Step::rack) {
    if (const auto rack = plain_rack(typed_ + letters); rack && rack->size() <= longest_rack)
      typed_ = *rack;
  }
}

void TicketsScreen::type_back() {
  refusal_.reset();
  if (step_ == Step::taking_in) return at_intake([](TicketIntake& in) { in.type_back(); });
  if (step_ != Step::find && step_ != Step::rack) return;
  take_last_letter(typed_);
  if (step_ == Step::find) look_for_typed();
}

// ---- one ticket

void TicketsScreen::open_ticket(const KnownTicket& known) {
  refusal_.reset();
  opened_ = known;
  chosen_.clear();
  moved_.clear();
  split_.clear();
  go(Step::ticket);
}

// Of the one that is open a scanned tag means that piece too.
bool TicketsScreen::open_scanned(const std::string& code) {
  refusal_.reset();
  const auto ticket = keep_.meant(code);
  using Why = TicketRefusal::Why;
  if (!ticket) return said({Why::unknown_ticket, code});
  if (pieces_here(*ticket) == 0) return said({Why::not_open, std::to_string(ticket->number)});
  const bool same = step_ == Step::ticket && opened_->ticket.number == ticket->number;
  if (!same) open_ticket(keep_.known(*ticket));
  const auto tag = piece_of_barcode(code);
  if (tag && !is_chosen(*tag)) choose_piece(*tag);
  return true;
}

Money TicketsScreen::to_pay() const { return to_pay_of(opened_->ticket, doors_.pack.currency); }

Money TicketsScreen::still_to_pay() const {
  return std::max(to_pay() - opened_->paid, Money::zero(doors_.pack.currency));
}

void TicketsScreen::choose_piece(std::int64_t tag) {
  refusal_.reset();
  const TicketPiece* piece = opened_->ticket.piece(tag);
  if (step_ != Step::ticket || piece == nullptr || !is_here(piece->state)) return;
  if (std::erase(chosen_, tag) == 0) chosen_.push_back(tag);
}

bool TicketsScreen::is_chosen(std::int64_t tag) const {
  return std::ranges::find(chosen_, tag) != chosen_.end();
}

std::vector<const TicketPiece*> TicketsScreen::meant() const {
  std::vector<const TicketPiece*> pieces;
  for (const TicketPiece& piece : opened_->ticket.pieces) {
    if (is_here(piece.state) && (chosen_.empty() || is_chosen(piece.tag))) pieces.push_back(&piece);
  }
  return pieces;
}

std::optional<PieceState> TicketsScreen::next() const {
  const auto pieces = meant();
  if (pieces.empty()) return std::nullopt;
  return next_state((*std::ranges::min_element(pieces, {}, &TicketPiece::state))->state);
}

bool TicketsScreen::some_ready() const {
  return std::ranges::any_of(
      meant(), [](const TicketPiece* piece) { return piece->state == PieceState::ready; });
}

bool TicketsScreen::all_ready() const { return some_ready() && !next(); }

void TicketsScreen::one_step_on() {
  refusal_.reset();
  if (step_ != Step::ticket) return;
  if (next() != PieceState::ready) return move("");
  typed_.clear();
  go(Step::rack);
}

void TicketsScreen::hang_up() {
  refusal_.reset();
  if (step_ == Step::rack && !typed_.empty()) move(typed_);
}

// Only those that go one step on come back with Undo; the others were there before.
void TicketsScreen::move(const std::string& rack) {
  const auto to = next();
  const auto pieces = meant();
  go(Step::ticket);
  if (!to) return;
  std::vector<std::int64_t> tags;
  const PieceState from = (*std::ranges::min_element(pieces, {}, &TicketPiece::state))->state;
  for (const TicketPiece* piece : pieces)
    if (piece->state == from) tags.push_back(piece->tag);
  if (!took(keep_.move(opened_->ticket.number, {.which = {.tags = tags}, .to = to, .rack = rack})))
    return;
  moved_ = std::move(tags);
  split_.clear();
  moved_from_ = from;
  moved_to_ = *to;
  chosen_.clear();
}

// Whether it was done; either way it is shown as the book has it now.
bool TicketsScreen::took(const Result<Ticket, TicketRefusal>& changed) {
  if (!changed) (void)said(changed.refusal());
  if (const auto now = keep_.ticket(opened_->ticket.number)) show_as_it_is(now.value());
  return changed.ok();
}

// Another till may have taken out what was chosen here.
void TicketsScreen::show_as_it_is(Ticket ticket) {
  opened_ = keep_.known(std::move(ticket));
  std::erase_if(chosen_, [&](std::int64_t tag) {
    const TicketPiece* piece = opened_->ticket.piece(tag);
    return piece == nullptr || !is_here(piece->state);
  });
  if (step_ == Step::damage && !can_note_damage()) go(Step::ticket);
}

void TicketsScreen::back_to_list() {
  refusal_.reset();
  if (step_ != Step::ticket) return;
  moved_.clear();
  split_.clear();
  go(Step::list);
}

const TicketPiece& TicketsScreen::chosen_piece() const {
  CHECK(can_note_damage());
  const TicketPiece* piece = opened_->ticket.piece(chosen_.front());
  CHECK(piece != nullptr);
  return *piece;
}

void TicketsScreen::what_went_wrong() {
  refusal_.reset();
  if (step_ == Step::ticket && can_note_damage()) go(Step::damage);
}

void TicketsScreen::note_damage(const std::string& mark) {
  refusal_.reset();
  if (step_ != Step::damage) return;
  std::vector<std::string> damage;
  for (const std::string& each : chosen_piece().marks) {
    const auto known = laundry_mark(each);
    if (known && known->kind == LaundryMark::Kind::damage) damage.push_back(each);
  }
  if (std::erase(damage, mark) == 0) damage.push_back(mark);
  (void)took(keep_.damaged(opened_->ticket.number, chosen_.front(), damage));
}

Result<Collecting, TicketRefusal> TicketsScreen::collecting() {
  refusal_.reset();
  const auto now = keep_.ticket(opened_->ticket.number);
  if (!now) return now.refusal();
  show_as_it_is(now.value());
  std::vector<std::int64_t> tags;
  for (const TicketPiece* piece : meant())
    if (piece->state == PieceState::ready) tags.push_back(piece->tag);
  return collecting_of(now.value(), tags.empty() ? chosen_ : tags, doors_.pack.currency);
}

// What another till did with a piece since then stays.
void TicketsScreen::undo_move() {
  std::vector<std::int64_t> back = std::exchange(moved_, {});
  if (const auto now = keep_.ticket(opened_->ticket.number)) show_as_it_is(now.value());
  std::erase_if(back, [&](std::int64_t tag) {
    const TicketPiece* piece = opened_->ticket.piece(tag);
    return piece == nullptr || piece->state != moved_to_;
  });
  if (!back.empty())
    (void)took(keep_.move(opened_->ticket.number, {.which = {.tags = back}, .to = moved_from_}));
}

bool TicketsScreen::undo() {
  refusal_.reset();
  switch (step_) {
    case Step::list: return false;
    case Step::find:
    case Step::unclaimed: go(Step::list); return true;
    case Step::rack:
    case Step::damage:
    case Step::more: go(Step::ticket); return true;
    case Step::taking_in:
      if (!intake_.undo()) go(intake_.is_new() ? Step::list : Step::ticket);
      refusal_ = intake_.refusal();
      return true;
    case Step::taken: return take_back();
    case Step::waits: undo_what_was_noted(); return true;
    case Step::ticket: break;
  }
  if (!split_.empty()) {
    undo_split();
    return true;
  }
  if (moved_.empty()) {
    go(Step::list);
    return true;
  }
  undo_move();
  return true;
}

}  // namespace tilia::pos
