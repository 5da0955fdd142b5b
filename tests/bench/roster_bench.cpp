// A month's roster of fifty people, a thousand shifts, checked as a whole. What was promised is
// that it is checked between two frames of the screen while a shift is drawn to another day: 16
// milliseconds.
//
//   roster_bench
#include <array>
#include <cstdlib>

#include "core/check.h"
#include "payroll/shifts/check_roster.h"
#include "tests/bench/stopwatch.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::bench {
namespace {

using payroll::Roster;
using payroll::RosterWorker;
using payroll::Shift;

constexpr int people = 50;
constexpr int weeks = 4;
constexpr int rounds = 60;
constexpr double promised_milliseconds = 16;
constexpr const char* first_day = "2026-03-09";  // the clocks change in the third week

// Somebody of each kind that the rules know: grown up by day or by night, under 18, at school, with
// a second employer, with all that she can say herself.
RosterWorker worker(int number) {
  constexpr std::array countries{"RS", "XK", "AL", "AT", "RO"};
  const std::string alias = "P-" + std::to_string(number);
  const std::string country = countries.at(static_cast<std::size_t>(number % 5));
  RosterWorker made = number % 10 == 7 ? payroll::tests::aged(alias, country, 16, first_day)
                                       : payroll::tests::grown_up(alias, country);
  if (number % 20 == 7) made.school_days = {payroll::tests::day(first_day)};
  made.limits.not_before_minute = 7 * 60;
  made.limits.no_night = number % 3 == 0;
  made.limits.not_alone = number % 4 == 0;
  made.limits.available[5] = {{8 * 60, 14 * 60}};
  return made;
}

Roster roster() {
  Roster made;
  for (int number = 0; number < people; ++number) {
    made.workers.push_back(worker(number));
    RosterWorker& who = made.workers.back();
    for (int day = 0; day < 7 * weeks; ++day) {
      if (day % 7 == 6 || day % 7 == number % 6) continue;
      const std::string on = payroll::tests::day(first_day).plus_days(day).text();
      const std::string from = number % 5 == 1 ? "21:00" : number % 2 == 0 ? "06:00" : "13:00";
      Shift shift = payroll::tests::shift_of(who.alias, payroll::tests::at(who.country, on, from),
                                             510, {{240, 270}});
      (number % 10 == 3 && day % 7 == 4 ? who.elsewhere : made.shifts).push_back(std::move(shift));
    }
  }
  return made;
}

int run() {
  const Roster checked = roster();
  CHECK(checked.shifts.size() > 950);
  std::vector<double> took;
  std::size_t found = 0;
  for (int round = 0; round < rounds; ++round) {
    const Stopwatch watch;
    found = payroll::check_roster(checked, payroll::tests::working_time()).size();
    took.push_back(watch.microseconds() / 1'000);
  }
  CHECK(found > 0);
  const bool kept = verdict("check a roster of 50 people and 4 weeks / promised, milliseconds",
                            median(took), promised_milliseconds, 1);
  return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace tilia::bench

int main() { return tilia::bench::run(); }
