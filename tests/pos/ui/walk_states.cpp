#include "tests/pos/ui/walk_states.h"

#include "tests/pos/ui/walk_change_states.h"
#include "tests/pos/ui/walk_laundry_states.h"
#include "tests/pos/ui/walk_my_time_states.h"
#include "tests/pos/ui/walk_order_states.h"
#include "tests/pos/ui/walk_package_states.h"
#include "tests/pos/ui/walk_sale_states.h"
#include "tests/pos/ui/walk_salon_states.h"
#include "tests/pos/ui/walk_side_states.h"
#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

// ---- the states of each place

States log_in_states() {
  return {{"pictures", [](Shop&) {}},
          {"with her own time", [](Shop&) {}, own_time_is_kept},
          {"a new machine", [](Shop&) {}, [](Shop& shop) { shop.crew.new_machine = true; }},
          {"a picture", chooses_fox},
          {"three digits",
           [](Shop& s) {
             chooses_fox(s);
             digits(s, '1', 3);
           }},
          {"another number",
           [](Shop& s) {
             chooses_fox(s);
             digits(s, '9', 6);
           }},
          {"five misses",
           [](Shop& s) {
             chooses_fox(s);
             digits(s, '9', 30);
           }},
          {"a card", reads_card},
          {"a card and two pictures", [](Shop& s) {
             reads_card(s);
             s->touch_secret_picture(2);
             s->touch_secret_picture(7);
           }}};
}

States more_coins_states() {
  const auto came = [](int pieces) {
    return [pieces](Shop& s) {
      gives_forty(s);
      s->more_coins();
      for (int i = 0; i < pieces; ++i) s->tap_piece(s.dinars(i % 2 == 0 ? 200 : 1));
    };
  };
  return {{"nothing", came(0)}, {"one", came(1)}, {"as many as there can be", came(30)}};
}

States fiscal_number_states() {
  return {{"nothing typed",
           [](Shop& s) {
             gives_forty(s);
             s->ask_fiscal_number();
           },
           fiscal_device_stands_beside},
          {"a long one",
           [](Shop& s) {
             gives_forty(s);
             s->ask_fiscal_number();
             types(s, "RS-2026-0123456789-ABCDEFGHIJKLMNOPQRSTU");
           },
           fiscal_device_stands_beside}};
}

States receipts_states() {
  const auto shown = [](int receipts) {
    return [receipts](Shop& s) {
      receipts_are_many(s, receipts);
      s->something_comes_back();
    };
  };
  return {{"none", shown(0)},
          {"one", shown(1)},
          {"two pages", shown(16)},
          {"the last page", [shown](Shop& s) {
             shown(16)(s);
             s->turn_receipts(1);
           }}};
}

States take_back_states() {
  const auto of_many = [](Shop& s) {
    pays(s, 9);
    s->paying().pay_rest_by_card();
    s->paid();
    s->next_customer();
    s->something_comes_back();
    s->choose_receipt(0);
  };
  return {{"the sale just made",
           [](Shop& s) {
             gives_forty(s);
             s->made_a_mistake();
           }},
          {"the sale just made, nothing of it",
           [](Shop& s) {
             gives_forty(s);
             s->made_a_mistake();
             s->taking_back().one_less(0);
           }},
          {"many lines", of_many},
          {"many lines, one of it",
           [of_many](Shop& s) {
             of_many(s);
             s->taking_back().one_more(0);
           }},
          {"many lines, all of it", [of_many](Shop& s) {
             of_many(s);
             s->taking_back().all();
           }}};
}

States approve_states() {
  return {{"pictures", asks_manager, manager_looks_above_one},
          {"a picture",
           [](Shop& s) {
             asks_manager(s);
             s->log_in().choose("🐝");
           },
           manager_looks_above_one},
          {"another number",
           [](Shop& s) {
             asks_manager(s);
             s->log_in().choose("🐝");
             digits(s, '9', 6);
           },
           manager_looks_above_one},
          {"a card",
           [](Shop& s) {
             asks_manager(s);
             s->log_in().choose("🐝");
             s->log_in().card("4006381");
           },
           manager_looks_above_one},
          {"no manager",
           [](Shop& s) {
             asks_manager(s);
             s->log_in().choose("🦉");
             digits(s, '1', 6);
           },
           manager_looks_above_one}};
}

