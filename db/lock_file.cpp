#include "db/lock_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

BookFault::Why why_of(int error) {
  switch (error) {
    case EROFS:
    case EACCES:
    case EPERM: return BookFault::Why::read_only;
    case ENOSPC:
    case EDQUOT: return BookFault::Why::disk_full;
    default: return BookFault::Why::cannot_open;
  }
}

bool set_lock(int file, LockPlace place, short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = static_cast<off_t>(place);
  lock.l_len = 1;
  int answer = 0;
  do {
    answer = ::fcntl(file, F_OFD_SETLK, &lock);
  } while (answer != 0 && errno == EINTR);
  if (answer == 0) return true;
  if (errno == EAGAIN || errno == EACCES) return false;
  throw BookFault(BookFault::Why::cannot_open, std::strerror(errno));
}

}  // namespace

LockFile::LockFile(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
  if (file_ < 0) throw BookFault(why_of(errno), std::strerror(errno));
}

LockFile::~LockFile() {
  if (file_ >= 0) ::close(file_);
}

LockFile::LockFile(LockFile&& other) noexcept : file_(other.file_) { other.file_ = -1; }

bool LockFile::try_lock(LockPlace place, LockMode mode) {
  return set_lock(file_, place, mode == LockMode::alone ? F_WRLCK : F_RDLCK);
}

bool LockFile::lock_within(LockPlace place, LockMode mode, int patience_milliseconds) {
  // A transaction takes a fraction of a millisecond: first look often, then rarely.
  constexpr int quick_looks = 200;
  constexpr std::chrono::microseconds quick(50);
  constexpr std::chrono::milliseconds slow(1);
  if (try_lock(place, mode)) return true;
  for (int look = 0; look < quick_looks + patience_milliseconds; ++look) {
    if (look < quick_looks) {
      std::this_thread::sleep_for(quick);
    } else {
      std::this_thread::sleep_for(slow);
    }
    if (try_lock(place, mode)) return true;
  }
  return false;
}

void LockFile::unlock(LockPlace place) { CHECK(set_lock(file_, place, F_UNLCK)); }

void LockFile::write_text(const std::string& text) {
  const auto size = static_cast<off_t>(text.size());
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, text.data(), text.size(), 0) != size) {
    throw BookFault(why_of(errno), std::strerror(errno));
  }
}

std::string LockFile::text() const {
  std::array<char, 512> buffer{};
  const ssize_t size = ::pread(file_, buffer.data(), buffer.size(), 0);
  return size > 0 ? std::string(buffer.data(), static_cast<std::size_t>(size)) : std::string();
}

}  // namespace tilia::db
