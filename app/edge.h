// The edge of the command line: whatever ends a command is caught here, once, and becomes an exit
// status and a sentence that says what to do.
#pragma once

#include <functional>

#include "app/command.h"

namespace tilia::app {

[[nodiscard]] ExitStatus at_the_edge(Desk& desk, const std::function<ExitStatus()>& act);

}  // namespace tilia::app
