// Vouchers and customers' accounts in SQLite: what the office enters is one transaction and one
// entry of the journal each. A customer's name is none: it stands in a row of its own, which can be
// changed and emptied.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/book_file.h"
#include "pos/tender_book.h"

namespace tilia::db {

class TenderBookSqlite final : public pos::TenderBook {
 public:
  explicit TenderBookSqlite(BookFile& book) : book_(book) {}

  std::optional<pos::Voucher> voucher(const std::string& number) override;
  std::vector<pos::Voucher> vouchers() override;
  std::vector<pos::VoucherMove> voucher_moves(const std::string& number) override;
  std::optional<std::string> register_vouchers(const pos::VoucherBatch& batch,
                                               const Instant& at) override;
  void cancel_voucher(const std::string& number, const Day& day, const Instant& at) override;
  std::vector<pos::VoucherDue> voucher_dues(const Day& until) override;
  void enter_issuer_payment(const pos::IssuerPayment& payment, const Day& today,
                            const Instant& at) override;
  std::optional<pos::Advance> advance(const std::string& code) override;
  std::vector<pos::Advance> advances() override;
  std::vector<pos::AdvanceMove> advance_moves(const std::string& code) override;
  std::vector<pos::CustomerAccount> accounts() override;
  std::vector<pos::AccountMove> account_moves(const std::string& code) override;
  void set_account(const pos::CustomerAccount& account, const Instant& at) override;
  void enter_account_credit(const std::string& code, pos::AccountMove::Kind kind,
                            const Money& amount, const Day& day, const Instant& at) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
