// What is sealed about pay, as JSON text and back. What comes back is equal to what went in:
// approval compares a draft with what the book says now. Throws BookFault damaged on a text that is
// none of ours.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/secret.h"
#include "payroll/pay_run.h"

namespace tilia::db {

// Of a contract, by its first day.
struct Wage {
  payroll::PayBasis basis = payroll::PayBasis::monthly;
  Money gross;
};
struct PayRecord {
  payroll::Identity identity;
  std::map<Day, Wage> wages;
  payroll::PayDetails details = {};
};

[[nodiscard]] Secret<std::string> pay_record_text(const PayRecord& record);
[[nodiscard]] PayRecord pay_record_from(const Secret<std::string>& text);

[[nodiscard]] Secret<std::string> slip_text(const payroll::PayRunSlip& slip);
[[nodiscard]] payroll::PayRunSlip slip_from(const Secret<std::string>& text);

// What a run says of itself: its remarks, and the law that it was worked out with.
struct RunNotes {
  std::vector<payroll::PayRunRemark> remarks;
  std::vector<payroll::LawValue> rules = {};  // none in a run of the time before they were kept
};
[[nodiscard]] Secret<std::string> run_notes_text(const RunNotes& notes);
[[nodiscard]] RunNotes run_notes_from(const Secret<std::string>& text);

}  // namespace tilia::db
