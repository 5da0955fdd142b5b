// A stream of JSON lines, each answered before the next is read: a line that is refused stops none
// of the others.
#pragma once

#include <functional>
#include <string>

#include "app/command.h"

namespace tilia::app {

// `act` answers for itself, or throws Stopped, which becomes that line's {"state":"refused", …}.
// "-" is standard input. Whether all lines were taken.
[[nodiscard]] bool for_each_json_line(Desk& desk, const std::string& file,
                                      const std::function<void(const std::string& line)>& act);

}  // namespace tilia::app
