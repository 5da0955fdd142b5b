#include "core/minute_of_day.h"

#include <fmt/format.h>

namespace tilia {
namespace {

constexpr int minutes_an_hour = 60;

std::optional<int> two_digits(std::string_view text) {
  const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (!digit(text[0]) || !digit(text[1])) return std::nullopt;
  return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

std::optional<int> parse_minute_of_day(std::string_view text) {
  constexpr std::size_t length = 5;
  if (text.size() != length || text[2] != ':') return std::nullopt;
  const auto hour = two_digits(text);
  const auto minute = two_digits(text.substr(3));
  if (!hour || !minute || *minute >= minutes_an_hour) return std::nullopt;
  const int whole = *hour * minutes_an_hour + *minute;
  if (whole >= minutes_a_day) return std::nullopt;
  return whole;
}

std::string minute_of_day_text(int minute) {
  return fmt::format("{:02}:{:02}", minute / minutes_an_hour, minute % minutes_an_hour);
}

}  // namespace tilia
