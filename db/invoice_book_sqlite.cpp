#include "db/invoice_book_sqlite.h"

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/invoice_rows.h"
#include "db/settings.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

using pos::PaperNumber;
using pos::Series;

constexpr const char* iban_setting = "invoice.iban";
constexpr const char* vat_number_setting = "invoice.vat_number";

// account, version, name, address, country, tax_number, vat_number, days_to_pay, prices_on_notes
pos::Buyer buyer_of(const Query& row) {
  return {.account = row.text(0),
          .name = row.text(2),
          .address = row.text(3),
          .country = row.text(4),
          .tax_number = row.text(5),
          .vat_number = row.text(6),
          .days_to_pay = row.small(7),
          .prices_on_notes = row.yes(8),
          .version = row.whole(1)};
}

std::optional<pos::Buyer> read_buyer(Connection& connection, const std::string& account) {
  Query row = connection.query(
      "SELECT account, version, name, address, country, tax_number, vat_number, days_to_pay,"
      " prices_on_notes FROM buyer WHERE account = ? ORDER BY version DESC LIMIT 1",
      account);
  if (!row.next()) return std::nullopt;
  return buyer_of(row);
}

std::vector<std::int64_t> entries_of(Query row) {
  std::vector<std::int64_t> entries;
  while (row.next()) entries.push_back(row.whole(0));
  return entries;
}

std::vector<pos::Supplied> read_all(Connection& connection,
                                    const std::vector<std::int64_t>& entries) {
  std::vector<pos::Supplied> supplied;
  for (const std::int64_t entry : entries) supplied.push_back(read_supplied(connection, entry));
  return supplied;
}

bool is_invoiced(Connection& connection, std::int64_t sale) {
  return connection.number(
             "SELECT EXISTS (SELECT 1 FROM invoice_sale s JOIN invoice i ON i.entry = s.invoice"
             " WHERE s.sale = ? AND i.cancelled = 0)",
             sale) != 0;
}

std::optional<std::string> one_account_of(Connection& connection, std::int64_t sale) {
  Query row = connection.query(
      "SELECT min(t.reference), count(DISTINCT t.reference) FROM sale_tender t"
      " JOIN sale s ON s.entry = t.sale"
      " WHERE t.sale = ? AND t.kind = 'account' AND s.refund_of IS NULL",
      sale);
  if (!row.next() || row.whole(1) != 1) return std::nullopt;
  return row.text(0);
}

Currency currency_of(Connection& connection, const std::string& account) {
  Query row = connection.query("SELECT currency FROM customer_account WHERE code = ?", account);
  const auto currency =
      row.next() ? Currency::from_code(row.text(0)) : read_organisation(connection).currency;
  if (!currency) throw BookFault(BookFault::Why::damaged, "an account's currency");
  return *currency;
}

Money read_unassigned(Connection& connection, const std::string& account) {
  const std::int64_t came = connection.number(
      "SELECT coalesce(-sum(amount), 0) FROM account_move WHERE account = ?"
      " AND kind NOT IN ('sale', 'refund')",
      account);
  const std::int64_t assigned =
      connection.number("SELECT coalesce(sum(paid), 0) FROM invoice WHERE account = ?", account);
  return Money::from_minor(came - assigned, currency_of(connection, account));
}

// Whether each part still fits on its invoice.
bool fits(Connection& connection, const pos::InvoicePayment& payment) {
  return std::ranges::all_of(payment.parts, [&](const pos::InvoicePayment::Part& part) {
    const auto entry = find_paper(connection, part.invoice);
    if (!entry) return false;
    const pos::Invoice invoice = read_invoice(connection, *entry);
    const Money none = Money::zero(part.amount.currency());
    return invoice.account == payment.account && !invoice.cancelled &&
           part.amount <= invoice.open() && invoice.paid + part.amount >= none;
  });
}

