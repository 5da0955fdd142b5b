#include "app/lock_setting.h"

#include <charconv>

#include "db/settings.h"

namespace tilia::app {

std::optional<int> parse_lock_minutes(std::string_view text) {
  if (text == "never") return 0;
  int minutes = 0;
  const char* const end = text.data() + text.size();
  const auto [read_to, fault] = std::from_chars(text.data(), end, minutes);
  if (fault != std::errc() || read_to != end) return std::nullopt;
  if (minutes < 1 || minutes > longest_till_lock_minutes) return std::nullopt;
  return minutes;
}

int till_lock_minutes(db::BookFile& book) {
  const auto kept = db::read_setting(book, till_lock_setting);
  // What is no number of ours closes nothing by itself: the shop never asked for it.
  return kept ? parse_lock_minutes(*kept).value_or(0) : 0;
}

void set_till_lock_minutes(db::BookFile& book, int minutes) {
  db::write_setting(book, till_lock_setting, minutes == 0 ? "never" : std::to_string(minutes));
}

}  // namespace tilia::app