States taken_back_states() {
  return {{"cash",
           [](Shop& s) {
             gives_forty(s);
             takes_back(s);
           }},
          {"cash, of an earlier sale",
           [](Shop& s) {
             receipts_are_many(s, 1);
             s->something_comes_back();
             s->choose_receipt(0);
             s->taking_back().all();
             s->take_it_back();
           }},
          {"card",
           [](Shop& s) {
             pays_by_card(s);
             takes_back(s);
           }},
          {"cash and card",
           [](Shop& s) {
             pays(s, 3);
             s->paying().give(s.dinars(200));
             s->paying().pay_rest_by_card();
             s->paid();
             takes_back(s);
           }},
          {"no coin for it", [](Shop& s) {
             gives_forty(s);
             takes_back(s);
             says_all_is_gone(s);
           }}};
}

States count_number_states() {
  const auto of = [](int value, const std::string& typed, bool by_weight) {
    return [value, typed, by_weight](Shop& s) {
      begins_close(s);
      s->type_count(s.piece(value));
      if (by_weight) s->weigh_coins();
      types(s, typed);
    };
  };
  return {{"a note", of(5000, "", false)},
          {"many notes", of(5000, "9999", false)},
          {"a coin", of(1, "", false), coins_are_weighed},
          {"many coins", of(1, "9999", false), coins_are_weighed},
          {"by weight", of(1, "9999", true), coins_are_weighed},
          {"a code came", [of](Shop& s) {
             of(5000, "", false)(s);
             s->scanned("8600000000014");
           }}};
}

States open_drawer_states() {
  const auto in = [](Shop& s) { s.log_in(); };
  return {{"nothing counted", in},
          {"counted",
           [in](Shop& s) {
             in(s);
             s.count_a_float();
           }},
          {"as much as there can be",
           [in](Shop& s) {
             in(s);
             counts_a_lot(s);
           }},
          {"bags wait", [](Shop& s) { bags_wait(s, 2); }},
          {"as last time", [](Shop& s) {
             closes_day(s);
             s->good_night();
             night_passes(s);
             s.log_in();
           }}};
}

States close_states() {
  return {{"nothing counted", begins_close},
          {"counted",
           [](Shop& s) {
             begins_close(s);
             s.count_a_float();
           }},
          {"as much as there can be",
           [](Shop& s) {
             begins_close(s);
             counts_a_lot(s);
           }},
          {"trays wait", [](Shop& s) {
             trays_wait(s, 12);
             s->own_picture();
             s->close_day();
           }}};
}

States difference_states() {
  return {{"less",
           [](Shop& s) {
             begins_close(s);
             s->counted();
           }},
          {"more", [](Shop& s) {
             begins_close(s);
             counts_a_lot(s);
             s->counted();
           }}};
}

States own_states() {
  return {{"of the morning", goes_to_own},
          {"of a bakery", goes_to_own,
           [](Shop& s) {
             orders_are_taken(s);
             waste_is_noted(s);
             others_and_evening(s);
             packages_are_offered(s);
             own_time_is_kept(s);
           }},
          {"who sells only", [](Shop& s) {
             sells(s);
             s->log_out();
             chooses_fox(s);
             digits(s, '9', 30);
             s->log_in().choose("🦉");
             digits(s, '1', 6);
             s->own_picture();
           }}};
}

States find_states() {
  const auto typed = [](const std::string& letters) {
    return [letters](Shop& s) {
      sells(s);
      s->find();
      types(s, letters);
    };
  };
  return {{"nothing typed", typed("")},
          {"some letters", typed("in")},
          {"no such name", typed("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww")}};
}

States weigh_states() {
  const auto typed = [](const std::string& grams) {
    return [grams](Shop& s) {
      sells(s);
      s->tap_article("by-weight");
      types(s, grams);
    };
  };
  return {{"nothing typed", typed("")},
          {"as heavy as there is", typed("99999")},
          {"a code came", [typed](Shop& s) {
             typed("12")(s);
             s->scanned("8600000000014");
           }}};
}

States waiting_states() {
  return {{"one",
           [](Shop& s) {
             trays_wait(s, 1);
             s->wait_here();
           }},
          {"twelve", [](Shop& s) {
             trays_wait(s, 12);
             s->wait_here();
           }}};
}

