// Companies that buy on account, in the office and on the command line: their particulars, delivery
// notes, invoices, credit notes, what they paid by bank, who owes how much since when.
//
//   KeepInvoices keep({book, tenders, till_book, zone, clock});
//   auto drawn_up = keep.preview({"hotel", last_of_march, {}});
//   auto invoice = keep.make({"hotel", last_of_march, {}});
//
// An invoice shows what Directive 2006/112/EC, art. 226 lists: day and number (1, 2), both tax
// numbers (3, 4), names and addresses (5), quantity and kind (6), days of supply (7), what is taxed
// by rate and the unit price without VAT (8), rates (9) and VAT (10), or that none is charged (11).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/zone.h"
#include "pos/invoice/invoice_book.h"
#include "pos/tender_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

class KeepInvoices {
 public:
  struct Doors {
    InvoiceBook& book;
    TenderBook& tenders;
    TillBook& till_book;
    const Zone& zone;
    const Clock& clock;
  };
  explicit KeepInvoices(Doors doors)
      : doors_(doors), currency_(doors.till_book.organisation().currency) {}

  template <class T>
  using Answer = Result<T, InvoiceRefusal>;

  [[nodiscard]] Day today() const { return doors_.zone.local_day(doors_.clock.now()); }
  // Of the organisation: what a new company's is, until somebody says otherwise.
  [[nodiscard]] std::string country() { return doors_.till_book.organisation().country; }
  [[nodiscard]] Answer<Buyer> set_buyer(const Buyer& typed);
  [[nodiscard]] Answer<OwnAccount> set_own_account(const OwnAccount& typed);

  // The delivery note of a sale on account, by its receipt. The same again where it has one.
  [[nodiscard]] Answer<DeliveryNote> deliver(const std::string& receipt);

  struct Asked {
    std::string account;
    Day until;                            // the last day of what is gathered
    std::vector<PaperNumber> notes = {};  // these alone; none: all
  };
  // As it would be, without a number: nothing is written.
  [[nodiscard]] Answer<Invoice> preview(const Asked& asked);
  [[nodiscard]] Answer<Invoice> make(const Asked& asked);
  // What came back since it was written, or with `whole` all that is left of it.
  [[nodiscard]] Answer<CreditNote> credit(const PaperNumber& invoice, bool whole);

  // Came by bank: for that invoice, or for those that are due first; what is left belongs to none.
  // Asked again under its id it is answered as it stands.
  [[nodiscard]] Answer<InvoicePayment> pay(
      const std::string& account, const Money& amount, const std::optional<PaperNumber>& invoice,
      const std::optional<InvoicePaymentId>& id = std::nullopt);
  // What was paid and belongs to no invoice, at the counter or beyond what was open then.
  [[nodiscard]] Answer<InvoicePayment> assign(const std::string& account,
                                              const std::optional<PaperNumber>& invoice);
  // A payment by bank is owed again; one that was assigned belongs to no invoice again.
  [[nodiscard]] Answer<InvoicePayment> reverse(const PaperNumber& payment);

  [[nodiscard]] Answer<InvoiceStanding> standing(const std::string& account);
  // Of companies, by name.
  struct Aged {
    Buyer buyer;
    InvoiceStanding standing;
    InvoiceAge age;
  };
  [[nodiscard]] std::vector<Aged> ages();

 private:
  [[nodiscard]] std::optional<CustomerAccount> account(const std::string& code);
  [[nodiscard]] Money none() const { return Money::zero(currency_); }
  [[nodiscard]] Seller seller();
  [[nodiscard]] Answer<std::vector<Supplied>> gathered(const Asked& asked);
  [[nodiscard]] Answer<std::vector<InvoicePayment::Part>> parts_of(
      const std::string& account, const Money& amount, const std::optional<PaperNumber>& invoice);
  [[nodiscard]] Answer<InvoicePayment> enter(const InvoicePayment& payment);

  Doors doors_;
  Currency currency_;
};

}  // namespace tilia::pos
