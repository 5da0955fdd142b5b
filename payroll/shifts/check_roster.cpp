#include "payroll/shifts/check_roster.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/check.h"
#include "payroll/shifts/check_parts.h"

namespace tilia::payroll {
namespace {

constexpr std::array<std::pair<RosterRule, std::string_view>, 12> rules{{
    {RosterRule::minimum_age, "minimum_age"},
    {RosterRule::daily_rest, "daily_rest"},
    {RosterRule::weekly_rest, "weekly_rest"},
    {RosterRule::work_break, "break"},
    {RosterRule::day_limit, "day_limit"},
    {RosterRule::week_limit, "week_limit"},
    {RosterRule::average_week, "average_week"},
    {RosterRule::night, "night"},
    {RosterRule::night_average, "night_average"},
    {RosterRule::overtime, "overtime"},
    {RosterRule::personal_limit, "personal_limit"},
    {RosterRule::overlap, "overlap"},
}};

constexpr std::array<std::pair<PersonalLimit, std::string_view>, 9> limits{{
    {PersonalLimit::not_before, "not_before"},
    {PersonalLimit::not_after, "not_after"},
    {PersonalLimit::day_minutes, "day_minutes"},
    {PersonalLimit::week_minutes, "week_minutes"},
    {PersonalLimit::no_night, "no_night"},
    {PersonalLimit::not_alone, "not_alone"},
    {PersonalLimit::not_available, "not_available"},
    {PersonalLimit::way_home, "way_home"},
    {PersonalLimit::station, "station"},
}};

template <class Value, std::size_t n>
std::string_view name_in(const std::array<std::pair<Value, std::string_view>, n>& names,
                         Value value) {
  const auto* found =
      std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == value; });
  CHECK(found != names.end());
  return found->second;
}

using ShiftsOf = std::unordered_map<std::string, std::vector<const Shift*>>;

ShiftsOf by_worker(const Roster& roster) {
  ShiftsOf shifts;
  for (const Shift& shift : roster.shifts) shifts[shift.worker].push_back(&shift);
  return shifts;
}

// In order of begin, so that who looks for company need not look at everything.
std::vector<const Shift*> in_order(const Roster& roster) {
  std::vector<const Shift*> all;
  for (const Shift& shift : roster.shifts) all.push_back(&shift);
  std::stable_sort(all.begin(), all.end(),
                   [](const Shift* a, const Shift* b) { return a->time.from < b->time.from; });
  return all;
}

std::vector<Finding> findings_of(const RosterWorker& worker, const ShiftsOf& shifts,
                                 const std::vector<const Shift*>& everybodys,
                                 const WorkingTimeBook& book) {
  const auto hers = shifts.find(worker.alias);
  if (hers == shifts.end()) return {};
  const WorkingTimeLaw* law = book.find(worker.country);
  if (law == nullptr) throw UnknownCountry(worker.country);
  const PersonTime time(worker, hers->second, law->zone());
  std::vector<Finding> findings;
  PersonCheck check(time, *law, findings);
  check.statutory();
  check.personal(everybodys);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.at.from < b.at.from; });
  return findings;
}

}  // namespace

std::string_view roster_rule_text(RosterRule rule) { return name_in(rules, rule); }

std::optional<RosterRule> parse_roster_rule(std::string_view text) {
  for (const auto& [rule, name] : rules)
    if (name == text) return rule;
  return std::nullopt;
}

std::string_view personal_limit_text(PersonalLimit limit) { return name_in(limits, limit); }

std::vector<Finding> check_roster(const Roster& roster, const WorkingTimeBook& book) {
  const ShiftsOf shifts = by_worker(roster);
  const auto everybodys = in_order(roster);
  std::vector<Finding> all;
  for (const RosterWorker& worker : roster.workers) {
    std::vector<Finding> findings = findings_of(worker, shifts, everybodys, book);
    all.insert(all.end(), std::make_move_iterator(findings.begin()),
               std::make_move_iterator(findings.end()));
  }
  return all;
}

std::vector<Finding> check_person(const Roster& roster, const std::string& alias,
                                  const WorkingTimeBook& book) {
  for (const RosterWorker& worker : roster.workers)
    if (worker.alias == alias)
      return findings_of(worker, by_worker(roster), in_order(roster), book);
  return {};
}

bool forbids(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& each) { return each.level == Level::forbids; });
}

}  // namespace tilia::payroll
