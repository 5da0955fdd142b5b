#include "db/sealed_pages.h"

#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/key.h"

namespace tilia::db {
namespace {

constexpr std::size_t page_bytes = SealedPages::page_bytes;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t slot_bytes =
    nonce_bytes + page_bytes + crypto_aead_xchacha20poly1305_ietf_ABYTES;

sqlite3_int64 place_of(std::uint64_t number, std::size_t size) {
  return static_cast<sqlite3_int64>(number) * static_cast<sqlite3_int64>(size);
}

[[noreturn]] void failed(int answer, const char* what) {
  throw BookFault(
      (answer & 0xff) == SQLITE_FULL ? BookFault::Why::disk_full : BookFault::Why::disk_failed,
      what);
}

}  // namespace

// What SQLite calls answers with SQLite's codes.
struct SealedPages::State {
  sqlite3_vfs face{};
  std::string name;
  Key key = Key::random();
  std::vector<char> room;  // for the system's file
  std::vector<bool> written;

  sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(room.data()); }

  int put(std::uint64_t number, const std::uint8_t* page) {
    Bytes slot(slot_bytes);
    randombytes_buf(slot.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.data() + nonce_bytes, nullptr, page, page_bytes,
                                               reinterpret_cast<const unsigned char*>(&number),
                                               sizeof number, nullptr, slot.data(),
                                               key.reveal().data());
    const int answer = file()->pMethods->xWrite(file(), slot.data(), static_cast<int>(slot_bytes),
                                                place_of(number, slot_bytes));
    if (answer != SQLITE_OK) return answer;
    if (written.size() <= number) written.resize(number + 1);
    written[number] = true;
    return SQLITE_OK;
  }
  int get(std::uint64_t number, std::uint8_t* page) {
    if (number >= written.size() || !written[number]) {
      std::fill_n(page, page_bytes, std::uint8_t{0});
      return SQLITE_OK;
    }
    Bytes slot(slot_bytes);
    const int answer = file()->pMethods->xRead(file(), slot.data(), static_cast<int>(slot_bytes),
                                               place_of(number, slot_bytes));
    if (answer != SQLITE_OK) return answer;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        page, nullptr, nullptr, slot.data() + nonce_bytes, slot_bytes - nonce_bytes,
        reinterpret_cast<const unsigned char*>(&number), sizeof number, slot.data(),
        key.reveal().data());
    return opened == 0 ? SQLITE_OK : SQLITE_IOERR_READ;
  }

  // Any part of one page; what lies beyond the end is zeros and said to be short.
  int read(std::uint8_t* into, std::size_t count, std::uint64_t at) {
    const std::uint64_t number = at / page_bytes;
    const std::size_t from = at % page_bytes;
    if (from + count > page_bytes) return SQLITE_IOERR_READ;
    Bytes page(page_bytes);
    if (const int answer = get(number, page.data()); answer != SQLITE_OK) return answer;
    std::copy_n(page.begin() + static_cast<std::ptrdiff_t>(from), count, into);
    return number < written.size() ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  // Whole pages only: SQLite writes no others into a database.
  int write(const std::uint8_t* bytes, std::size_t count, std::uint64_t at) {
    if (count != page_bytes || at % page_bytes != 0) return SQLITE_IOERR_WRITE;
    if (at > 0) return put(at / page_bytes, bytes);
    // A book's first page says that there is a log beside it (SQLite's file format, 1.3.3); beside
    // this file there is none.
    constexpr std::size_t write_version = 18;
    constexpr std::size_t read_version = 19;
    Bytes first(bytes, bytes + count);
    first[write_version] = 1;
    first[read_version] = 1;
    return put(0, first.data());
  }
  int truncate(std::uint64_t size) {
    written.resize((size + page_bytes - 1) / page_bytes);
    return SQLITE_OK;
  }

  static int open(sqlite3_vfs* vfs, sqlite3_file* face, int flags, int* out_flags);
};

