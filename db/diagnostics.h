// What to send when something is wrong: versions, counts, sizes and the disk's speed. No name, no
// amount, no id, no text that a person typed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tilia::db {

class BookFile;

struct Diagnosis {
  std::string name;   // "sqlite_version", "journal_entries", …
  std::string value;  // a version or a whole number
};

// Measures 50 overwrites of 4 KB with fdatasync beside the book (a moment on a good disk, a second
// on a stick).
[[nodiscard]] std::vector<Diagnosis> diagnose(BookFile& book);

}  // namespace tilia::db
