// Wages in cash on paper. First a list for whoever packs the envelopes and fetches the money: a
// number, an amount, its pieces, and nobody's name. Then a slip for each envelope on a page of its
// own (A5), which says whose it is and which she alone sees and signs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "reporting/papers.h"

namespace tilia::reporting {

struct CashPaper {
  struct Pieces {
    Money value;
    std::int64_t count = 0;
  };
  struct Envelope {
    int number = 0;
    std::string worker;  // as on her pay papers
    Money net;
    Money cash;  // not below the net
    std::vector<Pieces> pieces;
  };
  std::string payer;
  Month month;
  std::vector<Envelope> envelopes;
  std::vector<Pieces> to_fetch;
  Money cash;  // of all envelopes
  bool practice = true;
};
[[nodiscard]] PdfBytes cash_paper_pdf(const CashPaper& paper, const Typeface& typeface,
                                      const Words& words);

}  // namespace tilia::reporting
