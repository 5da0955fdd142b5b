// A second opinion on every split: the rule of payroll/funding/split_wages.h once more, in exact
// fractions and straight from the file's JSON to the answer's. It shares no code with what it
// judges, walks every day one by one, and expects a file that is not refused.
#pragma once

#include <nlohmann/json.hpp>

namespace tilia::payroll::tests {

// The answer without its messages.
[[nodiscard]] nlohmann::json exact_split(const nlohmann::json& file);

}  // namespace tilia::payroll::tests
