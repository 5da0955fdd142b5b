#include "tests/pos/ui/walk_my_time_states.h"

#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;
using Where = OwnTimeNow::Where;

void asks_whose(Shop& shop) { shop->open_my_time(); }

void opens(Shop& shop) {
  asks_whose(shop);
  shop->log_in().choose("🦊");
  digits(shop, '1', 6);
}

std::function<void(Shop&)> then(const std::function<void(MyTimeScreen&)>& what) {
  return [what](Shop& shop) {
    opens(shop);
    shop->at_my_time(what);
  };
}

std::function<void(Shop&)> with(const std::function<void(OwnTimeNow&)>& what) {
  return [what](Shop& shop) {
    own_time_is_kept(shop);
    what(shop.own_time.mine);
  };
}

// At work, with all that may be said softly.
std::function<void(Shop&)> at_work(const std::function<void(OwnTimeNow&)>& what) {
  return with([what](OwnTimeNow& mine) {
    mine.where = Where::at_work;
    mine.taps = {TimeTap::pause, TimeTap::leave};
    what(mine);
  });
}

OwnAsk asked(Shop& shop, OwnAsk::What what, OwnAsk::State state) {
  OwnAsk ask{OwnAskId::mint(shop.chance), what, state, {}, {}, {}, shop.clock.now()};
  if (what == OwnAsk::What::forgotten || what == OwnAsk::What::mistaken) {
    ask.tap = TimeTap::back;
    ask.at = shop.clock.now().plus_seconds(-100'000);
  }
  if (what == OwnAsk::What::shift) ask.shift = shop.own_time.mine.shifts.front();
  return ask;
}

States main_states() {
  return {{"not here", opens, own_time_is_kept},
          {"at work", opens, at_work([](OwnTimeNow&) {})},
          {"tapped just now", opens, at_work([](OwnTimeNow& mine) { mine.can_undo = true; })},
          {"on a break", opens, with([](OwnTimeNow& mine) {
             mine.where = Where::on_break;
             mine.taps = {TimeTap::back, TimeTap::leave};
           })},
          {"the end is missing", opens, at_work([](OwnTimeNow& mine) {
             mine.end_is_missing = true;
             mine.since = mine.since->plus_seconds(-100'000);
             mine.taps = {TimeTap::come, TimeTap::leave};
           })},
          {"the clock is behind", opens, at_work([](OwnTimeNow& mine) {
             mine.clock_is_behind = true;
             mine.taps.clear();
           })},
          {"no contract", opens, at_work([](OwnTimeNow& mine) { mine.no_contract = true; })},
          {"short rest", opens, at_work([](OwnTimeNow& mine) { mine.short_rest_minutes = 599; })},
          {"no shifts", opens, with([](OwnTimeNow& mine) {
             mine.shifts.clear();
             mine.asks.clear();
           })},
          {"not linked", opens, [](Shop& s) { s.own_time.used = true; }},
          {"a wrong tap is asked for", opens, with([](OwnTimeNow& mine) {
             for (OwnAsk& ask : mine.asks) {
               ask.what = OwnAsk::What::mistaken;
               ask.tap = TimeTap::back;
               ask.at = ask.asked_at.plus_seconds(-100'000);
             }
           })},
          {"the second page", then([](MyTimeScreen& mine) { mine.turn(1); }), own_time_is_kept},
          {"asked", then([](MyTimeScreen& mine) {
             mine.days_off();
             mine.ask_now();
           }),
           own_time_is_kept}};
}

std::function<void(Shop&)> tapped(int count) {
  return [count](Shop& shop) {
    own_time_is_kept(shop);
    for (int i = 0; i < count; ++i)
      shop.own_time.tapped.push_back(
          {static_cast<TimeTap>(i % 4), shop.clock.now().plus_seconds(-15'000 * i), i == 1});
  };
}

States wrong_tap_states(Place place) {
  const auto lists = then([](MyTimeScreen& mine) { mine.wrong_tap(); });
  if (place == Place::my_time_taps)
    return {{"none", lists, own_time_is_kept},
            {"two", lists, tapped(2)},
            {"the second page", then([](MyTimeScreen& mine) {
               mine.wrong_tap();
               mine.turn_taps(1);
             }),
             tapped(24)}};
  const auto one = [](std::size_t which) {
    return then([which](MyTimeScreen& mine) {
      mine.wrong_tap();
      mine.open_tap(which);
    });
  };
  return {{"one", one(2), tapped(3)}, {"asked for already", one(1), tapped(3)}};
}

}  // namespace

void own_time_is_kept(CounterOfTests& shop) {
  OwnTimeNow& mine = shop.own_time.mine;
  shop.own_time.used = true;
  mine.linked = true;
  mine.since = shop.clock.now().plus_seconds(-3600);
  mine.taps = {TimeTap::come};
  for (int i = 0; i < 8; ++i)
    mine.shifts.push_back({OwnShiftId::mint(shop.chance), *Day::from(2026, 3, 2 + i), 1320, 1800,
                           "🥖", "oven", i == 1});
  mine.asks = {asked(shop, OwnAsk::What::forgotten, OwnAsk::State::asked),
               asked(shop, OwnAsk::What::shift, OwnAsk::State::yes),
               asked(shop, OwnAsk::What::days_off, OwnAsk::State::no),
               asked(shop, OwnAsk::What::days_off, OwnAsk::State::asked)};
}

States my_time_states_of(Place place) {
  switch (place) {
    case Place::my_time_who:
      return {{"pictures", asks_whose, own_time_is_kept},
              {"a number",
               [](Shop& s) {
                 asks_whose(s);
                 s->log_in().choose("🦊");
                 digits(s, '1', 3);
               },
               own_time_is_kept}};
    case Place::my_time: return main_states();
    case Place::my_time_forgot:
      return {{"today", then([](MyTimeScreen& mine) { mine.forgot(); }), own_time_is_kept},
              {"yesterday", then([](MyTimeScreen& mine) {
                 mine.forgot();
                 mine.choose_yesterday(true);
                 mine.choose_forgotten(TimeTap::back);
               }),
               own_time_is_kept}};
    case Place::my_time_days:
      return {{"", then([](MyTimeScreen& mine) { mine.days_off(); }), own_time_is_kept}};
    case Place::my_time_taps:
    case Place::my_time_tap: return wrong_tap_states(place);
    case Place::my_time_shift:
      return {
          {"hers", then([](MyTimeScreen& mine) { mine.open_shift(0); }), own_time_is_kept},
          {"given away", then([](MyTimeScreen& mine) { mine.open_shift(1); }), own_time_is_kept}};
    default:
      return {{"asked", then([](MyTimeScreen& mine) { mine.open_ask(0); }), own_time_is_kept},
              {"yes", then([](MyTimeScreen& mine) { mine.open_ask(1); }), own_time_is_kept},
              {"no", then([](MyTimeScreen& mine) { mine.open_ask(2); }), own_time_is_kept}};
  }
}

}  // namespace tilia::pos::tests
