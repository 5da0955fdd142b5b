#include "app/demo_hours.h"

#include <algorithm>

#include "core/check.h"
#include "payroll/hours/hours_asks.h"

namespace tilia::app {
namespace {

using payroll::HoursAskId;
using payroll::PlannedShift;
using payroll::Punch;
using Kind = Punch::Kind;

constexpr int days_a_week = 7;
constexpr int tapped_weeks = 5;
constexpr int latest_minute = 20 * 60 + 20;  // before the evening's work begins
// What the week that is left open shows.
constexpr int tuesday = 1;
constexpr int wednesday = 2;
constexpr int thursday = 3;
constexpr int friday = 4;
constexpr int asked_ahead_days = 25;
constexpr int came_by_after_minutes = 70;
// A tap that is still missing when its month is paid could not be entered any more.
constexpr int answered_within_days = 4;

bool is_answered_in_time(const Day& day) {
  return Month::of(day) == Month::of(day.plus_days(answered_within_days));
}

// Whoever logs in at the till asks there; of the others nobody forgets anything.
bool asks_at_till(const std::string& alias) { return alias == "amber" || alias == "birch"; }

}  // namespace

DemoHours::DemoHours(const Doors& doors, const Day& first, const Day& until)
    : doors_(doors),
      until_(until),
      left_open_(payroll::monday_of(until.plus_days(1)).plus_days(-days_a_week)),
      tapped_from_(left_open_.plus_days(-(tapped_weeks - 1) * days_a_week)),
      next_(payroll::monday_of(first)) {}

int DemoHours::between(int least, int most) {
  return least +
         static_cast<int>(doors_.chance.below(static_cast<std::uint64_t>(most - least + 1)));
}

DemoHours::Slip DemoHours::slip_of(const std::string& alias, const Day& day,
                                   const PlannedShift& shift) {
  const bool forgets = between(1, 12) == 1 && asks_at_till(alias) && is_answered_in_time(day);
  const bool misses = between(1, 20) == 1 && !shift.breaks.empty();
  if (payroll::monday_of(day) != left_open_)
    return forgets ? Slip::no_out : misses ? Slip::no_break : Slip::none;
  const int weekday = day.weekday_from_monday();
  if (alias == "amber" && weekday == wednesday) return Slip::no_break;
  if (Month::of(day).last_day() <= until_) return Slip::none;  // it is paid by then
  if (alias == "birch" && weekday == tuesday) return Slip::no_out;
  if (alias == "amber" && weekday == friday) return Slip::in_again;
  return Slip::none;
}

void DemoHours::tap(const std::string& alias, Kind kind, const Day& day, int minute) {
  const Punch punch{alias, kind, doors_.hours.zone.at(day, minute)};
  CHECK(payroll::enter_punch(doors_.book, punch, doors_.hours.zone, doors_.hours.clock).ok());
}

void DemoHours::tap_shift(const std::string& alias, const PlannedShift& shift, Slip slip,
                          int more_minutes) {
  const Day& day = shift.day;
  const bool late = between(1, 10) == 1;
  const int in = shift.time.from_minute + (late ? between(8, 19) : between(-5, 3));
  const int out = std::min(shift.time.to_minute + more_minutes + between(-4, 6), latest_minute);
  tap(alias, Kind::in, day, in);
  for (const payroll::ClockSpan& pause : shift.breaks) {
    const int begins = pause.from_minute + between(-12, 12);
    const int ends = begins + pause.to_minute - pause.from_minute + between(-3, 5);
    if (slip == Slip::no_break || ends >= out) continue;
    tap(alias, Kind::break_start, day, begins);
    tap(alias, Kind::break_end, day, ends);
  }
  if (slip == Slip::no_out) {
    forgotten_.push_back(
        {alias, {Kind::out, doors_.hours.zone.at(day, out), false}, day.plus_days(1)});
    return;
  }
  tap(alias, Kind::out, day, out);
  if (slip != Slip::in_again) return;
  // She comes by to fetch something, and taps as if it were morning.
  const int again = out + came_by_after_minutes;
  tap(alias, Kind::in, day, again);
  forgotten_.push_back({alias, {Kind::in, doors_.hours.zone.at(day, again), true}, day});
}

bool DemoHours::tapped(const std::string& alias, const Day& day, int more_minutes) {
  if (day < tapped_from_) return false;
  const auto worker = doors_.book.worker(alias);
  CHECK(worker);
  const auto shifts = doors_.book.published_shifts(worker->id, day, day);
  if (shifts.empty()) return false;
  for (const PlannedShift& shift : shifts)
    tap_shift(alias, shift, slip_of(alias, day, shift), more_minutes);
  return true;
}

void DemoHours::ask(const Day& day) {
  for (const Forgotten& each : forgotten_) {
    if (each.asked_on != day) continue;
    const auto worker = doors_.book.worker(each.alias);
    CHECK(worker);
    const auto id = HoursAskId::mint(doors_.chance);
    const payroll::ApproveHours::Doors& at = doors_.hours;
    CHECK(payroll::ask_for_punch(doors_.book, id, *worker, each.ask, at.clock).ok());
    if (payroll::monday_of(at.zone.local_day(each.ask.at)) < left_open_)
      CHECK(payroll::decide_ask(doors_.book, id, true, doors_.manager, at.zone, at.clock).ok());
  }
  std::erase_if(forgotten_, [&](const Forgotten& each) { return each.asked_on == day; });
}

void DemoHours::ask_for_days_off(const Day& day) {
  const auto worker = doors_.book.worker("birch");
  CHECK(worker);
  const Day from = day.plus_days(asked_ahead_days);
  CHECK(payroll::ask_for_leave(doors_.book, HoursAskId::mint(doors_.chance), worker->id,
                               {from, from.plus_days(1)}, doors_.hours.zone, doors_.hours.clock)
            .ok());
}

void DemoHours::approve(const Day& monday) {
  payroll::ApproveHours hours(doors_.hours);
  for (const payroll::HoursPerson& person : hours.week(monday).people)
    CHECK(hours.approve(person.worker.alias, monday, {}, doors_.manager).ok());
}

void DemoHours::end_day(const Day& day) {
  ask(day);
  if (day == left_open_.plus_days(thursday)) ask_for_days_off(day);
  if (day.weekday_from_monday() != tuesday) return;
  for (; next_ < left_open_ && next_.plus_days(days_a_week) <= day;
       next_ = next_.plus_days(days_a_week))
    approve(next_);
}

}  // namespace tilia::app
