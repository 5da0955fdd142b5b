// The sealed journal: what depends on a private record, a read or a login, and so may not stand in
// the business journal. Whoever writes an entry cannot read it again; only the auditor can. Entries
// are of one length and hang in a chain that anybody can check.
//
//   append_sealed(change, auditor, text);            // at most 255 bytes
//   append_sealed_long(change, auditor, text);       // more, in as many entries whatever it says
//   read_sealed(connection, auditors_keys, [](const std::string& text) { … });
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "db/book_file.h"
#include "db/journal.h"
#include "db/key_ring.h"

namespace tilia::db {

void append_sealed(WriteTransaction& change, const PublicKey& auditor, const std::string& text);

// A text that one entry cannot hold: always the same number of entries, one after the other, so
// that nobody sees from the file how long it is. It is read as one text again.
inline constexpr std::size_t pieces_of_long_text = 4;
inline constexpr std::size_t long_text_bytes = 1016;
void append_sealed_long(WriteTransaction& change, const PublicKey& auditor,
                        const std::string& text);

// In order, from that number on. Throws BookFault damaged at an entry that does not open.
void read_sealed(Connection& connection, const KeyRing& auditor,
                 const std::function<void(const std::string&)>& each, std::int64_t from = 1);
// How many there are. Needs no key.
[[nodiscard]] std::int64_t sealed_entries(Connection& connection);

struct SealedCheck {
  std::int64_t entries = 0;
  std::optional<std::int64_t> first_break;  // the number of the first that does not hold
  Hash head{};
};
[[nodiscard]] SealedCheck verify_sealed(Connection& connection);

}  // namespace tilia::db
