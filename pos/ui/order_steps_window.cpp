#include "pos/ui/order_steps_window.h"

#include "core/minute_of_day.h"
#include "pos/ui/order_row.h"
#include "pos/ui/tickets_screen.h"

namespace tilia::pos {
namespace {

constexpr int tile_columns = 4;
constexpr int tile_rows = 3;
constexpr int time_columns = 7;
constexpr int time_rows = 4;
static_assert((OrdersScreen::last_minute - OrdersScreen::first_minute) / OrdersScreen::minute_step +
                  1 ==
              time_columns * time_rows);
static_assert(OrdersScreen::days_on_page == tile_columns * tile_rows);
static_assert(TicketIntake::days_on_page == OrdersScreen::days_on_page);
static_assert(WhoseAsked::accounts_on_page + 1 == tile_columns * tile_rows);

}  // namespace

OrderStepsWindow::OrderStepsWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(new ui::TextLabel(this, look(), 26, true, ui::TextLabel::Tone::ink)) {
  for (std::size_t i = 0; i < most_tiles; ++i) {
    tiles_.push_back(new ui::Tile(this, look()));
    presses(tiles_.back(), [this, i] { press_tile(i); });
  }
  for (std::size_t i = 0; i < most_buttons; ++i)
    buttons_.push_back(quiet("", [this, i] { press_button(i); }));
  previous_ = quiet("◀", [this] { turn(-1); });
  next_ = quiet("▶", [this] { turn(1); });
}

void OrderStepsWindow::press_tile(std::size_t which) {
  counter().at_whose([&](WhoseAsked& whose) {
    if (which == 0) return whose.somebody_else();
    const auto shown = whose.accounts();
    if (which - 1 >= shown.size()) return;
    const std::string code = shown[which - 1]->code;
    whose.choose_account(code);
  });
}

void OrderStepsWindow::press_button(std::size_t which) {
  if (counter().place() == Place::ticket_day) {
    return counter().at_tickets([&](TicketsScreen& tickets) {
      const Day day = tickets.intake().days_offered().at(which);
      tickets.at_intake([&](TicketIntake& intake) { intake.choose_day(day); });
    });
  }
  counter().at_orders([&](OrdersScreen& orders) {
    if (orders.step() == OrdersScreen::Step::day)
      return orders.choose_day(orders.days_offered().at(which));
    const std::vector<int> minutes = orders.minutes_offered();
    if (which < minutes.size()) orders.choose_minute(minutes[which]);
  });
}

void OrderStepsWindow::turn(int by) {
  if (counter().place() == Place::order_day)
    return counter().at_orders([&](OrdersScreen& orders) { orders.turn_days(by); });
  counter().at_whose([&](WhoseAsked& whose) { whose.turn_accounts(by); });
}

void OrderStepsWindow::refresh() {
  set_undo("← " + say("till.go_back"), true);
  hide_action();
  for (ui::Tile* const tile : tiles_) tile->Hide();
  for (ui::ActionButton* const button : buttons_) button->Hide();
  const Place place = counter().place();
  const bool pages = place != Place::order_time && place != Place::ticket_day;
  previous_->Show(pages);
  next_->Show(pages);
  if (place == Place::order_day || place == Place::ticket_day) show_days();
  if (place == Place::order_time) show_times();
  if (asks_whose()) show_accounts();
  lay_out_now();
}

void OrderStepsWindow::show_days() {
  const bool ticket = counter().place() == Place::ticket_day;
  question_->set_text(say(ticket ? "till.ticket.which_day" : "till.order.which_day"));
  const std::vector<Day> days =
      ticket ? counter().tickets().intake().days_offered() : counter().orders().days_offered();
  const Day today = ticket ? counter().tickets().today() : counter().orders().today();
  for (std::size_t i = 0; i < days.size(); ++i) {
    const int ahead = today.days_until(days[i]);
    std::string label = weekday_text(days[i], desk().words);
    if (ahead < 2)
      label = say(ahead == 0 ? "till.order.today" : "till.order.tomorrow") + "\n" + label;
    buttons_[i]->set_label(label);
    buttons_[i]->set_picture(ahead == 0 ? "☀️" : ahead == 1 ? "🌅" : "");
    buttons_[i]->Show();
  }
  previous_->Enable(!ticket && counter().orders().week() > 0);
  next_->Enable(true);
}

void OrderStepsWindow::show_times() {
  question_->set_text(say("till.order.what_time"));
  const std::vector<int> minutes = counter().orders().minutes_offered();
  for (std::size_t i = 0; i < minutes.size(); ++i) {
    buttons_[i]->set_label(minute_of_day_text(minutes[i]));
    buttons_[i]->set_picture("");
    buttons_[i]->Show();
  }
  set_action(say("till.order.any_time"), true, [this] {
    counter().at_orders([](OrdersScreen& orders) { orders.choose_minute(std::nullopt); });
  });
}

void OrderStepsWindow::show_accounts() {
  const WhoseAsked& whose = counter().whose();
  question_->set_text(
      say(counter().place() == Place::ticket_whose ? "till.ticket.whose" : "till.order.whose"));
  tiles_.front()->set_face(
      {.picture = "🙂", .name = say("till.order.somebody_else"), .price = {}, .badge = ""});
  tiles_.front()->Show();
  const auto shown = whose.accounts();
  for (std::size_t i = 0; i < shown.size(); ++i) {
    tiles_[i + 1]->set_face(
        {.picture = shown[i]->picture, .name = shown[i]->name, .price = {}, .badge = ""});
    tiles_[i + 1]->Show();
  }
  previous_->Enable(whose.account_page() > 0);
  next_->Enable(whose.account_page() + 1 < whose.account_pages());
}

bool OrderStepsWindow::asks_whose() const {
  return counter().place() == Place::order_whose || counter().place() == Place::ticket_whose;
}

ui::Control* OrderStepsWindow::next_to_press() {
  return asks_whose() ? static_cast<ui::Control*>(tiles_.front()) : buttons_.at(1);
}

void OrderStepsWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  const bool times = counter().place() == Place::order_time;
  wxRect all = rooms.left.Union(rooms.right);
  all.height = times ? rooms.right.height : rooms.left.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(2)));
  const auto tiles = ui::cells(all, tile_columns, tile_rows, gap);
  for (std::size_t i = 0; i < tiles_.size(); ++i) tiles_[i]->SetSize(tiles.at(i));
  const auto cells = ui::cells(all, time_columns, time_rows, gap);
  for (std::size_t i = 0; i < buttons_.size(); ++i)
    buttons_[i]->SetSize(!times && i < tiles.size() ? tiles.at(i) : cells.at(i));
  wxRect bottom = rooms.bottom;
  next_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
  previous_->SetSize(ui::cut_right(bottom, look().mm(20), gap));
}

}  // namespace tilia::pos
