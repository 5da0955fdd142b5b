// `tilia worker limits …`: everybody's own page about her hours. Whoever else writes adds to it;
// only she, with her own secret beside the manager, reads it or takes something away.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/roster_desk.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/free_times.h"

namespace tilia::app {
namespace {

using payroll::PersonalLimits;
using payroll::PlanRefusal;

struct LimitsOptions {
  std::string alias;
  std::string not_before;
  std::string not_after;
  std::string day_hours;
  std::string week_hours;
  std::string born;
  std::string school_from;
  std::string school_to;
  std::vector<std::string> not_free;
  std::vector<std::string> free;
  std::string from;
  std::string to;
  bool no_holidays = false;
  bool no_night = false;
  bool not_alone = false;
  bool none = false;
  bool show = false;
};

std::optional<int> clock_argument(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto minute = parse_minute_of_day(text);
  if (!minute)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.wrong.time").with("found", text));
  return minute;
}

std::optional<int> hours_argument(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(minutes_argument(text));
}

using Week = std::array<payroll::FreeTimes, 7>;

// "1-5=08:00-15:30", Monday is 1; "6=-": not on that day.
void read_free(const std::string& text, Week& week) {
  constexpr char monday = '1';
  constexpr char sunday = '7';
  const std::size_t sign = text.find('=');
  const std::string days = text.substr(0, sign);
  const bool one = days.size() == 1;
  const bool several = days.size() == 3 && days[1] == '-';
  const auto windows = sign == std::string::npos || sign + 1 == text.size()
                           ? std::nullopt
                           : payroll::parse_windows(text.substr(sign + 1));
  const bool good = (one || several) && days.front() >= monday && days.front() <= days.back() &&
                    days.back() <= sunday && windows;
  if (!good)
    throw Stopped(ExitStatus::wrong_usage, "bad_time",
                  Phrase("app.wrong.free").with("found", text));
  for (char day = days.front(); day <= days.back(); ++day)
    week.at(static_cast<std::size_t>(day - monday)) = *windows;
}

// The week, or with days the times that hold on these instead.
void read_week(const LimitsOptions& asked, PersonalLimits& limits) {
  Week week;
  for (const std::string& each : asked.free) read_free(each, week);
  if (asked.from.empty() && asked.to.empty()) {
    limits.available = week;
    return;
  }
  payroll::DatedTimes dated{.from = day_argument(asked.from),
                            .to = day_argument(asked.to.empty() ? asked.from : asked.to)};
  for (std::size_t day = 0; day < week.size(); ++day)
    if (week.at(day)) dated.free.at(day) = *week.at(day);
  limits.calendar.push_back(std::move(dated));
}

PersonalLimits typed(const LimitsOptions& asked) {
  PersonalLimits limits;
  limits.not_before_minute = clock_argument(asked.not_before);
  limits.not_after_minute = clock_argument(asked.not_after);
  limits.day_minutes = hours_argument(asked.day_hours);
  limits.week_minutes = hours_argument(asked.week_hours);
  limits.no_night = asked.no_night;
  limits.not_alone = asked.not_alone;
  limits.no_holidays = asked.no_holidays;
  for (const std::string& day : asked.not_free) limits.not_free.push_back(day_argument(day));
  read_week(asked, limits);
  return limits;
}

Json limits_json(const PersonalLimits& limits) {
  Json json = Json::object();
  if (limits.not_before_minute) json["not_before"] = minute_of_day_text(*limits.not_before_minute);
  if (limits.not_after_minute) json["not_after"] = minute_of_day_text(*limits.not_after_minute);
  if (limits.day_minutes) json["day_minutes"] = *limits.day_minutes;
  if (limits.week_minutes) json["week_minutes"] = *limits.week_minutes;
  json["no_night"] = limits.no_night;
  json["not_alone"] = limits.not_alone;
  json["no_holidays"] = limits.no_holidays;
  json["not_free"] = Json::array();
  for (const Day& day : limits.not_free) json["not_free"].push_back(day.text());
  json["free"] = Json::object();
  json["calendar"] = Json::array();
  for (std::size_t day = 0; day < limits.available.size(); ++day)
    if (limits.available.at(day))
      json["free"][std::to_string(day + 1)] = payroll::windows_text(*limits.available.at(day));
  for (const payroll::DatedTimes& dated : limits.calendar) {
    Json one{{"from", dated.from.text()}, {"to", dated.to.text()}};
    for (std::size_t day = 0; day < dated.free.size(); ++day)
      one["free"][std::to_string(day + 1)] = payroll::windows_text(dated.free.at(day));
    json["calendar"].push_back(std::move(one));
  }
  return json;
}

// Of whoever else than herself: what she writes is added.
ExitStatus worker_limits(Desk& desk, const LimitsOptions& asked) {
  RosterDesk at(desk);
  const payroll::Worker worker = known_worker(at.book, asked.alias);
  if (!asked.born.empty())
    planned(desk, at, at.keep.set_born(asked.alias, day_argument(asked.born)));
  if (!asked.school_from.empty() || !asked.school_to.empty())
    planned(desk, at,
            at.keep.add_school_term(asked.alias, day_argument(asked.school_from),
                                    day_argument(asked.school_to)));
  const auto login = at.roster.login_of(worker.id);
  const bool herself = !desk.everywhere.with.empty() && at.beside_is(worker.id) &&
                       at.keep.is_hers(worker.id, *login);
  if (asked.show && !herself)
    refuse(desk, at, {.why = PlanRefusal::Why::limits_widened, .about = asked.alias});
  const PersonalLimits before = at.roster.record(worker.id).limits;
  PersonalLimits limits = typed(asked);
  if (!herself) {
    if (asked.none)
      refuse(desk, at, {.why = PlanRefusal::Why::limits_widened, .about = asked.alias});
    limits = payroll::narrowed(before, limits);
  } else if (!asked.none) {
    // What she does not name stays.
    if (!limits.not_before_minute) limits.not_before_minute = before.not_before_minute;
    if (!limits.not_after_minute) limits.not_after_minute = before.not_after_minute;
    if (!limits.day_minutes) limits.day_minutes = before.day_minutes;
    if (!limits.week_minutes) limits.week_minutes = before.week_minutes;
    limits.no_night = limits.no_night || before.no_night;
    limits.not_alone = limits.not_alone || before.not_alone;
    if (limits.not_free.empty()) limits.not_free = before.not_free;
    limits.no_holidays = limits.no_holidays || before.no_holidays;
    for (std::size_t day = 0; day < limits.available.size(); ++day)
      if (!limits.available.at(day)) limits.available.at(day) = before.available.at(day);
    limits.calendar.insert(limits.calendar.begin(), before.calendar.begin(), before.calendar.end());
    limits.last_way_home = before.last_way_home;
    limits.stations = before.stations;
  }
  planned(desk, at, at.keep.say_limits(asked.alias, limits, herself ? login : std::nullopt));
  Json answer{{"worker", asked.alias}};
  if (herself) answer["limits"] = limits_json(limits);
  desk.printer.answer(answer, Phrase("app.limits.kept").with("worker", asked.alias));
  return ExitStatus::done;
}

}  // namespace

void add_limits_command(CLI::App& worker, Desk& desk) {
  auto saying = std::make_shared<LimitsOptions>();
  CLI::App* say = add_command(worker, desk, "limits", "app.help.worker_limits",
                              "tilia worker limits amber --not-after 18:00 --with Fox");
  add_option(say, desk, "alias,--alias", saying->alias, "app.option.alias").required();
  add_option(say, desk, "--not-before", saying->not_before, "app.option.not_before");
  add_option(say, desk, "--not-after", saying->not_after, "app.option.not_after");
  add_option(say, desk, "--day-hours", saying->day_hours, "app.option.day_hours");
  add_option(say, desk, "--week-hours", saying->week_hours, "app.option.week_hours");
  add_option(say, desk, "--not-free", saying->not_free, "app.option.not_free").one_value_each();
  add_option(say, desk, "--free", saying->free, "app.option.free_week").one_value_each();
  add_option(say, desk, "--from", saying->from, "app.option.free_from");
  add_option(say, desk, "--to", saying->to, "app.option.free_to");
  add_option(say, desk, "--born", saying->born, "app.option.born");
  add_option(say, desk, "--school-from", saying->school_from, "app.option.school_from");
  add_option(say, desk, "--school-to", saying->school_to, "app.option.school_to");
  add_flag(say, desk, "--no-night", saying->no_night, "app.option.no_night");
  add_flag(say, desk, "--not-alone", saying->not_alone, "app.option.not_alone");
  add_flag(say, desk, "--no-holidays", saying->no_holidays, "app.option.no_holidays");
  add_flag(say, desk, "--none", saying->none, "app.option.no_limits");
  add_flag(say, desk, "--show", saying->show, "app.option.show_limits");
  does(say, desk, saying, worker_limits);
}

}  // namespace tilia::app
