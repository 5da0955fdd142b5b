// What this machine remembers of a book: how far each of its stations was when a program of this
// machine last looked. A book that has fewer entries at the next start, or others, is an older copy
// that was put in its place, or lost some. Whoever may do so says "I know"; until then it is said
// at each start. Who holds the account's own files can make the machine forget: then paper still
// tells (db/verify_heads.h).
//
//   BookWitness witness(DeviceFolder::of_book(base, book));
//   if (const auto found = witness.look(book.reader())) say(sentence_of(*found));
#pragma once

#include <optional>
#include <string>

#include "core/phrase.h"
#include "db/device_folder.h"
#include "db/journal_tree.h"

namespace tilia::db {

struct BookFinding {
  enum class Kind {
    restored,  // on purpose, from a backup: the book itself says so by its epoch
    older,     // fewer entries of a station than this machine has seen
    differs    // other entries
  };
  Kind kind = Kind::differs;
  std::string station = {};            // whose; empty for a restored one
  std::int64_t remembered = 0;         // entries that this machine saw
  std::int64_t entries = 0;            // that the station had when it was found
  std::optional<Instant> newest = {};  // of a restored book: when its last entry was made

  friend bool operator==(const BookFinding&, const BookFinding&) = default;
};
[[nodiscard]] std::string_view finding_code(BookFinding::Kind kind);

class BookWitness {
 public:
  explicit BookWitness(DeviceFolder folder) : folder_(std::move(folder)) {}

  // Compares, and keeps what it finds until it is acknowledged.
  [[nodiscard]] std::optional<BookFinding> look(Connection& connection);
  void remember(const StationTree& tree);
  // Right after a backup was put back on purpose.
  void note_restored(Connection& connection);
  // Somebody who may has read it: from now on the book as it is is remembered.
  void acknowledge(Connection& connection);

 private:
  [[nodiscard]] std::optional<BookFinding> compared(Connection& connection) const;
  void keep(const BookFinding& finding);

  DeviceFolder folder_;
};

}  // namespace tilia::db
