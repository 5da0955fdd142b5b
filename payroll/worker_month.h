// A month worked out for one worker after the other, as the book stands, by the rules given: what a
// run is made of, and what a month that is paid again comes to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "payroll/paid_before.h"
#include "payroll/pay_book.h"

namespace tilia::payroll {

// The month's hours, read at once, person by person.
class HoursOfAll {
 public:
  HoursOfAll(PayBook& book, const Month& month);
  [[nodiscard]] HoursForPay of(const WorkerId& worker) const;

 private:
  PayBook& book_;
  std::vector<WorkerDay> worked_;
  std::vector<WorkerKinds> kinds_;
};

class WorkerMonth {
 public:
  // All of them have to outlive it.
  WorkerMonth(PayBook& book, const StatutoryRules& rules, const Month& month, PaidBefore& before);

  struct WorkedOut {
    std::optional<PaidMonth> paid = {};  // nothing: left out, or not employed in it
    std::vector<PayRunRemark> remarks = {};
  };
  [[nodiscard]] WorkedOut of(const Worker& worker) const;

 private:
  [[nodiscard]] std::vector<PayItem> items_of(const PayDetails& details) const;
  void add_the_year(std::map<std::string, std::string>& said, const WorkerId& worker,
                    const Money& gross) const;
  void work_out(const Worker& worker, const std::vector<Contract>& contracts,
                const PayDetails& details, WorkedOut& answer) const;

  PayBook& book_;
  const StatutoryRules& rules_;
  const Month month_;
  PaidBefore& before_;
  const std::map<std::string, std::string> employer_;
  const HoursOfAll hours_;
};

}  // namespace tilia::payroll
