// The states of the places of packages: walked as the others are.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> package_states_of(Place place);
// More offers than fit on a page; one package of a long name's article was sold.
void packages_are_offered(CounterOfTests& shop);
// Two times of it and something to pay lie on the tray.
void package_is_on_tray(CounterOfTests& shop);

}  // namespace tilia::pos::tests
