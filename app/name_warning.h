// The command line's word about names that tell too much (core/neutral_words.h): a warning beside
// the answer. The command goes on.
#pragma once

#include <string>

#include "app/command.h"

namespace tilia::app {

// `option` is what she typed the name behind: "--name".
void warn_of_name(Desk& desk, const std::string& option, const std::string& name);
// Of a line of a file.
void warn_of_line(Desk& desk, std::int64_t line, const std::string& column);

}  // namespace tilia::app
