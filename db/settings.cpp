#include "db/settings.h"

#include "db/book_file.h"

namespace tilia::db {

std::optional<std::string> read_setting(BookFile& book, const std::string& name) {
  Query row = book.reader().query("SELECT value FROM setting WHERE name = ?", name);
  if (!row.next()) return std::nullopt;
  return row.text(0);
}

void write_setting(BookFile& book, const std::string& name, const std::string& value) {
  WriteTransaction change(book);
  change.connection().run(
      "INSERT INTO setting (name, value) VALUES (?, ?)"
      " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name, value);
  change.commit();
}

}  // namespace tilia::db
