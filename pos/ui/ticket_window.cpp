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
  card_ = new ui::Card(this, look());
  picture_ = new ui::Tile(card_, look());
  picture_->Disable();
  whose_ = new ui::TextLabel(card_, look(), ui::type::section, true, Tone::ink);
  when_ = new ui::TextLabel(card_, look(), ui::type::button, false, Tone::ink);
  number_ = new ui::TextLabel(card_, look(), ui::type::counter, true, Tone::soft);
  costs_ = new ui::AmountLabel(card_, look(), 44, ui::Across::right);
  early_ = new ui::AmountLabel(card_, look(), 44, ui::Across::right);
  still_ = new ui::AmountLabel(card_, look(), ui::type::total, ui::Across::right);
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
  picture_->set_face({.picture = known.picture, .name = "", .price = {}, .badge = ""});
  whose_->set_text(known.whose);
  const std::string day = weekday_text(known.ticket.due, desk().words);
  when_->set_text(known.ticket.minute ? day + ", " + minute_of_day_text(*known.ticket.minute)
                                      : day);
  number_->set_text(fmt::format("№ {}", known.ticket.number));
  costs_->set(say("till.order.costs"), desk().amount(tickets.to_pay(), false),
              look().colours().ink);
  early_->set(say("till.order.paid_early"), desk().amount(known.paid, false), look().colours().got);
  const bool paid = tickets.still_to_pay().is_zero();
  still_->set(say("till.still_to_pay"), desk().amount(tickets.still_to_pay()),
              paid ? look().colours().go : look().colours().ink);
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
  lay_out_card(rooms.right);
}

void TicketWindow::lay_out_card(const wxRect& area) {
  card_->SetSize(area);
  wxRect room = wxRect(area.GetSize()).Deflate(look().mm(6), look().mm(5));
  wxRect head = ui::cut_top(room, look().mm(26), look().mm(3));
  picture_->SetSize(ui::cut_left(head, look().mm(26), look().mm(5)));
  number_->SetSize(ui::cut_bottom(head, look().px(28)));
  when_->SetSize(ui::cut_bottom(head, look().px(30)));
  whose_->SetSize(head);
  still_->SetSize(ui::cut_bottom(room, look().px(92), look().px(4)));
  early_->SetSize(ui::cut_bottom(room, look().px(62), look().px(4)));
  costs_->SetSize(ui::cut_bottom(room, look().px(62)));
  for (ui::Control* part : {static_cast<ui::Control*>(picture_), static_cast<ui::Control*>(whose_),
                            static_cast<ui::Control*>(when_), static_cast<ui::Control*>(number_),
                            static_cast<ui::Control*>(costs_), static_cast<ui::Control*>(early_),
                            static_cast<ui::Control*>(still_)})
    part->set_ground(look().colours().card);
}

}  // namespace tilia::pos
