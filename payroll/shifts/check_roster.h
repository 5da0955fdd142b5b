// Checks a roster against what protects people: the directives, the country's law, and what each
// has said about her own hours; the strictest holds. Pure. The same check serves a plan and hours
// that were worked.
//
//   for (const Finding& finding : check_roster(roster, book)) …
//
// How each rule counts. Minutes are elapsed minutes: a night in which the clocks change has an hour
// more or less. A shift belongs to the local day on which it begins, a week begins on Monday. Work
// is a shift without its breaks; shifts at other employers count like ours, and a finding has one
// of ours in it.
//   minimum_age   each shift of somebody who is younger
//   overlap       two shifts of one person at one time
//   daily_rest    in the 24 hours from the beginning of each shift: the longest time between shifts
//   weekly_rest   in each week with work: a rest of the minutes, of which all but the directive's
//                 daily rest lie in the week (35 hours: a whole day, also where the country's daily
//                 rest is longer); also work on a Sunday where the law says so
//   break         a shift with more work than over_minutes: its breaks together; and no work
//                 without any break for longer than the law says
//   day_limit, week_limit   work of the day, of the week
//   average_week  work on average over the reference period, from each week with work on; a roster
//                 that is shorter is averaged over its own weeks, two at least, and warns
//   night         any work within a ban; for grown-ups, weeks of nothing but nights in a row
//   night_average work on average on her days with night work, over the roster
//   overtime      beyond the normal week, in a week or a year; under 18 beyond the agreed hours
//   personal_limit  what she has said herself
// A child's school days are those that are given; where none are, Monday to Friday.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "core/phrase.h"
#include "core/zone.h"
#include "payroll/shifts/roster.h"
#include "payroll/shifts/working_time.h"

namespace tilia::payroll {

enum class RosterRule {
  minimum_age,
  daily_rest,
  weekly_rest,
  work_break,
  day_limit,
  week_limit,
  average_week,
  night,
  night_average,
  overtime,
  personal_limit,
  overlap,
};
[[nodiscard]] std::string_view roster_rule_text(RosterRule rule);  // "daily_rest", "break", …
[[nodiscard]] std::optional<RosterRule> parse_roster_rule(std::string_view text);

enum class PersonalLimit {
  not_before,
  not_after,
  day_minutes,
  week_minutes,
  no_night,
  not_alone,
  not_available,
  way_home,
  station,
};
[[nodiscard]] std::string_view personal_limit_text(PersonalLimit limit);

struct Finding {
  std::string worker;
  RosterRule rule = RosterRule::daily_rest;
  Level level = Level::forbids;
  // What the rule wants and what was found: minutes of rest, break, work; for a time of day its
  // minute, beyond 1440 on the next day.
  std::int64_t limit_minutes = 0;
  std::int64_t found_minutes = 0;
  Span at;  // the rest that is too short, the shift, the week …
  std::string law;
  std::string source;
  bool directive_used = false;              // the country's own rule is not known
  bool under_age = false;                   // she is under 18: nobody may pass this
  std::optional<PersonalLimit> limit = {};  // where the rule is her own
  std::optional<int> limit_years = {};      // minimum_age
  std::optional<int> found_years = {};

  friend bool operator==(const Finding&, const Finding&) = default;
};

// A roster that names a country without rules; readers refuse it before.
class UnknownCountry : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// By worker as they stand in the roster, then by time.
[[nodiscard]] std::vector<Finding> check_roster(const Roster& roster, const WorkingTimeBook& book);
// The same for one person; the others count for not being alone.
[[nodiscard]] std::vector<Finding> check_person(const Roster& roster, const std::string& alias,
                                                const WorkingTimeBook& book);
[[nodiscard]] bool forbids(const std::vector<Finding>& findings);

// What is so, and what would mend it, by the clock of `zone`.
[[nodiscard]] Phrase sentence_of(const Finding& finding, const Zone& zone);
// The same of hours that were worked: what was so. Nothing can be planned otherwise any more.
[[nodiscard]] Phrase sentence_afterwards(const Finding& finding, const Zone& zone);

}  // namespace tilia::payroll
