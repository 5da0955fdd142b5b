// Rows about the book itself: its id, the organisation, the catalogue; and the list of all
// projections.
#include <fmt/format.h>

#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::vector<std::string> parted(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> parts;
  for (std::string word; words >> word;) parts.push_back(word);
  return parts;
}

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == book_created) put_book_id(connection, entry, book_id_in(entry));
  if (kind == organisation_set) put_organisation(connection, organisation_in(entry));
  if (kind == articles_put) put_articles(connection, articles_in(entry));
  if (kind == session_opened) put_session(connection, entry, session_in(entry));
  if (kind == sale_entered) put_sale(connection, entry, sale_in(entry));
  if (kind == cash_moved) put_cash_move(connection, entry, cash_move_in(entry));
  if (kind == session_closed) put_closing(connection, entry, closing_in(entry));
  if (kind == counter_rule_set) put_counter_rule(connection, counter_rule_in(entry));
  if (kind == fiscal_noted) put_fiscal_note(connection, entry, fiscal_note_in(entry));
}

}  // namespace

Projection till_projection() {
  return {
      .kinds = {book_created, organisation_set, articles_put, session_opened, sale_entered,
                cash_moved, session_closed, counter_rule_set, fiscal_noted},
      .tables = {"counter_rule", "fiscal_note", "sale_tender", "sale_vat", "sale_line", "sale",
                 "cash_move", "counted_piece", "session_page", "session_hour", "session_vat",
                 "session_figures", "drawer_session", "article", "shop", "organisation", "book"},
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

void put_organisation(Connection& connection, const pos::Organisation& organisation) {
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

void put_articles(Connection& connection, const std::vector<pos::Article>& articles) {
  for (const pos::Article& article : articles) {
    connection.run(
        "INSERT OR REPLACE INTO article (code, name, price, vat_class, unit, barcodes, picture,"
        " page, stocked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        article.code, article.name, article.price, pos::vat_class_text(article.vat_class),
        pos::unit_text(article.unit), joined(article.barcodes), article.picture, article.page,
        article.stocked);
  }
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

std::vector<pos::Article> read_articles(Connection& connection, Currency currency) {
  std::vector<pos::Article> articles;
  Query row = connection.query(
      "SELECT code, name, price, vat_class, unit, barcodes, picture, page, stocked"
      " FROM article ORDER BY page, name, code");
  while (row.next()) {
    const auto vat_class = pos::parse_vat_class(row.text(3));
    const auto unit = pos::parse_unit(row.text(4));
    if (!vat_class || !unit) throw BookFault(BookFault::Why::damaged, "an article's class");
    articles.push_back({.code = row.text(0),
                        .name = row.text(1),
                        .price = row.money(2, currency),
                        .vat_class = *vat_class,
                        .unit = *unit,
                        .barcodes = parted(row.text(5)),
                        .picture = row.text(6),
                        .page = row.text(7),
                        .stocked = row.yes(8)});
  }
  return articles;
}

}  // namespace tilia::db
