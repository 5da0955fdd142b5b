#include "payroll/hours/punch_clock.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"

namespace tilia::payroll {
namespace {

constexpr int seconds_per_minute = 60;

Day local_day_of(const Instant& instant, const void* zone) {
  return static_cast<const Zone*>(zone)->local_day(instant);
}

std::vector<DayMinutes> worked_days(const std::vector<Punch>& punches, const Zone& zone) {
  return worked_by_day(punches, local_day_of, &zone);
}

int minutes_on(const std::vector<DayMinutes>& days, const Day& day) {
  for (const DayMinutes& each : days) {
    if (each.day == day) return each.worked_minutes;
  }
  return 0;
}

// What a day counts; nothing where its only shift was a forgotten punch.
std::optional<DayMinutes> minutes_of(const Day& day, const std::vector<Punch>& punches,
                                     const Zone& zone) {
  for (const DayMinutes& each : worked_days(punches, zone)) {
    if (each.day == day && each.worked_minutes <= minutes_a_day) return each;
  }
  return std::nullopt;
}

std::optional<PunchRefusal> refused_after(const std::vector<Punch>& punches, const Punch& next) {
  const auto last = punches.empty() ? std::nullopt : std::optional<Punch>(punches.back());
  const auto why = refuses(last, next);
  const bool comes_again = why == PunchRefusal::already_in && next.kind == Punch::Kind::in &&
                           where_am_i(punches, next.at).forgot;
  return comes_again ? std::nullopt : why;
}

}  // namespace

WhereAmI where_am_i(const std::vector<Punch>& punches_in_order, const Instant& now) {
  WhereAmI here;
  for (const Punch& punch : punches_in_order) {
    here.since = punch.at;
    if (punch.kind == Punch::Kind::in) here.came_in = punch.at;
    if (punch.kind == Punch::Kind::out) here.came_in.reset();
    here.place = punch.kind == Punch::Kind::out           ? WhereAmI::Place::out
                 : punch.kind == Punch::Kind::break_start ? WhereAmI::Place::on_break
                                                          : WhereAmI::Place::in;
  }
  if (!here.since) return here;
  here.clock_behind = now < *here.since;
  here.forgot = here.place != WhereAmI::Place::out &&
                here.came_in.value_or(*here.since).seconds_until(now) >
                    std::int64_t{forgotten_after_minutes} * seconds_per_minute;
  return here;
}

std::vector<Punch::Kind> offered_taps(const WhereAmI& here) {
  using Kind = Punch::Kind;
  if (here.clock_behind) return {};
  if (here.forgot) return {Kind::in, Kind::out};
  switch (here.place) {
    case WhereAmI::Place::out: return {Kind::in};
    case WhereAmI::Place::in: return {Kind::break_start, Kind::out};
    case WhereAmI::Place::on_break: return {Kind::break_end, Kind::out};
  }
  CHECK(false);
}

Day shift_day(const std::vector<Punch>& punches_in_order, const Zone& zone) {
  CHECK(!punches_in_order.empty());
  Instant began = punches_in_order.back().at;
  for (const Punch& each : punches_in_order) {
    if (each.kind == Punch::Kind::in) began = each.at;
  }
  return zone.local_day(began);
}

std::vector<DayMinutes> days_changed(const std::vector<Punch>& before,
                                     const std::vector<Punch>& after, const Zone& zone) {
  const auto were = worked_days(before, zone);
  const auto are = worked_days(after, zone);
  std::vector<DayMinutes> changed;
  for (const DayMinutes& each : are) {
    if (minutes_on(were, each.day) != each.worked_minutes) changed.push_back(each);
  }
  for (const DayMinutes& each : were) {
    if (minutes_on(are, each.day) == 0) changed.push_back({each.day, 0});
  }
  std::sort(changed.begin(), changed.end(),
            [](const DayMinutes& a, const DayMinutes& b) { return a.day < b.day; });
  return changed;
}

std::vector<Punch> with_punch(std::vector<Punch> punches, const Punch& more) {
  const auto later = std::find_if(punches.begin(), punches.end(),
                                  [&](const Punch& each) { return more.at < each.at; });
  punches.insert(later, more);
  return punches;
}

std::vector<Punch> without_punch(std::vector<Punch> punches, const Punch& gone) {
  const auto found = std::find_if(punches.rbegin(), punches.rend(), [&](const Punch& each) {
    return each.kind == gone.kind && each.at == gone.at;
  });
  if (found != punches.rend()) punches.erase(std::next(found).base());
  return punches;
}

std::string punch_answer_code(const PunchAnswer& answer) {
  switch (answer.why) {
    case PunchAnswer::Why::unknown_worker: return "unknown_worker";
    case PunchAnswer::Why::worker_ended: return "worker_ended";
    case PunchAnswer::Why::order: return std::string(punch_refusal_code(answer.order));
    case PunchAnswer::Why::in_future: return "in_future";
    case PunchAnswer::Why::day_in_approved_month: return "day_in_approved_month";
  }
  CHECK(false);
}

Phrase sentence_of(const PunchAnswer& answer, const std::string& alias) {
  return Phrase(fmt::format("payroll.punch_refusal.{}", punch_answer_code(answer)))
      .with("alias", alias);
}

Result<Done, PunchAnswer> enter_punch(HoursBook& book, const Punch& punch, const Zone& zone,
                                      const Clock& clock) {
  using Why = PunchAnswer::Why;
  const auto worker = book.worker(punch.worker_alias);
  if (!worker) return PunchAnswer{.why = Why::unknown_worker};
  if (clock.now() < punch.at) return PunchAnswer{.why = Why::in_future};
  std::vector<Punch> punches = book.latest_punches(worker->id, punches_of_a_day);
  if (const auto order = refused_after(punches, punch)) return PunchAnswer{Why::order, *order};
  punches.push_back(punch);
  const Day day = shift_day(punches, zone);
  if (worker->ended_on && *worker->ended_on < day) return PunchAnswer{.why = Why::worker_ended};
  if (book.is_frozen(worker->id, day)) return PunchAnswer{.why = Why::day_in_approved_month};
  const bool ends_shift = punch.kind == Punch::Kind::out;
  book.put_punch(worker->id, punch, ends_shift ? minutes_of(day, punches, zone) : std::nullopt,
                 clock.now());
  return Done();
}

std::optional<Punch> undoable_punch(const std::vector<Punch>& punches_in_order,
                                    const Instant& now) {
  if (punches_in_order.empty()) return std::nullopt;
  const Punch& last = punches_in_order.back();
  const std::int64_t ago_seconds = last.at.seconds_until(now);
  if (ago_seconds < 0 || ago_seconds > undo_within_seconds) return std::nullopt;
  return last;
}

std::optional<Punch> undo_punch(HoursBook& book, const Worker& worker, const Zone& zone,
                                const Clock& clock) {
  const auto before = book.latest_punches(worker.id, punches_of_a_day);
  const auto last = undoable_punch(before, clock.now());
  if (!last || book.is_frozen(worker.id, shift_day(before, zone))) return std::nullopt;
  const auto after = without_punch(before, *last);
  book.set_aside(worker.id, *last, days_changed(before, after, zone), clock.now());
  return last;
}

}  // namespace tilia::payroll
