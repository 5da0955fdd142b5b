// The shipped rules of Serbia on a day, and a wage in dinars: what most payroll tests start from.
#pragma once

#include "payroll/payslip.h"

namespace tilia::payroll {

inline Currency rsd() { return *Currency::from_code("RSD"); }

inline Money dinars(std::string_view text) { return Money::parse(text, rsd()).value(); }

inline RuleBook shipped_rules() { return RuleBook(TILIA_SOURCE "/payroll/rules"); }

inline StatutoryRules serbia_on(const Day& day) { return shipped_rules().on("RS", day).value(); }

inline PayFacts wage(const Money& gross, const Day& on) { return {.on = on, .gross = gross}; }

}  // namespace tilia::payroll
