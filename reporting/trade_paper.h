// A paper from one company to another on A4: a delivery note, an invoice, a credit note. Whose it
// is, for whom, what was supplied, its sums, how to pay. All words and amounts are final.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reporting/papers.h"

namespace tilia::reporting {

struct TradePaper {
  struct Column {
    std::string heading;
    int share = 1;  // of the width
    bool to_the_right = false;
  };
  struct Line {
    std::vector<std::string> cells;  // one for each column; of a group's head the first alone
    bool heads_group = false;
  };
  struct Sum {
    std::string label;
    std::string amount;
    bool large = false;
  };

  std::string title;              // "Invoice I-1-9"
  std::vector<std::string> from;  // name, address, numbers
  std::string for_whom;           // "For"
  std::vector<std::string> to;    // name, address, numbers
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<Column> columns;
  std::vector<Line> lines;
  std::vector<std::vector<std::string>> vat = {};  // its headings first; empty: no table
  std::vector<Sum> sums = {};
  std::vector<std::string> pay = {};  // how to pay it
  std::string code = {};              // the same for a bank's reader (QR); may be empty
  std::string code_words = {};        // beneath the code
  std::vector<std::string> notes = {};
  std::vector<std::string> signatures = {};  // beneath a line each
  std::vector<std::string> notices = {};     // on every page: this is practice
};

[[nodiscard]] PdfBytes trade_paper_pdf(const TradePaper& paper, const Typeface& typeface);

}  // namespace tilia::reporting
