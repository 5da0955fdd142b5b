#include "db/device_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "core/id.h"
#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/copy_book.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;

constexpr mode_t only_this_accounts_folder = 0700;
constexpr mode_t only_this_accounts_file = 0600;
constexpr const char* half_written = ".new";

std::string mark_of(const fs::path& place) {
  constexpr std::size_t mark_bytes = 4;
  std::error_code error;
  const fs::path whole = fs::weakly_canonical(place, error);
  const std::string text = (error ? place : whole).string();
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return hex_text(std::span(hash).first(mark_bytes));
}

// A name of ours may end in a station's, which may be anything.
std::string file_name_of(const std::string& name) {
  std::string safe;
  for (const char letter : name) {
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') || letter == '-' || letter == '_';
    if (plain)
      safe += letter;
    else
      safe += fmt::format("_{:02x}", static_cast<unsigned char>(letter));
  }
  return safe;
}

[[noreturn]] void fail(const char* what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  throw BookFault(full ? BookFault::Why::disk_full : BookFault::Why::read_only, what);
}

// Closed when it goes.
class OpenedFile {
 public:
  OpenedFile(const fs::path& path, int flags, mode_t mode)
      : handle_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~OpenedFile() {
    if (handle_ >= 0) ::close(handle_);
  }
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;

  // Nothing of it lies in a buffer afterwards: it may be a key.
  [[nodiscard]] std::optional<Bytes> content() const {
    struct ::stat about {};
    if (handle_ < 0 || ::fstat(handle_, &about) != 0 || !S_ISREG(about.st_mode)) return {};
    Bytes bytes(static_cast<std::size_t>(about.st_size));
    if (::read(handle_, bytes.data(), bytes.size()) != about.st_size) return {};
    return bytes;
  }
  [[nodiscard]] bool write_all(std::span<const std::uint8_t> bytes) const {
    if (handle_ < 0) return false;
    while (!bytes.empty()) {
      const ssize_t written = ::write(handle_, bytes.data(), bytes.size());
      if (written <= 0) return false;
      bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
  }

 private:
  int handle_;
};

}  // namespace

DeviceFolder DeviceFolder::of_book(const fs::path& base, BookFile& book) {
  return of_book(base, book, book.path());
}

DeviceFolder DeviceFolder::of_book(const fs::path& base, BookFile& book, const fs::path& place) {
  std::string name;
  {
    Query row = book.reader().query("SELECT id FROM book");
    if (!row.next()) throw BookFault(BookFault::Why::damaged, "the book has no id");
    name = hex_text(row.bytes(0));
  }
  if (book.reader().number("SELECT count(*) FROM organisation WHERE practice = 1") > 0)
    name += "-" + mark_of(place);
  return DeviceFolder(base / name);
}

std::optional<Bytes> DeviceFolder::read(const std::string& name) const {
  return OpenedFile(folder_ / file_name_of(name), O_RDONLY | O_NOFOLLOW, 0).content();
}

void DeviceFolder::write(const std::string& name, std::span<const std::uint8_t> bytes) const {
  std::error_code error;
  fs::create_directories(folder_.parent_path(), error);
  if (::mkdir(folder_.c_str(), only_this_accounts_folder) != 0 && errno != EEXIST)
    fail("the folder of this machine cannot be made");
  const fs::path file = folder_ / file_name_of(name);
  const fs::path half = file.string() + half_written;
  fs::remove(half, error);
  {
    const OpenedFile out(half, O_WRONLY | O_CREAT | O_EXCL, only_this_accounts_file);
    if (!out.write_all(bytes)) fail("a file of this machine cannot be written");
  }
  rename_for_good(half, file);
}

void DeviceFolder::forget(const std::string& name) const {
  std::error_code ignored;
  fs::remove(folder_ / file_name_of(name), ignored);
}

std::vector<std::string> DeviceFolder::names(const std::string& beginning) const {
  std::vector<std::string> found;
  std::error_code none_there;
  for (const auto& entry : fs::directory_iterator(folder_, none_there)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && !name.ends_with(half_written)) found.push_back(name);
  }
  std::ranges::sort(found);
  return found;
}

void DeviceFolder::forget_everything() const {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace tilia::db
