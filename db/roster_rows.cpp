#include "db/roster_rows.h"

#include "db/book_fault.h"

namespace tilia::db {
namespace {

using payroll::PlannedShift;

// Of somebody whose hours were taken out of the book nothing is made again.
bool is_erased(Connection& connection, const std::optional<payroll::WorkerId>& worker) {
  return worker && connection.number(
                       "SELECT count(*) FROM erased_person WHERE worker = ?"
                       " AND ' ' || parts || ' ' LIKE '% hours %'",
                       *worker) > 0;
}

void put_shift(Connection& connection, const JournalEntry& entry, const PlannedShift& shift) {
  if (is_erased(connection, shift.worker)) return;
  connection.run(
      "INSERT INTO planned_shift (shift, entry, worker, day, from_minute, to_minute, breaks, shop,"
      " station, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (shift) DO UPDATE SET entry = excluded.entry, worker = excluded.worker,"
      " day = excluded.day, from_minute = excluded.from_minute, to_minute = excluded.to_minute,"
      " breaks = excluded.breaks, shop = excluded.shop, station = excluded.station,"
      " kind = excluded.kind",
      shift.id, entry.position, shift.worker, shift.day, shift.time.from_minute,
      shift.time.to_minute, payroll::clock_spans_text(shift.breaks), shift.shop, shift.station,
      payroll::time_kind_text(shift.kind));
}

void put_shifts(Connection& connection, const JournalEntry& entry) {
  const ShiftsSet set = shifts_in(entry);
  for (const PlannedShift& shift : set.shifts) {
    put_shift(connection, entry, shift);
    // What was passed for the shift as it was is asked again for it as it is.
    connection.run("DELETE FROM passed_rule WHERE shift = ?", shift.id);
  }
  for (const payroll::PassedRule& rule : set.passed)
    connection.run(
        "INSERT INTO passed_rule (entry, shift, rule, rest_owed_minutes) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (shift, rule) DO UPDATE SET"
        " rest_owed_minutes = max(rest_owed_minutes, excluded.rest_owed_minutes)",
        entry.position, rule.shift, payroll::roster_rule_text(rule.rule), rule.rest_owed_minutes);
}

void publish(Connection& connection, const JournalEntry& entry) {
  const WeekPublished week = published_in(entry);
  const Day sunday = week.monday.plus_days(6);
  connection.run("DELETE FROM published_shift WHERE shop = ? AND day BETWEEN ? AND ?", week.shop,
                 week.monday, sunday);
  // A shift that was moved to another week or shop since is there under its new place.
  connection.run(
      "INSERT OR REPLACE INTO published_shift (shift, worker, day, from_minute, to_minute, breaks,"
      " shop, station, kind) SELECT shift, worker, day, from_minute, to_minute, breaks, shop,"
      " station, kind FROM planned_shift WHERE shop = ? AND day BETWEEN ? AND ?",
      week.shop, week.monday, sunday);
  connection.run(
      "INSERT INTO published_week (shop, monday, entry) VALUES (?, ?, ?)"
      " ON CONFLICT (shop, monday) DO UPDATE SET entry = excluded.entry",
      week.shop, week.monday, entry.position);
}

void put_stations(Connection& connection, const JournalEntry& entry) {
  connection.run("DELETE FROM station");
  int place = 0;
  for (const payroll::Station& station : stations_in(entry))
    connection.run("INSERT INTO station (code, place, picture, closed) VALUES (?, ?, ?, ?)",
                   station.code, place++, station.picture, station.closed);
}

void put_needs(Connection& connection, const JournalEntry& entry) {
  const NeedsSet set = needs_in(entry);
  connection.run("DELETE FROM staff_need WHERE shop = ?", set.shop);
  for (const payroll::StaffNeed& need : set.needs)
    connection.run(
        "INSERT INTO staff_need (shop, station, weekday, from_minute, to_minute, people)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        set.shop, need.station, need.weekday, need.time.from_minute, need.time.to_minute,
        need.people);
}

void put_template(Connection& connection, const JournalEntry& entry) {
  const TemplateSet set = template_in(entry);
  connection.run(
      "INSERT INTO week_template (shop, name, shifts) VALUES (?, ?, ?)"
      " ON CONFLICT (shop, name) DO UPDATE SET shifts = excluded.shifts",
      set.shop, set.name, set.shifts);
}

[[noreturn]] void damaged() { throw BookFault(BookFault::Why::damaged, "a shift of the plan"); }

}  // namespace

void apply_roster(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == shift_set) put_shifts(connection, entry);
  if (kind == shift_removed)
    for (const payroll::PlannedShiftId& shift : removed_in(entry)) {
      connection.run("DELETE FROM planned_shift WHERE shift = ?", shift);
      connection.run("DELETE FROM passed_rule WHERE shift = ?", shift);
    }
  if (kind == roster_published) publish(connection, entry);
  if (kind == station_set) put_stations(connection, entry);
  if (kind == need_set) put_needs(connection, entry);
  if (kind == week_template_set) put_template(connection, entry);
}

std::vector<PlannedShift> read_planned(Connection& connection, const Day& from, const Day& to) {
  std::vector<PlannedShift> shifts;
  Query row = connection.query(
      "SELECT shift, worker, day, from_minute, to_minute, breaks, shop, station, kind"
      " FROM planned_shift WHERE day BETWEEN ? AND ? ORDER BY day, from_minute, shift",
      from, to);
  while (row.next()) {
    const auto breaks = payroll::parse_clock_spans(row.text(5));
    const auto kind = payroll::parse_time_kind(row.text(8));
    if (!breaks || !kind) damaged();
    PlannedShift shift{.id = row.id<payroll::PlannedShiftId>(0),
                       .worker = {},
                       .day = row.day(2),
                       .time = {row.small(3), row.small(4)},
                       .breaks = *breaks,
                       .shop = row.text(6),
                       .station = row.text(7),
                       .kind = *kind};
    if (!row.is_null(1)) shift.worker = row.id<payroll::WorkerId>(1);
    shifts.push_back(std::move(shift));
  }
  return shifts;
}

std::vector<payroll::PassedRule> read_passed(Connection& connection, const Day& from,
                                             const Day& to) {
  std::vector<payroll::PassedRule> passed;
  Query row = connection.query(
      "SELECT passed_rule.shift, rule, rest_owed_minutes FROM passed_rule JOIN planned_shift"
      " USING (shift) WHERE day BETWEEN ? AND ? ORDER BY passed_rule.entry, passed_rule.shift, "
      "rule",
      from, to);
  while (row.next()) {
    const auto rule = payroll::parse_roster_rule(row.text(1));
    if (!rule) damaged();
    passed.push_back({row.id<payroll::PlannedShiftId>(0), *rule, row.small(2)});
  }
  return passed;
}

}  // namespace tilia::db
