// A thousand workers over three years, five phases of five funders each, split in one go. What was
// promised is under a second: an NGO's whole past while somebody waits.
//
//   funding_bench
#include <cstdlib>
#include <string>

#include "core/check.h"
#include "payroll/funding/split_wages.h"
#include "tests/bench/stopwatch.h"

namespace tilia::bench {
namespace {

using payroll::Agreements;
using payroll::CostMonth;
using payroll::FundingBasis;

constexpr int workers = 1'000;
constexpr int months = 36;
constexpr int rounds = 5;
constexpr double promised_milliseconds = 1'000;
const Currency eur = *Currency::from_code("EUR");

Money euros(std::int64_t whole) { return Money::from_minor(whole * 100, eur); }

payroll::FundingPlan plan(int number) {
  const Day start = *Day::from(2024, 1 + number % 12, 1 + number % 28);
  payroll::FundingPlan made{.worker = "P-" + std::to_string(number), .phases = {}};
  made.phases.push_back({.funder = 0,
                         .from = start,
                         .basis = FundingBasis::gross,
                         .percent = {335, 10},
                         .cap_month = euros(350)});
  made.phases.push_back(
      {.funder = 1, .from = start, .basis = FundingBasis::minimum_wage, .percent = {25, 1}});
  made.phases.push_back(
      {.funder = 2, .from = start, .basis = FundingBasis::fixed, .amount = euros(147)});
  made.phases.push_back({.funder = 3,
                         .from = start,
                         .basis = FundingBasis::remainder,
                         .percent = {100, 3},
                         .priority = 2});
  made.phases.push_back({.funder = 4,
                         .from = start,
                         .basis = FundingBasis::remainder,
                         .percent = {50, 1},
                         .priority = 2});
  return made;
}

int run() {
  Agreements agreements{.currency = eur};
  for (int funder = 0; funder < 5; ++funder)
    agreements.funders.push_back({.code = "F" + std::to_string(funder),
                                  .budget = euros(30'000'000),
                                  .public_aid = funder == 0,
                                  .hours_limit_year = {}});
  agreements.funders[2].hours_limit_year = Exact{1720, 1};
  agreements.aid_ceiling = {.percent = {75, 1}, .basis = FundingBasis::employer_cost};
  std::vector<CostMonth> all;
  for (int number = 0; number < workers; ++number) agreements.plans.push_back(plan(number));
  for (Month month = *Month::from(2024, 1); month < *Month::from(2024 + months / 12, 1);
       month = month.next())
    for (int number = 0; number < workers; ++number)
      all.push_back({.worker = "P-" + std::to_string(number),
                     .month = month,
                     .employer_cost = euros(1'150 + number % 40),
                     .gross = euros(1'000 + number % 40),
                     .minimum_wage = euros(850),
                     .hours = Exact{1605, 10}});
  CHECK(all.size() == std::size_t{workers} * months);
  std::vector<double> took;
  for (int round = 0; round < rounds; ++round) {
    const Stopwatch watch;
    const auto split = payroll::split_wages(agreements, all);
    took.push_back(watch.microseconds() / 1'000);
    CHECK(split.ok());
    CHECK(split.value().months.back().shares.size() == 5);
  }
  const bool kept = verdict("split 36,000 months among 5 funders / promised, milliseconds",
                            median(took), promised_milliseconds, 1);
  return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace tilia::bench

int main() { return tilia::bench::run(); }
