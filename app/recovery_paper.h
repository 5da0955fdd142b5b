// A recovery sheet on its way to paper: new words, which open what she opens from now on, and the
// sheet that says them. The words stand nowhere else.
#pragma once

#include <filesystem>

#include "core/day.h"
#include "db/users.h"
#include "reporting/papers.h"

namespace tilia::app {

struct PaperOfWords {
  std::string organisation;
  Day today;
  const Words& words;  // of papers
  const reporting::Typeface& typeface;
};

// Written before the words open anything, and taken away again when they do not: there is always
// one sheet that works. Refused for counter staff. Throws what writing throws.
[[nodiscard]] Result<Done, db::UserRefusal> write_recovery_sheet(db::Users& users,
                                                                 const db::Giver& who,
                                                                 const PaperOfWords& paper,
                                                                 const std::filesystem::path& file);

}  // namespace tilia::app
