#include "payroll/shifts/hours_record.h"

#include <algorithm>
#include <map>

#include "payroll/shifts/free_times.h"

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

template <class Value>
bool all_in(const std::vector<Value>& these, const std::vector<Value>& those) {
  return std::all_of(these.begin(), these.end(), [&](const Value& each) {
    return std::find(those.begin(), those.end(), each) != those.end();
  });
}

template <class Pick>
std::optional<int> either(const std::optional<int>& a, const std::optional<int>& b, Pick pick) {
  if (!a || !b) return a ? a : b;
  return pick(*a, *b);
}

// Her own dates within the other's week; the other's within the week of both, so that no date of
// somebody else's makes her freer than she was.
std::vector<DatedTimes> narrowed_calendar(const PersonalLimits& hers, const PersonalLimits& more,
                                          const std::array<FreeTimes, 7>& week_of_both) {
  std::vector<DatedTimes> calendar;
  const auto add = [&](DatedTimes dated, const std::array<FreeTimes, 7>& week) {
    for (std::size_t day = 0; day < week.size(); ++day)
      dated.free.at(day) = *in_both(dated.free.at(day), week.at(day));
    if (std::find(calendar.begin(), calendar.end(), dated) == calendar.end())
      calendar.push_back(std::move(dated));
  };
  for (const DatedTimes& each : hers.calendar) add(each, more.available);
  for (const DatedTimes& each : more.calendar) add(each, week_of_both);
  return calendar;
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
    both.available.at(day) = in_both(hers.available.at(day), more.available.at(day));
    both.last_way_home.at(day) =
        either(hers.last_way_home.at(day), more.last_way_home.at(day), earlier);
  }
  both.no_holidays = hers.no_holidays || more.no_holidays;
  both.calendar = narrowed_calendar(hers, more, both.available);
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
  if (before.no_holidays && !now.no_holidays) return true;
  for (std::size_t day = 0; day < before.last_way_home.size(); ++day)
    if (later(before.last_way_home.at(day), now.last_way_home.at(day))) return true;
  const bool fewer_places =
      before.stations.empty() || (!now.stations.empty() && all_in(now.stations, before.stations));
  return ever_freer(before, now) || !all_in(before.not_free, now.not_free) || !fewer_places;
}

std::vector<ApprovedAbsence> absences_that_count(const HoursRecord& record) {
  std::map<Day, ApprovedAbsence> last;
  for (const ApprovedAbsence& each : record.approved_absences)
    last.insert_or_assign(each.day, each);
  std::vector<ApprovedAbsence> all;
  for (const auto& [day, absence] : last)
    if (absence.minutes > 0) all.push_back(absence);
  return all;
}

}  // namespace tilia::payroll
