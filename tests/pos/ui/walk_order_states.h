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
// Two lines of it, partly paid, lie on the tray.
void order_is_handed_over(CounterOfTests& shop);

}  // namespace tilia::pos::tests
