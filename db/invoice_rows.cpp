#include "db/invoice_rows.h"

#include "core/check.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

using pos::PaperNumber;
using pos::Series;
using Kind = pos::InvoicePayment::Kind;

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of an invoice");
  return *value;
}

void put_paper(Connection& connection, std::int64_t paper, std::int64_t invoice,
               const std::vector<pos::SaleId>& sales, const pos::InvoiceSums& sums) {
  std::int64_t number = 0;
  for (const pos::SaleId& sale : sales)
    connection.run("INSERT INTO invoice_sale (paper, number, invoice, sale) VALUES (?, ?, ?, ?)",
                   paper, ++number, invoice, known(find_sale(connection, sale)).entry);
  number = 0;
  for (const pos::VatSum& sum : sums.vat)
    connection.run(
        "INSERT INTO invoice_vat (paper, number, vat_class, rate, gross, net, vat)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        paper, ++number, pos::vat_class_text(sum.vat_class), sum.rate, sum.gross, sum.net, sum.vat);
}

std::vector<pos::SaleId> read_sales(Connection& connection, std::int64_t paper) {
  std::vector<pos::SaleId> sales;
  Query row = connection.query(
      "SELECT s.id FROM invoice_sale i JOIN sale s ON s.entry = i.sale WHERE i.paper = ?"
      " ORDER BY i.number",
      paper);
  while (row.next()) sales.push_back(row.id<pos::SaleId>(0));
  return sales;
}

std::vector<pos::VatSum> read_vat(Connection& connection, std::int64_t paper, Currency currency) {
  std::vector<pos::VatSum> sums;
  Query row = connection.query(
      "SELECT vat_class, rate, gross, net, vat FROM invoice_vat WHERE paper = ? ORDER BY number",
      paper);
  while (row.next())
    sums.push_back({.vat_class = known(pos::parse_vat_class(row.text(0))),
                    .rate = row.rate(1),
                    .gross = row.money(2, currency),
                    .net = row.money(3, currency),
                    .vat = row.money(4, currency)});
  return sums;
}

// seller_name, seller_address, seller_tax_number, seller_vat_number, seller_iban, charges_vat
pos::Seller seller_of(const Query& row, int from) {
  return {row.text(from),     row.text(from + 1), row.text(from + 2),
          row.text(from + 3), row.text(from + 4), row.yes(from + 5)};
}

PaperNumber invoice_number(Connection& connection, std::int64_t entry) {
  Query row = connection.query("SELECT epoch, number FROM invoice WHERE entry = ?", entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "an invoice is missing");
  return {Series::invoice, row.whole(0), row.whole(1)};
}

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == delivery_noted) put_delivery_note(connection, entry, delivery_note_in(entry));
  if (kind == invoice_made) put_invoice(connection, entry, invoice_in(entry));
  if (kind == invoice_credited) put_credit_note(connection, entry, credit_note_in(entry));
  if (kind == invoice_paid) put_invoice_payment(connection, entry, invoice_payment_in(entry));
}

}  // namespace

Projection invoice_projection() {
  return {.kinds = {delivery_noted, invoice_made, invoice_credited, invoice_paid},
          .tables = {"invoice_part", "invoice_payment", "invoice_vat", "invoice_sale",
                     "credit_note", "invoice", "delivery_note"},
          .apply = apply};
}

PaperNumber next_number(Connection& connection, Series series, std::int64_t epoch) {
  const auto highest = [&]() -> std::int64_t {
    switch (series) {
      case Series::delivery_note:
        return connection.number(
            "SELECT coalesce(max(number), 0) FROM delivery_note WHERE epoch = ?", epoch);
      case Series::invoice:
        return connection.number("SELECT coalesce(max(number), 0) FROM invoice WHERE epoch = ?",
                                 epoch);
      case Series::credit_note:
        return connection.number("SELECT coalesce(max(number), 0) FROM credit_note WHERE epoch = ?",
                                 epoch);
      case Series::payment:
        return connection.number(
            "SELECT coalesce(max(number), 0) FROM invoice_payment WHERE epoch = ?", epoch);
    }
    CHECK(false);
  };
  return {series, epoch, highest() + 1};
}

