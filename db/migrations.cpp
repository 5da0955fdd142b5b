#include "db/migrations.h"

#include <fmt/format.h>

#include <string>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/connection.h"

namespace tilia::db {
namespace {

void run_one(Connection& connection, const Migration& migration) {
  connection.script(std::string(migration.sql));
  connection.script(fmt::format("PRAGMA user_version = {}", migration.number));
}

void check_foreign_keys(Connection& connection) {
  if (connection.query("PRAGMA foreign_key_check").next()) {
    throw BookFault(BookFault::Why::damaged, "a migration left a row without its parent");
  }
}

}  // namespace

std::int64_t newest_schema() { return all_migrations().back().number; }

std::int64_t schema_of(Connection& connection) { return connection.number("PRAGMA user_version"); }

void migrate_within_transaction(Connection& connection, std::int64_t to) {
  CHECK(connection.in_transaction());
  const std::int64_t from = schema_of(connection);
  for (const Migration& migration : all_migrations()) {
    if (migration.number > from && migration.number <= to) run_one(connection, migration);
  }
}

void migrate_step_by_step(Connection& connection, std::int64_t to) {
  CHECK(!connection.in_transaction());
  connection.script("PRAGMA foreign_keys = OFF");
  for (const Migration& migration : all_migrations()) {
    if (migration.number <= schema_of(connection) || migration.number > to) continue;
    try {
      connection.script("BEGIN IMMEDIATE");
      run_one(connection, migration);
      check_foreign_keys(connection);
      connection.script("COMMIT");
    } catch (...) {
      if (connection.in_transaction()) connection.script("ROLLBACK");
      throw;
    }
  }
  connection.script("PRAGMA foreign_keys = ON");
}

}  // namespace tilia::db
