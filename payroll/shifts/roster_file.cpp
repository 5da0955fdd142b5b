#include "payroll/shifts/roster_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/person_time.h"

namespace tilia::payroll {
namespace {

using Json = nlohmann::json;
using Why = RosterRefusal::Why;

constexpr std::size_t longest_file_bytes = 64 * 1024 * 1024;

constexpr std::array<std::pair<Why, std::string_view>, 7> codes{{
    {Why::unknown_country, "roster.unknown_country"},
    {Why::doubled_worker, "roster.doubled_worker"},
    {Why::unknown_worker, "roster.unknown_worker"},
    {Why::bad_instant, "roster.bad_instant"},
    {Why::ends_before_start, "roster.ends_before_start"},
    {Why::too_long, "roster.too_long"},
    {Why::bad_break, "roster.bad_break"},
}};

// Thrown inside this file only: a refusal from any depth of a document.
struct Refused {
  RosterRefusal refusal;
};
[[noreturn]] void refuse(Why why, const At& at, std::string found) {
  throw Refused{{.why = why, .place = at.place(), .found = std::move(found)}};
}

// A time of a file and the clock that it was written by; nothing: the country's.
struct Written {
  Instant at;
  std::optional<int> offset_minutes;
};

std::optional<int> offset_of(std::string_view text) {
  constexpr std::size_t offset_length = 6;  // +01:00
  if (text.ends_with("Z")) return 0;
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), offset_length));
  const auto minutes = parse_minute_of_day(tail.substr(std::min<std::size_t>(1, tail.size())));
  if (!minutes || (tail[0] != '+' && tail[0] != '-')) return std::nullopt;
  return tail[0] == '-' ? -*minutes : *minutes;
}

Written written(const At& at, const Zone& zone) {
  constexpr std::size_t local_length = 16;  // 2026-03-02T06:00
  const std::string text = at.text();
  if (text.size() == local_length && text[10] == 'T') {
    const auto day = Day::parse(text.substr(0, 10));
    const auto minute = parse_minute_of_day(text.substr(11));
    if (!day || !minute) refuse(Why::bad_instant, at, text);
    return {zone.at(*day, *minute), std::nullopt};
  }
  const auto instant = Instant::parse(text);
  if (!instant) refuse(Why::bad_instant, at, text);
  return {*instant, offset_of(text)};
}

// The first time at or after `not_before` at which the clock shows the minute.
Instant next_time(int minute, const Instant& not_before, std::optional<int> offset,
                  const Zone& zone) {
  if (offset) {
    const std::int64_t shown = minute_of(not_before) + *offset;
    const std::int64_t now = shown % minutes_a_day;
    const std::int64_t ahead = (minute - now + minutes_a_day) % minutes_a_day;
    return not_before.plus_seconds(ahead * 60);
  }
  const Day day = zone.local_day(not_before);
  const Instant same_day = zone.at(day, minute);
  return same_day < not_before ? zone.at(day.plus_days(1), minute) : same_day;
}

