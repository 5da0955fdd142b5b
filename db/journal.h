// The business journal: every change of business data is one entry, appended in the transaction
// that also moves the projections. Each station has a chain of its own: (station, epoch, seq), seq
// without a gap, each entry's hash over its content and the hash before it. The schema refuses to
// change or delete an entry.
//
// It never holds a login, a read, a name of a person, or text about a person.
//
//   WriteTransaction change(book);
//   append_to_journal(change, {.kind = "expense.entered", .at = at, .payload = canonical_json});
//   … rows of the projections …
//   change.commit();
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/business_day.h"
#include "core/id.h"
#include "core/instant.h"

namespace tilia::db {

class Connection;
class WriteTransaction;

using Hash = std::array<std::uint8_t, 32>;

struct NewEntry {
  std::string kind;  // "sale.entered": the room's noun, a point, what happened
  std::int64_t version = 1;
  Instant at;
  std::optional<BusinessDay> business_day = {};
  std::optional<IdBytes> actor = {};  // only where an approval, a reversal or a punch needs one
  std::string payload;                // canonical JSON: keys in order, no spaces, whole numbers
};

struct JournalEntry {
  std::int64_t position = 0;
  std::string station;
  std::int64_t epoch = 1;
  std::int64_t seq = 0;
  NewEntry content;
  Hash prev_hash{};
  Hash hash{};
};

// Takes the next number of the transaction's station. A station's first entry is preceded by one
// that begins it.
JournalEntry append_to_journal(WriteTransaction& change, NewEntry content);

// The epoch that the transaction's station writes in: one for the whole book.
[[nodiscard]] std::int64_t epoch_of(WriteTransaction& change);

// The newest entry of a station, as its number and hash. Nothing for a station that never wrote.
struct ChainHead {
  std::string station;
  std::int64_t epoch = 1;
  std::int64_t seq = 0;
  Hash hash{};
  friend bool operator==(const ChainHead&, const ChainHead&) = default;
};
[[nodiscard]] std::optional<ChainHead> chain_head(Connection& connection,
                                                  const std::string& station);
[[nodiscard]] std::vector<ChainHead> chain_heads(Connection& connection);  // by station

// Begins a new epoch, above the book's and at least this one, for every station: after restoring a
// backup.
void raise_epoch(WriteTransaction& change, const Instant& at, std::int64_t at_least);

// Every entry in the order of its commit.
void read_journal(Connection& connection, const std::function<void(const JournalEntry&)>& each);
// Every entry in the order of its chain, one station after the other by name. One that cannot be
// read comes without its content, which its hash then does not fit.
void read_chains(Connection& connection, const std::function<void(const JournalEntry&)>& each);

struct JournalCheck {
  std::int64_t entries = 0;
  std::vector<ChainHead> heads;
  // The first entry of a chain that does not hold: a gap, a wrong link, or content that its hash
  // does not fit.
  struct Break {
    enum class Why { gap, link, content };
    Why why = Why::content;
    std::string station;
    std::int64_t epoch = 1;
    std::int64_t seq = 0;
  };
  std::optional<Break> first_break;
};
// `keep_going` is asked now and then, with the entries walked so far; false stops the walk.
[[nodiscard]] JournalCheck verify_journal(Connection& connection,
                                          const std::function<bool(std::int64_t)>& keep_going = {});

// SHA-256 over every field with its length in front, so that no two entries give the same bytes.
[[nodiscard]] Hash hash_of(const JournalEntry& entry);

}  // namespace tilia::db
