// Backups that are made without anybody asking: into one folder (a stick, another machine's share),
// when the last one is a day old, each under its day's name. Those older than 35 days go, so that
// nobody who was taken out of the book stays in a backup for longer. Who makes one needs no key.
//
//   write_backup_folder(book, "/media/stick");
//   if (backup_is_due(book, now)) make_due_backup(book, now, zone);
#pragma once

#include <filesystem>
#include <optional>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/zone.h"
#include "db/book_file.h"

namespace tilia::app {

inline constexpr std::int64_t backup_every_hours = 24;
inline constexpr int backup_kept_days = 35;

// Empty: nobody chose one yet, and nothing is made by itself.
[[nodiscard]] std::filesystem::path backup_folder(db::BookFile& book);
void write_backup_folder(db::BookFile& book, const std::filesystem::path& folder);

// Of the newest one, made by itself or by hand; nothing where there was none.
[[nodiscard]] std::optional<Instant> last_backup(db::BookFile& book);
void note_backup(db::BookFile& book, const Instant& at);

[[nodiscard]] bool backup_is_due(db::BookFile& book, const Instant& now);
// Into the folder, and takes old ones out of it. Throws BookFault; then the older ones stay.
std::filesystem::path make_due_backup(db::BookFile& book, const Instant& now, const Zone& zone);

// What a manager has to be told about the age of the last one, and whether it needs a look.
struct BackupAge {
  Phrase sentence;
  bool needs_look = false;
};
[[nodiscard]] BackupAge backup_age(db::BookFile& book, const Instant& now);

}  // namespace tilia::app
