// A day of the salon as iCalendar (RFC 5545), for a calendar on a telephone: one event for each
// service, times in UTC. Without people, unless they are asked for by alias; a customer's name is
// never in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/instant.h"
#include "pos/article.h"
#include "pos/salon/free_time.h"
#include "pos/salon/salon.h"
#include "pos/salon/visit.h"

namespace tilia::pos {

// Text as a value: "Cut; wash, dry" -> "Cut\; wash\, dry".
[[nodiscard]] std::string calendar_text(std::string_view text);
// A content line with its end, folded after at most 75 octets, never inside a letter.
[[nodiscard]] std::string calendar_line(std::string_view line);

struct CalendarAsked {
  Instant now;  // of the export
  Stretch day;  // which it is of
  bool with_people = false;
};
// Visits that take time; a service is called as its article in the catalogue.
[[nodiscard]] std::string day_calendar(const std::vector<Visit>& visits, const Salon& salon,
                                       const std::vector<Article>& articles,
                                       const CalendarAsked& asked);

}  // namespace tilia::pos
