#include "tests/pos/ui/walk_change_states.h"

#include "tests/pos/ui/walk_ways.h"

namespace tilia::pos::tests {
namespace {

using States = std::vector<State>;

States giving_states() {
  return {{"counted up",
           [](Shop& s) {
             gives_all_kinds(s);
             s->count_up();
           }},
          {"nothing back",
           [](Shop& s) {
             pays(s, 1);
             s->paying().take_offer(0);
             s->paid();
           }},
          {"one pile", gives_forty},
          {"one pile, given",
           [](Shop& s) {
             gives_forty(s);
             s->giving().tick(0);
           }},
          {"some piles", [](Shop& s) { gives_change(s, 5000); }},
          {"some piles, one given",
           [](Shop& s) {
             gives_change(s, 5000);
             s->giving().tick(0);
           }},
          {"all kinds", gives_all_kinds},
          {"all kinds, one given",
           [](Shop& s) {
             gives_all_kinds(s);
             s->giving().tick(2);
           }},
          {"by card", pays_by_card},
          {"no paper", [](Shop& s) {
             s.paper.out_of_paper = true;
             gives_forty(s);
             s->print_now();
           }}};
}

States change_beside_a_fiscal_device() {
  return {{"a fiscal number is wanted", gives_forty, fiscal_device_stands_beside},
          {"a fiscal number, and all kinds", gives_all_kinds, fiscal_device_stands_beside},
          {"a fiscal number, and no coin",
           [](Shop& s) {
             gives_forty(s);
             says_all_is_gone(s);
           },
           fiscal_device_stands_beside},
          {"a fiscal number is noted",
           [](Shop& s) {
             gives_forty(s);
             s->ask_fiscal_number();
             types(s, "RS-2026-0123456789");
             s->fiscal_number_done();
           },
           fiscal_device_stands_beside},
          {"no fiscal number",
           [](Shop& s) {
             gives_forty(s);
             s->skip_fiscal_number();
             s->skip_because("no_paper");
           },
           fiscal_device_stands_beside}};
}

States none_left_states() {
  return {{"small pieces only",
           [](Shop& s) {
             gives_forty(s);
             s->none_left(0);
             s->none_left(0);
           }},
          {"none left of two kinds, counted up",
           [](Shop& s) {
             gives_change(s, 5000);
             s->none_left(0);
             s->none_left(1);
             s->count_up();
           }},
          {"none left of three of all kinds",
           [](Shop& s) {
             gives_all_kinds(s);
             for (int i = 0; i < 3; ++i) s->none_left(2);
           }},
          {"a coin is asked for",
           [](Shop& s) {
             gives_forty(s);
             says_all_is_gone(s);
           }},
          {"a slip",
           [](Shop& s) {
             gives_forty(s);
             says_all_is_gone(s);
             s->owe_the_rest();
           }},
          {"many coins came",
           [](Shop& s) {
             gives_forty(s);
             for (int i = 0; i < 12; ++i) s->giving().more_came(s.dinars(i % 2 == 0 ? 200 : 1));
           }},
          {"many coins came, and all is gone", [](Shop& s) {
             gives_forty(s);
             for (int i = 0; i < 12; ++i) s->giving().more_came(s.dinars(i % 2 == 0 ? 200 : 1));
             says_all_is_gone(s);
           }}};
}

}  // namespace

States change_states() {
  States all = giving_states();
  for (const States& more : {none_left_states(), change_beside_a_fiscal_device()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace tilia::pos::tests
