#include "db/laundry_book_sqlite.h"

#include "db/customer_book_sqlite.h"
#include "db/delivery_rows.h"
#include "db/laundry_rows.h"
#include "db/own_numbers.h"

namespace tilia::db {
namespace {

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == ticket_put) put_ticket(connection, ticket_in(entry));
  if (kind == ticket_moved) put_move(connection, move_in(entry));
  // A sale that hands pieces over ends them.
  if (kind == sale_entered) end_delivered(connection, sale_in(entry).sale);
}

std::vector<std::int64_t> numbers_of(Query row) {
  std::vector<std::int64_t> numbers;
  while (row.next()) numbers.push_back(row.whole(0));
  return numbers;
}

std::vector<pos::Ticket> read_all(Connection& connection,
                                  const std::vector<std::int64_t>& numbers) {
  std::vector<pos::Ticket> tickets;
  for (const std::int64_t number : numbers)
    tickets.push_back(read_ticket(connection, number).value());
  return tickets;
}

std::optional<pos::Ticket> read_first(Connection& connection,
                                      const std::vector<std::int64_t>& numbers) {
  return numbers.empty() ? std::nullopt : read_ticket(connection, numbers.front());
}

void give_tags(WriteTransaction& change, pos::Ticket& ticket) {
  std::int64_t tag = next_number(change, "ticket", "last_tag");
  for (pos::TicketPiece& piece : ticket.pieces) {
    if (piece.tag == 0) piece.tag = tag++;
  }
}

bool can_move(Connection& connection, const pos::PieceMove& move) {
  const auto ticket = read_ticket(connection, move.ticket);
  if (!ticket || ticket->cancelled) return false;
  for (const std::int64_t tag : move.tags) {
    const pos::TicketPiece* piece = ticket->piece(tag);
    if (piece == nullptr || piece->state == pos::PieceState::collected) return false;
  }
  return true;
}

}  // namespace

Projection laundry_projection() {
  return {.kinds = {ticket_put, ticket_moved, sale_entered},
          .tables = {"ticket_piece", "ticket"},
          .apply = apply};
}

pos::Ticket LaundryBookSqlite::take(const pos::Ticket& ticket,
                                    const std::optional<pos::Customer>& noted, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (auto there = read_first(
          connection,
          numbers_of(connection.query("SELECT number FROM ticket WHERE id = ?", ticket.id))))
    return std::move(*there);
  pos::Ticket taken = ticket;
  taken.number = next_number(change, "ticket");
  give_tags(change, taken);
  append_to_journal(change, {.kind = ticket_put, .at = at, .payload = payload_of(taken)});
  put_ticket(connection, taken);
  if (noted) write_customer(connection, *noted, ticket.due);
  change.commit();
  return taken;
}

std::optional<pos::Ticket> LaundryBookSqlite::put(const pos::Ticket& before,
                                                  const pos::Ticket& after, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (read_ticket(connection, before.number) != before) return std::nullopt;
  pos::Ticket put = after;
  give_tags(change, put);
  append_to_journal(change, {.kind = ticket_put, .at = at, .payload = payload_of(put)});
  put_ticket(connection, put);
  change.commit();
  return put;
}

bool LaundryBookSqlite::move(const pos::PieceMove& move, const Instant& at) {
  WriteTransaction change(book_);
  if (!can_move(change.connection(), move)) return false;
  append_to_journal(change, {.kind = ticket_moved, .at = at, .payload = payload_of(move)});
  put_move(change.connection(), move);
  change.commit();
  return true;
}

std::optional<pos::Ticket> LaundryBookSqlite::ticket(std::int64_t number) {
  return read_ticket(book_.reader(), number);
}

std::optional<pos::Ticket> LaundryBookSqlite::ticket_by_id(const pos::TicketId& id) {
  Connection& reader = book_.reader();
  return read_first(reader, numbers_of(reader.query("SELECT number FROM ticket WHERE id = ?", id)));
}

std::optional<pos::Ticket> LaundryBookSqlite::ticket_of_piece(std::int64_t tag) {
  Connection& reader = book_.reader();
  return read_first(reader,
                    numbers_of(reader.query("SELECT ticket FROM ticket_piece WHERE tag = ?", tag)));
}

std::vector<pos::Ticket> LaundryBookSqlite::open_tickets() {
  Connection& reader = book_.reader();
  return read_all(reader, numbers_of(reader.query("SELECT number FROM ticket WHERE here > 0"
                                                  " ORDER BY due, coalesce(minute, 0), number")));
}

std::vector<pos::Ticket> LaundryBookSqlite::open_tickets(const Day& from, const Day& to) {
  Connection& reader = book_.reader();
  return read_all(reader, numbers_of(reader.query("SELECT number FROM ticket WHERE here > 0"
                                                  " AND due BETWEEN ? AND ?"
                                                  " ORDER BY due, coalesce(minute, 0), number",
                                                  from, to)));
}

std::vector<pos::Ticket> LaundryBookSqlite::open_tickets_of(const pos::OrderedBy& by) {
  Connection& reader = book_.reader();
  constexpr const char* of_customer =
      "SELECT number FROM ticket t WHERE customer = ? AND (here > 0 OR EXISTS (SELECT 1"
      " FROM advance a WHERE a.code = 'ticket-' || t.number AND a.balance > 0)) ORDER BY number";
  constexpr const char* of_account =
      "SELECT number FROM ticket t WHERE account = ? AND (here > 0 OR EXISTS (SELECT 1"
      " FROM advance a WHERE a.code = 'ticket-' || t.number AND a.balance > 0)) ORDER BY number";
  if (by.customer) return read_all(reader, numbers_of(reader.query(of_customer, *by.customer)));
  return read_all(reader, numbers_of(reader.query(of_account, by.account)));
}

std::vector<pos::Ticket> LaundryBookSqlite::tickets_on_rack(const std::string& rack) {
  Connection& reader = book_.reader();
  return read_all(reader, numbers_of(reader.query("SELECT DISTINCT ticket FROM ticket_piece"
                                                  " WHERE rack = ? AND rack <> '' ORDER BY ticket",
                                                  rack)));
}

std::vector<pos::Ticket> LaundryBookSqlite::ready_and_due_before(const Day& day) {
  Connection& reader = book_.reader();
  return read_all(reader,
                  numbers_of(reader.query(
                      "SELECT number FROM ticket t WHERE here > 0 AND due < ? AND EXISTS (SELECT 1"
                      " FROM ticket_piece p WHERE p.ticket = t.number AND p.rack <> '')"
                      " ORDER BY due, coalesce(minute, 0), number",
                      day)));
}

}  // namespace tilia::db
