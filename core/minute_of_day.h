// A minute of a day on the wall clock, 0 to 1439, as "07:30".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tilia {

inline constexpr int minutes_a_day = 24 * 60;

[[nodiscard]] std::optional<int> parse_minute_of_day(std::string_view text);  // HH:MM, nothing else
[[nodiscard]] std::string minute_of_day_text(int minute);

}  // namespace tilia
