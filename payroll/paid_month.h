// What a month came to for one worker, and what a later run pays where such a month is worked out
// again. Amounts in the run's currency.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/money.h"
#include "payroll/earnings.h"
#include "payroll/identity.h"
#include "payroll/pay_item.h"
#include "payroll/payslip.h"
#include "payroll/worker.h"

namespace tilia::payroll {

struct PaidMonth {
  Contract contract;
  int worked_minutes = 0;
  Payslip slip;
  std::map<std::string, std::string> said = {};  // the settings that it was worked out with
  std::vector<PayItem> items = {};               // of the month
  std::vector<Earning> earnings = {};  // with the items that are taxed, they are the gross

  // What she is paid: the net, what is untaxed beside it, less what was paid or is taken off.
  [[nodiscard]] Money payout() const;
  // What the month costs the employer: with what is paid beside the wage.
  [[nodiscard]] Money cost() const;

  friend bool operator==(const PaidMonth&, const PaidMonth&) = default;
};

// A month that was paid before, worked out again by the rules of that month: hours were corrected,
// a wage or a law changed backwards. What was paid stays as it is; the difference is paid.
struct PayDifference {
  Month month;
  std::optional<PaidMonth> before;  // as it was paid last; none: she was not in that month's run
  PaidMonth now;

  [[nodiscard]] Money payout() const;  // below nothing: she had too much
  [[nodiscard]] Money cost() const;

  friend bool operator==(const PayDifference&, const PayDifference&) = default;
};

// Hers of a run. Where she earned nothing in the run's month (she has left, say), the month is
// there with nothing in it, and the differences are all that there is.
struct PayRunSlip : PaidMonth {
  Worker worker;
  Identity identity;  // as it was: a changed account counts from the next run
  std::vector<PayDifference> differences = {};  // by month

  // These take the place of the month's own: with the differences. Below nothing where she had too
  // much before.
  [[nodiscard]] Money payout() const;
  [[nodiscard]] Money cost() const;
  // Of the differences alone; nothing where there are none.
  [[nodiscard]] Money differences_payout() const;

  friend bool operator==(const PayRunSlip&, const PayRunSlip&) = default;
};

// One of the months that a slip is made of, and whether it is taken back.
struct PaidPart {
  const PaidMonth* paid;
  bool taken_back = false;

  [[nodiscard]] Money of(const Money& amount) const { return taken_back ? -amount : amount; }
};
// Her month, then each difference as it is now and, taken back, as it was: what a sum over a run
// goes through. The slip has to outlive them.
[[nodiscard]] std::vector<PaidPart> parts_of(const PayRunSlip& slip);

// Whether both come to the same hours and amounts, whatever else was entered meanwhile.
[[nodiscard]] bool same_pay(const PaidMonth& a, const PaidMonth& b);

// A month in which nothing was earned.
[[nodiscard]] PaidMonth nothing_paid(const Contract& contract, const StatutoryRules& rules,
                                     const Month& month);

}  // namespace tilia::payroll
