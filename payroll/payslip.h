// One worker's pay for one month, worked out from the dated rules. Pure: rules and facts in, lines
// out. Every line stores base, rate, table date, decree and rounding, so that the slip explains
// itself and a test can work it out again from what it stores.
//
// Serbia (Zakon o doprinosima za obavezno socijalno osiguranje; Zakon o porezu na dohodak građana):
// contributions on gross between the lowest and the highest monthly base; tax on gross less the
// untaxed amount; contributions are not taken off the tax base. Each line half-up to 0.01.
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
#include "payroll/rule_book.h"

namespace tilia::payroll {

struct PayFacts {
  Day on;       // whose law applies: the month's last day
  Money gross;  // of the month
  // The agreed hours as a part of full time, times the part of the month that the contract held:
  // the untaxed amount and the bases follow it.
  std::int64_t part_time_numerator = 1;
  std::int64_t part_time_denominator = 1;
  std::optional<int> worked_minutes;  // for the minimum wage; nothing: not checked
  // What the asker knows and the slip need not assume: "full_month".
  std::vector<std::string> stated;
};

struct PayLine {
  std::string code;  // "SRB_PIO_EE"
  Payer payer = Payer::employee;
  Money base;  // after floor and ceiling
  Rate rate;
  Money amount;  // base × rate, rounded as `rounding`
  Day from;      // of the table's entry
  std::string law;
  Rounding rounding = Rounding::half_up;

  friend bool operator==(const PayLine&, const PayLine&) = default;
};

struct Payslip {
  std::string country;
  Day on;
  Money gross;
  std::vector<PayLine> lines;  // contributions of both sides
  Money untaxed;
  Day untaxed_from;
  std::string untaxed_law;
  Money tax_base;
  Rate tax_rate;
  Day tax_from;
  std::string tax_law;
  Rounding tax_rounding = Rounding::half_up;
  Money tax;
  Money net;                         // gross − employee contributions − tax
  Money employer_cost;               // gross + employer contributions
  std::vector<std::string> assumed;  // codes: "full_month", "no_dependants", …
  bool beyond_review = false;        // nobody has looked whether the law changed by `on`
  // What is missing to the minimum wage, where the hours and the minimum of that day are known.
  std::optional<Money> under_minimum_by;

  friend bool operator==(const Payslip&, const Payslip&) = default;
};

enum class PayRefusal {
  gross_not_positive,
  gross_too_large,
  mixed_currency,
  unknown_setting,  // a --set key that this country does not know
  bad_setting,
  part_time_out_of_range,
};
[[nodiscard]] std::string_view pay_refusal_code(PayRefusal why);
[[nodiscard]] Phrase sentence_of(PayRefusal why);

[[nodiscard]] Result<Payslip, PayRefusal> work_out_payslip(const PayFacts& facts,
                                                           const StatutoryRules& rules);
// "part_time=20/40", "part_month=12/31", "hours=176" (or "176:30"): what --set gives, on top of
// `facts`.
[[nodiscard]] Result<PayFacts, PayRefusal> with_settings(
    PayFacts facts, const std::map<std::string, std::string>& settings);
// Works the slip's sums out again from its own lines; the code of the first that does not hold, or
// nothing.
[[nodiscard]] std::optional<std::string> first_fault(const Payslip& slip);

}  // namespace tilia::payroll
