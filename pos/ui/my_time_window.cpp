#include "pos/ui/my_time_window.h"

#include <fmt/format.h>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {
namespace {

std::string day_words(const Day& day, const Day& today, const Words& words) {
  if (day == today) return words.say("till.order.today");
  if (day == today.plus_days(1)) return words.say("till.order.tomorrow");
  return weekday_text(day, words);
}

std::string moment_words(const Instant& at, const MyTimeScreen& mine, const Words& words) {
  const std::string time = mine.zone().local_time_text(at);
  const Day day = mine.zone().local_day(at);
  return day == mine.today() ? time : weekday_text(day, words) + ", " + time;
}

}  // namespace

std::string shift_words(const OwnShift& shift, const Day& today, const Words& words) {
  return fmt::format("{} · {}–{}", day_words(shift.day, today, words),
                     minute_of_day_text(shift.from_minute % minutes_a_day),
                     minute_of_day_text(shift.to_minute % minutes_a_day));
}

std::string ask_words(const OwnAsk& ask, const MyTimeScreen& mine, const Words& words) {
  if (ask.what == OwnAsk::What::days_off) return words.say("till.my_time.days_off");
  if (ask.what == OwnAsk::What::shift) {
    return ask.shift ? shift_words(*ask.shift, mine.today(), words)
                     : words.say("till.my_time.a_shift");
  }
  CHECK(ask.tap && ask.at);
  if (ask.what == OwnAsk::What::forgotten) return tap_words(*ask.tap, *ask.at, mine, words);
  return words.say(Phrase("till.my_time.wrong").with("tap", moment_words(*ask.at, mine, words)));
}

std::string tap_words(TimeTap tap, const Instant& at, const MyTimeScreen& mine,
                      const Words& words) {
  return fmt::format("{} · {}", words.say(key_of(tap)), moment_words(at, mine, words));
}

const char* picture_of(OwnAsk::State state) {
  switch (state) {
    case OwnAsk::State::asked: return "⏳";
    case OwnAsk::State::yes: return "✅";
    case OwnAsk::State::no: return "➖";
  }
  CHECK(false);
}

const char* picture_of(TimeTap tap) {
  switch (tap) {
    case TimeTap::come: return "👋";
    case TimeTap::pause: return "☕";
    case TimeTap::back: return "💪";
    case TimeTap::leave: return "🏠";
  }
  CHECK(false);
}

const char* key_of(TimeTap tap) {
  switch (tap) {
    case TimeTap::come: return "till.my_time.come";
    case TimeTap::pause: return "till.my_time.pause";
    case TimeTap::back: return "till.my_time.back";
    case TimeTap::leave: return "till.my_time.leave";
  }
  CHECK(false);
}

MyTimeWindow::MyTimeWindow(wxWindow* parent, const Desk& desk)
    : PlaceWindow(parent, desk),
      card_(new ui::Card(this, look())),
      own_(new ui::Tile(card_, look())),
      state_(new ui::TextLabel(card_, look(), 34, true, ui::TextLabel::Tone::ink)),
      softly_(
          new ui::TextLabel(card_, look(), ui::type::counter, false, ui::TextLabel::Tone::soft)),
      shifts_word_(
          new ui::TextLabel(this, look(), ui::type::counter, true, ui::TextLabel::Tone::soft)),
      no_shifts_(
          new ui::TextLabel(this, look(), ui::type::counter, false, ui::TextLabel::Tone::ink)),
      asks_word_(
          new ui::TextLabel(this, look(), ui::type::counter, true, ui::TextLabel::Tone::soft)) {
  own_->Disable();
  state_->keep_in_the_middle();
  for (ui::Control* part : {static_cast<ui::Control*>(own_), static_cast<ui::Control*>(state_),
                            static_cast<ui::Control*>(softly_)})
    part->set_ground(look().colours().card);
  for (auto& tap : taps_) {
    tap = quiet("", [] {});
    tap->set_upright(true);
  }
  forgot_ = quiet(say("till.my_time.i_forgot"),
                  [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.forgot(); }); });
  forgot_->set_picture("🤔");
  wrong_ = quiet(say("till.my_time.wrong_tap"),
                 [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.wrong_tap(); }); });
  wrong_->set_picture("👆");
  days_ = quiet(say("till.my_time.days_off"),
                [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.days_off(); }); });
  days_->set_picture("🌴");
  for (std::size_t i = 0; i < shifts_.size(); ++i)
    shifts_.at(i) = quiet(
        "", [this, i] { counter().at_my_time([i](MyTimeScreen& mine) { mine.open_shift(i); }); });
  previous_ =
      quiet("◀", [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.turn(-1); }); });
  next_ = quiet("▶", [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.turn(1); }); });
  for (std::size_t i = 0; i < asks_.size(); ++i)
    asks_.at(i) = quiet(
        "", [this, i] { counter().at_my_time([i](MyTimeScreen& mine) { mine.open_ask(i); }); });
}

