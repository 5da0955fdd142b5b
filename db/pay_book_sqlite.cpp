#include "db/pay_book_sqlite.h"

#include <fmt/format.h>

#include <algorithm>

#include "db/approved_minutes.h"
#include "db/book_fault.h"
#include "db/book_file.h"
#include "db/hours_records.h"
#include "db/hours_rows.h"
#include "db/month_cost.h"
#include "db/pay_book_rows.h"
#include "db/pay_setting_rows.h"
#include "db/pay_texts.h"
#include "db/person_records.h"

namespace tilia::db {

using payroll::Contract;
using payroll::DayMinutes;
using payroll::Employer;
using payroll::Identity;
using payroll::PayDetails;
using payroll::PayItem;
using payroll::PayItemId;
using payroll::PayRun;
using payroll::PayRunState;
using payroll::SaidFrom;
using payroll::Term;
using payroll::UserId;
using payroll::Worker;
using payroll::WorkerDay;
using payroll::WorkerId;

namespace {

constexpr const char* pay_run_approved = "pay_run.approved";
constexpr const char* pay_correction_opened = "pay_correction.opened";

Currency currency_of(const std::string& code) {
  const auto currency = Currency::from_code(code);
  if (!currency) throw BookFault(BookFault::Why::damaged, "a currency of the book is not known");
  return *currency;
}

}  // namespace

bool PayBookSqlite::has_vault() {
  return public_half_of(book_.reader(), KeyName::vault).has_value();
}

Employer PayBookSqlite::employer() {
  Query row = book_.reader().query(
      "SELECT name, address, tax_number, country, zone, language, currency, practice,"
      " coalesce((SELECT name FROM shop WHERE name <> '' ORDER BY place LIMIT 1), name)"
      " FROM organisation");
  CHECK(row.next());
  return {.name = row.text(0),
          .address = row.text(1),
          .tax_number = row.text(2),
          .country = row.text(3),
          .zone = row.text(4),
          .language = row.text(5),
          .currency = currency_of(row.text(6)),
          .practice = row.yes(7),
          .trade_name = row.text(8)};
}

std::vector<Worker> PayBookSqlite::workers() {
  std::vector<Worker> all;
  Query row =
      book_.reader().query("SELECT worker, alias, picture, ended_on FROM worker ORDER BY alias");
  while (row.next()) {
    Worker worker{row.id<WorkerId>(0), row.text(1), row.text(2), {}};
    if (!row.is_null(3)) worker.ended_on = row.day(3);
    all.push_back(std::move(worker));
  }
  return all;
}

void PayBookSqlite::put_worker(const Worker& worker, const Instant& /*at*/) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const bool known =
      connection.number("SELECT count(*) FROM worker WHERE worker = ?", worker.id) > 0;
  connection.run(
      "INSERT INTO worker (worker, alias, picture, ended_on) VALUES (?, ?, ?, ?)"
      " ON CONFLICT (worker) DO UPDATE SET alias = excluded.alias, picture = excluded.picture,"
      " ended_on = excluded.ended_on",
      worker.id, worker.alias, worker.picture, worker.ended_on);
  if (!known) {
    const auto vault = public_half_of(connection, KeyName::vault);
    CHECK(vault);
    PersonRecords(connection, keys_).begin(worker.id, *vault);
  }
  change.commit();
}

std::vector<Term> PayBookSqlite::terms(const WorkerId& worker) {
  std::vector<Term> all;
  Query row = book_.reader().query(
      "SELECT first_day, last_day, weekly_minutes FROM contract WHERE worker = ?"
      " ORDER BY first_day",
      worker);
  while (row.next()) {
    Term term{.from = row.day(0), .to = {}, .weekly_minutes = row.small(2)};
    if (!row.is_null(1)) term.to = row.day(1);
    all.push_back(term);
  }
  return all;
}

Identity PayBookSqlite::identity(const WorkerId& worker) {
  const PayRecord record = pay_record_from(PersonRecords(book_.reader(), keys_).pay(worker));
  read_log_.note({worker}, payroll::ReadRecord::pay_record);
  return record.identity;
}

template <class Change>
void PayBookSqlite::change_record(const WorkerId& worker, Change change) {
  WriteTransaction transaction(book_);
  PersonRecords records(transaction.connection(), keys_);
  PayRecord record = pay_record_from(records.pay(worker));
  change(record);
  records.put_pay(worker, pay_record_text(record));
  transaction.commit();
}

