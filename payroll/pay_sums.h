// Sums of an approved run over everybody, for whoever pays contributions and tax and keeps the
// books: nobody is in them. Of a run of one person they are that person's all the same, so they are
// for holders of the payroll key.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/money.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

struct ContributionSum {
  std::string code;    // "SRB_PIO_EE"
  std::string branch;  // "pension"
  Money base;
  Money employee;
  Money employer;

  [[nodiscard]] Money total() const { return employee + employer; }
};
struct BranchSum {
  std::string branch;
  Money employee;
  Money employer;

  [[nodiscard]] Money total() const { return employee + employer; }
};
struct PaySums {
  Money gross;
  Money untaxed;   // paid beside the wages
  Money advances;  // paid already
  Money taken_off;
  Money payout;  // what is left to pay: net and untaxed, less the two above
  std::vector<ContributionSum> contributions;  // by code
  std::vector<BranchSum> branches;             // by name
  Money tax_base;
  Money tax;  // below nothing where the law pays a bonus
};
// Of at least one slip.
[[nodiscard]] PaySums sums_of(const PayRun& run);

// As a table for a file: a row for each code, the tax as the last.
[[nodiscard]] std::string contributions_csv(const PaySums& sums);

}  // namespace tilia::payroll
