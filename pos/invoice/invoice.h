// What a company gets for what it bought on account: a delivery note for each sale, an invoice for
// those of a month, a credit note for what came back; and how it was paid, invoice by invoice.
//
// All of it adds up with the account (pos/customer_account.h): what is owed = what is open on
// invoices + what stands on none yet − what was paid and belongs to no invoice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "pos/invoice/buyer.h"
#include "pos/invoice/paper_number.h"
#include "pos/sale.h"

namespace tilia::pos {

struct DeliveryNote {
  PaperNumber number;
  SaleId sale;
  Day day;  // on which it was written

  friend bool operator==(const DeliveryNote&, const DeliveryNote&) = default;
};

// A sale or refund as an invoice takes it: with its delivery note, and the part of it that stands
// on the account. The rest was paid when it was sold, or given back then.
struct Supplied {
  Sale sale;
  Money on_account;  // of a refund: negative, or nothing
  std::optional<PaperNumber> note = std::nullopt;

  friend bool operator==(const Supplied&, const Supplied&) = default;
};

// Who sells, as an invoice said it on its day.
struct Seller {
  std::string name;
  std::string address;  // lines parted by '\n'
  std::string tax_number;
  std::string vat_number;
  std::string iban;
  bool charges_vat = true;

  friend bool operator==(const Seller&, const Seller&) = default;
};

// The sums of some sales and refunds: VAT of each rate is the sum of what it was on each of them,
// so that an invoice says to the cent what the till said.
struct InvoiceSums {
  Money gross;
  Money on_account;
  std::vector<VatSum> vat;

  friend bool operator==(const InvoiceSums&, const InvoiceSums&) = default;
};
[[nodiscard]] InvoiceSums sums_of(const std::vector<Supplied>& supplied, Currency currency);
// One sum for each rate; zero and exempt stay apart. Rates that come to nothing are left out.
[[nodiscard]] std::vector<VatSum> vat_over(const std::vector<VatSum>& sums);

struct Invoice {
  PaperNumber number;
  std::string account;
  std::int64_t buyer_version = 0;  // the particulars that it was written to
  Seller seller;
  Day issued;
  Day from;  // the first and the last day of what was supplied
  Day to;
  Day due;
  std::vector<SaleId> sales;  // and refunds, in the order in which they were posted
  InvoiceSums sums;
  // Since then.
  Money credited;          // of what stands on the account
  Money paid;              // by payments that were noted for it
  bool cancelled = false;  // credited whole: what stood on it may stand on another

  [[nodiscard]] Money open() const { return sums.on_account - credited - paid; }
  friend bool operator==(const Invoice&, const Invoice&) = default;
};

// Always of one invoice: of what came back after it was written, or of all that is left of it.
struct CreditNote {
  PaperNumber number;
  PaperNumber invoice;
  Day issued;
  Seller seller;
  bool whole = false;
  std::vector<SaleId> refunds;  // none where it is whole
  InvoiceSums sums;             // less than nothing
  Money released;  // what was paid for it beyond what it still comes to: belongs to no invoice now

  friend bool operator==(const CreditNote&, const CreditNote&) = default;
};

// What was paid, for which invoices.
struct InvoicePaymentTag;
using InvoicePaymentId = Id<InvoicePaymentTag>;
struct InvoicePayment {
  enum class Kind {
    bank,      // came by bank
    assigned,  // had come before, and belonged to no invoice
    reversed,  // takes another one back
  };
  struct Part {
    PaperNumber invoice;
    Money amount;  // what it adds to what is paid of it; less than nothing where it is taken back
    friend bool operator==(const Part&, const Part&) = default;
  };
  PaperNumber number;
  std::string account;
  Kind kind = Kind::bank;
  Money amount;  // positive
  Day day;
  std::vector<Part> parts;
  std::optional<PaperNumber> reverses = std::nullopt;
  bool is_reversed = false;  // since then
  // Minted by who asks: a line that is sent again is noted once. Nothing where nobody asked so.
  std::optional<InvoicePaymentId> id = std::nullopt;

  friend bool operator==(const InvoicePayment&, const InvoicePayment&) = default;
};
[[nodiscard]] std::string_view invoice_payment_text(InvoicePayment::Kind kind);  // "bank", …
[[nodiscard]] std::optional<InvoicePayment::Kind> parse_invoice_payment(std::string_view text);

// How much of an amount goes to which invoice, those that are due first before the others.
[[nodiscard]] std::vector<InvoicePayment::Part> oldest_first(std::vector<Invoice> invoices,
                                                             const Money& amount);
// What taking a payment back takes from invoices: its own parts, as far as they are still there;
// and where more would be assigned than is paid, of the youngest. `unassigned`: after the payment
// is gone from the account, before anything is taken from an invoice.
[[nodiscard]] std::vector<InvoicePayment::Part> taken_back_from(
    const std::vector<Invoice>& invoices, const InvoicePayment& payment, const Money& unassigned);

// What is open, by how long it has been due.
struct InvoiceAge {
  Money not_due;
  Money to_30_days;
  Money to_60_days;
  Money to_90_days;
  Money older;

  [[nodiscard]] Money sum() const { return not_due + to_30_days + to_60_days + to_90_days + older; }
  InvoiceAge& operator+=(const InvoiceAge& other);
  friend bool operator==(const InvoiceAge&, const InvoiceAge&) = default;
};
[[nodiscard]] InvoiceAge age_of(const std::vector<Invoice>& invoices, const Day& today,
                                Currency currency);

// How an account stands by its invoices.
struct InvoiceStanding {
  Money owed;
  Money open;
  Money not_invoiced;
  Money unassigned;  // below zero where a payment was taken back at the counter after it was used

  [[nodiscard]] bool closes() const { return owed == open + not_invoiced - unassigned; }
  friend bool operator==(const InvoiceStanding&, const InvoiceStanding&) = default;
};

// Of one piece or kilogram without its VAT, to four decimals, half-up: "1.0909". An invoice shows
// it (Directive 2006/112/EC, art. 226 (8)); nothing is reckoned from it.
[[nodiscard]] std::string net_unit_price_text(const Money& unit_price, Rate rate,
                                              char decimal_mark);

}  // namespace tilia::pos
