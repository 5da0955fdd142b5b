// Wages of an approved run that are paid in cash: one envelope for each worker without an account,
// the fewest pieces in each, and what to fetch from the bank for all of them. Each is paid up to
// the next amount that pieces make, never below her net: what that is more is ours.
//
// Envelopes are numbered by amount, so that whoever packs them sees amounts and numbers, and learns
// from neither whose they are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/money.h"
#include "payroll/pay_run.h"

namespace tilia::payroll {

struct CashPay {
  struct Pieces {
    Money value;
    std::int64_t count = 0;

    friend bool operator==(const Pieces&, const Pieces&) = default;
  };
  struct Envelope {
    int number = 0;  // from 1
    std::string alias;
    std::string legal_name;  // empty as long as nobody entered it
    Money net;
    Money cash;                  // what lies in it
    std::vector<Pieces> pieces;  // largest first

    [[nodiscard]] Money more_than_net() const { return cash - net; }
  };
  std::vector<Envelope> envelopes;  // the largest amount first
  std::vector<Pieces> to_fetch;     // of all together, largest first
};
// `pieces` are what the currency has, largest first, at least one.
[[nodiscard]] CashPay cash_pay_of(const PayRun& run, const std::vector<Money>& pieces);

// Of all envelopes; at least one.
[[nodiscard]] Money cash_of(const CashPay& pay);
[[nodiscard]] Money more_than_net_of(const CashPay& pay);

}  // namespace tilia::payroll
