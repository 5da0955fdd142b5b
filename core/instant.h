// Instant: a point in time, UTC, whole milliseconds.
//
//   Instant::parse("2026-03-02T06:00:00+01:00").value().text()   -> "2026-03-02T05:00:00.000Z"
#pragma once

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tilia {

class Instant {
 public:
  [[nodiscard]] static Instant from_unix_milliseconds(std::int64_t milliseconds);
  explicit Instant(const boost::posix_time::ptime& utc);  // CHECKs that it is a time
  // RFC 3339 with seconds optional and Z or an offset required. Nothing for anything else.
  [[nodiscard]] static std::optional<Instant> parse(std::string_view rfc3339);

  [[nodiscard]] const boost::posix_time::ptime& utc() const { return utc_; }
  [[nodiscard]] std::int64_t unix_milliseconds() const;
  [[nodiscard]] Instant plus_seconds(std::int64_t seconds) const;
  [[nodiscard]] std::int64_t seconds_until(const Instant& later) const;
  [[nodiscard]] std::string text() const;  // RFC 3339, always with milliseconds and Z

  friend bool operator==(const Instant& a, const Instant& b) { return a.utc_ == b.utc_; }
  friend std::strong_ordering operator<=>(const Instant& a, const Instant& b) {
    return a.unix_milliseconds() <=> b.unix_milliseconds();
  }

 private:
  boost::posix_time::ptime utc_;
};

}  // namespace tilia
