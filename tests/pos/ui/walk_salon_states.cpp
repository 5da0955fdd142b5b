#include "tests/pos/ui/walk_salon_states.h"

#include "pos/salon/keep_salon.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

void at(Shop& shop, const std::function<void(SalonDay&)>& what) { shop->at_salon(what); }

void opens(Shop& shop) {
  sells(shop);
  shop->open_salon();
}

Instant minutes_on(Shop& shop, int minutes) {
  return minute_of(shop.clock.now()).plus_seconds(std::int64_t{60} * minutes);
}

// One of each state, and three who wait.
void day_is_full(Shop& shop) {
  KeepVisits visits(shop.salon, shop.zone, shop.clock);
  const auto book = [&](const char* service, const char* who, int minutes, const char* name) {
    const auto visit = visits.book({VisitId::mint(shop.chance),
                                    {{service, who, std::string(who) == "ana" ? "window" : ""}},
                                    minutes_on(shop, minutes),
                                    "🌷",
                                    name});
    CHECK(visit);
    return visit.value().id;
  };
  CHECK(visits.set_state(book("long-0", "ana", 0, "Milica"), VisitState::in_progress));
  CHECK(visits.set_state(book("long-5", "bee", 0, ""), VisitState::arrived));
  CHECK(visits.set_state(book("long-6", "cara", 0, "Aleksandra"), VisitState::no_show));
  book("long-7", "dora", 15, "Вера");
  book("long-0", "ana", 60, "");
  book("long-5", "bee", 120, "Goca");
  CHECK(visits.set_state(book("long-6", "bee", 45, ""), VisitState::cancelled));
  for (const char* name : {"Zora", "", "Aleksandra Marija"}) {
    CHECK(visits.walk_in({VisitId::mint(shop.chance), {}, "🌻", name}));
  }
}

void opens_full_day(Shop& shop) {
  sells(shop);
  day_is_full(shop);
  shop->open_salon();
}

void opens_visit(Shop& shop, VisitState state) {
  opens_full_day(shop);
  for (const Visit& visit : shop->salon().on_the_day()) {
    if (visit.state != state) continue;
    const VisitId id = visit.id;
    return at(shop, [&](SalonDay& salon) { salon.open_visit(id); });
  }
}

void asks_what(Shop& shop) {
  opens_full_day(shop);
  at(shop, [](SalonDay& salon) { salon.add(); });
}

void asks_who(Shop& shop) {
  asks_what(shop);
  at(shop, [](SalonDay& salon) { salon.choose_service("long-0"); });
  at(shop, [](SalonDay& salon) { salon.services_done(); });
}

void asks_when(Shop& shop) {
  asks_who(shop);
  at(shop, [](SalonDay& salon) { salon.choose_person("ana"); });
}

void asks_known_by(Shop& shop) {
  opens_full_day(shop);
  at(shop, [](SalonDay& salon) { salon.add_walk_in(); });
  at(shop, [](SalonDay& salon) { salon.services_done(); });
}

States day_states() {
  return {{"an empty day", opens, salon_is_set_up},
          {"nothing is set up", opens,
           [](Shop& s) { s.book.set_counter_rule("counter.appointments", "yes", s.clock.now()); }},
          {"a full day", opens_full_day, salon_is_set_up},
          {"by chairs",
           [](Shop& s) {
             opens_full_day(s);
             at(s, [](SalonDay& salon) { salon.show_chairs(true); });
           },
           salon_is_set_up},
          {"on the move",
           [](Shop& s) {
             opens_visit(s, VisitState::booked);
             at(s, [](SalonDay& salon) { salon.start_move(); });
           },
           salon_is_set_up},
          {"a move that does not fit",
           [](Shop& s) {
             opens_visit(s, VisitState::booked);
             at(s, [](SalonDay& salon) { salon.start_move(); });
             at(s, [&](SalonDay& salon) { salon.tap({0, minutes_on(s, 0)}); });
           },
           salon_is_set_up},
          {"another day",
           [](Shop& s) {
             opens_full_day(s);
             at(s, [](SalonDay& salon) { salon.turn_day(1); });
           },
           salon_is_set_up}};
}

void somebody_is_remembered(Shop& shop) {
  salon_is_set_up(shop);
  shop.customers.put_customer({CustomerId::mint(shop.chance), "Milica", "", true},
                              shop.zone.local_day(shop.clock.now()));
  std::vector<std::string> notes;
  for (int i = 0; i < 14; ++i) notes.push_back("🎨 Svetlosmeđa " + std::to_string(i) + ".01");
  shop.salon.set_notes(notes, shop.clock.now());
}

