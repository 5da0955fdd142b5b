// A working copy of a book is a database like any other, and nothing of it lies open on the disk.
#include "db/sealed_pages.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr std::size_t slot_bytes = SealedPages::page_bytes + 40;

// What this process holds open of files whose names are gone.
std::set<std::filesystem::path> nameless_files() {
  std::set<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
    struct stat about {};
    if (::stat(entry.path().c_str(), &about) == 0 && S_ISREG(about.st_mode) && about.st_nlink == 0)
      found.insert(entry.path());
  }
  return found;
}

// The file behind the pages that are made inside.
class WithFile {
 public:
  WithFile() : before_(nameless_files()), pages_(std::make_unique<SealedPages>()) {
    for (const auto& file : nameless_files())
      if (!before_.contains(file)) file_ = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
  }
  ~WithFile() { ::close(file_); }
  WithFile(const WithFile&) = delete;
  WithFile& operator=(const WithFile&) = delete;

  SealedPages& pages() { return *pages_; }
  [[nodiscard]] std::string bytes(std::size_t at, std::size_t count) const {
    std::string read(count, '\0');
    read.resize(static_cast<std::size_t>(
        std::max<ssize_t>(0, ::pread(file_, read.data(), count, static_cast<off_t>(at)))));
    return read;
  }
  void put(std::size_t at, const std::string& bytes) const {
    EXPECT_EQ(::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(at)),
              static_cast<ssize_t>(bytes.size()));
  }

 private:
  std::set<std::filesystem::path> before_;
  std::unique_ptr<SealedPages> pages_;
  int file_ = -1;
};

void fill(Connection& connection) {
  connection.script("CREATE TABLE t (number INTEGER PRIMARY KEY, text TEXT); BEGIN");
  for (int number = 0; number < 2000; ++number)
    connection.run("INSERT INTO t VALUES (?, ?)", number, std::string(1000, 'k') + "kestrel");
  connection.script("COMMIT");
}

Bytes page_of(std::uint8_t byte) { return Bytes(SealedPages::page_bytes, byte); }

std::string fault_of(const SealedPages& pages, std::uint64_t number) {
  try {
    (void)pages.page(number);
  } catch (const BookFault& fault) {
    return std::string(book_fault_code(fault.why()));
  }
  return "none";
}

}  // namespace

TEST(SealedPages, AreADatabaseForOneConnectionAfterAnother) {
  const SealedPages pages;
  fill(*open_sealed(pages));
  EXPECT_GT(pages.count(), 500U);  // far more than SQLite's cache holds
  {
    const auto second = open_sealed(pages);
    EXPECT_EQ(second->number("SELECT count(*) FROM t WHERE text LIKE '%kestrel'"), 2000);
    second->run("DELETE FROM t WHERE number >= 10");
    second->script("VACUUM");
  }
  EXPECT_LT(pages.count(), 20U);
  EXPECT_EQ(open_sealed(pages)->number("SELECT sum(number) FROM t"), 45);
}

TEST(SealedPages, LieOnTheDiskUnderAKeyThatIsNowhere) {
  WithFile with;
  fill(*open_sealed(with.pages()));
  const std::string bytes = with.bytes(0, with.pages().count() * slot_bytes);
  ASSERT_EQ(bytes.size(), with.pages().count() * slot_bytes);
  for (const char* said : {"SQLite", "kestrel", "CREATE", "kkkkkkkk"})
    EXPECT_EQ(bytes.find(said), std::string::npos) << said;
  EXPECT_EQ(bytes.find(std::string(64, '\0')), std::string::npos);
}

TEST(SealedPages, OpenNoFileBesideThemselves) {
  const SealedPages pages;
  const auto opened = open_sealed(pages);
  fill(*opened);
  opened->script("PRAGMA journal_mode = DELETE");
  EXPECT_THROW(opened->run("UPDATE t SET text = 'x'"), BookFault);
}

TEST(SealedPages, NoticeAPageThatWasChangedOrMoved) {
  WithFile with;
  for (std::uint8_t number = 0; number < 4; ++number) with.pages().put(number, page_of(number));
  const std::string first = with.bytes(0, slot_bytes);
  const std::string second = with.bytes(slot_bytes, slot_bytes);
  std::string flipped = second;
  flipped[2000] = static_cast<char>(flipped[2000] ^ 1);
  with.put(slot_bytes, flipped);
  EXPECT_EQ(fault_of(with.pages(), 1), "disk_failed");
  with.put(slot_bytes, first);
  EXPECT_EQ(fault_of(with.pages(), 1), "disk_failed");
  with.put(slot_bytes, second);
  EXPECT_EQ(fault_of(with.pages(), 1), "none");
  EXPECT_EQ(with.pages().page(1), page_of(1));
}

// SQLite leaves one page out, at a gibibyte.
TEST(SealedPages, HoldZerosWhereNothingWasWritten) {
  SealedPages pages;
  pages.put(5, page_of(7));
  EXPECT_EQ(pages.count(), 6U);
  EXPECT_EQ(pages.page(3), page_of(0));
  EXPECT_EQ(pages.page(5), page_of(7));
}

}  // namespace tilia::db
