// The ways to the places of the counter: who presses what, one after the other, until the screen is
// there that is to be looked at.
#pragma once

#include <string>
#include <vector>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos::tests {

using Shop = CounterOfTests;

void sells(Shop& shop);
void chooses_fox(Shop& shop);
void reads_card(Shop& shop);
void digits(Shop& shop, char digit, int count);
void types(Shop& shop, const std::string& letters);
void puts_on_tray(Shop& shop, int articles);
void puts_so_many_on_tray(Shop& shop, const std::vector<int>& of_each);
void pays(Shop& shop, int articles);
void gives_change(Shop& shop, int given);
// Of 60.00 paid with 100.00: two coins of 20, and their ways.
void gives_forty(Shop& shop);
void says_all_is_gone(Shop& shop);
// Change of every kind of piece that there is.
void gives_all_kinds(Shop& shop);
void pays_by_card(Shop& shop);
void takes_back(Shop& shop);
void goes_to_own(Shop& shop);
void goes_to_move(Shop& shop, CashMove::Direction direction);
void moves_pieces(Shop& shop, CashMove::Direction direction, int pieces);
void begins_close(Shop& shop);
void puts_into_bag(Shop& shop, const std::string& number);
// So many bags wait, and somebody stands before a drawer that is not open.
void bags_wait(Shop& shop, int bags);
void counts_a_lot(Shop& shop);
void closes_day(Shop& shop);
void night_passes(Shop& shop);
void is_back_soon(Shop& shop);
void is_locked(Shop& shop);
void is_locked_and_rang(Shop& shop);
void is_there_next_morning(Shop& shop);
void skips_fiscal_number(Shop& shop);
void gives_forty_and_takes_back(Shop& shop);
void goes_to_own_more(Shop& shop);
// Rules of the shop, and other things that stand there before the program starts.
void manager_looks_above_one(Shop& shop);
void bags_are_used(Shop& shop);
void coins_are_weighed(Shop& shop);
void fiscal_device_stands_beside(Shop& shop);
void asks_manager(Shop& shop);
void receipts_are_many(Shop& shop, int receipts);
void trays_wait(Shop& shop, int trays);
// So many on a page are wished for, by whoever stands there.
void wishes_pictures(Shop& shop, int count);
// Forty of two words or three, as the practice shops have them, on one page.
void names_are_everyday(Shop& shop);

// Names as long as a tile must bear, seven pages, great prices.
[[nodiscard]] ShopOfCounter shop_of_long_names(bool practice);

}  // namespace tilia::pos::tests
