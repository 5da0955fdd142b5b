// What a finding says to the person who can mend it. Of somebody's own limits it says no more than
// that she is not free.
#include <fmt/format.h>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/check_roster.h"

namespace tilia::payroll {
namespace {

std::string hours_text(std::int64_t minutes) {
  return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
}

std::string key_of(const Finding& finding) {
  switch (finding.rule) {
    case RosterRule::minimum_age: return "minimum_age";
    case RosterRule::daily_rest: return "daily_rest";
    // A rest that nothing is wanted of is work on a Sunday.
    case RosterRule::weekly_rest: return finding.limit_minutes > 0 ? "weekly_rest" : "sunday";
    case RosterRule::work_break:
      if (finding.found_minutes >= finding.limit_minutes) return "break_late";
      // Where the law leaves the length open, any break is one.
      return finding.limit_minutes == 1 ? "break_any" : "break";
    case RosterRule::day_limit: return "day_limit";
    case RosterRule::week_limit: return "week_limit";
    case RosterRule::average_week: return "average_week";
    case RosterRule::night: return finding.limit_minutes > 0 ? "night_weeks" : "night";
    case RosterRule::night_average: return "night_average";
    case RosterRule::overtime: return finding.under_age ? "no_overtime" : "overtime";
    case RosterRule::personal_limit:
      return finding.limit == PersonalLimit::way_home ? "way_home" : "not_free";
    case RosterRule::overlap: return "overlap";
  }
  CHECK(false);
}

// With all that any of the sentences names.
Phrase told(const std::string& key, const Finding& finding, const Zone& zone) {
  const Instant rested = finding.at.from.plus_seconds(finding.limit_minutes * 60);
  Phrase phrase = Phrase(key)
                      .with("worker", finding.worker)
                      .with("day", zone.local_day(finding.at.from))
                      .with("from", zone.local_time_text(finding.at.from))
                      .with("to", zone.local_time_text(finding.at.to));
  if (finding.rule == RosterRule::minimum_age)
    return std::move(phrase)
        .with("found", std::int64_t{finding.found_years.value_or(0)})
        .with("wanted", std::int64_t{finding.limit_years.value_or(0)});
  if (finding.rule == RosterRule::daily_rest)
    phrase = std::move(phrase).with("mend", zone.local_time_text(rested));
  if (finding.limit == PersonalLimit::way_home)
    return std::move(phrase).with(
        "wanted", minute_of_day_text(static_cast<int>(finding.limit_minutes) % minutes_a_day));
  return std::move(phrase)
      .with("found", hours_text(finding.found_minutes))
      .with("wanted", hours_text(finding.limit_minutes));
}

}  // namespace

Phrase sentence_of(const Finding& finding, const Zone& zone) {
  return told("payroll.finding." + key_of(finding), finding, zone);
}

Phrase sentence_afterwards(const Finding& finding, const Zone& zone) {
  return told("payroll.worked_finding." + key_of(finding), finding, zone);
}

}  // namespace tilia::payroll
