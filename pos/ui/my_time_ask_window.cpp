#include "pos/ui/my_time_ask_window.h"

#include <fmt/format.h>

#include "core/minute_of_day.h"
#include "pos/ui/my_time_window.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {
namespace {

constexpr std::array<TimeTap, 4> all_taps{TimeTap::come, TimeTap::pause, TimeTap::back,
                                          TimeTap::leave};
constexpr std::array<int, 4> minute_steps{-60, -MyTimeScreen::minute_step,
                                          MyTimeScreen::minute_step, 60};
constexpr std::array<int, 4> day_steps{-7, -1, 1, 7};

}  // namespace

MyTimeAskWindow::MyTimeAskWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      question_(
          new ui::TextLabel(this, look(), ui::type::section, true, ui::TextLabel::Tone::ink)) {
  for (std::size_t i = 0; i < taps_.size(); ++i) {
    const TimeTap tap = all_taps.at(i);
    taps_.at(i) = quiet(say(key_of(tap)), [this, tap] {
      counter().at_my_time([tap](MyTimeScreen& mine) { mine.choose_forgotten(tap); });
    });
    taps_.at(i)->set_picture(picture_of(tap));
    taps_.at(i)->set_upright(true);
  }
  for (std::size_t i = 0; i < days_.size(); ++i)
    days_.at(i) = quiet(say(i == 0 ? "till.order.today" : "till.my_time.yesterday"), [this, i] {
      counter().at_my_time([i](MyTimeScreen& mine) { mine.choose_yesterday(i == 1); });
    });
  for (std::size_t which = 0; which < rows_.size(); ++which) {
    rows_.at(which) = row();
    for (std::size_t i = 0; i < minute_steps.size(); ++i)
      presses(rows_.at(which).steps.at(i),
              [this, which, i] { step(which, of_days() ? day_steps.at(i) : minute_steps.at(i)); });
  }
}

MyTimeAskWindow::Row MyTimeAskWindow::row() {
  Row row;
  row.word = new ui::TextLabel(this, look(), ui::type::button, false, ui::TextLabel::Tone::soft);
  row.word->keep_in_the_middle();
  row.card = new ui::Card(this, look());
  row.value =
      new ui::TextLabel(row.card, look(), 34, true, ui::TextLabel::Tone::ink, ui::Across::centre);
  row.value->keep_in_the_middle();
  row.value->set_ground(look().colours().card);
  for (auto& step : row.steps)
    step = new ui::ActionButton(this, look(), ui::ActionButton::Kind::key, "");
  return row;
}

void MyTimeAskWindow::step(std::size_t row, int by) {
  counter().at_my_time([&](MyTimeScreen& mine) {
    if (mine.step() == MyTimeScreen::Step::forgot) return mine.move(by);
    row == 0 ? mine.move_from(by) : mine.move_to(by);
  });
}

void MyTimeAskWindow::show_row(const Row& row, const std::string& word, const std::string& value,
                               const std::array<std::string, 4>& steps,
                               const std::array<bool, 4>& may) {
  row.word->set_text(word);
  row.value->set_text(value);
  for (std::size_t i = 0; i < row.steps.size(); ++i) {
    row.steps.at(i)->set_label(steps.at(i));
    row.steps.at(i)->Enable(may.at(i));
  }
}

void MyTimeAskWindow::show_forgotten() {
  const MyTimeScreen& mine = counter().my_time();
  question_->set_text(say("till.my_time.what_forgotten"));
  for (std::size_t i = 0; i < taps_.size(); ++i)
    taps_.at(i)->set_selected(all_taps.at(i) == mine.forgotten());
  days_.front()->set_selected(!mine.yesterday());
  days_.back()->set_selected(mine.yesterday());
  std::array<bool, 4> may{};
  for (std::size_t i = 0; i < may.size(); ++i) may.at(i) = mine.may_move(minute_steps.at(i));
  show_row(rows_.front(), say("till.my_time.at_what_time"), minute_of_day_text(mine.minute()),
           {"−1:00", "−0:05", "+0:05", "+1:00"}, may);
}

void MyTimeAskWindow::show_days() {
  const MyTimeScreen& mine = counter().my_time();
  question_->set_text(say("till.my_time.which_days"));
  std::array<bool, 4> from{};
  std::array<bool, 4> to{};
  for (std::size_t i = 0; i < from.size(); ++i) {
    from.at(i) = mine.may_move_from(day_steps.at(i));
    to.at(i) = mine.may_move_to(day_steps.at(i));
  }
  const std::array<std::string, 4> steps{"−7", "−1", "+1", "+7"};
  const auto words = [&](const Day& day) {
    return fmt::format("{}\n{}", say(fmt::format("till.weekday.{}", day.weekday_from_monday())),
                       desk().words.day(day));
  };
  show_row(rows_.front(), say("till.my_time.first_day"), words(mine.from()), steps, from);
  show_row(rows_.back(), say("till.my_time.last_day"), words(mine.to()), steps, to);
}

void MyTimeAskWindow::refresh() {
  const bool days = of_days();
  set_undo("← " + say("till.go_back"), true);
  set_action(say("till.my_time.ask"), true,
             [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.ask_now(); }); });
  for (ui::ActionButton* tap : taps_) tap->Show(!days);
  for (ui::ActionButton* day : days_) day->Show(!days);
  const Row& second = rows_.back();
  second.word->Show(days);
  second.card->Show(days);
  for (ui::ActionButton* step : second.steps) step->Show(days);
  days ? show_days() : show_forgotten();
  lay_out_now();
}

void MyTimeAskWindow::lay_out_row(const Row& row, wxRect room) const {
  const int gap = look().mm(ui::target::gap);
  const int wide = look().mm(26);
  row.word->SetSize(ui::cut_left(room, look().mm(48), gap));
  row.steps.at(0)->SetSize(ui::cut_left(room, wide, gap));
  row.steps.at(1)->SetSize(ui::cut_left(room, wide, gap));
  row.steps.at(3)->SetSize(ui::cut_right(room, wide, gap));
  row.steps.at(2)->SetSize(ui::cut_right(room, wide, gap));
  row.card->SetSize(room);
  row.value->SetSize(wxRect(room.GetSize()).Deflate(look().px(8), look().px(4)));
}

void MyTimeAskWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect all = rooms.left.Union(rooms.right);
  all.height = rooms.right.height;
  question_->SetSize(ui::cut_top(all, look().px(44), look().mm(4)));
  if (!of_days()) {
    const wxRect taps = ui::cut_top(all, std::min(look().mm(34), all.height / 3), look().mm(5));
    const auto four = ui::cells(taps, 4, 1, gap);
    for (std::size_t i = 0; i < taps_.size(); ++i) taps_.at(i)->SetSize(four.at(i));
    const auto two = ui::cells(ui::cut_top(all, look().mm(16), look().mm(5)), 4, 1, gap);
    for (std::size_t i = 0; i < days_.size(); ++i) days_.at(i)->SetSize(two.at(i));
  }
  const int high = std::min(look().mm(24), (all.height - look().mm(5)) / 2);
  lay_out_row(rows_.front(), ui::cut_top(all, high, look().mm(5)));
  lay_out_row(rows_.back(), ui::cut_top(all, high));
}

}  // namespace tilia::pos
