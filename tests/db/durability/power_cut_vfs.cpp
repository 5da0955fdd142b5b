#include "tests/db/durability/power_cut_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace tilia::db {
namespace {

struct OpenFile;

// What connections to one file share, as processes share locks and the log's index.
struct Shared {
  int readers = 0;
  OpenFile* reserved = nullptr;
  OpenFile* pending = nullptr;
  OpenFile* exclusive = nullptr;

  using Region = std::array<std::uint8_t, 32768>;
  std::vector<std::unique_ptr<Region>> index;
  int index_users = 0;
  struct Slot {
    int readers = 0;
    OpenFile* writer = nullptr;
  };
  std::array<Slot, SQLITE_SHM_NLOCK> slots{};
};

struct OpenFile {
  PowerCutDisk* disk = nullptr;
  PowerCutDisk::FileHandle file;
  std::shared_ptr<Shared> shared;
  std::string name;
  bool folder_sync_due = false;
  bool gone_on_close = false;
  int lock = SQLITE_LOCK_NONE;
  bool uses_index = false;
  std::array<int, SQLITE_SHM_NLOCK> held{};  // 0, SQLITE_SHM_SHARED or SQLITE_SHM_EXCLUSIVE
};

struct RawFile {
  sqlite3_file head;
  OpenFile* open;
};

OpenFile& open_file(sqlite3_file* file) { return *reinterpret_cast<RawFile*>(file)->open; }

// By PowerCutDisk::File, while anybody has it open.
std::shared_ptr<Shared> shared_of(const PowerCutDisk::File* file) {
  static std::map<const PowerCutDisk::File*, std::weak_ptr<Shared>> all;
  std::erase_if(all, [](const auto& entry) { return entry.second.expired(); });
  auto shared = all[file].lock();
  if (!shared) {
    shared = std::make_shared<Shared>();
    all[file] = shared;
  }
  return shared;
}

int close(sqlite3_file* raw) {
  const std::unique_ptr<OpenFile> open(&open_file(raw));
  if (open->gone_on_close && !open->disk->is_cut()) (void)open->disk->remove(open->name);
  return SQLITE_OK;
}

int read(sqlite3_file* raw, void* to, int count, sqlite3_int64 offset) {
  const OpenFile& open = open_file(raw);
  if (open.disk->is_cut()) return SQLITE_IOERR_READ;
  const auto& live = open.file->live;
  const auto from = std::min(static_cast<std::size_t>(offset), live.size());
  const auto there = std::min(static_cast<std::size_t>(count), live.size() - from);
  if (there > 0) std::memcpy(to, live.data() + from, there);
  if (there == static_cast<std::size_t>(count)) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(count) - there);
  return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* raw, const void* from, int count, sqlite3_int64 offset) {
  const OpenFile& open = open_file(raw);
  const std::span bytes(static_cast<const std::uint8_t*>(from), static_cast<std::size_t>(count));
  const bool done = open.disk->write(*open.file, static_cast<std::size_t>(offset), bytes);
  return done ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* raw, sqlite3_int64 size) {
  const OpenFile& open = open_file(raw);
  const bool done = open.disk->truncate(*open.file, static_cast<std::size_t>(size));
  return done ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* raw, int) {
  OpenFile& open = open_file(raw);
  if (!open.disk->sync(*open.file)) return SQLITE_IOERR_FSYNC;
  if (open.folder_sync_due && !open.disk->sync_folder()) return SQLITE_IOERR_DIR_FSYNC;
  open.folder_sync_due = false;
  return SQLITE_OK;
}

int file_size(sqlite3_file* raw, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(open_file(raw).file->live.size());
  return SQLITE_OK;
}

int lock(sqlite3_file* raw, int level) {
  OpenFile& open = open_file(raw);
  Shared& shared = *open.shared;
  const auto other = [&](const OpenFile* holder) { return holder && holder != &open; };
  if (level <= open.lock) return SQLITE_OK;
  if (open.lock == SQLITE_LOCK_NONE) {
    if (other(shared.pending) || other(shared.exclusive)) return SQLITE_BUSY;
    ++shared.readers;
    open.lock = SQLITE_LOCK_SHARED;
  }
  if (level >= SQLITE_LOCK_RESERVED) {
    if (other(shared.reserved)) return SQLITE_BUSY;
    shared.reserved = &open;
    open.lock = std::max<int>(open.lock, SQLITE_LOCK_RESERVED);
  }
  if (level == SQLITE_LOCK_EXCLUSIVE) {
    shared.pending = &open;
    open.lock = SQLITE_LOCK_PENDING;
    if (shared.readers > 1) return SQLITE_BUSY;
    shared.exclusive = &open;
    open.lock = SQLITE_LOCK_EXCLUSIVE;
  }
  return SQLITE_OK;
}

int unlock(sqlite3_file* raw, int level) {
  OpenFile& open = open_file(raw);
  if (open.lock <= level) return SQLITE_OK;
  for (OpenFile** holder :
       {&open.shared->reserved, &open.shared->pending, &open.shared->exclusive}) {
    if (*holder == &open) *holder = nullptr;
  }
  if (level == SQLITE_LOCK_NONE) --open.shared->readers;
  open.lock = level;
  return SQLITE_OK;
}

