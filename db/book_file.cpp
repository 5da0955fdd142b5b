#include "db/book_file.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <utility>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/copy_book.h"
#include "db/migrations.h"

namespace tilia::db {
namespace {

namespace fs = std::filesystem;

constexpr int write_patience_milliseconds = 10'000;
constexpr int program_patience_milliseconds = 900;
constexpr std::int64_t crowded_log_bytes = 32'000'000;
constexpr std::int64_t page_bytes = 4096;
constexpr const char* busy_timeout = "PRAGMA busy_timeout = 5000";

// What every connection is told before it does anything else. (Its own log hook has already put an
// end to automatic checkpoints; the pragma for it would take that hook away.) Without recursive
// triggers a REPLACE would delete a posted row unseen.
constexpr const char* settings =
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA recursive_triggers = ON;"
    "PRAGMA temp_store = MEMORY;";

fs::path beside(const fs::path& file, const std::string& ending) {
  fs::path path = file;
  path += ending;
  return path;
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

// A power cut may leave the journal of the file's making beside it. It must be played back before
// anything can be read, which a connection that only reads may not do.
bool only_a_writer_can_look(Connection& connection) {
  return sqlite3_extended_errcode(connection.handle()) == SQLITE_READONLY_ROLLBACK;
}

// An empty file, or what a creation that was cut off left behind.
bool is_no_more_than_remains(Connection& connection) {
  try {
    return connection.number("SELECT count(*) FROM sqlite_schema") == 0;
  } catch (const BookFault& fault) {
    if (fault.why() == BookFault::Why::not_a_book) return false;
    if (only_a_writer_can_look(connection)) return true;  // the writer looks again
    throw;
  }
}

// Ours, and not from the future.
void look_at_header(Connection& connection) {
  const std::int64_t mark = connection.number("PRAGMA application_id");
  if (mark != book_application_id) {
    throw BookFault(BookFault::Why::not_a_book, fmt::format("application id {:x}", mark));
  }
  const std::int64_t schema = schema_of(connection);
  if (schema > newest_schema()) {
    throw BookFault(BookFault::Why::newer_version, fmt::format("schema {}", schema));
  }
}

bool a_drawer_is_open(Connection& connection) {
  if (connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'drawer_session'") == 0) {
    return false;
  }
  // In a bag is not in the drawer; a book from before knows no bags that wait.
  const bool knows_bags = connection.number(
                              "SELECT count(*) FROM pragma_table_info('drawer_session')"
                              " WHERE name = 'bagged_at'") > 0;
  return connection.number(knows_bags ? "SELECT count(*) FROM drawer_session"
                                        " WHERE closed_at IS NULL AND bagged_at IS NULL"
                                      : "SELECT count(*) FROM drawer_session"
                                        " WHERE closed_at IS NULL") > 0;
}

}  // namespace

BookFile::BookFile(fs::path file, BookOptions options, bool in_memory)
    : path_(std::move(file)), options_(std::move(options)), in_memory_(in_memory) {
  CHECK(!options_.station.empty());
  if (options_.schema_version == 0) options_.schema_version = newest_schema();
}

void BookFile::look_at_folder() const {
  const fs::path folder = folder_of(path_);
  const auto ask =
      options_.network_file_system ? options_.network_file_system : network_file_system_of;
  const std::string network = ask(folder);
  if (!network.empty()) throw BookFault(BookFault::Why::network_folder, network);
  if (!options_.vfs.empty()) return;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    throw BookFault(BookFault::Why::no_such_book, "no such folder");
  }
  if (::access(folder.c_str(), W_OK) != 0) {
    throw BookFault(BookFault::Why::read_only, "the folder cannot be written");
  }
}

void BookFile::open_writer(Connection::Kind kind) {
  writer_ = std::make_unique<Connection>(path_, kind, options_.vfs);
  writer_->script(settings);
}

void BookFile::use_log() {
  if (in_memory_) return;
  // EXTRA until the log is in use: without the folder's sync, a power cut may bring the journal of
  // the file's making back, which empties the book (durability.md §2).
  writer_->script("PRAGMA synchronous = EXTRA");
  {
    Query mode = writer_->query("PRAGMA journal_mode = WAL");
    if (!mode.next() || mode.text(0) != "wal") {
      throw BookFault(BookFault::Why::cannot_open, "no write-ahead log here");
    }
  }
  writer_->script("PRAGMA synchronous = FULL");
}

void BookFile::fill_new(const std::function<void(WriteTransaction&)>& first_entries) {
  writer_->script("PRAGMA synchronous = EXTRA");
  WriteTransaction birth(*this);
  writer_->script(fmt::format("PRAGMA application_id = {}", book_application_id));
  migrate_within_transaction(*writer_, options_.schema_version);
  first_entries(birth);
  birth.commit();
}

// Not one of ours is left exactly as it was: no lock file beside it, no log.
void BookFile::look_before_touching() const {
  Connection look(path_, Connection::Kind::read, options_.vfs);
  look.script(settings);
  try {
    look_at_header(look);
  } catch (const BookFault&) {
    if (!only_a_writer_can_look(look)) throw;  // else open() looks again, through the writer
  }
}

void BookFile::open_locks() {
  locks_.emplace(beside(options_.lock_beside.empty() ? path_ : options_.lock_beside, "-lock"));
}

void BookFile::bring_up_to_date() {
  if (schema_of(*writer_) >= options_.schema_version) return;
  if (!locks_->try_lock(LockPlace::programs, LockMode::alone)) {
    throw BookFault(BookFault::Why::other_programs_open, "the schema must change");
  }
  if (!options_.drawer_may_be_open && a_drawer_is_open(*writer_)) {
    throw BookFault(BookFault::Why::drawer_open, "the schema must change");
  }
  const fs::path before = beside(path_, fmt::format("-before-{}", options_.schema_version));
  if (options_.vfs.empty()) copy_book(*writer_, before, [](Connection&) {});
  migrate_step_by_step(*writer_, options_.schema_version);
  if (options_.vfs.empty()) fs::remove(before);  // a plain copy of a book does not stay on the disk
  CHECK(locks_->try_lock(LockPlace::programs, LockMode::shared));
}

std::unique_ptr<BookFile> BookFile::create(
    const fs::path& file, const BookOptions& options,
    const std::function<void(WriteTransaction&)>& first_entries) {
  std::unique_ptr<BookFile> book(new BookFile(file, options, false));
  book->look_at_folder();
  std::error_code error;
  if (options.vfs.empty() && fs::exists(file, error) && fs::file_size(file, error) > 0) {
    Connection look(file, Connection::Kind::read, "");
    if (!is_no_more_than_remains(look)) {
      throw BookFault(BookFault::Why::already_exists, "the file holds something");
    }
  }
  book->open_locks();
  if (!book->locks_->try_lock(LockPlace::programs, LockMode::alone)) {
    throw BookFault(BookFault::Why::already_exists, "another program has it open");
  }
  book->open_writer(Connection::Kind::create);
  if (!is_no_more_than_remains(*book->writer_)) {
    throw BookFault(BookFault::Why::already_exists, "the file holds something");
  }
  book->fill_new(first_entries);
  book->use_log();
  CHECK(book->locks_->try_lock(LockPlace::programs, LockMode::shared));
  return book;
}

std::unique_ptr<BookFile> BookFile::in_memory(
    const BookOptions& options, const std::function<void(WriteTransaction&)>& first_entries) {
  std::unique_ptr<BookFile> book(new BookFile(":memory:", options, true));
  book->open_writer(Connection::Kind::create);
  book->fill_new(first_entries);
  return book;
}

std::unique_ptr<BookFile> BookFile::open(const fs::path& file, const BookOptions& options) {
  std::unique_ptr<BookFile> book(new BookFile(file, options, false));
  book->look_at_folder();
  std::error_code error;
  if (options.vfs.empty() && !fs::exists(file, error)) {
    throw BookFault(BookFault::Why::no_such_book, "no such file");
  }
  book->look_before_touching();
  book->open_locks();
  if (!book->locks_->lock_within(LockPlace::programs, LockMode::shared,
                                 program_patience_milliseconds)) {
    throw BookFault(BookFault::Why::busy, "another program changes the schema");
  }
  book->take_write_lock();
  book->open_writer(Connection::Kind::write);
  look_at_header(*book->writer_);
  book->use_log();
  book->bring_up_to_date();
  book->drop_write_lock();
  return book;
}

BookFile::~BookFile() {
  reader_.reset();  // first, so that the writer is the last one out
  if (writer_ == nullptr || in_memory_) return;
  try {
    if (!writing_ && !writer_->failed() && locks_) {
      take_write_lock();
      writer_->script("PRAGMA busy_timeout = 0");
      move_log(LogAfter::emptied);
      writer_->tidy_on_close();
    }
  } catch (const std::exception&) {
    // What is in the log is safe there; the next program moves it.
  }
  writer_.reset();
}

Connection& BookFile::reader() {
  if (in_memory_) return *writer_;
  if (reader_ != nullptr && reader_->failed()) reader_.reset();
  if (reader_ == nullptr) {
    reader_ = std::make_unique<Connection>(path_, Connection::Kind::read, options_.vfs);
    reader_->script(settings);
    reader_->script("PRAGMA query_only = ON");
  }
  return *reader_;
}

void BookFile::take_write_lock() {
  CHECK(!writing_);
  if (locks_) {
    if (!locks_->lock_within(LockPlace::turnstile, LockMode::alone, write_patience_milliseconds)) {
      throw BookFault(BookFault::Why::busy, "others wait for the write lock");
    }
    const bool taken =
        locks_->lock_within(LockPlace::write, LockMode::alone, write_patience_milliseconds);
    locks_->unlock(LockPlace::turnstile);
    if (!taken) throw BookFault(BookFault::Why::busy, "the write lock is held");
  }
  writing_ = true;
}

void BookFile::drop_write_lock() {
  writing_ = false;
  if (locks_) locks_->unlock(LockPlace::write);
}

void BookFile::reopen_after_failure() {
  reader_.reset();
  writer_.reset();
  open_writer(Connection::Kind::write);
  look_at_header(*writer_);
  use_log();
  Query look = writer_->query("PRAGMA quick_check(1)");
  if (!look.next() || look.text(0) != "ok") {
    throw BookFault(BookFault::Why::damaged, "quick_check after a failure");
  }
}

bool BookFile::move_log(LogAfter after) {
  Query moving = writer_->query(after == LogAfter::emptied ? "PRAGMA wal_checkpoint(TRUNCATE)"
                                                           : "PRAGMA wal_checkpoint(RESTART)");
  CHECK(moving.next());
  if (moving.yes(0)) return false;  // a reader still needs the log
  writer_->forget_log_pages();
  return true;
}

bool BookFile::checkpoint(LogAfter after) {
  if (in_memory_) return true;
  take_write_lock();
  try {
    writer_->script("PRAGMA busy_timeout = 0");
    const bool moved = move_log(after);
    writer_->script(busy_timeout);
    drop_write_lock();
    return moved;
  } catch (...) {
    drop_write_lock();
    throw;
  }
}

bool BookFile::write_anew() {
  if (in_memory_) {
    writer_->script("VACUUM");
    return true;
  }
  take_write_lock();
  try {
    writer_->script("VACUUM");
    drop_write_lock();
  } catch (...) {
    drop_write_lock();
    throw;
  }
  return checkpoint();
}

std::int64_t BookFile::log_bytes() const { return std::int64_t{writer_->log_pages()} * page_bytes; }

void BookFile::tend_log() {
  if (log_bytes() > options_.idle_log_bytes) checkpoint(LogAfter::written_over);
}

WriteTransaction::WriteTransaction(BookFile& book) : book_(book) {
  book_.take_write_lock();
  try {
    if (book_.writer_->failed()) book_.reopen_after_failure();
    book_.writer_->run("BEGIN IMMEDIATE");
  } catch (...) {
    book_.drop_write_lock();
    throw;
  }
  open_ = true;
}

WriteTransaction::~WriteTransaction() {
  if (!open_) return;
  try {
    if (book_.writer_->in_transaction()) book_.writer_->run("ROLLBACK");
  } catch (const std::exception&) {
    // SQLite has rolled back by itself, or does so when the book is next opened.
  }
  book_.drop_write_lock();
}

void WriteTransaction::commit() {
  CHECK(open_);
  book_.writer_->run("COMMIT");
  open_ = false;
  book_.drop_write_lock();
  // A program that is never idle (a stream of sales) must not let the log grow without end.
  if (book_.log_bytes() > crowded_log_bytes) book_.checkpoint(BookFile::LogAfter::written_over);
}

}  // namespace tilia::db
