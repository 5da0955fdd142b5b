// How long what stands in the book is kept: payroll/retention/<country>.toml, dated, each period
// with its law and its source; and where the law that we know is silent, what the organisation
// entered itself. Where neither says anything, nothing is there and nobody may guess: the papers
// say that the organisation has to enter it, and nothing is erased by itself.
//
//   RetentionTable table = RetentionTable::of(folder, "AT");
//   table.enter(*parse_retention(RetentionGroup::working_time, "36 end_of_contract as our works
//   council agreed")); if (const auto rule = table.on(RetentionGroup::payslips, today))
//     if (const auto until = rule->kept_until(last_day)) …   // nothing: for good
//
// Which column belongs to which group stands in db/fields (app/field_record.h).
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/phrase.h"

namespace tilia::payroll {

enum class RetentionGroup {
  working_time,  // alias, picture, days of the contract, hours, punches
  pay_record,    // who is behind an alias, and her wage
  funding,       // the record beside it: who bears the cost of her wage ("cost_record")
  payslips,      // pay runs, slips, the month's cost
  sales,         // the business books: sales, closed days, expenses, the journal
  users,         // who logs in
  reads,         // who read whose record
  customers,     // for whom something was kept: a name, a number
};
inline constexpr std::array<RetentionGroup, 8> all_retention_groups{
    RetentionGroup::working_time, RetentionGroup::pay_record, RetentionGroup::funding,
    RetentionGroup::payslips,     RetentionGroup::sales,      RetentionGroup::users,
    RetentionGroup::reads,        RetentionGroup::customers};
[[nodiscard]] std::string_view retention_group_text(RetentionGroup group);
[[nodiscard]] std::optional<RetentionGroup> parse_retention_group(std::string_view text);

// From when the months count.
enum class RetentionStart {
  end_of_contract,
  end_of_year,  // of the year that the row is about; for a record, of the year of the last day
  end_of_use,   // the day on which somebody logs in no more, or was last here
};
[[nodiscard]] std::string_view retention_start_text(RetentionStart start);

struct RetentionRule {
  RetentionGroup group = RetentionGroup::working_time;
  std::optional<int> months;  // nothing: for good
  RetentionStart after = RetentionStart::end_of_contract;
  std::string law;  // the decree, or why the organisation keeps it so long
  std::string source;
  bool by_organisation = false;

  // The last day on which it is kept, from the day on which the contract, the use, or what the row
  // is about ended. Nothing where it is kept for good.
  [[nodiscard]] std::optional<Day> kept_until(const Day& ended) const;

  friend bool operator==(const RetentionRule&, const RetentionRule&) = default;
};

// What the organisation entered, as a setting keeps it: "36 end_of_contract why", or "always …".
[[nodiscard]] std::string text_of(const RetentionRule& rule);
[[nodiscard]] std::optional<RetentionRule> parse_retention(RetentionGroup group,
                                                           std::string_view text);
// The setting's name: "retention.working_time".
[[nodiscard]] std::string retention_setting(RetentionGroup group);

class RetentionTable {
 public:
  // A country without a file has no rules. Throws RuleFault when its file does not hold.
  [[nodiscard]] static RetentionTable of(const std::filesystem::path& folder,
                                         const std::string& country);

  // By law, else as the organisation entered it.
  [[nodiscard]] std::optional<RetentionRule> on(RetentionGroup group, const Day& day) const;
  [[nodiscard]] bool by_law(RetentionGroup group, const Day& day) const;
  // Of the organisation: counts where the law that we know is silent.
  void enter(RetentionRule rule);
  // Somebody looked up to here whether the law had changed; nothing without a file.
  [[nodiscard]] const std::optional<Day>& reviewed() const { return reviewed_; }

 private:
  struct Dated {
    Day from;
    RetentionRule rule;
  };
  [[nodiscard]] const RetentionRule* law_on(RetentionGroup group, const Day& day) const;

  std::vector<Dated> law_;  // by day within a group
  std::vector<RetentionRule> entered_;
  std::optional<Day> reviewed_;
};

}  // namespace tilia::payroll
