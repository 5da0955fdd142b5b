#include "app/demo_roster.h"

#include <array>

#include "core/check.h"
#include "payroll/shifts/person_time.h"

namespace tilia::app {
namespace {

using payroll::ClockSpan;
using payroll::PlannedShift;

constexpr int days_a_week = 7;
constexpr int working_days = 5;
constexpr int saturday = 5;
constexpr int pause_minutes = 30;
constexpr int step_minutes = 15;

// Where and from when the practice people work, in their order.
struct Usual {
  const char* alias;
  std::size_t shop;
  const char* station;
  int from_minute;
};
constexpr std::array<Usual, 7> usual{{
    {"amber", 0, "bakehouse", 6 * 60},
    {"birch", 0, "counter", 11 * 60 + 30},
    {"cedar", 0, "counter", 8 * 60},
    {"dune", 1, "laundry", 7 * 60},
    {"elm", 1, "counter", 9 * 60},
    {"fern", 2, "counter", 12 * 60},
    {"grove", 2, "salon", 9 * 60},
}};

PlannedShift shift_of(const payroll::PersonAtWork& person, const Usual& where, const Day& day,
                      const std::string& shop, const payroll::PlannedShiftId& id) {
  const int daily = person.weekly_minutes(day).value_or(0) / working_days;
  const int work = daily / step_minutes * step_minutes;
  const bool pauses = work > 4 * 60 + pause_minutes;
  const int middle = where.from_minute + work / 2 / step_minutes * step_minutes;
  PlannedShift shift{
      .id = id,
      .worker = person.worker.id,
      .day = day,
      .time = {where.from_minute, where.from_minute + work + (pauses ? pause_minutes : 0)},
      .breaks = {},
      .shop = shop,
      .station = where.station};
  if (pauses) shift.breaks.push_back({middle, middle + pause_minutes});
  return shift;
}

}  // namespace

void DemoRoster::begin(const Day& first) {
  doors_.book.put_stations({{"counter", "🛒", false},
                            {"bakehouse", "🍞", false},
                            {"laundry", "🧺", false},
                            {"salon", "✂️", false}},
                           doors_.clock.now());
  for (const DemoShop& shop : shops_) {
    std::vector<payroll::StaffNeed> needs;
    for (int weekday = 0; weekday < working_days; ++weekday)
      needs.push_back({"counter", weekday, ClockSpan{9 * 60, 19 * 60}, 1});
    doors_.book.put_needs(shop.till, needs, doors_.clock.now());
  }
  say_limits();
  next_ = payroll::monday_of(first);
}

void DemoRoster::say_limits() {
  for (const payroll::Worker& worker : doors_.book.workers()) {
    payroll::PersonalLimits limits;
    for (auto& home : limits.last_way_home) home = 22 * 60;
    if (worker.alias == "cedar") limits.not_after_minute = 16 * 60;
    if (worker.alias == "grove") limits.no_night = true;
    if (worker.alias == "fern") limits.day_minutes = 6 * 60;
    CHECK(keep_.say_limits(worker.alias, limits, std::nullopt).ok());
  }
}

void DemoRoster::look_ahead(const Day& today) {
  CHECK(next_);
  for (; *next_ <= today.plus_days(days_a_week); next_ = next_->plus_days(days_a_week))
    plan(*next_);
}

void DemoRoster::plan(const Day& monday) {
  const payroll::Plan plan =
      payroll::read_plan(doors_.book, monday, monday.plus_days(days_a_week - 1));
  std::vector<PlannedShift> shifts;
  for (const Usual& where : usual) {
    const payroll::PersonAtWork* person = plan.person(where.alias);
    if (person == nullptr || where.shop >= shops_.size()) continue;
    for (int weekday = 0; weekday < working_days; ++weekday) {
      const Day day = monday.plus_days(weekday);
      if (person->works_on(day))
        shifts.push_back(
            shift_of(*person, where, day, shops_[where.shop].till, keep_.new_shift_id()));
    }
  }
  // Somebody is still wanted on Saturday.
  shifts.push_back({.id = keep_.new_shift_id(),
                    .worker = {},
                    .day = monday.plus_days(saturday),
                    .time = {8 * 60, 13 * 60},
                    .breaks = {},
                    .shop = shops_.front().till,
                    .station = "counter"});
  CHECK(keep_.put(shifts).ok());
  for (const DemoShop& shop : shops_) keep_.publish(shop.till, monday);
}

}  // namespace tilia::app
