// Law as dated data: payroll/rules/<country>/*.toml, one series a file. An entry holds from its
// first day until the next of its series; each names its decree. The loader refuses an unknown key,
// a doubled or unordered date, a missing decree, a bracket that falls, and a series that changes
// currency without saying so. `reviewed` is the last day up to which somebody looked: beyond it a
// pay run warns on every page.
#pragma once

#include <filesystem>
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

struct ContributionRule {
  std::string code;  // "SRB_PIO_EE"
  Payer payer = Payer::employee;
  Rate rate;
  std::optional<Money> base_min;  // per full month
  std::optional<Money> base_max;
  Day from;         // of the entry that gives the rate
  Day base_from;    // of the entry that gives floor and ceiling
  std::string law;  // the decree of the rate
  std::string base_law;
};

struct TaxBracket {
  Money above;  // taxable base above which the rate applies
  Rate rate;
};

// What an hour must leave in the worker's hand.
struct MinimumWage {
  Money hourly_net;
  Day from;
  std::optional<Day> to;  // last day, included, where the decree ends it
  std::string law;
};

// What holds on one day in one country.
struct StatutoryRules {
  std::string country;
  Currency currency;
  std::vector<ContributionRule> contributions;
  std::vector<TaxBracket> tax;
  Day tax_from;
  std::string tax_law;
  Money untaxed_amount;  // per full month
  Day untaxed_from;
  std::string untaxed_law;
  std::optional<MinimumWage> minimum_wage;  // nothing where no verified entry holds on the day
  Rounding pay_rounding = Rounding::half_up;
  int full_time_weekly_minutes = 0;
  std::optional<std::string> birth_date_law;  // the decree, where one asks for a birth date
  Day reviewed;  // somebody looked up to here, included
};

// A rule file that does not hold: the message names file, key and what to mend.
class RuleFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class RulesRefusal {
  unknown_country,
  country_in_a_later_release,
  no_rules_that_early,  // before the first entry of a series
};
[[nodiscard]] std::string_view rules_refusal_code(RulesRefusal why);
[[nodiscard]] Phrase sentence_of(RulesRefusal why, const std::string& country, const Day& day);

class RuleBook {
 public:
  // `rules` holds one folder per country. Throws RuleFault when one of its files does not hold.
  explicit RuleBook(std::filesystem::path rules) : rules_(std::move(rules)) {}
  [[nodiscard]] Result<StatutoryRules, RulesRefusal> on(const std::string& country,
                                                        const Day& day) const;

 private:
  std::filesystem::path rules_;
};

}  // namespace tilia::payroll
