// A cost record as text, as it is sealed and as a person reads it in her own copy: one line of
// JSON. "{}" is a record without months.
#pragma once

#include <optional>
#include <string>

#include "payroll/cost_record.h"

namespace tilia::payroll {

[[nodiscard]] std::string cost_record_text(const CostRecord& record);
// Nothing for a text that is none.
[[nodiscard]] std::optional<CostRecord> parse_cost_record(const std::string& text);

}  // namespace tilia::payroll
