#include "app/command_tree.h"

namespace tilia::app {

void add_later_commands(CLI::App& root, Desk& desk) {
  for (const char* name : {"allocation", "funder", "hub"})
    add_later_command(root, desk, name, name);
}

}  // namespace tilia::app
