// What the employer brings to every payslip, and what it entered of law itself, each from its day
// on: rows made from the journal.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/rebuild.h"
#include "payroll/pay_item.h"
#include "payroll/rule_book.h"

namespace tilia::db {

inline constexpr const char* pay_setting_said = "pay_setting.said";

[[nodiscard]] std::string pay_setting_payload(const Day& from,
                                              const std::map<std::string, std::string>& said);
// A later word about the same day takes the place of the one before.
void put_pay_setting(Connection& connection, const std::string& payload);
[[nodiscard]] payroll::SaidFrom read_pay_settings(Connection& connection);

inline constexpr const char* law_added = "law.added";

[[nodiscard]] std::string law_addition_payload(const payroll::RuleAddition& addition,
                                               const Day& from);
void put_law_addition_row(Connection& connection, const std::string& payload);

inline constexpr const char* law_removed = "law.removed";

[[nodiscard]] std::string law_removal_payload(const std::string& country, const std::string& series,
                                              const Day& from);
// False: there was none of that day.
bool take_law_addition_row(Connection& connection, const std::string& payload);
[[nodiscard]] std::vector<payroll::RuleAddition> read_law_additions(Connection& connection);

[[nodiscard]] Projection pay_setting_projection();

}  // namespace tilia::db
