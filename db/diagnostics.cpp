#include "db/diagnostics.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>

#include "db/book_file.h"
#include "db/journal.h"

namespace tilia::db {
namespace {

constexpr int syncs_measured = 50;
constexpr std::size_t written_bytes = 4096;

// A file beside the book that is gone when this goes.
class ScratchFile {
 public:
  explicit ScratchFile(const std::filesystem::path& folder)
      : name_((folder / ".disk-check-XXXXXX").string()), handle_(::mkstemp(name_.data())) {}
  ~ScratchFile() {
    if (handle_ < 0) return;
    ::close(handle_);
    ::unlink(name_.c_str());
  }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] bool write_and_sync() const {
    const std::array<char, written_bytes> block{};
    return handle_ >= 0 &&
           ::pwrite(handle_, block.data(), block.size(), 0) ==
               static_cast<::ssize_t>(block.size()) &&
           ::fdatasync(handle_) == 0;
  }

 private:
  std::string name_;
  int handle_;
};

// Microseconds of each sync, the fastest first. Durations only: no wall clock is read.
std::vector<std::int64_t> sync_microseconds(const std::filesystem::path& folder) {
  using Stopwatch = std::chrono::steady_clock;
  std::vector<std::int64_t> all;
  const ScratchFile file(folder);
  for (int round = 0; round < syncs_measured; ++round) {
    const auto start = Stopwatch::now();
    if (!file.write_and_sync()) return {};
    all.push_back(
        std::chrono::duration_cast<std::chrono::microseconds>(Stopwatch::now() - start).count());
  }
  std::sort(all.begin(), all.end());
  return all;
}

void add_disk(std::vector<Diagnosis>& found, const BookFile& book) {
  const std::filesystem::path folder = std::filesystem::absolute(book.path()).parent_path();
  struct ::statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) == 0)
    found.push_back(
        {"disk_free_megabytes", std::to_string(disk.f_bavail * disk.f_frsize / (1024 * 1024))});
  const auto syncs = sync_microseconds(folder);
  if (syncs.empty()) return;
  found.push_back({"disk_sync_median_microseconds", std::to_string(syncs[syncs.size() / 2])});
  found.push_back({"disk_sync_p99_microseconds",
                   std::to_string(syncs[std::min(syncs.size() - 1, syncs.size() * 99 / 100)])});
}

}  // namespace

std::vector<Diagnosis> diagnose(BookFile& book) {
  Connection& reader = book.reader();
  const auto number = [](std::int64_t whole) { return std::to_string(whole); };
  std::vector<Diagnosis> found{
      {"sqlite_version", sqlite3_libversion()},
      {"schema_version", number(reader.number("PRAGMA user_version"))},
      {"book_pages", number(reader.number("PRAGMA page_count"))},
      {"free_pages", number(reader.number("PRAGMA freelist_count"))},
      {"page_bytes", number(reader.number("PRAGMA page_size"))},
      {"journal_entries", number(reader.number("SELECT count(*) FROM journal"))},
      {"stations", number(static_cast<std::int64_t>(chain_heads(reader).size()))},
      {"users", number(reader.number("SELECT count(*) FROM user"))},
  };
  if (!book.lives_in_memory()) {
    found.push_back({"log_bytes", number(book.log_bytes())});
    add_disk(found, book);
  }
  return found;
}

}  // namespace tilia::db
