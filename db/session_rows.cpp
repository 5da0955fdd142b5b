// Rows of drawer sessions: the session, its running figures, cash moves, the count at the close.
#include "core/check.h"
#include "db/advance_rows.h"
#include "db/book_fault.h"
#include "db/connection.h"
#include "db/journal_tree.h"
#include "db/short_head.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

Currency currency_column(const Query& row, int column) {
  const auto currency = Currency::from_code(row.text(column));
  if (!currency) throw BookFault(BookFault::Why::damaged, "unknown currency");
  return *currency;
}

// id, till, number, business_day, opened_at, currency, float_amount
pos::DrawerSession session_of(const Query& row) {
  return {.id = row.id<pos::SessionId>(0),
          .till = row.text(1),
          .number = row.whole(2),
          .business_day = row.business_day(3),
          .opened_at = row.instant(4),
          .float_amount = row.money(6, currency_column(row, 5))};
}

std::vector<pos::VatSum> read_session_vat(Connection& connection, std::int64_t session,
                                          Currency currency) {
  std::vector<pos::VatSum> sums;
  Query row = connection.query(
      "SELECT vat_class, rate, gross, net, vat FROM session_vat WHERE session = ?"
      " ORDER BY rate DESC, vat_class",
      session);
  while (row.next()) {
    const auto vat_class = pos::parse_vat_class(row.text(0));
    if (!vat_class) throw BookFault(BookFault::Why::damaged, "a VAT class");
    sums.push_back({.vat_class = *vat_class,
                    .rate = row.rate(1),
                    .gross = row.money(2, currency),
                    .net = row.money(3, currency),
                    .vat = row.money(4, currency)});
  }
  return sums;
}

pos::SessionFigures figures_of_session(Connection& connection, std::int64_t session,
                                       Currency currency) {
  Query row = connection.query(
      "SELECT sales_count, sales_total, refunds_count, refunds_total, donations, tips,"
      " cash_rounding, cash_taken, change_given, cash_refunded, card_taken, cash_in, cash_out,"
      " discounts, tips_out, vouchers_taken, vouchers_sold, account_taken, account_paid,"
      " vouchers_given, advances_taken, advances_used, advances_back, makers_share"
      " FROM session_figures WHERE session = ?",
      session);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a session without figures");
  return {.sales_count = row.whole(0),
          .sales_total = row.money(1, currency),
          .refunds_count = row.whole(2),
          .refunds_total = row.money(3, currency),
          .donations = row.money(4, currency),
          .tips = row.money(5, currency),
          .cash_rounding = row.money(6, currency),
          .cash_taken = row.money(7, currency),
          .change_given = row.money(8, currency),
          .cash_refunded = row.money(9, currency),
          .card_taken = row.money(10, currency),
          .cash_in = row.money(11, currency),
          .cash_out = row.money(12, currency),
          .tips_out = row.money(14, currency),
          .vouchers_taken = row.money(15, currency),
          .vouchers_given = row.money(19, currency),
          .vouchers_sold = row.money(16, currency),
          .account_taken = row.money(17, currency),
          .account_paid = row.money(18, currency),
          .advances_taken = row.money(20, currency),
          .advances_used = row.money(21, currency),
          .advances_back = row.money(22, currency),
          .makers_share = row.money(23, currency),
          .discounts = row.money(13, currency),
          .vat = read_session_vat(connection, session, currency)};
}

std::vector<pos::CountedPiece> read_pieces(Connection& connection, std::int64_t session,
                                           Currency currency) {
  std::vector<pos::CountedPiece> pieces;
  Query row = connection.query(
      "SELECT value, count FROM counted_piece WHERE session = ? ORDER BY number", session);
  while (row.next()) pieces.push_back({row.money(0, currency), row.whole(1)});
  return pieces;
}

// By hour and by group of articles, from the session's own lines. Its sales were all entered after
// it, so that no other session's are looked through.
void put_hours_and_pages(Connection& connection, std::int64_t session) {
  connection.run(
      "INSERT INTO session_hour (session, hour, sales_count, gross)"
      " SELECT session, instant / 3600000, sum(refund_of IS NULL), sum(total) FROM sale"
      " WHERE entry > ?1 AND session = ?1 GROUP BY instant / 3600000",
      session);
  connection.run(
      "INSERT INTO session_page (session, page, gross)"
      " SELECT s.session, l.page, sum(l.amount) FROM sale s JOIN sale_line l ON l.sale = s.entry"
      " WHERE s.entry > ?1 AND s.session = ?1 GROUP BY l.page",
      session);
}

// The head of the station that closed the day, at the entry that closed it.
std::string head_at_close(Connection& connection, const Bytes& closing_hash) {
  Query row = connection.query(
      "SELECT station, epoch, seq FROM journal WHERE kind = 'session.closed' AND hash = ?",
      closing_hash);
  if (!row.next()) throw BookFault(BookFault::Why::damaged, "a closed day without its entry");
  const StationTree tree = tree_until(connection, row.text(0), row.whole(1), row.whole(2));
  return short_head_text(tree.station, tree.tree.size(), tree.tree.root());
}

}  // namespace

void put_session(Connection& connection, const JournalEntry& entry,
                 const pos::DrawerSession& session) {
  connection.run(
      "INSERT INTO drawer_session (entry, id, till, number, business_day, opened_at, currency,"
      " float_amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      entry.position, session.id, session.till, session.number, session.business_day,
      session.opened_at, session.float_amount.currency().code(), session.float_amount);
  connection.run("INSERT INTO session_figures (session) VALUES (?)", entry.position);
}

