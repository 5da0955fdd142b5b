// Working time as dated data: payroll/working_time/EU.toml holds the two directives, <country>.toml
// what its law adds. The stricter of the two holds, rule by rule; where a country's own rule is not
// known the directive is used, and whoever applies it says so.
//
//   const WorkingTimeBook book(folder);
//   const WorkingTimeLaw* serbia = book.find("RS");
//   serbia->rule(TimeRuleKind::daily_rest, age, day)->minutes   -> 720
//
// Minutes are whole. Directive 2003/88/EC (adults), Directive 94/33/EC (under 18).
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/zone.h"

namespace tilia::payroll {

enum class Level { informs, warns, forbids };
[[nodiscard]] std::string_view level_text(Level level);

// A child is under 15 or still has to go to school, an adolescent is under 18.
enum class AgeGroup { child, adolescent, adult };

enum class TimeRuleKind {
  minimum_age,    // years
  daily_rest,     // minutes in each 24 hours
  weekly_rest,    // minutes in each week, of which all but a daily rest lie in it
  sunday_rest,    // no work on a Sunday
  work_break,     // over over_minutes of work: minutes; no stretch of work longer than latest_after
  day_limit,      // minutes of work a day; may tell school days from free ones
  week_limit,     // minutes of work a week; the same
  average_week,   // minutes a week on average over `months`
  night_time,     // from … to: what counts as night
  night_ban,      // from … to: no work
  night_average,  // minutes on average on days with least_night_minutes of night work
  night_weeks,    // weeks of nothing but night work in a row
  overtime,       // minutes beyond normal_week_minutes a week, or yearly_minutes a year
  no_overtime,    // nothing beyond the agreed hours
};
[[nodiscard]] std::string_view time_rule_kind_text(TimeRuleKind kind);

enum class SchoolDay { any, school, free };

// One dated value of one rule. Only the fields that its kind names mean something.
struct TimeRule {
  TimeRuleKind kind = TimeRuleKind::daily_rest;
  AgeGroup group = AgeGroup::adult;
  std::optional<int> below_years;  // of this group only those who are younger
  SchoolDay on = SchoolDay::any;
  Day from;  // holds from this day until the next entry of the same rule
  Level level = Level::forbids;
  int minutes = 0;
  int over_minutes = 0;
  std::optional<int> latest_after_minutes;
  int months = 0;
  int weeks = 0;
  int years = 0;
  int night_from = 0;  // minute of the day
  int night_to = 0;
  int least_night_minutes = 0;
  int normal_week_minutes = 0;
  std::optional<int> yearly_minutes;
  bool unverified = false;
  std::string law;
  std::string source;
  bool directive_used = false;  // the country's own rule is not known
};

// Where one age group ends and the next begins.
struct AgeLimits {
  int child_below_years = 0;
  int adult_from_years = 0;
};

struct Age {
  AgeGroup group = AgeGroup::adult;
  std::optional<int> years;  // nothing: nobody said, so grown up
};

class WorkingTimeLaw {
 public:
  // `directive` outlives it.
  WorkingTimeLaw(std::string country, Zone zone, Day reviewed, std::vector<TimeRule> own,
                 const std::vector<TimeRule>& directive, AgeLimits ages);

  [[nodiscard]] const std::string& country() const { return country_; }
  [[nodiscard]] const Zone& zone() const { return zone_; }
  // The day up to which somebody looked whether the law had changed.
  [[nodiscard]] const Day& reviewed() const { return reviewed_; }
  // The strictest rule of that kind that holds for somebody of that age on that day.
  [[nodiscard]] std::optional<TimeRule> rule(TimeRuleKind kind, const Age& age, const Day& day,
                                             SchoolDay on = SchoolDay::any) const;
  // The directive's alone, whatever the country adds to it.
  [[nodiscard]] std::optional<TimeRule> common_rule(TimeRuleKind kind, const Age& age,
                                                    const Day& day) const;
  // `in_school`: she still has to go to school.
  [[nodiscard]] Age age(const std::optional<Day>& born, bool in_school, const Day& day) const;
  // Every rule that can hold in this country, as it stands in the files.
  [[nodiscard]] const std::vector<TimeRule>& own() const { return own_; }
  [[nodiscard]] const std::vector<TimeRule>& directive() const { return *directive_; }

 private:
  std::string country_;
  Zone zone_;
  Day reviewed_;
  std::vector<TimeRule> own_;
  const std::vector<TimeRule>* directive_;
  AgeLimits ages_;
};

class WorkingTimeBook {
 public:
  // Reads every file of the folder. Throws RuleFault when one of them does not hold.
  explicit WorkingTimeBook(const std::filesystem::path& folder);
  WorkingTimeBook(const WorkingTimeBook&) = delete;
  WorkingTimeBook& operator=(const WorkingTimeBook&) = delete;

  // Nothing for a country that has no file.
  [[nodiscard]] const WorkingTimeLaw* find(const std::string& country) const;
  [[nodiscard]] std::vector<std::string> countries() const;

 private:
  std::vector<TimeRule> directive_;
  std::map<std::string, WorkingTimeLaw> laws_;
};

}  // namespace tilia::payroll
