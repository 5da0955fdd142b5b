#include "pos/ui/ticket_window.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

constexpr int least_row_px = 74;

const char* words_of_step(PieceState next) {
  switch (next) {
    case PieceState::washing: return "till.ticket.to_wash";
    case PieceState::ironing: return "till.ticket.to_iron";
    default: return "till.ticket.is_ready";
  }
}

}  // namespace

TicketWindow::TicketWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      what_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  using Tone = ui::TextLabel::Tone;
  up_ = quiet("▲", [this] { first_ = first_ > 0 ? first_ - 1 : 0; });
  down_ = quiet("▼", [this] { ++first_; });
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new PieceRow(this, look());
    presses(rows_.at(i), [this, i] {
      const auto& pieces = counter().tickets().opened().ticket.pieces;
      if (first_ + i >= pieces.size()) return;
      const std::int64_t tag = pieces[first_ + i].tag;
      counter().at_tickets([tag](TicketsScreen& tickets) { tickets.choose_piece(tag); });
    });
  }
  in_bag_ =
      new ui::TextLabel(this, look(), ui::type::section, false, Tone::soft, ui::Across::centre);
  card_.emplace(this, look());
  hand_over_ = quiet(say("till.ticket.hand_over_ready"), [this] { counter().hand_over_ticket(); });
  hand_over_->set_picture("👋");
  went_wrong_ = quiet(say("till.ticket.went_wrong"), [this] {
    counter().at_tickets([](TicketsScreen& tickets) { tickets.what_went_wrong(); });
  });
  went_wrong_->set_picture("🪡");
  all_ = quiet(
      "", [this] { counter().at_tickets([](TicketsScreen& tickets) { tickets.back_to_list(); }); });
  all_->set_picture("🧺");
  more_ = quiet(
      "⋯", [this] { counter().at_tickets([](TicketsScreen& tickets) { tickets.open_more(); }); });
}

void TicketWindow::refresh() {
  refresh_pieces();
  refresh_card();
  refresh_action();
  const bool moved = counter().tickets().has_moved();
  set_undo(moved ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  lay_out_now();
}

void TicketWindow::refresh_pieces() {
  const TicketsScreen& tickets = counter().tickets();
  const auto& pieces = tickets.opened().ticket.pieces;
  first_ = std::min(first_, pieces.size() > rows_shown_ ? pieces.size() - rows_shown_ : 0);
  what_->set_text(pieces.empty() ? say("pos.laundry.state.in_bag") : say("till.ticket.tap_pieces"));
  in_bag_->set_text(say("till.ticket.still_in_bag"));
  in_bag_->Show(pieces.empty());
  const bool loads =
      std::ranges::any_of(pieces, [](const TicketPiece& piece) { return piece.load > 1; });
  up_->Show(pieces.size() > rows_shown_);
  down_->Show(pieces.size() > rows_shown_);
  up_->Enable(first_ > 0);
  down_->Enable(first_ + rows_shown_ < pieces.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = i < rows_shown_ && first_ + i < pieces.size();
    rows_.at(i)->Show(shown);
    if (!shown) continue;
    const TicketPiece& piece = pieces[first_ + i];
    rows_.at(i)->set_face(piece_face(piece, loads, tickets.is_chosen(piece.tag), desk()));
    rows_.at(i)->Enable(is_here(piece.state));
  }
}

void TicketWindow::refresh_card() {
  const TicketsScreen& tickets = counter().tickets();
  const KnownTicket& known = tickets.opened();
  const std::string day = weekday_text(known.ticket.due, desk().words);
  card_->show(
      {.picture = known.picture,
       .whose = known.whose,
       .when = known.ticket.minute ? day + ", " + minute_of_day_text(*known.ticket.minute) : day,
       .number = fmt::format("№ {}", known.ticket.number),
       .costs = WhoseCard::Amount{say("till.order.costs"), desk().amount(tickets.to_pay(), false)},
       .early = WhoseCard::Amount{say("till.order.paid_early"), desk().amount(known.paid, false)},
       .still = {say("till.still_to_pay"), desk().amount(tickets.still_to_pay())},
       .paid = tickets.still_to_pay().is_zero()});
}

// The green one is the next step; what is ready can always be handed over beside it.
void TicketWindow::refresh_action() {
  const TicketsScreen& tickets = counter().tickets();
  const auto next = tickets.next();
  if (tickets.opened().ticket.pieces.empty()) {
    set_action(say("till.ticket.look_into"), true,
               [this] { counter().at_tickets([](TicketsScreen& screen) { screen.look_into(); }); });
  } else if (next) {
    set_action(say(words_of_step(*next)), true, [this] {
      counter().at_tickets([](TicketsScreen& screen) { screen.one_step_on(); });
    });
  } else {
    set_action(say("till.order.hand_over"), tickets.all_ready(),
               [this] { counter().hand_over_ticket(); });
  }
  hand_over_->Enable(next && tickets.some_ready());
  went_wrong_->Enable(tickets.can_note_damage());
}

void TicketWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  wxRect head = ui::cut_top(left, look().mm(ui::target::least), gap);
  all_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  down_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  up_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  what_->SetSize(head);
  in_bag_->SetSize(wxRect(left).Deflate(look().mm(4), left.height / 4));
  const auto fit = static_cast<std::size_t>(std::clamp(
      (left.height + gap) / (look().px(least_row_px) + gap), 3, static_cast<int>(most_rows)));
  if (fit != rows_shown_) {
    rows_shown_ = fit;
    refresh_pieces();
  }
  const auto at = ui::cells(left, 1, static_cast<int>(rows_shown_), gap);
  for (std::size_t i = 0; i < rows_shown_; ++i) {
    rows_.at(i)->SetSize(at.at(i));
    rows_.at(i)->set_ground(look().colours().paper);
  }
  wxRect bottom = rooms.bottom;
  more_->SetSize(ui::cut_right(bottom, look().mm(ui::target::key), gap));
  const auto two = ui::cells(bottom, 2, 1, gap);
  hand_over_->SetSize(two.at(0));
  went_wrong_->SetSize(two.at(1));
  card_->place(rooms.right);
}

}  // namespace tilia::pos
