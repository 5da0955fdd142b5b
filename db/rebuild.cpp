#include "db/rebuild.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/book_file.h"

namespace tilia::db {
namespace {

struct Trigger {
  std::string name;
  std::string sql;
};

std::vector<Trigger> triggers_on(Connection& connection, const std::string& table) {
  std::vector<Trigger> found;
  Query each = connection.query(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? ORDER BY name",
      table);
  while (each.next()) found.push_back({each.text(0), each.text(1)});
  return found;
}

std::vector<Trigger> take_triggers_down(Connection& connection,
                                        const std::vector<Projection>& parts) {
  std::vector<Trigger> taken;
  for (const Projection& part : parts) {
    for (const std::string& table : part.tables) {
      for (Trigger& trigger : triggers_on(connection, table)) taken.push_back(std::move(trigger));
    }
  }
  for (const Trigger& trigger : taken) {
    connection.script(fmt::format("DROP TRIGGER {}", trigger.name));
  }
  return taken;
}

bool wants(const Projection& part, const std::string& kind) {
  return std::find(part.kinds.begin(), part.kinds.end(), kind) != part.kinds.end();
}

}  // namespace

void rebuild_projections(BookFile& book, const std::vector<Projection>& parts) {
  WriteTransaction change(book);
  Connection& connection = change.connection();
  const std::vector<Trigger> triggers = take_triggers_down(connection, parts);
  for (const Projection& part : parts) {
    for (const std::string& table : part.tables) {
      connection.script(fmt::format("DELETE FROM {}", table));
    }
  }
  read_journal(connection, [&](const JournalEntry& entry) {
    for (const Projection& part : parts) {
      if (wants(part, entry.content.kind)) part.apply(connection, entry);
    }
  });
  for (const Trigger& trigger : triggers) connection.script(trigger.sql);
  change.commit();
}

}  // namespace tilia::db
