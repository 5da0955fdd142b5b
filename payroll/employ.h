// Taking on a worker, giving a contract, entering hours: the checks before the book is written.
#pragma once

#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "payroll/hours/worked_hours.h"
#include "payroll/pay_book.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

enum class EmployRefusal {
  no_vault_holder,  // nobody yet who keeps what a worker's funding record says
  bad_alias,
  alias_taken,
  unknown_worker,
  worker_ended,
  ends_before_start,
  contract_overlaps,
  gross_not_positive,
  gross_too_large,            // more than a million an hour or a thousand million a month
  weekly_hours_out_of_range,  // more than 0, at most 60
  minutes_out_of_range,       // 0 … 24 h
  day_in_approved_month,      // an approved month is frozen
  day_in_approved_week,       // so are hours that were approved: they are corrected
  day_in_future,
};
[[nodiscard]] std::string_view employ_refusal_code(EmployRefusal why);
[[nodiscard]] Phrase sentence_of(EmployRefusal why, const std::string& about);

[[nodiscard]] std::optional<Worker> find_worker(PayBook& book, const std::string& alias);
// Approved, and not opened for correction: nothing of it can be changed.
[[nodiscard]] bool is_frozen(PayBook& book, const Month& month);
// Is there a frozen month among those from `day` to now? What changes from `day` on would change
// it.
[[nodiscard]] bool frozen_since(PayBook& book, const Day& day, const Clock& clock);

[[nodiscard]] Result<Worker, EmployRefusal> add_worker(PayBook& book, const std::string& alias,
                                                       const std::string& picture, Chance& chance,
                                                       const Clock& clock);
[[nodiscard]] Result<Worker, EmployRefusal> end_worker(PayBook& book, const std::string& alias,
                                                       const Day& last_day, const Clock& clock);
[[nodiscard]] Result<Contract, EmployRefusal> add_contract(PayBook& book, const std::string& alias,
                                                           const Day& from, PayBasis basis,
                                                           const Money& gross, int weekly_minutes,
                                                           const Clock& clock);
[[nodiscard]] Result<Done, EmployRefusal> enter_hours(PayBook& book, const std::string& alias,
                                                      const DayMinutes& hours, const Zone& zone,
                                                      const Clock& clock);

// Keeps who somebody is before the law. CHECKs that she is in the book.
[[nodiscard]] Result<Done, IdentityRefusal> enter_identity(PayBook& book, const RuleBook& rules,
                                                           const std::string& alias,
                                                           const Identity& typed, const Zone& zone,
                                                           const Clock& clock);

}  // namespace tilia::payroll
