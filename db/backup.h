// A backup is one file that holds the whole book, made while everybody works, and opened and
// compared before it is called done. Until backups are sealed, real books have none: a plain copy
// of one would lie about on a stick.
//
// A restored book begins a new epoch, above that of the book it replaces: no receipt number comes
// twice.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/instant.h"
#include "db/book_file.h"
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
// Throws BookFault (real_book_backup, backup_differs, disk_full, read_only, …).
BookFacts make_backup(BookFile& book, const std::filesystem::path& target);

// Opens it, looks at every page, walks the journal, adds up. Throws BookFault backup_differs (or
// not_a_book, …) for one that does not hold.
BookFacts check_backup(const std::filesystem::path& backup);

// Puts the backup in the place of `target`, which nobody may have open. A file that is another
// book, or none, is replaced only if `replace` says so (else BookFault unlike_book). What was there
// stays beside it as "<target>-replaced". Throws BookFault; then `target` is as it was.
BookFacts restore_backup(const std::filesystem::path& backup, const std::filesystem::path& target,
                         bool replace, const std::string& station, const Instant& at);

}  // namespace tilia::db
