#include "db/journal.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <string_view>

#include "db/book_fault.h"
#include "db/book_file.h"

namespace tilia::db {
namespace {

constexpr const char* station_begun = "station.begun";

constexpr const char* columns =
    "SELECT position, station, epoch, seq, kind, version, instant, business_day, actor, payload,"
    " prev_hash, hash FROM journal ";

static_assert(std::tuple_size_v<Hash> == crypto_hash_sha256_BYTES);

class Hasher {
 public:
  Hasher() { crypto_hash_sha256_init(&state_); }

  void whole(std::int64_t number) {
    std::array<std::uint8_t, 8> bytes{};
    auto rest = static_cast<std::uint64_t>(number);
    for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
      *byte = static_cast<std::uint8_t>(rest & 0xFFU);
      rest >>= 8U;
    }
    crypto_hash_sha256_update(&state_, bytes.data(), bytes.size());
  }
  void bytes(std::span<const std::uint8_t> content) {
    whole(static_cast<std::int64_t>(content.size()));
    crypto_hash_sha256_update(&state_, content.data(), content.size());
  }
  void text(std::string_view content) {
    whole(static_cast<std::int64_t>(content.size()));
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(content.data()),
                              content.size());
  }
  void nothing() { whole(-1); }  // no length: absent, which is not the same as empty

  [[nodiscard]] Hash end() {
    Hash hash{};
    crypto_hash_sha256_final(&state_, hash.data());
    return hash;
  }

 private:
  crypto_hash_sha256_state state_{};
};

Hash hash_column(const Query& row, int column) {
  const Bytes stored = row.bytes(column);
  Hash hash{};
  if (stored.size() != hash.size()) {
    throw BookFault(BookFault::Why::damaged, "a hash of the journal has another length");
  }
  std::copy(stored.begin(), stored.end(), hash.begin());
  return hash;
}

JournalEntry entry_of(const Query& row) {
  return {.position = row.whole(0),
          .station = row.text(1),
          .epoch = row.whole(2),
          .seq = row.whole(3),
          .content = {.kind = row.text(4),
                      .version = row.whole(5),
                      .at = row.instant(6),
                      .business_day =
                          row.is_null(7) ? std::nullopt : std::optional(row.business_day(7)),
                      .actor = row.is_null(8) ? std::nullopt : std::optional(row.id_bytes(8)),
                      .payload = row.text(9)},
          .prev_hash = hash_column(row, 10),
          .hash = hash_column(row, 11)};
}

JournalEntry entry_as_far_as_it_can_be_read(const Query& row) {
  try {
    return entry_of(row);
  } catch (const BookFault& fault) {
    if (fault.why() != BookFault::Why::damaged) throw;
    return {.position = row.whole(0),
            .station = row.text(1),
            .epoch = row.whole(2),
            .seq = row.whole(3),
            .content = {.kind = "", .at = Instant::from_unix_milliseconds(0), .payload = ""},
            .prev_hash = {},
            .hash = {}};
  }
}

// `after` is the entry before it, if any; the entry's epoch is `epoch`.
JournalEntry append_after(Connection& connection, const std::string& station,
                          const std::optional<ChainHead>& after, std::int64_t epoch,
                          NewEntry content) {
  JournalEntry entry{.position = 0,
                     .station = station,
                     .epoch = epoch,
                     .seq = after && after->epoch == epoch ? after->seq + 1 : 1,
                     .content = std::move(content),
                     .prev_hash = after ? after->hash : Hash{},
                     .hash = {}};
  entry.hash = hash_of(entry);
  const NewEntry& inside = entry.content;
  Query row = connection.query(
      "INSERT INTO journal (station, epoch, seq, kind, version, instant, business_day, actor,"
      " payload, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING position",
      entry.station, entry.epoch, entry.seq, inside.kind, inside.version, inside.at,
      inside.business_day, inside.actor, inside.payload, entry.prev_hash, entry.hash);
  CHECK(row.next());
  entry.position = row.whole(0);
  CHECK(!row.next());
  return entry;
}

ChainHead head_of(const JournalEntry& entry) {
  return {entry.station, entry.epoch, entry.seq, entry.hash};
}

ChainHead begin_epoch(Connection& connection, const std::string& station,
                      const std::optional<ChainHead>& after, std::int64_t epoch,
                      const Instant& at) {
  return head_of(append_after(
      connection, station, after, epoch,
      {.kind = station_begun, .at = at, .payload = fmt::format(R"({{"epoch":{}}})", epoch)}));
}

