#include "pos/salon/visit_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/check.h"

namespace tilia::pos {
namespace {

using Json = nlohmann::json;
using Why = VisitFileRefusal::Why;

constexpr std::array<std::pair<Why, std::string_view>, 6> codes{{
    {Why::not_json, "file.not_json"},
    {Why::unknown_key, "file.unknown_key"},
    {Why::missing_key, "file.missing_key"},
    {Why::wrong_kind, "file.wrong_kind"},
    {Why::bad_id, "file.bad_id"},
    {Why::bad_time, "file.bad_time"},
}};

// Thrown inside this file only.
struct Refused {
  VisitFileRefusal refusal;
};
[[noreturn]] void refuse(Why why, std::string place = {}) {
  throw Refused{{why, std::move(place)}};
}

void only(const Json& object, std::initializer_list<std::string_view> keys,
          const std::string& place) {
  if (!object.is_object()) refuse(Why::wrong_kind, place);
  for (const auto& [key, value] : object.items()) {
    if (std::ranges::find(keys, std::string_view(key)) == keys.end())
      refuse(Why::unknown_key, place + key);
    if (!value.is_string() && !value.is_array()) refuse(Why::wrong_kind, place + key);
  }
}

std::string text(const Json& object, const std::string& key, const std::string& place) {
  if (!object.contains(key)) refuse(Why::missing_key, place + key);
  if (!object.at(key).is_string()) refuse(Why::wrong_kind, place + key);
  return object.at(key).get<std::string>();
}

std::string text_or_none(const Json& object, const std::string& key, const std::string& place) {
  return object.contains(key) ? text(object, key, place) : std::string();
}

VisitAsked asked_of(const Json& json, const Zone& zone) {
  only(json, {"id", "start", "services", "name", "picture"}, "");
  const auto id = VisitId::parse(text(json, "id", ""));
  if (!id) refuse(Why::bad_id, "id");
  const auto start = parse_shop_time(text(json, "start", ""), zone);
  if (!start) refuse(Why::bad_time, "start");
  VisitAsked asked{
      *id, {}, *start, text_or_none(json, "picture", ""), text_or_none(json, "name", "")};
  if (!json.contains("services")) refuse(Why::missing_key, "services");
  if (!json.at("services").is_array()) refuse(Why::wrong_kind, "services");
  for (const Json& each : json.at("services")) {
    const std::string place = fmt::format("services[{}].", asked.services.size());
    only(each, {"service", "person", "chair"}, place);
    asked.services.push_back({text(each, "service", place), text(each, "person", place),
                              text_or_none(each, "chair", place)});
  }
  return asked;
}

}  // namespace

std::string_view visit_file_refusal_code(Why why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(const VisitFileRefusal& refusal) {
  const std::string_view code = visit_file_refusal_code(refusal.why);
  return Phrase(fmt::format("pos.visit_file.{}", code.substr(code.find('.') + 1)))
      .with("place", refusal.place);
}

std::optional<Instant> parse_shop_time(std::string_view text, const Zone& zone) {
  constexpr std::size_t shop_time = 16;  // 2026-03-02 10:00
  if (text.size() != shop_time || text[10] != ' ') return Instant::parse(text);
  const auto day = Day::parse(text.substr(0, 10));
  // "10:00-24:00" is read where hours are; a time of the day is the beginning of a span
  const auto span = parse_day_spans(fmt::format("{}-24:00", text.substr(11)));
  if (!day || !span) return std::nullopt;
  return zone.at(*day, span->front().from);
}

Wanted parse_wanted(std::string_view text) {
  const std::size_t colon = text.find(':');
  Wanted wanted{std::string(text.substr(0, colon)), {}, {}};
  if (colon == std::string_view::npos) return wanted;
  const std::string_view who = text.substr(colon + 1);
  const std::size_t at = who.find('@');
  wanted.person = who.substr(0, at);
  if (at != std::string_view::npos) wanted.chair = who.substr(at + 1);
  return wanted;
}

Result<VisitAsked, VisitFileRefusal> read_visit_asked(std::string_view json, const Zone& zone) {
  try {
    return asked_of(Json::parse(json), zone);
  } catch (const Refused& refused) {
    return refused.refusal;
  } catch (const Json::exception&) {
    return VisitFileRefusal{Why::not_json};
  }
}

std::string visit_json(const Visit& visit) {
  nlohmann::ordered_json json{{"id", visit.id.text()},
                              {"state", visit_state_text(visit.state)},
                              {"walk_in", visit.walk_in},
                              {"came", visit.came.text()},
                              {"name", visit.name},
                              {"picture", visit.picture},
                              {"services", nlohmann::ordered_json::array()}};
  const bool waits = visit.state == VisitState::waiting;
  for (const VisitService& service : visit.services) {
    nlohmann::ordered_json one{{"service", service.article}};
    if (!service.person.empty()) one["person"] = service.person;
    if (!service.chair.empty()) one["chair"] = service.chair;
    if (!waits) one["start"] = service.start.text();
    one["minutes"] = service.minutes;
    one["before_minutes"] = service.before_minutes;
    one["after_minutes"] = service.after_minutes;
    json["services"].push_back(std::move(one));
  }
  if (visit.done_at) json["done"] = visit.done_at->text();
  if (visit.sale) json["sale"] = visit.sale->text();
  return json.dump();
}

}  // namespace tilia::pos
