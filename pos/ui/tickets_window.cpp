#include "pos/ui/tickets_window.h"

#include <fmt/format.h>

namespace tilia::pos {
namespace {

using When = TicketsScreen::When;

constexpr int columns = 2;
constexpr int rows = 4;
static_assert(columns * rows == TicketsScreen::tickets_on_page);

}  // namespace

TicketsWindow::TicketsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      none_(new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)) {
  for (std::size_t i = 0; i < tabs_.size(); ++i) {
    tabs_.at(i) = new ui::ActionButton(this, look(), ui::ActionButton::Kind::tab, "");
    presses(tabs_.at(i), [this, i] {
      counter().at_tickets([i](TicketsScreen& t) { t.choose_tab(static_cast<When>(i)); });
    });
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new TicketRow(this, look());
    presses(rows_.at(i), [this, i] {
      const auto shown = counter().tickets().tickets();
      if (i >= shown.size()) return;
      const KnownTicket known = *shown[i];
      counter().at_tickets([&](TicketsScreen& t) { t.open_ticket(known); });
    });
  }
  const auto turn = [this](int by) {
    return [this, by] { counter().at_tickets([by](TicketsScreen& t) { t.turn_page(by); }); };
  };
  previous_ = quiet("◀", turn(-1));
  next_ = quiet("▶", turn(1));
}

std::string TicketsWindow::tab_text(When when) const {
  const char* const keys[] = {"till.order.earlier", "till.order.today", "till.order.tomorrow",
                              "till.order.later"};
  const std::string text = say(keys[static_cast<std::size_t>(when)]);
  const std::size_t many = counter().tickets().due(when).size();
  return many == 0 ? text : fmt::format("{} · {}", text, many);
}

void TicketsWindow::refresh() {
  const TicketsScreen& tickets = counter().tickets();
  for (std::size_t i = 0; i < tabs_.size(); ++i) {
    tabs_.at(i)->set_label(tab_text(static_cast<When>(i)));
    tabs_.at(i)->set_selected(tickets.tab() == static_cast<When>(i));
  }
  const bool of_a_day = tickets.tab() == When::today || tickets.tab() == When::tomorrow;
  const auto shown = tickets.tickets();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->Show(i < shown.size());
    if (i < shown.size()) rows_.at(i)->set_face(ticket_face(*shown[i], !of_a_day, desk()));
  }
  none_->set_text(say("till.ticket.none"));
  none_->Show(shown.empty());
  previous_->Enable(tickets.page() > 0);
  next_->Enable(tickets.page() + 1 < tickets.pages());
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.ticket.find"), true,
             [this] { counter().at_tickets([](TicketsScreen& t) { t.find(); }); });
  lay_out_now();
}

ui::Control* TicketsWindow::next_to_press() {
  return rows_.front()->IsShown() ? static_cast<ui::Control*>(rows_.front()) : action();
}

void TicketsWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  const wxRect top = ui::cut_top(all, look().mm(15), look().mm(4));
  const auto tabs = ui::cells(top, static_cast<int>(tabs_.size()), 1, gap);
  for (std::size_t i = 0; i < tabs.size(); ++i) tabs_.at(i)->SetSize(tabs[i]);
  none_->SetSize(wxRect(all).Deflate(look().mm(8), all.height / 3));
  const auto at = ui::cells(all, columns, rows, gap);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->SetSize(at.at(i));
    rows_.at(i)->set_ground(look().colours().paper);
  }
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(ui::target::key), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(ui::target::key), gap));
}

}  // namespace tilia::pos
