// Law as dated data: payroll/rules/<country>/*.toml, one series a file. An entry holds from its
// first day until the next of its series, or to its last day; each names its decree. The loader
// refuses an unknown key, a doubled or unordered date, a missing decree, a bracket that falls, and
// a series that changes currency without saying so. `reviewed` is the last day up to which somebody
// looked: beyond it a pay run warns on every page.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/rate.h"
#include "core/rounding.h"

namespace tilia::payroll {

enum class Payer { employee, employer };

// How an amount is rounded: to a multiple of `unit`, a hundredth or a whole piece of the currency.
struct RoundingRule {
  Rounding mode = Rounding::half_up;
  Money unit;

  friend bool operator==(const RoundingRule&, const RoundingRule&) = default;
};

// A figure of the law and where it stands.
struct DatedMoney {
  Money amount;
  Day from;
  std::string law;
};
struct DatedRate {
  Rate rate;
  Day from;
  std::string law;
};

// What a contribution is, whatever its rate.
struct ContributionKind {
  // What the rate is taken of.
  // shortfall: the lowest base, where the wage does not reach it, less what its name's lines bore.
  enum class Of { gross, net, overtime, shortfall };
  std::string code;    // "SRB_PIO_EE"
  std::string branch;  // what it pays for: "pension"; one of branches()
  Payer payer = Payer::employee;
  Of of = Of::gross;
  std::string setting = {};  // the --set key that may give another rate
  bool on_special = true;    // also on the 13th and 14th pay
  bool on_overtime = true;   // overtime is in its base
  std::string when = {};     // only where this flag of the settings is on
  std::string unless = {};   // or off
  // Lines of one name are rounded as one sum: the amounts of all so far are what the sum of their
  // rates makes.
  std::string rounded_with = {};
};

struct ContributionRule {
  // Another rate where the whole wage is not above `up_to`.
  struct Step {
    Money up_to;
    Rate rate;
  };
  ContributionKind kind;
  Rate rate;
  Rate least;  // what `setting` may give, up to `most`
  Rate most;
  std::vector<Step> lower;                 // rising
  std::optional<DatedMoney> lowest_base;   // per full month
  std::optional<DatedMoney> highest_base;  // per full month, or per calendar year
  bool highest_base_is_yearly = false;
  std::optional<DatedMoney> free_up_to;  // a wage up to here bears nothing
  Day from;                              // of the entry that gives the rate
  std::string law;                       // the decree of the rate
};

struct TaxBracket {
  Money above;  // taxable base above which the rate applies
  Rate rate;
};

struct TaxRule {
  std::vector<TaxBracket> brackets;  // none: the percentage is entered for each worker
  int months = 1;                    // 12: the brackets are of a year
  Day from;
  std::string law;
};

// An amount that depends on the whole wage: the first whose `up_to` is not exceeded; the last has
// none.
struct AmountByGross {
  struct Step {
    std::optional<Money> up_to;
    Money amount;
  };
  std::vector<Step> steps;
  Day from;
  std::string law;
};

// An amount for the first, the second, … child; each further one as the last.
struct AmountByCount {
  std::vector<Money> amounts;
  Day from;
  std::string law;
};

// A part of the minimum wage that falls as the wage rises: percent by number of dependants, less
// `less` for each `each` begun above the minimum, nothing more than `up_to` above it.
struct FallingDeduction {
  std::vector<Rate> by_dependants;
  Rate less;
  Money each;
  Money up_to;
  Day from;
  std::string law;
};

// What work at such a time earns beside the wage of its minutes.
struct Supplement {
  enum class For { night, sunday, holiday, overtime };
  std::string code;
  For time = For::night;
  Rate rate;                      // of the hour's wage; where it is nothing:
  std::optional<Money> per_hour;  // an amount for each hour
  Day from;
  std::string law;
  bool unverified = false;
};

// What the employer pays of the wage while law keeps somebody away, by the day of that time. After
// the last step somebody else pays.
struct AbsencePay {
  enum class Count { calendar_days, working_days, working_days_of_year };
  struct Step {
    int to_day = 0;  // included
    Rate rate;
  };
  std::string code;
  Count count = Count::calendar_days;
  std::vector<Step> steps;  // rising
  Day from;
  std::string law;
  bool unverified = false;
};

// What a month of full time is reckoned as where an hour's wage is asked for.
struct MonthMinutes {
  // As the month has them: a fifth of the full week for each day from Monday to Friday.
  bool working_days = false;
  std::int64_t fixed = 0;
};

// The least that work may earn.
struct MinimumWage {
  enum class Per { hour, month, year };
  std::string code;
  std::string group;  // of qualification; empty: whoever has none
  Money amount;
  Per per = Per::month;
  bool net = false;                  // in the worker's hand; else gross
  std::optional<int> month_minutes;  // the hours that the law reckons a month as
  Day from;
  std::optional<Day> to;  // last day, included, where the decree ends it
  std::string law;
};

// What holds on one day in one country.
struct StatutoryRules {
  std::string country;
  Currency currency;
  std::vector<ContributionRule> contributions;
  TaxRule tax;
  std::map<std::string, DatedMoney> amounts;  // by code: allowances, credits, limits
  std::map<std::string, DatedRate> rates;     // by code
  std::map<std::string, AmountByGross> by_gross;
  std::map<std::string, AmountByCount> by_count;
  std::map<std::string, FallingDeduction> falling;
  std::vector<MinimumWage> minimum_wages;  // in force and verified
  std::vector<Supplement> supplements;
  std::optional<AbsencePay> absence_pay;
  MonthMinutes month_minutes;
  RoundingRule rounding;  // of each contribution and amount
  RoundingRule tax_base_rounding;
  RoundingRule tax_rounding;
  int full_time_weekly_minutes = 0;
  std::optional<std::string> birth_date_law;  // the decree, where one asks for a birth date
  std::vector<std::string> unverified;        // codes of what nobody has held against its decree
  Day reviewed;                               // somebody looked up to here, included

