#include "app/payslip_paper.h"

#include <utility>

#include "payroll/payslip_words.h"

namespace tilia::app {
namespace {

// What was worked out: everything but whose it is.
reporting::PayslipPaper paper_of(const payroll::Employer& employer, std::string whose,
                                 const Month& month, int worked_minutes,
                                 const payroll::Payslip& pay) {
  std::vector<reporting::PayslipPaper::Line> lines;
  for (const payroll::PayLine& line : pay.lines) {
    lines.push_back({.code = line.code,
                     .name = payroll::name_of(line),
                     .paid_by_employer = line.payer == payroll::Payer::employer,
                     .base = line.base,
                     .rate = line.rate,
                     .amount = line.amount,
                     .from = line.from,
                     .law = line.law,
                     .special = line.special});
  }
  std::vector<reporting::PayslipPaper::TaxStep> tax_steps;
  for (const payroll::TaxStep& step : payroll::tax_steps(pay))
    tax_steps.push_back({step.name, step.base, step.rate, step.amount, step.from, step.law});
  return {.employer_name = employer.name,
          .employer_address = employer.address,
          .employer_tax_number = employer.tax_number,
          .worker = std::move(whose),
          .picture = {},
          .month = month,
          .worked_minutes = worked_minutes,
          .gross = pay.gross,
          .earned = {},
          .lines = std::move(lines),
          .tax_steps = std::move(tax_steps),
          .tax = pay.tax,
          .net = pay.net,
          .employer_cost = pay.employer_cost,
          .items = {},
          .payout = pay.net,
          .draft = false,
          .practice = employer.practice,
          .beyond_review = pay.beyond_review,
          .sample_item = 0};
}

// A wage that is nothing else needs no line of its own.
void add_earned(reporting::PayslipPaper& paper, const payroll::PaidMonth& slip) {
  for (const payroll::Earning& each : slip.earnings) {
    const bool by_the_hour = each.minutes > 0 && each.rate > Rate();
    paper.earned.push_back({payroll::name_of(each.kind), static_cast<int>(each.minutes),
                            by_the_hour ? std::optional(each.rate) : std::nullopt, each.amount,
                            each.from, each.law});
  }
  for (const payroll::PayItem& item : slip.items) {
    if (payroll::is_earned(item.kind))
      paper.earned.push_back({payroll::name_of(item.kind), 0, {}, item.amount, {}, {}});
  }
  if (paper.earned.size() == 1) paper.earned.clear();
}

reporting::PayslipPaper paper_of(const payroll::Employer& employer, const std::string& whose,
                                 const Month& month, const payroll::PaidMonth& paid) {
  reporting::PayslipPaper paper = paper_of(employer, whose, month, paid.worked_minutes, paid.slip);
  add_earned(paper, paid);
  for (const payroll::PayItem& item : paid.items) {
    if (!payroll::is_earned(item.kind))
      paper.items.push_back({payroll::name_of(item.kind),
                             payroll::is_taken_off(item.kind) ? -item.amount : item.amount});
  }
  paper.payout = paid.payout();
  return paper;
}

}  // namespace

reporting::PayslipPaper payslip_paper_of(const payroll::Employer& employer,
                                         const payroll::PayRun& run,
                                         const payroll::PayRunSlip& slip) {
  const std::string& name = slip.identity.legal_name;
  const std::string& whose = name.empty() ? slip.worker.alias : name;
  reporting::PayslipPaper paper = paper_of(employer, whose, run.month, slip);
  for (const payroll::PayDifference& each : slip.differences) {
    paper.again.push_back(paper_of(employer, whose, each.month, each.now));
    if (each.before)
      paper.again.back().was.push_back(paper_of(employer, whose, each.month, *each.before));
  }
  paper.payout = slip.payout();
  paper.picture = slip.worker.picture;
  paper.draft = run.state == payroll::PayRun::State::draft;
  return paper;
}

reporting::PayslipPaper redacted_paper_of(const payroll::Employer& employer,
                                          const payroll::RedactedSlip& slip) {
  reporting::PayslipPaper paper = paper_of(employer, std::string(payroll::redaction_mask),
                                           slip.month, slip.worked_minutes, slip.slip);
  paper.sample_item = slip.item;
  return paper;
}

}  // namespace tilia::app
