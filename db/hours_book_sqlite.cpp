#include "db/hours_book_sqlite.h"

#include <algorithm>

#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/hours_seals.h"

namespace tilia::db {

using payroll::AskState;
using payroll::DayMinutes;
using payroll::HoursAsk;
using payroll::HoursAskId;
using payroll::HoursReminder;
using payroll::LeaveAsk;
using payroll::LoginId;
using payroll::PlannedShift;
using payroll::PlannedShiftId;
using payroll::Punch;
using payroll::SealedAskState;
using payroll::Worker;
using payroll::WorkerId;

namespace {

std::optional<Worker> worker_in(Query row) {
  if (!row.next()) return std::nullopt;
  Worker worker{row.id<WorkerId>(0), row.text(1), row.text(2), {}};
  if (!row.is_null(3)) worker.ended_on = row.day(3);
  return worker;
}

PlannedShift shift_in(const Query& row) {
  auto breaks = payroll::parse_clock_spans(row.text(5));
  const auto kind = payroll::parse_time_kind(row.text(8));
  if (!breaks || !kind)
    throw BookFault(BookFault::Why::damaged, "a shift of the book cannot be read");
  PlannedShift shift{
      row.id<PlannedShiftId>(0), {},          row.day(2),  {row.small(3), row.small(4)},
      *std::move(breaks),        row.text(6), row.text(7), *kind};
  if (!row.is_null(1)) shift.worker = row.id<WorkerId>(1);
  return shift;
}

Day monday_of(const Day& day) { return day.plus_days(-day.weekday_from_monday()); }

}  // namespace

bool HoursBookSqlite::any_login() {
  return book_.reader().number("SELECT EXISTS (SELECT 1 FROM worker_login)") != 0;
}

std::string HoursBookSqlite::picture_of_station(const std::string& station) {
  Query row = book_.reader().query("SELECT picture FROM station WHERE code = ?", station);
  return row.next() ? row.text(0) : std::string();
}

std::optional<Worker> HoursBookSqlite::worker_of(const LoginId& login) {
  return worker_in(book_.reader().query(
      "SELECT worker, alias, picture, ended_on FROM worker JOIN worker_login USING (worker)"
      " WHERE user = ?",
      login));
}

std::optional<Worker> HoursBookSqlite::worker(const std::string& alias) {
  return worker_in(book_.reader().query(
      "SELECT worker, alias, picture, ended_on FROM worker WHERE alias = ?", alias));
}

std::vector<Punch> HoursBookSqlite::latest_punches(const WorkerId& worker, int at_most) {
  std::vector<Punch> latest;
  Query row = book_.reader().query(
      "SELECT alias, kind, at FROM punch JOIN worker USING (worker) WHERE worker = ?"
      " AND position NOT IN (SELECT punch FROM set_aside_punch)"
      " ORDER BY at DESC, position DESC LIMIT ?",
      worker, at_most);
  while (row.next()) latest.push_back({row.text(0), punch_kind_of(row.text(1)), row.instant(2)});
  std::reverse(latest.begin(), latest.end());
  return latest;
}

void HoursBookSqlite::put_punch(const WorkerId& worker, const Punch& punch,
                                const std::optional<DayMinutes>& day_now, const Instant& at) {
  WriteTransaction change(book_);
  const auto there = change.connection().number(
      "SELECT count(*) FROM punch WHERE worker = ? AND kind = ? AND at = ?"
      " AND position NOT IN (SELECT punch FROM set_aside_punch)",
      worker, payroll::punch_kind_text(punch.kind), punch.at);
  if (there > 0) return;
  enter_punch_row(change, worker, punch, std::nullopt, at);
  if (day_now) write_worker_day(change.connection(), worker, *day_now);
  change.commit();
}

void HoursBookSqlite::set_aside(const WorkerId& worker, const Punch& punch,
                                const std::vector<DayMinutes>& days_now, const Instant& at) {
  WriteTransaction change(book_);
  set_punch_aside(change, worker, punch, std::nullopt, at);
  for (const DayMinutes& day : days_now) write_worker_day(change.connection(), worker, day);
  change.commit();
}

bool HoursBookSqlite::under_contract(const WorkerId& worker, const Day& day) {
  return book_.reader().number(
             "SELECT count(*) FROM contract WHERE worker = ?1 AND first_day <= ?2"
             " AND (last_day IS NULL OR last_day >= ?2)",
             worker, day) > 0;
}

bool HoursBookSqlite::is_frozen(const WorkerId& worker, const Day& day) {
  return book_.reader().number(
             "SELECT EXISTS (SELECT 1 FROM pay_run WHERE month = ?1 AND state = 'approved')"
             " OR EXISTS (SELECT 1 FROM approved_week WHERE worker = ?2 AND monday = ?3)",
             Month::of(day), worker, monday_of(day)) != 0;
}

std::vector<PlannedShift> HoursBookSqlite::published_shifts(const WorkerId& worker, const Day& from,
                                                            const Day& to) {
  std::vector<PlannedShift> all;
  Query row = book_.reader().query(
      "SELECT shift, worker, day, from_minute, to_minute, breaks, shop, station, kind"
      " FROM published_shift WHERE worker = ? AND day BETWEEN ? AND ?"
      " ORDER BY day, from_minute, shift",
      worker, from, to);
  while (row.next()) all.push_back(shift_in(row));
  return all;
}

std::vector<Day> HoursBookSqlite::not_here(const WorkerId& worker, const Day& from, const Day& to) {
  std::vector<Day> all;
  Query row = book_.reader().query(
      "SELECT day FROM not_here WHERE worker = ? AND day BETWEEN ? AND ? ORDER BY day", worker,
      from, to);
  while (row.next()) all.push_back(row.day(0));
  return all;
}

std::vector<HoursAsk> HoursBookSqlite::asks(const WorkerId& worker, AskState state) {
  std::vector<HoursAsk> hers = asks_where(book_.reader(), state);
  std::erase_if(hers, [&](const HoursAsk& each) { return each.worker != worker; });
  return hers;
}

std::optional<HoursAsk> HoursBookSqlite::find_ask(const HoursAskId& id) {
  return ask_row(book_.reader(), id);
}

void HoursBookSqlite::put_ask(const HoursAsk& ask, const Instant& at) {
  WriteTransaction change(book_);
  if (ask_row(change.connection(), ask.id)) return;
  make_ask(change, ask, at);
  change.commit();
}

bool HoursBookSqlite::put_decision(const HoursAsk& ask, AskState state, const LoginId& by,
                                   const std::vector<DayMinutes>& days_now, const Instant& at) {
  WriteTransaction change(book_);
  const auto now = ask_row(change.connection(), ask.id);
  if (!now || now->state != AskState::open) return false;
  mark_ask(change, ask, state, by, at);
  if (state == AskState::agreed && ask.punch) {
    const Punch punch{.worker_alias = {}, .kind = ask.punch->kind, .at = ask.punch->at};
    if (ask.punch->away)
      set_punch_aside(change, ask.worker, punch, ask.id, at);
    else
      enter_punch_row(change, ask.worker, punch, ask.id, at);
  }
  for (const DayMinutes& day : days_now) write_worker_day(change.connection(), ask.worker, day);
  change.commit();
  return true;
}

bool HoursBookSqlite::put_leave_ask(const HoursAskId& id, const WorkerId& worker,
                                    const LeaveAsk& ask, const Instant& at) {
  WriteTransaction change(book_);
  const bool put = put_sealed_ask(change.connection(), id, worker, ask, at);
  change.commit();
  return put;
}

std::vector<SealedAskState> HoursBookSqlite::leave_asks(const WorkerId& worker) {
  std::vector<SealedAskState> all;
  Query row = book_.reader().query(
      "SELECT ask, state, at FROM sealed_ask WHERE worker = ? ORDER BY at, ask", worker);
  while (row.next()) {
    const auto state = payroll::parse_ask_state(row.text(1));
    if (!state) throw BookFault(BookFault::Why::damaged, "an ask of the book is in no known state");
    all.push_back({row.id<HoursAskId>(0), *state, row.instant(2)});
  }
  return all;
}

bool HoursBookSqlite::withdraw_leave_ask(const HoursAskId& id, const WorkerId& worker) {
  WriteTransaction change(book_);
  const bool hers =
      change.connection().number("SELECT count(*) FROM sealed_ask WHERE ask = ? AND worker = ?", id,
                                 worker) > 0;
  const bool done = hers && mark_leave_ask(change.connection(), id, AskState::withdrawn);
  change.commit();
  return done;
}

std::optional<HoursReminder> HoursBookSqlite::reminder(const WorkerId& worker) {
  return find_reminder(book_.reader(), keys_, worker);
}

}  // namespace tilia::db
