// Who is to work when, as the protection rules look at it: people by alias, their shifts with
// breaks, and what each has said about her own hours. Nothing here says why.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/day.h"
#include "core/instant.h"

namespace tilia::payroll {

// From … to, half open.
struct Span {
  Instant from;
  Instant to;

  friend bool operator==(const Span&, const Span&) = default;
};

struct Shift {
  std::string worker;
  Span time;
  std::vector<Span> breaks;  // in order, within the time, apart from each other
  std::string shop;          // may be empty: the one shop
  std::string station;       // may be empty: any

  friend bool operator==(const Shift&, const Shift&) = default;
};

// Minutes of a day on the wall clock.
struct DayWindow {
  int from_minute = 0;
  int to_minute = 24 * 60;

  friend bool operator==(const DayWindow&, const DayWindow&) = default;
};

// Other times than the week's, on the days from … to: a day nursery that is closed, holidays from
// school. Monday first; an empty list: not on that day.
struct DatedTimes {
  Day from;
  Day to;  // last day, included
  std::array<std::vector<DayWindow>, 7> free = {};

  friend bool operator==(const DatedTimes&, const DatedTimes&) = default;
};

// What somebody has said about her own hours. Everybody fills this, managers too; nobody is asked
// for a reason, and there is no room for one.
struct PersonalLimits {
  std::optional<int> not_before_minute;
  std::optional<int> not_after_minute;  // of the day on which the shift begins
  std::optional<int> day_minutes;
  std::optional<int> week_minutes;
  bool no_night = false;
  bool not_alone = false;
  // When she can work at all, Monday first. Nothing: any time of that day. An empty list: not on
  // that day.
  std::array<std::optional<std::vector<DayWindow>>, 7> available = {};
  std::vector<Day> not_free;  // single days
  // They hold instead of `available`; where several name one day, all of them hold.
  std::vector<DatedTimes> calendar = {};
  bool no_holidays = false;  // not on a public holiday of her country
  // Monday first: the last time at which she has a safe way home.
  std::array<std::optional<int>, 7> last_way_home = {};
  // Where she works; empty: anywhere.
  std::vector<std::string> stations = {};

  friend bool operator==(const PersonalLimits&, const PersonalLimits&) = default;
};

struct RosterWorker {
  std::string alias;
  std::optional<Day> born;  // nothing: grown up
  std::string country;
  PersonalLimits limits;
  std::vector<Shift> elsewhere;                      // at other employers
  std::optional<std::vector<Day>> school_days = {};  // nothing: no school known
  std::optional<int> weekly_minutes = {};            // agreed; nothing: not known

  friend bool operator==(const RosterWorker&, const RosterWorker&) = default;
};

struct Roster {
  std::vector<RosterWorker> workers;
  std::vector<Shift> shifts;  // in any order

  friend bool operator==(const Roster&, const Roster&) = default;
};

}  // namespace tilia::payroll
