#include "tests/payroll/shifts/roster_of_tests.h"

#include <fmt/format.h>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/free_times.h"

namespace tilia::payroll::tests {
namespace {

const Zone& zone(const std::string& country) {
  const WorkingTimeLaw* law = working_time().find(country);
  CHECK(law != nullptr);
  return law->zone();
}

// The next time that the clock shows it, from `earliest` on.
Instant next(const Zone& zone, const Instant& earliest, const std::string& clock) {
  const int minute = parse_minute_of_day(clock).value();
  const Day today = zone.local_day(earliest);
  const Instant found = zone.at(today, minute);
  return found >= earliest ? found : zone.at(today.plus_days(1), minute);
}

std::string text_of(const Span& span) {
  return fmt::format("{} to {}", span.from.text(), span.to.text());
}

std::string text_of(const Shift& shift) {
  std::string text = fmt::format("  {} [{}/{}]", text_of(shift.time), shift.shop, shift.station);
  for (const Span& each : shift.breaks) text += fmt::format(", break {}", text_of(each));
  return text + "\n";
}

std::string text_of(const PersonalLimits& limits) {
  std::string text;
  const auto add = [&](const char* name, const std::optional<int>& minutes) {
    if (minutes) text += fmt::format(" {} {}", name, *minutes);
  };
  add("not_before", limits.not_before_minute);
  add("not_after", limits.not_after_minute);
  add("day", limits.day_minutes);
  add("week", limits.week_minutes);
  if (limits.no_night) text += " no_night";
  if (limits.not_alone) text += " not_alone";
  for (std::size_t weekday = 0; weekday < 7; ++weekday) {
    if (const auto& windows = limits.available.at(weekday)) {
      text += fmt::format(" available {}:", weekday);
      for (const DayWindow& each : *windows)
        text += fmt::format(" {}-{}", each.from_minute, each.to_minute);
    }
    if (limits.last_way_home.at(weekday))
      text += fmt::format(" home {}: {}", weekday, *limits.last_way_home.at(weekday));
  }
  for (const Day& each : limits.not_free) text += " not_free " + each.text();
  for (const DatedTimes& dated : limits.calendar) {
    text += fmt::format(" from {} to {}:", dated.from.text(), dated.to.text());
    for (const auto& windows : dated.free) text += " " + windows_text(windows);
  }
  for (const std::string& station : limits.stations) text += " station " + station;
  return text;
}

}  // namespace

Day day(const std::string& iso) { return Day::parse(iso).value(); }

const WorkingTimeBook& working_time() {
  static const WorkingTimeBook book(TILIA_SOURCE "/payroll/working_time");
  return book;
}

RosterWorker grown_up(const std::string& alias, const std::string& country) {
  return {.alias = alias, .born = {}, .country = country, .limits = {}, .elsewhere = {}};
}

RosterWorker aged(const std::string& alias, const std::string& country, int years,
                  const std::string& on) {
  RosterWorker worker = grown_up(alias, country);
  const Day today = day(on);
  worker.born = Day::from(today.year() - years, today.month(), today.day_of_month());
  CHECK(worker.born.has_value());
  return worker;
}

Instant at(const std::string& country, const std::string& on, const std::string& clock) {
  return zone(country).at(day(on), parse_minute_of_day(clock).value());
}

Shift shift(const std::string& worker, const std::string& country, const std::string& on,
            const std::string& from, const std::string& to, const std::vector<Clock>& breaks) {
  const Zone& here = zone(country);
  const Instant begin = at(country, on, from);
  Shift made{worker, {begin, next(here, begin.plus_seconds(60), to)}, {}, "", ""};
  for (const auto& [stop, go_on] : breaks) {
    const Instant earliest = made.breaks.empty() ? begin : made.breaks.back().to;
    const Instant stopped = next(here, earliest, stop);
    made.breaks.push_back({stopped, next(here, stopped, go_on)});
  }
  return made;
}

Shift shift_of(const std::string& worker, const Instant& from, int minutes,
               const std::vector<std::pair<int, int>>& breaks) {
  Shift made{worker, {from, from.plus_seconds(60 * minutes)}, {}, "", ""};
  for (const auto& [stop, go_on] : breaks)
    made.breaks.push_back({from.plus_seconds(60 * stop), from.plus_seconds(60 * go_on)});
  return made;
}

std::vector<Finding> findings(RosterRule rule, const RosterWorker& worker,
                              const std::vector<Shift>& shifts) {
  std::vector<Finding> all = check_roster({{worker}, shifts}, working_time());
  std::erase_if(all, [&](const Finding& each) { return each.rule != rule; });
  return all;
}

std::string in_short(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& each : findings)
    text += fmt::format("{}{} {}: {}", text.empty() ? "" : ", ", level_text(each.level),
                        each.limit_minutes, each.found_minutes);
  return text;
}

std::string found(RosterRule rule, const RosterWorker& worker, const std::vector<Shift>& shifts) {
  return in_short(findings(rule, worker, shifts));
}

std::string text_of(const Roster& roster) {
  std::string text;
  for (const RosterWorker& worker : roster.workers) {
    text += fmt::format("{} {} born {}{}", worker.alias, worker.country,
                        worker.born ? worker.born->text() : "?", text_of(worker.limits));
    if (worker.weekly_minutes) text += fmt::format(" agreed {}", *worker.weekly_minutes);
    if (worker.school_days) {
      text += fmt::format(" school of {} days:", worker.school_days->size());
      for (const Day& each : *worker.school_days) text += " " + each.text();
    }
    text += "\n";
    for (const Shift& each : roster.shifts)
      if (each.worker == worker.alias) text += text_of(each);
    for (const Shift& each : worker.elsewhere) text += " elsewhere" + text_of(each);
  }
  return text;
}

}  // namespace tilia::payroll::tests
