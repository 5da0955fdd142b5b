// Locks between programs, on a file beside the book (never on the book: closing it would drop
// SQLite's own). They are held by the open file (Linux OFD locks), so they go when the program
// goes, however it goes.
//
//   LockFile locks("shop.tilia-lock");
//   if (!locks.lock_within(LockPlace::write, LockMode::alone, patience)) throw …
#pragma once

#include <filesystem>
#include <string>

namespace tilia::db {

// Each place is one byte of the file.
enum class LockPlace {
  programs = 0,   // shared by every program that has the book open; alone while the schema changes
  turnstile = 1,  // whoever waits for `write` holds it, so that waiters take turns
  write = 2,      // one transaction or one checkpoint
  station = 3,    // the life of a till's program, on a file of that till
};
enum class LockMode { shared, alone };

class LockFile {
 public:
  // Creates the file if need be. Throws BookFault (read_only, disk_full, cannot_open).
  explicit LockFile(const std::filesystem::path& path);
  ~LockFile();
  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&&) = delete;

  [[nodiscard]] bool try_lock(LockPlace place, LockMode mode);
  // Tries for about so long. False: somebody else still holds it.
  [[nodiscard]] bool lock_within(LockPlace place, LockMode mode, int patience_milliseconds);
  void unlock(LockPlace place);

  // The text that the holder left for people to read, and writing it.
  void write_text(const std::string& text);
  [[nodiscard]] std::string text() const;

 private:
  int file_ = -1;
};

}  // namespace tilia::db
