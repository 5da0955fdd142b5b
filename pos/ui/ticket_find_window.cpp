#include "pos/ui/ticket_find_window.h"

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int columns = 2;
constexpr int most_rows = 3;
constexpr int least_row_px = 84;  // two lines beside each other's pictures
static_assert(columns * most_rows == TicketsScreen::tickets_found);

}  // namespace

TicketFindWindow::TicketFindWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      typed_(new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink)),
      none_(new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)) {
  hide_action();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new TicketRow(this, look());
    presses(rows_.at(i), [this, i] {
      const auto& found = counter().tickets().found();
      if (i >= found.size()) return;
      const KnownTicket known = found[i];
      counter().at_tickets([&](TicketsScreen& tickets) { tickets.open_ticket(known); });
    });
  }
  erase_ = new ui::ActionButton(this, look(), ui::ActionButton::Kind::key, "←");
  presses(erase_, [this] { counter().type_back(); });
}

// The keys that went are hidden until the window goes: one of them may be under the finger.
void TicketFindWindow::make_keys() {
  if (keys_ && letters_ == counter().tickets().find_keys()) return;
  if (keys_) keys_->show(false);
  letters_ = counter().tickets().find_keys();
  keys_ = std::make_unique<LetterKeys>(this, look(), letters_,
                                       [this](ui::Control* key, const std::string& letter) {
                                         presses(key, [this, letter] { counter().type(letter); });
                                       });
}

void TicketFindWindow::refresh() {
  make_keys();
  set_undo("← " + say("till.go_back"), true);
  const TicketsScreen& tickets = counter().tickets();
  typed_->set_text(tickets.typed().empty() ? say("till.ticket.find_by") : tickets.typed());
  erase_->Enable(!tickets.typed().empty());
  none_->set_text(say("till.ticket.none_found"));
  none_->Show(tickets.found().empty());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->Show(i < tickets.found().size());
    if (i < tickets.found().size())
      rows_.at(i)->set_face(ticket_face(tickets.found()[i], /*with_day=*/true, desk()));
  }
  lay_out_now();
}

void TicketFindWindow::lay_out(const Rooms& rooms) {
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.left.height;
  const int gap = look().mm(ui::target::gap);
  wxRect head = ui::cut_top(all, look().mm(ui::target::key), gap);
  erase_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  typed_->SetSize(head);
  if (keys_) keys_->place(all);
  none_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  // In a low window, with the letters of two alphabets below, there are fewer of them.
  const int rows = std::clamp((all.height + gap) / (look().px(least_row_px) + gap), 1, most_rows);
  const auto at = ui::cells(all, columns, rows, gap);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->Show(i < at.size() && i < counter().tickets().found().size());
    if (i < at.size()) rows_.at(i)->SetSize(at.at(i));
    rows_.at(i)->set_ground(look().colours().paper);
  }
}

}  // namespace tilia::pos
