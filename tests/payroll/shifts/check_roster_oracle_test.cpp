// Rosters by chance, looked at by the checker and by the oracle: 200, and 20,000 with
// TILIA_FULL=1.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "payroll/shifts/check_roster.h"
#include "tests/payroll/shifts/minute_oracle.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

int rosters() { return std::getenv("TILIA_FULL") != nullptr ? 20'000 : 200; }

// Those of `some` that are not in `others`, both sorted.
std::string without(const std::vector<Breach>& some, const std::vector<Breach>& others) {
  std::vector<Breach> left;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::back_inserter(left));
  std::string text;
  for (const Breach& each : left) text += "  " + text_of(each) + "\n";
  return text;
}

TEST(CheckRosterAndOracle, FindTheSameInRostersByChance) {
  Seed chosen;
  SCOPED_TRACE(chosen.text());
  std::map<RosterRule, int> seen;
  for (int number = 0; number < rosters(); ++number) {
    Seed seed(static_cast<std::uint64_t>(chosen.between(0, 1'000'000'000'000)));
    const Roster roster = roster_by_chance(seed);
    const std::vector<Breach> checked = breaches_of(check_roster(roster, working_time()));
    const std::vector<Breach> expected = breaches_by_the_minute(roster);
    ASSERT_TRUE(checked == expected)
        << "roster " << number << " (" << seed.text() << ")\nthe checker alone:\n"
        << without(checked, expected) << "the oracle alone:\n"
        << without(expected, checked) << text_of(roster);
    for (const Breach& each : expected) ++seen[each.rule];
  }
  constexpr int rules = static_cast<int>(RosterRule::overlap) + 1;
  for (int rule = 0; rule < rules; ++rule)
    EXPECT_GT(seen[static_cast<RosterRule>(rule)], 0)
        << "no roster broke " << roster_rule_text(static_cast<RosterRule>(rule));
}

TEST(CheckRosterAndOracle, FindTheSameForOnePersonAloneAsForAll) {
  Seed chosen;
  SCOPED_TRACE(chosen.text());
  for (int number = 0; number < rosters() / 10; ++number) {
    const Roster roster = roster_by_chance(chosen);
    std::vector<Finding> one_by_one;
    for (const RosterWorker& worker : roster.workers) {
      const auto hers = check_person(roster, worker.alias, working_time());
      one_by_one.insert(one_by_one.end(), hers.begin(), hers.end());
    }
    EXPECT_EQ(one_by_one, check_roster(roster, working_time())) << text_of(roster);
  }
}

}  // namespace
}  // namespace tilia::payroll::tests