// Whether the account has it: what a bank pays is owed, what is assigned is there, what is taken
// back was not taken back.
bool account_allows(Connection& connection, const pos::InvoicePayment& payment) {
  switch (payment.kind) {
    case pos::InvoicePayment::Kind::bank: {
      const auto accounts = read_accounts(connection);
      const auto account =
          std::ranges::find(accounts, payment.account, &pos::CustomerAccount::code);
      return account != accounts.end() && payment.amount <= account->owed;
    }
    case pos::InvoicePayment::Kind::assigned:
      return payment.amount <= read_unassigned(connection, payment.account);
    case pos::InvoicePayment::Kind::reversed: {
      const auto entry = find_paper(connection, payment.reverses.value());
      return entry && !read_invoice_payment(connection, *entry).is_reversed;
    }
  }
  CHECK(false);
}

// Given its number, appended, and its rows put.
template <class Paper, class Put>
Paper entered(WriteTransaction& change, const char* kind, Paper paper, Series series,
              const Day& day, const Instant& at, Put put) {
  Connection& connection = change.connection();
  paper.number = next_number(connection, series, epoch_of(change));
  const JournalEntry entry = append_to_journal(
      change,
      {.kind = kind, .at = at, .business_day = BusinessDay(day), .payload = payload_of(paper)});
  put(connection, entry, paper);
  change.commit();
  return paper;
}

std::optional<std::int64_t> find_payment(Connection& connection, const pos::InvoicePaymentId& id) {
  Query row = connection.query("SELECT entry FROM invoice_payment WHERE id = ?", id);
  return row.next() ? std::optional(row.whole(0)) : std::nullopt;
}

}  // namespace

std::optional<pos::Buyer> InvoiceBookSqlite::buyer(const std::string& account) {
  return read_buyer(book_.reader(), account);
}

std::optional<pos::Buyer> InvoiceBookSqlite::buyer(const std::string& account,
                                                   std::int64_t version) {
  Query row = book_.reader().query(
      "SELECT account, version, name, address, country, tax_number, vat_number, days_to_pay,"
      " prices_on_notes FROM buyer WHERE account = ? AND version = ?",
      account, version);
  if (!row.next()) return std::nullopt;
  return buyer_of(row);
}

std::vector<pos::Buyer> InvoiceBookSqlite::buyers() {
  std::vector<std::string> accounts;
  {
    Query row = book_.reader().query("SELECT DISTINCT account FROM buyer ORDER BY account");
    while (row.next()) accounts.push_back(row.text(0));
  }
  std::vector<pos::Buyer> all;
  for (const std::string& account : accounts)
    all.push_back(read_buyer(book_.reader(), account).value());
  return all;
}

pos::Buyer InvoiceBookSqlite::put_buyer(const pos::Buyer& buyer) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto before = read_buyer(connection, buyer.account);
  pos::Buyer kept = buyer;
  kept.version = before ? before->version : 1;
  if (before == kept) return kept;
  const bool written_to =
      connection.number(
          "SELECT EXISTS (SELECT 1 FROM invoice WHERE account = ? AND buyer_version = ?)",
          kept.account, kept.version) != 0;
  if (written_to) ++kept.version;
  connection.run(
      "INSERT INTO buyer (account, version, name, address, country, tax_number, vat_number,"
      " days_to_pay, prices_on_notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (account, version) DO UPDATE SET name = excluded.name,"
      " address = excluded.address, country = excluded.country, tax_number = excluded.tax_number,"
      " vat_number = excluded.vat_number, days_to_pay = excluded.days_to_pay,"
      " prices_on_notes = excluded.prices_on_notes",
      kept.account, kept.version, kept.name, kept.address, kept.country, kept.tax_number,
      kept.vat_number, kept.days_to_pay, kept.prices_on_notes);
  change.commit();
  return kept;
}

pos::OwnAccount InvoiceBookSqlite::own_account() {
  return {read_setting(book_, iban_setting).value_or(""),
          read_setting(book_, vat_number_setting).value_or("")};
}

void InvoiceBookSqlite::put_own_account(const pos::OwnAccount& own) {
  write_setting(book_, iban_setting, own.iban);
  write_setting(book_, vat_number_setting, own.vat_number);
}

