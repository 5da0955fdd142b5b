// What the two halves of `tilia invoice …` share: papers are written (command_invoice.cpp), read
// and paid (command_invoice_paid.cpp).
#pragma once

#include "app/command_tree.h"
#include "app/open_book.h"
#include "db/invoice_book_sqlite.h"
#include "pos/invoice/keep_invoices.h"

namespace tilia::app {

// The book of a command about invoices, and who may.
class InvoiceDesk {
 public:
  InvoiceDesk(Desk& desk, Act act);

  OpenBook book;
  db::InvoiceBookSqlite invoices;
  pos::KeepInvoices keep;

  [[nodiscard]] Words paper_words() const { return book.paper_words(); }
  // Of a paper that is in the book; none where no file was asked for.
  void write_pdf(const pos::PaperNumber& number, const std::string& file);

 private:
  Desk& desk_;
};

[[noreturn]] void refuse(const pos::InvoiceRefusal& refusal);
template <class T>
T kept(Result<T, pos::InvoiceRefusal> answer) {
  if (!answer) refuse(answer.refusal());
  return std::move(answer).value();
}
// Ends the command where it is no number of that series.
[[nodiscard]] pos::PaperNumber number_argument(pos::Series series, const std::string& text);
[[nodiscard]] Json sums_json(const pos::InvoiceSums& sums);
[[nodiscard]] Json invoice_json(const pos::Invoice& invoice);
[[nodiscard]] Json credit_json(const pos::CreditNote& note);
[[nodiscard]] Json payment_json(const pos::InvoicePayment& payment);

// invoice pay, assign, reverse, list, show, ages, statement
void add_invoice_reading(CLI::App& invoice, Desk& desk);

}  // namespace tilia::app