void MyTimeWindow::show_state() {
  const MyTimeScreen& mine = counter().my_time();
  const OwnTimeNow& now = mine.now();
  own_->set_face({.picture = mine.picture(), .name = "", .price = {}, .badge = ""});
  const char* key = now.where == OwnTimeNow::Where::not_here  ? "till.my_time.not_here"
                    : now.where == OwnTimeNow::Where::at_work ? "till.my_time.at_work_since"
                                                              : "till.my_time.on_break_since";
  Phrase state(key);
  if (now.where != OwnTimeNow::Where::not_here && now.since)
    state = Phrase(key).with("time", moment_words(*now.since, mine, desk().words));
  state_->set_text(now.linked ? desk().words.say(state) : say("till.my_time.not_linked"));
  std::string softly;
  if (now.clock_is_behind) {
    softly = say("till.my_time.clock_is_behind");
  } else if (now.end_is_missing) {
    softly = say("till.my_time.end_is_missing");
  } else if (now.no_contract) {
    softly = say("till.my_time.no_contract");
  } else if (now.short_rest_minutes) {
    constexpr int minutes_of_hour = 60;
    softly = desk().words.say(
        Phrase("till.my_time.short_rest")
            .with("hours", std::int64_t{*now.short_rest_minutes / minutes_of_hour}));
  }
  softly_->set_text(now.linked ? softly : "");
  for (std::size_t i = 0; i < taps_.size(); ++i) {
    ui::ActionButton* button = taps_.at(i);
    button->Show(i < now.taps.size());
    if (i >= now.taps.size()) continue;
    const TimeTap tap = now.taps[i];
    button->set_label(say(key_of(tap)));
    button->set_picture(picture_of(tap));
    presses(button,
            [this, tap] { counter().at_my_time([tap](MyTimeScreen& time) { time.tap(tap); }); });
  }
  forgot_->Show(now.linked);
  wrong_->Show(now.linked);
  days_->Show(now.linked);
}

void MyTimeWindow::show_lists() {
  const MyTimeScreen& mine = counter().my_time();
  const bool linked = mine.now().linked;
  const auto shifts = mine.shifts();
  shifts_word_->set_text(linked ? say("till.my_time.my_shifts") : "");
  no_shifts_->set_text(linked && shifts.empty() ? say("till.my_time.no_shifts") : "");
  for (std::size_t i = 0; i < shifts_.size(); ++i) {
    shifts_.at(i)->Show(i < shifts.size());
    if (i >= shifts.size()) continue;
    shifts_.at(i)->set_label(shift_words(shifts[i], mine.today(), desk().words));
    shifts_.at(i)->set_picture(shifts[i].given_away        ? "🤝"
                               : shifts[i].picture.empty() ? "📅"
                                                           : shifts[i].picture);
  }
  previous_->Show(mine.pages() > 1);
  next_->Show(mine.pages() > 1);
  previous_->Enable(mine.page() > 0);
  next_->Enable(mine.page() + 1 < mine.pages());
  const auto asks = mine.asks();
  asks_word_->set_text(asks.empty() ? "" : say("till.my_time.asked_for"));
  for (std::size_t i = 0; i < asks_.size(); ++i) {
    asks_.at(i)->Show(i < asks.size());
    if (i >= asks.size()) continue;
    asks_.at(i)->set_label(ask_words(asks[i], mine, desk().words));
    asks_.at(i)->set_picture(picture_of(asks[i].state));
  }
}

