#include "db/salon_rows.h"

#include <algorithm>
#include <map>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

constexpr std::int64_t minute_in_milliseconds = 60'000;

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of the salon");
  return *value;
}

std::int64_t minute(const Instant& instant) {
  return pos::minute_of(instant).unix_milliseconds() / minute_in_milliseconds;
}

Instant instant_of(std::int64_t minute) {
  return Instant::from_unix_milliseconds(minute * minute_in_milliseconds);
}

// code, from_minute, until_minute, owner
pos::Hold hold_of(const Query& row) {
  return {row.text(0), instant_of(row.whole(1)), instant_of(row.whole(2)), row.id_bytes(3)};
}

void put_hold(Connection& connection, const pos::Hold& hold, bool of_a_visit) {
  connection.run(
      "INSERT INTO salon_hold (code, from_minute, until_minute, owner, visit)"
      " VALUES (?, ?, ?, ?, ?)",
      hold.column, minute(hold.from), minute(hold.until), hold.owner, of_a_visit);
}

// id, entry, state, walk_in, came_at, picture, done_at, sale, name, planned_at
pos::Visit visit_of(const Query& row) {
  return {.id = row.id<pos::VisitId>(0),
          .state = known(pos::parse_visit_state(row.text(2))),
          .walk_in = row.yes(3),
          .came = row.instant(4),
          .picture = row.text(5),
          .name = row.text(8),
          .services = {},
          .done_at = row.is_null(6) ? std::nullopt : std::optional(row.instant(6)),
          .sale = row.is_null(7) ? std::nullopt : std::optional(row.id<pos::SaleId>(7)),
          .planned = row.is_null(9) ? std::nullopt : std::optional(row.instant(9)),
          .revision = row.whole(1)};
}

// article, person, chair, starts_at, minutes, before_minutes, after_minutes
pos::VisitService service_of(const Query& row) {
  return {.article = row.text(0),
          .person = row.text(1),
          .chair = row.text(2),
          .start = row.instant(3),
          .minutes = row.small(4),
          .before_minutes = row.small(5),
          .after_minutes = row.small(6)};
}

Instant begins(const pos::Visit& visit) {
  const bool at_no_time = visit.state == pos::VisitState::waiting || visit.services.empty();
  return at_no_time ? visit.came : visit.start();
}

}  // namespace

void put_salon_column(Connection& connection, const JournalEntry& entry,
                      const pos::SalonColumn& column) {
  connection.run(
      "INSERT INTO salon_column (code, place, kind, picture, closed) VALUES (?, ?, ?, ?, ?)"
      " ON CONFLICT (code) DO UPDATE SET picture = excluded.picture, closed = excluded.closed",
      column.code, entry.position, pos::column_kind_text(column.kind), column.picture,
      column.closed);
}

void put_salon_service(Connection& connection, const pos::SalonService& service) {
  connection.run(
      "INSERT OR REPLACE INTO salon_service (article, minutes, before_minutes, after_minutes,"
      " offered) VALUES (?, ?, ?, ?, ?)",
      service.article, service.minutes, service.before_minutes, service.after_minutes,
      service.offered);
}

void put_salon_hours(Connection& connection, const pos::HoursOf& hours) {
  for (std::size_t weekday = 0; weekday < hours.week.size(); ++weekday) {
    connection.run("INSERT OR REPLACE INTO salon_week (code, weekday, spans) VALUES (?, ?, ?)",
                   hours.column, static_cast<std::int64_t>(weekday),
                   pos::day_spans_text(hours.week[weekday]));
  }
}

void put_salon_day(Connection& connection, const pos::DatedHours& dated) {
  if (dated.spans) {
    connection.run("INSERT OR REPLACE INTO salon_day (code, day, spans) VALUES (?, ?, ?)",
                   dated.column, dated.day, pos::day_spans_text(*dated.spans));
  } else {
    connection.run("DELETE FROM salon_day WHERE code = ? AND day = ?", dated.column, dated.day);
  }
}

void put_salon_notes(Connection& connection, const SalonNotes& notes) {
  connection.run("DELETE FROM salon_note");
  std::int64_t place = 0;
  for (const std::string& words : notes.words)
    connection.run("INSERT INTO salon_note (place, words) VALUES (?, ?)", ++place, words);
}

void put_not_free(Connection& connection, const pos::NotFree& time) {
  put_hold(connection, {time.column, time.from, time.until, time.id.bytes()}, false);
}

void take_not_free_away(Connection& connection, const LiftedTime& time) {
  connection.run("DELETE FROM salon_hold WHERE owner = ? AND visit = 0", time.id);
}