std::vector<pos::Supplied> InvoiceBookSqlite::not_invoiced(const std::string& account,
                                                           const Day& until) {
  Connection& reader = book_.reader();
  std::vector<std::int64_t> sales = entries_of(
      reader.query("SELECT DISTINCT s.entry FROM account_move m JOIN sale s ON s.entry = m.entry"
                   " WHERE m.account = ? AND m.kind = 'sale' AND s.business_day <= ?",
                   account, until));
  std::erase_if(sales, [&](std::int64_t sale) {
    return is_invoiced(reader, sale) || one_account_of(reader, sale) != account;
  });
  std::vector<std::int64_t> entries = sales;
  for (const std::int64_t sale : sales) {
    const auto refunds = entries_of(reader.query(
        "SELECT entry FROM sale WHERE refund_of = ? AND business_day <= ?", sale, until));
    entries.insert(entries.end(), refunds.begin(), refunds.end());
  }
  std::ranges::sort(entries);
  return read_all(reader, entries);
}

Money InvoiceBookSqlite::not_invoiced_sum(const std::string& account) {
  Connection& reader = book_.reader();
  const std::int64_t sum = reader.number(
      "SELECT coalesce(sum(m.amount), 0) FROM account_move m WHERE m.account = ?"
      " AND m.kind IN ('sale', 'refund') AND NOT EXISTS (SELECT 1 FROM invoice_sale s"
      " JOIN invoice i ON i.entry = s.invoice WHERE s.sale = m.entry AND i.cancelled = 0)",
      account);
  return Money::from_minor(sum, currency_of(reader, account));
}

std::vector<pos::Supplied> InvoiceBookSqlite::taken_back_since(const PaperNumber& invoice) {
  Connection& reader = book_.reader();
  const auto entry = find_paper(reader, invoice);
  if (!entry) return {};
  std::vector<std::int64_t> refunds = entries_of(
      reader.query("SELECT r.entry FROM invoice_sale s JOIN sale r ON r.refund_of = s.sale"
                   " WHERE s.paper = ? ORDER BY r.entry",
                   *entry));
  std::erase_if(refunds, [&](std::int64_t refund) { return is_invoiced(reader, refund); });
  return read_all(reader, refunds);
}

std::vector<pos::Supplied> InvoiceBookSqlite::supplied(const std::vector<pos::SaleId>& sales) {
  Connection& reader = book_.reader();
  std::vector<pos::Supplied> all;
  for (const pos::SaleId& sale : sales)
    all.push_back(read_supplied(reader, find_sale(reader, sale).value().entry));
  return all;
}

std::optional<std::string> InvoiceBookSqlite::account_of(const pos::SaleId& sale) {
  Connection& reader = book_.reader();
  const auto found = find_sale(reader, sale);
  return found ? one_account_of(reader, found->entry) : std::nullopt;
}

std::optional<pos::DeliveryNote> InvoiceBookSqlite::note(const PaperNumber& number) {
  const auto entry = find_paper(book_.reader(), number);
  if (!entry) return std::nullopt;
  return read_note(book_.reader(), *entry);
}

pos::DeliveryNote InvoiceBookSqlite::enter_note(const pos::SaleId& sale, const Day& day,
                                                const Instant& at) {
  WriteTransaction change(book_);
  const auto found = find_sale(change.connection(), sale);
  CHECK(found);
  if (auto written = read_note_of(change.connection(), found->entry)) return *written;
  return entered(change, delivery_noted, pos::DeliveryNote{{}, sale, day}, Series::delivery_note,
                 day, at, put_delivery_note);
}

std::optional<pos::Invoice> InvoiceBookSqlite::enter_invoice(const pos::Invoice& drawn_up,
                                                             const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  for (const pos::SaleId& sale : drawn_up.sales) {
    if (is_invoiced(connection, find_sale(connection, sale).value().entry)) return std::nullopt;
  }
  return entered(change, invoice_made, drawn_up, Series::invoice, drawn_up.issued, at, put_invoice);
}

