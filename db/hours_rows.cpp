#include "db/hours_rows.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/book_file.h"

namespace tilia::db {

using payroll::AskState;
using payroll::DayMinutes;
using payroll::HoursAsk;
using payroll::HoursAskId;
using payroll::LoginId;
using payroll::PlannedShiftId;
using payroll::Punch;
using payroll::PunchAsk;
using payroll::SwapAsk;
using payroll::WorkerId;

namespace {

constexpr const char* punch_entered = "punch.entered";
constexpr const char* punch_set_aside = "punch.set_aside";
constexpr const char* ask_made = "ask.made";
constexpr const char* ask_decided = "ask.decided";

constexpr const char* hers_and_kept =
    " WHERE NOT EXISTS (SELECT 1 FROM erased_person WHERE worker = ?2 AND parts LIKE '%hours%')";

[[noreturn]] void damaged(const char* what) { throw BookFault(BookFault::Why::damaged, what); }

// "in 1775120400000", with " away" behind it; "<shift>".
std::string what_text(const HoursAsk& ask) {
  if (ask.swap) return ask.swap->shift.text();
  CHECK(ask.punch);
  return fmt::format("{} {}{}", payroll::punch_kind_text(ask.punch->kind),
                     ask.punch->at.unix_milliseconds(), ask.punch->away ? " away" : "");
}

PunchAsk punch_ask_of(const std::string& what) {
  std::istringstream in(what);
  std::string kind;
  std::int64_t at = 0;
  std::string away;
  in >> kind >> at;
  if (in.fail()) damaged("an ask of the book cannot be read");
  in >> away;
  return {punch_kind_of(kind), Instant::from_unix_milliseconds(at), away == "away"};
}

HoursAsk ask_in(const Query& row) {
  const auto state = payroll::parse_ask_state(row.text(4));
  if (!state) damaged("an ask of the book is in no known state");
  HoursAsk ask{row.id<HoursAskId>(0), row.id<WorkerId>(1), {}, {}, *state, row.instant(5)};
  if (row.text(2) == "swap") {
    const auto shift = PlannedShiftId::parse(row.text(3));
    if (!shift) damaged("an ask of the book names no shift");
    ask.swap = SwapAsk{*shift};
  } else {
    ask.punch = punch_ask_of(row.text(3));
  }
  return ask;
}

std::string punch_payload(const Punch& punch, const std::optional<HoursAskId>& asked) {
  const std::string from = asked ? fmt::format(R"("asked":"{}",)", asked->text()) : "";
  return fmt::format(R"({{{}"at":{},"kind":"{}"}})", from, punch.at.unix_milliseconds(),
                     payroll::punch_kind_text(punch.kind));
}

void apply_hours(Connection& connection, const JournalEntry& entry) {
  const auto payload = nlohmann::json::parse(entry.content.payload);
  const std::string& kind = entry.content.kind;
  CHECK(entry.content.actor);
  const IdBytes& actor = *entry.content.actor;
  if (kind == punch_entered) {
    connection.run(
        std::string("INSERT INTO punch (position, worker, kind, at) SELECT ?1, ?2, ?3, ?4") +
            hers_and_kept,
        entry.position, actor, payload.at("kind").get<std::string>(),
        payload.at("at").get<std::int64_t>());
  } else if (kind == punch_set_aside) {
    connection.run(
        "INSERT INTO set_aside_punch (punch, entry) SELECT max(position), ?4 FROM punch"
        " WHERE worker = ?1 AND kind = ?2 AND at = ?3"
        " AND position NOT IN (SELECT punch FROM set_aside_punch)"
        " HAVING max(position) IS NOT NULL",
        actor, payload.at("kind").get<std::string>(), payload.at("at").get<std::int64_t>(),
        entry.position);
  } else if (kind == ask_made) {
    const auto id = HoursAskId::parse(payload.at("ask").get<std::string>());
    CHECK(id);
    connection.run(std::string("INSERT INTO hours_ask (ask, worker, kind, what, state, at)"
                               " SELECT ?1, ?2, ?3, ?4, 'open', ?5") +
                       hers_and_kept,
                   *id, actor, payload.at("kind").get<std::string>(),
                   payload.at("what").get<std::string>(), entry.content.at);
  } else {
    const auto id = HoursAskId::parse(payload.at("ask").get<std::string>());
    CHECK(id);
    connection.run("UPDATE hours_ask SET state = ? WHERE ask = ?",
                   payload.at("state").get<std::string>(), *id);
  }
}

void append(WriteTransaction& change, const char* kind, const IdBytes& actor, std::string payload,
            const Instant& at) {
  const JournalEntry entry = append_to_journal(
      change, {.kind = kind, .at = at, .actor = actor, .payload = std::move(payload)});
  apply_hours(change.connection(), entry);
}

constexpr const char* ask_columns = "SELECT ask, worker, kind, what, state, at FROM hours_ask ";

}  // namespace

Projection punch_projection() {
  return {.kinds = {punch_entered, punch_set_aside, ask_made, ask_decided},
          .tables = {"set_aside_punch", "hours_ask", "punch"},
          .apply = apply_hours};
}

Punch::Kind punch_kind_of(const std::string& text) {
  const auto kind = payroll::parse_punch_kind(text);
  if (!kind) damaged("a punch of the book is of no known kind");
  return *kind;
}

void enter_punch_row(WriteTransaction& change, const WorkerId& worker, const Punch& punch,
                     const std::optional<HoursAskId>& asked, const Instant& at) {
  append(change, punch_entered, worker.bytes(), punch_payload(punch, asked), at);
}

void set_punch_aside(WriteTransaction& change, const WorkerId& worker, const Punch& punch,
                     const std::optional<HoursAskId>& asked, const Instant& at) {
  append(change, punch_set_aside, worker.bytes(), punch_payload(punch, asked), at);
}

void make_ask(WriteTransaction& change, const HoursAsk& ask, const Instant& at) {
  append(change, ask_made, ask.worker.bytes(),
         fmt::format(R"({{"ask":"{}","kind":"{}","what":"{}"}})", ask.id.text(),
                     ask.swap ? "swap" : "punch", what_text(ask)),
         at);
}

void mark_ask(WriteTransaction& change, const HoursAsk& ask, AskState state, const LoginId& by,
              const Instant& at) {
  const bool herself = state == AskState::withdrawn;
  append(
      change, ask_decided, herself ? ask.worker.bytes() : by.bytes(),
      fmt::format(R"({{"ask":"{}","state":"{}"}})", ask.id.text(), payroll::ask_state_text(state)),
      at);
}

void write_worker_day(Connection& connection, const WorkerId& worker, const DayMinutes& hours) {
  if (hours.worked_minutes == 0) {
    connection.run("DELETE FROM worker_day WHERE worker = ? AND day = ?", worker, hours.day);
    return;
  }
  connection.run(
      "INSERT INTO worker_day (worker, day, worked_minutes) VALUES (?, ?, ?)"
      " ON CONFLICT (worker, day) DO UPDATE SET worked_minutes = excluded.worked_minutes",
      worker, hours.day, hours.worked_minutes);
}

std::vector<HoursAsk> asks_where(Connection& connection, AskState state) {
  std::vector<HoursAsk> all;
  Query row = connection.query(std::string(ask_columns) + "WHERE state = ? ORDER BY at, ask",
                               payroll::ask_state_text(state));
  while (row.next()) all.push_back(ask_in(row));
  return all;
}

std::optional<HoursAsk> ask_row(Connection& connection, const HoursAskId& id) {
  Query row = connection.query(std::string(ask_columns) + "WHERE ask = ?", id);
  if (!row.next()) return std::nullopt;
  return ask_in(row);
}

}  // namespace tilia::db
