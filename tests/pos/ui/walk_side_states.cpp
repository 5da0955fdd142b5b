#include "tests/pos/ui/walk_side_states.h"

#include "pos/keep_accounts.h"
#include "tests/pos/ui/walk_order_states.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

void opens_line(Shop& shop) {
  puts_on_tray(shop, 1);
  shop->open_line(0);
}

void opens_weighed_line(Shop& shop) {
  sells(shop);
  shop->tap_article("by-weight");
  types(shop, "12345");
  shop->weigh_done();
  shop->open_line(0);
}

void notes_are_offered(Shop& shop) {
  shop.book.set_counter_rule(
      "counter.notes",
      "🔪 Sečeno na kriške, 🎁 Upakovano, 🔥 Ugrejano, 🧊 Hladno, 🧂 Bez soli",
      shop.clock.now());
}

// Of loaves by the hundred, and on another day.
void trade_is_known(Shop& shop) {
  sells(shop);
  for (int i = 0; i < 100; ++i) {
    shop->tap_article("loaf");
    shop->pay();
    shop->paying().take_offer(0);
    shop->paying().give(shop.dinars(50));
    shop->paid();
    shop->next_customer();
  }
  const auto counted = fewest_pieces(shop.drawer.look("T1").value().expected, shop.pack.pieces);
  (void)shop.drawer.close("T1", *counted);
  night_passes(shop);
  shop.start_again();
}

void asks_for_loaves(Shop& shop) {
  sells(shop);
  shop->tap_article("loaf");
  shop->open_line(0);
  shop->type_number();
  types(shop, "999");
  shop->line_number_done();
  shop->pay();
}

void asks_for_note(Shop& shop) {
  sells(shop);
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(5000));
  shop->paid();
}

