#include "app/backup_schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "db/backup.h"
#include "db/settings.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder_setting = "backup.folder";
constexpr const char* last_setting = "backup.last";
constexpr std::string_view name_start = "backup-";
constexpr std::string_view name_end = ".sealed";
constexpr std::int64_t milliseconds_an_hour = 3'600'000;
constexpr std::int64_t hours_a_day = 24;
constexpr std::int64_t days_without_worry = 3;

// The day in the name of a backup that was made by itself; nothing for any other file.
std::optional<Day> day_of(const fs::path& file) {
  const std::string name = file.filename().string();
  if (!name.starts_with(name_start) || !name.ends_with(name_end)) return std::nullopt;
  return Day::parse(
      name.substr(name_start.size(), name.size() - name_start.size() - name_end.size()));
}

void take_old_ones_out(const fs::path& folder, const Day& today) {
  std::vector<fs::path> old;
  std::error_code gone;  // a stick may be pulled out at any moment: another time then
  for (fs::directory_iterator entry(folder, gone); entry != fs::directory_iterator();
       entry.increment(gone)) {
    const auto day = day_of(entry->path());
    if (day && day->plus_days(backup_kept_days) < today) old.push_back(entry->path());
  }
  for (const fs::path& file : old) {
    std::error_code another_time;
    fs::remove(file, another_time);
  }
}

}  // namespace

fs::path backup_folder(db::BookFile& book) {
  return db::read_setting(book, folder_setting).value_or("");
}

void write_backup_folder(db::BookFile& book, const fs::path& folder) {
  db::write_setting(book, folder_setting, folder.string());
}

std::optional<Instant> last_backup(db::BookFile& book) {
  const auto text = db::read_setting(book, last_setting);
  if (!text) return std::nullopt;
  return Instant::parse(*text);
}

void note_backup(db::BookFile& book, const Instant& at) {
  db::write_setting(book, last_setting, at.text());
}

bool backup_is_due(db::BookFile& book, const Instant& now) {
  if (backup_folder(book).empty()) return false;
  const auto last = last_backup(book);
  const std::int64_t passed =
      last ? now.unix_milliseconds() - last->unix_milliseconds() : std::int64_t{0};
  // A clock that was set back does not keep the book without a backup.
  return !last || passed < 0 || passed >= backup_every_hours * milliseconds_an_hour;
}

fs::path make_due_backup(db::BookFile& book, const Instant& now, const Zone& zone) {
  const Day today = zone.local_day(now);
  const fs::path folder = backup_folder(book);
  const fs::path file = folder / fmt::format("{}{}{}", name_start, today.text(), name_end);
  db::make_backup(book, file);
  note_backup(book, now);
  take_old_ones_out(folder, today);
  return file;
}

BackupAge backup_age(db::BookFile& book, const Instant& now) {
  const auto last = last_backup(book);
  if (!last) return {Phrase("office.backup.never"), true};
  const std::int64_t hours =
      (now.unix_milliseconds() - last->unix_milliseconds()) / milliseconds_an_hour;
  if (hours < hours_a_day) return {Phrase("office.backup.today"), false};
  const std::int64_t days = hours / hours_a_day;
  return {Phrase::counted("office.backup.days", days), days > days_without_worry};
}

}  // namespace tilia::app
