// A head of the journal, signed: "after so many entries of mine the root was this". The book keeps
// every one (append-only). A head holds nothing but numbers, hashes and a time, and nothing of it
// depends on a private record.
//
//   WriteTransaction change(book);
//   append_head(change, key, tree_now(change.connection(), "T1"), at);
//   change.commit();
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "db/book_file.h"
#include "db/journal_tree.h"
#include "db/station_key.h"

namespace tilia::db {

struct JournalHead {
  std::int64_t number = 0;  // in the book, gap-free
  std::string station;
  std::int64_t epoch = 1;  // of the last entry under it
  std::int64_t seq = 0;
  std::int64_t size = 0;  // entries under it
  Hash root{};
  Bytes frontier;
  std::int64_t at_milliseconds = 0;  // since 1970, UTC; as it stands there, whatever that is
  SigningHalf public_half{};
  Signature signature{};
};

// The tree must not be empty, and larger than that of the station's last head.
JournalHead append_head(WriteTransaction& change, const SigningKey& key, const StationTree& tree,
                        const Instant& at);

[[nodiscard]] std::optional<JournalHead> last_head(Connection& connection,
                                                   const std::string& station);
// Every one, in the order in which they were made.
[[nodiscard]] std::vector<JournalHead> heads_in(Connection& connection);

// Whether the station signed it, in this book. That its root is the book's is another question.
[[nodiscard]] bool signature_holds(Connection& connection, const JournalHead& head);

}  // namespace tilia::db
