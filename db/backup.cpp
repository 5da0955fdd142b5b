#include "db/backup.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include "db/book_fault.h"
#include "db/connection.h"
#include "db/copy_book.h"
#include "db/migrations.h"
#include "db/till_rows.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;

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

// The book that stands where a backup is to go: its id and epoch. Nothing for what is no readable
// book.
struct Standing {
  BookId book;
  std::int64_t epoch = 1;
};

std::optional<Standing> standing_at(const fs::path& target) {
  try {
    Connection look(target, Connection::Kind::write, "");
    look_at_mark(look);
    std::int64_t epoch = 1;
    for (const ChainHead& head : chain_heads(look)) epoch = std::max(epoch, head.epoch);
    const Standing standing{read_book_id(look), epoch};
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

// A copy beside `target`, brought to this program's schema, in a new epoch.
BookFacts prepare(const fs::path& backup, const fs::path& fresh, const std::string& station,
                  const Instant& at, std::int64_t epoch_at_least) {
  {
    Connection from(backup, Connection::Kind::read, "");
    copy_book(from, fresh, [](Connection&) {});
  }
  const auto book = BookFile::open(fresh, {.station = station, .drawer_may_be_open = true});
  WriteTransaction change(*book);
  raise_epoch(change, at, epoch_at_least);
  const BookFacts facts = facts_of(change.connection());
  change.commit();
  return facts;
}

}  // namespace

BookFacts make_backup(BookFile& book, const fs::path& target) {
  Connection& connection = book.writer();
  if (!read_organisation(connection).practice) {
    throw BookFault(BookFault::Why::real_book_backup, "backups are not sealed yet");
  }
  std::error_code none_there;
  if (fs::equivalent(target, book.path(), none_there)) {
    throw BookFault(BookFault::Why::unlike_book, "a backup does not replace the book itself");
  }
  const Snapshot snapshot(connection);
  const BookFacts facts = facts_of(connection);
  copy_book(connection, target, [&](Connection& copy) {
    look_at_pages(copy);
    if (facts_of(copy) != facts) {
      throw BookFault(BookFault::Why::backup_differs, "totals or heads differ");
    }
  });
  return facts;
}

BookFacts check_backup(const fs::path& backup) {
  if (!fs::exists(backup)) throw BookFault(BookFault::Why::no_such_book, "no such backup");
  Connection copy(backup, Connection::Kind::read, "");
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

BookFacts restore_backup(const fs::path& backup, const fs::path& target, bool replace,
                         const std::string& station, const Instant& at) {
  const BookFacts kept = check_backup(backup);
  LockFile locks(beside(target, "-lock"));
  if (!locks.try_lock(LockPlace::programs, LockMode::alone)) {
    throw BookFault(BookFault::Why::other_programs_open, "the book is to be replaced");
  }
  std::int64_t epoch_at_least = 1;
  if (fs::exists(target)) {
    const auto standing = standing_at(target);
    const bool alike = standing && standing->book == kept.book;
    if (!alike && !replace) throw BookFault(BookFault::Why::unlike_book, "another book is there");
    if (alike) epoch_at_least = standing->epoch + 1;
  }
  const fs::path fresh = beside(target, "-restoring");
  const auto clear_up = [&] {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-lock"}) {
      fs::remove(beside(fresh, ending), ignored);
    }
  };
  try {
    const BookFacts facts = prepare(backup, fresh, station, at, epoch_at_least);
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
