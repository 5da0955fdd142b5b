// What invoices need of storage. db/invoice_book_sqlite fulfils it; each write is one transaction
// and one entry of the journal, but a buyer's particulars: they stand beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "pos/invoice/invoice.h"

namespace tilia::pos {

class InvoiceBook {
 public:
  virtual ~InvoiceBook() = default;

  // As they are now, and as they were when an invoice was written to them.
  [[nodiscard]] virtual std::optional<Buyer> buyer(const std::string& account) = 0;
  [[nodiscard]] virtual std::optional<Buyer> buyer(const std::string& account,
                                                   std::int64_t version) = 0;
  [[nodiscard]] virtual std::vector<Buyer> buyers() = 0;  // by account
  virtual Buyer put_buyer(const Buyer& buyer) = 0;
  [[nodiscard]] virtual OwnAccount own_account() = 0;
  virtual void put_own_account(const OwnAccount& own) = 0;

  // Sales that this account alone was bought on, until that day, which stand on no invoice; and
  // what came back of them until then. In the order in which they were posted.
  [[nodiscard]] virtual std::vector<Supplied> not_invoiced(const std::string& account,
                                                           const Day& until) = 0;
  // All that stands on none, of two accounts at once too, whenever it was.
  [[nodiscard]] virtual Money not_invoiced_sum(const std::string& account) = 0;
  // What came back of an invoice's sales and stands on no credit note.
  [[nodiscard]] virtual std::vector<Supplied> taken_back_since(const PaperNumber& invoice) = 0;
  // As an invoice or credit note has them.
  [[nodiscard]] virtual std::vector<Supplied> supplied(const std::vector<SaleId>& sales) = 0;
  // What a sale is to an invoice: nothing where it is a refund, or not of one account alone.
  [[nodiscard]] virtual std::optional<std::string> account_of(const SaleId& sale) = 0;

  [[nodiscard]] virtual std::optional<DeliveryNote> note(const PaperNumber& number) = 0;
  // Written once: asked again, the first is answered.
  virtual DeliveryNote enter_note(const SaleId& sale, const Day& day, const Instant& at) = 0;

  // Nothing where one of its sales stands on another meanwhile.
  [[nodiscard]] virtual std::optional<Invoice> enter_invoice(const Invoice& drawn_up,
                                                             const Instant& at) = 0;
  // Nothing where the invoice changed meanwhile.
  [[nodiscard]] virtual std::optional<CreditNote> enter_credit(const CreditNote& drawn_up,
                                                               const Instant& at) = 0;
  // Nothing where more would be paid of an invoice than is open, or of the account than is owed, or
  // where it takes back what was taken back meanwhile.
  [[nodiscard]] virtual std::optional<InvoicePayment> enter_payment(const InvoicePayment& payment,
                                                                    const Instant& at) = 0;

  [[nodiscard]] virtual std::optional<Invoice> invoice(const PaperNumber& number) = 0;
  // Of one account, or with "" of all; the oldest first.
  [[nodiscard]] virtual std::vector<Invoice> invoices(const std::string& account) = 0;
  [[nodiscard]] virtual std::optional<CreditNote> credit_note(const PaperNumber& number) = 0;
  [[nodiscard]] virtual std::vector<CreditNote> credit_notes(const std::string& account) = 0;
  [[nodiscard]] virtual std::optional<InvoicePayment> payment(const PaperNumber& number) = 0;
  [[nodiscard]] virtual std::optional<InvoicePayment> payment(const InvoicePaymentId& id) = 0;
  [[nodiscard]] virtual std::vector<InvoicePayment> payments(const std::string& account) = 0;
  // All that was paid or written off of an account, less what was taken back, and less what is
  // noted as paid on its invoices.
  [[nodiscard]] virtual Money unassigned(const std::string& account) = 0;
};

}  // namespace tilia::pos
