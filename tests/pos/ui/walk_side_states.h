// The states of the places beside the main way: one line of the tray, what is asked about,
// vouchers, accounts and tips.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

// Nothing for a place of the main way.
[[nodiscard]] std::vector<State> side_states_of(Place place);

}  // namespace tilia::pos::tests
