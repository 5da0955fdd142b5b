// The sheet of paper that opens what one person opens, when she has forgotten her secret: eight
// words, and the same as a square that a reader types (QR). It says how it is used and how it is
// kept, and names nobody but the login and the enterprise.
#pragma once

#include <string>

#include "core/day.h"
#include "core/secret.h"
#include "reporting/papers.h"

namespace tilia::reporting {

struct RecoverySheet {
  std::string organisation;
  std::string login;          // under which name the words are typed
  Secret<std::string> words;  // "lusab-babad-…"
  Day made_on;
};

[[nodiscard]] PdfBytes recovery_sheet_pdf(const RecoverySheet& sheet, const Typeface& typeface,
                                          const Words& words);

}  // namespace tilia::reporting
