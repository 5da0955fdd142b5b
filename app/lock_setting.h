// After how many minutes of quiet a shop wants its till to close itself while the drawer is open.
// Without the setting it never does: whoever serves has both hands full, and the drawer is in
// sight.
//
//   set_till_lock_minutes(book, 10);
//   till_lock_minutes(book)   -> 10; 0: never
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilia::db {
class BookFile;
}

namespace tilia::app {

inline constexpr const char* till_lock_setting = "lock.till_minutes";
inline constexpr int longest_till_lock_minutes = 240;

[[nodiscard]] int till_lock_minutes(db::BookFile& book);
void set_till_lock_minutes(db::BookFile& book, int minutes);
// "10" is ten minutes, "never" is 0. Nothing for what is neither, or longer than four hours.
[[nodiscard]] std::optional<int> parse_lock_minutes(std::string_view text);

}  // namespace tilia::app
