// One series of the law as one file holds it. Strict: what the file says that we do not know, and
// what it leaves out that we need, is refused with file, entry and cure (RuleFault).
//
//   series = "contribution"      what the values are: see SeriesKind
//   code = "SRB_PIO_EE"          contributions only
//   payer = "employee"           contributions only
//   reviewed = 2026-03-31        somebody looked up to here whether the law had changed
//
//   [[entry]]                    one value from one day on
//   from = 2024-01-01
//   rate = "14"                  or amount, brackets, hourly_net, mode, weekly_hours
//   law = "…"                    the decree; always
//   source = "https://…"         where we read it
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
  highest_base,
  untaxed_amount,
  tax,
  minimum_wage,
  rounding,
  full_time,
  birth_date,  // has no value: from then on the law wants it on pay papers
};
[[nodiscard]] std::string_view series_kind_text(SeriesKind kind);

// Holds one value of the kind that its series gives.
struct RuleEntry {
  Day from;
  std::optional<Day> to;  // last day, included: minimum wage only
  std::string law;
  bool unverified = false;  // minimum wage only: known, but nobody is measured by it
  std::optional<Currency> currency;
  Rate rate;
  std::optional<Money> amount;
  std::vector<TaxBracket> brackets;
  Rounding rounding = Rounding::half_up;
  int weekly_minutes = 0;
};

struct RuleSeries {
  std::string file;  // its name, for messages
  SeriesKind kind = SeriesKind::contribution;
  std::string code;
  Payer payer = Payer::employee;
  Day reviewed;
  std::vector<RuleEntry> entries;  // by day, at least one

  // The entry that holds on `day`; nothing before the first or after the end of the last.
  [[nodiscard]] const RuleEntry* on(const Day& day) const;
};

// Throws RuleFault when the file does not hold.
[[nodiscard]] RuleSeries read_rule_file(const std::filesystem::path& file);

}  // namespace tilia::payroll
