#include "payroll/hours/shift_slip.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::payroll {
namespace {

using Kind = StripLine::Kind;

constexpr int days_a_week = 7;

std::string time_text(const ClockSpan& span) {
  return fmt::format("{}–{}", minute_of_day_text(span.from_minute % minutes_a_day),
                     minute_of_day_text(span.to_minute % minutes_a_day));
}

void write_shift(std::vector<StripLine>& lines, const std::string& day, const PlannedShift& shift,
                 const Words& words) {
  std::string where = shift.station;
  if (shift.kind == TimeKind::learning) where = words.say("payroll.slip.learning");
  lines.push_back({Kind::pair, fmt::format("{}  {}", day, where), time_text(shift.time)});
  for (const ClockSpan& pause : shift.breaks)
    lines.push_back({Kind::pair, "    " + words.say("payroll.slip.break"), time_text(pause)});
}

void write_week(std::vector<StripLine>& lines, const WeekOfShifts& week, const Words& words) {
  lines.push_back({Kind::title, week.alias, ""});
  lines.push_back(
      {Kind::centred, words.say(Phrase("payroll.slip.week").with("day", week.monday)), ""});
  lines.push_back({Kind::space, "", ""});
  for (int weekday = 0; weekday < days_a_week; ++weekday) {
    const Day day = week.monday.plus_days(weekday);
    const std::string name = words.say(Phrase(fmt::format("payroll.slip.weekday.{}", weekday))
                                           .with("day", std::int64_t{day.day_of_month()}));
    bool any = false;
    for (const PlannedShift& shift : week.shifts) {
      if (shift.day != day) continue;
      any = true;
      write_shift(lines, name, shift, words);
    }
    if (any) continue;
    const bool away =
        std::find(week.not_here.begin(), week.not_here.end(), day) != week.not_here.end();
    lines.push_back({Kind::pair, name, away ? words.say("payroll.slip.not_here") : "–"});
  }
}

}  // namespace

Strip shift_slips(const std::vector<WeekOfShifts>& weeks, const Words& words) {
  Strip strip{.name = "shifts", .lines = {}};
  for (const WeekOfShifts& week : weeks) {
    if (!strip.lines.empty()) {
      strip.lines.push_back({Kind::space, "", ""});
      strip.lines.push_back({Kind::rule, "", ""});
      strip.lines.push_back({Kind::space, "", ""});
    }
    write_week(strip.lines, week, words);
  }
  return strip;
}

}  // namespace tilia::payroll
