#include "payroll/cash_pay.h"

#include <algorithm>
#include <map>

#include "core/check.h"

namespace tilia::payroll {
namespace {

// Each of our currencies has pieces of which the largest that fits always leads to the fewest.
std::vector<CashPay::Pieces> pieces_for(const Money& amount, const std::vector<Money>& pieces) {
  std::vector<CashPay::Pieces> found;
  std::int64_t left = amount.minor();
  for (const Money& piece : pieces) {
    if (left < piece.minor() || (!found.empty() && found.back().value == piece)) continue;
    found.push_back({piece, left / piece.minor()});
    left %= piece.minor();
  }
  CHECK(left == 0);
  return found;
}

}  // namespace

CashPay cash_pay_of(const PayRun& run, const std::vector<Money>& pieces) {
  CHECK(run.state == PayRun::State::approved && !pieces.empty());
  CHECK(std::is_sorted(pieces.rbegin(), pieces.rend()));
  CashPay pay;
  std::vector<const PayRunSlip*> in_cash;
  for (const PayRunSlip& slip : run.slips)
    if (slip.identity.iban.empty() && slip.payout() > Money::zero(slip.payout().currency()))
      in_cash.push_back(&slip);
  std::sort(in_cash.begin(), in_cash.end(), [](const PayRunSlip* a, const PayRunSlip* b) {
    if (a->payout() != b->payout()) return a->payout() > b->payout();
    return a->worker.id < b->worker.id;
  });
  std::map<Money, std::int64_t> together;
  for (const PayRunSlip* slip : in_cash) {
    const Money net = slip->payout();
    const Money cash = net.rounded_to(pieces.back(), Rounding::ceiling).value();
    pay.envelopes.push_back({.number = static_cast<int>(pay.envelopes.size()) + 1,
                             .alias = slip->worker.alias,
                             .legal_name = slip->identity.legal_name,
                             .net = net,
                             .cash = cash,
                             .pieces = pieces_for(cash, pieces)});
    for (const CashPay::Pieces& some : pay.envelopes.back().pieces)
      together[some.value] += some.count;
  }
  for (auto each = together.rbegin(); each != together.rend(); ++each)
    pay.to_fetch.push_back({each->first, each->second});
  return pay;
}

Money cash_of(const CashPay& pay) {
  CHECK(!pay.envelopes.empty());
  Money sum = Money::zero(pay.envelopes.front().cash.currency());
  for (const CashPay::Envelope& one : pay.envelopes) sum += one.cash;
  return sum;
}

Money more_than_net_of(const CashPay& pay) {
  Money more = Money::zero(cash_of(pay).currency());
  for (const CashPay::Envelope& one : pay.envelopes) more += one.more_than_net();
  return more;
}

}  // namespace tilia::payroll