int check_reserved_lock(sqlite3_file* raw, int* taken) {
  *taken = open_file(raw).shared->reserved != nullptr ? 1 : 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shm_map(sqlite3_file* raw, int region, int, int extend, void volatile** at) {
  OpenFile& open = open_file(raw);
  auto& index = open.shared->index;
  if (!open.uses_index) ++open.shared->index_users;
  open.uses_index = true;
  while (extend != 0 && index.size() <= static_cast<std::size_t>(region))
    index.push_back(std::make_unique<Shared::Region>());
  const bool there = index.size() > static_cast<std::size_t>(region);
  *at = there ? index[static_cast<std::size_t>(region)]->data() : nullptr;
  return SQLITE_OK;
}

int shm_lock(sqlite3_file* raw, int first, int count, int flags) {
  OpenFile& open = open_file(raw);
  const bool take = (flags & SQLITE_SHM_LOCK) != 0;
  const bool alone = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  const auto from = static_cast<std::size_t>(first);
  for (std::size_t at = from; take && at < from + static_cast<std::size_t>(count); ++at) {
    const Shared::Slot& slot = open.shared->slots.at(at);
    const int others = slot.readers - (open.held.at(at) == SQLITE_SHM_SHARED ? 1 : 0);
    if (slot.writer && slot.writer != &open) return SQLITE_BUSY;
    if (alone && others > 0) return SQLITE_BUSY;
  }
  for (std::size_t at = from; at < from + static_cast<std::size_t>(count); ++at) {
    Shared::Slot& slot = open.shared->slots.at(at);
    if (open.held.at(at) == SQLITE_SHM_SHARED) --slot.readers;
    if (slot.writer == &open) slot.writer = nullptr;
    open.held.at(at) = 0;
    if (!take) continue;
    if (alone) {
      slot.writer = &open;
    } else {
      ++slot.readers;
    }
    open.held.at(at) = alone ? SQLITE_SHM_EXCLUSIVE : SQLITE_SHM_SHARED;
  }
  return SQLITE_OK;
}

void shm_barrier(sqlite3_file*) {}

int shm_unmap(sqlite3_file* raw, int) {
  OpenFile& open = open_file(raw);
  if (!open.uses_index) return SQLITE_OK;
  open.uses_index = false;
  if (--open.shared->index_users == 0) open.shared->index.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods methods{2,
                                     close,
                                     read,
                                     write,
                                     truncate,
                                     sync,
                                     file_size,
                                     lock,
                                     unlock,
                                     check_reserved_lock,
                                     file_control,
                                     sector_size,
                                     device_characteristics,
                                     shm_map,
                                     shm_lock,
                                     shm_barrier,
                                     shm_unmap,
                                     nullptr,
                                     nullptr};

PowerCutDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<PowerCutDisk*>(vfs->pAppData); }

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* raw, int flags, int* out_flags) {
  raw->pMethods = nullptr;
  PowerCutDisk& disk = disk_of(vfs);
  constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
  const bool may_create = (flags & SQLITE_OPEN_CREATE) != 0;
  auto opened = std::make_unique<OpenFile>();
  opened->disk = &disk;
  opened->name = name == nullptr ? "" : name;
  opened->folder_sync_due = may_create && (flags & journals) != 0 && !disk.exists(opened->name);
  opened->gone_on_close = name != nullptr && (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
  opened->file = name == nullptr ? std::make_shared<PowerCutDisk::File>()
                                 : disk.open(opened->name, may_create);
  if (!opened->file) return disk.is_cut() ? SQLITE_IOERR : SQLITE_CANTOPEN;
  opened->shared = shared_of(opened->file.get());
  reinterpret_cast<RawFile*>(raw)->open = opened.release();
  raw->pMethods = &methods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  PowerCutDisk& disk = disk_of(vfs);
  if (!disk.exists(name)) return SQLITE_IOERR_DELETE_NOENT;
  if (!disk.remove(name)) return SQLITE_IOERR_DELETE;
  return sync_folder == 0 || disk.sync_folder() ? SQLITE_OK : SQLITE_IOERR_DIR_FSYNC;
}

int access(sqlite3_vfs* vfs, const char* name, int, int* answer) {
  *answer = disk_of(vfs).exists(name) ? 1 : 0;
  return disk_of(vfs).is_cut() ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}

int full_path(sqlite3_vfs*, const char* name, int room, char* path) {
  if (std::strlen(name) >= static_cast<std::size_t>(room)) return SQLITE_CANTOPEN;
  std::strcpy(path, name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* bytes) {
  static SeededChance salts(1);
  salts.fill({reinterpret_cast<std::uint8_t*>(bytes), static_cast<std::size_t>(count)});
  return count;
}

int no_sleep(sqlite3_vfs*, int microseconds) { return microseconds; }

int one_moment(sqlite3_vfs*, sqlite3_int64* milliseconds) {
  *milliseconds = 212'000'000'000'000;  // some day in 2024, in SQLite's count
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) { return 0; }

}  // namespace

PowerCutVfs::PowerCutVfs(std::string name, PowerCutDisk& disk)
    : name_(std::move(name)), vfs_(std::make_unique<sqlite3_vfs>()) {
  *vfs_ = sqlite3_vfs{};
  vfs_->iVersion = 2;
  vfs_->szOsFile = sizeof(RawFile);
  vfs_->mxPathname = 1024;
  vfs_->zName = name_.c_str();
  vfs_->pAppData = &disk;
  vfs_->xOpen = open;
  vfs_->xDelete = remove;
  vfs_->xAccess = access;
  vfs_->xFullPathname = full_path;
  vfs_->xRandomness = randomness;
  vfs_->xSleep = no_sleep;
  vfs_->xGetLastError = last_error;
  vfs_->xCurrentTimeInt64 = one_moment;
  sqlite3_vfs_register(vfs_.get(), 0);
}

PowerCutVfs::~PowerCutVfs() { sqlite3_vfs_unregister(vfs_.get()); }

}  // namespace tilia::db
