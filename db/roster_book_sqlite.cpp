#include "db/roster_book_sqlite.h"

#include "core/check.h"
#include "db/hours_records.h"
#include "db/hours_seals.h"
#include "db/roster_rows.h"

namespace tilia::db {

using payroll::PlannedShift;
using payroll::WorkerId;

Projection roster_projection() {
  return {.kinds = {shift_set, shift_removed, roster_published, station_set, need_set,
                    week_template_set},
          .tables = {"passed_rule", "published_week", "published_shift", "planned_shift", "station",
                     "staff_need", "week_template"},
          .apply = apply_roster};
}

void RosterBookSqlite::enter(const char* kind, std::string payload, const Instant& at) {
  WriteTransaction change(book_);
  const JournalEntry entry =
      append_to_journal(change, {.kind = kind, .at = at, .payload = std::move(payload)});
  apply_roster(change.connection(), entry);
  change.commit();
}

std::string RosterBookSqlite::country() {
  Query row = book_.reader().query("SELECT country FROM organisation");
  CHECK(row.next());
  return row.text(0);
}

std::vector<payroll::RosterShop> RosterBookSqlite::shops() {
  std::vector<payroll::RosterShop> all;
  // Tills of one name are one shop; each without a name is its own.
  Query row = book_.reader().query(
      "SELECT till, name FROM shop s WHERE name = '' OR NOT EXISTS (SELECT 1 FROM shop o"
      " WHERE o.name = s.name AND o.place < s.place) ORDER BY place");
  while (row.next()) all.push_back({row.text(0), row.text(1)});
  return all;
}

std::vector<payroll::Worker> RosterBookSqlite::workers() {
  std::vector<payroll::Worker> all;
  Query row =
      book_.reader().query("SELECT worker, alias, picture, ended_on FROM worker ORDER BY alias");
  while (row.next()) {
    all.push_back({row.id<WorkerId>(0), row.text(1), row.text(2), {}});
    if (!row.is_null(3)) all.back().ended_on = row.day(3);
  }
  return all;
}

std::vector<payroll::Term> RosterBookSqlite::terms(const WorkerId& worker) {
  std::vector<payroll::Term> all;
  Query row = book_.reader().query(
      "SELECT first_day, last_day, weekly_minutes FROM contract WHERE worker = ?"
      " ORDER BY first_day",
      worker);
  while (row.next()) {
    all.push_back({.from = row.day(0), .to = {}, .weekly_minutes = row.small(2)});
    if (!row.is_null(1)) all.back().to = row.day(1);
  }
  return all;
}

payroll::HoursRecord RosterBookSqlite::record(const WorkerId& worker) {
  return HoursRecords(book_.reader(), keys_).record(worker);
}

void RosterBookSqlite::put_record(const WorkerId& worker, const payroll::HoursRecord& record,
                                  const payroll::HoursReminder& reminder) {
  WriteTransaction change(book_);
  HoursRecords(change.connection(), keys_).put(worker, record);
  put_reminder(change.connection(), keys_, worker, reminder);
  change.commit();
}

std::optional<payroll::LoginId> RosterBookSqlite::login_of(const WorkerId& worker) {
  return db::login_of(book_.reader(), worker);
}

void RosterBookSqlite::put_login(const WorkerId& worker,
                                 const std::optional<payroll::LoginId>& login) {
  WriteTransaction change(book_);
  if (login) {
    link_login(change.connection(), worker, *login);
  } else {
    unlink_login(change.connection(), worker);
  }
  change.commit();
}

std::vector<PlannedShift> RosterBookSqlite::planned(const Day& from, const Day& to) {
  return read_planned(book_.reader(), from, to);
}

std::optional<Day> RosterBookSqlite::day_of(const payroll::PlannedShiftId& shift) {
  Query row = book_.reader().query("SELECT day FROM planned_shift WHERE shift = ?", shift);
  if (!row.next()) return std::nullopt;
  return row.day(0);
}

std::vector<payroll::PassedRule> RosterBookSqlite::passed(const Day& from, const Day& to) {
  return read_passed(book_.reader(), from, to);
}

void RosterBookSqlite::put_shifts(const std::vector<PlannedShift>& shifts,
                                  const std::vector<payroll::PassedRule>& passed,
                                  const Instant& at) {
  enter(shift_set, payload_of(ShiftsSet{shifts, passed}), at);
}

void RosterBookSqlite::remove_shifts(const std::vector<payroll::PlannedShiftId>& shifts,
                                     const Instant& at) {
  enter(shift_removed, payload_of(shifts), at);
}

void RosterBookSqlite::publish(const std::string& shop, const Day& monday, const Instant& at) {
  enter(roster_published, payload_of(WeekPublished{shop, monday}), at);
}

payroll::RosterBook::Published RosterBookSqlite::published(const std::string& shop,
                                                           const Day& monday) {
  Connection& reader = book_.reader();
  const Day sunday = monday.plus_days(6);
  if (reader.number("SELECT count(*) FROM published_week WHERE shop = ? AND monday = ?", shop,
                    monday) == 0)
    return Published::not_yet;
  // Each shift of one side that the other does not have as it is.
  const auto differ = reader.number(
      "WITH plan AS (SELECT shift, worker, day, from_minute, to_minute, breaks, station, kind"
      " FROM planned_shift WHERE shop = ?1 AND day BETWEEN ?2 AND ?3),"
      " seen AS (SELECT shift, worker, day, from_minute, to_minute, breaks, station, kind"
      " FROM published_shift WHERE shop = ?1 AND day BETWEEN ?2 AND ?3)"
      " SELECT (SELECT count(*) FROM (SELECT * FROM plan EXCEPT SELECT * FROM seen))"
      " + (SELECT count(*) FROM (SELECT * FROM seen EXCEPT SELECT * FROM plan))",
      shop, monday, sunday);
  return differ == 0 ? Published::as_it_stands : Published::changed_since;
}

std::vector<payroll::Station> RosterBookSqlite::stations() {
  std::vector<payroll::Station> all;
  Query row = book_.reader().query("SELECT code, picture, closed FROM station ORDER BY place");
  while (row.next()) all.push_back({row.text(0), row.text(1), row.yes(2)});
  return all;
}

void RosterBookSqlite::put_stations(const std::vector<payroll::Station>& stations,
                                    const Instant& at) {
  enter(station_set, payload_of(stations), at);
}

std::vector<payroll::StaffNeed> RosterBookSqlite::needs(const std::string& shop) {
  std::vector<payroll::StaffNeed> all;
  Query row = book_.reader().query(
      "SELECT station, weekday, from_minute, to_minute, people FROM staff_need WHERE shop = ?"
      " ORDER BY weekday, from_minute, station",
      shop);
  while (row.next())
    all.push_back({row.text(0), row.small(1), {row.small(2), row.small(3)}, row.small(4)});
  return all;
}

void RosterBookSqlite::put_needs(const std::string& shop,
                                 const std::vector<payroll::StaffNeed>& needs, const Instant& at) {
  enter(need_set, payload_of(NeedsSet{shop, needs}), at);
}

std::vector<std::string> RosterBookSqlite::templates(const std::string& shop) {
  std::vector<std::string> names;
  Query row =
      book_.reader().query("SELECT name FROM week_template WHERE shop = ? ORDER BY name", shop);
  while (row.next()) names.push_back(row.text(0));
  return names;
}

std::vector<payroll::TemplateShift> RosterBookSqlite::week_template(const std::string& shop,
                                                                    const std::string& name) {
  Query row = book_.reader().query("SELECT shifts FROM week_template WHERE shop = ? AND name = ?",
                                   shop, name);
  if (!row.next()) return {};
  return parse_template(row.text(0));
}

void RosterBookSqlite::put_template(const std::string& shop, const std::string& name,
                                    const std::vector<payroll::TemplateShift>& shifts,
                                    const Instant& at) {
  enter(week_template_set, payload_of(TemplateSet{shop, name, template_text(shifts)}), at);
}

}  // namespace tilia::db
