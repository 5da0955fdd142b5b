#include "payroll/shifts/hours_record.h"

#include <algorithm>

#include "core/minute_of_day.h"

namespace tilia::payroll {
namespace {

template <class Value>
bool later(const std::optional<Value>& before, const std::optional<Value>& now) {
  return before && (!now || *now > *before);
}

template <class Value>
bool earlier(const std::optional<Value>& before, const std::optional<Value>& now) {
  return before && (!now || *now < *before);
}

bool covered(const DayWindow& window, const std::vector<DayWindow>& by) {
  int reached = window.from_minute;
  for (const DayWindow& each : by)
    if (each.from_minute <= reached) reached = std::max(reached, each.to_minute);
  return reached >= window.to_minute;
}

// A day that is not limited takes all of it.
bool more_available(const std::optional<std::vector<DayWindow>>& before,
                    const std::optional<std::vector<DayWindow>>& now) {
  if (!before) return false;
  if (!now) return true;
  return std::any_of(now->begin(), now->end(),
                     [&](const DayWindow& each) { return !covered(each, *before); });
}

template <class Value>
bool all_in(const std::vector<Value>& these, const std::vector<Value>& those) {
  return std::all_of(these.begin(), these.end(), [&](const Value& each) {
    return std::find(those.begin(), those.end(), each) != those.end();
  });
}

}  // namespace

namespace {

template <class Pick>
std::optional<int> either(const std::optional<int>& a, const std::optional<int>& b, Pick pick) {
  if (!a || !b) return a ? a : b;
  return pick(*a, *b);
}

std::vector<DayWindow> in_both(const std::vector<DayWindow>& a, const std::vector<DayWindow>& b) {
  std::vector<DayWindow> both;
  for (const DayWindow& one : a)
    for (const DayWindow& other : b) {
      const DayWindow part{std::max(one.from_minute, other.from_minute),
                           std::min(one.to_minute, other.to_minute)};
      if (part.from_minute < part.to_minute) both.push_back(part);
    }
  return both;
}

}  // namespace

PersonalLimits narrowed(const PersonalLimits& hers, const PersonalLimits& more) {
  const auto later = [](int a, int b) { return std::max(a, b); };
  const auto earlier = [](int a, int b) { return std::min(a, b); };
  PersonalLimits both = hers;
  both.not_before_minute = either(hers.not_before_minute, more.not_before_minute, later);
  both.not_after_minute = either(hers.not_after_minute, more.not_after_minute, earlier);
  both.day_minutes = either(hers.day_minutes, more.day_minutes, earlier);
  both.week_minutes = either(hers.week_minutes, more.week_minutes, earlier);
  both.no_night = hers.no_night || more.no_night;
  both.not_alone = hers.not_alone || more.not_alone;
  for (std::size_t day = 0; day < both.available.size(); ++day) {
    const auto& a = hers.available.at(day);
    const auto& b = more.available.at(day);
    if (a && b)
      both.available.at(day) = in_both(*a, *b);
    else if (b)
      both.available.at(day) = b;
    both.last_way_home.at(day) =
        either(hers.last_way_home.at(day), more.last_way_home.at(day), earlier);
  }
  for (const Day& day : more.not_free)
    if (std::find(both.not_free.begin(), both.not_free.end(), day) == both.not_free.end())
      both.not_free.push_back(day);
  if (hers.stations.empty()) {
    both.stations = more.stations;
  } else if (!more.stations.empty()) {
    std::erase_if(both.stations, [&](const std::string& each) {
      return std::find(more.stations.begin(), more.stations.end(), each) == more.stations.end();
    });
    // Nowhere at all is not said: she stays where she was.
    if (both.stations.empty()) both.stations = hers.stations;
  }
  return both;
}

std::string_view absence_kind_text(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::paid: return "paid";
    case AbsenceKind::unpaid: return "unpaid";
    case AbsenceKind::statutory: return "statutory";
  }
  return "paid";
}

std::optional<AbsenceKind> parse_absence_kind(std::string_view text) {
  for (const AbsenceKind kind : {AbsenceKind::paid, AbsenceKind::unpaid, AbsenceKind::statutory})
    if (absence_kind_text(kind) == text) return kind;
  return std::nullopt;
}

bool widens(const PersonalLimits& before, const PersonalLimits& now) {
  if (earlier(before.not_before_minute, now.not_before_minute) ||
      later(before.not_after_minute, now.not_after_minute) ||
      later(before.day_minutes, now.day_minutes) || later(before.week_minutes, now.week_minutes))
    return true;
  if ((before.no_night && !now.no_night) || (before.not_alone && !now.not_alone)) return true;
  for (std::size_t day = 0; day < before.available.size(); ++day)
    if (more_available(before.available.at(day), now.available.at(day)) ||
        later(before.last_way_home.at(day), now.last_way_home.at(day)))
      return true;
  const bool fewer_places =
      before.stations.empty() || (!now.stations.empty() && all_in(now.stations, before.stations));
  return !all_in(before.not_free, now.not_free) || !fewer_places;
}

}  // namespace tilia::payroll
