// The files of payroll/working_time, key by key (payroll/rule_keys.h).
#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "payroll/rule_keys.h"
#include "payroll/shifts/working_time.h"

namespace tilia::payroll {
namespace {

using Kind = TimeRuleKind;

constexpr int longest_minutes = 31 * 24 * 60;
constexpr int longest_year_minutes = 366 * 24 * 60;

constexpr std::array<std::pair<std::string_view, Kind>, 14> kinds{{
    {"minimum_age", Kind::minimum_age},
    {"daily_rest", Kind::daily_rest},
    {"weekly_rest", Kind::weekly_rest},
    {"sunday_rest", Kind::sunday_rest},
    {"break", Kind::work_break},
    {"day_limit", Kind::day_limit},
    {"week_limit", Kind::week_limit},
    {"average_week", Kind::average_week},
    {"night_time", Kind::night_time},
    {"night_ban", Kind::night_ban},
    {"night_average", Kind::night_average},
    {"night_weeks", Kind::night_weeks},
    {"overtime", Kind::overtime},
    {"no_overtime", Kind::no_overtime},
}};
constexpr std::array<std::pair<std::string_view, AgeGroup>, 3> groups{{
    {"child", AgeGroup::child},
    {"adolescent", AgeGroup::adolescent},
    {"adult", AgeGroup::adult},
}};
constexpr std::array<std::pair<std::string_view, Level>, 3> levels{{
    {"informs", Level::informs},
    {"warns", Level::warns},
    {"forbids", Level::forbids},
}};
constexpr std::array<std::pair<std::string_view, SchoolDay>, 2> school_days{{
    {"school_day", SchoolDay::school},
    {"free_day", SchoolDay::free},
}};

int minute(Keys& keys, std::string_view key) {
  constexpr std::string_view cure = "write a time as \"22:00\"";
  const auto parsed = parse_minute_of_day(keys.text(key, cure));
  if (!parsed) keys.refuse(key, cure);
  return *parsed;
}

void read_values(Keys& keys, TimeRule& rule) {
  switch (rule.kind) {
    case Kind::minimum_age: rule.years = keys.whole("years", 1, 99); break;
    case Kind::sunday_rest:
    case Kind::no_overtime: break;
    case Kind::night_time:
    case Kind::night_ban:
      rule.night_from = minute(keys, "night_from");
      rule.night_to = minute(keys, "night_to");
      break;
    case Kind::night_weeks: rule.weeks = keys.whole("weeks", 1, 52); break;
    case Kind::work_break:
      rule.over_minutes = keys.whole("over_minutes", 1, minutes_a_day);
      rule.minutes = keys.whole("minutes", 1, minutes_a_day);
      if (keys.has("latest_after_minutes"))
        rule.latest_after_minutes = keys.whole("latest_after_minutes", 1, minutes_a_day);
      break;
    case Kind::overtime:
      rule.normal_week_minutes = keys.whole("normal_week_minutes", 1, longest_minutes);
      rule.minutes = longest_minutes;
      if (keys.has("minutes")) rule.minutes = keys.whole("minutes", 1, longest_minutes);
      if (keys.has("yearly_minutes"))
        rule.yearly_minutes = keys.whole("yearly_minutes", 1, longest_year_minutes);
      break;
    case Kind::average_week:
      rule.minutes = keys.whole("minutes", 1, longest_minutes);
      rule.months = keys.whole("months", 1, 12);
      break;
    case Kind::night_average:
      rule.minutes = keys.whole("minutes", 1, minutes_a_day);
      rule.least_night_minutes = keys.whole("least_night_minutes", 1, minutes_a_day);
      break;
    case Kind::daily_rest:
    case Kind::weekly_rest:
    case Kind::day_limit:
    case Kind::week_limit: rule.minutes = keys.whole("minutes", 1, longest_minutes); break;
  }
}

TimeRule read_rule(const toml::table& table, const std::string& where) {
  Keys keys(table, where);
  TimeRule rule{.kind = keys.one_of("rule", kinds),
                .group = keys.one_of("group", groups),
                .below_years = std::nullopt,
                .on = SchoolDay::any,
                .from = keys.day("from"),
                .latest_after_minutes = std::nullopt,
                .yearly_minutes = std::nullopt,
                .law = "",
                .source = ""};
  if (keys.has("below_years")) rule.below_years = keys.whole("below_years", 1, 99);
  if (keys.has("on")) rule.on = keys.one_of("on", school_days);
  if (keys.has("level")) rule.level = keys.one_of("level", levels);
  read_values(keys, rule);
  rule.unverified = keys.flag("unverified");
  rule.law = keys.text("law", "name the decree and its article");
  if (!rule.unverified || keys.has("source"))
    rule.source = keys.text("source", "say where you read it");
  keys.nothing_else();
  return rule;
}

std::vector<TimeRule> read_rules(Keys& keys, const std::string& file) {
  std::vector<TimeRule> rules;
  int number = 0;
  if (!keys.has("rule")) return rules;
  for (const toml::node& node : keys.tables("rule", "write [[rule]] and its keys")) {
    const std::string where = fmt::format("{}, rule {}", file, ++number);
    TimeRule rule = read_rule(*node.as_table(), where);
    for (const TimeRule& other : rules) {
      const bool same = other.kind == rule.kind && other.group == rule.group &&
                        other.below_years == rule.below_years && other.on == rule.on;
      if (same && other.from >= rule.from)
        throw RuleFault(fmt::format(
            "{}: the same rule stands before it with the same or a later day; put its entries in "
            "the order of their days",
            where));
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace

std::string_view time_rule_kind_text(TimeRuleKind kind) {
  const auto* found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.second == kind; });
  CHECK(found != kinds.end());
  return found->first;
}

WorkingTimeBook::WorkingTimeBook(const std::filesystem::path& folder) {
  constexpr std::string_view directive_name = "EU.toml";
  const toml::table table = parsed_law_file(folder / directive_name);
  Keys common(table, std::string(directive_name));
  AgeLimits ages{};
  ages.child_below_years = common.whole("child_below_years", 1, 99);
  ages.adult_from_years = common.whole("adult_from_years", ages.child_below_years, 99);
  static_cast<void>(common.day("reviewed"));
  directive_ = read_rules(common, std::string(directive_name));
  common.nothing_else();

  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml" && entry.path().filename() != directive_name)
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const toml::table own = parsed_law_file(file);
    const std::string name = file.filename().string();
    Keys keys(own, name);
    const auto zone =
        Zone::named(keys.text("zone", "name the country's zone, \"Europe/Belgrade\""));
    if (!zone) keys.refuse("zone", "name a zone that we know, \"Europe/Belgrade\"");
    const Day reviewed = keys.day("reviewed");
    std::vector<TimeRule> rules = read_rules(keys, name);
    keys.nothing_else();
    const std::string country = file.stem().string();
    laws_.emplace(country,
                  WorkingTimeLaw(country, *zone, reviewed, std::move(rules), directive_, ages));
  }
}

}  // namespace tilia::payroll
