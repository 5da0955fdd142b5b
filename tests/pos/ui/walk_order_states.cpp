#include "tests/pos/ui/walk_order_states.h"

#include <fmt/format.h>

#include <algorithm>

#include "pos/keep_accounts.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;
using Line = OrderRequest::Line;

KeepOrders keep(Shop& shop) {
  return KeepOrders({shop.orders, shop.book, shop.customers, shop.tenders, shop.pack, shop.zone,
                     shop.clock, shop.chance});
}

Day day_ahead(Shop& shop, int days) {
  return shop.zone.local_day(shop.clock.now()).plus_days(days);
}

std::vector<Line> lines(int count, int of_each) {
  std::vector<Line> all;
  for (int i = 0; i < count; ++i)
    all.push_back({"long-" + std::to_string(i), Quantity::pieces(of_each), i == 1 ? "sliced" : ""});
  return all;
}

Order places(Shop& shop, int days, std::vector<Line> lines, const std::string& name,
             std::optional<int> minute = 7 * 60 + 30) {
  const Customer customer{CustomerId::mint(shop.chance), name, "0641234567"};
  const auto order = keep(shop).place({.id = OrderId::mint(shop.chance),
                                       .till = "T1",
                                       .by = {customer.id, {}},
                                       .day = day_ahead(shop, days),
                                       .minute = minute,
                                       .lines = std::move(lines),
                                       .noted = customer});
  CHECK(order);
  return order.value();
}

void pays_early(Shop& shop, const Order& order, bool all) {
  const Money total = total_of(order.lines, shop.pack.currency);
  const Money paid = all ? total : shop.dinars(10);
  CHECK(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {},
             .tenders = {{TenderKind::card, paid}},
             .donation = std::nullopt,
             .extras = {{ExtraKind::advance, paid, advance_of_order(order.number)}}}));
}

// One of each kind, more than a page of them, some of them on other days.
void day_is_full(Shop& shop) {
  const char* const names[] = {"Ana",  "Aleksandra Marija", "Цвијета", "Đurđica", "Marko",
                               "Vera", "Библиотека",        "Zora",    "Goca"};
  int at = 0;
  for (const char* name : names) {
    const Order order = places(shop, 0, lines(1 + at, at % 2 == 0 ? 1 : 25), name);
    if (at % 3 > 0) pays_early(shop, order, at % 3 == 2);
    ++at;
  }
  places(shop, 1, lines(2, 3), "Milica", std::nullopt);
  places(shop, 30, lines(3, 999), "Aleksandra Marija");
}

void opens_orders(Shop& shop) {
  sells(shop);
  day_is_full(shop);
  shop->open_orders();
}

void opens_one(Shop& shop, int line_count, bool some, bool all) {
  sells(shop);
  const Order order = places(shop, 1, lines(line_count, 25), "Aleksandra Marija");
  if (some || all) pays_early(shop, order, all);
  shop->scanned(order_barcode(order.number));
}

void begins(Shop& shop, int articles) {
  puts_on_tray(shop, articles);
  shop->open_orders();
  shop->begin_order();
}

void asks_time(Shop& shop, int articles) {
  begins(shop, articles);
  shop->at_orders([&](OrdersScreen& o) { o.choose_day(day_ahead(shop, 2)); });
}

void asks_whose(Shop& shop, int articles) {
  asks_time(shop, articles);
  shop->at_orders([](OrdersScreen& o) { o.choose_minute(10 * 60); });
}

void asks_name(Shop& shop, const std::string& name) {
  asks_whose(shop, 1);
  places(shop, 0, lines(1, 1), "Aleksandra Marija");
  places(shop, 0, lines(1, 1), "Aleksandar");
  shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
  types(shop, name);
}

void looks(Shop& shop, int articles) {
  asks_whose(shop, articles);
  const std::string code = shop->whose().accounts().at(0)->code;
  CHECK(keep(shop).place({.id = OrderId::mint(shop.chance),
                          .till = "T1",
                          .by = {std::nullopt, code},
                          .day = day_ahead(shop, 0),
                          .lines = lines(9, 999)}));
  shop->at_whose([&](WhoseAsked& w) { w.choose_account(code); });
}

void opens_bake_sheet(Shop& shop) {
  sells(shop);
  places(shop, 0, lines(9, 999), "Ana");
  for (const char* code : {"long-0", "long-3"})
    CHECK(keep(shop).baked("T1", day_ahead(shop, 0), {code, Quantity::pieces(999)}));
  shop->own_picture();
  shop->open_bake_sheet();
}

