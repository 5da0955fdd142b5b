// The one SQLite file of an organisation, opened as a till must open it: no acknowledged sale may
// be lost when the plug is pulled, and two programs on one book may never write at once. Opening
// refuses, each with a BookFault: a network folder, a folder that cannot be written, a file that is
// no book, a newer book.
//
//   auto book = BookFile::open("shop.tilia", {.station = "T1"});
//   WriteTransaction change(*book);
//   change.connection().run("…");
//   change.commit();
//
// One BookFile per thread: the writer's connection, a read-only connection, and the locks. Close of
// the day and the end of a program call checkpoint(); an idle program calls tend_log().
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "db/connection.h"
#include "db/lock_file.h"

namespace tilia::db {

// Of PRAGMA application_id: "TILI".
inline constexpr std::int64_t book_application_id = 0x54494C49;

struct BookOptions {
  std::string station;   // whose chain of the journal this program writes: "T1", "office", "cli"
  std::string vfs = {};  // for power-cut tests: the file system that SQLite goes through
  std::filesystem::path lock_beside = {};  // where the lock file stands; empty: beside the book
  // The name of the network file system under a path, or "".
  std::function<std::string(const std::filesystem::path&)> network_file_system = {};
  std::int64_t idle_log_bytes = 4'000'000;  // tend_log() moves the log that is larger
  bool drawer_may_be_open = false;  // while the schema changes: a backup that is being restored
  std::int64_t schema_version = 0;  // for migration tests: stop at this one; 0: the newest
};

class WriteTransaction;

class BookFile {
 public:
  // The file must not exist, except as the empty remains of a creation that was cut off.
  // `first_entries` writes what a new book begins with, in the same transaction as the schema: a
  // book is whole or not there.
  static std::unique_ptr<BookFile> create(
      const std::filesystem::path& file, const BookOptions& options,
      const std::function<void(WriteTransaction&)>& first_entries);
  // Brings an older book to this program's schema first, if nobody else has it open.
  static std::unique_ptr<BookFile> open(const std::filesystem::path& file,
                                        const BookOptions& options);
  // A book that lives as long as this object, in memory.
  static std::unique_ptr<BookFile> in_memory(
      const BookOptions& options, const std::function<void(WriteTransaction&)>& first_entries);

  // Checkpoints under the write lock if it can be had, and closes; never throws.
  ~BookFile();
  BookFile(const BookFile&) = delete;
  BookFile& operator=(const BookFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const std::string& station() const { return options_.station; }
  [[nodiscard]] bool lives_in_memory() const { return in_memory_; }

  // The writer's connection. Writing goes through a WriteTransaction only; reading is allowed.
  [[nodiscard]] Connection& writer() { return *writer_; }
  // A connection that cannot write: for lists and reports beside the counter's work. In memory: the
  // writer's.
  [[nodiscard]] Connection& reader();

  // Moves the log into the book, under the write lock. False: a reader is in the way; later then.
  bool checkpoint() { return checkpoint(LogAfter::emptied); }
  // The same if the log has grown (idle_log_bytes), and keeps its file: writing over it is half the
  // work of letting it grow. Call when nothing else is to do.
  void tend_log();
  // Writes every page anew (VACUUM) and empties the log, so that no old page is left in either.
  // False: another program was reading, and the log is emptied when nobody does.
  bool write_anew();
  [[nodiscard]] std::int64_t log_bytes() const;

 private:
  friend class WriteTransaction;
  BookFile(std::filesystem::path file, BookOptions options, bool in_memory);

  void look_at_folder() const;
  void look_before_touching() const;
  void open_locks();
  void open_writer(Connection::Kind kind);
  void use_log();
  void bring_up_to_date();
  void fill_new(const std::function<void(WriteTransaction&)>& first_entries);
  void take_write_lock();
  void drop_write_lock();
  enum class LogAfter { emptied, written_over };
  bool checkpoint(LogAfter after);
  bool move_log(LogAfter after);
  void reopen_after_failure();

  std::filesystem::path path_;
  BookOptions options_;
  bool in_memory_ = false;
  std::optional<LockFile> locks_;
  std::unique_ptr<Connection> writer_;
  std::unique_ptr<Connection> reader_;
  bool writing_ = false;
};

// One transaction of the writer, under the write lock. Without commit() everything is undone.
class WriteTransaction {
 public:
  explicit WriteTransaction(BookFile& book);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;

  [[nodiscard]] BookFile& book() { return book_; }
  [[nodiscard]] Connection& connection() { return book_.writer(); }
  void commit();

 private:
  BookFile& book_;
  bool open_ = false;
};

// The name of a network file system by the kernel's number for it and, for FUSE, the mount's type;
// "" for a disk.
[[nodiscard]] std::string network_name(std::uint64_t kernel_number, const std::string& mount_type);
[[nodiscard]] std::string network_file_system_of(const std::filesystem::path& folder);

}  // namespace tilia::db
