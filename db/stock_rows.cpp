// Rows of the stock: what came, was wasted or counted, and what was sold of each article.
#include <unordered_map>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

using Kind = pos::StockMove::Kind;

// In sessions that are open, from their lines: a session's sales come after the entry that opened
// it.
constexpr const char* sold_in_open_sessions =
    "SELECT l.article, sum(l.quantity) FROM drawer_session d JOIN sale s ON s.entry > d.entry"
    " AND s.session = d.entry JOIN sale_line l ON l.sale = s.entry"
    " WHERE d.closed_at IS NULL AND d.bagged_at IS NULL GROUP BY l.article";

Quantity sold_until_now(Connection& connection, const std::string& article) {
  Quantity sold = Quantity::from_thousandths(connection.number(
      "SELECT coalesce(max(quantity), 0) FROM article_sold WHERE article = ?", article));
  Query open = connection.query(sold_in_open_sessions);
  while (open.next()) {
    if (open.text(0) == article) sold = sold + open.quantity(1);
  }
  return sold;
}

}  // namespace

void add_sold_articles(Connection& connection, std::int64_t session) {
  connection.run(
      "INSERT INTO article_sold (article, quantity)"
      " SELECT l.article, sum(l.quantity) FROM sale s JOIN sale_line l ON l.sale = s.entry"
      " WHERE s.entry > ?1 AND s.session = ?1 GROUP BY l.article"
      " ON CONFLICT (article) DO UPDATE SET quantity = quantity + excluded.quantity",
      session);
}

void put_stock_move(Connection& connection, const JournalEntry& entry, const pos::StockMove& move) {
  connection.run(
      "INSERT INTO stock_move (entry, article, kind, quantity, reason, day)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      entry.position, move.article, pos::stock_move_text(move.kind), move.quantity, move.reason,
      move.day);
  switch (move.kind) {
    case Kind::counted:
      connection.run(
          "INSERT OR REPLACE INTO stock (article, counted, received, wasted, sold_before,"
          " counted_on) VALUES (?, ?, 0, 0, ?, ?)",
          move.article, move.quantity, sold_until_now(connection, move.article), move.day);
      return;
    case Kind::received:
      connection.run(
          "INSERT OR IGNORE INTO stock (article, counted, received, wasted, sold_before)"
          " VALUES (?, 0, 0, 0, ?)",
          move.article, sold_until_now(connection, move.article));
      connection.run("UPDATE stock SET received = received + ? WHERE article = ?", move.quantity,
                     move.article);
      return;
    case Kind::wasted:
      // Of what was never counted nobody knows how much is there.
      connection.run("UPDATE stock SET wasted = wasted + ? WHERE article = ?", move.quantity,
                     move.article);
  }
}

std::vector<pos::StockSince> read_stock(Connection& connection) {
  std::unordered_map<std::string, Quantity> open_sold;
  {
    Query open = connection.query(sold_in_open_sessions);
    while (open.next()) open_sold.emplace(open.text(0), open.quantity(1));
  }
  std::vector<pos::StockSince> stock;
  Query row = connection.query(
      "SELECT s.article, s.counted, s.received, s.wasted, coalesce(a.quantity, 0) - s.sold_before,"
      " s.counted_on FROM stock s LEFT JOIN article_sold a ON a.article = s.article"
      " ORDER BY s.article");
  while (row.next()) {
    const auto open = open_sold.find(row.text(0));
    stock.push_back(
        {.article = row.text(0),
         .counted = row.quantity(1),
         .received = row.quantity(2),
         .wasted = row.quantity(3),
         .sold = row.quantity(4) + (open == open_sold.end() ? Quantity() : open->second),
         .counted_on = row.is_null(5) ? std::nullopt : std::optional(row.day(5))});
  }
  return stock;
}

std::vector<pos::StockMove> read_stock_moves(Connection& connection, const Day& from,
                                             const Day& to) {
  std::vector<pos::StockMove> moves;
  Query row = connection.query(
      "SELECT article, kind, quantity, reason, day FROM stock_move WHERE day BETWEEN ? AND ?"
      " ORDER BY entry",
      from, to);
  while (row.next()) {
    const auto kind = pos::parse_stock_move(row.text(1));
    if (!kind) throw BookFault(BookFault::Why::damaged, "a stock move's kind");
    moves.push_back({*kind, row.text(0), row.quantity(2), row.text(3), row.day(4)});
  }
  return moves;
}

}  // namespace tilia::db
