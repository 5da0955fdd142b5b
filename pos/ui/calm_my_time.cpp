// Calm questions about one's own time.
#include "pos/ui/calm_window.h"
#include "pos/ui/my_time_window.h"

namespace tilia::pos {

CalmWindow::Face CalmWindow::my_tap_face() {
  set_undo("← " + say("till.go_back"), true);
  const MyTimeScreen& mine = counter().my_time();
  const OwnTap& tap = mine.opened_tap();
  const auto press = [this](void (MyTimeScreen::*what)()) {
    return [this, what] { counter().at_my_time([what](MyTimeScreen& time) { (time.*what)(); }); };
  };
  return {picture_of(tap.tap),
          tap_words(tap.tap, tap.at, mine, desk().words),
          say(tap.away_asked ? "till.my_time.state.asked" : "till.my_time.tap_away_sure"),
          std::nullopt,
          {{"✖️", say("till.my_time.tap_away"), press(&MyTimeScreen::take_tap_away),
            !tap.away_asked},
           {picture_of(tap.tap), say("till.my_time.leave_it"), press(&MyTimeScreen::back)}}};
}

CalmWindow::Face CalmWindow::my_shift_face() {
  set_undo("← " + say("till.go_back"), true);
  const MyTimeScreen& mine = counter().my_time();
  const OwnShift& shift = mine.shift();
  const auto press = [this](void (MyTimeScreen::*what)()) {
    return [this, what] { counter().at_my_time([what](MyTimeScreen& time) { (time.*what)(); }); };
  };
  return {
      shift.picture.empty() ? "📅" : shift.picture,
      shift_words(shift, mine.today(), desk().words),
      say(shift.given_away ? "till.my_time.given_away_asked" : "till.my_time.give_away_sure"),
      std::nullopt,
      {{"🤝", say("till.my_time.give_away"), press(&MyTimeScreen::give_away), !shift.given_away},
       {"📅", say("till.my_time.keep_shift"), press(&MyTimeScreen::back)}}};
}

CalmWindow::Face CalmWindow::my_ask_face() {
  set_undo("← " + say("till.go_back"), true);
  const MyTimeScreen& mine = counter().my_time();
  const OwnAsk& ask = mine.ask();
  const char* state = ask.state == OwnAsk::State::asked ? "till.my_time.state.asked"
                      : ask.state == OwnAsk::State::yes ? "till.my_time.state.yes"
                                                        : "till.my_time.state.no";
  const auto press = [this](void (MyTimeScreen::*what)()) {
    return [this, what] { counter().at_my_time([what](MyTimeScreen& time) { (time.*what)(); }); };
  };
  const bool wrong = ask.what == OwnAsk::What::mistaken;
  return {picture_of(ask.state),
          wrong
              ? desk().words.say(Phrase("till.my_time.wrong")
                                     .with("tap", tap_words(*ask.tap, *ask.at, mine, desk().words)))
              : ask_words(ask, mine, desk().words),
          say(state),
          std::nullopt,
          {{"↩️", say("till.my_time.withdraw"), press(&MyTimeScreen::withdraw),
            ask.state == OwnAsk::State::asked},
           {picture_of(ask.state), say("till.my_time.leave_it"), press(&MyTimeScreen::back)}}};
}

}  // namespace tilia::pos
