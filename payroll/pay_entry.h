// Entering what a worker or the employer brings to pay, and what one month has beside the contract:
// the checks before the book is written. A month that is approved takes nothing more: what is wrong
// in it is corrected by a slip of its own.
#pragma once

#include "core/chance.h"
#include "core/clock.h"
#include "core/result.h"
#include "payroll/pay_book.h"
#include "payroll/pay_settings.h"

namespace tilia::payroll {

enum class PayEntryRefusal {
  unknown_worker,
  unknown_setting,  // `about`: the key
  bad_setting,      // `about`: the key
  not_hers,         // the employer's key, or the month's: said elsewhere
  month_approved,   // from that day on, or that month
  amount_not_positive,
  amount_too_large,
  only_deductions_leave,  // must_remain belongs to a deduction
  unknown_item,
};
[[nodiscard]] std::string_view pay_entry_refusal_code(PayEntryRefusal why);
struct PayEntryFault {
  PayEntryRefusal why = PayEntryRefusal::unknown_worker;
  std::string about = {};
  std::string country = {};
};
[[nodiscard]] Phrase sentence_of(const PayEntryFault& fault);

// What she brings from the day on, all of it: what is not said any more does not hold any more.
[[nodiscard]] Result<Done, PayEntryFault> enter_brought(
    PayBook& book, const std::string& alias, const Day& from,
    const std::map<std::string, std::string>& said, const Clock& clock);
[[nodiscard]] Result<Done, PayEntryFault> enter_employer_brings(
    PayBook& book, const Day& from, const std::map<std::string, std::string>& said,
    const Clock& clock);
[[nodiscard]] Result<PayItem, PayEntryFault> add_pay_item(PayBook& book, const std::string& alias,
                                                          const Month& month, PayItem::Kind kind,
                                                          const Money& amount,
                                                          const std::optional<Money>& must_remain,
                                                          Chance& chance);
[[nodiscard]] Result<Done, PayEntryFault> take_pay_item(PayBook& book, const std::string& alias,
                                                        const PayItemId& item);

}  // namespace tilia::payroll