States list_states() {
  return {{"none",
           [](Shop& s) {
             sells(s);
             s->open_orders();
           },
           orders_are_taken},
          {"a full day", opens_orders, orders_are_taken},
          {"the second page",
           [](Shop& s) {
             opens_orders(s);
             s->at_orders([](OrdersScreen& o) { o.turn_page(1); });
           },
           orders_are_taken},
          {"later",
           [](Shop& s) {
             opens_orders(s);
             s->at_orders([](OrdersScreen& o) { o.choose_tab(o.tabs().size() - 1); });
           },
           orders_are_taken},
          {"one that ended",
           [](Shop& s) {
             sells(s);
             const Order order = places(s, 0, lines(1, 1), "Ana");
             CHECK(keep(s).cancel(order.number));
             s->open_orders();
             s->scanned(order_barcode(order.number));
           },
           orders_are_taken}};
}

States one_states() {
  return {{"nothing paid", [](Shop& s) { opens_one(s, 2, false, false); }, orders_are_taken},
          {"many lines", [](Shop& s) { opens_one(s, 9, true, false); }, orders_are_taken},
          {"all paid", [](Shop& s) { opens_one(s, 6, false, true); }, orders_are_taken},
          {"of each week",
           [](Shop& s) {
             sells(s);
             s->open_orders();
             const DueOrder due = *s->orders().orders().at(0);
             s->at_orders([&](OrdersScreen& o) { o.open_order(due); });
           },
           [](Shop& s) {
             orders_are_taken(s);
             CHECK(keep(s).stand({.code = "bread",
                                  .till = "T1",
                                  .by = {std::nullopt, s.tenders.accounts().at(0).code},
                                  .weekdays = {0, 1, 2, 3, 4, 5, 6},
                                  .lines = {{"long-0", Quantity::pieces(40), ""}},
                                  .minute = 6 * 60,
                                  .from = day_ahead(s, 0)}));
           }}};
}

States find_states() {
  const auto typed = [](const std::string& letters) {
    return [letters](Shop& s) {
      opens_orders(s);
      s->at_orders([](OrdersScreen& o) { o.find(); });
      types(s, letters);
    };
  };
  return {{"nothing typed", typed(""), orders_are_taken},
          {"some letters", typed("alek"), orders_are_taken},
          {"no such name", typed("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"), orders_are_taken}};
}

States name_states() {
  return {{"nothing typed", [](Shop& s) { asks_name(s, ""); }, orders_are_taken},
          {"known ones", [](Shop& s) { asks_name(s, "alek"); }, orders_are_taken},
          {"the telephone",
           [](Shop& s) {
             asks_name(s, "aleksandra marija");
             s->at_whose([](WhoseAsked& w) { w.type_into_phone(true); });
             types(s, "0641234567");
           },
           orders_are_taken}};
}

States look_states() {
  return {{"one line", [](Shop& s) { looks(s, 1); }, orders_are_taken},
          {"nothing on the tray", [](Shop& s) { looks(s, 0); }, orders_are_taken},
          {"as last time",
           [](Shop& s) {
             looks(s, 9);
             s->at_orders([](OrdersScreen& o) { o.repeat(); });
           },
           orders_are_taken}};
}

}  // namespace

void orders_are_taken(CounterOfTests& shop) {
  shop.book.set_counter_rule("counter.orders", "yes", shop.clock.now());
  shop.book.set_counter_rule("counter.bake", "yes", shop.clock.now());
  KeepAccounts accounts(shop.tenders, shop.pack.currency, shop.zone, shop.clock);
  for (int i = 0; i < 13; ++i)
    CHECK(accounts.add({.code = {},
                        .name = fmt::format("{} {}", i % 2 == 0 ? "Biblioteka" : "Школа", i),
                        .picture = "🏫",
                        .credit_limit = shop.dinars(500),
                        .owed = shop.dinars(0)}));
  for (const char* code : {"long-0", "long-1", "long-2"})
    shop.orders.put_recipe({.article = code, .parts = {}, .also = {}}, shop.clock.now());
}

void order_is_handed_over(CounterOfTests& shop) {
  const Order order = places(shop, 0, lines(2, 7), "Ana");
  pays_early(shop, order, /*all=*/false);
  shop->scanned(order_barcode(order.number));
  shop->hand_over_order();
}

void waste_is_noted(CounterOfTests& shop) {
  shop.book.set_counter_rule("counter.waste", "yes", shop.clock.now());
}

namespace {

void opens_waste(Shop& shop) {
  sells(shop);
  shop->own_picture();
  shop->open_waste();
}

// Of the second one there is none left today.
void chooses_waste(Shop& shop, bool sold_out) {
  opens_waste(shop);
  shop->at_waste([](WasteScreen& w) { w.choose(1); });
  if (!sold_out) return;
  shop->mark_sold_out(true);
  shop->at_waste([](WasteScreen& w) { w.choose(1); });
}

void asks_why(Shop& shop) {
  chooses_waste(shop, false);
  shop->at_waste([](WasteScreen& w) { w.throw_away(); });
}

}  // namespace

