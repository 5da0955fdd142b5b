#include "pos/ui/order_window.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/minute_of_day.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {
namespace {

constexpr int least_row_px = 74;

}  // namespace

OrderWindow::OrderWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      what_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  using Tone = ui::TextLabel::Tone;
  up_ = quiet("▲", [this] { first_ = first_ > 0 ? first_ - 1 : 0; });
  down_ = quiet("▼", [this] { ++first_; });
  for (TrayRow*& row : rows_) row = new TrayRow(this, look());
  none_ = new ui::TextLabel(this, look(), ui::type::section, false, Tone::soft, ui::Across::centre);
  card_.emplace(this, look());
  const auto choice = [this](const char* key, const char* picture, std::function<void()> what) {
    ui::ActionButton* const button = quiet(say(key), std::move(what));
    button->set_picture(picture);
    return button;
  };
  pay_early_ = choice("till.order.pay_early", "🪙", [this] { counter().pay_order_early(); });
  leave_out_ = choice("till.order.leave_out", "❌", [this] { counter().leave_order_out(); });
  slip_ = choice("till.order.slip", "🧾", [this] { counter().print_order(); });
  same_again_ = choice("till.order.same_again", "🔁", [this] {
    counter().at_orders([](OrdersScreen& orders) { orders.repeat(); });
  });
}

std::string OrderWindow::when(const Day& day, std::optional<int> minute) const {
  const std::string text = weekday_text(day, desk().words);
  return minute ? text + ", " + minute_of_day_text(*minute) : text;
}

void OrderWindow::refresh() {
  const bool is_new = counter().place() == Place::order_look;
  for (ui::Control* part : {static_cast<ui::Control*>(pay_early_), static_cast<ui::Control*>(slip_),
                            static_cast<ui::Control*>(leave_out_)})
    part->Show(!is_new);
  same_again_->Show(is_new);
  is_new ? refresh_new() : refresh_opened();
  set_undo(is_new && counter().orders().is_repeated() ? "↶ " + say("till.undo")
                                                      : "← " + say("till.go_back"),
           true);
  lay_out_now();
}

void OrderWindow::refresh_opened() {
  const OrdersScreen& orders = counter().orders();
  const DueOrder& due = orders.opened();
  refresh_lines(due.order.lines);
  const bool paid = orders.still_to_pay().is_zero();
  card_->show(
      {.picture = due.picture,
       .whose = due.whose,
       .when = when(due.order.day, due.order.minute),
       .number = due.order.number == 0 ? say("till.order.each_week")
                                       : fmt::format("№ {}", due.order.number),
       .costs = WhoseCard::Amount{say("till.order.costs"), desk().amount(orders.total(), false)},
       .early = WhoseCard::Amount{say("till.order.paid_early"), desk().amount(due.paid, false)},
       .still = {say("till.still_to_pay"), desk().amount(orders.still_to_pay())},
       .paid = paid});
  pay_early_->Enable(!paid);
  set_action(say("till.order.hand_over"), !due.order.lines.empty(),
             [this] { counter().hand_over_order(); });
}

void OrderWindow::refresh_new() {
  const OrdersScreen& orders = counter().orders();
  refresh_lines(orders.lines());
  card_->show({.picture = orders.whose_picture(),
               .whose = orders.whose(),
               .when = when(orders.day(), orders.minute()),
               .number = {},
               .costs = std::nullopt,
               .early = std::nullopt,
               .still = {say("till.order.costs"), desk().amount(orders.total())}});
  same_again_->Enable(orders.can_repeat());
  set_action(say("till.order.place"), orders.has_lines(), [this] { counter().place_order(); });
}

void OrderWindow::refresh_lines(const std::vector<OrderLine>& lines) {
  lines_ = lines.size();
  first_ = std::min(first_, lines_ > rows_shown_ ? lines_ - rows_shown_ : 0);
  what_->set_text(say("till.order.what"));
  none_->set_text(say("till.order.tray_first"));
  none_->Show(lines.empty());
  up_->Show(lines_ > rows_shown_);
  down_->Show(lines_ > rows_shown_);
  up_->Enable(first_ > 0);
  down_->Enable(first_ + rows_shown_ < lines_);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool shown = i < rows_shown_ && first_ + i < lines_;
    rows_.at(i)->Show(shown);
    if (!shown) continue;
    const OrderLine& line = lines[first_ + i];
    const Article* article = counter().shelf().article(line.article);
    const std::string name = article == nullptr ? line.article : article->name;
    rows_.at(i)->set_face(tray_face(
        article == nullptr ? "📦" : article->picture,
        line.note.empty() ? name : name + " · " + line.note,
        article == nullptr ? Unit::each : article->unit, line.quantity,
        desk().amount(line.unit_price.times(line.quantity, Rounding::half_up).value(), false),
        desk().words));
  }
}

void OrderWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  wxRect head = ui::cut_top(left, look().mm(ui::target::least), look().mm(2));
  down_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  up_->SetSize(ui::cut_right(head, look().mm(ui::target::key), gap));
  what_->SetSize(head);
  none_->SetSize(wxRect(left).Deflate(look().mm(4), left.height / 4));
  const auto fit = static_cast<std::size_t>(
      std::clamp(left.height / look().px(least_row_px), 3, static_cast<int>(most_rows)));
  if (fit != rows_shown_) {
    rows_shown_ = fit;
    const bool is_new = counter().place() == Place::order_look;
    refresh_lines(is_new ? counter().orders().lines() : counter().orders().opened().order.lines);
  }
  const auto at = ui::cells(left, 1, static_cast<int>(rows_shown_), look().px(4));
  for (std::size_t i = 0; i < rows_shown_; ++i) rows_.at(i)->SetSize(at.at(i));
  const auto three = ui::cells(rooms.bottom, 3, 1, gap);
  pay_early_->SetSize(three.at(0));
  leave_out_->SetSize(three.at(1));
  slip_->SetSize(three.at(2));
  same_again_->SetSize(ui::cells(rooms.bottom, 2, 1, gap).front());
  card_->place(rooms.right);
}

}  // namespace tilia::pos
