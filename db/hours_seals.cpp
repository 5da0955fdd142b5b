#include "db/hours_seals.h"

#include <nlohmann/json.hpp>

#include "core/check.h"
#include "db/book_fault.h"
#include "db/sealed_column.h"

namespace tilia::db {

using payroll::AskState;
using payroll::HoursAskId;
using payroll::HoursReminder;
using payroll::LeaveAsk;
using payroll::LoginId;
using payroll::WorkerId;
using Json = nlohmann::json;

namespace {

constexpr std::size_t reminder_length = 128;
constexpr std::size_t ask_length = 256;

[[noreturn]] void damaged(const char* what) { throw BookFault(BookFault::Why::damaged, what); }

Json json_in(const Secret<std::string>& text) {
  Json json = Json::parse(text.reveal(), nullptr, false);
  if (!json.is_object()) damaged("sealed hours of the book cannot be read");
  return json;
}

Day day_in(const Json& json, const char* name) {
  const auto day = Day::parse(json.value(name, std::string()));
  if (!day) damaged("an ask for days off of the book has no day");
  return *day;
}

bool holds_newest(Connection& connection, const KeyRing& keys, KeyName name) {
  const HeldKey* held = keys.find(name);
  return held != nullptr &&
         held->generation ==
             connection.number("SELECT coalesce(max(generation), 0) FROM key WHERE name = ?",
                               key_name_text(name));
}

}  // namespace

void put_reminder(Connection& connection, const KeyRing& keys, const WorkerId& worker,
                  const HoursReminder& reminder) {
  const Json json{{"break", reminder.break_minutes},
                  {"over", reminder.break_over_minutes},
                  {"rest", reminder.daily_rest_minutes}};
  const SealedColumn column(keys, KeyName::till, "hours_reminder", "reminder");
  connection.run(
      "INSERT INTO hours_reminder (worker, reminder) VALUES (?, ?)"
      " ON CONFLICT (worker) DO UPDATE SET reminder = excluded.reminder",
      worker, column.seal(worker.text(), Secret<std::string>(json.dump()), reminder_length));
}

std::optional<HoursReminder> find_reminder(Connection& connection, const KeyRing& keys,
                                           const WorkerId& worker) {
  if (!holds_newest(connection, keys, KeyName::till)) return std::nullopt;
  Query row = connection.query("SELECT reminder FROM hours_reminder WHERE worker = ?", worker);
  if (!row.next()) return std::nullopt;
  const SealedColumn column(keys, KeyName::till, "hours_reminder", "reminder");
  const Json json = json_in(column.open(worker.text(), row.bytes(0)));
  const HoursReminder usual;
  return HoursReminder{json.value("over", usual.break_over_minutes),
                       json.value("break", usual.break_minutes),
                       json.value("rest", usual.daily_rest_minutes)};
}

bool put_sealed_ask(Connection& connection, const HoursAskId& id, const WorkerId& worker,
                    const LeaveAsk& ask, const Instant& at) {
  const auto whom = public_half_of(connection, KeyName::roster);
  if (!whom) return false;
  const Json json{{"from", ask.from.text()}, {"kind", "leave"}, {"to", ask.to.text()}};
  connection.run(
      "INSERT INTO sealed_ask (ask, worker, state, at, what) VALUES (?, ?, 'open', ?, ?)"
      " ON CONFLICT (ask) DO NOTHING",
      id, worker, at, sealed_to(*whom, padded(json.dump(), ask_length).reveal()));
  return true;
}

std::vector<payroll::OpenedLeaveAsk> leave_asks_where(Connection& connection, const KeyRing& keys,
                                             AskState state) {
  const HeldKey& roster = keys.held(KeyName::roster);
  std::vector<payroll::OpenedLeaveAsk> all;
  Query row = connection.query(
      "SELECT ask, worker, at, what FROM sealed_ask WHERE state = ? ORDER BY at, ask",
      payroll::ask_state_text(state));
  while (row.next()) {
    auto text = opened_by(roster.key, row.bytes(3));
    if (!text) damaged("sealed_ask.what");
    const Json json = json_in(unpadded(*std::move(text)));
    all.push_back({row.id<HoursAskId>(0),
                   row.id<WorkerId>(1),
                   state,
                   row.instant(2),
                   {day_in(json, "from"), day_in(json, "to")}});
  }
  return all;
}

bool mark_leave_ask(Connection& connection, const HoursAskId& id, AskState state) {
  const bool open =
      connection.number("SELECT count(*) FROM sealed_ask WHERE ask = ? AND state = 'open'", id) > 0;
  if (open)
    connection.run("UPDATE sealed_ask SET state = ? WHERE ask = ?", payroll::ask_state_text(state),
                   id);
  return open;
}

void link_login(Connection& connection, const WorkerId& worker, const LoginId& login) {
  connection.run("DELETE FROM worker_login WHERE worker = ? OR user = ?", worker, login);
  connection.run("INSERT INTO worker_login (worker, user) VALUES (?, ?)", worker, login);
}

void unlink_login(Connection& connection, const WorkerId& worker) {
  connection.run("DELETE FROM worker_login WHERE worker = ?", worker);
}

std::optional<LoginId> login_of(Connection& connection, const WorkerId& worker) {
  Query row = connection.query("SELECT user FROM worker_login WHERE worker = ?", worker);
  if (!row.next()) return std::nullopt;
  return row.id<LoginId>(0);
}

}  // namespace tilia::db
