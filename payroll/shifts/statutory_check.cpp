// What the law says about one person's time: see check_roster.h for how each rule counts.
#include <algorithm>

#include "core/minute_of_day.h"
#include "payroll/shifts/check_parts.h"

namespace tilia::payroll {
namespace {

constexpr int days_a_week = 7;
constexpr std::int64_t minutes_a_week = std::int64_t{days_a_week} * minutes_a_day;

Stretch joined(const Stretch& a, const Stretch& b) {
  return {std::min(a.from, b.from), std::max(a.to, b.to)};
}

Day plus_months(const Day& day, int months) {
  return Day(day.date() + boost::gregorian::months(months));
}

// The longest of the parts, the first of several; of no length where there is none.
Stretch longest_part(const std::vector<Stretch>& free, const Stretch& within) {
  Stretch longest{within.from, within.from};
  for (const Stretch& each : free) {
    const Stretch part = common_part(each, within);
    if (part.minutes() > longest.minutes()) longest = part;
  }
  return longest;
}

}  // namespace

PersonCheck::PersonCheck(const PersonTime& time, const WorkingTimeLaw& law,
                         std::vector<Finding>& findings)
    : time_(time), law_(law), findings_(findings) {}

void PersonCheck::statutory() {
  minimum_age();
  overlaps();
  daily_rest();
  weekly_rest();
  sundays();
  breaks();
  limits();
  average();
  night_bans();
  night_weeks();
  night_average();
  overtime();
}

Age PersonCheck::age(const Day& day) const {
  const RosterWorker& worker = time_.worker();
  return law_.age(worker.born, worker.school_days && !worker.school_days->empty(), day);
}

bool PersonCheck::is_school_day(const Day& day) const {
  const auto& known = time_.worker().school_days;
  if (!known) return day.weekday_from_monday() < 5;
  return std::find(known->begin(), known->end(), day) != known->end();
}

SchoolDay PersonCheck::kind_of_week(const Day& monday) const {
  for (int i = 0; i < days_a_week; ++i)
    if (is_school_day(monday.plus_days(i))) return SchoolDay::school;
  return SchoolDay::free;
}

Finding& PersonCheck::found(RosterRule rule, Level level, const Day& day, std::int64_t limit,
                            std::int64_t minutes, const Stretch& at) {
  findings_.push_back({.worker = time_.worker().alias,
                       .rule = rule,
                       .level = level,
                       .limit_minutes = limit,
                       .found_minutes = minutes,
                       .at = span_of(at),
                       .law = "",
                       .source = "",
                       .under_age = age(day).group != AgeGroup::adult});
  return findings_.back();
}

Finding& PersonCheck::found(RosterRule rule, const TimeRule& law, const Day& day,
                            std::int64_t limit, std::int64_t minutes, const Stretch& at) {
  Finding& finding = found(rule, law.level, day, limit, minutes, at);
  finding.law = law.law;
  finding.source = law.source;
  finding.directive_used = law.directive_used;
  return finding;
}

std::vector<PersonCheck::Together> PersonCheck::days() const {
  std::vector<Together> days;
  for (const TimeAtWork& one : time_.all()) {
    if (days.empty() || days.back().from != one.day)
      days.push_back({.from = one.day, .at = one.presence});
    Together& day = days.back();
    day.at = joined(day.at, one.presence);
    day.work_minutes += one.work_minutes;
    day.ours = day.ours || one.ours;
  }
  return days;
}

std::vector<PersonCheck::Together> PersonCheck::weeks() const {
  std::vector<Together> weeks;
  for (const TimeAtWork& one : time_.all()) {
    if (weeks.empty() || weeks.back().from != one.week)
      weeks.push_back(
          {.from = one.week, .at = time_.day_stretch(one.week, one.week.plus_days(days_a_week))});
    Together& week = weeks.back();
    week.work_minutes += one.work_minutes;
    week.ours = week.ours || one.ours;
  }
  return weeks;
}

void PersonCheck::minimum_age() {
  for (const TimeAtWork& one : time_.all()) {
    const Age now = age(one.day);
    const auto rule = law_.rule(TimeRuleKind::minimum_age, now, one.day);
    if (!one.ours || !rule || !now.years || *now.years >= rule->years) continue;
    Finding& finding =
        found(RosterRule::minimum_age, *rule, one.day, 0, one.work_minutes, one.presence);
    finding.limit_years = rule->years;
    finding.found_years = now.years;
  }
}

void PersonCheck::overlaps() {
  const auto& all = time_.all();
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Stretch both = common_part(all[i - 1].presence, all[i].presence);
    if (both.minutes() == 0 || !(all[i - 1].ours || all[i].ours)) continue;
    found(RosterRule::overlap, Level::forbids, all[i].day, 0, both.minutes(), both);
  }
}