void PayBookSqlite::put_identity(const WorkerId& worker, const Identity& identity) {
  change_record(worker, [&](PayRecord& record) { record.identity = identity; });
}

PayDetails PayBookSqlite::pay_details(const WorkerId& worker) {
  const PayRecord record = pay_record_from(PersonRecords(book_.reader(), keys_).pay(worker));
  read_log_.note({worker}, payroll::ReadRecord::pay_record);
  return record.details;
}

void PayBookSqlite::put_brought(const WorkerId& worker, const Day& from,
                                const std::map<std::string, std::string>& said) {
  change_record(worker,
                [&](PayRecord& record) { record.details.brought.insert_or_assign(from, said); });
}

void PayBookSqlite::put_pay_item(const WorkerId& worker, const PayItem& item) {
  change_record(worker, [&](PayRecord& record) { record.details.items.push_back(item); });
}

bool PayBookSqlite::take_pay_item(const WorkerId& worker, const PayItemId& item) {
  bool was_there = false;
  change_record(worker, [&](PayRecord& record) {
    was_there = std::erase_if(record.details.items,
                              [&](const PayItem& each) { return each.id == item; }) > 0;
  });
  return was_there;
}

std::vector<payroll::RuleAddition> PayBookSqlite::law_additions() {
  return read_law_additions(book_.reader());
}

void PayBookSqlite::put_law_addition(const payroll::RuleAddition& addition, const Day& from,
                                     const Instant& at) {
  WriteTransaction change(book_);
  const std::string payload = law_addition_payload(addition, from);
  append_to_journal(change, {.kind = law_added, .at = at, .payload = payload});
  put_law_addition_row(change.connection(), payload);
  change.commit();
}

bool PayBookSqlite::take_law_addition(const std::string& country, const std::string& series,
                                      const Day& from, const Instant& at) {
  WriteTransaction change(book_);
  const std::string payload = law_removal_payload(country, series, from);
  if (!take_law_addition_row(change.connection(), payload)) return false;
  append_to_journal(change, {.kind = law_removed, .at = at, .payload = payload});
  change.commit();
  return true;
}

SaidFrom PayBookSqlite::employer_brings() { return read_pay_settings(book_.reader()); }

void PayBookSqlite::put_employer_brings(const Day& from,
                                        const std::map<std::string, std::string>& said,
                                        const Instant& at) {
  WriteTransaction change(book_);
  const std::string payload = pay_setting_payload(from, said);
  append_to_journal(change, {.kind = pay_setting_said, .at = at, .payload = payload});
  put_pay_setting(change.connection(), payload);
  change.commit();
}

std::vector<Contract> PayBookSqlite::contracts(const WorkerId& worker) {
  const std::vector<Term> all_terms = terms(worker);
  if (all_terms.empty()) return {};
  const PayRecord record = pay_record_from(PersonRecords(book_.reader(), keys_).pay(worker));
  read_log_.note({worker}, payroll::ReadRecord::pay_record);
  std::vector<Contract> all;
  for (const Term& term : all_terms) {
    const auto wage = record.wages.find(term.from);
    if (wage == record.wages.end())
      throw BookFault(BookFault::Why::damaged, "a contract has no wage");
    all.push_back(
        {worker, term.from, term.to, wage->second.basis, wage->second.gross, term.weekly_minutes});
  }
  return all;
}

void PayBookSqlite::put_contract(const Contract& contract, const Instant& /*at*/) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  connection.run("UPDATE contract SET last_day = ? WHERE worker = ? AND last_day IS NULL",
                 contract.from.plus_days(-1), contract.worker);
  connection.run(
      "INSERT INTO contract (worker, first_day, last_day, weekly_minutes) VALUES (?, ?, ?, ?)",
      contract.worker, contract.from, contract.to, contract.weekly_minutes);
  PersonRecords records(connection, keys_);
  PayRecord record = pay_record_from(records.pay(contract.worker));
  record.wages.insert_or_assign(contract.from, Wage{contract.basis, contract.gross});
  records.put_pay(contract.worker, pay_record_text(record));
  change.commit();
}

std::vector<WorkerDay> PayBookSqlite::hours(const Month& month) {
  std::vector<WorkerDay> all;
  Query row = book_.reader().query(
      "SELECT worker, day, worked_minutes FROM worker_day WHERE day BETWEEN ? AND ?"
      " ORDER BY day, worker",
      month.first_day(), month.last_day());
  while (row.next()) all.push_back({row.id<WorkerId>(0), {row.day(1), row.small(2)}});
  return all;
}

