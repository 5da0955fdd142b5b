#include "payroll/paid_before.h"

#include <algorithm>
#include <utility>

#include "core/check.h"

namespace tilia::payroll {
namespace {

const PayRunSlip* slip_of_worker(const PayRun& run, const WorkerId& worker) {
  const auto found =
      std::ranges::find(run.slips, worker, [](const PayRunSlip& each) { return each.worker.id; });
  return found == run.slips.end() ? nullptr : &*found;
}

}  // namespace

const PayRun* PaidBefore::run(const Month& month) {
  auto known = runs_.find(month);
  if (known == runs_.end()) {
    const auto state = book_.pay_run_state(month);
    known =
        runs_.emplace(month, state && state->approved ? book_.pay_run(month) : std::nullopt).first;
  }
  return known->second ? &*known->second : nullptr;
}

const std::vector<PayCorrection>& PaidBefore::corrections() {
  if (!corrections_) corrections_ = book_.corrections();
  return *corrections_;
}

const PaidMonth* PaidBefore::as_paid(const WorkerId& worker, const Month& month) {
  const auto again = again_.find({worker, month});
  if (again != again_.end()) return &again->second;
  const PaidMonth* paid = nullptr;
  if (const PayRun* own = run(month)) paid = slip_of_worker(*own, worker);
  // They are in the order in which they were paid.
  for (const PayCorrection& each : corrections()) {
    if (each.month != month || !each.paid_in) continue;
    const PayRun* later = run(*each.paid_in);
    CHECK(later != nullptr);
    const PayRunSlip* slip = slip_of_worker(*later, worker);
    if (slip == nullptr) continue;
    const auto found = std::ranges::find(slip->differences, month, &PayDifference::month);
    if (found != slip->differences.end()) paid = &found->now;
  }
  return paid;
}

void PaidBefore::paid_again(const WorkerId& worker, const Month& month, PaidMonth now) {
  again_.insert_or_assign({worker, month}, std::move(now));
}

PaidBefore::Sums PaidBefore::year_before(const WorkerId& worker, const Month& month,
                                         Currency currency) {
  Sums sums{Money::zero(currency), Money::zero(currency)};
  for (Month each = month.previous(); each.year() == month.year(); each = each.previous()) {
    const PaidMonth* paid = as_paid(worker, each);
    if (paid == nullptr || paid->slip.gross.currency() != currency || paid->slip.gross.is_zero())
      continue;
    sums.special += paid->slip.special;
    sums.regular += paid->slip.gross - paid->slip.special;
    ++sums.months;
  }
  return sums;
}

std::optional<PayRun> as_it_stands(PaidBefore& before, const Month& month) {
  const PayRun* run = before.run(month);
  if (run == nullptr) return std::nullopt;
  PayRun stands = *run;
  stands.slips.clear();
  std::vector<const PayRunSlip*> asked;  // whoever is in the run, or was paid for its month later
  for (const PayRunSlip& each : run->slips) asked.push_back(&each);
  for (const PayCorrection& each : before.corrections()) {
    if (each.month != month || !each.paid_in) continue;
    for (const PayRunSlip& later : before.run(*each.paid_in)->slips) {
      const auto same = [&](const PayRunSlip* one) { return one->worker.id == later.worker.id; };
      if (std::ranges::none_of(asked, same)) asked.push_back(&later);
    }
  }
  for (const PayRunSlip* each : asked) {
    const PaidMonth* paid = before.as_paid(each->worker.id, month);
    if (paid == nullptr || paid->slip.gross.is_zero()) continue;
    stands.slips.push_back({*paid, each->worker, each->identity});
  }
  std::ranges::sort(stands.slips, {}, [](const PayRunSlip& each) { return each.worker.alias; });
  return stands;
}

}  // namespace tilia::payroll
