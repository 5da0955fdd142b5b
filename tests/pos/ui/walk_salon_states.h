// The states of the places of a salon: walked as the others are.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> salon_states_of(Place place);
// The shop has a salon, with people and services of long names.
void salon_is_set_up(CounterOfTests& shop);
// Milica's first service, on a full day.
void opens_visit_in_progress(CounterOfTests& shop);

}  // namespace tilia::pos::tests