std::int64_t book_epoch(Connection& connection) {
  std::int64_t epoch = 1;
  for (const ChainHead& head : chain_heads(connection)) epoch = std::max(epoch, head.epoch);
  return epoch;
}

}  // namespace

Hash hash_of(const JournalEntry& entry) {
  Hasher hasher;
  hasher.text(entry.station);
  hasher.whole(entry.epoch);
  hasher.whole(entry.seq);
  hasher.text(entry.content.kind);
  hasher.whole(entry.content.version);
  hasher.whole(entry.content.at.unix_milliseconds());
  if (entry.content.business_day) {
    hasher.text(entry.content.business_day->text());
  } else {
    hasher.nothing();
  }
  if (entry.content.actor) {
    hasher.bytes(*entry.content.actor);
  } else {
    hasher.nothing();
  }
  hasher.text(entry.content.payload);
  hasher.bytes(entry.prev_hash);
  return hasher.end();
}

std::optional<ChainHead> chain_head(Connection& connection, const std::string& station) {
  Query head = connection.query(
      "SELECT epoch, seq, hash FROM journal WHERE station = ?"
      " ORDER BY epoch DESC, seq DESC LIMIT 1",
      station);
  if (!head.next()) return std::nullopt;
  return ChainHead{station, head.whole(0), head.whole(1), hash_column(head, 2)};
}

std::vector<ChainHead> chain_heads(Connection& connection) {
  // One seek for each station, however long the journal is.
  std::vector<std::string> stations;
  std::string last;
  for (;;) {
    Query next = connection.query("SELECT min(station) FROM journal WHERE station > ?", last);
    CHECK(next.next());
    if (next.is_null(0)) break;
    last = next.text(0);
    stations.push_back(last);
  }
  std::vector<ChainHead> heads;
  heads.reserve(stations.size());
  for (const std::string& station : stations) {
    heads.push_back(chain_head(connection, station).value());
  }
  return heads;
}

std::int64_t epoch_of(WriteTransaction& change) {
  const auto head = chain_head(change.connection(), change.book().station());
  return head ? head->epoch : book_epoch(change.connection());
}

JournalEntry append_to_journal(WriteTransaction& change, NewEntry content) {
  Connection& connection = change.connection();
  const std::string& station = change.book().station();
  std::optional<ChainHead> head = chain_head(connection, station);
  if (!head) head = begin_epoch(connection, station, head, book_epoch(connection), content.at);
  return append_after(connection, station, head, head->epoch, std::move(content));
}

void raise_epoch(WriteTransaction& change, const Instant& at, std::int64_t at_least) {
  Connection& connection = change.connection();
  const std::int64_t epoch = std::max(book_epoch(connection) + 1, at_least);
  for (const ChainHead& head : chain_heads(connection)) {
    begin_epoch(connection, head.station, head, epoch, at);
  }
}

void read_journal(Connection& connection, const std::function<void(const JournalEntry&)>& each) {
  Query rows = connection.query(std::string(columns) + "ORDER BY position");
  while (rows.next()) each(entry_of(rows));
}

void read_chains(Connection& connection, const std::function<void(const JournalEntry&)>& each) {
  Query rows = connection.query(std::string(columns) + "ORDER BY station, epoch, seq");
  while (rows.next()) each(entry_as_far_as_it_can_be_read(rows));
}

JournalCheck verify_journal(Connection& connection,
                            const std::function<bool(std::int64_t)>& keep_going) {
  constexpr std::int64_t between_questions = 4096;
  JournalCheck check;
  Query rows = connection.query(std::string(columns) + "ORDER BY station, epoch, seq");
  std::optional<ChainHead> before;
  while (rows.next()) {
    const JournalEntry entry = entry_as_far_as_it_can_be_read(rows);
    const auto broken = [&](JournalCheck::Break::Why why) {
      check.first_break = {why, entry.station, entry.epoch, entry.seq};
    };
    if (before && before->station != entry.station) {
      check.heads.push_back(*before);
      before.reset();
    }
    const bool same_epoch = before && before->epoch == entry.epoch;
    if (entry.seq != (same_epoch ? before->seq + 1 : 1)) {
      broken(JournalCheck::Break::Why::gap);
    } else if (entry.prev_hash != (before ? before->hash : Hash{})) {
      broken(JournalCheck::Break::Why::link);
    } else if (entry.hash != hash_of(entry)) {
      broken(JournalCheck::Break::Why::content);
    }
    if (check.first_break) return check;
    before = head_of(entry);
    ++check.entries;
    if (keep_going && check.entries % between_questions == 0 && !keep_going(check.entries)) {
      return check;
    }
  }
  if (before) check.heads.push_back(*before);
  return check;
}

}  // namespace tilia::db
