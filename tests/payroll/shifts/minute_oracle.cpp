#include "tests/payroll/shifts/minute_oracle.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "tests/payroll/shifts/person_oracle.h"

namespace tilia::payroll::tests {

std::string text_of(const Breach& breach) {
  std::string text =
      fmt::format("{} {}{}{} {}: limit {}, found {}, {} to {}", breach.worker,
                  roster_rule_text(breach.rule), breach.limit ? " " : "",
                  breach.limit ? personal_limit_text(*breach.limit) : std::string_view(),
                  level_text(breach.level), breach.limit_minutes, breach.found_minutes,
                  breach.from.text(), breach.to.text());
  if (breach.limit_years) text += fmt::format(", limit {} years", *breach.limit_years);
  if (breach.found_years) text += fmt::format(", found {} years", *breach.found_years);
  return text;
}

void PrintTo(const Breach& breach, std::ostream* out) { *out << "\n    " << text_of(breach); }

std::vector<Breach> breaches_of(const std::vector<Finding>& findings) {
  std::vector<Breach> breaches;
  for (const Finding& one : findings)
    breaches.push_back({one.worker, one.rule, one.level, one.limit_minutes, one.found_minutes,
                        one.at.from, one.at.to, one.limit, one.limit_years, one.found_years});
  std::sort(breaches.begin(), breaches.end());
  return breaches;
}

std::vector<Breach> breaches_by_the_minute(const Roster& roster) {
  std::vector<Breach> all;
  for (const RosterWorker& worker : roster.workers) {
    const bool works_here = std::any_of(roster.shifts.begin(), roster.shifts.end(),
                                        [&](auto& one) { return one.worker == worker.alias; });
    if (!works_here) continue;
    const std::vector<Breach> hers = PersonOracle(worker, roster).breaches();
    all.insert(all.end(), hers.begin(), hers.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace tilia::payroll::tests
