#include "db/salon_payloads.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "db/book_fault.h"

namespace tilia::db {
namespace {

using Json = nlohmann::json;  // keys in order of their bytes

[[noreturn]] void damaged(const JournalEntry& entry) {
  throw BookFault(BookFault::Why::damaged, fmt::format("payload of {} {}-{}-{}", entry.content.kind,
                                                       entry.station, entry.epoch, entry.seq));
}

template <class Read>
auto read_payload(const JournalEntry& entry, const Read& read) {
  try {
    return read(Json::parse(entry.content.payload));
  } catch (const Json::exception&) {
    damaged(entry);
  } catch (const std::bad_optional_access&) {
    damaged(entry);
  }
}

std::string text(const Json& object, const char* key) { return object.at(key).get<std::string>(); }
int small(const Json& object, const char* key) { return object.at(key).get<int>(); }
bool yes(const Json& object, const char* key) { return object.at(key).get<bool>(); }

Instant instant(const Json& value) {
  return Instant::from_unix_milliseconds(value.get<std::int64_t>());
}

template <class SomeId>
SomeId id(const Json& object, const char* key) {
  return SomeId::parse(text(object, key)).value();
}

pos::DaySpans spans_in(const Json& value) {
  return pos::parse_day_spans(value.get<std::string>()).value();
}

Json service_json(const pos::VisitService& service) {
  return {{"after", service.after_minutes},
          {"article", service.article},
          {"before", service.before_minutes},
          {"chair", service.chair},
          {"minutes", service.minutes},
          {"person", service.person},
          {"start", service.start.unix_milliseconds()}};
}

pos::VisitService service_of(const Json& object) {
  return {.article = text(object, "article"),
          .person = text(object, "person"),
          .chair = text(object, "chair"),
          .start = instant(object.at("start")),
          .minutes = small(object, "minutes"),
          .before_minutes = small(object, "before"),
          .after_minutes = small(object, "after")};
}

}  // namespace

std::string payload_of(const pos::SalonColumn& column) {
  return Json{{"closed", column.closed},
              {"code", column.code},
              {"kind", pos::column_kind_text(column.kind)},
              {"picture", column.picture}}
      .dump();
}

std::string payload_of(const pos::SalonService& service) {
  return Json{{"after", service.after_minutes},
              {"article", service.article},
              {"before", service.before_minutes},
              {"minutes", service.minutes},
              {"offered", service.offered}}
      .dump();
}

std::string payload_of(const pos::HoursOf& hours) {
  Json week = Json::array();
  for (const pos::DaySpans& spans : hours.week) week.push_back(pos::day_spans_text(spans));
  return Json{{"column", hours.column}, {"week", week}}.dump();
}

std::string payload_of(const pos::DatedHours& dated) {
  Json spans;
  if (dated.spans) spans = pos::day_spans_text(*dated.spans);
  return Json{{"column", dated.column}, {"day", dated.day.text()}, {"spans", spans}}.dump();
}

std::string payload_of(const SalonNotes& notes) { return Json{{"notes", notes.words}}.dump(); }

std::string payload_of(const pos::NotFree& time) {
  return Json{{"column", time.column},
              {"from", time.from.unix_milliseconds()},
              {"id", time.id.text()},
              {"until", time.until.unix_milliseconds()}}
      .dump();
}

std::string payload_of(const LiftedTime& time) { return Json{{"id", time.id.text()}}.dump(); }

std::string payload_of(const pos::Visit& visit) {
  Json services = Json::array();
  for (const pos::VisitService& service : visit.services) services.push_back(service_json(service));
  Json json{{"came", visit.came.unix_milliseconds()},
            {"id", visit.id.text()},
            {"picture", visit.picture},
            {"services", services},
            {"state", pos::visit_state_text(visit.state)},
            {"walk_in", visit.walk_in}};
  if (visit.done_at) json["done"] = visit.done_at->unix_milliseconds();
  if (visit.planned) json["planned"] = visit.planned->unix_milliseconds();
  if (visit.sale) json["sale"] = visit.sale->text();
  return json.dump();
}

pos::SalonColumn column_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& json) {
    return pos::SalonColumn{.code = text(json, "code"),
                            .name = {},
                            .picture = text(json, "picture"),
                            .kind = pos::parse_column_kind(text(json, "kind")).value(),
                            .closed = yes(json, "closed")};
  });
}

pos::SalonService service_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& json) {
    return pos::SalonService{.article = text(json, "article"),
                             .minutes = small(json, "minutes"),
                             .before_minutes = small(json, "before"),
                             .after_minutes = small(json, "after"),
                             .offered = yes(json, "offered")};
  });
}

pos::HoursOf hours_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& json) {
    pos::HoursOf hours{text(json, "column"), {}};
    if (json.at("week").size() != hours.week.size()) damaged(entry);
    for (std::size_t at = 0; at < hours.week.size(); ++at)
      hours.week[at] = spans_in(json.at("week").at(at));
    return hours;
  });
}

pos::DatedHours dated_hours_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& json) {
    pos::DatedHours dated{text(json, "column"), Day::parse(text(json, "day")).value(), {}};
    if (!json.at("spans").is_null()) dated.spans = spans_in(json.at("spans"));
    return dated;
  });
}

SalonNotes salon_notes_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& json) {
    return SalonNotes{json.at("notes").get<std::vector<std::string>>()};
  });
}

pos::NotFree not_free_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& json) {
    return pos::NotFree{id<pos::NotFreeId>(json, "id"), text(json, "column"),
                        instant(json.at("from")), instant(json.at("until"))};
  });
}

LiftedTime lifted_time_in(const JournalEntry& entry) {
  return read_payload(entry,
                      [](const Json& json) { return LiftedTime{id<pos::NotFreeId>(json, "id")}; });
}

pos::Visit visit_in(const JournalEntry& entry) {
  return read_payload(entry, [&](const Json& json) {
    pos::Visit visit{.id = id<pos::VisitId>(json, "id"),
                     .state = pos::parse_visit_state(text(json, "state")).value(),
                     .walk_in = yes(json, "walk_in"),
                     .came = instant(json.at("came")),
                     .picture = text(json, "picture"),
                     .name = {},
                     .services = {}};
    for (const Json& service : json.at("services")) visit.services.push_back(service_of(service));
    if (json.contains("done")) visit.done_at = instant(json.at("done"));
    if (json.contains("planned")) visit.planned = instant(json.at("planned"));
    if (json.contains("sale")) visit.sale = id<pos::SaleId>(json, "sale");
    visit.revision = entry.position;
    return visit;
  });
}

}  // namespace tilia::db
