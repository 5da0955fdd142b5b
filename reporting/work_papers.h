// Two papers that somebody who works here takes with her: what she earned in a year, month by
// month, and a certificate of her work. The same pages for everybody: they have no field for who
// bears her wage, and never will.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "reporting/papers.h"

namespace tilia::reporting {

struct WorkPlace {
  std::string name;  // under which the street knows it, or as registered
  std::string address;
  std::string tax_number;
};

struct YearPaper {
  struct MonthOfPay {
    Month month;
    Money gross;
    std::vector<Money> contributions;  // of hers, one for each of `branches`
    Money tax;
    Money net;
    Money paid_out;
  };
  WorkPlace employer;
  std::string worker;     // her legal name; the alias as long as nobody entered it
  std::string id_number;  // may be empty
  int year = 0;
  std::vector<Phrase> branches;    // what her contributions paid for
  std::vector<MonthOfPay> months;  // at least one; those that were paid
  bool practice = true;
};
[[nodiscard]] PdfBytes year_pdf(const YearPaper& paper, const Typeface& typeface,
                                const Words& words);

struct CertificatePaper {
  // At these hours a week; terms with the same hours that follow each other are one.
  struct Term {
    Day from;
    std::optional<Day> to;  // last day, included
    int weekly_minutes = 0;
  };
  WorkPlace employer;
  std::string worker;
  std::string job;  // as chosen when it is printed; may be empty
  std::vector<Term> terms;
  std::vector<std::string> skills;  // words, as chosen when it is printed
  Day on;                           // the day that stands on it
  bool practice = true;
};
[[nodiscard]] PdfBytes certificate_pdf(const CertificatePaper& paper, const Typeface& typeface,
                                       const Words& words);

}  // namespace tilia::reporting
