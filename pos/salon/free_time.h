// When somebody is free: the salon's hours, hers, what is booked and what is not free, as stretches
// of one day. It says when, never why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/instant.h"
#include "core/zone.h"
#include "pos/salon/salon.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

// [from, until)
struct Stretch {
  Instant from;
  Instant until;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The whole local day: 23, 24 or 25 hours.
[[nodiscard]] Stretch stretch_of(const Day& day, const Zone& zone);
// In which the column can be booked: the salon is open and she works. Empty code: the salon's.
[[nodiscard]] std::vector<Stretch> working(const Salon& salon, std::string_view column,
                                           const Day& day, const Zone& zone);
// The same without what is held; for a picture of the day.
[[nodiscard]] std::vector<Stretch> free_time(const Salon& salon, std::string_view column,
                                             const Day& day, const Zone& zone,
                                             const std::vector<Hold>& holds);

// The hold that a new one would overlap; holds of `own` do not count.
[[nodiscard]] const Hold* in_the_way(const std::vector<Hold>& wanted,
                                     const std::vector<Hold>& holds, const IdBytes& own);

// Services one after the other from `start` on, each with its person and perhaps its chair.
struct Wanted {
  std::string article;
  std::string person;
  std::string chair = {};
  friend bool operator==(const Wanted&, const Wanted&) = default;
};
// CHECKs that the salon has these services.
[[nodiscard]] std::vector<VisitService> in_a_row(const Salon& salon,
                                                 const std::vector<Wanted>& wanted,
                                                 const Instant& start);

// The times of a day at which all of it fits, every `step_minutes` of the clock, from `earliest`
// on.
inline constexpr int usual_step_minutes = 15;
struct OfferedTime {
  Instant start;
  bool free = false;
  friend bool operator==(const OfferedTime&, const OfferedTime&) = default;
};
// All steps within the hours of whoever is first, whether free or not: nothing moves on a screen
// when something is taken.
[[nodiscard]] std::vector<OfferedTime> offered_times(
    const Salon& salon, const Zone& zone, const Day& day, const std::vector<Wanted>& wanted,
    const std::vector<Hold>& holds, const Instant& earliest, int step_minutes = usual_step_minutes);

}  // namespace tilia::pos