void MyTimeWindow::refresh() {
  const bool undoes = counter().my_time().now().can_undo;
  set_undo(undoes ? "↶ " + say("till.undo") : "← " + say("till.go_back"), true);
  if (undoes) {
    undo_presses([this] { counter().at_my_time([](MyTimeScreen& mine) { mine.undo_tap(); }); });
  } else {
    undo_presses([this] { counter().undo(); });
  }
  set_action(say("till.my_time.done"), true,
             [this] { counter().at_my_time([](MyTimeScreen& mine) { mine.back(); }); });
  show_state();
  show_lists();
  lay_out_now();
}

ui::Control* MyTimeWindow::next_to_press() {
  return taps_.front()->IsShown() ? taps_.front() : nullptr;
}

void MyTimeWindow::lay_out_lists(wxRect room) {
  const int gap = look().mm(ui::target::gap);
  const int word = look().px(30);
  const int turn = look().mm(ui::target::least);
  const bool turns = previous_->IsShown();
  const int heads = (turns ? turn + gap : word + look().px(6)) + word + look().px(6) + look().mm(5);
  const auto rows = static_cast<int>(shifts_.size() + asks_.size());
  const int row = std::min(look().mm(15), (room.height - heads - (rows - 1) * gap) / rows);
  wxRect head = ui::cut_top(room, turns ? turn : word, turns ? gap : look().px(6));
  if (turns) {
    next_->SetSize(ui::cut_right(head, look().mm(16), gap));
    previous_->SetSize(ui::cut_right(head, look().mm(16), gap));
    head = ui::cut_bottom(head, word);
  }
  shifts_word_->SetSize(head);
  wxRect list = ui::cut_top(room, static_cast<int>(shifts_.size()) * (row + gap) - gap);
  no_shifts_->place(no_shifts_->text().empty() ? wxRect() : list);
  for (ui::ActionButton* shift : shifts_) shift->SetSize(ui::cut_top(list, row, gap));
  (void)ui::cut_top(room, look().mm(5));
  asks_word_->SetSize(ui::cut_top(room, word, look().px(6)));
  for (ui::ActionButton* ask : asks_) ask->SetSize(ui::cut_top(room, row, gap));
}

void MyTimeWindow::lay_out(const Rooms& rooms) {
  const int gap = look().mm(ui::target::gap);
  wxRect left = rooms.left;
  card_->SetSize(ui::cut_top(left, std::min(look().mm(46), left.height * 36 / 100), look().mm(5)));
  wxRect inside = wxRect(card_->GetSize()).Deflate(look().mm(5));
  const wxRect picture = ui::cut_left(inside, inside.height, look().mm(6));
  own_->SetSize(picture);
  softly_->place(softly_->text().empty() ? wxRect() : ui::cut_bottom(inside, look().px(56)));
  state_->SetSize(inside);
  wxRect below = left;
  wxRect asking = ui::cut_bottom(below, look().mm(20), look().mm(5));
  const auto three = ui::cells(asking, 3, 1, gap);
  forgot_->SetSize(three.at(0));
  wrong_->SetSize(three.at(1));
  days_->SetSize(three.at(2));
  below.height = std::min(below.height, look().mm(56));
  const auto taps = ui::cells(below, 2, 1, gap);
  for (std::size_t i = 0; i < taps_.size(); ++i) taps_.at(i)->SetSize(taps.at(i));
  lay_out_lists(rooms.right);
}

}  // namespace tilia::pos
