#include "payroll/pay_correction.h"

#include <fmt/format.h>

#include "core/check.h"

namespace tilia::payroll {

std::string_view correction_refusal_code(CorrectionRefusal why) {
  switch (why) {
    case CorrectionRefusal::not_approved: return "not_approved";
    case CorrectionRefusal::already_open: return "already_open";
    case CorrectionRefusal::other_currency: return "other_currency";
    case CorrectionRefusal::rules_missing: return "rules_missing";
  }
  CHECK(false);
}

Phrase sentence_of(CorrectionRefusal why, const Month& month) {
  return Phrase(fmt::format("payroll.correction_refusal.{}", correction_refusal_code(why)))
      .with("month", month);
}

Result<Done, CorrectionRefusal> open_correction(PayBook& book, const RuleBook& rules,
                                                const Month& month, const UserId& by,
                                                const Clock& clock) {
  const auto state = book.pay_run_state(month);
  if (!state || !state->approved) return CorrectionRefusal::not_approved;
  if (state->open_again) return CorrectionRefusal::already_open;
  const Employer employer = book.employer();
  const auto law = rules.with(book.law_additions()).on(employer.country, month.last_day());
  if (!law) return CorrectionRefusal::rules_missing;
  if (law.value().currency != employer.currency) return CorrectionRefusal::other_currency;
  book.open_correction(month, by, clock.now());
  return Done{};
}

}  // namespace tilia::payroll
