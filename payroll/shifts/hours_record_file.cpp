// The record as it is kept: JSON, sealed by the book.
#include <nlohmann/json.hpp>

#include "core/strict_file.h"
#include "payroll/shifts/hours_record.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::json;

Json json_of(const std::vector<Day>& days) {
  Json all = Json::array();
  for (const Day& day : days) all.push_back(day.text());
  return all;
}

Json json_of(const std::vector<DayWindow>& windows) {
  Json all = Json::array();
  for (const DayWindow& window : windows) all.push_back({window.from_minute, window.to_minute});
  return all;
}

Json json_of(const DatedTimes& dated) {
  Json json{{"from", dated.from.text()}, {"to", dated.to.text()}};
  for (std::size_t day = 0; day < dated.free.size(); ++day)
    if (!dated.free.at(day).empty())
      json["free"][std::to_string(day)] = json_of(dated.free.at(day));
  return json;
}

Json json_of(const PersonalLimits& limits) {
  Json json = Json::object();
  if (limits.not_before_minute) json["not_before"] = *limits.not_before_minute;
  if (limits.not_after_minute) json["not_after"] = *limits.not_after_minute;
  if (limits.day_minutes) json["day_minutes"] = *limits.day_minutes;
  if (limits.week_minutes) json["week_minutes"] = *limits.week_minutes;
  if (limits.no_night) json["no_night"] = true;
  if (limits.not_alone) json["not_alone"] = true;
  Json available = Json::object();
  Json way_home = Json::object();
  for (std::size_t day = 0; day < limits.available.size(); ++day) {
    const std::string weekday = std::to_string(day);
    if (limits.available.at(day)) available[weekday] = json_of(*limits.available.at(day));
    if (limits.last_way_home.at(day)) way_home[weekday] = *limits.last_way_home.at(day);
  }
  if (!available.empty()) json["available"] = available;
  if (!way_home.empty()) json["way_home"] = way_home;
  if (!limits.not_free.empty()) json["not_free"] = json_of(limits.not_free);
  if (!limits.stations.empty()) json["stations"] = limits.stations;
  for (const DatedTimes& dated : limits.calendar) json["calendar"].push_back(json_of(dated));
  if (limits.no_holidays) json["no_holidays"] = true;
  return json;
}

int minutes(const At& at) { return static_cast<int>(at.count()); }

std::vector<Day> days_of(const At& at) {
  std::vector<Day> days;
  for (const At& each : at.elements()) days.push_back(each.day());
  return days;
}

std::vector<DayWindow> windows_of(const At& at) {
  std::vector<DayWindow> windows;
  for (const At& each : at.elements()) {
    const auto ends = each.elements();
    if (ends.size() != 2) each.refuse(FileRefusal::Why::wrong_kind);
    windows.push_back({minutes(ends[0]), minutes(ends[1])});
  }
  return windows;
}

DatedTimes dated_of(const At& at) {
  at.only({"from", "to", "free"});
  DatedTimes dated{.from = at["from"].day(), .to = at["to"].day()};
  if (dated.to < dated.from) at["to"].refuse(FileRefusal::Why::wrong_kind);
  if (!at.has("free")) return dated;
  const At free = at["free"];
  free.only({"0", "1", "2", "3", "4", "5", "6"});
  for (std::size_t day = 0; day < dated.free.size(); ++day)
    if (const std::string weekday = std::to_string(day); free.has(weekday))
      dated.free.at(day) = windows_of(free[weekday]);
  return dated;
}

