// A database file for as long as a piece of work takes, larger than memory may be. It has no name,
// every page of it is sealed under a key that only this object holds, and with the object, or a
// crash, both are gone: no plain page of a book is on the disk at any time.
//
//   SealedPages pages;
//   Connection copy("copy", Connection::Kind::create, pages.vfs());   // any name; one at a time
//   …
//   for (std::uint64_t number = 0; number < pages.count(); ++number) use(pages.page(number));
//
// Rollback journals and temporary files are refused: whoever opens it keeps them in memory
// (open_sealed). It lies where SQLite puts temporary files (SQLITE_TMPDIR, TMPDIR, /var/tmp).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "db/connection.h"

namespace tilia::db {

class SealedPages {
 public:
  static constexpr std::size_t page_bytes = 4096;  // as every book's

  // Throws BookFault cannot_open where no file can be made.
  SealedPages();
  ~SealedPages();
  SealedPages(const SealedPages&) = delete;
  SealedPages& operator=(const SealedPages&) = delete;

  // The VFS to open with, known to SQLite as long as this object lives.
  [[nodiscard]] const std::string& vfs() const;
  [[nodiscard]] std::uint64_t count() const;
  // From 0. One that was never written holds zeros. Throws BookFault disk_failed.
  [[nodiscard]] Bytes page(std::uint64_t number) const;
  // `page` has page_bytes. Throws BookFault disk_full, disk_failed.
  void put(std::uint64_t number, std::span<const std::uint8_t> page);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A connection to what lies in `pages`. Throws BookFault.
[[nodiscard]] std::unique_ptr<Connection> open_sealed(const SealedPages& pages);

}  // namespace tilia::db