void PersonCheck::daily_rest() {
  const auto& all = time_.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && all[i].presence.from == all[i - 1].presence.from) continue;
    const auto rule = law_.rule(TimeRuleKind::daily_rest, age(all[i].day), all[i].day);
    if (!rule) continue;
    const Stretch window{all[i].presence.from, all[i].presence.from + minutes_a_day};
    const bool ours = std::any_of(all.begin(), all.end(), [&](const TimeAtWork& one) {
      return one.ours && common_part(one.presence, window).minutes() > 0;
    });
    const Stretch rest = longest_part(time_.free(), window);
    if (!ours || rest.minutes() >= rule->minutes) continue;
    found(RosterRule::daily_rest, *rule, all[i].day, rule->minutes, rest.minutes(),
          rest.minutes() > 0 ? rest : window);
  }
}

void PersonCheck::weekly_rest() {
  for (const Together& week : weeks()) {
    const Age now = age(week.from);
    const auto rule = law_.rule(TimeRuleKind::weekly_rest, now, week.from);
    if (!week.ours || !rule) continue;
    // The directive's daily rest: where a country's is longer, no less of the weekly one may lie in
    // the week for it.
    const auto daily = law_.common_rule(TimeRuleKind::daily_rest, now, week.from);
    const std::int64_t in_week = rule->minutes - (daily ? daily->minutes : 0);
    const bool rests = std::any_of(time_.free().begin(), time_.free().end(), [&](const Stretch& s) {
      return s.minutes() >= rule->minutes && common_part(s, week.at).minutes() >= in_week;
    });
    if (rests) continue;
    const Stretch part = longest_part(time_.free(), week.at);
    found(RosterRule::weekly_rest, *rule, week.from, rule->minutes, part.minutes(),
          part.minutes() > 0 ? part : week.at);
  }
}

void PersonCheck::sundays() {
  for (const TimeAtWork& one : time_.all()) {
    const auto rule = law_.rule(TimeRuleKind::sunday_rest, age(one.day), one.day);
    if (!one.ours || !rule) continue;
    const Day sunday = one.week.plus_days(days_a_week - 1);
    // A shift that begins on Sunday evening ends in the next week, one of Saturday night in this.
    const std::int64_t minutes =
        PersonTime::work_in(one, time_.day_stretch(sunday, sunday.plus_days(1)));
    if (minutes > 0) found(RosterRule::weekly_rest, *rule, one.day, 0, minutes, one.presence);
  }
}

void PersonCheck::breaks() {
  for (const TimeAtWork& one : time_.all()) {
    const auto rule = law_.rule(TimeRuleKind::work_break, age(one.day), one.day);
    if (!one.ours || !rule) continue;
    if (one.work_minutes > rule->over_minutes && one.break_minutes() < rule->minutes)
      found(RosterRule::work_break, *rule, one.day, rule->minutes, one.break_minutes(),
            one.presence);
    if (!rule->latest_after_minutes) continue;
    Stretch longest{};
    for (const Stretch& stretch : one.work)
      if (stretch.minutes() > longest.minutes()) longest = stretch;
    if (longest.minutes() > *rule->latest_after_minutes)
      found(RosterRule::work_break, *rule, one.day, *rule->latest_after_minutes, longest.minutes(),
            longest);
  }
}

