#include "pos/salon/keep_visits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/check.h"
#include "core/letters.h"

namespace tilia::pos {
namespace {

using Why = VisitRefusal::Why;
using enum VisitState;

constexpr std::array<std::pair<Why, std::string_view>, 19> codes{{
    {Why::no_service, "visit.no_service"},
    {Why::unknown_service, "visit.unknown_service"},
    {Why::unknown_person, "visit.unknown_person"},
    {Why::unknown_chair, "visit.unknown_chair"},
    {Why::in_the_past, "visit.in_the_past"},
    {Why::too_far_away, "visit.too_far_away"},
    {Why::salon_closed, "visit.salon_closed"},
    {Why::person_away, "visit.person_away"},
    {Why::chair_not_free, "visit.chair_not_free"},
    {Why::overlaps, "visit.overlaps"},
    {Why::twice_at_once, "visit.twice_at_once"},
    {Why::unknown_visit, "visit.unknown_visit"},
    {Why::not_from_here, "visit.not_from_here"},
    {Why::not_yet, "visit.not_yet"},
    {Why::stays_as_it_is, "visit.stays_as_it_is"},
    {Why::changed_meanwhile, "visit.changed_meanwhile"},
    {Why::other_content, "visit.other_content"},
    {Why::name_too_long, "visit.name_too_long"},
    {Why::not_a_picture, "visit.not_a_picture"},
}};

constexpr int farthest_days = 2 * 366;
// Who came a little while ago is still written down at her time, and a move of it can be undone.
constexpr std::int64_t late_seconds = 30 * 60;

bool is_column(const Salon& salon, const std::string& code, ColumnKind kind) {
  const SalonColumn* const column = salon.column(code);
  return column != nullptr && column->kind == kind && !column->closed;
}

std::string name_of(const Salon& salon, const std::string& code) {
  const SalonColumn* const column = salon.column(code);
  return column == nullptr || column->name.empty() ? code : column->name;
}

bool inside(const VisitService& service, const std::vector<Stretch>& stretches) {
  return std::ranges::any_of(stretches, [&](const Stretch& each) {
    return each.from <= service.start && service.end() <= each.until;
  });
}

// One person, two things at one time.
const VisitService* twice_at_once(const Visit& visit) {
  for (const VisitService& one : visit.services) {
    for (const VisitService& other : visit.services) {
      const bool at_once = one.start < other.end() && other.start < one.end();
      if (&one != &other && one.person == other.person && at_once) return &other;
    }
  }
  return nullptr;
}

bool may_be_moved(VisitState state) { return state == booked || state == arrived; }

}  // namespace

std::string_view visit_refusal_code(Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const VisitRefusal& refusal) {
  const std::string_view code = visit_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.visit.{}", code.substr(code.find('.') + 1)))
      .with("about", refusal.about)
      .with("time", refusal.time);
}

VisitRefusal KeepVisits::with_time(Why why, std::string about, const Instant& at) const {
  return {why, std::move(about), zone_.local_time_text(at)};
}

KeepVisits::Fault KeepVisits::fault_of(const Salon& salon, const std::vector<Wanted>& wanted,
                                       bool with_people) {
  if (wanted.empty() && with_people) return VisitRefusal{Why::no_service};
  for (const Wanted& each : wanted) {
    const SalonService* const service = salon.service(each.article);
    if (service == nullptr || !service->offered)
      return VisitRefusal{Why::unknown_service, each.article};
    const bool nobody = each.person.empty() && !with_people;
    if (!nobody && !is_column(salon, each.person, ColumnKind::person))
      return VisitRefusal{Why::unknown_person, each.person};
    if (!each.chair.empty() && !is_column(salon, each.chair, ColumnKind::chair))
      return VisitRefusal{Why::unknown_chair, each.chair};
  }
  return std::nullopt;
}

KeepVisits::Fault KeepVisits::away(const Salon& salon, const VisitService& service) const {
  const Day day = zone_.local_day(service.start);
  if (!inside(service, working(salon, {}, day, zone_)))
    return with_time(Why::salon_closed, {}, service.start);
  if (!inside(service, working(salon, service.person, day, zone_)))
    return with_time(Why::person_away, name_of(salon, service.person), service.start);
  return std::nullopt;
}

KeepVisits::Fault KeepVisits::not_then(const Salon& salon, const Visit& visit) const {
  for (const VisitService& service : visit.services) {
    if (auto fault = away(salon, service)) return fault;
  }
  return std::nullopt;
}

KeepVisits::Fault KeepVisits::not_now(const Salon& salon, const Visit& visit) const {
  const Day day = zone_.local_day(visit.start());
  for (const VisitService& service : visit.services) {
    for (const std::string& whose : {std::string(), service.person}) {
      const std::vector<Stretch> hours = working(salon, whose, day, zone_);
      const bool past_closing =
          !hours.empty() && hours.back().until <= service.start && service.start != visit.start();
      if (past_closing) continue;
      const bool in_hours = std::ranges::any_of(hours, [&](const Stretch& each) {
        const bool until_closing = each == hours.back();
        return each.from <= service.start && service.start < each.until &&
               (until_closing || service.end() <= each.until);
      });
      if (in_hours) continue;
      return whose.empty() ? with_time(Why::salon_closed, {}, service.start)
                           : with_time(Why::person_away, name_of(salon, whose), service.start);
    }
  }
  return std::nullopt;
}

VisitRefusal KeepVisits::in_its_way(const Salon& salon, const Hold& hold) const {
  const std::string name = name_of(salon, hold.column);
  const VisitId owner = VisitId::from_bytes(hold.owner);
  if (const auto other = book_.visit(owner)) {
    VisitRefusal refusal = with_time(Why::overlaps, name, hold.from);
    for (const VisitService& service : other->services) {
      if (service.person == hold.column || service.chair == hold.column) {
        refusal = with_time(Why::overlaps, name, service.start);
        break;
      }
    }
    refusal.other = owner;
    return refusal;
  }
  const bool chair = is_column(salon, hold.column, ColumnKind::chair);
  return with_time(chair ? Why::chair_not_free : Why::person_away, name, hold.from);
}

KeepVisits::Fault KeepVisits::fault_of(const Salon& salon, const Visit& visit,
                                       bool in_working_time) const {
  if (const VisitService* const twice = twice_at_once(visit))
    return with_time(Why::twice_at_once, name_of(salon, twice->person), twice->start);
  if (in_working_time) {
    const Instant now = clock_.now();
    if (visit.start().plus_seconds(late_seconds) < minute_of(now))
      return with_time(Why::in_the_past, {}, visit.start());
    if (today().days_until(zone_.local_day(visit.start())) > farthest_days)
      return with_time(Why::too_far_away, {}, visit.start());
    if (auto fault = not_then(salon, visit)) return fault;
  }
  const std::vector<Hold> wanted = holds_of(visit);
  for (const Hold& each : wanted) {
    const std::vector<Hold> standing = book_.holds(each.from, each.until);
    if (const Hold* const hold = in_the_way({each}, standing, visit.id.bytes()))
      return in_its_way(salon, *hold);
  }
  return std::nullopt;
}

KeepVisits::Answer KeepVisits::put(const Salon& salon, Visit visit) {
  VisitPut written = book_.put_visit(visit, clock_.now());
  switch (written.state) {
    case VisitPut::State::put: return std::move(*written.visit);
    case VisitPut::State::in_the_way: return in_its_way(salon, *written.hold);
    case VisitPut::State::changed_meanwhile: return VisitRefusal{Why::changed_meanwhile};
    case VisitPut::State::already_put:
      if (written.visit->services != visit.services || written.visit->walk_in != visit.walk_in)
        return VisitRefusal{Why::other_content};
      return std::move(*written.visit);
  }
  CHECK(false);
}

KeepVisits::Answer KeepVisits::book(const VisitAsked& asked) {
  const Salon salon = book_.salon();
  if (auto fault = fault_of(salon, asked.services, true)) return *fault;
  if (asked.name.size() > longest_visit_name_bytes) return VisitRefusal{Why::name_too_long};
  if (!is_pictogram(asked.picture)) return VisitRefusal{Why::not_a_picture};
  Visit visit{.id = asked.id,
              .state = booked,
              .walk_in = false,
              .came = clock_.now(),
              .picture = asked.picture,
              .name = asked.name,
              .services = in_a_row(salon, asked.services, minute_of(asked.start))};
  // Asked a second time, it is answered as the first, whatever has become of its time.
  if (!book_.visit(asked.id)) {
    if (auto fault = fault_of(salon, visit, true)) return *fault;
  }
  return put(salon, std::move(visit));
}

KeepVisits::Answer KeepVisits::walk_in(const WalkInAsked& asked) {
  const Salon salon = book_.salon();
  if (auto fault = fault_of(salon, asked.services, false)) return *fault;
  if (asked.name.size() > longest_visit_name_bytes) return VisitRefusal{Why::name_too_long};
  if (!is_pictogram(asked.picture)) return VisitRefusal{Why::not_a_picture};
  const auto known = book_.visit(asked.id);
  const Instant came = known ? known->came : clock_.now();
  return put(salon, {.id = asked.id,
                     .state = waiting,
                     .walk_in = true,
                     .came = came,
                     .picture = asked.picture,
                     .name = asked.name,
                     .services = in_a_row(salon, asked.services, minute_of(came))});
}

KeepVisits::Answer KeepVisits::move(const VisitMove& asked) {
  auto visit = book_.visit(asked.id);
  if (!visit) return VisitRefusal{Why::unknown_visit};
  if (is_stale(*visit, asked.seen)) return VisitRefusal{Why::changed_meanwhile};
  if (!may_be_moved(visit->state)) return VisitRefusal{Why::stays_as_it_is};
  if (asked.service >= visit->services.size()) return VisitRefusal{Why::unknown_service};
  const Salon salon = book_.salon();
  const Visit before = *visit;
  VisitService& moved = visit->services.at(asked.service);
  if (asked.person) {
    if (!is_column(salon, *asked.person, ColumnKind::person))
      return VisitRefusal{Why::unknown_person, *asked.person};
    moved.person = *asked.person;
  }
  if (asked.chair) {
    if (!asked.chair->empty() && !is_column(salon, *asked.chair, ColumnKind::chair))
      return VisitRefusal{Why::unknown_chair, *asked.chair};
    moved.chair = *asked.chair;
  }
  if (asked.start) {
    const std::int64_t seconds = moved.start.seconds_until(minute_of(*asked.start));
    for (VisitService& each : visit->services) each.start = each.start.plus_seconds(seconds);
  }
  if (*visit == before) return before;
  // Who is late is moved only in name: her time may have begun.
  const bool same_time = visit->start() == before.start();
  if (auto fault = fault_of(salon, *visit, !same_time)) return *fault;
  if (same_time) {
    if (auto fault = not_then(salon, *visit)) return *fault;
  }
  return put(salon, std::move(*visit));
}

Visit KeepVisits::at_time(const Salon& salon, const Visit& visit, const Instant& start) const {
  if (zone_.local_day(start) != zone_.local_day(visit.start())) return visit;
  Visit moved = visit;
  const std::int64_t seconds = visit.start().seconds_until(start);
  for (VisitService& each : moved.services) each.start = each.start.plus_seconds(seconds);
  const Instant planned = visit.planned.value_or(visit.start());
  moved.planned = planned == start ? std::nullopt : std::optional(planned);
  return fault_of(salon, moved, false) ? visit : moved;
}

KeepVisits::Answer KeepVisits::set_state(const VisitId& id, VisitState state, std::int64_t seen) {
  auto visit = book_.visit(id);
  if (!visit) return VisitRefusal{Why::unknown_visit};
  if (visit->state == state) return *visit;  // a second tap
  if (is_stale(*visit, seen)) return VisitRefusal{Why::changed_meanwhile};
  const bool begins_at_no_time = visit->state == waiting && state == in_progress;
  // Who came without an appointment waits for one, and has none to go back to.
  const bool not_hers = visit->walk_in ? state == booked || state == arrived : state == waiting;
  if (!may_become(visit->state, state) || begins_at_no_time || not_hers || state == paid)
    return VisitRefusal{Why::not_from_here};
  const Instant now = clock_.now();
  const bool booked_time = !visit->walk_in && !visit->services.empty();
  if (booked_time && state == no_show && now < visit->start())
    return with_time(Why::not_yet, {}, visit->start());
  const bool begins = state == arrived || state == in_progress || state == done;
  if (booked_time && begins && today() < zone_.local_day(visit->start()))
    return with_time(Why::not_yet, {}, visit->start());
  visit->done_at = state == done ? std::optional(now) : std::nullopt;
  const bool starts = state == in_progress && visit->state != done;
  visit->state = state;
  const Salon salon = book_.salon();
  if (starts && booked_time) visit = at_time(salon, *visit, minute_of(now));
  const bool not_begun = state == booked || state == arrived;
  if (not_begun && visit->planned) visit = at_time(salon, *visit, *visit->planned);
  if (takes_time(state)) {
    if (auto fault = fault_of(salon, *visit, false)) return *fault;
  }
  return put(salon, std::move(*visit));
}

KeepVisits::Answer KeepVisits::paid_by(const VisitId& id, const SaleId& sale) {
  while (true) {
    auto visit = book_.visit(id);
    if (!visit) return VisitRefusal{Why::unknown_visit};
    if (visit->sale == sale) return *visit;
    if (visit->sale) return VisitRefusal{Why::not_from_here};
    visit->state = paid;
    visit->sale = sale;
    if (!visit->done_at) visit->done_at = clock_.now();
    auto answer = put(book_.salon(), std::move(*visit));
    // Whoever changed it meanwhile changed it before it was paid.
    if (answer || answer.refusal().why != Why::changed_meanwhile) return answer;
  }
}

KeepVisits::Answer KeepVisits::begin(const VisitId& id, const std::vector<Wanted>& services) {
  auto visit = book_.visit(id);
  if (!visit) return VisitRefusal{Why::unknown_visit};
  if (visit->state != waiting) return VisitRefusal{Why::not_from_here};
  if (auto fault = why_not_now(*visit, services)) return *fault;
  const Salon salon = book_.salon();
  return put(salon, taken_now(salon, std::move(*visit), services));
}

Visit KeepVisits::taken_now(const Salon& salon, Visit visit,
                            const std::vector<Wanted>& services) const {
  visit.services = in_a_row(salon, services, minute_of(clock_.now()));
  // What should be ready before is done while she takes her place.
  visit.services.front().before_minutes = 0;
  visit.state = in_progress;
  return visit;
}

std::optional<VisitRefusal> KeepVisits::why_not_now(const Visit& visit,
                                                    const std::vector<Wanted>& services) const {
  const Salon salon = book_.salon();
  if (auto fault = fault_of(salon, services, true)) return fault;
  const Visit taken = taken_now(salon, visit, services);
  if (auto fault = not_now(salon, taken)) return fault;
  return fault_of(salon, taken, false);
}

Result<Done, VisitRefusal> KeepVisits::forget_name(const VisitId& id) {
  if (!book_.visit(id)) return VisitRefusal{Why::unknown_visit};
  book_.forget_visit_name(id);
  return Done{};
}

KeepVisits::Answer KeepVisits::put_back(const std::optional<Visit>& before, const Visit& after) {
  Visit visit = after;
  if (before) {
    visit.state = before->state;
    visit.services = before->services;
    visit.done_at = before->done_at;
    visit.planned = before->planned;
  } else {
    visit.state = cancelled;
  }
  const Salon salon = book_.salon();
  if (auto fault = fault_of(salon, visit, false)) return *fault;
  return put(salon, std::move(visit));
}

std::vector<Visit> KeepVisits::on(const Day& day) {
  const Stretch whole = stretch_of(day, zone_);
  return book_.visits(whole.from, whole.until);
}

std::vector<Hold> KeepVisits::holds_on(const Day& day) {
  const Stretch whole = stretch_of(day, zone_);
  return book_.holds(whole.from, whole.until);
}

Result<std::vector<OfferedTime>, VisitRefusal> KeepVisits::offered(
    const Day& day, const std::vector<Wanted>& services) {
  const Salon salon = book_.salon();
  if (auto fault = fault_of(salon, services, true)) return *fault;
  // Buffers may reach into the day before and after.
  const Stretch whole = stretch_of(day, zone_);
  const std::int64_t beyond = 60 * most_buffer_minutes;
  const std::vector<Hold> standing =
      book_.holds(whole.from.plus_seconds(-beyond), whole.until.plus_seconds(beyond));
  return offered_times(salon, zone_, day, services, standing, minute_of(clock_.now()));
}

}  // namespace tilia::pos
