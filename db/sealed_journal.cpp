#include "db/sealed_journal.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key_change.h"

namespace tilia::db {
namespace {

constexpr std::size_t entry_text_bytes = 256;
// How each piece of a long text but the first begins; no text of its own does.
constexpr char goes_on = '+';

Hash linked(const Hash& before, const Bytes& entry) {
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, before.data(), before.size());
  crypto_hash_sha256_update(&state, entry.data(), entry.size());
  Hash hash{};
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

Hash hash_from(const Query& row, int column) {
  const Bytes stored = row.bytes(column);
  Hash hash{};
  CHECK(stored.size() == hash.size());
  std::ranges::copy(stored, hash.begin());
  return hash;
}

}  // namespace

void append_sealed(WriteTransaction& change, const PublicKey& auditor, const std::string& text) {
  CHECK(text.size() < entry_text_bytes);
  Connection& connection = change.connection();
  std::int64_t number = 1;
  Hash before{};
  {
    Query last =
        connection.query("SELECT number, chain FROM sealed_journal ORDER BY number DESC LIMIT 1");
    if (last.next()) {
      number = last.whole(0) + 1;
      before = hash_from(last, 1);
    }
  }
  const Bytes entry = sealed_to(auditor, padded(text, entry_text_bytes).reveal());
  connection.run("INSERT INTO sealed_journal (number, entry, chain) VALUES (?, ?, ?)", number,
                 entry, linked(before, entry));
}

void append_sealed_long(WriteTransaction& change, const PublicKey& auditor,
                        const std::string& text) {
  constexpr std::size_t most = entry_text_bytes - 2;  // beside the mark and the padding
  CHECK(text.size() <= long_text_bytes && !text.starts_with(goes_on));
  append_sealed(change, auditor, text.substr(0, most));
  for (std::size_t piece = 1; piece < pieces_of_long_text; ++piece)
    append_sealed(change, auditor,
                  goes_on + text.substr(std::min(text.size(), piece * most), most));
}

void read_sealed(Connection& connection, const KeyRing& auditor,
                 const std::function<void(const std::string&)>& each, std::int64_t from) {
  demand_newest(connection, auditor, KeyName::audit);
  const std::vector<Key> audit = key_and_former_ones(connection, auditor, KeyName::audit);
  Query row = connection.query(
      "SELECT number, entry FROM sealed_journal WHERE number >= ? ORDER BY number", from);
  std::optional<std::string> whole;
  while (row.next()) {
    std::optional<Secret<std::string>> text;
    for (const Key& key : audit) {
      if ((text = opened_by(key, row.bytes(1)))) break;
    }
    if (!text)
      throw BookFault(BookFault::Why::damaged,
                      fmt::format("entry {} of the sealed journal does not open", row.whole(0)));
    const Secret<std::string> plain = unpadded(*std::move(text));
    const std::string& piece = plain.reveal();
    if (whole && piece.starts_with(goes_on)) {
      whole->append(piece, 1);
      continue;
    }
    if (whole) each(*whole);
    whole = piece;
  }
  if (whole) each(*whole);
}

std::int64_t sealed_entries(Connection& connection) {
  return connection.number("SELECT coalesce(max(number), 0) FROM sealed_journal");
}

SealedCheck verify_sealed(Connection& connection) {
  SealedCheck check;
  Query row = connection.query("SELECT number, entry, chain FROM sealed_journal ORDER BY number");
  while (row.next()) {
    const Hash link = linked(check.head, row.bytes(1));
    if (row.whole(0) != check.entries + 1 || hash_from(row, 2) != link) {
      check.first_break = check.entries + 1;
      return check;
    }
    ++check.entries;
    check.head = link;
  }
  return check;
}

}  // namespace tilia::db
