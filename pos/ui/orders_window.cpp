#include "pos/ui/orders_window.h"

#include <fmt/format.h>

namespace tilia::pos {
namespace {

constexpr int columns = 2;
constexpr int rows = 4;
static_assert(columns * rows == OrdersScreen::orders_on_page);

}  // namespace

OrdersWindow::OrdersWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      none_(new ui::TextLabel(this, look(), ui::type::section, false, ui::TextLabel::Tone::soft,
                              ui::Across::centre)) {
  for (std::size_t i = 0; i < tabs_.size(); ++i) {
    tabs_.at(i) = new ui::ActionButton(this, look(), ui::ActionButton::Kind::tab, "");
    presses(tabs_.at(i), [this, i] {
      if (i < tabs_at_once)
        return counter().at_orders([&](OrdersScreen& o) { o.choose_tab(first_tab_ + i); });
      const std::size_t all = counter().orders().tabs().size();
      first_tab_ = first_tab_ + tabs_at_once < all ? first_tab_ + tabs_at_once : 0;
    });
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i) = new OrderRow(this, look());
    presses(rows_.at(i), [this, i] {
      const auto shown = counter().orders().orders();
      if (i >= shown.size()) return;
      const DueOrder due = *shown[i];
      counter().at_orders([&](OrdersScreen& o) { o.open_order(due); });
    });
  }
  const auto turn = [this](int by) {
    return [this, by] { counter().at_orders([&](OrdersScreen& o) { o.turn_page(by); }); };
  };
  find_ = quiet(say("till.order.find"),
                [this] { counter().at_orders([](OrdersScreen& o) { o.find(); }); });
  find_->set_picture("🔍");
  bake_ = quiet(say("till.bake.open"), [this] { counter().open_bake_sheet(); });
  bake_->set_picture("🥖");
  previous_ = quiet("◀", turn(-1));
  next_ = quiet("▶", turn(1));
}

std::string OrdersWindow::tab_text(const OrdersScreen::Tab& tab) const {
  using Kind = OrdersScreen::Tab::Kind;
  const int ahead = counter().orders().today().days_until(tab.day);
  std::string text;
  if (tab.kind != Kind::day)
    text = say(tab.kind == Kind::earlier ? "till.order.earlier" : "till.order.later");
  else if (ahead < 2)
    text = say(ahead == 0 ? "till.order.today" : "till.order.tomorrow");
  else
    text = weekday_text(tab.day, desk().words);
  return tab.orders.empty() ? text : fmt::format("{} · {}", text, tab.orders.size());
}

void OrdersWindow::refresh_tabs() {
  const OrdersScreen& orders = counter().orders();
  const std::size_t all = orders.tabs().size();
  if (first_tab_ >= all) first_tab_ = 0;
  for (std::size_t i = 0; i < tabs_at_once; ++i) {
    const std::size_t at = first_tab_ + i;
    tabs_.at(i)->Show(at < all);
    if (at >= all) continue;
    tabs_.at(i)->set_label(tab_text(orders.tabs()[at]));
    tabs_.at(i)->set_selected(at == orders.tab());
  }
  tabs_.back()->set_label("⋯");
  tabs_.back()->Show(all > tabs_at_once);
}

void OrdersWindow::refresh() {
  refresh_tabs();
  const OrdersScreen& orders = counter().orders();
  const bool of_a_day = orders.tabs().at(orders.tab()).kind == OrdersScreen::Tab::Kind::day;
  const auto shown = orders.orders();
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_.at(i)->Show(i < shown.size());
    if (i < shown.size()) rows_.at(i)->set_face(order_face(*shown[i], !of_a_day, desk()));
  }
  none_->set_text(say("till.order.none"));
  none_->Show(shown.empty());
  previous_->Enable(orders.page() > 0);
  next_->Enable(orders.page() + 1 < orders.pages());
  bake_->Show(counter().has_bake_sheet());
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.order.new"), true, [this] { counter().begin_order(); });
  lay_out_now();
}

ui::Control* OrdersWindow::next_to_press() {
  return rows_.front()->IsShown() ? static_cast<ui::Control*>(rows_.front()) : action();
}

void OrdersWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  wxRect top = ui::cut_top(all, look().mm(15), look().mm(4));
  tabs_.back()->SetSize(ui::cut_right(top, look().mm(15), gap));
  const auto tabs = ui::cells(top, static_cast<int>(tabs_at_once), 1, gap);
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
  bake_->SetSize(two.at(1));
}

}  // namespace tilia::pos
