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
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)),
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
    presses(rows_.at(i), [this, i] { press_row(i); });
  }
  const auto turn = [this](int by) {
    return [this, by] { counter().at_tickets([by](TicketsScreen& t) { t.turn_page(by); }); };
  };
  find_ = quiet(say("till.ticket.find"),
                [this] { counter().at_tickets([](TicketsScreen& t) { t.find(); }); });
  find_->set_picture("🔍");
  unclaimed_ = quiet(say("till.ticket.unclaimed"), [this] {
    counter().at_tickets([](TicketsScreen& t) { t.open_unclaimed(); });
  });
  unclaimed_->set_picture("⏳");
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

void TicketsWindow::press_row(std::size_t which) {
  counter().at_tickets([which](TicketsScreen& tickets) {
    if (tickets.step() == TicketsScreen::Step::unclaimed) {
      const auto waiting = tickets.unclaimed_of_page();
      if (which < waiting.size()) tickets.open_waiting(waiting[which]->known.ticket.number);
      return;
    }
    const auto shown = tickets.tickets();
    if (which >= shown.size()) return;
    const KnownTicket known = *shown[which];
    tickets.open_ticket(known);
  });
}

void TicketsWindow::refresh() {
  const bool due = counter().place() == Place::tickets;
  for (ui::ActionButton* const tab : tabs_) tab->Show(due);
  find_->Show(due);
  unclaimed_->Show(due);
  due ? refresh_due() : refresh_unclaimed();
  const TicketsScreen& tickets = counter().tickets();
  none_->Show(!rows_.front()->IsShown());
  previous_->Enable(tickets.page() > 0);
  next_->Enable(tickets.page() + 1 < tickets.pages());
  set_undo("← " + say("till.go_back"), true);
  lay_out_now();
}

void TicketsWindow::refresh_due() {
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
  question_->Hide();
  none_->set_text(say("till.ticket.none"));
  set_action("+  " + say("till.ticket.new"), true, [this] { counter().begin_ticket(); });
}

void TicketsWindow::refresh_unclaimed() {
  const auto waiting = counter().tickets().unclaimed_of_page();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->Show(i < waiting.size());
    if (i < waiting.size()) rows_.at(i)->set_face(ticket_face(*waiting[i], desk()));
  }
  question_->set_text(say("till.ticket.nobody_came"));
  question_->Show();
  none_->set_text(say("till.ticket.none_waits"));
  hide_action();
}

ui::Control* TicketsWindow::next_to_press() {
  const bool due = counter().place() == Place::tickets;
  return rows_.front()->IsShown() || !due ? static_cast<ui::Control*>(rows_.front()) : action();
}

void TicketsWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  const wxRect top = ui::cut_top(all, look().mm(15), look().mm(4));
  question_->SetSize(top);
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
  const auto two = ui::cells(bottom, 2, 1, gap);
  find_->SetSize(two.at(0));
  unclaimed_->SetSize(two.at(1));
}

}  // namespace tilia::pos