PersonalLimits limits_of(const At& at) {
  at.only({"not_before", "not_after", "day_minutes", "week_minutes", "no_night", "not_alone",
           "available", "way_home", "not_free", "stations", "calendar", "no_holidays"});
  PersonalLimits limits;
  if (at.has("not_before")) limits.not_before_minute = minutes(at["not_before"]);
  if (at.has("not_after")) limits.not_after_minute = minutes(at["not_after"]);
  if (at.has("day_minutes")) limits.day_minutes = minutes(at["day_minutes"]);
  if (at.has("week_minutes")) limits.week_minutes = minutes(at["week_minutes"]);
  limits.no_night = at.has("no_night") && at["no_night"].yes_or_no();
  limits.not_alone = at.has("not_alone") && at["not_alone"].yes_or_no();
  for (std::size_t day = 0; day < limits.available.size(); ++day) {
    const std::string weekday = std::to_string(day);
    if (at.has("available") && at["available"].has(weekday))
      limits.available.at(day) = windows_of(at["available"][weekday]);
    if (at.has("way_home") && at["way_home"].has(weekday))
      limits.last_way_home.at(day) = minutes(at["way_home"][weekday]);
  }
  if (at.has("not_free")) limits.not_free = days_of(at["not_free"]);
  if (at.has("stations"))
    for (const At& each : at["stations"].elements()) limits.stations.push_back(each.text());
  if (at.has("calendar"))
    for (const At& each : at["calendar"].elements()) limits.calendar.push_back(dated_of(each));
  limits.no_holidays = at.has("no_holidays") && at["no_holidays"].yes_or_no();
  return limits;
}

Absence absence_of(const At& at) {
  at.only({"from", "to", "kind"});
  const auto kind = parse_absence_kind(at["kind"].text());
  if (!kind) at["kind"].refuse(FileRefusal::Why::wrong_kind);
  return {at["from"].day(), at["to"].day(), *kind};
}

// ["2026-07-01", "paid", 480]
ApprovedAbsence approved_absence_of(const At& at) {
  const auto parts = at.elements();
  if (parts.size() != 3) at.refuse(FileRefusal::Why::wrong_kind);
  const auto kind = parse_absence_kind(parts[1].text());
  if (!kind) parts[1].refuse(FileRefusal::Why::wrong_kind);
  return {parts[0].day(), *kind, minutes(parts[2])};
}

HoursRecord record_of(const At& at) {
  at.only({"born", "limits_said", "said_by", "limits", "school_days", "absences",
           "approved_absences", "leave_opening", "leave_half_days_a_year"});
  HoursRecord record;
  if (at.has("born")) record.born = at["born"].day();
  record.limits_said = at.has("limits_said") && at["limits_said"].yes_or_no();
  if (at.has("said_by")) record.said_by = at["said_by"].id<LoginId>();
  if (at.has("limits")) record.limits = limits_of(at["limits"]);
  if (at.has("school_days")) record.school_days = days_of(at["school_days"]);
  if (at.has("absences"))
    for (const At& each : at["absences"].elements()) record.absences.push_back(absence_of(each));
  if (at.has("approved_absences"))
    for (const At& each : at["approved_absences"].elements())
      record.approved_absences.push_back(approved_absence_of(each));
  if (at.has("leave_opening"))
    record.leave_opening =
        LeaveOpening{at["leave_opening"]["on"].day(), minutes(at["leave_opening"]["half_days"])};
  if (at.has("leave_half_days_a_year"))
    record.leave_half_days_a_year = minutes(at["leave_half_days_a_year"]);
  return record;
}

}  // namespace

std::string hours_record_text(const HoursRecord& record) {
  Json json = Json::object();
  if (record.born) json["born"] = record.born->text();
  if (record.limits_said) json["limits_said"] = true;
  if (record.said_by) json["said_by"] = record.said_by->text();
  if (Json limits = json_of(record.limits); !limits.empty()) json["limits"] = std::move(limits);
  if (record.school_days) json["school_days"] = json_of(*record.school_days);
  for (const Absence& absence : record.absences)
    json["absences"].push_back({{"from", absence.from.text()},
                                {"to", absence.to.text()},
                                {"kind", absence_kind_text(absence.kind)}});
  for (const ApprovedAbsence& each : record.approved_absences)
    json["approved_absences"].push_back(
        {each.day.text(), absence_kind_text(each.kind), each.minutes});
  if (record.leave_opening)
    json["leave_opening"] = {{"on", record.leave_opening->on.text()},
                             {"half_days", record.leave_opening->half_days}};
  if (record.leave_half_days_a_year)
    json["leave_half_days_a_year"] = *record.leave_half_days_a_year;
  return json.dump();
}

std::optional<HoursRecord> parse_hours_record(std::string_view text) {
  auto record = read_strictly(text, record_of);
  return record ? std::optional(std::move(record).value()) : std::nullopt;
}

}  // namespace tilia::payroll
