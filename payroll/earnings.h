// What a month earns before law takes anything of it: the agreed wage, and what approved hours add
// to it or take off. Pure: contract, hours told apart and dated law in, lines out.
//
//   wage      by the month, for the part of it that the contract held; or by the hour
//   time away with pay     part of a monthly wage; by the hour it is paid like work
//   time away without pay  off a monthly wage, as the part of the month's working days
//   time away by law       the same, and what law has the employer pay of it, by its days
//   night, Sunday, holiday each its supplement on the hour's wage; where they meet they add up
//   more hours than agreed, up to full time: the hour's wage; beyond full time with the supplement.
//                          Counted by the week, which belongs to the month of its Sunday, or of the
//                          last day in it on which a contract held; only where a month has no
//                          overtime entered by hand. Time away that is paid counts as if it had
//                          been worked
//
// The hour's wage of a monthly one is the wage by the minutes that law reckons its month as.
// Amounts are rounded once each, by the country's rule for wages; where that rounds up, what is
// taken off is rounded down.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/rate.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/rule_book.h"
#include "payroll/shifts/hours_record.h"
#include "payroll/shifts/time_kinds.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct Earning {
  enum class Kind {
    wage,
    paid_away,
    unpaid_away,
    away_by_law,
    more_hours,
    overtime,
    night,
    sunday,
    holiday
  };
  Kind kind = Kind::wage;
  std::int64_t minutes = 0;      // none: a monthly wage
  Rate rate;                     // of the hour's wage; nothing where law gives an amount an hour
  Money amount;                  // below nothing: taken off
  std::optional<Day> from = {};  // of the law's entry; where one gives the rate
  std::string law = {};

  friend bool operator==(const Earning&, const Earning&) = default;
};
[[nodiscard]] std::string_view earning_code(Earning::Kind kind);
[[nodiscard]] std::optional<Earning::Kind> parse_earning(std::string_view code);
[[nodiscard]] Phrase name_of(Earning::Kind kind);

// Minutes of one day in a week that was approved, with corrections.
struct WorkedKinds {
  Day day;
  KindMinutes minutes;
};

// Time away on one day of a week that was approved.
struct DayAway {
  Day day;
  AbsenceKind kind = AbsenceKind::paid;
  int minutes = 0;
  Day since;  // the first day of that time away

  friend bool operator==(const DayAway&, const DayAway&) = default;
};

// One person's, around the month: whole weeks that end in it, and of time away the whole year.
struct HoursForPay {
  std::vector<DayMinutes> worked;  // of the month, approved or not
  std::vector<WorkedKinds> kinds;  // from the Monday of its first week on
  std::vector<DayAway> away;
};

// What was approved of her time away, by day; which of it hangs together.
[[nodiscard]] std::vector<DayAway> days_away(const HoursRecord& record);

struct Earnings {
  explicit Earnings(Currency currency) : sum(Money::zero(currency)), beside(sum) {}

  std::vector<Earning> lines;
  Money sum;
  // Of the sum, what no minimum wage counts.
  Money beside;
  // Of a monthly wage, what was not paid in full, and what the month's working days come to.
  std::int64_t away_minutes = 0;
  std::int64_t month_minutes = 1;
  // On how many days a contract held, and the agreed minutes a week, full time at most, times
  // those.
  int days = 0;
  std::int64_t agreed_minute_days = 0;
  int worked_minutes = 0;                 // within contracts
  std::optional<Contract> contract = {};  // the last one
  // Codes of law that was used here and nobody held against its decree, each once.
  std::set<std::string> unverified = {};
  bool no_supplement = false;   // some hours should earn one, and no value says how much
  bool no_absence_pay = false;  // law kept her away, and no value says who pays what
};

// `contracts` by first day; all of hers, and they outlive the call. `last_day`: of her employment,
// if it ended. `overtime_entered`: an amount was entered by hand.
[[nodiscard]] Earnings earn(const Month& month, const std::vector<Contract>& contracts,
                            const std::optional<Day>& last_day, const HoursForPay& hours,
                            bool overtime_entered, const StatutoryRules& rules);

}  // namespace tilia::payroll
