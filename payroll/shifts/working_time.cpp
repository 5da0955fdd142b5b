#include "payroll/shifts/working_time.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/check.h"
#include "core/minute_of_day.h"

namespace tilia::payroll {
namespace {

using Kind = TimeRuleKind;

bool is_rest(Kind kind) { return kind == Kind::daily_rest || kind == Kind::weekly_rest; }
bool is_night(Kind kind) { return kind == Kind::night_time || kind == Kind::night_ban; }

// Of several entries of one rule the last that has begun holds; one for the younger alone, or for
// school days, is a rule of its own.
const TimeRule* holding(const std::vector<TimeRule>& rules, Kind kind, const Age& age,
                        const Day& day, SchoolDay on) {
  const TimeRule* found = nullptr;
  const auto narrowness = [](const TimeRule& rule) {
    return std::tuple(rule.below_years.has_value(), rule.on != SchoolDay::any, rule.from);
  };
  for (const TimeRule& rule : rules) {
    if (rule.kind != kind || rule.group != age.group || rule.from > day) continue;
    if (rule.on != SchoolDay::any && rule.on != on) continue;
    if (rule.below_years && (!age.years || *age.years >= *rule.below_years)) continue;
    if (found == nullptr || narrowness(*found) < narrowness(rule)) found = &rule;
  }
  return found;
}

// Evening counts from noon, so that 20:00 is before 22:00 and 06:00 after 05:00.
int past_noon(int minute) { return (minute + minutes_a_day / 2) % minutes_a_day; }

// `a` made as strict as `b` is where `b` is stricter; the law named is that of the stricter.
TimeRule strictest(TimeRule a, const TimeRule& b) {
  const auto named_as_b = [&] {
    a.law = b.law;
    a.source = b.source;
    a.unverified = b.unverified;
    a.level = std::max(a.level, b.level);
  };
  if (is_night(a.kind)) {
    const bool earlier = past_noon(b.night_from) < past_noon(a.night_from);
    const bool later = past_noon(b.night_to) > past_noon(a.night_to);
    if (earlier) a.night_from = b.night_from;
    if (later) a.night_to = b.night_to;
    if (earlier || later) named_as_b();
    return a;
  }
  if (a.kind == Kind::work_break) {
    const bool stricter = b.over_minutes < a.over_minutes || b.minutes > a.minutes;
    a.over_minutes = std::min(a.over_minutes, b.over_minutes);
    a.minutes = std::max(a.minutes, b.minutes);
    if (b.latest_after_minutes)
      a.latest_after_minutes =
          std::min(a.latest_after_minutes.value_or(minutes_a_day), *b.latest_after_minutes);
    if (stricter) named_as_b();
    return a;
  }
  const bool stricter = is_rest(a.kind)                ? b.minutes > a.minutes
                        : a.kind == Kind::minimum_age  ? b.years > a.years
                        : a.kind == Kind::average_week ? b.minutes < a.minutes
                        : a.kind == Kind::sunday_rest  ? b.level > a.level
                                                       : b.minutes < a.minutes;
  return stricter ? b : a;
}

}  // namespace

std::string_view level_text(Level level) {
  switch (level) {
    case Level::informs: return "informs";
    case Level::warns: return "warns";
    case Level::forbids: return "forbids";
  }
  CHECK(false);
}

WorkingTimeLaw::WorkingTimeLaw(std::string country, Zone zone, Day reviewed,
                               std::vector<TimeRule> own, const std::vector<TimeRule>& directive,
                               AgeLimits ages)
    : country_(std::move(country)),
      zone_(std::move(zone)),
      reviewed_(reviewed),
      own_(std::move(own)),
      directive_(&directive),
      ages_(ages) {}

std::optional<TimeRule> WorkingTimeLaw::rule(TimeRuleKind kind, const Age& age, const Day& day,
                                             SchoolDay on) const {
  const TimeRule* own = holding(own_, kind, age, day, on);
  const TimeRule* common = holding(*directive_, kind, age, day, on);
  if (own != nullptr && common != nullptr) return strictest(*common, *own);
  if (own != nullptr) return *own;
  if (common == nullptr) return std::nullopt;
  TimeRule used = *common;
  used.directive_used = true;
  return used;
}

std::optional<TimeRule> WorkingTimeLaw::common_rule(TimeRuleKind kind, const Age& age,
                                                    const Day& day) const {
  const TimeRule* common = holding(*directive_, kind, age, day, SchoolDay::any);
  return common == nullptr ? std::nullopt : std::optional(*common);
}

Age WorkingTimeLaw::age(const std::optional<Day>& born, bool in_school, const Day& day) const {
  if (!born) return {};
  const bool birthday_passed = std::tuple(day.month(), day.day_of_month()) >=
                               std::tuple(born->month(), born->day_of_month());
  const int years = day.year() - born->year() - (birthday_passed ? 0 : 1);
  if (years >= ages_.adult_from_years) return {AgeGroup::adult, years};
  if (years < ages_.child_below_years || in_school) return {AgeGroup::child, years};
  return {AgeGroup::adolescent, years};
}

const WorkingTimeLaw* WorkingTimeBook::find(const std::string& country) const {
  const auto found = laws_.find(country);
  return found == laws_.end() ? nullptr : &found->second;
}

std::vector<std::string> WorkingTimeBook::countries() const {
  std::vector<std::string> names;
  for (const auto& [country, law] : laws_) names.push_back(country);
  return names;
}

}  // namespace tilia::payroll