  // Of this name; throws RuleFault where the country's folder has no such series.
  [[nodiscard]] const DatedMoney& amount(const std::string& code) const;
  [[nodiscard]] const DatedRate& rate(const std::string& code) const;
};

// A rule file that does not hold: the message names file, key and what to mend.
class RuleFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class RulesRefusal {
  unknown_country,
  no_rules_that_early,  // before the first entry of a series, or in a gap of one
};
[[nodiscard]] std::string_view rules_refusal_code(RulesRefusal why);
[[nodiscard]] Phrase sentence_of(RulesRefusal why, const std::string& country, const Day& day);

// The countries that have a folder of rules, by code.
[[nodiscard]] const std::vector<std::string>& pay_countries();

// A value that an organisation entered itself, over what is shipped: one [[entry]] of a series.
struct RuleAddition {
  std::string country;
  std::string series;  // the name of its file without .toml
  std::string entry;   // TOML: from, the value, law; see rule_file.h
  Day entered;         // somebody looked at the series on this day

  friend bool operator==(const RuleAddition&, const RuleAddition&) = default;
};

// One value in force, as a page shows it.
struct LawValue {
  std::string series;
  std::string kind;  // "contribution", "amount", …
  std::string code;  // may be empty
  std::string value;
  Day from;
  std::optional<Day> to;
  std::string law;
  std::string source;
  bool unverified = false;
  bool ours = false;  // entered by the organisation
  Day reviewed;

  friend bool operator==(const LawValue&, const LawValue&) = default;
};

struct RuleSeries;

class RuleBook {
 public:
  // `rules` holds one folder per country. Throws RuleFault when one of its files does not hold.
  explicit RuleBook(std::filesystem::path rules) : rules_(std::move(rules)) {}
  // The same with these entries over the shipped ones; one of the same day takes its place.
  [[nodiscard]] RuleBook with(std::vector<RuleAddition> additions) const;
  // One series by the name of its file; nothing where the country has none of it.
  [[nodiscard]] std::optional<RuleSeries> series(const std::string& country,
                                                 const std::string& name) const;
  // All of a country that we know, in the order of their files.
  [[nodiscard]] std::vector<RuleSeries> all_series(const std::string& country) const;
  // Every series that has a value on the day. Of a country that we know.
  [[nodiscard]] std::vector<LawValue> values(const std::string& country, const Day& day) const;
  [[nodiscard]] Result<StatutoryRules, RulesRefusal> on(const std::string& country,
                                                        const Day& day) const;

 private:
  std::filesystem::path rules_;
  std::vector<RuleAddition> additions_;
};

}  // namespace tilia::payroll
