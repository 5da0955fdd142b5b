#include "db/connection.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "db/book_fault.h"
#include "db/gathered_log.h"

namespace tilia::db {

struct Query::Lent {
  Lent(const SQLite::Database& database, const std::string& sql) : statement(database, sql) {}
  SQLite::Statement statement;
  bool lent = false;
};

struct Connection::Database {
  Database(const std::filesystem::path& file, int flags, const std::string& vfs)
      : log(vfs), open(file.string(), flags, 0, log.name()) {}
  GatheredLog log;  // outlives what is opened through it
  SQLite::Database open;
};

namespace {

constexpr int busy_milliseconds = 5000;

// A connection stays in its thread, so SQLite need not lock a mutex at every step.
int open_flags(Connection::Kind kind) {
  const int one_thread = SQLite::OPEN_NOMUTEX;
  switch (kind) {
    case Connection::Kind::create: return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | one_thread;
    case Connection::Kind::write: return SQLite::OPEN_READWRITE | one_thread;
    case Connection::Kind::read: return SQLite::OPEN_READONLY | one_thread;
  }
  CHECK(false);
}

BookFault::Why why_of(int extended_code) {
  switch (extended_code & 0xff) {
    case SQLITE_FULL: return BookFault::Why::disk_full;
    case SQLITE_IOERR:
    case SQLITE_NOMEM: return BookFault::Why::disk_failed;
    case SQLITE_CORRUPT: return BookFault::Why::damaged;
    case SQLITE_NOTADB: return BookFault::Why::not_a_book;
    case SQLITE_READONLY:
    case SQLITE_PERM: return BookFault::Why::read_only;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return BookFault::Why::busy;
    case SQLITE_CONSTRAINT: return BookFault::Why::rule_broken;
    case SQLITE_CANTOPEN: return BookFault::Why::cannot_open;
    default: return BookFault::Why::damaged;
  }
}

[[noreturn]] void not_as_stored(std::string_view wanted) {
  throw BookFault(BookFault::Why::damaged, "a stored value is no " + std::string(wanted));
}

}  // namespace

Connection::Connection(const std::filesystem::path& file, Kind kind, const std::string& vfs) {
  try {
    database_ = std::make_unique<Database>(file, open_flags(kind), vfs);
  } catch (const SQLite::Exception& fault) {
    fail(fault.getExtendedErrorCode(), fault.what());
  }
  sqlite3_extended_result_codes(handle(), 1);
  sqlite3_busy_timeout(handle(), busy_milliseconds);
  // Also stops automatic checkpoints.
  sqlite3_wal_hook(handle(), &Connection::note_log_pages, this);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Connection::~Connection() { kept_.clear(); }

int Connection::note_log_pages(void* self, sqlite3*, const char*, int pages) {
  static_cast<Connection*>(self)->log_pages_ = pages;
  return SQLITE_OK;
}

void Connection::tidy_on_close() {
  sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

sqlite3* Connection::handle() const { return database_->open.getHandle(); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle()) == 0; }

void Connection::fail(int extended_code, const std::string& message) {
  const BookFault::Why why = why_of(extended_code);
  failed_ = failed_ || why == BookFault::Why::disk_failed || why == BookFault::Why::damaged;
  throw BookFault(why, message);
}

Query Connection::prepared(std::string_view sql) {
  auto found = kept_.find(sql);
  if (found == kept_.end()) {
    try {
      auto made = std::make_unique<Query::Lent>(database_->open, std::string(sql));
      found = kept_.emplace(std::string(sql), std::move(made)).first;
    } catch (const SQLite::Exception& fault) {
      // Only our own text can be wrong SQL; anything else is the file's doing.
      CHECK((fault.getExtendedErrorCode() & 0xff) != SQLITE_ERROR);
      fail(fault.getExtendedErrorCode(), fault.what());
    }
  }
  CHECK(!found->second->lent);
  found->second->lent = true;
  return Query(*this, *found->second);
}

void Connection::script(const std::string& sql) {
  char* message = nullptr;
  const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, &message);
  if (code == SQLITE_OK) return;
  const std::string text = message == nullptr ? "" : message;
  sqlite3_free(message);
  fail(code, text);
}

Query::~Query() {
  if (lent_ == nullptr) return;
  lent_->statement.tryReset();
  lent_->statement.clearBindings();
  lent_->lent = false;
}

Query::Query(Query&& other) noexcept
    : connection_(other.connection_),
      lent_(std::exchange(other.lent_, nullptr)),
      bound_(other.bound_) {}

void Query::bind(std::int64_t whole) { lent_->statement.bind(++bound_, whole); }

void Query::bind(std::string_view text) { lent_->statement.bind(++bound_, std::string(text)); }

void Query::bind(std::span<const std::uint8_t> bytes) {
  CHECK(bytes.data() != nullptr);
  lent_->statement.bind(++bound_, bytes.data(), static_cast<int>(bytes.size()));
}

void Query::bind(std::nullopt_t) { lent_->statement.bind(++bound_); }

bool Query::next() {
  try {
    return lent_->statement.executeStep();
  } catch (const SQLite::Exception& fault) {
    connection_->fail(lent_->statement.getExtendedErrorCode(), fault.what());
  }
}

void Query::run() {
  while (next()) {
  }
}

bool Query::is_null(int column) const { return lent_->statement.getColumn(column).isNull(); }

std::int64_t Query::whole(int column) const {
  const SQLite::Column value = lent_->statement.getColumn(column);
  if (!value.isInteger()) not_as_stored("number");
  return value.getInt64();
}

std::string Query::text(int column) const {
  const SQLite::Column value = lent_->statement.getColumn(column);
  if (!value.isText()) not_as_stored("text");
  return value.getString();
}

Bytes Query::bytes(int column) const {
  const SQLite::Column value = lent_->statement.getColumn(column);
  if (!value.isBlob()) not_as_stored("bytes");
  const auto* first = static_cast<const std::uint8_t*>(value.getBlob());
  return first == nullptr ? Bytes() : Bytes(first, first + value.getBytes());
}

Instant Query::instant(int column) const {
  // Years 1000 to 9000. Beyond them no clock of ours goes; one flipped bit does.
  constexpr std::int64_t first = -30'610'224'000'000;
  constexpr std::int64_t last = 221'845'392'000'000;
  const std::int64_t milliseconds = whole(column);
  if (milliseconds < first || milliseconds > last)
    throw BookFault(BookFault::Why::damaged, "a time that no clock shows");
  return Instant::from_unix_milliseconds(milliseconds);
}

Day Query::day(int column) const {
  const auto day = Day::parse(text(column));
  if (!day) not_as_stored("day");
  return *day;
}

Month Query::month(int column) const {
  const auto month = Month::parse(text(column));
  if (!month) not_as_stored("month");
  return *month;
}

IdBytes Query::id_bytes(int column) const {
  const Bytes stored = bytes(column);
  IdBytes id{};
  if (stored.size() != id.size()) not_as_stored("id");
  std::copy(stored.begin(), stored.end(), id.begin());
  return id;
}

}  // namespace tilia::db
