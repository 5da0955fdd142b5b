// The states of the places of a laundry's tickets: walked as the others are.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> ticket_states_of(Place place);
// The shop washes for its customers.
void shop_washes(CounterOfTests& shop);

}  // namespace tilia::pos::tests