// Her visits of the weeks before, with as much noted as one would.
void opens_history(Shop& shop) {
  sells(shop);
  day_is_full(shop);
  const Customer milica = shop.customers.customers().front();
  for (int weeks = 1; weeks < 6; ++weeks) {
    const Instant then = minutes_on(shop, -7 * 24 * 60 * weeks);
    const VisitId id = VisitId::mint(shop.chance);
    static_cast<void>(shop.salon.put_visit({.id = id,
                                            .state = VisitState::done,
                                            .came = then,
                                            .picture = "🌷",
                                            .name = "Milica",
                                            .services = {{"long-0", "ana", "", then, 45}}},
                                           then));
    const std::vector<std::string> all = shop.salon.salon().notes;
    shop.history.remember(id, milica.id, {all.begin(), all.begin() + weeks % 4});
  }
  shop->open_salon();
  for (const Visit& visit : shop->salon().on_the_day()) {
    if (visit.state != VisitState::in_progress) continue;
    const VisitId id = visit.id;
    at(shop, [&](SalonDay& salon) { salon.open_visit(id); });
    break;
  }
  at(shop, [](SalonDay& salon) { salon.open_history(); });
  at(shop, [&](SalonDay& salon) { salon.note(salon.memory().choices().at(1)); });
}

States visit_states() {
  States states;
  for (const VisitState state :
       {VisitState::waiting, VisitState::booked, VisitState::arrived, VisitState::in_progress,
        VisitState::no_show, VisitState::cancelled})
    states.push_back({std::string(visit_state_text(state)),
                      [state](Shop& s) { opens_visit(s, state); }, salon_is_set_up});
  states.push_back({"remembered",
                    [](Shop& s) {
                      opens_history(s);
                      at(s, [](SalonDay& salon) { salon.history_done(); });
                    },
                    somebody_is_remembered});
  return states;
}

States history_states() {
  return {{"many times", opens_history, somebody_is_remembered},
          {"nothing yet",
           [](Shop& s) {
             opens_visit(s, VisitState::in_progress);
             at(s, [](SalonDay& salon) { salon.she_agrees(); });
           },
           salon_is_set_up}};
}

}  // namespace

void salon_is_set_up(CounterOfTests& shop) {
  KeepSalon keep(shop.salon, shop.zone, shop.clock);
  const std::vector<std::pair<const char*, const char*>> people{
      {"ana", "Ana"}, {"bee", "Aleksandra"}, {"cara", "Цвијета"}, {"dora", "Dora"}};
  for (const auto& [code, name] : people)
    CHECK(keep.set_column({.code = code, .kind = ColumnKind::person, .name = name}));
  CHECK(keep.set_column({.code = "window", .kind = ColumnKind::chair, .name = "Window"}));
  const auto articles = shop.book.articles(shop.zone.local_day(shop.clock.now()));
  for (const char* code : {"long-0", "long-1", "long-2", "long-3", "long-4", "long-5", "long-6",
                           "long-7", "long-8", "long-9", "long-10", "long-11", "more-0"})
    CHECK(keep.set_service({code, std::string(code) == "long-0" ? 45 : 15, 0, 5}, articles));
  CHECK(keep.set_hours("", {0, 1, 2, 3, 4, 5, 6}, "07:00-19:00"));
  shop.book.set_counter_rule("counter.appointments", "yes", shop.clock.now());
}

void opens_visit_in_progress(CounterOfTests& shop) { opens_visit(shop, VisitState::in_progress); }

States salon_states_of(Place place) {
  switch (place) {
    case Place::salon: return day_states();
    case Place::visit: return visit_states();
    case Place::visit_history: return history_states();
    case Place::visit_services:
      return {{"two pages", asks_what, salon_is_set_up},
              {"two chosen",
               [](Shop& s) {
                 asks_what(s);
                 for (const char* code : {"long-0", "long-5"})
                   at(s, [&](SalonDay& salon) { salon.choose_service(code); });
               },
               salon_is_set_up}};
    case Place::visit_who: return {{"", asks_who, salon_is_set_up}};
    case Place::visit_time:
      return {{"", asks_when, salon_is_set_up},
              {"a closed day",
               [](Shop& s) {
                 CHECK(KeepSalon(s.salon, s.zone, s.clock)
                           .set_day("", *Day::parse("2026-03-03"), "closed"));
                 asks_when(s);
                 at(s, [](SalonDay& salon) { salon.turn_day(1); });
               },
               salon_is_set_up}};
    default: return {{"", asks_known_by, salon_is_set_up}};
  }
}

}  // namespace tilia::pos::tests
