#include "db/rebuild.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/book_file.h"

namespace tilia::db {
namespace {

bool wants(const Projection& part, const std::string& kind) {
  return std::find(part.kinds.begin(), part.kinds.end(), kind) != part.kinds.end();
}

}  // namespace

TriggersAside::TriggersAside(Connection& connection, const std::vector<std::string>& tables)
    : connection_(connection) {
  std::vector<std::string> names;
  for (const std::string& table : tables) {
    Query each = connection.query(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? ORDER BY name",
        table);
    while (each.next()) {
      names.push_back(each.text(0));
      made_by_.push_back(each.text(1));
    }
  }
  for (const std::string& name : names) connection.script(fmt::format("DROP TRIGGER {}", name));
}

void TriggersAside::put_back() {
  for (const std::string& sql : made_by_) connection_.script(sql);
  made_by_.clear();
}

void rebuild_projections(BookFile& book, const std::vector<Projection>& parts) {
  WriteTransaction change(book);
  Connection& connection = change.connection();
  std::vector<std::string> tables;
  for (const Projection& part : parts)
    tables.insert(tables.end(), part.tables.begin(), part.tables.end());
  TriggersAside aside(connection, tables);
  for (const std::string& table : tables) connection.script(fmt::format("DELETE FROM {}", table));
  read_journal(connection, [&](const JournalEntry& entry) {
    for (const Projection& part : parts) {
      if (wants(part, entry.content.kind)) part.apply(connection, entry);
    }
  });
  aside.put_back();
  change.commit();
}

}  // namespace tilia::db
