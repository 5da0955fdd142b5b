// Invoices in SQLite: each is one transaction and one entry of the journal, whose number is given
// inside it. A buyer's particulars are rows beside the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/book_file.h"
#include "pos/invoice/invoice_book.h"

namespace tilia::db {

class InvoiceBookSqlite final : public pos::InvoiceBook {
 public:
  explicit InvoiceBookSqlite(BookFile& book) : book_(book) {}

  std::optional<pos::Buyer> buyer(const std::string& account) override;
  std::optional<pos::Buyer> buyer(const std::string& account, std::int64_t version) override;
  std::vector<pos::Buyer> buyers() override;
  pos::Buyer put_buyer(const pos::Buyer& buyer) override;
  pos::OwnAccount own_account() override;
  void put_own_account(const pos::OwnAccount& own) override;

  std::vector<pos::Supplied> not_invoiced(const std::string& account, const Day& until) override;
  Money not_invoiced_sum(const std::string& account) override;
  std::vector<pos::Supplied> taken_back_since(const pos::PaperNumber& invoice) override;
  std::vector<pos::Supplied> supplied(const std::vector<pos::SaleId>& sales) override;
  std::optional<std::string> account_of(const pos::SaleId& sale) override;

  std::optional<pos::DeliveryNote> note(const pos::PaperNumber& number) override;
  pos::DeliveryNote enter_note(const pos::SaleId& sale, const Day& day, const Instant& at) override;
  std::optional<pos::Invoice> enter_invoice(const pos::Invoice& drawn_up,
                                            const Instant& at) override;
  std::optional<pos::CreditNote> enter_credit(const pos::CreditNote& drawn_up,
                                              const Instant& at) override;
  std::optional<pos::InvoicePayment> enter_payment(const pos::InvoicePayment& payment,
                                                   const Instant& at) override;

  std::optional<pos::Invoice> invoice(const pos::PaperNumber& number) override;
  std::vector<pos::Invoice> invoices(const std::string& account) override;
  std::optional<pos::CreditNote> credit_note(const pos::PaperNumber& number) override;
  std::vector<pos::CreditNote> credit_notes(const std::string& account) override;
  std::optional<pos::InvoicePayment> payment(const pos::PaperNumber& number) override;
  std::optional<pos::InvoicePayment> payment(const pos::InvoicePaymentId& id) override;
  std::vector<pos::InvoicePayment> payments(const std::string& account) override;
  Money unassigned(const std::string& account) override;

 private:
  BookFile& book_;
};

}  // namespace tilia::db
