// How this book is set up: the folder for backups, the printer, the size of tiles. Text by name; no
// business data, so not in the journal.
//
//   write_setting(book, "backup.folder", "/media/backup");
//   read_setting(book, "backup.folder")   -> "/media/backup"
#pragma once

#include <optional>
#include <string>

namespace tilia::db {

class BookFile;

[[nodiscard]] std::optional<std::string> read_setting(BookFile& book, const std::string& name);
void write_setting(BookFile& book, const std::string& name, const std::string& value);

}  // namespace tilia::db
