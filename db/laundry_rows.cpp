#include "db/laundry_rows.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/delivery_rows.h"

namespace tilia::db {
namespace {

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of a ticket");
  return *value;
}

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

pos::OrderedBy whose(const Query& row, int customer, int account) {
  pos::OrderedBy by;
  if (!row.is_null(customer)) by.customer = row.id<pos::CustomerId>(customer);
  if (!row.is_null(account)) by.account = row.text(account);
  return by;
}

std::vector<std::string> marks_of(const std::string& text) {
  std::vector<std::string> marks;
  std::istringstream words(text);
  for (std::string word; words >> word;) marks.push_back(word);
  return marks;
}

// A row of a piece that was collected stands: nothing of it may change.
void put_piece(Connection& connection, std::int64_t ticket, std::int64_t place,
               const pos::TicketPiece& piece) {
  CHECK(piece.tag > 0);
  connection.run(
      "INSERT INTO ticket_piece (tag, ticket, place, article, quantity, currency, unit_price,"
      " marks, load, state, since, rack) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (tag) DO UPDATE SET place = excluded.place, article = excluded.article,"
      " quantity = excluded.quantity, unit_price = excluded.unit_price, marks = excluded.marks,"
      " load = excluded.load, state = excluded.state, since = excluded.since,"
      " rack = excluded.rack WHERE ticket_piece.state <> 'collected'",
      piece.tag, ticket, place, piece.article, piece.quantity, piece.unit_price.currency().code(),
      piece.unit_price, fmt::format("{}", fmt::join(piece.marks, " ")), piece.load,
      pos::piece_state_text(piece.state), piece.since, piece.rack);
}

void strike_out_others(Connection& connection, const pos::Ticket& ticket) {
  std::vector<std::int64_t> there;
  {
    Query row = connection.query("SELECT tag FROM ticket_piece WHERE ticket = ?", ticket.number);
    while (row.next()) there.push_back(row.whole(0));
  }
  for (const std::int64_t tag : there) {
    if (ticket.piece(tag) == nullptr) connection.run("DELETE FROM ticket_piece WHERE tag = ?", tag);
  }
}

}  // namespace

void put_ticket(Connection& connection, const pos::Ticket& ticket) {
  std::int64_t last_tag = 0;
  for (const pos::TicketPiece& piece : ticket.pieces) last_tag = std::max(last_tag, piece.tag);
  connection.run(
      "INSERT INTO ticket (number, id, till, customer, account, taken, due, minute, bag_pieces,"
      " reminded, cancelled, here, last_tag, last_day)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?7)"
      " ON CONFLICT (number) DO UPDATE SET till = excluded.till, customer = excluded.customer,"
      " account = excluded.account, due = excluded.due, minute = excluded.minute,"
      " bag_pieces = excluded.bag_pieces, reminded = excluded.reminded,"
      " cancelled = excluded.cancelled, here = excluded.here,"
      " last_tag = max(last_tag, excluded.last_tag), last_day = max(last_day, excluded.due)",
      ticket.number, ticket.id, ticket.till, ticket.by.customer, if_any(ticket.by.account),
      ticket.taken, ticket.due, ticket.minute, ticket.bag_pieces, ticket.reminded, ticket.cancelled,
      pos::pieces_here(ticket), last_tag);
  strike_out_others(connection, ticket);
  std::int64_t place = 0;
  for (const pos::TicketPiece& piece : ticket.pieces)
    put_piece(connection, ticket.number, ++place, piece);
}

void put_move(Connection& connection, const pos::PieceMove& move) {
  for (const std::int64_t tag : move.tags)
    connection.run(
        "UPDATE ticket_piece SET since = iif(state = ?1, since, ?2), state = ?1, rack = ?3"
        " WHERE tag = ?4 AND ticket = ?5",
        pos::piece_state_text(move.to), move.day, move.rack, tag, move.ticket);
  count_pieces_here(connection, move.ticket, move.day);
}

std::optional<pos::Ticket> read_ticket(Connection& connection, std::int64_t number) {
  Query row = connection.query(
      "SELECT id, till, customer, account, taken, due, minute, bag_pieces, reminded, cancelled"
      " FROM ticket WHERE number = ?",
      number);
  if (!row.next()) return std::nullopt;
  pos::Ticket ticket{.id = row.id<pos::TicketId>(0),
                     .number = number,
                     .till = row.text(1),
                     .by = whose(row, 2, 3),
                     .taken = row.day(4),
                     .due = row.day(5),
                     .bag_pieces = row.small(7),
                     .cancelled = row.yes(9)};
  if (!row.is_null(6)) ticket.minute = row.small(6);
  if (!row.is_null(8)) ticket.reminded = row.day(8);
  Query piece = connection.query(
      "SELECT tag, article, quantity, currency, unit_price, marks, load, state, since, rack"
      " FROM ticket_piece WHERE ticket = ? ORDER BY place",
      number);
  while (piece.next())
    ticket.pieces.push_back(
        {.tag = piece.whole(0),
         .article = piece.text(1),
         .quantity = piece.quantity(2),
         .unit_price = piece.money(4, known(Currency::from_code(piece.text(3)))),
         .marks = marks_of(piece.text(5)),
         .load = piece.small(6),
         .state = known(pos::parse_piece_state(piece.text(7))),
         .since = piece.day(8),
         .rack = piece.text(9)});
  return ticket;
}

}  // namespace tilia::db
