// Who promised to pay which part of a wage: funders, and for each worker a plan of phases. One
// currency throughout; amounts are in its minor units, at most `largest_minor`.
//
//   phase: "F2 pays 70 % of gross, at most 350.00 a month, from 1 May to 31 October"
//
// What a plan may not say (a phase that ends before it begins, a funder that nobody knows) is
// refused where it is read: payroll/funding/split_file.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/exact.h"
#include "core/money.h"

namespace tilia::payroll {

// A hundred billion major units: no wage and no grant is as large, and sums of a whole file stay
// far within 64 bits.
inline constexpr std::int64_t largest_minor = 10'000'000'000'000;

struct Funder {
  std::string code;
  std::optional<Money> budget = {};  // over all plans
  bool public_aid = false;
  std::optional<Exact> hours_limit_year = {};  // per worker and calendar year
};

// What a percent is taken of.
enum class FundingBasis {
  gross,
  net,
  employer_cost,
  contributions,  // of both sides, and the tax if `with_tax`
  minimum_wage,   // the statutory one of the month
  uplifted_gross,
  hours,
  fixed,
  lump_sum,
  remainder,  // what is left of the employer cost when it is this phase's turn
};

struct FundingPhase {
  struct Step {
    Day from;
    Money amount;
  };
  std::size_t funder = 0;          // place among the funders
  std::optional<Day> from = {};    // or `months`
  std::optional<Day> to = {};      // the last day, included; nothing: open
  std::vector<Month> months = {};  // ascending, none twice
  FundingBasis basis = FundingBasis::gross;
  Exact percent = {100, 1};
  std::optional<Money> amount = {};  // of fixed and lump_sum
  std::vector<Step> steps = {};      // of fixed, ascending: another amount from that day on
  std::optional<Money> cap_month = {};
  bool cap_month_at_minimum_wage = false;
  std::optional<Money> cap_total = {};
  std::optional<Money> cap_basis = {};  // of uplifted_gross
  Exact factor = {1, 1};                // of uplifted_gross
  std::optional<Money> rate = {};       // of hours: for one of them
  bool with_tax = false;
  bool prorate = false;
  std::int64_t priority = 1;  // small first
  bool to_worker = false;     // a premium for the person, outside the employer's cost
};

struct FundingPlan {
  std::string worker;
  std::vector<FundingPhase> phases;
};

// A cap over all public aid for one worker in one month.
struct AidCeiling {
  Exact percent = {};
  FundingBasis basis = FundingBasis::employer_cost;
};

struct Agreements {
  Currency currency;
  std::vector<Funder> funders = {};
  std::optional<AidCeiling> aid_ceiling = {};
  std::vector<FundingPlan> plans = {};  // one for each worker at most
};

// One worker's month, from the payslip and the hours. What is absent is not known.
struct CostMonth {
  std::string worker;
  Month month;
  Money employer_cost;
  std::optional<Money> gross = {};
  std::optional<Money> net = {};
  std::optional<Money> contributions = {};
  std::optional<Money> tax = {};
  std::optional<Money> minimum_wage = {};
  std::optional<Exact> hours = {};
  std::optional<Day> employed_from = {};
  std::optional<Day> employed_to = {};
};

}  // namespace tilia::payroll
