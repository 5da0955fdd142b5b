// The states of the tray, and of paying for what lies on it.
#pragma once

#include "tests/pos/ui/walk_states.h"

namespace tilia::pos::tests {

[[nodiscard]] std::vector<State> sale_states();
[[nodiscard]] std::vector<State> pay_states();

}  // namespace tilia::pos::tests
