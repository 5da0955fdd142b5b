#include "db/catalogue_book_sqlite.h"

#include "db/journal.h"
#include "db/till_rows.h"

namespace tilia::db {

void CatalogueBookSqlite::put_prices(const std::vector<pos::PriceChange>& changes,
                                     const Instant& at) {
  if (changes.empty()) return;
  WriteTransaction change(book_);
  const JournalEntry entry =
      append_to_journal(change, {.kind = prices_dated, .at = at, .payload = payload_of(changes)});
  put_price_changes(change.connection(), entry, changes);
  change.commit();
}

pos::CatalogueBook::PriceHistory CatalogueBookSqlite::prices_of(const std::string& article) {
  Connection& reader = book_.reader();
  const Currency currency = read_organisation(reader).currency;
  PriceHistory history;
  Query first = reader.query("SELECT price FROM article WHERE code = ?", article);
  if (first.next()) history.before = first.money(0, currency);
  Query row = reader.query(
      "SELECT from_day, price FROM article_price WHERE article = ? ORDER BY from_day", article);
  while (row.next()) history.changes.push_back({article, row.day(0), row.money(1, currency)});
  return history;
}

std::vector<pos::PriceChange> CatalogueBookSqlite::prices_after(const Day& day) {
  Connection& reader = book_.reader();
  const Currency currency = read_organisation(reader).currency;
  std::vector<pos::PriceChange> changes;
  Query row = reader.query(
      "SELECT article, from_day, price FROM article_price WHERE from_day > ?"
      " ORDER BY from_day, article",
      day);
  while (row.next()) changes.push_back({row.text(0), row.day(1), row.money(2, currency)});
  return changes;
}

void CatalogueBookSqlite::enter_stock_move(const pos::StockMove& move, const Instant& at) {
  WriteTransaction change(book_);
  const JournalEntry entry = append_to_journal(change, {.kind = stock_moved,
                                                        .at = at,
                                                        .business_day = BusinessDay(move.day),
                                                        .payload = payload_of(move)});
  put_stock_move(change.connection(), entry, move);
  change.commit();
}

std::vector<pos::StockSince> CatalogueBookSqlite::stock() { return read_stock(book_.reader()); }

std::vector<pos::StockMove> CatalogueBookSqlite::stock_moves(const Day& from, const Day& to) {
  return read_stock_moves(book_.reader(), from, to);
}

}  // namespace tilia::db
