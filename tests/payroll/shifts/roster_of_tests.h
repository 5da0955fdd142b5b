// Words that the tests of rosters share: people, shifts told by the clock, and rosters by chance.
//
//   shift("ana", "RS", "2026-03-02", "22:00", "06:00", {{"01:00", "01:30"}})
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "payroll/shifts/check_roster.h"
#include "tests/core/seed.h"

namespace tilia::payroll::tests {

[[nodiscard]] Day day(const std::string& iso);
[[nodiscard]] const WorkingTimeBook& working_time();  // the files that are shipped

[[nodiscard]] RosterWorker grown_up(const std::string& alias, const std::string& country);
// Of so many years on that day, to the day.
[[nodiscard]] RosterWorker aged(const std::string& alias, const std::string& country, int years,
                                const std::string& on);

using Clock = std::pair<std::string, std::string>;  // "08:00", "16:30"
[[nodiscard]] Instant at(const std::string& country, const std::string& day,
                         const std::string& clock);
// From the day's first to the next second time on the clock; its breaks likewise.
[[nodiscard]] Shift shift(const std::string& worker, const std::string& country,
                          const std::string& day, const std::string& from, const std::string& to,
                          const std::vector<Clock>& breaks = {});
// So many minutes as they pass; its breaks by minutes after its beginning.
[[nodiscard]] Shift shift_of(const std::string& worker, const Instant& from, int minutes,
                             const std::vector<std::pair<int, int>>& breaks = {});
[[nodiscard]] std::string text_of(const Roster& roster);

// What the checker finds of that rule in one person's shifts, and the same in short: "forbids 660:
// 659" for 660 minutes wanted and 659 found, several parted by ", ".
[[nodiscard]] std::vector<Finding> findings(RosterRule rule, const RosterWorker& worker,
                                            const std::vector<Shift>& shifts);
[[nodiscard]] std::string in_short(const std::vector<Finding>& findings);
[[nodiscard]] std::string found(RosterRule rule, const RosterWorker& worker,
                                const std::vector<Shift>& shifts);

// One to five people in any of the countries, young and grown up, in four weeks, now and then in
// twenty: days, nights, overlaps, other employers, school, breaks, what they have said, and weeks
// in which the clocks change.
[[nodiscard]] Roster roster_by_chance(Seed& seed);

}  // namespace tilia::payroll::tests
