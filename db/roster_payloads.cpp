#include "db/roster_payloads.h"

#include <sstream>

#include "db/payload_json.h"

namespace tilia::db {
namespace {

using payroll::ClockSpan;
using payroll::PlannedShift;

Json json_of(const PlannedShift& shift) {
  return {{"breaks", payroll::clock_spans_text(shift.breaks)},
          {"day", shift.day.text()},
          {"id", shift.id.text()},
          {"kind", payroll::time_kind_text(shift.kind)},
          {"shop", shift.shop},
          {"station", shift.station},
          {"time", payroll::clock_spans_text({shift.time})},
          {"worker", shift.worker ? Json(shift.worker->text()) : Json()}};
}

ClockSpan span_in(const Json& object, const char* key) {
  const auto spans = payroll::parse_clock_spans(text(object, key)).value();
  if (spans.size() != 1) throw std::bad_optional_access();
  return spans.front();
}

PlannedShift shift_in(const Json& object) {
  PlannedShift shift{.id = id<payroll::PlannedShiftId>(object, "id"),
                     .worker = {},
                     .day = day(object, "day"),
                     .time = span_in(object, "time"),
                     .breaks = payroll::parse_clock_spans(text(object, "breaks")).value(),
                     .shop = text(object, "shop"),
                     .station = text(object, "station"),
                     .kind = payroll::parse_time_kind(text(object, "kind")).value()};
  if (!object.at("worker").is_null()) shift.worker = id<payroll::WorkerId>(object, "worker");
  return shift;
}

}  // namespace

std::string payload_of(const ShiftsSet& set) {
  Json shifts = Json::array();
  for (const PlannedShift& shift : set.shifts) shifts.push_back(json_of(shift));
  Json passed = Json::array();
  for (const payroll::PassedRule& rule : set.passed)
    passed.push_back({{"rest_owed", rule.rest_owed_minutes},
                      {"rule", payroll::roster_rule_text(rule.rule)},
                      {"shift", rule.shift.text()}});
  return Json{{"passed", passed}, {"shifts", shifts}}.dump();
}

ShiftsSet shifts_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    ShiftsSet set;
    for (const Json& each : body.at("shifts")) set.shifts.push_back(shift_in(each));
    for (const Json& each : body.at("passed"))
      set.passed.push_back({id<payroll::PlannedShiftId>(each, "shift"),
                            payroll::parse_roster_rule(text(each, "rule")).value(),
                            static_cast<int>(whole(each, "rest_owed"))});
    return set;
  });
}

std::string payload_of(const std::vector<payroll::PlannedShiftId>& removed) {
  Json shifts = Json::array();
  for (const payroll::PlannedShiftId& shift : removed) shifts.push_back(shift.text());
  return Json{{"shifts", shifts}}.dump();
}

std::vector<payroll::PlannedShiftId> removed_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    std::vector<payroll::PlannedShiftId> removed;
    for (const Json& each : body.at("shifts"))
      removed.push_back(payroll::PlannedShiftId::parse(each.get<std::string>()).value());
    return removed;
  });
}

std::string payload_of(const WeekPublished& week) {
  return Json{{"monday", week.monday.text()}, {"shop", week.shop}}.dump();
}

WeekPublished published_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return WeekPublished{text(body, "shop"), day(body, "monday")};
  });
}

std::string payload_of(const std::vector<payroll::Station>& stations) {
  Json all = Json::array();
  for (const payroll::Station& station : stations)
    all.push_back(
        {{"closed", station.closed}, {"code", station.code}, {"picture", station.picture}});
  return Json{{"stations", all}}.dump();
}

std::vector<payroll::Station> stations_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    std::vector<payroll::Station> stations;
    for (const Json& each : body.at("stations"))
      stations.push_back(
          {text(each, "code"), text(each, "picture"), each.at("closed").get<bool>()});
    return stations;
  });
}

std::string payload_of(const NeedsSet& set) {
  Json needs = Json::array();
  for (const payroll::StaffNeed& need : set.needs)
    needs.push_back({{"people", need.people},
                     {"station", need.station},
                     {"time", payroll::clock_spans_text({need.time})},
                     {"weekday", need.weekday}});
  return Json{{"needs", needs}, {"shop", set.shop}}.dump();
}

NeedsSet needs_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    NeedsSet set{text(body, "shop"), {}};
    for (const Json& each : body.at("needs"))
      set.needs.push_back({text(each, "station"), static_cast<int>(whole(each, "weekday")),
                           span_in(each, "time"), static_cast<int>(whole(each, "people"))});
    return set;
  });
}

std::string payload_of(const TemplateSet& set) {
  return Json{{"name", set.name}, {"shifts", set.shifts}, {"shop", set.shop}}.dump();
}

TemplateSet template_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return TemplateSet{text(body, "shop"), text(body, "name"), text(body, "shifts")};
  });
}

std::string template_text(const std::vector<payroll::TemplateShift>& shifts) {
  std::string text;
  for (const payroll::TemplateShift& shift : shifts)
    text += fmt::format("{} {}|{}|{}\n", shift.weekday, payroll::clock_spans_text({shift.time}),
                        payroll::clock_spans_text(shift.breaks), shift.station);
  return text;
}

std::vector<payroll::TemplateShift> parse_template(const std::string& text) {
  std::vector<payroll::TemplateShift> shifts;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find('|');
    const std::size_t second = line.find('|', first + 1);
    if (line.size() < 2 || first == std::string::npos || second == std::string::npos)
      throw BookFault(BookFault::Why::damaged, "a week to copy");
    const auto time = payroll::parse_clock_spans(line.substr(2, first - 2));
    const auto breaks = payroll::parse_clock_spans(line.substr(first + 1, second - first - 1));
    if (!time || time->size() != 1 || !breaks)
      throw BookFault(BookFault::Why::damaged, "a week to copy");
    shifts.push_back({line.front() - '0', time->front(), *breaks, line.substr(second + 1)});
  }
  return shifts;
}

}  // namespace tilia::db
