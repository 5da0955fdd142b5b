// Rows about the book itself: its id and the organisation; and the list of all projections.
#include "core/check.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/consignment_rows.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

void apply_consignment(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == maker_added) put_maker(connection, maker_in(entry));
  if (kind == consignment_agreed) put_terms(connection, entry, agreed_in(entry));
  if (kind == consignment_moved) put_consignment_move(connection, entry, settled_in(entry));
  if (kind == makers_paid) put_maker_payments(connection, entry, payments_in(entry));
  if (kind == maker_payment_reversed) put_payment_reversal(connection, entry, reversal_in(entry));
}

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == book_created) put_book_id(connection, entry, book_id_in(entry));
  if (kind == organisation_set) put_organisation(connection, entry, organisation_in(entry));
  if (kind == articles_put) put_articles(connection, entry, articles_in(entry));
  if (kind == prices_dated) put_price_changes(connection, entry, price_changes_in(entry));
  if (kind == stock_moved) put_stock_move(connection, entry, stock_move_in(entry));
  if (kind == session_opened) put_session(connection, entry, session_in(entry));
  if (kind == sale_entered) put_sale(connection, entry, sale_in(entry));
  if (kind == cash_moved) put_cash_move(connection, entry, cash_move_in(entry));
  if (kind == session_bagged) put_bagging(connection, entry, bagging_in(entry));
  if (kind == session_closed) put_closing(connection, entry, closing_in(entry));
  if (kind == counter_rule_set) put_counter_rule(connection, counter_rule_in(entry));
  if (kind == vouchers_registered) put_vouchers(connection, entry, vouchers_in(entry));
  if (kind == voucher_cancelled) put_cancelled_voucher(connection, entry, voucher_in(entry));
  if (kind == issuer_paid) put_issuer_payment(connection, entry, issuer_payment_in(entry));
  if (kind == account_set) put_account(connection, entry, account_in(entry));
  if (kind == account_credited) put_account_credit(connection, entry, credit_in(entry));
  if (kind == fiscal_noted) put_fiscal_note(connection, entry, fiscal_note_in(entry));
  apply_consignment(connection, entry);
}

}  // namespace

Projection till_projection() {
  return {
      .kinds = {book_created,        organisation_set,      articles_put,       prices_dated,
                stock_moved,         session_opened,        sale_entered,       cash_moved,
                session_bagged,      session_closed,        counter_rule_set,   fiscal_noted,
                vouchers_registered, voucher_cancelled,     issuer_paid,        account_set,
                account_credited,    maker_added,           consignment_agreed, consignment_moved,
                makers_paid,         maker_payment_reversed},
      .tables = {"maker_payment_reversal",
                 "maker_payment",
                 "consigned_sale",
                 "consignment_move",
                 "consignment_terms",
                 "consigned_article",
                 "maker",
                 "delivery_piece",
                 "delivery",
                 "advance_move",
                 "advance",
                 "issuer_payment",
                 "voucher_move",
                 "voucher",
                 "account_move",
                 "customer_account",
                 "sale_extra",
                 "counter_rule",
                 "fiscal_note",
                 "sale_tender",
                 "sale_vat",
                 "sale_line",
                 "sale",
                 "cash_move",
                 "counted_piece",
                 "session_page",
                 "session_hour",
                 "session_vat",
                 "session_figures",
                 "drawer_session",
                 "stock",
                 "stock_move",
                 "stock_level",
                 "article_sold",
                 "article_price",
                 "off_shelf",
                 "catalogue_mark",
                 "article",
                 "shop",
                 "organisation",
                 "book"},
      .apply = apply};
}

void put_book_id(Connection& connection, const JournalEntry& entry, const BookId& id) {
  connection.run("INSERT INTO book (one, id, made_at) VALUES (1, ?, ?)", id, entry.content.at);
}

BookId read_book_id(Connection& connection) {
  Query row = connection.query("SELECT id FROM book");
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "the book has no id");
  return row.id<BookId>(0);
}

void put_organisation(Connection& connection, const JournalEntry& entry,
                      const pos::Organisation& organisation) {
  connection.run(
      "INSERT OR REPLACE INTO organisation (one, name, address, tax_number, country, zone,"
      " language, currency, charges_vat, practice) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      organisation.name, organisation.address, organisation.tax_number, organisation.country,
      organisation.zone, organisation.language, organisation.currency.code(),
      organisation.charges_vat, organisation.practice);
  connection.run("DELETE FROM shop");
  std::int64_t place = 0;
  for (const pos::Shop& shop : organisation.shops) {
    connection.run("INSERT INTO shop (place, name, kind, till) VALUES (?, ?, ?, ?)", ++place,
                   shop.name, shop.kind, shop.till);
  }
  put_catalogue_mark(connection, entry);
}

pos::Organisation read_organisation(Connection& connection) {
  Query row = connection.query(
      "SELECT name, address, tax_number, country, zone, language, currency, charges_vat, practice"
      " FROM organisation");
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "the book has no organisation");
  const auto currency = Currency::from_code(row.text(6));
  if (!currency) throw BookFault(BookFault::Why::damaged, "unknown currency");
  pos::Organisation organisation{.name = row.text(0),
                                 .address = row.text(1),
                                 .tax_number = row.text(2),
                                 .country = row.text(3),
                                 .zone = row.text(4),
                                 .language = row.text(5),
                                 .currency = *currency,
                                 .charges_vat = row.yes(7),
                                 .practice = row.yes(8),
                                 .shops = {}};
  Query shops = connection.query("SELECT name, kind, till FROM shop ORDER BY place");
  while (shops.next()) {
    organisation.shops.push_back({shops.text(0), shops.text(1), shops.text(2)});
  }
  return organisation;
}

void put_counter_rule(Connection& connection, const CounterRuleRecord& rule) {
  connection.run("INSERT OR REPLACE INTO counter_rule (name, value) VALUES (?, ?)", rule.name,
                 rule.text);
}

std::vector<std::pair<std::string, std::string>> read_counter_rules(Connection& connection) {
  std::vector<std::pair<std::string, std::string>> rules;
  Query row = connection.query("SELECT name, value FROM counter_rule ORDER BY name");
  while (row.next()) rules.emplace_back(row.text(0), row.text(1));
  return rules;
}

}  // namespace tilia::db
