#include "payroll/shifts/keep_roster.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "payroll/shifts/person_time.h"

namespace tilia::payroll {
namespace {

using Why = PlanRefusal::Why;

constexpr std::array<std::pair<Why, std::string_view>, 12> codes{{
    {Why::unknown_worker, "roster.unknown_worker"},
    {Why::unknown_shift, "roster.unknown_shift"},
    {Why::unknown_station, "roster.unknown_station"},
    {Why::unknown_template, "roster.unknown_template"},
    {Why::not_employed, "roster.not_employed"},
    {Why::bad_time, "roster.bad_time"},
    {Why::bad_break, "roster.bad_break"},
    {Why::against_rule, "roster.against_rule"},
    {Why::never, "roster.never"},
    {Why::limits_widened, "roster.limits_widened"},
    {Why::bad_limits, "roster.bad_limits"},
    {Why::bad_name, "roster.bad_name"},
}};

constexpr int last_day_of_week = 6;
constexpr int school_days_a_week = 5;
constexpr int longest_term_days = 366;
constexpr std::size_t longest_name = 40;
constexpr std::size_t most_dated = 100;  // everybody's record is as long as the longest

bool may_be_passed(const Finding& finding) {
  return !finding.under_age && finding.rule != RosterRule::overlap &&
         finding.rule != RosterRule::minimum_age;
}

bool good_spans(const PlannedShift& shift) {
  int from = shift.time.from_minute;
  for (const ClockSpan& pause : shift.breaks) {
    if (pause.from_minute < from || pause.to_minute <= pause.from_minute ||
        pause.to_minute > shift.time.to_minute)
      return false;
    from = pause.to_minute;
  }
  return true;
}

bool good_time(const ClockSpan& time) {
  return time.from_minute >= 0 && time.from_minute < minutes_a_day &&
         time.to_minute > time.from_minute && time.to_minute <= time.from_minute + minutes_a_day;
}

bool good_windows(const std::vector<DayWindow>& windows) {
  return std::all_of(windows.begin(), windows.end(), [](const DayWindow& window) {
    return window.from_minute >= 0 && window.from_minute < window.to_minute &&
           window.to_minute <= minutes_a_day;
  });
}

bool good_limits(const PersonalLimits& limits) {
  for (const auto& windows : limits.available)
    if (windows && !good_windows(*windows)) return false;
  if (limits.calendar.size() > most_dated) return false;
  for (const DatedTimes& dated : limits.calendar)
    if (dated.to < dated.from || dated.from.days_until(dated.to) > longest_term_days ||
        !std::all_of(dated.free.begin(), dated.free.end(), good_windows))
      return false;
  return !limits.not_before_minute || !limits.not_after_minute ||
         *limits.not_before_minute < *limits.not_after_minute;
}

std::vector<Finding> that_forbid(const std::vector<Finding>& findings) {
  std::vector<Finding> these;
  for (const Finding& finding : findings)
    if (finding.level == Level::forbids) these.push_back(finding);
  return these;
}

// Which of the shifts that are put the finding is about: the last of hers before it ends.
std::optional<PlannedShiftId> shift_behind(const Finding& finding, const Plan& plan,
                                           const std::vector<PlannedShift>& put, const Zone& zone) {
  std::optional<PlannedShiftId> behind;
  for (const PlannedShift& shift : put) {
    const PersonAtWork* person = shift.worker ? plan.person(*shift.worker) : nullptr;
    if (person == nullptr || person->worker.alias != finding.worker) continue;
    if (!behind || instant_of(shift.day, shift.time.from_minute, zone) <= finding.at.to)
      behind = shift.id;
  }
  return behind;
}

// Takes the one out of `there` that `wanted` would be again: nothing is copied twice. What somebody
// could not work stands there as nobody's.
bool is_there(std::vector<PlannedShift>& there, const PlannedShift& wanted) {
  const auto same = std::find_if(there.begin(), there.end(), [&](const PlannedShift& each) {
    return each.shop == wanted.shop && each.day == wanted.day && each.time == wanted.time &&
           each.breaks == wanted.breaks && each.station == wanted.station &&
           each.kind == wanted.kind && (each.worker == wanted.worker || !each.worker);
  });
  if (same == there.end()) return false;
  there.erase(same);
  return true;
}

bool is_rest(const Finding& finding) {
  return finding.rule == RosterRule::daily_rest || finding.rule == RosterRule::weekly_rest;
}

}  // namespace

std::string_view plan_refusal_code(Why why) {
  const auto* found =
      std::find_if(codes.begin(), codes.end(), [&](const auto& one) { return one.first == why; });
  CHECK(found != codes.end());
  return found->second;
}

Phrase sentence_of(const PlanRefusal& refusal) {
  const std::string code(plan_refusal_code(refusal.why));
  return Phrase("payroll.plan." + code.substr(code.find('.') + 1)).with("about", refusal.about);
}

HoursReminder reminder_of(const HoursRecord& record, const WorkingTimeLaw& law, const Day& day) {
  const Age age = law.age(record.born, record.school_days && !record.school_days->empty(), day);
  HoursReminder reminder;
  if (const auto rule = law.rule(TimeRuleKind::work_break, age, day)) {
    reminder.break_over_minutes = rule->over_minutes;
    // Where the law leaves the length open, a quarter of an hour is offered.
    reminder.break_minutes = std::max(rule->minutes, HoursReminder{}.break_minutes);
  }
  if (const auto rule = law.rule(TimeRuleKind::daily_rest, age, day))
    reminder.daily_rest_minutes = rule->minutes;
  return reminder;
}

std::optional<Worker> KeepRoster::worker(const std::string& alias) {
  for (Worker& each : doors_.book.workers())
    if (each.alias == alias) return std::move(each);
  return std::nullopt;
}

std::optional<PlanRefusal> KeepRoster::fault_of(const PlannedShift& shift, const Plan& plan) {
  if (!good_time(shift.time)) return PlanRefusal{.why = Why::bad_time, .about = shift.day.text()};
  if (!good_spans(shift)) return PlanRefusal{.why = Why::bad_break, .about = shift.day.text()};
  const auto stations = doors_.book.stations();
  const bool known = std::any_of(stations.begin(), stations.end(), [&](const Station& each) {
    return each.code == shift.station && !each.closed;
  });
  if (!shift.station.empty() && !known)
    return PlanRefusal{.why = Why::unknown_station, .about = shift.station};
  if (!shift.worker) return std::nullopt;
  const PersonAtWork* person = plan.person(*shift.worker);
  if (person == nullptr) return PlanRefusal{.why = Why::unknown_worker, .about = ""};
  if (!person->works_on(shift.day))
    return PlanRefusal{.why = Why::not_employed, .about = person->worker.alias};
  return std::nullopt;
}

KeepRoster::Planned KeepRoster::put(const std::vector<PlannedShift>& shifts,
                                    const Passing& passing) {
  CHECK(!shifts.empty());
  const auto [first, last] = std::minmax_element(
      shifts.begin(), shifts.end(),
      [](const PlannedShift& a, const PlannedShift& b) { return a.day < b.day; });
  const Plan plan = read_plan(doors_.book, first->day, last->day, doors_.holidays);
  for (const PlannedShift& shift : shifts)
    if (auto fault = fault_of(shift, plan)) return std::move(*fault);
  const Plan after = changed(plan, shifts);
  std::vector<Finding> added = PlanCheck(plan, doors_.law, doors_.zone).added_by(after);
  std::vector<Finding> against = that_forbid(added);
  std::vector<PassedRule> passed;
  if (!against.empty()) {
    const bool all = std::all_of(against.begin(), against.end(), may_be_passed);
    if (!all) return PlanRefusal{.why = Why::never, .about = "", .findings = std::move(against)};
    if (!passing.manager || !passing.worker)
      return PlanRefusal{.why = Why::against_rule, .about = "", .findings = std::move(against)};
    for (const Finding& finding : against) {
      const auto behind = shift_behind(finding, after, shifts, doors_.zone);
      // Somebody else's day was made worse by this: it is hers to say yes to, not this worker's.
      if (!behind)
        return PlanRefusal{.why = Why::never, .about = "", .findings = std::move(against)};
      const std::int64_t owed =
          is_rest(finding) ? finding.limit_minutes - finding.found_minutes : 0;
      passed.push_back({*behind, finding.rule, static_cast<int>(std::max<std::int64_t>(0, owed))});
    }
  }
  doors_.book.put_shifts(shifts, passed, doors_.clock.now());
  return added;
}

KeepRoster::Planned KeepRoster::remove(const PlannedShiftId& shift) {
  const auto day = doors_.book.day_of(shift);
  if (!day) return PlanRefusal{.why = Why::unknown_shift, .about = shift.text()};
  const Plan plan = read_plan(doors_.book, *day, *day, doors_.holidays);
  std::vector<Finding> added =
      PlanCheck(plan, doors_.law, doors_.zone).added_by(changed(plan, {}, {shift}));
  doors_.book.remove_shifts({shift}, doors_.clock.now());
  return added;
}

Result<KeepRoster::Copied, PlanRefusal> KeepRoster::copy_week(const std::string& shop,
                                                              const Day& from, const Day& to) {
  const Day monday = monday_of(from);
  const int days = monday.days_until(monday_of(to));
  if (days == 0) return PlanRefusal{.why = Why::bad_time, .about = to.text()};
  Plan plan = read_plan(doors_.book, monday_of(to), monday_of(to).plus_days(last_day_of_week),
                        doors_.holidays);
  Copied copied;
  std::vector<PlannedShift> put;
  std::vector<PlannedShift> there =
      doors_.book.planned(monday_of(to), monday_of(to).plus_days(last_day_of_week));
  for (PlannedShift shift : doors_.book.planned(monday, monday.plus_days(last_day_of_week))) {
    if (shift.shop != shop) continue;
    shift.id = new_shift_id();
    shift.day = shift.day.plus_days(days);
    if (is_there(there, shift)) continue;
    if (shift.worker) {
      const PersonAtWork* person = plan.person(*shift.worker);
      const bool works = person != nullptr && person->works_on(shift.day);
      const bool stops =
          works &&
          forbids(
              PlanCheck(plan, doors_.law, doors_.zone).added_for(*person, changed(plan, {shift})));
      if (!works || stops) {
        shift.worker.reset();
        ++copied.left_open;
      }
    }
    ++copied.copied;
    plan = changed(std::move(plan), {shift});
    put.push_back(std::move(shift));
  }
  if (!put.empty()) doors_.book.put_shifts(put, {}, doors_.clock.now());
  return copied;
}

Result<Done, PlanRefusal> KeepRoster::keep_template(const std::string& shop,
                                                    const std::string& name, const Day& monday) {
  if (name.empty() || name.size() > longest_name)
    return PlanRefusal{.why = Why::bad_name, .about = name};
  std::vector<TemplateShift> shifts;
  for (const PlannedShift& shift :
       doors_.book.planned(monday_of(monday), monday_of(monday).plus_days(last_day_of_week)))
    if (shift.shop == shop)
      shifts.push_back({shift.day.weekday_from_monday(), shift.time, shift.breaks, shift.station});
  doors_.book.put_template(shop, name, shifts, doors_.clock.now());
  return Done();
}

Result<KeepRoster::Copied, PlanRefusal> KeepRoster::use_template(const std::string& shop,
                                                                 const std::string& name,
                                                                 const Day& monday) {
  const auto names = doors_.book.templates(shop);
  if (std::find(names.begin(), names.end(), name) == names.end())
    return PlanRefusal{.why = Why::unknown_template, .about = name};
  const Day first = monday_of(monday);
  std::vector<PlannedShift> there = doors_.book.planned(first, first.plus_days(last_day_of_week));
  // Whoever has taken one of them since has it still.
  for (PlannedShift& shift : there) shift.worker.reset();
  std::vector<PlannedShift> put;
  for (const TemplateShift& each : doors_.book.week_template(shop, name)) {
    const PlannedShift shift{.id = new_shift_id(),
                             .worker = std::nullopt,
                             .day = first.plus_days(each.weekday),
                             .time = each.time,
                             .breaks = each.breaks,
                             .shop = shop,
                             .station = each.station};
    if (!is_there(there, shift)) put.push_back(shift);
  }
  if (!put.empty()) doors_.book.put_shifts(put, {}, doors_.clock.now());
  return Copied{static_cast<int>(put.size()), static_cast<int>(put.size())};
}

void KeepRoster::publish(const std::string& shop, const Day& monday) {
  doors_.book.publish(shop, monday_of(monday), doors_.clock.now());
}

Result<Done, PlanRefusal> KeepRoster::say_limits(const std::string& alias,
                                                 const PersonalLimits& limits,
                                                 const std::optional<LoginId>& by) {
  const auto who = worker(alias);
  if (!who) return PlanRefusal{.why = Why::unknown_worker, .about = alias};
  if (!good_limits(limits)) return PlanRefusal{.why = Why::bad_limits, .about = alias};
  HoursRecord record = doors_.book.record(who->id);
  const bool herself = by && (!record.said_by || *record.said_by == *by);
  if (!herself && record.limits_said && widens(record.limits, limits))
    return PlanRefusal{.why = Why::limits_widened, .about = alias};
  record.limits = limits;
  // What is long past is of no use to anybody.
  const Day kept_from = doors_.zone.local_day(doors_.clock.now()).plus_days(-longest_term_days);
  std::erase_if(record.limits.calendar,
                [&](const DatedTimes& each) { return each.to < kept_from; });
  record.limits_said = true;
  if (herself) record.said_by = by;
  put_record(who->id, record);
  return Done();
}

bool KeepRoster::is_hers(const WorkerId& worker, const LoginId& login) {
  const auto said_by = doors_.book.record(worker).said_by;
  return !said_by || *said_by == login;
}

Result<Done, PlanRefusal> KeepRoster::set_born(const std::string& alias,
                                               const std::optional<Day>& born) {
  const auto who = worker(alias);
  if (!who) return PlanRefusal{.why = Why::unknown_worker, .about = alias};
  HoursRecord record = doors_.book.record(who->id);
  record.born = born;
  put_record(who->id, record);
  return Done();
}

Result<Done, PlanRefusal> KeepRoster::add_school_term(const std::string& alias, const Day& from,
                                                      const Day& to) {
  const auto who = worker(alias);
  if (!who) return PlanRefusal{.why = Why::unknown_worker, .about = alias};
  if (to < from || from.days_until(to) > longest_term_days)
    return PlanRefusal{.why = Why::bad_limits, .about = alias};
  HoursRecord record = doors_.book.record(who->id);
  std::vector<Day> days = record.school_days.value_or(std::vector<Day>{});
  for (Day day = from; day <= to; day = day.plus_days(1))
    if (day.weekday_from_monday() < school_days_a_week) days.push_back(day);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  // What is long past is of no use to anybody.
  const Day kept_from = doors_.zone.local_day(doors_.clock.now()).plus_days(-longest_term_days);
  std::erase_if(days, [&](const Day& day) { return day < kept_from; });
  record.school_days = std::move(days);
  put_record(who->id, record);
  return Done();
}

void KeepRoster::put_record(const WorkerId& worker, const HoursRecord& record) {
  const WorkingTimeLaw* law = doors_.law.find(doors_.book.country());
  CHECK(law != nullptr);
  const Day today = doors_.zone.local_day(doors_.clock.now());
  doors_.book.put_record(worker, record, reminder_of(record, *law, today));
}

}  // namespace tilia::payroll
