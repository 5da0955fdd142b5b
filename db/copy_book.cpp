#include "db/copy_book.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

#include "db/book_fault.h"
#include "db/connection.h"

namespace tilia::db {
namespace {

void sync_path(const std::filesystem::path& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) throw BookFault(BookFault::Why::cannot_open, std::strerror(errno));
  const bool synced = ::fsync(file) == 0;
  const int error = errno;
  ::close(file);
  if (!synced) throw BookFault(BookFault::Why::disk_failed, std::strerror(error));
}

}  // namespace

void copy_pages(Connection& from, Connection& to) {
  sqlite3_backup* copying = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (copying == nullptr) to.fail(sqlite3_extended_errcode(to.handle()), "backup does not begin");
  const int stepped = sqlite3_backup_step(copying, -1);
  const int ended = sqlite3_backup_finish(copying);
  if (stepped != SQLITE_DONE) to.fail(stepped, "backup stopped");
  if (ended != SQLITE_OK) to.fail(ended, "backup does not end");
}

void copy_book(Connection& from, const std::filesystem::path& target,
               const std::function<void(Connection&)>& look) {
  std::filesystem::path half = target;
  half += "-half";
  try {
    std::filesystem::remove(half);
    Connection to(half, Connection::Kind::create, "");
    // The whole file is synced below, before it gets its name.
    to.script("PRAGMA synchronous = OFF");
    copy_pages(from, to);
    to.script("PRAGMA journal_mode = DELETE");  // the copy of a WAL book says WAL in its header
    look(to);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(half, ignored);
    throw;
  }
  rename_for_good(half, target);
}

void rename_for_good(const std::filesystem::path& from, const std::filesystem::path& to) {
  sync_path(from, O_RDWR);
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error) throw BookFault(BookFault::Why::cannot_open, error.message());
  const std::filesystem::path folder = to.parent_path();
  sync_path(folder.empty() ? std::filesystem::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace tilia::db
