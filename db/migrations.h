// The schema's history: numbered files in db/migrations, built into the program, forward only.
// user_version of a book is the number of the last one that it went through. A shipped file is
// never changed again.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tilia::db {

class BookFile;
class Connection;

struct Migration {
  std::int64_t number = 0;
  std::string_view name;  // "0010_journal"
  std::string_view sql;
};

// In order of their numbers.
[[nodiscard]] const std::vector<Migration>& all_migrations();
[[nodiscard]] std::int64_t newest_schema();

[[nodiscard]] std::int64_t schema_of(Connection& connection);
// Runs those above the book's version up to `to`. The caller holds a transaction; a book in
// creation.
void migrate_within_transaction(Connection& connection, std::int64_t to);
// Each in its own transaction; the connection's foreign keys are off meanwhile and checked before
// each commit. The caller holds the write lock.
void migrate_step_by_step(Connection& connection, std::int64_t to);

}  // namespace tilia::db
