#include "app/payslip_paper.h"

#include "payroll/payslip_words.h"

namespace tilia::app {

reporting::PayslipPaper payslip_paper_of(const payroll::Employer& employer,
                                         const payroll::PayRun& run,
                                         const payroll::PayRunSlip& slip) {
  const payroll::Payslip& pay = slip.slip;
  std::vector<reporting::PayslipPaper::Line> lines;
  for (const payroll::PayLine& line : pay.lines) {
    lines.push_back({.code = line.code,
                     .name = payroll::name_of(line),
                     .paid_by_employer = line.payer == payroll::Payer::employer,
                     .base = line.base,
                     .rate = line.rate,
                     .amount = line.amount,
                     .from = line.from,
                     .law = line.law});
  }
  return {.employer_name = employer.name,
          .employer_address = employer.address,
          .employer_tax_number = employer.tax_number,
          .worker = slip.identity.legal_name.empty() ? slip.worker.alias : slip.identity.legal_name,
          .picture = slip.worker.picture,
          .month = run.month,
          .worked_minutes = slip.worked_minutes,
          .gross = pay.gross,
          .lines = std::move(lines),
          .untaxed = pay.untaxed,
          .untaxed_from = pay.untaxed_from,
          .untaxed_law = pay.untaxed_law,
          .tax_base = pay.tax_base,
          .tax_rate = pay.tax_rate,
          .tax_from = pay.tax_from,
          .tax_law = pay.tax_law,
          .tax = pay.tax,
          .net = pay.net,
          .employer_cost = pay.employer_cost,
          .draft = run.state == payroll::PayRun::State::draft,
          .practice = employer.practice,
          .beyond_review = pay.beyond_review};
}

}  // namespace tilia::app