namespace {

struct PagesFile {
  sqlite3_file face;
  void* state;
};

template <class State>
State& state_of(sqlite3_file* face) {
  return *static_cast<State*>(reinterpret_cast<PagesFile*>(face)->state);
}

template <class State>
constexpr sqlite3_io_methods methods_of() {
  sqlite3_io_methods methods{};
  methods.iVersion = 1;
  // The file stays until the object goes; one connection after another may have it.
  methods.xClose = [](sqlite3_file*) { return SQLITE_OK; };
  methods.xRead = [](sqlite3_file* face, void* into, int count, sqlite3_int64 at) {
    return state_of<State>(face).read(static_cast<std::uint8_t*>(into),
                                      static_cast<std::size_t>(count),
                                      static_cast<std::uint64_t>(at));
  };
  methods.xWrite = [](sqlite3_file* face, const void* bytes, int count, sqlite3_int64 at) {
    return state_of<State>(face).write(static_cast<const std::uint8_t*>(bytes),
                                       static_cast<std::size_t>(count),
                                       static_cast<std::uint64_t>(at));
  };
  methods.xTruncate = [](sqlite3_file* face, sqlite3_int64 size) {
    return state_of<State>(face).truncate(static_cast<std::uint64_t>(size));
  };
  methods.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };  // it outlives no crash
  methods.xFileSize = [](sqlite3_file* face, sqlite3_int64* size) {
    *size = place_of(state_of<State>(face).written.size(), page_bytes);
    return SQLITE_OK;
  };
  methods.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
  methods.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
  methods.xCheckReservedLock = [](sqlite3_file*, int* held) {
    *held = 0;
    return SQLITE_OK;
  };
  methods.xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; };
  methods.xSectorSize = [](sqlite3_file*) { return static_cast<int>(page_bytes); };
  methods.xDeviceCharacteristics = [](sqlite3_file*) { return 0; };
  return methods;
}

}  // namespace

int SealedPages::State::open(sqlite3_vfs* vfs, sqlite3_file* face, int flags, int* out_flags) {
  static constexpr sqlite3_io_methods methods = methods_of<State>();
  face->pMethods = nullptr;
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return SQLITE_CANTOPEN;
  reinterpret_cast<PagesFile*>(face)->state = vfs->pAppData;
  face->pMethods = &methods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

SealedPages::SealedPages() : state_(std::make_unique<State>()) {
  sqlite3_vfs* system = sqlite3_vfs_find(nullptr);
  CHECK(system != nullptr);
  state_->room.resize(static_cast<std::size_t>(system->szOsFile));
  // Without a name: the system finds a place for it and takes the name off at once.
  const int opened =
      system->xOpen(system, nullptr, state_->file(),
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE |
                        SQLITE_OPEN_DELETEONCLOSE | SQLITE_OPEN_TEMP_DB,
                    nullptr);
  if (opened != SQLITE_OK)
    throw BookFault(BookFault::Why::cannot_open, "no room for working files");
  sqlite3_vfs& face = state_->face;
  face = *system;
  state_->name = fmt::format("sealed-pages-{}", static_cast<void*>(state_.get()));
  face.pNext = nullptr;
  face.zName = state_->name.c_str();
  face.szOsFile = sizeof(PagesFile);
  face.pAppData = state_.get();
  face.xOpen = [](sqlite3_vfs* vfs, const char*, sqlite3_file* file, int flags, int* out_flags) {
    return State::open(vfs, file, flags, out_flags);
  };
  face.xAccess = [](sqlite3_vfs*, const char*, int, int* there) {
    *there = 0;
    return SQLITE_OK;
  };
  face.xDelete = [](sqlite3_vfs*, const char*, int) { return SQLITE_OK; };
  face.xFullPathname = [](sqlite3_vfs*, const char* name, int room, char* path) {
    sqlite3_snprintf(room, path, "%s", name);
    return SQLITE_OK;
  };
  CHECK(sqlite3_vfs_register(&face, 0) == SQLITE_OK);
}

SealedPages::~SealedPages() {
  sqlite3_vfs_unregister(&state_->face);
  state_->file()->pMethods->xClose(state_->file());
}

const std::string& SealedPages::vfs() const { return state_->name; }

std::uint64_t SealedPages::count() const { return state_->written.size(); }

Bytes SealedPages::page(std::uint64_t number) const {
  Bytes page(page_bytes);
  if (const int answer = state_->get(number, page.data()); answer != SQLITE_OK)
    failed(answer, "a working file cannot be read");
  return page;
}

void SealedPages::put(std::uint64_t number, std::span<const std::uint8_t> page) {
  CHECK(page.size() == page_bytes);
  if (const int answer = state_->put(number, page.data()); answer != SQLITE_OK)
    failed(answer, "a working file cannot be written");
}

std::unique_ptr<Connection> open_sealed(const SealedPages& pages) {
  auto opened = std::make_unique<Connection>("pages", Connection::Kind::create, pages.vfs());
  opened->script(
      "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY");
  return opened;
}

}  // namespace tilia::db
