#include "db/journal_head.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/id.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr const char* columns =
    "SELECT number, station, epoch, seq, size, root, frontier, at, public_key, signature"
    " FROM journal_head ";

template <class Array>
Array array_column(const Query& row, int column) {
  const Bytes stored = row.bytes(column);
  Array array{};
  if (stored.size() != array.size())
    throw BookFault(BookFault::Why::damaged, "a head of the journal has another length");
  std::ranges::copy(stored, array.begin());
  return array;
}

JournalHead head_of(const Query& row) {
  return {.number = row.whole(0),
          .station = row.text(1),
          .epoch = row.whole(2),
          .seq = row.whole(3),
          .size = row.whole(4),
          .root = array_column<Hash>(row, 5),
          .frontier = row.bytes(6),
          .at_milliseconds = row.whole(7),
          .public_half = array_column<SigningHalf>(row, 8),
          .signature = array_column<Signature>(row, 9)};
}

std::string book_id(Connection& connection) {
  Query row = connection.query("SELECT id FROM book");
  return row.next() ? hex_text(row.bytes(0)) : "";
}

// All of it but the signature, one thing a line; the station, which may hold anything, comes last.
// For ever: what was signed under one text cannot be proven under another.
std::string signed_text(const std::string& book, const JournalHead& head) {
  return fmt::format("journal head 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", book, head.number,
                     head.epoch, head.seq, head.size, hex_text(head.root), hex_text(head.frontier),
                     head.at_milliseconds, hex_text(head.public_half), head.station);
}

}  // namespace

JournalHead append_head(WriteTransaction& change, const SigningKey& key, const StationTree& tree,
                        const Instant& at) {
  Connection& connection = change.connection();
  JournalHead head{
      .number = connection.number("SELECT coalesce(max(number), 0) + 1 FROM journal_head"),
      .station = tree.station,
      .epoch = tree.epoch,
      .seq = tree.seq,
      .size = tree.tree.size(),
      .root = tree.tree.root(),
      .frontier = tree.tree.frontier(),
      .at_milliseconds = at.unix_milliseconds(),
      .public_half = key.public_half()};
  head.signature = key.sign(signed_text(book_id(connection), head));
  connection.run(
      "INSERT INTO journal_head (number, station, epoch, seq, size, root, frontier, at,"
      " public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      head.number, head.station, head.epoch, head.seq, head.size, head.root, head.frontier,
      head.at_milliseconds, head.public_half, head.signature);
  return head;
}

std::optional<JournalHead> last_head(Connection& connection, const std::string& station) {
  Query row = connection.query(
      std::string(columns) + "WHERE station = ? ORDER BY size DESC LIMIT 1", station);
  if (!row.next()) return std::nullopt;
  return head_of(row);
}

std::vector<JournalHead> heads_in(Connection& connection) {
  std::vector<JournalHead> heads;
  Query row = connection.query(std::string(columns) + "ORDER BY number");
  while (row.next()) heads.push_back(head_of(row));
  return heads;
}

bool signature_holds(Connection& connection, const JournalHead& head) {
  return signed_by(head.public_half, signed_text(book_id(connection), head), head.signature);
}

}  // namespace tilia::db
