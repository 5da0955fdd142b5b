// One series of the law as one file holds it. Strict: what the file says that we do not know, and
// what it leaves out that we need, is refused with file, entry and cure (RuleFault).
//
//   series = "contribution"      what the values are: see SeriesKind
//   code = "SRB_PIO_EE"          one of the country's codes; tax, rounding and the like have none
//   payer = "employee"           contributions only, as are the next ones
//   branch = "pension"
//   lowest_base = "SRB_BASE_MIN" the series that floors its base; so highest_base, free_up_to
//   of = "net"                   gross, unless said
//   setting = "accident_rate"    another rate may be given, from the entry's `least` to its `most`
//   when = "fixed_term"          only where this is so; or unless = "fixed_term"
//   on_special = false           not on the 13th and 14th pay; on_overtime = false alike
//   rounded_with = "social"      rounded as one sum with the lines of this name
//   reviewed = 2026-03-31        somebody looked up to here whether the law had changed
//
//   [[entry]]                    one value from one day on
//   from = 2024-01-01
//   to = 2024-12-31              last day, included; without it until the next entry
//   rate = "14"                  or amount, brackets, steps, amounts, monthly_gross, …
//   law = "…"                    the decree; always
//   source = "https://…"         where we read it
//   unverified = true            nobody has held it against the decree yet
//
// Money names its currency in each entry. An entry in another currency than the one before says so:
// replaces_currency = "BGN".
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "payroll/rule_book.h"

namespace tilia::payroll {

enum class SeriesKind {
  contribution,
  lowest_base,
  highest_base,  // period = "year" where it is one
  free_up_to,
  amount,
  free_part,      // an amount that holds from day to day, and is none outside them
  annual_return,  // an amount that no payslip takes: she asks for it in her own return
  rate,
  amount_by_gross,
  amount_by_count,
  falling_deduction,
  tax,
  minimum_wage,  // group = "…" where it holds for one alone
  rounding,
  full_time,    // month_minutes = 10440, or = "working_days": what its month is reckoned as
  supplement,   // time = "night"; sunday, holiday, overtime
  absence_pay,  // count = "calendar_days"; working_days, working_days_of_year
  birth_date,   // has no value: from then on the law wants it on pay papers
};
[[nodiscard]] std::string_view series_kind_text(SeriesKind kind);

// Holds one value of the kind that its series gives.
struct RuleEntry {
  Day from;
  std::optional<Day> to;  // last day, included
  std::string law;
  std::string source;  // where it was read; may be empty
  bool unverified = false;
  std::optional<Currency> currency;
  Rate rate;
  std::optional<Rate> least;
  std::optional<Rate> most;
  std::vector<ContributionRule::Step> lower;
  std::vector<TaxBracket> brackets;
  int tax_months = 1;
  std::optional<Money> amount;
  std::vector<Money> amounts;
  std::vector<AmountByGross::Step> steps;
  std::optional<FallingDeduction> falling;
  MinimumWage::Per per = MinimumWage::Per::month;
  bool net = false;
  std::optional<int> month_minutes;
  // Rounding: a unit in major pieces of the country's currency, "1" or "0.01".
  struct ToUnit {
    Rounding mode = Rounding::half_up;
    std::string unit = "0.01";
  };
  ToUnit rounding;
  ToUnit tax_base_rounding;
  ToUnit tax_rounding;
  int weekly_minutes = 0;
  bool by_working_days = false;
  std::vector<AbsencePay::Step> absence_steps;
  bool ours = false;  // entered by the organisation, over what is shipped
};

struct RuleSeries {
  std::string file;  // its name, for messages
  SeriesKind kind = SeriesKind::contribution;
  std::string code;
  ContributionKind contribution;  // as are the bases, by the code of their series
  std::string lowest_base;
  std::string highest_base;
  std::string free_up_to;
  bool yearly = false;  // a highest base of the year
  std::string group;    // of a minimum wage
  Supplement::For time = Supplement::For::night;
  AbsencePay::Count count = AbsencePay::Count::calendar_days;
  Day reviewed;
  std::vector<RuleEntry> entries;  // by day, at least one

  // The entry that holds on `day`; nothing before the first, in a gap, or after the end of the
  // last.
  [[nodiscard]] const RuleEntry* on(const Day& day) const;
  // As everybody calls it: "40_untaxed_amount".
  [[nodiscard]] std::string name() const { return file.substr(0, file.rfind('.')); }
};

// What a contribution may pay for; each has words.
[[nodiscard]] const std::vector<std::string>& branches();

// Throws RuleFault when the file does not hold.
[[nodiscard]] RuleSeries read_rule_file(const std::filesystem::path& file);
// Puts an entry of the organisation's own in; one of the same day gives way. Throws RuleFault when
// the entry does not hold.
void add_entry(RuleSeries& series, const RuleAddition& addition);
// "14", "51297.00 RSD", "0: 10": without a sentence around it.
[[nodiscard]] std::string value_text(const RuleEntry& entry, SeriesKind kind);

}  // namespace tilia::payroll
