// What months were paid as: by their own run, and by what later runs paid again of them. Each run
// is opened once, and only where somebody asks: each slip that is opened is noted for the auditor.
#pragma once

#include <map>
#include <optional>

#include "payroll/pay_book.h"

namespace tilia::payroll {

class PaidBefore {
 public:
  explicit PaidBefore(PayBook& book) : book_(book) {}

  // The approved run of the month; nothing where there is none.
  [[nodiscard]] const PayRun* run(const Month& month);
  // Hers as it stands; nothing where she was not paid for the month.
  [[nodiscard]] const PaidMonth* as_paid(const WorkerId& worker, const Month& month);
  // The run that is being worked out pays the month as this.
  void paid_again(const WorkerId& worker, const Month& month, PaidMonth now);

  // What the approved runs of the calendar year before the month paid her.
  struct Sums {
    Money regular;
    Money special;
    int months = 0;
  };
  [[nodiscard]] Sums year_before(const WorkerId& worker, const Month& month, Currency currency);
  // As PayBook::corrections.
  [[nodiscard]] const std::vector<PayCorrection>& corrections();

 private:
  PayBook& book_;
  std::map<Month, std::optional<PayRun>> runs_;
  std::map<std::pair<WorkerId, Month>, PaidMonth> again_;
  std::optional<std::vector<PayCorrection>> corrections_;
};

// The approved run of the month as it stands now: what an authority and a year's statement ask for.
// Whoever had a difference alone is not in it. Nothing where no run is approved.
[[nodiscard]] std::optional<PayRun> as_it_stands(PaidBefore& before, const Month& month);

}  // namespace tilia::payroll