void read_breaks(const At& breaks, Shift& shift, std::optional<int> offset, const Zone& zone) {
  for (const At& one : breaks.elements()) {
    const auto ends = one.elements();
    if (ends.size() != 2) one.refuse(FileRefusal::Why::wrong_kind);
    const Instant from = next_time(ends[0].minute_of_day(), shift.time.from, offset, zone);
    const Instant to = next_time(ends[1].minute_of_day(), from, offset, zone);
    if (to <= from || to > shift.time.to)
      refuse(Why::bad_break, one, ends[0].text() + "–" + ends[1].text());
    shift.breaks.push_back({from, to});
  }
  std::sort(shift.breaks.begin(), shift.breaks.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
  for (std::size_t i = 1; i < shift.breaks.size(); ++i)
    if (shift.breaks[i].from < shift.breaks[i - 1].to) refuse(Why::bad_break, breaks, "");
}

Shift shift_of(const At& at, const Zone& zone) {
  const Written from = written(at["from"], zone);
  const Written to = written(at["to"], zone);
  const std::int64_t minutes = minute_of(to.at) - minute_of(from.at);
  if (minutes <= 0) refuse(Why::ends_before_start, at["to"], at["to"].text());
  if (minutes > minutes_a_day) refuse(Why::too_long, at["to"], at["to"].text());
  Shift shift{.worker = at.text_or_nothing("worker"),
              .time = {from.at, to.at},
              .breaks = {},
              .shop = at.text_or_nothing("shop"),
              .station = at.text_or_nothing("station")};
  const bool one_clock = from.offset_minutes == to.offset_minutes;
  if (at.has("breaks"))
    read_breaks(at["breaks"], shift, one_clock ? from.offset_minutes : std::nullopt, zone);
  return shift;
}

int minutes_of(const At& at, int most) {
  const std::int64_t minutes = at.count();
  if (minutes < 0 || minutes > most) at.refuse(FileRefusal::Why::bad_count);
  return static_cast<int>(minutes);
}

PersonalLimits limits_of(const At& at) {
  at.only({"not_before", "not_after", "day_minutes", "week_minutes", "no_night", "not_alone"});
  PersonalLimits limits;
  if (at.has("not_before")) limits.not_before_minute = at["not_before"].minute_of_day();
  if (at.has("not_after")) limits.not_after_minute = at["not_after"].minute_of_day();
  if (at.has("day_minutes")) limits.day_minutes = minutes_of(at["day_minutes"], minutes_a_day);
  if (at.has("week_minutes"))
    limits.week_minutes = minutes_of(at["week_minutes"], 7 * minutes_a_day);
  limits.no_night = at.has("no_night") && at["no_night"].yes_or_no();
  limits.not_alone = at.has("not_alone") && at["not_alone"].yes_or_no();
  return limits;
}

RosterWorker worker_of(const At& at, const WorkingTimeBook& book) {
  at.only({"alias", "born", "country", "limits", "elsewhere", "school_days", "weekly_minutes"});
  RosterWorker worker{.alias = at["alias"].text(),
                      .born = std::nullopt,
                      .country = at["country"].text(),
                      .limits = {},
                      .elsewhere = {}};
  const WorkingTimeLaw* law = book.find(worker.country);
  if (law == nullptr) refuse(Why::unknown_country, at["country"], worker.country);
  if (at.has("born")) worker.born = at["born"].day();
  if (at.has("limits")) worker.limits = limits_of(at["limits"]);
  if (at.has("weekly_minutes"))
    worker.weekly_minutes = minutes_of(at["weekly_minutes"], 7 * minutes_a_day);
  if (at.has("elsewhere"))
    for (const At& each : at["elsewhere"].elements()) {
      each.only({"from", "to", "breaks"});
      worker.elsewhere.push_back(shift_of(each, law->zone()));
    }
  if (at.has("school_days")) {
    worker.school_days.emplace();
    for (const At& each : at["school_days"].elements()) worker.school_days->push_back(each.day());
  }
  return worker;
}

Roster roster_of(const At& top, const WorkingTimeBook& book) {
  top.only({"workers", "shifts"});
  Roster roster;
  std::map<std::string, const Zone*> zones;
  for (const At& each : top["workers"].elements()) {
    roster.workers.push_back(worker_of(each, book));
    const RosterWorker& worker = roster.workers.back();
    if (!zones.emplace(worker.alias, &book.find(worker.country)->zone()).second)
      refuse(Why::doubled_worker, each["alias"], worker.alias);
  }
  for (const At& each : top["shifts"].elements()) {
    each.only({"worker", "from", "to", "breaks", "shop", "station"});
    const auto zone = zones.find(each["worker"].text());
    if (zone == zones.end()) refuse(Why::unknown_worker, each["worker"], each["worker"].text());
    roster.shifts.push_back(shift_of(each, *zone->second));
  }
  return roster;
}

std::string source_text(const Finding& finding, const std::string& country) {
  if (finding.rule == RosterRule::personal_limit) return "personal limit";
  if (finding.rule == RosterRule::overlap) return "two shifts of one person at one time";
  std::string text = finding.law;
  if (!finding.source.empty()) text += fmt::format(" ({})", finding.source);
  if (finding.directive_used) text += fmt::format("; {}: unknown, directive used", country);
  return text;
}

}  // namespace

std::string roster_refusal_code(const RosterRefusal& refusal) {
  if (refusal.why == Why::file) return std::string(file_refusal_code(refusal.file.why));
  for (const auto& [known, code] : codes)
    if (known == refusal.why) return std::string(code);
  CHECK(false);
}

Phrase sentence_of(const RosterRefusal& refusal) {
  if (refusal.why == Why::file) return sentence_of(refusal.file);
  return Phrase("payroll." + roster_refusal_code(refusal))
      .with("place", refusal.place)
      .with("found", refusal.found);
}

Result<Roster, RosterRefusal> read_roster(std::string_view json, const WorkingTimeBook& book) {
  try {
    auto roster = read_strictly(
        json, [&](const At& top) { return roster_of(top, book); }, longest_file_bytes);
    if (!roster) return RosterRefusal{.why = Why::file, .file = roster.refusal()};
    return std::move(roster).value();
  } catch (const Refused& refused) {
    return refused.refusal;
  }
}

std::string findings_json(const std::vector<Finding>& findings, const Roster& roster) {
  Json all = Json::array();
  for (const Finding& finding : findings) {
    const auto worker =
        std::find_if(roster.workers.begin(), roster.workers.end(),
                     [&](const RosterWorker& each) { return each.alias == finding.worker; });
    CHECK(worker != roster.workers.end());
    Json one{{"worker", finding.worker},
             {"rule", roster_rule_text(finding.rule)},
             {"level", level_text(finding.level)},
             {"limit_minutes", finding.limit_minutes},
             {"found_minutes", finding.found_minutes},
             {"from", finding.at.from.text()},
             {"to", finding.at.to.text()},
             {"source", source_text(finding, worker->country)}};
    if (finding.limit) one["limit"] = personal_limit_text(*finding.limit);
    if (finding.limit_years) one["limit_years"] = *finding.limit_years;
    if (finding.found_years) one["found_years"] = *finding.found_years;
    if (finding.directive_used) one["directive_used"] = true;
    all.push_back(std::move(one));
  }
  return Json{{"findings", all}}.dump();
}

}  // namespace tilia::payroll
