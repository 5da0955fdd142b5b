#include "db/gathered_log.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstddef>
#include <vector>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {

// First the face that SQLite sees, so that a pointer to it is a pointer to all.
struct GatheredLog::Vfs {
  sqlite3_vfs face;
  sqlite3_vfs* under;
};

namespace {

constexpr int frame_header_bytes = 24;  // SQLite's file format, section 4.1
constexpr int commit_mark_at = 4;  // in a frame's header: the book's size, 0 before the last frame
// The system's VFS cuts the length of a write to 17 bits.
constexpr std::size_t most_at_once = 0x1ffff;

struct Log {
  sqlite3_file* file;  // SQLite's own, behind this one
  std::vector<char> gathered;
  sqlite3_int64 from = 0;      // where in the file the first gathered byte belongs
  bool in_last_frame = false;  // the header with the commit's mark has come, its page not yet

  int give_out() {
    if (gathered.empty()) return SQLITE_OK;
    const int answer =
        file->pMethods->xWrite(file, gathered.data(), static_cast<int>(gathered.size()), from);
    gathered.clear();
    return answer;
  }
  int gather(const char* bytes, int count, sqlite3_int64 at) {
    const bool fits = gathered.size() + static_cast<std::size_t>(count) <= most_at_once;
    if (!fits || at != from + static_cast<sqlite3_int64>(gathered.size())) {
      if (const int answer = give_out(); answer != SQLITE_OK) return answer;
      from = at;
    }
    if (gathered.empty()) from = at;
    gathered.insert(gathered.end(), bytes, bytes + count);
    const bool committed = in_last_frame;
    in_last_frame = count == frame_header_bytes &&
                    std::string_view(bytes + commit_mark_at, 4) != std::string_view("\0\0\0\0", 4);
    return committed ? give_out() : SQLITE_OK;
  }
};

struct LogFile {
  sqlite3_file face;
  Log* log;
};

Log& log_of(sqlite3_file* face) { return *reinterpret_cast<LogFile*>(face)->log; }

// Asks SQLite's own file, after it has everything.
template <class Ask>
int ask(sqlite3_file* face, Ask question) {
  Log& log = log_of(face);
  const int given = log.give_out();
  return given != SQLITE_OK ? given : question(log.file, log.file->pMethods);
}

int close(sqlite3_file* face) {
  Log* log = &log_of(face);
  const int given = log->give_out();
  const int closed = log->file->pMethods->xClose(log->file);
  delete log;
  return given != SQLITE_OK ? given : closed;
}

int read(sqlite3_file* face, void* into, int count, sqlite3_int64 at) {
  return ask(face, [&](auto* file, auto* does) { return does->xRead(file, into, count, at); });
}

int write(sqlite3_file* face, const void* bytes, int count, sqlite3_int64 at) {
  return log_of(face).gather(static_cast<const char*>(bytes), count, at);
}

int truncate(sqlite3_file* face, sqlite3_int64 size) {
  return ask(face, [&](auto* file, auto* does) { return does->xTruncate(file, size); });
}

int sync(sqlite3_file* face, int flags) {
  return ask(face, [&](auto* file, auto* does) { return does->xSync(file, flags); });
}

int file_size(sqlite3_file* face, sqlite3_int64* size) {
  return ask(face, [&](auto* file, auto* does) { return does->xFileSize(file, size); });
}

int lock(sqlite3_file* face, int level) {
  return ask(face, [&](auto* file, auto* does) { return does->xLock(file, level); });
}

int unlock(sqlite3_file* face, int level) {
  return ask(face, [&](auto* file, auto* does) { return does->xUnlock(file, level); });
}

int check_reserved_lock(sqlite3_file* face, int* held) {
  return ask(face, [&](auto* file, auto* does) { return does->xCheckReservedLock(file, held); });
}

int file_control(sqlite3_file* face, int question, void* about) {
  return ask(face,
             [&](auto* file, auto* does) { return does->xFileControl(file, question, about); });
}

int sector_size(sqlite3_file* face) {
  sqlite3_file* file = log_of(face).file;
  return file->pMethods->xSectorSize(file);
}

int device_characteristics(sqlite3_file* face) {
  sqlite3_file* file = log_of(face).file;
  return file->pMethods->xDeviceCharacteristics(file);
}

// Version 1: shared memory and mapping belong to the book's main file, which is not wrapped.
constexpr sqlite3_io_methods methods{
    .iVersion = 1,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = file_size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = nullptr,
    .xShmLock = nullptr,
    .xShmBarrier = nullptr,
    .xShmUnmap = nullptr,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

// SQLite gives room for our file and, behind it, for the one below.
int open_log(sqlite3_vfs* under, const char* name, sqlite3_file* face, int flags, int* out_flags) {
  auto* below = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(face) + sizeof(LogFile));
  face->pMethods = nullptr;
  const int answer = under->xOpen(under, name, below, flags, out_flags);
  if (answer != SQLITE_OK) return answer;
  reinterpret_cast<LogFile*>(face)->log = new Log{below, {}};
  face->pMethods = &methods;
  return SQLITE_OK;
}

}  // namespace

GatheredLog::GatheredLog(const std::string& under) : vfs_(std::make_unique<Vfs>()) {
  sqlite3_vfs* below = sqlite3_vfs_find(under.empty() ? nullptr : under.c_str());
  if (below == nullptr) throw BookFault(BookFault::Why::cannot_open, "no VFS " + under);
  // All but the opening is the lower one's own; it finds its own data in the copy too.
  *vfs_ = {*below, below};
  name_ = fmt::format("gathered-log-{}", static_cast<void*>(vfs_.get()));
  vfs_->face.pNext = nullptr;
  vfs_->face.zName = name_.c_str();
  vfs_->face.szOsFile = static_cast<int>(sizeof(LogFile)) + below->szOsFile;
  vfs_->face.xOpen = [](sqlite3_vfs* face, const char* name, sqlite3_file* file, int flags,
                        int* out_flags) {
    sqlite3_vfs* lower = reinterpret_cast<Vfs*>(face)->under;
    return (flags & SQLITE_OPEN_WAL) != 0 ? open_log(lower, name, file, flags, out_flags)
                                          : lower->xOpen(lower, name, file, flags, out_flags);
  };
  CHECK(sqlite3_vfs_register(&vfs_->face, 0) == SQLITE_OK);
}

GatheredLog::~GatheredLog() { sqlite3_vfs_unregister(&vfs_->face); }

}  // namespace tilia::db