void put_cash_move(Connection& connection, const JournalEntry& entry,
                   const CashMoveRecord& record) {
  const std::int64_t session = session_entry(connection, record.session);
  const Money none = Money::zero(record.move.amount.currency());
  const bool in = record.move.direction == pos::CashMove::Direction::in;
  connection.run(
      "INSERT INTO cash_move (entry, session, direction, amount, reason, reference)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      entry.position, session, in ? "in" : "out", record.move.amount, record.move.reason,
      record.move.reference);
  const bool gives_back = !in && record.move.reason == pos::advance_reason;
  if (gives_back) give_back_advance(connection, entry, record.move);
  connection.run(
      "UPDATE session_figures SET cash_in = cash_in + ?, cash_out = cash_out + ?,"
      " tips_out = tips_out + ?, advances_back = advances_back + ? WHERE session = ?",
      in ? record.move.amount : none, in ? none : record.move.amount,
      !in && record.move.reason == pos::tips_reason ? record.move.amount : none,
      gives_back ? record.move.amount : none, session);
}

// Nothing is sold in it any more: what it sold is added up now, and not again at its count.
void put_bagging(Connection& connection, const JournalEntry& entry, const SessionBagging& bagging) {
  const std::int64_t session = session_entry(connection, bagging.session);
  put_hours_and_pages(connection, session);
  connection.run("UPDATE drawer_session SET bagged_at = ?, bag = ? WHERE entry = ?",
                 entry.content.at, bagging.bag, session);
  add_sold_articles(connection, session);
}

void put_closing(Connection& connection, const JournalEntry& entry, const SessionClosing& closing) {
  const std::int64_t session = session_entry(connection, closing.session);
  const bool bagged = connection.number(
      "SELECT bagged_at IS NOT NULL FROM drawer_session WHERE entry = ?", session);
  std::int64_t number = 0;
  for (const pos::CountedPiece& piece : closing.pieces) {
    connection.run("INSERT INTO counted_piece (session, number, value, count) VALUES (?, ?, ?, ?)",
                   session, ++number, piece.value, piece.count);
  }
  if (!bagged) put_hours_and_pages(connection, session);
  connection.run(
      "UPDATE drawer_session SET closed_at = ?, expected = ?, counted = ?, head = ?, bag = ?,"
      " difference_note = ?, sheet = coalesce(?, number) WHERE entry = ?",
      entry.content.at, closing.expected, closing.counted, entry.hash, closing.words.bag,
      closing.words.note, closing.sheet, session);
  if (!bagged) add_sold_articles(connection, session);
}

std::int64_t session_entry(Connection& connection, const pos::SessionId& id) {
  return connection.number("SELECT entry FROM drawer_session WHERE id = ?", id);
}

std::int64_t next_session_number(Connection& connection, const std::string& till) {
  return connection.number("SELECT coalesce(max(number), 0) + 1 FROM drawer_session WHERE till = ?",
                           till);
}

std::int64_t next_sheet_number(Connection& connection, const std::string& till) {
  return connection.number("SELECT coalesce(max(sheet), 0) + 1 FROM drawer_session WHERE till = ?",
                           till);
}

std::optional<pos::DrawerSession> read_open_session(Connection& connection,
                                                    const std::string& till) {
  Query row = connection.query(
      "SELECT id, till, number, business_day, opened_at, currency, float_amount"
      " FROM drawer_session WHERE till = ? AND closed_at IS NULL AND bagged_at IS NULL",
      till);
  if (!row.next()) return std::nullopt;
  return session_of(row);
}

std::vector<pos::WaitingBag> read_bags(Connection& connection, const std::string& till) {
  std::vector<pos::WaitingBag> bags;
  Query row = connection.query(
      "SELECT id, till, number, business_day, opened_at, currency, float_amount, bag, bagged_at"
      " FROM drawer_session WHERE till = ? AND closed_at IS NULL AND bagged_at IS NOT NULL"
      " ORDER BY number",
      till);
  while (row.next()) bags.push_back({session_of(row), row.text(7), row.instant(8)});
  return bags;
}

pos::SessionFigures read_figures(Connection& connection, const pos::SessionId& id) {
  Query row = connection.query("SELECT entry, currency FROM drawer_session WHERE id = ?", id);
  CHECK(row.next());
  return figures_of_session(connection, row.whole(0), currency_column(row, 1));
}

std::optional<pos::DaySheet> read_day_sheet(Connection& connection, const std::string& till,
                                            std::int64_t number) {
  Query row = connection.query(
      "SELECT id, till, number, business_day, opened_at, currency, float_amount, entry, closed_at,"
      " expected, counted, head, bag, difference_note, bagged_at FROM drawer_session"
      " WHERE till = ? AND sheet = ?",
      till, number);
  if (!row.next()) return std::nullopt;
  const pos::DrawerSession session = session_of(row);
  const Currency currency = session.float_amount.currency();
  const std::int64_t entry = row.whole(7);
  const Money expected = row.money(9, currency);
  const Money counted = row.money(10, currency);
  return pos::DaySheet{
      .session = session,
      .number = number,
      .closed_at = row.instant(8),
      .figures = figures_of_session(connection, entry, currency),
      .counted_pieces = read_pieces(connection, entry, currency),
      .expected = expected,
      .counted = counted,
      .difference = counted - expected,
      .head = head_at_close(connection, row.bytes(11)),
      .words = {row.text(12), row.text(13)},
      .bagged_at = row.is_null(14) ? std::nullopt : std::optional(row.instant(14))};
}

}  // namespace tilia::db
