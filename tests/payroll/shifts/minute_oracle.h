// What check_roster has to find, found again slowly: every person's minutes one by one
// (tests/payroll/shifts/person_minutes.h), with figures of its own (oracle_figures.h) and no code
// of the checker.
//
//   EXPECT_EQ(breaches_of(check_roster(roster, book)), breaches_by_the_minute(roster));
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "payroll/shifts/check_roster.h"

namespace tilia::payroll::tests {

// What of a finding is compared.
struct Breach {
  std::string worker;
  RosterRule rule;
  Level level;
  std::int64_t limit_minutes;
  std::int64_t found_minutes;
  Instant from;
  Instant to;
  std::optional<PersonalLimit> limit;
  std::optional<int> limit_years;
  std::optional<int> found_years;

  friend bool operator==(const Breach&, const Breach&) = default;
  friend std::strong_ordering operator<=>(const Breach&, const Breach&) = default;
};
[[nodiscard]] std::string text_of(const Breach& breach);
void PrintTo(const Breach& breach, std::ostream* out);

// In an order of their own.
[[nodiscard]] std::vector<Breach> breaches_of(const std::vector<Finding>& findings);
[[nodiscard]] std::vector<Breach> breaches_by_the_minute(const Roster& roster);

}  // namespace tilia::payroll::tests