std::optional<pos::CreditNote> InvoiceBookSqlite::enter_credit(const pos::CreditNote& drawn_up,
                                                               const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const pos::Invoice invoice =
      read_invoice(connection, find_paper(connection, drawn_up.invoice).value());
  const Money left = invoice.sums.on_account - invoice.credited + drawn_up.sums.on_account;
  const Money paid = invoice.paid - drawn_up.released;
  const bool whole = left.is_zero() && paid.is_zero();
  if (invoice.cancelled || paid.negative() || paid > left || (drawn_up.whole && !whole))
    return std::nullopt;
  for (const pos::SaleId& refund : drawn_up.refunds) {
    if (is_invoiced(connection, find_sale(connection, refund).value().entry)) return std::nullopt;
  }
  return entered(change, invoice_credited, drawn_up, Series::credit_note, drawn_up.issued, at,
                 put_credit_note);
}

std::optional<pos::InvoicePayment> InvoiceBookSqlite::enter_payment(
    const pos::InvoicePayment& payment, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  // Noted by another program since it was looked for.
  if (const auto there = payment.id ? find_payment(connection, *payment.id) : std::nullopt)
    return read_invoice_payment(connection, *there);
  if (!account_allows(connection, payment) || !fits(connection, payment)) return std::nullopt;
  return entered(change, invoice_paid, payment, Series::payment, payment.day, at,
                 put_invoice_payment);
}

std::optional<pos::Invoice> InvoiceBookSqlite::invoice(const PaperNumber& number) {
  const auto entry = find_paper(book_.reader(), number);
  if (!entry) return std::nullopt;
  return read_invoice(book_.reader(), *entry);
}

std::vector<pos::Invoice> InvoiceBookSqlite::invoices(const std::string& account) {
  Connection& reader = book_.reader();
  std::vector<pos::Invoice> all;
  for (const std::int64_t entry : entries_of(reader.query(
           "SELECT entry FROM invoice WHERE ?1 = '' OR account = ?1 ORDER BY entry", account)))
    all.push_back(read_invoice(reader, entry));
  return all;
}

std::optional<pos::CreditNote> InvoiceBookSqlite::credit_note(const PaperNumber& number) {
  const auto entry = find_paper(book_.reader(), number);
  if (!entry) return std::nullopt;
  return read_credit_note(book_.reader(), *entry);
}

std::vector<pos::CreditNote> InvoiceBookSqlite::credit_notes(const std::string& account) {
  Connection& reader = book_.reader();
  std::vector<pos::CreditNote> all;
  for (const std::int64_t entry : entries_of(
           reader.query("SELECT c.entry FROM credit_note c JOIN invoice i ON i.entry = c.invoice"
                        " WHERE i.account = ? ORDER BY c.entry",
                        account)))
    all.push_back(read_credit_note(reader, entry));
  return all;
}

std::optional<pos::InvoicePayment> InvoiceBookSqlite::payment(const PaperNumber& number) {
  const auto entry = find_paper(book_.reader(), number);
  if (!entry) return std::nullopt;
  return read_invoice_payment(book_.reader(), *entry);
}

std::optional<pos::InvoicePayment> InvoiceBookSqlite::payment(const pos::InvoicePaymentId& id) {
  const auto entry = find_payment(book_.reader(), id);
  if (!entry) return std::nullopt;
  return read_invoice_payment(book_.reader(), *entry);
}

std::vector<pos::InvoicePayment> InvoiceBookSqlite::payments(const std::string& account) {
  Connection& reader = book_.reader();
  std::vector<pos::InvoicePayment> all;
  for (const std::int64_t entry : entries_of(reader.query(
           "SELECT entry FROM invoice_payment WHERE account = ? ORDER BY entry", account)))
    all.push_back(read_invoice_payment(reader, entry));
  return all;
}

Money InvoiceBookSqlite::unassigned(const std::string& account) {
  return read_unassigned(book_.reader(), account);
}

}  // namespace tilia::db
