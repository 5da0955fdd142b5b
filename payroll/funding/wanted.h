// What a phase wants of one month before anything is cut: on which days it is in force, of what
// basis, in which proportion. Used by split_wages alone.
//
// Errors: throws SplitRefusal, which split_wages answers.
#pragma once

#include "payroll/funding/split_wages.h"

namespace tilia::payroll {

struct DaysInForce {
  Day first;
  Day last;
};
// The days common to the phase, the month and the employment; nothing: it sleeps.
[[nodiscard]] std::optional<DaysInForce> days_in_force(const FundingPhase& phase,
                                                       const CostMonth& month);

// Throws when the month lacks a figure that the phase, in force in it, needs.
void check_figures(const FundingPhase& phase, const Funder& funder, const CostMonth& month,
                   std::size_t place);

struct Wanted {
  std::int64_t basis_minor = 0;
  std::int64_t minor = 0;
};
// Of any basis but the remainder. minimum_wage and fixed count in proportion to the days in force,
// another basis only if the phase says so; one rounding, half-up.
[[nodiscard]] Wanted wanted_of(const FundingPhase& phase, const CostMonth& month,
                               const DaysInForce& days, std::size_t place);

// What remainders of one priority get of what is left: percents of exactly 100 together lose no
// minor unit (largest remainder, the earlier among equals), others are rounded half-up each;
// nothing: more than 100.
[[nodiscard]] std::optional<std::vector<std::int64_t>> remainder_parts(
    std::int64_t left, const std::vector<Exact>& percents);

// Rounded down, never below 0.
[[nodiscard]] std::int64_t ceiling_of(const AidCeiling& ceiling, const CostMonth& month,
                                      std::size_t place);

}  // namespace tilia::payroll
