#include "core/zone.h"

#include <array>
#include <boost/date_time/local_time/posix_time_zone.hpp>

#include "core/check.h"
#include "core/minute_of_day.h"

namespace tilia {
namespace {

namespace local = boost::local_time;
namespace posix = boost::posix_time;

struct NamedRule {
  std::string_view name;
  const char*
      rule;  // Boost's spelling: hours east of UTC are positive, change times in standard time
};

// Summer time by Directive 2000/84/EC: last Sunday of March to last Sunday of October, at 01:00
// UTC. The Western Balkan countries follow it. Times here are the clock's before the change.
constexpr const char* western = "WET+00WEST,M3.5.0/01:00,M10.5.0/02:00";
constexpr const char* central = "CET+01CEST,M3.5.0/02:00,M10.5.0/03:00";
constexpr const char* eastern = "EET+02EEST,M3.5.0/03:00,M10.5.0/04:00";

constexpr std::array<NamedRule, 12> known{{{"Europe/Belgrade", central},
                                           {"Europe/Tirane", central},
                                           {"Europe/Vienna", central},
                                           {"Europe/Sarajevo", central},
                                           {"Europe/Prague", central},
                                           {"Europe/Madrid", central},
                                           {"Europe/Skopje", central},
                                           {"Europe/Podgorica", central},
                                           {"Europe/Pristina", central},
                                           {"Europe/Sofia", eastern},
                                           {"Europe/Bucharest", eastern},
                                           {"Atlantic/Canary", western}}};

}  // namespace

struct Zone::Rules {
  explicit Rules(const char* rule) : zone(rule) {}
  local::posix_time_zone zone;
};

Zone::Zone(std::string name, std::shared_ptr<const Rules> rules)
    : name_(std::move(name)), rules_(std::move(rules)) {}

std::optional<Zone> Zone::named(std::string_view name) {
  for (const NamedRule& entry : known) {
    if (entry.name == name) return Zone(std::string(name), std::make_shared<Rules>(entry.rule));
  }
  return std::nullopt;
}

std::vector<std::string> Zone::names() {
  std::vector<std::string> all;
  for (const NamedRule& entry : known) all.emplace_back(entry.name);
  return all;
}

int Zone::offset_minutes(const Instant& instant) const {
  const auto& zone = rules_->zone;
  const int standard = static_cast<int>(zone.base_utc_offset().total_seconds() / 60);
  const int summer = static_cast<int>(zone.dst_offset().total_seconds() / 60);
  const int year = static_cast<int>(instant.utc().date().year());
  const auto year_of = static_cast<boost::gregorian::greg_year>(static_cast<unsigned short>(year));
  const posix::ptime starts = zone.dst_local_start_time(year_of) - posix::minutes(standard);
  const posix::ptime ends = zone.dst_local_end_time(year_of) - posix::minutes(standard + summer);
  const bool in_summer = instant.utc() >= starts && instant.utc() < ends;
  return in_summer ? standard + summer : standard;
}

Day Zone::local_day(const Instant& instant) const {
  return Day((instant.utc() + posix::minutes(offset_minutes(instant))).date());
}

int Zone::local_minute_of_day(const Instant& instant) const {
  const auto clock = (instant.utc() + posix::minutes(offset_minutes(instant))).time_of_day();
  return static_cast<int>(clock.hours() * 60 + clock.minutes());
}

std::string Zone::local_time_text(const Instant& instant) const {
  return minute_of_day_text(local_minute_of_day(instant));
}

Instant Zone::at(const Day& day, int minute_of_day) const {
  CHECK(minute_of_day >= 0 && minute_of_day < minutes_a_day);
  const posix::ptime wall = posix::ptime(day.date()) + posix::minutes(minute_of_day);
  const int standard = static_cast<int>(rules_->zone.base_utc_offset().total_seconds() / 60);
  const int summer = static_cast<int>(rules_->zone.dst_offset().total_seconds() / 60);
  const Instant as_summer(wall - posix::minutes(standard + summer));
  const Instant as_standard(wall - posix::minutes(standard));
  return offset_minutes(as_summer) == standard + summer ? as_summer : as_standard;
}

}  // namespace tilia
