// An approval on paper: what was approved, and the line that says so as a square that a reader
// types into the field where it is asked for.
#pragma once

#include <string>

#include "core/day.h"
#include "reporting/papers.h"

namespace tilia::reporting {

struct ApprovalSheet {
  std::string what;  // "Take amber out of the book"
  std::string line;
  Day until;
};

[[nodiscard]] PdfBytes approval_sheet_pdf(const ApprovalSheet& sheet, const Typeface& typeface,
                                          const Words& words);

}  // namespace tilia::reporting