States waste_states_of(Place place) {
  switch (place) {
    case Place::waste:
      return {{"", opens_waste, waste_is_noted},
              {"one is sold out",
               [](Shop& s) {
                 chooses_waste(s, true);
                 s->undo();
               },
               waste_is_noted}};
    case Place::waste_what:
      return {{"", [](Shop& s) { chooses_waste(s, false); }, waste_is_noted},
              {"sold out", [](Shop& s) { chooses_waste(s, true); }, waste_is_noted}};
    case Place::waste_why: return {{"", asks_why, waste_is_noted}};
    default:
      return {{"nothing typed",
               [](Shop& s) {
                 asks_why(s);
                 s->at_waste([](WasteScreen& w) { w.choose_reason("too_dark"); });
               },
               waste_is_noted},
              {"many given away",
               [](Shop& s) {
                 chooses_waste(s, false);
                 s->at_waste([](WasteScreen& w) { w.give_away(); });
                 types(s, "999");
               },
               waste_is_noted}};
  }
}

// All day long, so that the walk meets it.
void others_and_evening(CounterOfTests& shop) {
  shop.book.set_counter_rule("counter.suspended", "long-0, long-1, long-2", shop.clock.now());
  const auto articles = shop.book.articles(shop.zone.local_day(shop.clock.now()));
  const auto first = std::ranges::find(articles, std::string("long-0"), &Article::code);
  CHECK(first != articles.end());
  shop.book.set_counter_rule("counter.markdown", "00:00 30 " + first->page, shop.clock.now());
}

void others_are_on_tray(CounterOfTests& shop) {
  sells(shop);
  const Money each = shop->shelf().article("long-0")->price;
  CHECK(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {},
             .tenders = {{TenderKind::card, each + each}},
             .donation = std::nullopt,
             .extras = {{ExtraKind::advance, each + each, suspended_advance("long-0")}}}));
  shop->tap_article("long-0");
  shop->open_line(0);
  shop->one_for_others();
  shop->own_picture();
  shop->open_others();
  shop->take_from_others(0);
}

States others_states() {
  return {{"none",
           [](Shop& s) {
             sells(s);
             s->own_picture();
             s->open_others();
             s->take_from_others(1);
           },
           others_and_evening},
          {"one waits",
           [](Shop& s) {
             others_are_on_tray(s);
             s->own_picture();
             s->open_others();
           },
           others_and_evening}};
}

States order_states_of(Place place) {
  switch (place) {
    case Place::orders: return list_states();
    case Place::order: return one_states();
    case Place::order_find: return find_states();
    case Place::order_name: return name_states();
    case Place::order_look: return look_states();
    case Place::order_day:
      return {{"the first days", [](Shop& s) { begins(s, 1); }, orders_are_taken},
              {"the last",
               [](Shop& s) {
                 begins(s, 1);
                 s->at_orders([](OrdersScreen& o) { o.turn_days(3); });
               },
               orders_are_taken}};
    case Place::order_time: return {{"", [](Shop& s) { asks_time(s, 1); }, orders_are_taken}};
    case Place::order_whose:
      return {{"", [](Shop& s) { asks_whose(s, 1); }, orders_are_taken},
              {"the second page",
               [](Shop& s) {
                 asks_whose(s, 1);
                 s->at_whose([](WhoseAsked& w) { w.turn_accounts(1); });
               },
               orders_are_taken}};
    case Place::order_placed:
      return {{"",
               [](Shop& s) {
                 looks(s, 9);
                 s->place_order();
               },
               orders_are_taken}};
    case Place::order_sum: {
      const auto tapped = [](int pieces) {
        return [pieces](Shop& s) {
          opens_one(s, 9, true, false);
          s->pay_order_early();
          for (int i = 0; i < pieces; ++i) s->tap_piece(s.dinars(200));
        };
      };
      return {{"nothing", tapped(0), orders_are_taken}, {"many", tapped(30), orders_are_taken}};
    }
    case Place::order_left_out:
      return {{"paid",
               [](Shop& s) {
                 opens_one(s, 2, false, true);
                 s->leave_order_out();
               },
               orders_are_taken}};
    case Place::order_back:
      return {{"",
               [](Shop& s) {
                 opens_one(s, 9, false, true);
                 s->leave_order_out();
                 s->order_is_left_out();
               },
               orders_are_taken}};
    default:
      return {{"many", opens_bake_sheet, orders_are_taken},
              {"nothing",
               [](Shop& s) {
                 sells(s);
                 s->own_picture();
                 s->open_bake_sheet();
               },
               [](Shop& s) { s.book.set_counter_rule("counter.bake", "yes", s.clock.now()); }}};
  }
}

}  // namespace tilia::pos::tests