void PersonCheck::limits() {
  for (const Together& day : days()) {
    const SchoolDay on = is_school_day(day.from) ? SchoolDay::school : SchoolDay::free;
    const auto rule = law_.rule(TimeRuleKind::day_limit, age(day.from), day.from, on);
    if (day.ours && rule && day.work_minutes > rule->minutes)
      found(RosterRule::day_limit, *rule, day.from, rule->minutes, day.work_minutes, day.at);
  }
  for (const Together& week : weeks()) {
    const auto rule =
        law_.rule(TimeRuleKind::week_limit, age(week.from), week.from, kind_of_week(week.from));
    if (week.ours && rule && week.work_minutes > rule->minutes)
      found(RosterRule::week_limit, *rule, week.from, rule->minutes, week.work_minutes, week.at);
  }
}

void PersonCheck::average() {
  const auto weeks = this->weeks();
  if (weeks.empty()) return;
  const Day end = weeks.back().from.plus_days(days_a_week);
  const auto over = [&](const Day& from, const Day& to, const TimeRule& rule, Level level) {
    std::int64_t work = 0;
    for (const TimeAtWork& one : time_.all())
      if (one.day >= from && one.day < to) work += one.work_minutes;
    const std::int64_t days = from.days_until(to);
    if (work * days_a_week <= rule.minutes * days) return;
    found(RosterRule::average_week, rule, from, rule.minutes, work * days_a_week / days,
          time_.day_stretch(from, to))
        .level = level;
  };
  bool whole = false;
  bool ours = false;
  for (const Together& week : weeks) {
    ours = ours || week.ours;
    const auto rule = law_.rule(TimeRuleKind::average_week, age(week.from), week.from);
    if (!rule || !week.ours) continue;
    const Day to = plus_months(week.from, rule->months);
    if (to > end) continue;
    whole = true;
    over(week.from, to, *rule, rule->level);
  }
  const Day first = weeks.front().from;
  const auto rule = law_.rule(TimeRuleKind::average_week, age(first), first);
  if (!whole && ours && rule && first.days_until(end) >= 2 * days_a_week)
    over(first, end, *rule, Level::warns);
}

void PersonCheck::night_bans() {
  for (const TimeAtWork& one : time_.all()) {
    const auto rule = law_.rule(TimeRuleKind::night_ban, age(one.day), one.day);
    if (!one.ours || !rule) continue;
    const std::int64_t minutes = time_.work_between(one, rule->night_from, rule->night_to);
    if (minutes > 0) found(RosterRule::night, *rule, one.day, 0, minutes, one.presence);
  }
}

std::optional<TimeRule> PersonCheck::night_time(const Day& day) const {
  return law_.rule(TimeRuleKind::night_time, Age{}, day);
}