std::optional<std::int64_t> find_paper(Connection& connection, const PaperNumber& number) {
  const char* sql = nullptr;
  switch (number.series) {
    case Series::delivery_note:
      sql = "SELECT entry FROM delivery_note WHERE epoch = ? AND number = ?";
      break;
    case Series::invoice: sql = "SELECT entry FROM invoice WHERE epoch = ? AND number = ?"; break;
    case Series::credit_note:
      sql = "SELECT entry FROM credit_note WHERE epoch = ? AND number = ?";
      break;
    case Series::payment:
      sql = "SELECT entry FROM invoice_payment WHERE epoch = ? AND number = ?";
      break;
  }
  Query row = connection.query(sql, number.epoch, number.number);
  if (!row.next()) return std::nullopt;
  return row.whole(0);
}

void put_delivery_note(Connection& connection, const JournalEntry& entry,
                       const pos::DeliveryNote& note) {
  connection.run(
      "INSERT INTO delivery_note (entry, epoch, number, sale, day) VALUES (?, ?, ?, ?, ?)",
      entry.position, entry.epoch, note.number.number,
      known(find_sale(connection, note.sale)).entry, note.day);
}

void put_invoice(Connection& connection, const JournalEntry& entry, const pos::Invoice& invoice) {
  const pos::Seller& seller = invoice.seller;
  connection.run(
      "INSERT INTO invoice (entry, epoch, number, account, buyer_version, currency, issued,"
      " from_day, to_day, due, gross, on_account, seller_name, seller_address, seller_tax_number,"
      " seller_vat_number, seller_iban, charges_vat)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, entry.epoch, invoice.number.number, invoice.account, invoice.buyer_version,
      invoice.sums.gross.currency().code(), invoice.issued, invoice.from, invoice.to, invoice.due,
      invoice.sums.gross, invoice.sums.on_account, seller.name, seller.address, seller.tax_number,
      seller.vat_number, seller.iban, seller.charges_vat);
  put_paper(connection, entry.position, entry.position, invoice.sales, invoice.sums);
}

void put_credit_note(Connection& connection, const JournalEntry& entry,
                     const pos::CreditNote& note) {
  const std::int64_t invoice = known(find_paper(connection, note.invoice));
  const pos::Seller& seller = note.seller;
  connection.run(
      "INSERT INTO credit_note (entry, epoch, number, invoice, whole, issued, gross, on_account,"
      " released, seller_name, seller_address, seller_tax_number, seller_vat_number, seller_iban,"
      " charges_vat) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, entry.epoch, note.number.number, invoice, note.whole, note.issued,
      note.sums.gross, note.sums.on_account, note.released, seller.name, seller.address,
      seller.tax_number, seller.vat_number, seller.iban, seller.charges_vat);
  put_paper(connection, entry.position, invoice, note.refunds, note.sums);
  connection.run(
      "UPDATE invoice SET credited = credited + ?, paid = paid - ?, cancelled = ? WHERE entry = ?",
      -note.sums.on_account, note.released, note.whole, invoice);
}

void put_invoice_payment(Connection& connection, const JournalEntry& entry,
                         const pos::InvoicePayment& payment) {
  std::optional<std::int64_t> reverses;
  bool moves_account = payment.kind == Kind::bank;
  if (payment.reverses) {
    reverses = known(find_paper(connection, *payment.reverses));
    moves_account = read_invoice_payment(connection, *reverses).kind == Kind::bank;
  }
  connection.run(
      "INSERT INTO invoice_payment (entry, epoch, number, account, kind, currency, amount, day,"
      " reverses, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, entry.epoch, payment.number.number, payment.account,
      pos::invoice_payment_text(payment.kind), payment.amount.currency().code(), payment.amount,
      payment.day, reverses, payment.id);
  for (const pos::InvoicePayment::Part& part : payment.parts) {
    const std::int64_t invoice = known(find_paper(connection, part.invoice));
    connection.run("INSERT INTO invoice_part (payment, invoice, amount) VALUES (?, ?, ?)",
                   entry.position, invoice, part.amount);
    connection.run("UPDATE invoice SET paid = paid + ? WHERE entry = ?", part.amount, invoice);
  }
  if (!moves_account) return;
  using Move = pos::AccountMove::Kind;
  put_account_credit(connection, entry,
                     reverses ? AccountCredit{payment.account, Move::paid_back, -payment.amount}
                              : AccountCredit{payment.account, Move::bank, payment.amount});
}

pos::DeliveryNote read_note(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT n.epoch, n.number, s.id, n.day FROM delivery_note n JOIN sale s ON s.entry = n.sale"
      " WHERE n.entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a delivery note is missing");
  return {{Series::delivery_note, row.whole(0), row.whole(1)}, row.id<pos::SaleId>(2), row.day(3)};
}