void put_visit_rows(Connection& connection, const JournalEntry& entry, const pos::Visit& visit) {
  connection.run("DELETE FROM salon_hold WHERE owner = ? AND visit = 1", visit.id);
  connection.run("DELETE FROM visit_service WHERE visit = ?", visit.id);
  std::optional<Instant> done_at = visit.done_at;
  std::optional<pos::SaleId> sale = visit.sale;
  connection.run(
      "INSERT INTO visit (id, entry, state, walk_in, came_at, picture, done_at, sale, planned_at,"
      " starts_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET entry = "
      "excluded.entry,"
      " state = excluded.state, picture = excluded.picture, done_at = excluded.done_at,"
      " sale = excluded.sale, planned_at = excluded.planned_at, starts_at = excluded.starts_at",
      visit.id, entry.position, pos::visit_state_text(visit.state), visit.walk_in, visit.came,
      visit.picture, done_at, sale, visit.planned, begins(visit));
  std::int64_t number = 0;
  for (const pos::VisitService& service : visit.services) {
    connection.run(
        "INSERT INTO visit_service (visit, number, article, person, chair, starts_at, minutes,"
        " before_minutes, after_minutes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        visit.id, ++number, service.article, service.person, service.chair, service.start,
        service.minutes, service.before_minutes, service.after_minutes);
  }
  for (const pos::Hold& hold : pos::holds_of(visit)) put_hold(connection, hold, true);
}

std::optional<pos::Hold> hold_in_the_way(Connection& connection,
                                         const std::vector<pos::Hold>& wanted, const IdBytes& own) {
  for (const pos::Hold& hold : wanted) {
    Query row = connection.query(
        "SELECT code, from_minute, until_minute, owner FROM salon_hold WHERE code = ?"
        " AND from_minute < ? AND owner <> ? ORDER BY from_minute DESC LIMIT 1",
        hold.column, minute(hold.until), own);
    if (row.next() && row.whole(2) > minute(hold.from)) return hold_of(row);
  }
  return std::nullopt;
}

pos::Salon read_salon(Connection& connection) {
  pos::Salon salon;
  Query column = connection.query(
      "SELECT c.code, coalesce(n.name, ''), c.picture, c.kind, c.closed FROM salon_column c"
      " LEFT JOIN salon_column_name n ON n.code = c.code ORDER BY c.kind = 'chair', c.place");
  while (column.next())
    salon.columns.push_back({column.text(0), column.text(1), column.text(2),
                             known(pos::parse_column_kind(column.text(3))), column.yes(4)});
  Query service = connection.query(
      "SELECT article, minutes, before_minutes, after_minutes, offered FROM salon_service"
      " ORDER BY article");
  while (service.next())
    salon.services.push_back(
        {service.text(0), service.small(1), service.small(2), service.small(3), service.yes(4)});
  Query week = connection.query("SELECT code, weekday, spans FROM salon_week ORDER BY 1, 2");
  while (week.next()) {
    if (salon.hours.empty() || salon.hours.back().column != week.text(0))
      salon.hours.push_back({week.text(0), {}});
    salon.hours.back().week.at(static_cast<std::size_t>(week.small(1))) =
        known(pos::parse_day_spans(week.text(2)));
  }
  Query dated = connection.query("SELECT code, day, spans FROM salon_day ORDER BY 1, 2");
  while (dated.next())
    salon.dated.push_back(
        {dated.text(0), dated.day(1), known(pos::parse_day_spans(dated.text(2)))});
  Query note = connection.query("SELECT words FROM salon_note ORDER BY place");
  while (note.next()) salon.notes.push_back(note.text(0));
  return salon;
}

std::vector<pos::Hold> read_holds(Connection& connection, const Instant& from,
                                  const Instant& until) {
  std::vector<pos::Hold> holds;
  Query row = connection.query(
      // of each column the last that began until then, and those after it
      "SELECT h.code, h.from_minute, h.until_minute, h.owner FROM salon_column c"
      " JOIN salon_hold h ON h.code = c.code AND h.from_minute < ? AND h.from_minute >= coalesce("
      "(SELECT max(b.from_minute) FROM salon_hold b WHERE b.code = c.code AND b.from_minute <= ?),"
      " 0) WHERE h.until_minute > ? ORDER BY h.from_minute, h.code",
      minute(until), minute(from), minute(from));
  while (row.next()) holds.push_back(hold_of(row));
  return holds;
}

