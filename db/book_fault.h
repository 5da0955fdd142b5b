// What can go wrong with the book that is not the user's doing and not ours: the disk, the file,
// another program. Thrown where it happens, caught once at the edge of a program, which says
// sentence(). Whatever was being written is then not in the book at all.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "core/phrase.h"

namespace tilia::db {

class BookFault : public std::runtime_error {
 public:
  enum class Why {
    no_such_book,
    already_exists,  // a new book never replaces a file
    not_a_book,      // no SQLite file, or not one of ours
    newer_version,   // made by a newer program
    network_folder,  // file locks do not hold there
    read_only,       // the folder or the file cannot be written
    cannot_open,
    disk_full,
    disk_failed,
    damaged,
    busy,                 // another program writes and does not end
    till_busy,            // this till's program runs already
    other_programs_open,  // a newer program must change the book, and another has it open
    drawer_open,          // the same, and a drawer session is open
    rule_broken,          // a constraint or trigger of the schema said no
    backup_differs,       // a fresh backup did not hold what the book holds
    keys_replaced,        // somebody left since the asker came in: she has to come in again
    no_key,               // what was asked for is sealed under a key that the asker does not hold
    unlike_book,          // restoring would replace another book
  };

  // `detail` is for logs: it holds no name and no amount.
  BookFault(Why why, const std::string& detail);

  [[nodiscard]] Why why() const { return why_; }
  [[nodiscard]] Phrase sentence() const;

 private:
  Why why_;
};

// "till_busy": the code of --json, and the key of the sentence ("book.fault.till_busy").
[[nodiscard]] std::string_view book_fault_code(BookFault::Why why);

}  // namespace tilia::db
