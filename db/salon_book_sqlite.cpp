#include "db/salon_book_sqlite.h"

#include <algorithm>

#include "db/journal.h"
#include "db/salon_rows.h"

namespace tilia::db {
namespace {

constexpr std::int64_t seconds_of_day = 24 * 60 * 60;

void apply(Connection& connection, const JournalEntry& entry) {
  const std::string& kind = entry.content.kind;
  if (kind == salon_column_set) put_salon_column(connection, entry, column_in(entry));
  if (kind == salon_service_set) put_salon_service(connection, service_in(entry));
  if (kind == salon_hours_set) put_salon_hours(connection, hours_in(entry));
  if (kind == salon_day_set) put_salon_day(connection, dated_hours_in(entry));
  if (kind == salon_notes_set) put_salon_notes(connection, salon_notes_in(entry));
  if (kind == salon_not_free_set) put_not_free(connection, not_free_in(entry));
  if (kind == salon_not_free_lifted) take_not_free_away(connection, lifted_time_in(entry));
  if (kind == visit_set) put_visit_rows(connection, entry, visit_in(entry));
}

// One entry and its rows.
template <class Record>
JournalEntry enter(WriteTransaction& change, const char* kind, const Record& record,
                   const Instant& at) {
  JournalEntry entry =
      append_to_journal(change, {.kind = kind, .at = at, .payload = payload_of(record)});
  apply(change.connection(), entry);
  return entry;
}

void set_name(Connection& connection, const pos::Visit& visit) {
  if (visit.name.empty())
    connection.run("DELETE FROM visit_name WHERE visit = ?", visit.id);
  else
    connection.run("INSERT OR REPLACE INTO visit_name (visit, name) VALUES (?, ?)", visit.id,
                   visit.name);
}

void forget_old_names(Connection& connection, const Instant& at) {
  connection.run("DELETE FROM visit_name WHERE visit IN (SELECT id FROM visit WHERE starts_at < ?)",
                 at.plus_seconds(-pos::visit_name_days * seconds_of_day));
}

}  // namespace

pos::Salon SalonBookSqlite::salon() { return read_salon(book_.reader()); }

// What says nothing new is no entry: another name alone changes its own row.
void SalonBookSqlite::set_column(const Decide<pos::SalonColumn>& decide, const Instant& at) {
  WriteTransaction change(book_);
  const pos::Salon before = read_salon(change.connection());
  const auto column = decide(before);
  if (!column) return;
  const pos::SalonColumn* const known = before.column(column->code);
  if (known == nullptr || payload_of(*known) != payload_of(*column))
    enter(change, salon_column_set, *column, at);
  change.connection().run("INSERT OR REPLACE INTO salon_column_name (code, name) VALUES (?, ?)",
                          column->code, column->name);
  change.commit();
}

void SalonBookSqlite::set_service(const pos::SalonService& service, const Instant& at) {
  WriteTransaction change(book_);
  enter(change, salon_service_set, service, at);
  change.commit();
}

void SalonBookSqlite::set_hours(const Decide<pos::HoursOf>& decide, const Instant& at) {
  WriteTransaction change(book_);
  const auto hours = decide(read_salon(change.connection()));
  if (!hours) return;
  enter(change, salon_hours_set, *hours, at);
  change.commit();
}

void SalonBookSqlite::set_day(const pos::DatedHours& dated, const Instant& at) {
  WriteTransaction change(book_);
  enter(change, salon_day_set, dated, at);
  change.commit();
}

void SalonBookSqlite::set_notes(const std::vector<std::string>& notes, const Instant& at) {
  WriteTransaction change(book_);
  enter(change, salon_notes_set, SalonNotes{notes}, at);
  change.commit();
}

std::vector<pos::NotFree> SalonBookSqlite::not_free(const Instant& from, const Instant& until) {
  return read_not_free(book_.reader(), from, until);
}

std::vector<pos::Hold> SalonBookSqlite::holds(const Instant& from, const Instant& until) {
  return read_holds(book_.reader(), from, until);
}

std::optional<pos::Hold> SalonBookSqlite::set_not_free(const pos::NotFree& time,
                                                       const Instant& at) {
  WriteTransaction change(book_);
  const pos::Hold wanted{time.column, time.from, time.until, time.id.bytes()};
  if (read_not_free(change.connection(), time.id)) return std::nullopt;  // a second tap
  if (auto hold = hold_in_the_way(change.connection(), {wanted}, wanted.owner)) return hold;
  enter(change, salon_not_free_set, time, at);
  change.commit();
  return std::nullopt;
}

bool SalonBookSqlite::lift_not_free(const pos::NotFreeId& id, const Instant& at) {
  WriteTransaction change(book_);
  if (!read_not_free(change.connection(), id)) return false;
  enter(change, salon_not_free_lifted, LiftedTime{id}, at);
  change.commit();
  return true;
}

std::optional<pos::Visit> SalonBookSqlite::visit(const pos::VisitId& id) {
  return read_visit(book_.reader(), id);
}

std::vector<pos::Visit> SalonBookSqlite::visits(const Instant& from, const Instant& until) {
  return read_visits(book_.reader(), from, until);
}

pos::VisitPut SalonBookSqlite::put_visit(const pos::Visit& visit, const Instant& at) {
  using State = pos::VisitPut::State;
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto before = read_visit(connection, visit.id);
  if (before && visit.revision == 0) return {.state = State::already_put, .visit = before};
  if ((before ? before->revision : 0) != visit.revision)
    return {.state = State::changed_meanwhile, .visit = before};
  if (auto hold = hold_in_the_way(connection, pos::holds_of(visit), visit.id.bytes()))
    return {.state = State::in_the_way, .visit = before, .hold = std::move(hold)};
  pos::Visit put = visit;
  put.revision = enter(change, visit_set, visit, at).position;
  // A name is given once; what was read before it was taken out does not bring it back.
  if (!before) set_name(connection, visit);
  forget_old_names(connection, at);
  change.commit();
  return {.state = State::put, .visit = std::move(put)};
}

std::vector<pos::TippedSale> SalonBookSqlite::tipped(const Day& from, const Day& to,
                                                     Currency currency) {
  return read_tipped(book_.reader(), from, to, currency);
}

void SalonBookSqlite::forget_visit_name(const pos::VisitId& id) {
  WriteTransaction change(book_);
  change.connection().run("DELETE FROM visit_name WHERE visit = ?", id);
  change.commit();
}

Projection salon_projection() {
  return {.kinds = {salon_column_set, salon_service_set, salon_hours_set, salon_day_set,
                    salon_notes_set, salon_not_free_set, salon_not_free_lifted, visit_set},
          .tables = {"salon_hold", "visit_service", "visit", "salon_day", "salon_week",
                     "salon_service", "salon_column", "salon_note"},
          .apply = apply};
}

}  // namespace tilia::db
