#include "db/approval_book_sqlite.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/check.h"
#include "db/approved_minutes.h"
#include "db/book_fault.h"
#include "db/hours_records.h"
#include "db/journal.h"

namespace tilia::db {

using payroll::ApprovedTime;
using payroll::ApprovedWeek;
using payroll::DayMinutes;
using payroll::LoginId;
using payroll::Punch;
using payroll::WorkerId;
using Json = nlohmann::json;  // keys in order

namespace {

constexpr const char* hours_approved = "hours.approved";
constexpr const char* hours_corrected = "hours.corrected";
constexpr int last_day_of_week = 6;

template <class Kind>
Kind known(const std::optional<Kind>& kind) {
  if (!kind) throw BookFault(BookFault::Why::damaged, "hours of the book are of no known kind");
  return *kind;
}

bool week_is_approved(Connection& connection, const WorkerId& worker, const Day& monday) {
  return connection.number("SELECT count(*) FROM approved_week WHERE worker = ? AND monday = ?",
                           worker, monday) > 0;
}

void insert(Connection& connection, const ApprovedTime& time, const LoginId& by,
            const Instant& at) {
  connection.run(
      "INSERT INTO approved_time (worker, day, correction, kind, minutes, night_minutes,"
      " sunday_minutes, holiday_minutes, entered_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      time.worker, time.day, time.correction, payroll::time_kind_text(time.kind), time.minutes.all,
      time.minutes.night, time.minutes.sunday, time.minutes.holiday, by, at);
}

Json json_of(const ApprovedTime& time) {
  return {{"day", time.day.text()},
          {"kind", payroll::time_kind_text(time.kind)},
          {"minutes", time.minutes.all}};
}

}  // namespace

std::vector<Punch> ApprovalBookSqlite::punches(const WorkerId& worker, const Instant& from,
                                               const Instant& to) {
  std::vector<Punch> all;
  Query row = book_.reader().query(
      "SELECT alias, kind, at FROM punch JOIN worker USING (worker)"
      " WHERE worker = ? AND at >= ? AND at < ?"
      " AND NOT EXISTS (SELECT 1 FROM set_aside_punch WHERE punch = punch.position)"
      " ORDER BY at, position",
      worker, from, to);
  while (row.next())
    all.push_back({row.text(0), known(payroll::parse_punch_kind(row.text(1))), row.instant(2)});
  return all;
}

std::vector<DayMinutes> ApprovalBookSqlite::days(const WorkerId& worker, const Day& from,
                                                 const Day& to) {
  std::vector<DayMinutes> all;
  Query row = book_.reader().query(
      "SELECT day, worked_minutes FROM worker_day WHERE worker = ? AND day BETWEEN ? AND ?"
      " ORDER BY day",
      worker, from, to);
  while (row.next()) all.push_back({row.day(0), row.small(1)});
  return all;
}

bool ApprovalBookSqlite::is_approved(const WorkerId& worker, const Day& monday) {
  return week_is_approved(book_.reader(), worker, monday);
}

std::vector<ApprovedTime> ApprovalBookSqlite::approved(const Day& from, const Day& to) {
  std::vector<ApprovedTime> all;
  Query row = book_.reader().query(
      "SELECT worker, day, kind, correction, minutes, night_minutes, sunday_minutes,"
      " holiday_minutes FROM approved_time WHERE day BETWEEN ? AND ?"
      " ORDER BY worker, day, kind, correction",
      from, to);
  while (row.next())
    all.push_back({.worker = row.id<WorkerId>(0),
                   .day = row.day(1),
                   .kind = known(payroll::parse_time_kind(row.text(2))),
                   .minutes = {row.whole(4), row.whole(5), row.whole(6), row.whole(7)},
                   .correction = row.small(3)});
  return all;
}

bool ApprovalBookSqlite::is_paid(const Month& month) {
  return month_is_frozen(book_.reader(), month);
}

bool ApprovalBookSqlite::put_week(const ApprovedWeek& week) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  if (week_is_approved(connection, week.worker, week.monday)) return false;
  connection.run("INSERT INTO approved_week (worker, monday, approved_by, at) VALUES (?, ?, ?, ?)",
                 week.worker, week.monday, week.by, week.at);
  Json times = Json::array();
  for (const ApprovedTime& time : week.times) {
    CHECK(time.correction == 0 && time.worker == week.worker);
    insert(connection, time, week.by, week.at);
    times.push_back(json_of(time));
  }
  // Also of a week without any: everybody's record is sealed again, and none tells whose it was.
  HoursRecords records(connection, keys_);
  payroll::HoursRecord record = records.record(week.worker);
  record.approved_absences.insert(record.approved_absences.end(), week.absences.begin(),
                                  week.absences.end());
  records.put(week.worker, record);
  for (int i = 0; i <= last_day_of_week; ++i)
    if (!carry_over(connection, week.worker, week.monday.plus_days(i))) return false;
  const Json payload{
      {"monday", week.monday.text()}, {"times", times}, {"worker", week.worker.text()}};
  append_to_journal(
      change,
      {.kind = hours_approved, .at = week.at, .actor = week.by.bytes(), .payload = payload.dump()});
  change.commit();
  return true;
}

void ApprovalBookSqlite::put_correction(const ApprovedTime& change, const LoginId& by,
                                        const Instant& at) {
  WriteTransaction writing(book_);
  Connection& connection = writing.connection();
  const Day monday = change.day.plus_days(-change.day.weekday_from_monday());
  CHECK(week_is_approved(connection, change.worker, monday));
  ApprovedTime numbered = change;
  numbered.correction = static_cast<int>(connection.number(
      "SELECT coalesce(max(correction), 0) + 1 FROM approved_time WHERE worker = ? AND day = ?"
      " AND kind = ?",
      change.worker, change.day, payroll::time_kind_text(change.kind)));
  insert(connection, numbered, by, at);
  // What was paid stays paid; a later run makes the difference good.
  static_cast<void>(carry_over(connection, change.worker, change.day));
  Json payload = json_of(numbered);
  payload["correction"] = numbered.correction;
  payload["worker"] = change.worker.text();
  append_to_journal(
      writing, {.kind = hours_corrected, .at = at, .actor = by.bytes(), .payload = payload.dump()});
  writing.commit();
}

void ApprovalBookSqlite::put_away(const WorkerId& worker, const Day& monday,
                                  const std::vector<payroll::ApprovedAbsence>& now,
                                  const LoginId& by, const Instant& at) {
  WriteTransaction change(book_);
  CHECK(week_is_approved(change.connection(), worker, monday));
  HoursRecords records(change.connection(), keys_);
  payroll::HoursRecord record = records.record(worker);
  record.approved_absences.insert(record.approved_absences.end(), now.begin(), now.end());
  records.put(worker, record);
  const Json payload{{"monday", monday.text()}, {"worker", worker.text()}};
  append_to_journal(
      change, {.kind = hours_corrected, .at = at, .actor = by.bytes(), .payload = payload.dump()});
  change.commit();
}

}  // namespace tilia::db
