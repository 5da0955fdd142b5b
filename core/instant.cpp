#include "core/instant.h"

#include <fmt/format.h>

#include "core/check.h"
#include "core/day.h"
#include "core/decimal_text.h"

namespace tilia {
namespace {

namespace posix = boost::posix_time;

const posix::ptime& unix_epoch() {
  static const posix::ptime epoch(boost::gregorian::date(1970, 1, 1));
  return epoch;
}

// Two digits at `at`, below `limit`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int limit) {
  if (text.size() < at + 2) return std::nullopt;
  const auto number = parse_decimal(text.substr(at, 2), 0);
  if (!number || number.value() < 0 || number.value() >= limit) return std::nullopt;
  return static_cast<int>(number.value());
}

// "Z" or "+01:00" as minutes east of UTC.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = two_digits(text, 1, 24);
  const auto minutes = two_digits(text, 4, 60);
  if (!hours || !minutes) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

Instant::Instant(const posix::ptime& utc) : utc_(utc) { CHECK(!utc.is_special()); }

Instant Instant::from_unix_milliseconds(std::int64_t milliseconds) {
  return Instant(unix_epoch() + posix::milliseconds(milliseconds));
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() < 17 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto day = Day::parse(text.substr(0, 10));
  const auto hours = two_digits(text, 11, 24);
  const auto minutes = two_digits(text, 14, 60);
  if (!day || !hours || !minutes) return std::nullopt;
  std::size_t at = 16;
  std::int64_t milliseconds = 0;
  if (text[at] == ':') {
    const auto seconds = two_digits(text, at + 1, 60);
    if (!seconds) return std::nullopt;
    milliseconds = std::int64_t{*seconds} * 1000;
    at += 3;
    if (at < text.size() && text[at] == '.') {
      const std::size_t end = text.find_first_not_of("0123456789", at + 1);
      if (end == std::string_view::npos || end == at + 1 || end > at + 4) return std::nullopt;
      const auto fraction = parse_decimal("0" + std::string(text.substr(at, end - at)), 3);
      if (!fraction) return std::nullopt;
      milliseconds += fraction.value();
      at = end;
    }
  }
  const auto offset = offset_minutes(text.substr(at));
  if (!offset) return std::nullopt;
  const posix::ptime utc = posix::ptime(day->date()) + posix::hours(*hours) +
                           posix::minutes(*minutes) + posix::milliseconds(milliseconds) -
                           posix::minutes(*offset);
  const int utc_year = static_cast<int>(utc.date().year());
  if (utc_year < 1900 || utc_year > 2199) return std::nullopt;  // an offset may leave Day's years
  return Instant(utc);
}

std::int64_t Instant::unix_milliseconds() const {
  return (utc_ - unix_epoch()).total_milliseconds();
}

Instant Instant::plus_seconds(std::int64_t seconds) const {
  return Instant::from_unix_milliseconds(unix_milliseconds() + seconds * 1000);
}

std::int64_t Instant::seconds_until(const Instant& later) const {
  return (later.unix_milliseconds() - unix_milliseconds()) / 1000;
}

std::string Instant::text() const {
  const auto clock = utc_.time_of_day();
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", Day(utc_.date()).text(), clock.hours(),
                     clock.minutes(), clock.seconds(), clock.total_milliseconds() % 1000);
}

}  // namespace tilia
