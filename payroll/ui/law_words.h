// A value of law in words for a page: what it is called, in which group one looks for it, and its
// figure as the language writes it.
#pragma once

#include <string>

#include "core/ui/office/page.h"
#include "payroll/rule_file.h"

namespace tilia::payroll {

// In the order of the page.
enum class LawGroup { from_wage, from_employer, bases, tax, minimum_wage, hours, reckoning };
[[nodiscard]] LawGroup law_group(const RuleSeries& series);
[[nodiscard]] Phrase name_of(LawGroup group);

// "Pension, from the wage", "Lowest base"
[[nodiscard]] Phrase name_of(const RuleSeries& series);
// Money without its currency; what is more than one figure as one line.
[[nodiscard]] ui::Text law_value(const RuleSeries& series, const RuleEntry& entry);
[[nodiscard]] bool is_percent(SeriesKind kind);
// Whether an entry like this one is typed as one figure; nothing: the series has none yet.
[[nodiscard]] bool is_one_figure(const RuleEntry* like, SeriesKind kind);
// What is more than one figure, as a rule file writes it, to be changed.
[[nodiscard]] std::string law_entry_text(const RuleEntry* entry, SeriesKind kind);

}  // namespace tilia::payroll
