// What vouchers and customers' accounts need of storage. db/tender_book_sqlite fulfils it. Their
// balances move within the transaction of the sale that uses them; here is what the office enters
// and what everybody reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "pos/advance.h"
#include "pos/customer_account.h"
#include "pos/voucher.h"

namespace tilia::pos {

class TenderBook {
 public:
  virtual ~TenderBook() = default;

  [[nodiscard]] virtual std::optional<Voucher> voucher(const std::string& number) = 0;
  // The newest first.
  [[nodiscard]] virtual std::vector<Voucher> vouchers() = 0;
  [[nodiscard]] virtual std::vector<VoucherMove> voucher_moves(const std::string& number) = 0;
  // The number that is taken already, by a voucher or as an article's barcode; then nothing was
  // written.
  [[nodiscard]] virtual std::optional<std::string> register_vouchers(const VoucherBatch& batch,
                                                                     const Instant& at) = 0;
  // What is left on it is lost. CHECKs that there is such a voucher.
  virtual void cancel_voucher(const std::string& number, const Day& day, const Instant& at) = 0;

  // Of other issuers' vouchers that paid here until that day, the oldest first; what an issuer paid
  // for them, whenever it did.
  [[nodiscard]] virtual std::vector<VoucherDue> voucher_dues(const Day& until) = 0;
  // CHECKs that no part is more than is open.
  virtual void enter_issuer_payment(const IssuerPayment& payment, const Day& today,
                                    const Instant& at) = 0;

  [[nodiscard]] virtual std::optional<Advance> advance(const std::string& code) = 0;
  // Of which something is left, by code.
  [[nodiscard]] virtual std::vector<Advance> advances() = 0;
  [[nodiscard]] virtual std::vector<AdvanceMove> advance_moves(const std::string& code) = 0;

  // By name.
  [[nodiscard]] virtual std::vector<CustomerAccount> accounts() = 0;
  [[nodiscard]] virtual std::vector<AccountMove> account_moves(const std::string& code) = 0;
  // A new one, or another name, picture, limit: what is owed stays as it is.
  virtual void set_account(const CustomerAccount& account, const Instant& at) = 0;
  // `kind` bank or written_off; `amount` positive, at most what is owed (CHECKed).
  virtual void enter_account_credit(const std::string& code, AccountMove::Kind kind,
                                    const Money& amount, const Day& day, const Instant& at) = 0;
};

}  // namespace tilia::pos