std::optional<pos::DeliveryNote> read_note_of(Connection& connection, std::int64_t sale) {
  Query row = connection.query("SELECT entry FROM delivery_note WHERE sale = ?", sale);
  if (!row.next()) return std::nullopt;
  return read_note(connection, row.whole(0));
}

pos::Invoice read_invoice(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT epoch, number, account, buyer_version, currency, issued, from_day, to_day, due,"
      " gross, on_account, credited, paid, cancelled, seller_name, seller_address,"
      " seller_tax_number, seller_vat_number, seller_iban, charges_vat FROM invoice"
      " WHERE entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "an invoice is missing");
  const Currency currency = known(Currency::from_code(row.text(4)));
  return {.number = {Series::invoice, row.whole(0), row.whole(1)},
          .account = row.text(2),
          .buyer_version = row.whole(3),
          .seller = seller_of(row, 14),
          .issued = row.day(5),
          .from = row.day(6),
          .to = row.day(7),
          .due = row.day(8),
          .sales = read_sales(connection, entry),
          .sums = {row.money(9, currency), row.money(10, currency),
                   read_vat(connection, entry, currency)},
          .credited = row.money(11, currency),
          .paid = row.money(12, currency),
          .cancelled = row.yes(13)};
}

pos::CreditNote read_credit_note(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT c.epoch, c.number, c.invoice, i.currency, c.issued, c.whole, c.gross, c.on_account,"
      " c.released, c.seller_name, c.seller_address, c.seller_tax_number, c.seller_vat_number,"
      " c.seller_iban, c.charges_vat FROM credit_note c JOIN invoice i ON i.entry = c.invoice"
      " WHERE c.entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a credit note is missing");
  const Currency currency = known(Currency::from_code(row.text(3)));
  return {.number = {Series::credit_note, row.whole(0), row.whole(1)},
          .invoice = invoice_number(connection, row.whole(2)),
          .issued = row.day(4),
          .seller = seller_of(row, 9),
          .whole = row.yes(5),
          .refunds = read_sales(connection, entry),
          .sums = {row.money(6, currency), row.money(7, currency),
                   read_vat(connection, entry, currency)},
          .released = row.money(8, currency)};
}

pos::InvoicePayment read_invoice_payment(Connection& connection, std::int64_t entry) {
  Query row = connection.query(
      "SELECT p.epoch, p.number, p.account, p.kind, p.currency, p.amount, p.day, b.epoch, b.number,"
      " EXISTS (SELECT 1 FROM invoice_payment r WHERE r.reverses = p.entry), p.id"
      " FROM invoice_payment p LEFT JOIN invoice_payment b ON b.entry = p.reverses"
      " WHERE p.entry = ?",
      entry);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a payment is missing");
  const Currency currency = known(Currency::from_code(row.text(4)));
  pos::InvoicePayment payment{.number = {Series::payment, row.whole(0), row.whole(1)},
                              .account = row.text(2),
                              .kind = known(pos::parse_invoice_payment(row.text(3))),
                              .amount = row.money(5, currency),
                              .day = row.day(6),
                              .parts = {},
                              .reverses = std::nullopt,
                              .is_reversed = row.yes(9)};
  if (!row.is_null(10)) payment.id = row.id<pos::InvoicePaymentId>(10);
  if (!row.is_null(7)) payment.reverses = PaperNumber{Series::payment, row.whole(7), row.whole(8)};
  Query part = connection.query(
      "SELECT i.epoch, i.number, p.amount FROM invoice_part p JOIN invoice i ON i.entry = p.invoice"
      " WHERE p.payment = ? ORDER BY p.invoice",
      entry);
  while (part.next())
    payment.parts.push_back(
        {{Series::invoice, part.whole(0), part.whole(1)}, part.money(2, currency)});
  return payment;
}

pos::Supplied read_supplied(Connection& connection, std::int64_t sale) {
  pos::Sale read = read_sale(connection, sale);
  const Money none = Money::zero(read.priced.total.currency());
  pos::Supplied supplied{std::move(read), none};
  for (const pos::Tender& tender : supplied.sale.priced.tenders) {
    if (tender.kind == pos::TenderKind::account) supplied.on_account += tender.amount;
  }
  if (const auto note = read_note_of(connection, sale)) supplied.note = note->number;
  return supplied;
}

}  // namespace tilia::db
