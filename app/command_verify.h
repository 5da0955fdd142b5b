// `tilia journal verify` and `journal acknowledge`: whether the book still holds every entry, by
// its own chains and heads, by what this machine remembers, and by heads on paper.
#pragma once

#include "app/command_tree.h"
#include "db/journal.h"

namespace tilia::app {

void add_journal_verify(CLI::App& journal, Desk& desk);

// The chains' newest entries.
[[nodiscard]] Json heads_json(const std::vector<db::ChainHead>& heads);

}  // namespace tilia::app
