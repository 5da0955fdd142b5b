#include "payroll/shifts/free_times.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/minute_of_day.h"

namespace tilia::payroll {
namespace {

constexpr int days_a_week = 7;
constexpr const char* never = "-";

std::size_t weekday_of(const Day& day) {
  return static_cast<std::size_t>(day.weekday_from_monday());
}

bool covered(const DayWindow& window, std::vector<DayWindow> by) {
  std::sort(by.begin(), by.end(),
            [](const DayWindow& a, const DayWindow& b) { return a.from_minute < b.from_minute; });
  int reached = window.from_minute;
  for (const DayWindow& each : by)
    if (each.from_minute <= reached) reached = std::max(reached, each.to_minute);
  return reached >= window.to_minute;
}

// A day that is not limited takes all of it.
bool within(const FreeTimes& these, const FreeTimes& those) {
  if (!those) return true;
  if (!these) return false;
  return std::all_of(these->begin(), these->end(),
                     [&](const DayWindow& each) { return covered(each, *those); });
}

// Every weekday of each stretch of days on which one and the same times hold: a week before the
// first of the calendar, and a week from wherever some of it begins or has ended.
std::set<Day> days_that_differ(const PersonalLimits& a, const PersonalLimits& b) {
  std::set<Day> begins;
  for (const PersonalLimits* said : {&a, &b})
    for (const DatedTimes& each : said->calendar) {
      begins.insert(each.from);
      begins.insert(each.to.plus_days(1));
    }
  if (begins.empty()) begins.insert(*Day::from(2024, 1, 1));
  begins.insert(begins.begin()->plus_days(-days_a_week));
  std::set<Day> days;
  for (const Day& begin : begins)
    for (int later = 0; later < days_a_week; ++later) days.insert(begin.plus_days(later));
  return days;
}

}  // namespace

std::optional<std::vector<DayWindow>> parse_windows(std::string_view text) {
  std::string rest(text);
  std::erase(rest, ' ');
  std::vector<DayWindow> windows;
  if (rest == never) return windows;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string one = rest.substr(0, comma);
    rest = comma == std::string::npos ? std::string() : rest.substr(comma + 1);
    const std::size_t dash = one.find('-');
    if (dash == std::string::npos) return std::nullopt;
    const auto from = parse_minute_of_day(one.substr(0, dash));
    const std::string end = one.substr(dash + 1);
    const auto to = end == "24:00" ? std::optional(minutes_a_day) : parse_minute_of_day(end);
    if (!from || !to || *to <= *from) return std::nullopt;
    windows.push_back({*from, *to});
  }
  return windows;
}

std::string windows_text(const std::vector<DayWindow>& windows) {
  if (windows.empty()) return never;
  std::string text;
  for (const DayWindow& window : windows)
    text += fmt::format(
        "{}{}-{}", text.empty() ? "" : ", ", minute_of_day_text(window.from_minute),
        window.to_minute == minutes_a_day ? "24:00" : minute_of_day_text(window.to_minute));
  return text;
}

FreeTimes in_both(const FreeTimes& a, const FreeTimes& b) {
  if (!a || !b) return a ? a : b;
  std::vector<DayWindow> both;
  for (const DayWindow& one : *a)
    for (const DayWindow& other : *b) {
      const DayWindow part{std::max(one.from_minute, other.from_minute),
                           std::min(one.to_minute, other.to_minute)};
      if (part.from_minute < part.to_minute) both.push_back(part);
    }
  return both;
}

FreeTimes free_on(const PersonalLimits& said, const Day& day) {
  if (std::find(said.not_free.begin(), said.not_free.end(), day) != said.not_free.end())
    return std::vector<DayWindow>{};
  FreeTimes dated;
  for (const DatedTimes& each : said.calendar)
    if (each.from <= day && day <= each.to) dated = in_both(dated, each.free.at(weekday_of(day)));
  return dated ? dated : said.available.at(weekday_of(day));
}

bool ever_freer(const PersonalLimits& before, const PersonalLimits& now) {
  PersonalLimits was = before;
  PersonalLimits is = now;
  was.not_free.clear();
  is.not_free.clear();
  const std::set<Day> days = days_that_differ(was, is);
  return std::any_of(days.begin(), days.end(),
                     [&](const Day& day) { return !within(free_on(is, day), free_on(was, day)); });
}

}  // namespace tilia::payroll
