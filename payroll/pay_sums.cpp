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
  const auto add_line = [&](const PaidPart& part, const PayLine& line) {
    auto& code = by_code
                     .try_emplace(line.code, ContributionSum{line.code, line.branch, nothing,
                                                             nothing, nothing})
                     .first->second;
    auto& branch =
        by_branch.try_emplace(line.branch, BranchSum{line.branch, nothing, nothing}).first->second;
    const Money amount = part.of(line.amount);
    code.base += part.of(line.base);
    (line.payer == Payer::employee ? code.employee : code.employer) += amount;
    (line.payer == Payer::employee ? branch.employee : branch.employer) += amount;
  };
  for (const PayRunSlip& one : run.slips) {
    sums.payout += one.payout();
    for (const PaidPart& part : parts_of(one)) {
      const PaidMonth& paid = *part.paid;
      sums.gross += part.of(paid.slip.gross);
      for (const PayItem& item : paid.items) {
        if (item.kind == PayItem::Kind::untaxed) sums.untaxed += part.of(item.amount);
        if (item.kind == PayItem::Kind::advance) sums.advances += part.of(item.amount);
        if (item.kind == PayItem::Kind::deduction) sums.taken_off += part.of(item.amount);
      }
      sums.tax += part.of(paid.slip.tax);
      for (const TaxLine& tax : paid.slip.taxes) sums.tax_base += part.of(tax.base);
      for (const PayLine& line : paid.slip.lines) add_line(part, line);
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
