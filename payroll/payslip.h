// One worker's pay for one month, worked out from the dated rules. Pure: rules and facts in, lines
// out. Every line stores base, rate, table date, decree and rounding, so that the slip explains
// itself and a test can work it out again from what it stores. What each country's law asks stands
// in payroll/formulas.
//
//   net = gross − contributions of the employee − tax
//   cost to the employer = gross + contributions of the employer
//
// Nothing in it depends on who bears the wage.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "core/phrase.h"
#include "core/rate.h"
#include "core/result.h"
#include "payroll/pay_settings.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

struct PayFacts {
  Day on;       // whose law applies: the month's last day
  Money gross;  // of the month, all kinds of pay together
  // The agreed hours as a part of full time, times the part of the month that the contract held:
  // monthly figures of the law follow it.
  std::int64_t part_time_numerator = 1;
  std::int64_t part_time_denominator = 1;
  std::int64_t part_month_numerator = 1;  // the part of the month alone
  std::int64_t part_month_denominator = 1;
  std::optional<int> worked_minutes = {};  // for the minimum wage
  // Of the gross, what no gross minimum counts: supplements, pay for time away by law.
  std::optional<Money> beside = {};
  // Of the month's agreed minutes, those that were not paid in full: a minimum by the month asks
  // for the others alone.
  std::int64_t away_minutes = 0;
  std::int64_t month_minutes = 1;
  PaySettings settings = {};
  // What the asker knows and the slip need not assume.
  std::vector<Assumption> stated = {};
};

struct PayLine {
  std::string code;    // "SRB_PIO_EE"
  std::string branch;  // "pension"
  Payer payer = Payer::employee;
  Money base;  // after floor and ceiling
  Rate rate;
  Money amount;  // base × rate, rounded as `rounding`
  Day from;      // of the table's entry
  std::string law;
  RoundingRule rounding;
  // Lines of one name are rounded as one sum: each has what those before it left.
  std::string rounded_with;
  bool special = false;  // of the 13th or 14th pay

  friend bool operator==(const PayLine&, const PayLine&) = default;
};

// Something that the law leaves out of account, or takes off.
struct PayAllowance {
  std::string code;  // "SRB_UNTAXED"
  Money amount;
  Day from;
  std::string law;

  friend bool operator==(const PayAllowance&, const PayAllowance&) = default;
};

struct TaxLine {
  struct Part {
    Money base;
    Rate rate;

    friend bool operator==(const Part&, const Part&) = default;
  };
  bool special = false;                // on the 13th or 14th pay
  Money base;                          // of the month
  int months = 1;                      // 12: parts, `off_year` and credits are of a year
  std::vector<PayAllowance> off_year;  // off twelve times the base
  std::vector<Part> parts;             // they add up to base × months − off_year
  std::vector<PayAllowance> credits;   // off the tax, not below nothing
  std::vector<PayAllowance> paid_out;  // off the tax, below nothing too
  RoundingRule rounding;
  Money amount;
  Day from;
  std::string law;

  friend bool operator==(const TaxLine&, const TaxLine&) = default;
};

struct Payslip {
  std::string country;
  Day on;
  Money gross;
  Money special;                         // of the gross: 13th and 14th pay
  std::vector<PayLine> lines;            // contributions of both sides
  std::vector<PayAllowance> free;        // bears neither contributions nor tax
  std::vector<PayAllowance> deductions;  // off what is taxed
  bool taxed_after_contributions = false;
  RoundingRule tax_base_rounding;
  std::vector<TaxLine> taxes;
  Money tax_base;  // of the regular pay; nothing less than nothing
  Money tax;       // all taxes; below nothing where the law pays a bonus
  Money net;
  Money employer_cost;
  std::vector<std::string> assumed;     // codes: "full_month", "no_dependants", …
  std::vector<std::string> unverified;  // codes of figures nobody held against the decree
  bool beyond_review = false;           // nobody has looked whether the law changed by `on`
  // What is missing to the minimum wage, where one holds.
  std::optional<Money> under_minimum_by;
  // The wage at which she would keep more, where a step of the law makes this one keep less.
  std::optional<Money> better_at;

  friend bool operator==(const Payslip&, const Payslip&) = default;
};

enum class PayRefusal {
  gross_not_positive,
  gross_too_large,
  mixed_currency,
  part_time_out_of_range,
  special_over_gross,  // 13th pay and overtime are parts of the gross
  rate_over_the_law,   // a rate of one's own that is under or over what the law allows
};
[[nodiscard]] std::string_view pay_refusal_code(PayRefusal why);
[[nodiscard]] Phrase sentence_of(PayRefusal why);

[[nodiscard]] Result<Payslip, PayRefusal> work_out_payslip(const PayFacts& facts,
                                                           const StatutoryRules& rules);
// What `settings` say of part time, part of the month and hours goes into the facts' own fields,
// on top of what is there.
[[nodiscard]] Result<PayFacts, PayRefusal> with_settings(PayFacts facts,
                                                         const PaySettings& settings);
// Works the slip's sums out again from its own lines; the code of the first that does not hold, or
// nothing.
[[nodiscard]] std::optional<std::string> first_fault(const Payslip& slip);

}  // namespace tilia::payroll
