#include "pos/ui/my_time_taps_window.h"

#include <fmt/format.h>

#include "pos/ui/my_time_window.h"
#include "pos/ui/order_row.h"

namespace tilia::pos {

static_assert(MyTimeScreen::taps_on_page == TilesWindow::most_tiles);

MyTimeTapsWindow::MyTimeTapsWindow(wxWindow* parent, const Desk& desk)
    : TilesWindow(
          parent, desk,
          [this](std::size_t which) {
            counter().at_my_time([which](MyTimeScreen& mine) { mine.open_tap(which); });
          },
          [this](int by) {
            counter().at_my_time([by](MyTimeScreen& mine) { mine.turn_taps(by); });
          }) {}

void MyTimeTapsWindow::refresh() {
  const MyTimeScreen& mine = counter().my_time();
  Shown shown{.question = say("till.my_time.which_tap"),
              .if_none = say("till.my_time.no_taps"),
              .faces = {},
              .page = mine.tap_page(),
              .pages = mine.tap_pages()};
  for (const OwnTap& tap : mine.taps()) {
    const Day day = mine.zone().local_day(tap.at);
    const std::string when =
        day == mine.today() ? say("till.order.today") : weekday_text(day, desk().words);
    shown.faces.push_back({.picture = picture_of(tap.tap),
                           .name = fmt::format("{} · {}", say(key_of(tap.tap)), when),
                           .price = {mine.zone().local_time_text(tap.at), "", ""},
                           .badge = tap.away_asked ? picture_of(OwnAsk::State::asked) : ""});
  }
  show(shown);
}

}  // namespace tilia::pos
