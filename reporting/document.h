// A paper of words: headings, paragraphs and plain tables, final in one language. It holds no
// figure about people: what counts them goes through the gate (reporting/disclosure).
#pragma once

#include <string>
#include <vector>

#include "reporting/papers.h"

namespace tilia::reporting {

struct Document {
  struct Grid {
    std::vector<std::string> headings;           // all empty: none is written
    std::vector<int> shares;                     // of the width, one for each heading
    std::vector<std::vector<std::string>> rows;  // a cell may have several lines
    std::vector<bool> to_the_right = {};         // of each column: amounts and hours; empty: none
  };
  struct Part {
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<Grid> grids;  // none or one
  };
  std::string title;
  std::vector<std::string> about;  // whose it is, of which day
  std::vector<Part> parts;
};

[[nodiscard]] PdfBytes document_pdf(const Document& document, const Typeface& typeface);

}  // namespace tilia::reporting
