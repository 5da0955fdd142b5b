// A backup is one sealed file (db/envelope.h) that holds the whole book, made while everybody
// works, and opened and compared before it is called done. The pages of one read transaction stream
// into it by way of a nameless sealed file (db/sealed_pages.h), and back again when it is opened:
// no plain copy of the book is written on the way, and no memory is as long as the book. Making one
// needs no key, opening one the backup key, which managers hold; what is sealed inside the book
// stays sealed, and what opens people's records is not among the pages but in parts of its own,
// sealed to payroll and to finance (db/kept_apart.h).
//
// A restored book begins a new epoch, above that of the book it replaces: no receipt number comes
// twice. Who was taken out of that book since is taken out again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/instant.h"
#include "db/book_file.h"
#include "db/envelope.h"
#include "db/journal.h"
#include "db/till_payloads.h"

namespace tilia::db {

// What a backup must have in common with its book.
struct BookFacts {
  BookId book;
  std::int64_t schema = 0;
  std::int64_t entries = 0;
  std::vector<ChainHead> heads;
  std::int64_t gross = 0;  // Σ of the day summaries, minor units
  std::int64_t net = 0;
  std::int64_t vat = 0;

  friend bool operator==(const BookFacts&, const BookFacts&) = default;
};

// Writes `target` whole or not at all; an older backup of that name is replaced only by a good one.
// Throws BookFault (no_key as long as nobody holds the backup key, backup_differs, disk_full, …).
BookFacts make_backup(BookFile& book, const std::filesystem::path& target);

// Opens it, looks at every page, walks the journal, adds up. Throws BookFault
// backup_differs (or not_a_book, …) for one that does not hold or is sealed to another key.
BookFacts check_backup(const std::filesystem::path& backup, const Key& key);

// Puts the backup in the place of `target`, which nobody may have open. A file that is another
// book, or none, is replaced only if `replace` says so (else BookFault unlike_book). What was there
// stays beside it as "<target>-replaced". Throws BookFault; then `target` is as it was.
BookFacts restore_backup(const std::filesystem::path& backup, const Key& key,
                         const std::filesystem::path& target, bool replace,
                         const std::string& station, const Instant& at);

}  // namespace tilia::db
