// Every row of tables as text, to compare a book with itself after it was rebuilt, migrated or
// restored.
#pragma once

#include <string>
#include <vector>

#include "db/connection.h"

namespace tilia::db {

inline std::vector<std::string> columns_of(Connection& connection, const std::string& table) {
  std::vector<std::string> columns;
  Query each = connection.query("SELECT name FROM pragma_table_info(?) ORDER BY cid", table);
  while (each.next()) columns.push_back(each.text(0));
  return columns;
}

inline std::vector<std::string> all_rows(Connection& connection, const std::string& table,
                                         const std::vector<std::string>& columns) {
  std::string quoted;
  for (const std::string& column : columns)
    quoted += (quoted.empty() ? "quote(" : " || ', ' || quote(") + column + ")";
  std::vector<std::string> rows;
  Query each = connection.query("SELECT " + quoted + " FROM " + table + " ORDER BY 1");
  while (each.next()) rows.push_back(table + ": " + each.text(0));
  return rows;
}

inline std::vector<std::string> all_rows(Connection& connection, const std::string& table) {
  return all_rows(connection, table, columns_of(connection, table));
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