void customers_are_known(Shop& shop, int customers) {
  KeepAccounts keep(shop.tenders, shop.pack.currency, shop.zone, shop.clock);
  for (int i = 0; i < customers; ++i)
    (void)keep.add({.code = "customer-" + std::to_string(i),
                    .name = i % 2 == 0 ? "Restoran kod tri bela goluba" : "Ana",
                    .picture = "🦔",
                    .credit_limit = shop.dinars(99'999),
                    .owed = shop.dinars(0)});
}

void owes_something(Shop& shop) {
  puts_on_tray(shop, 1);
  shop->pay();
  shop->pay_on_account();
  shop->choose_account(0);
  shop->paid();
  shop->next_customer();
}

void goes_to_account_to_pay(Shop& shop) {
  owes_something(shop);
  shop->own_picture();
  shop->more_of_own();
  shop->account_is_paid();
}

void recipe_is_known(Shop& shop, const std::vector<Allergen>& contains) {
  for (const Article& article : shop.book.articles(shop.zone.local_day(shop.clock.now())))
    shop.orders.put_recipe({.article = article.code, .parts = {}, .also = contains},
                           shop.clock.now());
}
void recipes_are_known(Shop& shop) {
  recipe_is_known(shop, {all_allergens.begin(), all_allergens.end()});
}
void recipe_without_any_is_known(Shop& shop) { recipe_is_known(shop, {}); }

void asks_what_is_in_it(Shop& shop) {
  opens_line(shop);
  shop->show_contents();
}

States line_states(Place place) {
  switch (place) {
    case Place::line:
      return {{"of pieces", opens_line, notes_are_offered},
              {"of a weight", opens_weighed_line},
              {"one more for others",
               [](Shop& s) {
                 others_are_on_tray(s);
                 s->open_line(0);
               },
               others_and_evening},
              {"with a recipe",
               [](Shop& s) {
                 others_are_on_tray(s);
                 s->open_line(0);
               },
               [](Shop& s) {
                 others_and_evening(s);
                 recipes_are_known(s);
               }},
              {"for others",
               [](Shop& s) {
                 others_are_on_tray(s);
                 s->open_line(1);
               },
               others_and_evening}};
    case Place::line_contents:
      return {{"all fourteen", asks_what_is_in_it, recipes_are_known},
              {"none of them", asks_what_is_in_it, recipe_without_any_is_known}};
    case Place::line_number:
      return {{"nothing typed",
               [](Shop& s) {
                 opens_line(s);
                 s->type_number();
               }},
              {"as many as there may be", [](Shop& s) {
                 opens_line(s);
                 s->type_number();
                 types(s, "999");
               }}};
    case Place::line_price:
      return {{"nothing typed",
               [](Shop& s) {
                 opens_line(s);
                 s->type_price();
               }},
              {"a great price", [](Shop& s) {
                 opens_line(s);
                 s->type_price();
                 types(s, "9999999");
               }}};
    case Place::line_percent:
      return {{"", [](Shop& s) {
                 opens_line(s);
                 s->choose_percent();
               }}};
    default:
      return {{"",
               [](Shop& s) {
                 opens_line(s);
                 s->choose_note();
               },
               notes_are_offered}};
  }
}

States means_states(Place place) {
  switch (place) {
    case Place::voucher:
      return {{"nothing typed",
               [](Shop& s) {
                 pays(s, 1);
                 s->pay_by_voucher();
               }},
              {"a number that is none", [](Shop& s) {
                 pays(s, 1);
                 s->pay_by_voucher();
                 types(s, "2980000000000");
                 s->voucher_typed();
               }}};
    case Place::account:
      return {{"nobody",
               [](Shop& s) {
                 pays(s, 1);
                 s->pay_on_account();
               }},
              {"two pages",
               [](Shop& s) {
                 pays(s, 1);
                 s->pay_on_account();
               },
               [](Shop& s) { customers_are_known(s, 15); }}};
    case Place::gift:
      return {{"",
               [](Shop& s) {
                 pays(s, 1);
                 while (!s->paying().enough()) s->paying().give(s.dinars(5000));
                 s->leave_the_change();
               },
               [](Shop& s) { s.book.set_counter_rule("counter.tips", "yes", s.clock.now()); }}};
    case Place::voucher_value:
      return {{"nothing tapped",
               [](Shop& s) {
                 goes_to_own_more(s);
                 s->sell_voucher();
               }},
              {"three notes", [](Shop& s) {
                 goes_to_own_more(s);
                 s->sell_voucher();
                 for (int i = 0; i < 3; ++i) s->tap_piece(s.dinars(5000));
               }}};
    case Place::account_to_pay:
      return {{"", goes_to_account_to_pay, [](Shop& s) { customers_are_known(s, 2); }}};
    default:
      return {{"",
               [](Shop& s) {
                 goes_to_account_to_pay(s);
                 s->choose_account(0);
                 s->tap_piece(s.dinars(5000));
               },
               [](Shop& s) { customers_are_known(s, 2); }}};
  }
}

States bag_states(Place place) {
  const auto number = [](const std::string& typed) {
    return [typed](Shop& s) {
      begins_close(s);
      s->count_later();
      types(s, typed);
    };
  };
  const auto count = [](Shop& s) {
    bags_wait(s, 1);
    s->count_a_bag();
  };
  switch (place) {
    case Place::bag_later:
      return {{"nothing typed", number("")},
              {"a long number", number("BAG-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXY")}};
    case Place::bagged:
      return {{"", [](Shop& s) {
                 sells(s);
                 puts_into_bag(s, "BAG-0123456789");
               }}};
    case Place::bags:
      return {{"two",
               [](Shop& s) {
                 bags_wait(s, 2);
                 s->count_a_bag();
               }},
              {"more than are shown", [](Shop& s) {
                 bags_wait(s, 10);
                 s->count_a_bag();
               }}};
    default:
      return {{"nothing counted", count}, {"as much as there can be", [count](Shop& s) {
                                             count(s);
                                             counts_a_lot(s);
                                           }}};
  }
}

}  // namespace

States side_states_of(Place place) {
  switch (place) {
    case Place::line:
    case Place::line_number:
    case Place::line_price:
    case Place::line_percent:
    case Place::line_note:
    case Place::line_contents: return line_states(place);
    case Place::sure:
      return {{"so many", asks_for_loaves, trade_is_known},
              {"such a note", asks_for_note, trade_is_known}};
    case Place::tile_size:
      return {{"", [](Shop& s) {
                 goes_to_own_more(s);
                 s->size_of_pictures();
               }}};
    case Place::difference_note:
      return {{"", [](Shop& s) {
                 begins_close(s);
                 counts_a_lot(s);
                 s->counted();
                 s->choose_difference_note();
               }}};
    case Place::voucher:
    case Place::account:
    case Place::gift:
    case Place::voucher_value:
    case Place::account_to_pay:
    case Place::account_sum: return means_states(place);
    case Place::bag_later:
    case Place::bagged:
    case Place::bags:
    case Place::count_bag: return bag_states(place);
    default: return {};
  }
}

}  // namespace tilia::pos::tests