std::vector<payroll::WorkerKinds> PayBookSqlite::worked_kinds(const Day& from, const Day& to) {
  std::vector<payroll::WorkerKinds> all;
  Query row = book_.reader().query(
      "SELECT worker, day, sum(minutes), sum(night_minutes), sum(sunday_minutes),"
      " sum(holiday_minutes) FROM approved_time WHERE day BETWEEN ? AND ?"
      " GROUP BY worker, day ORDER BY worker, day",
      from, to);
  while (row.next())
    all.push_back({row.id<WorkerId>(0),
                   {row.day(1), {row.whole(2), row.whole(3), row.whole(4), row.whole(5)}}});
  return all;
}

std::vector<payroll::DayAway> PayBookSqlite::days_away(const WorkerId& worker) {
  return payroll::days_away(HoursRecords(book_.reader(), keys_).record(worker));
}

bool PayBookSqlite::put_hours(const WorkerId& worker, const DayMinutes& hours,
                              const Instant& /*at*/) {
  WriteTransaction change(book_);
  const Day monday = hours.day.plus_days(-hours.day.weekday_from_monday());
  if (change.connection().number(
          "SELECT count(*) FROM approved_week WHERE worker = ? AND monday = ?", worker, monday) > 0)
    return false;
  write_worker_day(change.connection(), worker, hours);
  change.commit();
  return true;
}

std::optional<PayRunState> PayBookSqlite::pay_run_state(const Month& month) {
  return find_pay_run_state(book_.reader(), month);
}

std::optional<Instant> PayBookSqlite::approved_at(const Month& month) {
  Query row = book_.reader().query(
      "SELECT approved_at FROM pay_run WHERE month = ? AND state = 'approved'", month);
  if (!row.next()) return std::nullopt;
  return row.instant(0);
}

std::vector<payroll::PayCorrection> PayBookSqlite::corrections() {
  return find_corrections(book_.reader());
}

void PayBookSqlite::open_correction(const Month& month, const UserId& by, const Instant& at) {
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  const auto state = find_pay_run_state(connection, month);
  CHECK(state && state->approved && !state->open_again);
  connection.run("INSERT INTO pay_correction (month, opened_by, opened_at) VALUES (?, ?, ?)", month,
                 by, at);
  carry_over_month(connection, month);
  append_to_journal(change, {.kind = pay_correction_opened,
                             .at = at,
                             .actor = by.bytes(),
                             .payload = fmt::format(R"({{"month":"{}"}})", month.text())});
  change.commit();
}

std::optional<PayRun> PayBookSqlite::pay_run(const Month& month) {
  auto run = find_pay_run(book_.reader(), keys_, month);
  if (!run) return run;
  std::vector<WorkerId> whose;
  for (const payroll::PayRunSlip& slip : run->slips) whose.push_back(slip.worker.id);
  read_log_.note(whose, payroll::ReadRecord::payslip);
  return run;
}

void PayBookSqlite::put_draft(const PayRun& run, const Instant& at) {
  CHECK(run.state == PayRun::State::draft);
  WriteTransaction change(book_);
  change.connection().run("DELETE FROM pay_run WHERE month = ?", run.month);
  insert_pay_run(change.connection(), keys_, run, at);
  change.commit();
}

void PayBookSqlite::put_approval(const PayRun& run, const UserId& by, const Instant& at) {
  CHECK(!run.slips.empty());
  WriteTransaction change(book_);
  Connection& connection = change.connection();
  // Another program may have drawn the month up again between the look and the signature.
  if (find_pay_run(connection, keys_, run.month) != run)
    throw BookFault(BookFault::Why::rule_broken, "the draft is no longer the one that was read");
  for (const Month& month : run.corrects)
    connection.run("UPDATE pay_correction SET paid_in = ? WHERE month = ? AND paid_in IS NULL",
                   run.month, month);
  const Currency currency = run.slips.front().slip.gross.currency();
  connection.run(
      "UPDATE pay_run SET state = 'approved', approved_by = ?, approved_at = ? WHERE run = ?", by,
      at, run.id);
  insert_month_cost(connection, keys_, run.month, totals_of(run, currency).employer_cost);
  append_to_journal(change, {.kind = pay_run_approved,
                             .at = at,
                             .actor = by.bytes(),
                             .payload = fmt::format(R"({{"month":"{}","run":"{}"}})",
                                                    run.month.text(), run.id.text())});
  change.commit();
}

}  // namespace tilia::db
