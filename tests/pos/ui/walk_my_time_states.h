// The states of one's own time.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

// Two shifts a day and many asks; by itself nobody keeps her time at the till.
void own_time_is_kept(CounterOfTests& shop);
[[nodiscard]] std::vector<State> my_time_states_of(Place place);

}  // namespace tilia::pos::tests
