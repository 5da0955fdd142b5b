// A payslip as paper: amounts and words that are final. It has no field for who pays the wage, and
// never will.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/rate.h"

namespace tilia::reporting {

struct PayslipPaper {
  struct Line {
    std::string code;
    Phrase name;
    bool paid_by_employer = false;
    Money base;
    Rate rate;
    Money amount;
    Day from;
    std::string law;
    bool special = false;  // of the 13th or 14th pay
  };
  // From the wage to the tax, step by step; what a step does not have is empty.
  struct TaxStep {
    Phrase name;
    std::optional<Money> base;
    std::optional<Rate> rate;
    std::optional<Money> amount;
    std::optional<Day> from;
    std::string law;
  };
  // What the gross is made of; none where it is the agreed wage alone.
  struct Earned {
    Phrase name;
    int minutes = 0;  // none: not by the hour
    std::optional<Rate> rate;
    Money amount;
    std::optional<Day> from;
    std::string law;
  };
  std::string employer_name;
  std::string employer_address;
  std::string employer_tax_number;
  std::string worker;   // her legal name; the alias as long as nobody entered it
  std::string picture;  // not printed; the screen shows it
  Month month;
  int worked_minutes = 0;
  Money gross;
  std::vector<Earned> earned = {};
  std::vector<Line> lines;
  std::vector<TaxStep> tax_steps;
  Money tax;
  Money net;
  Money employer_cost;
  // Paid beside the wage, paid already, taken off; the last two below nothing.
  struct Item {
    Phrase name;
    Money amount;
  };
  std::vector<Item> items;
  Money payout;  // what she is paid, with the differences
  // Earlier months that are paid again: each as it is now, with their differences in this payout.
  std::vector<PayslipPaper> again = {};
  std::vector<PayslipPaper> was = {};  // of such a month: as it was paid last, if it was
  bool draft = false;
  bool practice = true;
  bool beyond_review = false;
  int sample_item = 0;  // from 1: a redacted copy, and every page says so
};

// What stands above the amounts: who pays, and whose slip of which month it is.
struct PayslipHeadFacts {
  std::string employer_name;
  std::string employer_address;
  std::string employer_tax_number;
  std::string worker;
  Month month;
  int worked_minutes = 0;
};
struct PayslipHead {
  std::string employer;
  std::string address;  // on one line, with the tax number
  std::string title;
  std::string about;
};
[[nodiscard]] PayslipHead payslip_head(const PayslipHeadFacts& facts, const Words& words);

}  // namespace tilia::reporting
