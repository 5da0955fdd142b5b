// The states of giving change: the most of any place.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> change_states();

}  // namespace tilia::pos::tests
