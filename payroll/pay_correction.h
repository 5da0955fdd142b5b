// A month that was paid is opened for correction: its hours, contracts and entries can be changed
// again. What was paid stays as it is. The next run works the month out again by that month's rules
// and pays the difference; its approval closes the month.
#pragma once

#include <optional>
#include <string_view>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "payroll/pay_book.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

enum class CorrectionRefusal {
  not_approved,    // the month can be changed as it is
  already_open,    // and waits for the next run
  other_currency,  // it was paid in a currency that the book does not count in any more
  rules_missing,   // no rules are known for its day any more
};
[[nodiscard]] std::string_view correction_refusal_code(CorrectionRefusal why);
[[nodiscard]] Phrase sentence_of(CorrectionRefusal why, const Month& month);

[[nodiscard]] Result<Done, CorrectionRefusal> open_correction(PayBook& book, const RuleBook& rules,
                                                              const Month& month, const UserId& by,
                                                              const Clock& clock);

}  // namespace tilia::payroll
