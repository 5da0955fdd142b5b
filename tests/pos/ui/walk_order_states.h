// The states of the places of a bakery's orders: walked as the others are.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> order_states_of(Place place);
// The shop takes orders and bakes; schools and cafés of long names buy on account.
void orders_are_taken(CounterOfTests& shop);
// What is wasted or sold out is noted at the counter.
[[nodiscard]] std::vector<State> waste_states_of(Place place);
void waste_is_noted(CounterOfTests& shop);
// Somebody paid for a loaf or two, for whoever comes; in the evening all costs less.
[[nodiscard]] std::vector<State> others_states();
void others_and_evening(CounterOfTests& shop);
// Of the first article one is sold, one is paid for others, and one was paid by others.
void others_are_on_tray(CounterOfTests& shop);
// Two lines of it, partly paid, lie on the tray.
void order_is_handed_over(CounterOfTests& shop);

}  // namespace tilia::pos::tests
