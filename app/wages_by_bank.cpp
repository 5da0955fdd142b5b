#include "app/wages_by_bank.h"

namespace tilia::app {

reporting::CreditTransfers wage_transfers(const payroll::BankPay& pay,
                                          const payroll::BankLine& line, const std::string& account,
                                          const Instant& made_at, const Day& pay_on,
                                          reporting::BankFileForm form) {
  reporting::CreditTransfers batch{.message_id = pay.id,
                                   .made_at = made_at,
                                   .pay_on = pay_on,
                                   .payer = line.payer,
                                   .payer_iban = account,
                                   .transfers = {},
                                   .form = form,
                                   .wages = true};
  for (const payroll::BankPay::Transfer& one : pay.transfers)
    batch.transfers.push_back({.id = one.id,
                               .name = one.name,
                               .iban = one.iban,
                               .amount = one.amount,
                               .purpose = line.purpose});
  return batch;
}

}  // namespace tilia::app
