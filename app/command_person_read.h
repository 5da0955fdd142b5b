// `tilia person read`: picked payslips for an outside reader.
#pragma once

#include "app/command_tree.h"

namespace tilia::app {

void add_person_read(CLI::App& person, Desk& desk);

}  // namespace tilia::app
