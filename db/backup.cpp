#include "db/backup.h"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <span>
#include <system_error>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/copy_book.h"
#include "db/erasure.h"
#include "db/kept_apart.h"
#include "db/key_ring.h"
#include "db/migrations.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t schema_with_erasures = 100;

fs::path beside(const fs::path& file, const char* ending) {
  fs::path path = file;
  path += ending;
  return path;
}

// Everything that is read and copied inside is one state of the book, whoever writes meanwhile.
class Snapshot {
 public:
  explicit Snapshot(Connection& connection) : connection_(connection) { connection_.run("BEGIN"); }
  ~Snapshot() {
    try {
      connection_.run("COMMIT");
    } catch (const BookFault&) {
      // Nothing was written.
    }
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Connection& connection_;
};

BookFacts facts_of(Connection& connection) {
  Query sums = connection.query(
      "SELECT coalesce(sum(gross), 0), coalesce(sum(net), 0), coalesce(sum(vat), 0)"
      " FROM day_summary");
  CHECK(sums.next());
  return {.book = read_book_id(connection),
          .schema = schema_of(connection),
          .entries = connection.number("SELECT count(*) FROM journal"),
          .heads = chain_heads(connection),
          .gross = sums.whole(0),
          .net = sums.whole(1),
          .vat = sums.whole(2)};
}

void look_at_pages(Connection& connection) {
  Query check = connection.query("PRAGMA quick_check(1)");
  if (!check.next() || check.text(0) != "ok") {
    throw BookFault(BookFault::Why::backup_differs, "a page does not hold");
  }
}

void look_at_mark(Connection& connection) {
  if (connection.number("PRAGMA application_id") != book_application_id) {
    throw BookFault(BookFault::Why::not_a_book, "no book of ours");
  }
  if (schema_of(connection) > newest_schema()) {
    throw BookFault(BookFault::Why::newer_version, "backup of a newer program");
  }
}

// The book that stands where a backup is to go: its id and epoch, and who was taken out of it.
// Nothing for what is no readable book.
struct Standing {
  BookId book;
  std::int64_t epoch = 1;
  std::vector<Erasure> erasures;
};

std::optional<Standing> standing_at(const fs::path& target) {
  try {
    Connection look(target, Connection::Kind::write, "");
    look_at_mark(look);
    std::int64_t epoch = 1;
    for (const ChainHead& head : chain_heads(look)) epoch = std::max(epoch, head.epoch);
    Standing standing{read_book_id(look), epoch, {}};
    if (schema_of(look) >= schema_with_erasures) standing.erasures = erasures_of(look);
    look.script("PRAGMA wal_checkpoint(TRUNCATE)");
    look.tidy_on_close();  // what is in its log goes along when it is moved aside
    return standing;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

// Keeps what stands at `target` under another name. Its log goes first: beside the restored book it
// would be taken for that book's own.
void keep_aside(const fs::path& target) {
  const fs::path aside = beside(target, "-replaced");
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(beside(aside, ending));
  for (const char* ending : {"-wal", "-shm"}) {
    if (fs::exists(beside(target, ending))) {
      fs::rename(beside(target, ending), beside(aside, ending));
    }
  }
  if (!fs::exists(target)) return;
  std::error_code no_links_here;
  // A second name, not a move: there is a book at `target` throughout.
  fs::create_hard_link(target, aside, no_links_here);
  if (no_links_here) rename_for_good(target, aside);
}

// The book as the bytes of one file, of one state of it.
Bytes image_of(Connection& connection) {
  sqlite3_int64 size = 0;
  unsigned char* pages = sqlite3_serialize(connection.handle(), "main", &size, 0);
  if (pages == nullptr) connection.fail(SQLITE_NOMEM, "the book does not fit into memory");
  Bytes image(pages, pages + size);
  sqlite3_free(pages);
  // The header says that there is a log beside the file (SQLite's file format, 1.3.3): there is
  // none.
  constexpr std::size_t write_version = 18;
  constexpr std::size_t read_version = 19;
  image.at(write_version) = 1;
  image.at(read_version) = 1;
  return image;
}

// An image opened in memory.
class OpenedImage {
 public:
  enum class For { reading, changing };
  explicit OpenedImage(const Bytes& image, For what = For::reading)
      : connection_(":memory:", Connection::Kind::create, "") {
    auto* pages = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    if (pages == nullptr) connection_.fail(SQLITE_NOMEM, "the backup does not fit into memory");
    std::ranges::copy(image, pages);
    const auto size = static_cast<sqlite3_int64>(image.size());
    const unsigned how =
        what == For::reading ? SQLITE_DESERIALIZE_READONLY : SQLITE_DESERIALIZE_RESIZEABLE;
    const int opened = sqlite3_deserialize(connection_.handle(), "main", pages, size, size,
                                           SQLITE_DESERIALIZE_FREEONCLOSE | how);
    if (opened != SQLITE_OK) connection_.fail(opened, "the backup does not open");
  }
  Connection& connection() { return connection_; }

 private:
  Connection connection_;
};

BookFacts facts_in(const Bytes& image) {
  OpenedImage opened(image);
  Connection& copy = opened.connection();
  look_at_mark(copy);
  try {
    look_at_pages(copy);
    if (verify_journal(copy).first_break) {
      throw BookFault(BookFault::Why::backup_differs, "the journal does not hold");
    }
    return facts_of(copy);
  } catch (const BookFault& fault) {
    if (fault.why() != BookFault::Why::damaged) throw;
    throw BookFault(BookFault::Why::backup_differs, fault.what());
  }
}

// What a backup holds: the pages, without what they say of people under seal, and that, for those
// who open it.
struct Content {
  Bytes image;
  KeptApart apart;
};

constexpr std::size_t length_bytes = 8;

Bytes packed(const Content& content) {
  Bytes bytes;
  for (const Bytes* part : {&content.image, &content.apart.payroll, &content.apart.vault}) {
    for (std::size_t at = 0; at < length_bytes; ++at)
      bytes.push_back(static_cast<std::uint8_t>(part->size() >> (8 * at)));
    bytes.insert(bytes.end(), part->begin(), part->end());
  }
  return bytes;
}

Content unpacked(std::span<const std::uint8_t> bytes) {
  Content content;
  for (Bytes* part : {&content.image, &content.apart.payroll, &content.apart.vault}) {
    std::uint64_t length = 0;
    if (bytes.size() < length_bytes)
      throw BookFault(BookFault::Why::backup_differs, "a backup lacks a part");
    for (std::size_t at = length_bytes; at > 0; --at) length = length << 8U | bytes[at - 1];
    bytes = bytes.subspan(length_bytes);
    if (bytes.size() < length)
      throw BookFault(BookFault::Why::backup_differs, "a part of a backup is cut off");
    part->assign(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(length));
    bytes = bytes.subspan(length);
  }
  return content;
}

Content content_of(Connection& connection) {
  OpenedImage copy(image_of(connection), OpenedImage::For::changing);
  KeptApart apart = take_apart(copy.connection());
  return {image_of(copy.connection()), std::move(apart)};
}

// Of everybody who holds the backup key.
std::vector<RingDoor> doors_of(Connection& connection) {
  std::vector<RingDoor> doors;
  Query row = connection.query(
      "SELECT id, salt, passes, memory_bytes, ring, door_secret, door_paper, door_duress FROM user"
      " WHERE role = 'manager' AND disabled = 0 ORDER BY added");
  while (row.next()) {
    RingDoor door{.user = row.id_bytes(0),
                  .work = {static_cast<unsigned long long>(row.whole(2)),
                           static_cast<std::size_t>(row.whole(3))},
                  .ring = row.bytes(4),
                  .doors = {row.bytes(5), row.bytes(6), row.bytes(7)}};
    const Bytes salt = row.bytes(1);
    CHECK(salt.size() == door.salt.size());
    std::ranges::copy(salt, door.salt.begin());
    doors.push_back(std::move(door));
  }
  return doors;
}

// The book beside `target`, brought to this program's schema, in a new epoch, without those who
// were taken out since.
BookFacts prepare(const Content& content, const fs::path& fresh, const std::string& station,
                  const Instant& at, std::int64_t epoch_at_least,
                  const std::vector<Erasure>& erasures) {
  {
    std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(content.image.data()),
              static_cast<std::streamsize>(content.image.size()));
    out.close();
    if (!out) throw BookFault(BookFault::Why::disk_full, "no room for the restored book");
  }
  const auto book = BookFile::open(fresh, {.station = station, .drawer_may_be_open = true});
  WriteTransaction change(*book);
  raise_epoch(change, at, epoch_at_least);
  keep_for_holders(change.connection(), content.apart);
  for (const Erasure& erasure : erasures) erase_rows(change.connection(), erasure);
  const BookFacts facts = facts_of(change.connection());
  change.commit();
  if (!erasures.empty()) book->write_anew();
  return facts;
}

}  // namespace

BookFacts make_backup(BookFile& book, const fs::path& target) {
  Connection& connection = book.writer();
  const auto whom = public_half_of(connection, KeyName::backup);
  if (!whom) throw BookFault(BookFault::Why::no_key, "nobody holds the backup key");
  std::error_code none_there;
  if (fs::equivalent(target, book.path(), none_there)) {
    throw BookFault(BookFault::Why::unlike_book, "a backup does not replace the book itself");
  }
  const Snapshot snapshot(connection);
  const BookFacts facts = facts_of(connection);
  const Content content = content_of(connection);
  if (facts_in(content.image) != facts) {
    throw BookFault(BookFault::Why::backup_differs, "totals or heads differ");
  }
  const fs::path half = beside(target, "-half");
  try {
    write_envelope(half, packed(content), *whom, doors_of(connection));
    rename_for_good(half, target);
  } catch (...) {
    std::error_code ignored;
    fs::remove(half, ignored);
    throw;
  }
  return facts;
}

BookFacts check_backup(const fs::path& backup, const Key& key) {
  return facts_in(unpacked(open_envelope(backup, key)).image);
}

BookFacts restore_backup(const fs::path& backup, const Key& key, const fs::path& target,
                         bool replace, const std::string& station, const Instant& at) {
  const Content content = unpacked(open_envelope(backup, key));
  const BookFacts kept = facts_in(content.image);
  LockFile locks(beside(target, "-lock"));
  if (!locks.try_lock(LockPlace::programs, LockMode::alone)) {
    throw BookFault(BookFault::Why::other_programs_open, "the book is to be replaced");
  }
  std::int64_t epoch_at_least = 1;
  std::vector<Erasure> erasures;
  if (fs::exists(target)) {
    const auto standing = standing_at(target);
    const bool alike = standing && standing->book == kept.book;
    if (!alike && !replace) throw BookFault(BookFault::Why::unlike_book, "another book is there");
    if (alike) {
      epoch_at_least = standing->epoch + 1;
      erasures = standing->erasures;
    }
  }
  const fs::path fresh = beside(target, "-restoring");
  const auto clear_up = [&] {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-lock"}) {
      fs::remove(beside(fresh, ending), ignored);
    }
  };
  try {
    const BookFacts facts = prepare(content, fresh, station, at, epoch_at_least, erasures);
    keep_aside(target);
    rename_for_good(fresh, target);
    clear_up();
    return facts;
  } catch (...) {
    clear_up();
    throw;
  }
}

}  // namespace tilia::db
