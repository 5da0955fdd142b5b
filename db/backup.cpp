#include "db/backup.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <system_error>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/copy_book.h"
#include "db/erasure.h"
#include "db/kept_apart.h"
#include "db/key_ring.h"
#include "db/migrations.h"
#include "db/sealed_pages.h"
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

BookFacts facts_in(const SealedPages& pages) {
  const auto opened = open_sealed(pages);
  Connection& copy = *opened;
  try {
    look_at_mark(copy);
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
  SealedPages pages;
  KeptApart apart;
};

// As a book of this state of it, whoever writes meanwhile.
std::unique_ptr<Content> content_of(Connection& connection) {
  auto content = std::make_unique<Content>();
  copy_pages(connection, *open_sealed(content->pages));
  // Through another connection: the first one's cache still says that there is a log.
  content->apart = take_apart(*open_sealed(content->pages));
  return content;
}

// In the file each part follows its own length.
constexpr std::size_t length_bytes = 8;

void write_length(EnvelopeWriter& writer, std::uint64_t length) {
  std::array<std::uint8_t, length_bytes> bytes{};
  for (std::size_t at = 0; at < length_bytes; ++at)
    bytes[at] = static_cast<std::uint8_t>(length >> (8 * at));
  writer.write(bytes);
}

std::uint64_t read_length(EnvelopeReader& reader) {
  std::array<std::uint8_t, length_bytes> bytes{};
  reader.read(bytes);
  std::uint64_t length = 0;
  for (std::size_t at = length_bytes; at > 0; --at) length = length << 8U | bytes[at - 1];
  return length;
}

void write_content(const fs::path& file, const Content& content, const PublicKey& whom,
                   const std::vector<RingDoor>& doors) {
  const std::uint64_t pages = content.pages.count();
  const std::array<const Bytes*, 2> parts{&content.apart.payroll, &content.apart.vault};
  std::uint64_t length = length_bytes + pages * SealedPages::page_bytes;
  for (const Bytes* part : parts) length += length_bytes + part->size();
  EnvelopeWriter writer(file, whom, doors, length);
  write_length(writer, pages * SealedPages::page_bytes);
  for (std::uint64_t page = 0; page < pages; ++page) writer.write(content.pages.page(page));
  for (const Bytes* part : parts) {
    write_length(writer, part->size());
    writer.write(*part);
  }
  writer.end();
}

// What a part may hold, far above what a shop's people need: a changed length makes no machine
// stop.
constexpr std::uint64_t longest_part = std::uint64_t{1} << 30U;

std::unique_ptr<Content> read_content(const fs::path& file, const Key& key) {
  EnvelopeReader reader(file, key);
  auto content = std::make_unique<Content>();
  const std::uint64_t length = read_length(reader);
  Bytes page(SealedPages::page_bytes);
  if (length % page.size() != 0)
    throw BookFault(BookFault::Why::backup_differs, "a backup holds no whole pages");
  for (std::uint64_t at = 0; at < length / page.size(); ++at) {
    reader.read(page);
    content->pages.put(at, page);
  }
  for (Bytes* part : {&content->apart.payroll, &content->apart.vault}) {
    const std::uint64_t size = read_length(reader);
    if (size > longest_part)
      throw BookFault(BookFault::Why::backup_differs, "a part of a backup is too long");
    part->resize(size);
    reader.read(*part);
  }
  reader.end();
  return content;
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
    for (std::uint64_t number = 0; number < content.pages.count(); ++number) {
      const Bytes page = content.pages.page(number);
      out.write(reinterpret_cast<const char*>(page.data()),
                static_cast<std::streamsize>(page.size()));
    }
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
  const auto content = content_of(connection);
  if (facts_in(content->pages) != facts) {
    throw BookFault(BookFault::Why::backup_differs, "totals or heads differ");
  }
  const fs::path half = beside(target, "-half");
  try {
    write_content(half, *content, *whom, doors_of(connection));
    rename_for_good(half, target);
  } catch (...) {
    std::error_code ignored;
    fs::remove(half, ignored);
    throw;
  }
  return facts;
}

BookFacts check_backup(const fs::path& backup, const Key& key) {
  return facts_in(read_content(backup, key)->pages);
}

BookFacts restore_backup(const fs::path& backup, const Key& key, const fs::path& target,
                         bool replace, const std::string& station, const Instant& at) {
  const auto content = read_content(backup, key);
  const BookFacts kept = facts_in(content->pages);
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
    const BookFacts facts = prepare(*content, fresh, station, at, epoch_at_least, erasures);
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
