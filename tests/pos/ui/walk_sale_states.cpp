#include "tests/pos/ui/walk_sale_states.h"

#include "tests/pos/ui/walk_laundry_states.h"
#include "tests/pos/ui/walk_my_time_states.h"
#include "tests/pos/ui/walk_order_states.h"
#include "tests/pos/ui/walk_package_states.h"
#include "tests/pos/ui/walk_salon_states.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

States sale_states_of_trades() {
  return {{"a salon", sells, salon_is_set_up},
          {"orders", sells, orders_are_taken},
          {"in the evening", sells, others_and_evening},
          {"with and for others", others_are_on_tray, others_and_evening},
          {"from a package", package_is_on_tray, packages_are_offered},
          {"washing", sells, shop_washes},
          {"washing and orders", sells,
           [](Shop& s) {
             shop_washes(s);
             orders_are_taken(s);
           }},
          {"three are sold out", sells,
           [](Shop& s) {
             waste_is_noted(s);
             s.sold_out.save("2026-03-02\nlong-0\nlong-4\nlong-9\n");
           }},
          {"a salon and orders", sells,
           [](Shop& s) {
             salon_is_set_up(s);
             orders_are_taken(s);
           }},
          {"an order is handed over",
           [](Shop& s) {
             sells(s);
             order_is_handed_over(s);
           },
           orders_are_taken}};
}

void break_is_due(Shop& shop) {
  sells(shop);
  shop.own_time.break_due = true;
  (void)shop->look_at_my_time();
}

States usual_sale_states() {
  return {{"an empty tray", sells},
          {"a real book", sells, {}, /*practice=*/false},
          {"one", [](Shop& s) { puts_on_tray(s, 1); }},
          {"nine lines", [](Shop& s) { puts_on_tray(s, 9); }},
          {"one undone",
           [](Shop& s) {
             puts_on_tray(s, 1);
             s->undo();
           }},
          {"five of it", [](Shop& s) { puts_so_many_on_tray(s, {5}); }},
          {"some fives",
           [](Shop& s) {
             puts_so_many_on_tray(s, {7, 12, 20, 21});
           }},
          {"999 of it", [](Shop& s) { puts_so_many_on_tray(s, {999}); }},
          {"something weighed",
           [](Shop& s) {
             sells(s);
             s->tap_article("by-weight");
             types(s, "12345");
             s->weigh_done();
           }},
          {"the last page",
           [](Shop& s) {
             sells(s);
             s->turn_page(1);
           }},
          {"the last tab",
           [](Shop& s) {
             sells(s);
             s->choose_tab(s->shelf().tabs().size() - 1);
           }},
          {"twelve everyday names", sells, names_are_everyday},
          {"twenty everyday names", [](Shop& s) { wishes_pictures(s, 20); }, names_are_everyday},
          {"thirty everyday names",
           [](Shop& s) {
             wishes_pictures(s, 30);
             s->tap_article("loaf");
           },
           names_are_everyday},
          {"thirty are wished, the names are long", [](Shop& s) { wishes_pictures(s, 30); }},
          {"twelve wait", [](Shop& s) { trays_wait(s, 12); }},
          {"a break is due", break_is_due},
          {"an unknown code",
           [](Shop& s) {
             sells(s);
             s->scanned("9999999999994");
           }},
          {"the office was asked",
           [](Shop& s) {
             sells(s);
             s->please_come();
           }},
          {"the office comes", [](Shop& s) {
             sells(s);
             s->please_come();
             s.call.now = OfficeCall::State::coming;
             (void)s->look_at_office();
           }}};
}

}  // namespace

States sale_states() {
  States states = usual_sale_states();
  for (State& state : sale_states_of_trades()) states.push_back(std::move(state));
  return states;
}

States pay_states() {
  return {{"nothing given", [](Shop& s) { pays(s, 1); }},
          {"an order that was partly paid",
           [](Shop& s) {
             sells(s);
             order_is_handed_over(s);
             s->pay();
           },
           orders_are_taken},
          {"not enough",
           [](Shop& s) {
             pays(s, 3);
             s->paying().give(s.dinars(10));
           }},
          {"exact",
           [](Shop& s) {
             pays(s, 1);
             s->paying().take_offer(0);
           }},
          {"more than enough",
           [](Shop& s) {
             pays(s, 3);
             s->paying().take_offer(1);
           }},
          {"sixty pieces",
           [](Shop& s) {
             pays(s, 9);
             for (int i = 0; i < 60; ++i) s->paying().give(s.dinars(i % 3 == 0 ? 5000 : 1));
           }},
          {"card",
           [](Shop& s) {
             pays(s, 1);
             s->paying().pay_rest_by_card();
           }},
          {"cash and card",
           [](Shop& s) {
             pays(s, 3);
             s->paying().give(s.dinars(10));
             s->paying().pay_rest_by_card();
           }},
          {"the change is a gift",
           [](Shop& s) {
             pays(s, 1);
             s->paying().take_offer(1);
             s->paying().give_the_change();
           }},
          {"a great sum", [](Shop& s) {
             puts_on_tray(s, 1);
             for (int i = 0; i < 998; ++i) s->one_more(0);
             s->pay();
             s->paying().give(s.dinars(5000));
           }}};
}

}  // namespace tilia::pos::tests
