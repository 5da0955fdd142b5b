// A PDF as others read it: written into a fresh folder and put through poppler's tools.
#pragma once

#include <string>

#include "reporting/papers.h"

namespace tilia::reporting {

class WrittenPdf {
 public:
  explicit WrittenPdf(const PdfBytes& bytes);
  ~WrittenPdf();
  WrittenPdf(const WrittenPdf&) = delete;
  WrittenPdf& operator=(const WrittenPdf&) = delete;

  [[nodiscard]] std::string text() const;   // pdftotext -layout
  [[nodiscard]] std::string about() const;  // pdfinfo, with what it warns of
  [[nodiscard]] std::string fonts() const;  // pdffonts

 private:
  std::string folder_;
};

// Compares with tests/goldens/papers/<name>; UPDATE_GOLDENS=1 writes it instead. Also keeps the PDF
// where $KEEP_PAPERS says, for whoever wants to look at it.
void expect_golden(const PdfBytes& paper, const std::string& name);

}  // namespace tilia::reporting