States moving_states(Place place) {
  using Direction = CashMove::Direction;
  if (place == Place::move_direction)
    return {{"", [](Shop& s) {
               goes_to_own(s);
               s->money_in_or_out();
             }}};
  if (place == Place::move_reason)
    return {{"in", [](Shop& s) { goes_to_move(s, Direction::in); }},
            {"out", [](Shop& s) { goes_to_move(s, Direction::out); }}};
  return {{"nothing", [](Shop& s) { moves_pieces(s, Direction::in, 0); }},
          {"in", [](Shop& s) { moves_pieces(s, Direction::in, 3); }},
          {"out", [](Shop& s) { moves_pieces(s, Direction::out, 30); }}};
}

// Of each trade's own way of working.
States trade_states_of(Place place) {
  const auto between = [place](Place first, Place last) { return first <= place && place <= last; };
  if (between(Place::salon, Place::visit_history)) return salon_states_of(place);
  if (between(Place::orders, Place::bake)) return order_states_of(place);
  if (between(Place::tickets, Place::ticket_waits)) return ticket_states_of(place);
  if (between(Place::waste, Place::waste_number)) return waste_states_of(place);
  if (between(Place::my_time_who, Place::my_time_ask)) return my_time_states_of(place);
  if (between(Place::packages, Place::package_of_visit)) return package_states_of(place);
  return {};
}

}  // namespace

std::vector<State> states_of(Place place) {
  switch (place) {
    case Place::log_in: return log_in_states();
    case Place::resting: return {{"", is_back_soon}};
    case Place::locked: return {{"", is_locked}, {"the office was asked", is_locked_and_rang}};
    case Place::morning: return {{"", is_there_next_morning}};
    case Place::open_drawer: return open_drawer_states();
    case Place::sale: return sale_states();
    case Place::waiting: return waiting_states();
    case Place::weigh: return weigh_states();
    case Place::others: return others_states();
    case Place::find: return find_states();
    case Place::pay: return pay_states();
    case Place::change: return change_states();
    case Place::more_coins: return more_coins_states();
    case Place::fiscal_number: return fiscal_number_states();
    case Place::fiscal_skip: return {{"", skips_fiscal_number, fiscal_device_stands_beside}};
    case Place::receipts: return receipts_states();
    case Place::take_back: return take_back_states();
    case Place::manager_looks: return {{"", gives_forty_and_takes_back, manager_looks_above_one}};
    case Place::approve: return approve_states();
    case Place::taken_back: return taken_back_states();
    case Place::own: return own_states();
    case Place::own_more: return {{"", goes_to_own_more}};
    case Place::move_direction:
    case Place::move_reason:
    case Place::move_pieces: return moving_states(place);
    case Place::close: return close_states();
    case Place::count_number: return count_number_states();
    case Place::bag:
      return {{"nothing typed", closes_day, bags_are_used},
              {"a long number",
               [](Shop& s) {
                 closes_day(s);
                 types(s, "BAG-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXY");
               },
               bags_are_used}};
    case Place::difference: return difference_states();
    case Place::line:
    case Place::line_number:
    case Place::line_price:
    case Place::line_percent:
    case Place::line_note:
    case Place::line_contents:
    case Place::sure:
    case Place::tile_size:
    case Place::difference_note:
    case Place::bag_later:
    case Place::bagged:
    case Place::bags:
    case Place::count_bag:
    case Place::voucher:
    case Place::account:
    case Place::gift:
    case Place::voucher_value:
    case Place::account_to_pay:
    case Place::account_sum: return side_states_of(place);
    case Place::closed:
      return {{"", closes_day}, {"no paper", [](Shop& s) {
                                   s.paper.out_of_paper = true;
                                   closes_day(s);
                                   s->print_now();
                                 }}};
    default: return trade_states_of(place);
  }
}

// The codes come without a gap: the first that has none is behind the last.
const std::vector<Place>& all_places() {
  static const std::vector<Place> places = [] {
    std::vector<Place> found;
    for (int number = 0; !place_code(static_cast<Place>(number)).empty(); ++number)
      found.push_back(static_cast<Place>(number));
    return found;
  }();
  return places;
}

}  // namespace tilia::pos::tests
