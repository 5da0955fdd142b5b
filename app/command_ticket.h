// `tilia ticket …`: a laundry's tickets.
#pragma once

#include "app/command_tree.h"

namespace tilia::app {

void add_ticket_commands(CLI::App& root, Desk& desk);

}  // namespace tilia::app
