#include "pos/salon/free_time.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {
namespace {

constexpr int minutes_of_day = 24 * 60;

Instant at_minute(const Day& day, int minute, const Zone& zone) {
  return minute == minutes_of_day ? zone.at(day.plus_days(1), 0) : zone.at(day, minute);
}

// The hour that spring skips may leave nothing of a span.
std::vector<Stretch> stretches(const DaySpans& spans, const Day& day, const Zone& zone) {
  std::vector<Stretch> all;
  for (const DaySpan& span : spans) {
    const Stretch one{at_minute(day, span.from, zone), at_minute(day, span.until, zone)};
    if (one.from < one.until) all.push_back(one);
  }
  return all;
}

std::vector<Stretch> in_both(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
  std::vector<Stretch> both;
  for (const Stretch& one : a) {
    for (const Stretch& other : b) {
      const Stretch common{std::max(one.from, other.from), std::min(one.until, other.until)};
      if (common.from < common.until) both.push_back(common);
    }
  }
  return both;
}

bool within(const VisitService& service, const std::vector<Stretch>& stretches) {
  return std::ranges::any_of(stretches, [&](const Stretch& each) {
    return each.from <= service.start && service.end() <= each.until;
  });
}

}  // namespace

Stretch stretch_of(const Day& day, const Zone& zone) {
  return {zone.at(day, 0), zone.at(day.plus_days(1), 0)};
}

std::vector<Stretch> working(const Salon& salon, std::string_view column, const Day& day,
                             const Zone& zone) {
  const std::vector<Stretch> open = stretches(salon.spans("", day), day, zone);
  if (column.empty()) return open;
  return in_both(open, stretches(salon.spans(column, day), day, zone));
}

std::vector<Stretch> free_time(const Salon& salon, std::string_view column, const Day& day,
                               const Zone& zone, const std::vector<Hold>& holds) {
  std::vector<Stretch> free = working(salon, column, day, zone);
  for (const Hold& hold : holds) {
    if (hold.column != column) continue;
    std::vector<Stretch> left;
    for (const Stretch& each : free) {
      if (hold.until <= each.from || each.until <= hold.from) {
        left.push_back(each);
        continue;
      }
      if (each.from < hold.from) left.push_back({each.from, hold.from});
      if (hold.until < each.until) left.push_back({hold.until, each.until});
    }
    free = std::move(left);
  }
  return free;
}

const Hold* in_the_way(const std::vector<Hold>& wanted, const std::vector<Hold>& holds,
                       const IdBytes& own) {
  for (const Hold& one : wanted) {
    for (const Hold& hold : holds) {
      const bool overlaps = hold.from < one.until && one.from < hold.until;
      if (overlaps && hold.column == one.column && hold.owner != own) return &hold;
    }
  }
  return nullptr;
}

std::vector<VisitService> in_a_row(const Salon& salon, const std::vector<Wanted>& wanted,
                                   const Instant& start) {
  std::vector<VisitService> row;
  Instant next = start;
  for (const Wanted& each : wanted) {
    const SalonService* service = salon.service(each.article);
    CHECK(service != nullptr);
    row.push_back({each.article, each.person, each.chair, next, service->minutes,
                   service->before_minutes, service->after_minutes});
    next = row.back().end();
  }
  return row;
}

std::vector<OfferedTime> offered_times(const Salon& salon, const Zone& zone, const Day& day,
                                       const std::vector<Wanted>& wanted,
                                       const std::vector<Hold>& holds, const Instant& earliest,
                                       int step_minutes) {
  CHECK(!wanted.empty() && step_minutes > 0);
  std::vector<OfferedTime> offered;
  std::vector<std::vector<Stretch>> of_each;
  for (const Wanted& each : wanted) of_each.push_back(working(salon, each.person, day, zone));
  for (int minute = 0; minute < minutes_of_day; minute += step_minutes) {
    const Instant start = zone.at(day, minute);
    const std::vector<VisitService> row = in_a_row(salon, wanted, start);
    if (!within(row.front(), of_each.front())) continue;
    // Spring shows some minutes twice at the same instant.
    if (!offered.empty() && offered.back().start >= start) continue;
    bool fits = start >= earliest;
    for (std::size_t at = 0; at < row.size(); ++at) fits = fits && within(row[at], of_each[at]);
    const Visit visit{
        .id = VisitId::from_bytes({}), .came = start, .picture = {}, .name = {}, .services = row};
    offered.push_back({start, fits && in_the_way(holds_of(visit), holds, {}) == nullptr});
  }
  return offered;
}

}  // namespace tilia::pos
