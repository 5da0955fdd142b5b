#include "pos/salon/visit.h"

#include <algorithm>
#include <array>

#include "core/check.h"

namespace tilia::pos {
namespace {

using enum VisitState;

constexpr std::array<std::pair<VisitState, std::string_view>, 8> states{
    {{waiting, "waiting"},
     {booked, "booked"},
     {arrived, "arrived"},
     {in_progress, "in_progress"},
     {done, "done"},
     {paid, "paid"},
     {no_show, "no_show"},
     {cancelled, "cancelled"}}};

// Each way that can be gone, the ways back among them.
constexpr std::array<std::pair<VisitState, VisitState>, 22> ways{{
    {waiting, in_progress}, {waiting, cancelled},     {booked, arrived},   {booked, in_progress},
    {booked, no_show},      {booked, cancelled},      {arrived, booked},   {arrived, in_progress},
    {arrived, cancelled},   {arrived, no_show},       {in_progress, done}, {in_progress, arrived},
    {in_progress, booked},  {in_progress, waiting},   {done, in_progress}, {done, paid},
    {no_show, booked},      {no_show, arrived},       {cancelled, booked}, {cancelled, waiting},
    {cancelled, arrived},   {in_progress, cancelled},
}};

constexpr std::int64_t minute_in_milliseconds = 60'000;

Instant earlier(const Instant& a, const Instant& b) { return a < b ? a : b; }
Instant later(const Instant& a, const Instant& b) { return a < b ? b : a; }

}  // namespace

std::string_view visit_state_text(VisitState state) {
  for (const auto& [known, text] : states) {
    if (known == state) return text;
  }
  CHECK(false);
}

std::optional<VisitState> parse_visit_state(std::string_view text) {
  for (const auto& [state, known] : states) {
    if (known == text) return state;
  }
  return std::nullopt;
}

bool may_become(VisitState from, VisitState to) {
  return std::ranges::find(ways, std::pair(from, to)) != ways.end();
}

bool takes_time(VisitState state) {
  return state == booked || state == arrived || state == in_progress || state == done ||
         state == paid;
}

Instant Visit::start() const {
  CHECK(!services.empty());
  return std::ranges::min_element(services, {}, &VisitService::start)->start;
}

Instant Visit::end() const {
  CHECK(!services.empty());
  Instant last = services.front().end();
  for (const VisitService& service : services) last = later(last, service.end());
  return last;
}

std::vector<Hold> holds_of(const Visit& visit) {
  std::vector<Hold> all;
  if (!takes_time(visit.state)) return all;
  for (const VisitService& service : visit.services) {
    const Instant from = service.start.plus_seconds(-60 * service.before_minutes);
    Instant until = service.end().plus_seconds(60 * service.after_minutes);
    if (visit.done_at)
      until = earlier(until, minute_of(*visit.done_at).plus_seconds(60 * service.after_minutes));
    if (until <= from) continue;
    for (const std::string& column : {service.person, service.chair}) {
      if (!column.empty()) all.push_back({column, from, until, visit.id.bytes()});
    }
  }
  std::ranges::sort(all, [](const Hold& a, const Hold& b) {
    return a.column != b.column ? a.column < b.column : a.from < b.from;
  });
  std::vector<Hold> joined;
  for (const Hold& hold : all) {
    if (!joined.empty() && joined.back().column == hold.column && joined.back().until >= hold.from)
      joined.back().until = later(joined.back().until, hold.until);
    else
      joined.push_back(hold);
  }
  return joined;
}

Instant minute_of(const Instant& instant) {
  const std::int64_t milliseconds = instant.unix_milliseconds();
  const std::int64_t over =
      ((milliseconds % minute_in_milliseconds) + minute_in_milliseconds) % minute_in_milliseconds;
  return Instant::from_unix_milliseconds(milliseconds - over);
}

}  // namespace tilia::pos