void PersonCheck::night_weeks() {
  struct Week {
    Day from;
    bool nights = true;
    bool ours = false;
  };
  std::vector<Week> weeks;
  for (const TimeAtWork& one : time_.all()) {
    const auto time = night_time(one.day);
    const auto least = law_.rule(TimeRuleKind::night_average, Age{}, one.day);
    const bool night =
        time && least &&
        time_.work_between(one, time->night_from, time->night_to) >= least->least_night_minutes;
    if (weeks.empty() || weeks.back().from != one.week) {
      const bool told = law_.rule(TimeRuleKind::night_weeks, age(one.week), one.week).has_value();
      weeks.push_back({.from = one.week, .nights = told});
    }
    weeks.back().nights = weeks.back().nights && night;
    weeks.back().ours = weeks.back().ours || one.ours;
  }
  for (std::size_t i = 0; i < weeks.size();) {
    std::size_t end = i;
    bool ours = false;
    for (; end < weeks.size() && weeks[end].nights &&
           weeks[end].from == weeks[i].from.plus_days(static_cast<int>(end - i) * days_a_week);
         ++end)
      ours = ours || weeks[end].ours;
    const auto run = static_cast<std::int64_t>(end - i);
    const auto rule = law_.rule(TimeRuleKind::night_weeks, age(weeks[i].from), weeks[i].from);
    if (ours && rule && run > rule->weeks)
      found(RosterRule::night, *rule, weeks[i].from, rule->weeks * minutes_a_week,
            run * minutes_a_week,
            time_.day_stretch(weeks[i].from, weeks[end - 1].from.plus_days(days_a_week)));
    i = std::max(end, i + 1);
  }
}

void PersonCheck::night_average() {
  const auto& all = time_.all();
  if (all.empty()) return;
  const auto rule = law_.rule(TimeRuleKind::night_average, age(all.front().day), all.front().day);
  if (!rule) return;
  std::vector<Day> nights;
  Stretch at{};
  bool ours = false;
  for (const TimeAtWork& one : all) {
    const auto time = night_time(one.day);
    if (!time ||
        time_.work_between(one, time->night_from, time->night_to) < rule->least_night_minutes)
      continue;
    at = nights.empty() ? one.presence : joined(at, one.presence);
    if (nights.empty() || nights.back() != one.day) nights.push_back(one.day);
    ours = ours || one.ours;
  }
  std::int64_t work = 0;
  for (const TimeAtWork& one : all)
    if (std::binary_search(nights.begin(), nights.end(), one.day)) work += one.work_minutes;
  const auto days = static_cast<std::int64_t>(nights.size());
  if (ours && work > rule->minutes * days)
    found(RosterRule::night_average, *rule, nights.front(), rule->minutes, work / days, at);
}

void PersonCheck::overtime() {
  const auto agreed = time_.worker().weekly_minutes;
  std::optional<TimeRule> yearly;
  for (const Together& week : weeks()) {
    if (!week.ours) continue;
    const Age now = age(week.from);
    const auto none = law_.rule(TimeRuleKind::no_overtime, now, week.from);
    if (none && agreed && week.work_minutes > *agreed)
      found(RosterRule::overtime, *none, week.from, *agreed, week.work_minutes, week.at);
    const auto rule = law_.rule(TimeRuleKind::overtime, now, week.from);
    if (!rule) continue;
    if (rule->yearly_minutes) yearly = rule;
    const std::int64_t more = week.work_minutes - rule->normal_week_minutes;
    if (more > rule->minutes)
      found(RosterRule::overtime, *rule, week.from, rule->minutes, more, week.at);
  }
  if (yearly) yearly_overtime(*yearly);
}

void PersonCheck::yearly_overtime(const TimeRule& rule) {
  const auto weeks = this->weeks();
  for (std::size_t i = 0; i < weeks.size();) {
    const int year = weeks[i].from.year();
    std::int64_t more = 0;
    // A year in which she is under age in each of our weeks is none of this rule's.
    bool ours = false;
    for (; i < weeks.size() && weeks[i].from.year() == year; ++i) {
      more += std::max<std::int64_t>(0, weeks[i].work_minutes - rule.normal_week_minutes);
      const Day& monday = weeks[i].from;
      ours = ours || (weeks[i].ours && law_.rule(TimeRuleKind::overtime, age(monday), monday));
    }
    if (!ours || more <= *rule.yearly_minutes) continue;
    const Day first = *Day::from(year, 1, 1);
    found(RosterRule::overtime, rule, first, *rule.yearly_minutes, more,
          time_.day_stretch(first, *Day::from(year + 1, 1, 1)));
  }
}

}  // namespace tilia::payroll
