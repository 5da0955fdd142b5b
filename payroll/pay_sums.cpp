#include "payroll/pay_sums.h"

#include <fmt/format.h>

#include <map>

#include "core/check.h"

namespace tilia::payroll {

PaySums sums_of(const PayRun& run) {
  CHECK(run.state == PayRun::State::approved && !run.slips.empty());
  const Money nothing = Money::zero(run.slips.front().slip.gross.currency());
  PaySums sums{.gross = nothing,
               .untaxed = nothing,
               .advances = nothing,
               .taken_off = nothing,
               .payout = nothing,
               .contributions = {},
               .branches = {},
               .tax_base = nothing,
               .tax = nothing};
  std::map<std::string, ContributionSum> by_code;
  std::map<std::string, BranchSum> by_branch;
  for (const PayRunSlip& one : run.slips) {
    sums.gross += one.slip.gross;
    sums.payout += one.payout();
    for (const PayItem& item : one.items) {
      if (item.kind == PayItem::Kind::untaxed) sums.untaxed += item.amount;
      if (item.kind == PayItem::Kind::advance) sums.advances += item.amount;
      if (item.kind == PayItem::Kind::deduction) sums.taken_off += item.amount;
    }
    sums.tax += one.slip.tax;
    for (const TaxLine& tax : one.slip.taxes) sums.tax_base += tax.base;
    for (const PayLine& line : one.slip.lines) {
      auto& code = by_code
                       .try_emplace(line.code, ContributionSum{line.code, line.branch, nothing,
                                                               nothing, nothing})
                       .first->second;
      auto& branch = by_branch.try_emplace(line.branch, BranchSum{line.branch, nothing, nothing})
                         .first->second;
      code.base += line.base;
      (line.payer == Payer::employee ? code.employee : code.employer) += line.amount;
      (line.payer == Payer::employee ? branch.employee : branch.employer) += line.amount;
    }
  }
  for (const auto& [code, sum] : by_code) sums.contributions.push_back(sum);
  for (const auto& [branch, sum] : by_branch) sums.branches.push_back(sum);
  return sums;
}

std::string contributions_csv(const PaySums& sums) {
  std::string csv = "code,for,base,employee,employer,total,currency\n";
  const std::string currency(sums.gross.currency().code());
  for (const ContributionSum& one : sums.contributions)
    csv += fmt::format("{},{},{},{},{},{},{}\n", one.code, one.branch, one.base.text(),
                       one.employee.text(), one.employer.text(), one.total().text(), currency);
  const Money nothing = Money::zero(sums.gross.currency());
  csv += fmt::format("tax,tax,{},{},{},{},{}\n", sums.tax_base.text(), sums.tax.text(),
                     nothing.text(), sums.tax.text(), currency);
  return csv;
}

}  // namespace tilia::payroll
