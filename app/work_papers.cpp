#include "app/work_papers.h"

#include <algorithm>
#include <utility>

#include "core/check.h"
#include "payroll/payslip_words.h"

namespace tilia::app {
namespace {

using reporting::YearPaper;

// Every contribution of hers in these slips, in the order in which slips have them.
std::vector<Phrase> branches_of(const std::vector<const payroll::PayRunSlip*>& slips) {
  std::vector<Phrase> branches;
  for (const payroll::PayRunSlip* one : slips) {
    for (const payroll::PayLine& line : one->slip.lines) {
      if (line.payer != payroll::Payer::employee) continue;
      Phrase name = payroll::name_of(line);
      if (std::find(branches.begin(), branches.end(), name) == branches.end())
        branches.push_back(std::move(name));
    }
  }
  return branches;
}

YearPaper::MonthOfPay month_of(const Month& month, const payroll::PayRunSlip& one,
                               const std::vector<Phrase>& branches) {
  const payroll::Payslip& slip = one.slip;
  YearPaper::MonthOfPay row{.month = month,
                            .gross = slip.gross,
                            .contributions = {},
                            .tax = slip.tax,
                            .net = slip.net,
                            .paid_out = one.payout()};
  row.contributions.assign(branches.size(), Money::zero(slip.gross.currency()));
  for (const payroll::PayLine& line : slip.lines) {
    if (line.payer != payroll::Payer::employee) continue;
    const auto at = std::find(branches.begin(), branches.end(), payroll::name_of(line));
    row.contributions[static_cast<std::size_t>(at - branches.begin())] += line.amount;
  }
  return row;
}

}  // namespace

std::optional<YearPaper> year_paper_of(const payroll::Employer& employer, const std::string& alias,
                                       int year, const std::vector<payroll::PayRun>& runs) {
  std::vector<std::pair<Month, const payroll::PayRunSlip*>> hers;
  std::vector<const payroll::PayRunSlip*> slips;
  for (const payroll::PayRun& run : runs) {
    CHECK(run.state == payroll::PayRun::State::approved && run.month.year() == year);
    const payroll::PayRunSlip* slip = payroll::slip_of(run, alias);
    if (slip == nullptr) continue;
    hers.emplace_back(run.month, slip);
    slips.push_back(slip);
  }
  if (hers.empty()) return std::nullopt;
  const payroll::Identity& identity = slips.back()->identity;
  YearPaper paper{.employer = {employer.name, employer.address, employer.tax_number},
                  .worker = identity.legal_name.empty() ? alias : identity.legal_name,
                  .id_number = identity.id_number,
                  .year = year,
                  .branches = branches_of(slips),
                  .months = {},
                  .practice = employer.practice};
  for (const auto& [month, slip] : hers)
    paper.months.push_back(month_of(month, *slip, paper.branches));
  return paper;
}

const std::vector<WorkWord>& shipped_jobs() {
  static const std::vector<WorkWord> jobs{
      {"seller", "app.work.job.seller"},           {"baker", "app.work.job.baker"},
      {"laundry", "app.work.job.laundry"},         {"hairdresser", "app.work.job.hairdresser"},
      {"kitchen", "app.work.job.kitchen"},         {"cleaner", "app.work.job.cleaner"},
      {"storekeeper", "app.work.job.storekeeper"}, {"office", "app.work.job.office"}};
  return jobs;
}

const std::vector<WorkWord>& shipped_skills() {
  static const std::vector<WorkWord> skills{{"counter", "app.work.skill.counter"},
                                            {"till", "app.work.skill.till"},
                                            {"customers", "app.work.skill.customers"},
                                            {"stock", "app.work.skill.stock"},
                                            {"baking", "app.work.skill.baking"},
                                            {"packing", "app.work.skill.packing"},
                                            {"washing", "app.work.skill.washing"},
                                            {"ironing", "app.work.skill.ironing"},
                                            {"hairdressing", "app.work.skill.hairdressing"},
                                            {"cleaning", "app.work.skill.cleaning"},
                                            {"hygiene", "app.work.skill.hygiene"},
                                            {"team", "app.work.skill.team"}};
  return skills;
}

const WorkWord* find_word(const std::vector<WorkWord>& words, std::string_view code) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const WorkWord& one) { return one.code == code; });
  return found == words.end() ? nullptr : &*found;
}

std::vector<reporting::CertificatePaper::Term> certificate_terms(
    const payroll::Worker& worker, const std::vector<payroll::Term>& terms, const Day& today) {
  std::vector<reporting::CertificatePaper::Term> all;
  for (const payroll::Term& term : terms) {
    if (term.from > today || (worker.ended_on && *worker.ended_on < term.from)) continue;
    std::optional<Day> to = term.to;
    if (worker.ended_on && (!to || *worker.ended_on < *to)) to = worker.ended_on;
    const bool goes_on = !all.empty() && all.back().to &&
                         all.back().weekly_minutes == term.weekly_minutes &&
                         all.back().to->plus_days(1) == term.from;
    if (goes_on) {
      all.back().to = to;
    } else {
      all.push_back({term.from, to, term.weekly_minutes});
    }
  }
  return all;
}

}  // namespace tilia::app
