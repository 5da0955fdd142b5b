// Every row of tables as text, to compare a book with itself after it was rebuilt, migrated or
// restored.
#pragma once

#include <string>
#include <vector>

#include "db/connection.h"

namespace tilia::db {

inline std::vector<std::string> all_rows(Connection& connection, const std::string& table) {
  std::string columns;
  {
    Query each = connection.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", table);
    while (each.next()) {
      columns += (columns.empty() ? "quote(" : " || ', ' || quote(") + each.text(0) + ")";
    }
  }
  std::vector<std::string> rows;
  Query each = connection.query("SELECT " + columns + " FROM " + table + " ORDER BY 1");
  while (each.next()) rows.push_back(table + ": " + each.text(0));
  return rows;
}

inline std::vector<std::string> all_rows(Connection& connection,
                                         const std::vector<std::string>& tables) {
  std::vector<std::string> rows;
  for (const std::string& table : tables) {
    for (std::string& row : all_rows(connection, table)) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace tilia::db