std::vector<pos::NotFree> read_not_free(Connection& connection, const Instant& from,
                                        const Instant& until) {
  std::vector<pos::NotFree> times;
  Query row = connection.query(
      "SELECT code, from_minute, until_minute, owner FROM salon_hold WHERE visit = 0"
      " AND from_minute < ? AND until_minute > ? ORDER BY from_minute, code",
      minute(until), minute(from));
  while (row.next())
    times.push_back({row.id<pos::NotFreeId>(3), row.text(0), instant_of(row.whole(1)),
                     instant_of(row.whole(2))});
  return times;
}

std::optional<pos::NotFree> read_not_free(Connection& connection, const pos::NotFreeId& id) {
  Query row = connection.query(
      "SELECT code, from_minute, until_minute FROM salon_hold WHERE owner = ? AND visit = 0", id);
  if (!row.next()) return std::nullopt;
  return pos::NotFree{id, row.text(0), instant_of(row.whole(1)), instant_of(row.whole(2))};
}

std::optional<pos::Visit> read_visit(Connection& connection, const pos::VisitId& id) {
  Query row = connection.query(
      "SELECT v.id, v.entry, v.state, v.walk_in, v.came_at, v.picture, v.done_at, v.sale,"
      " coalesce(n.name, ''), v.planned_at FROM visit v LEFT JOIN visit_name n ON n.visit = v.id "
      "WHERE v.id = ?",
      id);
  if (!row.next()) return std::nullopt;
  pos::Visit visit = visit_of(row);
  Query service = connection.query(
      "SELECT article, person, chair, starts_at, minutes, before_minutes, after_minutes"
      " FROM visit_service WHERE visit = ? ORDER BY number",
      id);
  while (service.next()) visit.services.push_back(service_of(service));
  return visit;
}

std::vector<pos::Visit> read_visits(Connection& connection, const Instant& from,
                                    const Instant& until) {
  std::vector<pos::Visit> visits;
  std::map<pos::VisitId, std::size_t> place;
  Query row = connection.query(
      "SELECT v.id, v.entry, v.state, v.walk_in, v.came_at, v.picture, v.done_at, v.sale,"
      " coalesce(n.name, ''), v.planned_at FROM visit v LEFT JOIN visit_name n ON n.visit = v.id"
      " WHERE v.starts_at >= ? AND v.starts_at < ? ORDER BY v.starts_at, v.entry",
      from, until);
  while (row.next()) {
    visits.push_back(visit_of(row));
    place[visits.back().id] = visits.size() - 1;
  }
  Query service = connection.query(
      "SELECT s.article, s.person, s.chair, s.starts_at, s.minutes, s.before_minutes,"
      " s.after_minutes, s.visit FROM visit v JOIN visit_service s ON s.visit = v.id"
      " WHERE v.starts_at >= ? AND v.starts_at < ? ORDER BY s.visit, s.number",
      from, until);
  while (service.next())
    visits.at(place.at(service.id<pos::VisitId>(7))).services.push_back(service_of(service));
  return visits;
}

std::vector<pos::TippedSale> read_tipped(Connection& connection, const Day& from, const Day& to,
                                         Currency currency) {
  std::vector<std::int64_t> sales;
  std::vector<pos::TippedSale> tipped;
  {
    // What was taken back stands below zero with the refund.
    Query row = connection.query(
        "SELECT s.entry, (SELECT coalesce(sum(x.amount), 0) FROM sale e"
        " JOIN sale_extra x ON x.sale = e.entry AND x.kind = 'tip'"
        " WHERE e.entry = s.entry OR e.refund_of = s.entry) AS tip FROM sale s"
        " WHERE s.business_day BETWEEN ? AND ? AND tip > 0"
        " AND EXISTS (SELECT 1 FROM visit v WHERE v.sale = s.id) ORDER BY s.entry",
        from, to);
    while (row.next()) {
      sales.push_back(row.whole(0));
      tipped.push_back({{}, row.money(1, currency)});
    }
  }
  for (std::size_t at = 0; at < sales.size(); ++at) {
    Query row = connection.query(
        // what its pieces cost in the end, one like the other; taken back ones stand below zero
        "SELECT p.person, coalesce((SELECT max(0, sum(l.amount)) * 1000"
        " / max(1, sum(max(l.quantity, 0))) FROM sale e JOIN sale_line l ON l.sale = e.entry"
        " WHERE (e.entry = s.entry OR e.refund_of = s.entry) AND l.article = p.article), 0)"
        " FROM sale s"
        " JOIN visit v ON v.sale = s.id JOIN visit_service p ON p.visit = v.id"
        " WHERE s.entry = ? ORDER BY v.entry, p.number",
        sales[at]);
    while (row.next()) tipped[at].services.push_back({row.text(0), row.money(1, currency)});
  }
  return tipped;
}

}  // namespace tilia::db
