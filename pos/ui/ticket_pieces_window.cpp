#include "pos/ui/ticket_pieces_window.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int columns = 4;
constexpr int rows = 3;
constexpr int least_row_px = 70;
static_assert(columns * rows == TicketIntake::articles_on_page);

}  // namespace

TicketPiecesWindow::TicketPiecesWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      many_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
      none_(new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)) {
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_.at(i) = new ui::Tile(this, look());
    presses(tiles_.at(i), [this, i] {
      const auto shown = intake().articles();
      if (i >= shown.size()) return;
      const std::string code = shown[i]->code;
      at_intake([&](TicketIntake& in) { in.add(code); });
    });
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new PieceRow(this, look());
    presses(rows_.at(i),
            [this, i] { at_intake([at = first_ + i](TicketIntake& in) { in.choose(at); }); });
  }
  previous_ = quiet("◀", [this] { at_intake([](TicketIntake& in) { in.turn_page(-1); }); });
  next_ = quiet("▶", [this] { at_intake([](TicketIntake& in) { in.turn_page(1); }); });
  marks_ = quiet(say("till.ticket.marks"),
                 [this] { at_intake([](TicketIntake& in) { in.note_marks(); }); });
  marks_->set_picture("🎨");
  away_ = quiet(say("till.ticket.piece_away"),
                [this] { at_intake([](TicketIntake& in) { in.take_away(); }); });
  away_->set_picture("🗑");
  up_ = quiet("▲", [this] { first_ = first_ > 0 ? first_ - 1 : 0; });
  down_ = quiet("▼", [this] { ++first_; });
}

void TicketPiecesWindow::at_intake(const std::function<void(TicketIntake&)>& what) {
  counter().at_tickets([&](TicketsScreen& tickets) { tickets.at_intake(what); });
}

void TicketPiecesWindow::refresh() {
  question_->set_text(say("till.ticket.what_is_in_it"));
  const auto shown = intake().articles();
  for (std::size_t i = 0; i < tiles_.size(); ++i) {
    tiles_.at(i)->Show(i < shown.size());
    if (i >= shown.size()) continue;
    tiles_.at(i)->set_face({.picture = shown[i]->picture,
                            .name = shown[i]->name,
                            .price = desk().amount(shown[i]->price, false),
                            .badge = ""});
  }
  previous_->Enable(intake().page() > 0);
  next_->Enable(intake().page() + 1 < intake().pages());
  marks_->Enable(intake().chosen().has_value());
  away_->Enable(intake().chosen().has_value());
  refresh_pieces();
  const bool is_new = intake().is_new();
  set_undo(intake().can_undo_piece() ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  set_action(say(is_new ? "till.visit.next" : "till.ticket.noted"), !intake().pieces().empty(),
             [this, is_new] {
               is_new ? at_intake([](TicketIntake& in) { in.pieces_done(); }) : counter().take_in();
             });
  lay_out_now();
}

void TicketPiecesWindow::refresh_pieces() {
  const auto& pieces = intake().pieces();
  const std::size_t last = pieces.size() > rows_shown_ ? pieces.size() - rows_shown_ : 0;
  if (pieces_seen_ != pieces.size()) first_ = last;
  pieces_seen_ = pieces.size();
  first_ = std::min(first_, last);
  many_->set_text(desk().words.say(
      Phrase("till.ticket.pieces").with("count", static_cast<std::int64_t>(pieces.size()))));
  none_->set_text(say("till.ticket.tap_articles"));
  none_->Show(pieces.empty());
  up_->Show(pieces.size() > rows_shown_);
  down_->Show(pieces.size() > rows_shown_);
  up_->Enable(first_ > 0);
  down_->Enable(first_ < last);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = i < rows_shown_ && first_ + i < pieces.size();
    rows_.at(i)->Show(shown);
    if (shown)
      rows_.at(i)->set_face(
          piece_face(pieces[first_ + i], intake().chosen() == first_ + i, desk()));
  }
}

ui::Control* TicketPiecesWindow::next_to_press() {
  return intake().pieces().empty() ? static_cast<ui::Control*>(tiles_.front()) : action();
}

void TicketPiecesWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  question_->SetSize(ui::cut_top(left, look().px(44), look().mm(2)));
  const auto at = ui::cells(left, columns, rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_.at(i)->SetSize(at.at(i));
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(ui::target::key), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(ui::target::key), gap));
  const auto two = ui::cells(bottom, 2, 1, gap);
  marks_->SetSize(two.at(0));
  away_->SetSize(two.at(1));
  wxRect right = rooms.right;
  wxRect head = ui::cut_top(right, look().mm(ui::target::least), gap);
  down_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  up_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  many_->SetSize(head);
  none_->SetSize(wxRect(right).Deflate(look().mm(4), right.height / 4));
  const auto fit = static_cast<std::size_t>(std::clamp(
      (right.height + gap) / (look().px(least_row_px) + gap), 3, static_cast<int>(most_rows)));
  if (fit != rows_shown_) {
    rows_shown_ = fit;
    pieces_seen_ = 0;
    refresh_pieces();
  }
  const auto lines = ui::cells(right, 1, static_cast<int>(rows_shown_), gap);
  for (std::size_t i = 0; i < rows_shown_; ++i) {
    rows_.at(i)->SetSize(lines.at(i));
    rows_.at(i)->set_ground(look().colours().paper);
  }
}

}  // namespace tilia::pos
