// Local time of the countries that we serve. A zone is named as people know it ("Europe/Belgrade").
//
//   Zone::named("Europe/Belgrade")->local_day(instant)
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/instant.h"

namespace tilia {

class Zone {
 public:
  // Nothing for a name that is not in names().
  [[nodiscard]] static std::optional<Zone> named(std::string_view name);
  [[nodiscard]] static std::vector<std::string> names();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Day local_day(const Instant& instant) const;
  [[nodiscard]] int local_minute_of_day(const Instant& instant) const;      // 0 … 1439
  [[nodiscard]] std::string local_time_text(const Instant& instant) const;  // HH:MM
  // The instant at which clocks here first show this day and minute. A minute that spring skips
  // counts as the hour after it.
  [[nodiscard]] Instant at(const Day& day, int minute_of_day) const;

 private:
  struct Rules;  // the zone's offset and summer-time rule
  Zone(std::string name, std::shared_ptr<const Rules> rules);
  [[nodiscard]] int offset_minutes(const Instant& instant) const;

  std::string name_;
  std::shared_ptr<const Rules> rules_;
};

}  // namespace tilia
