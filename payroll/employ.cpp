#include "payroll/employ.h"

#include <fmt/format.h>

namespace tilia::payroll {
namespace {

constexpr int minutes_per_day = 24 * 60;
constexpr int longest_agreed_week_minutes = 60 * 60;

// In major units. No month of such pay is more than work_out_payslip takes.
std::int64_t largest_gross(PayBasis basis) {
  return basis == PayBasis::hourly ? 1'000'000 : 1'000'000'000;
}

bool good_alias(const std::string& alias) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return alias.size() >= 2 && alias.size() <= 20 &&
         alias.find_first_not_of(letters) == std::string::npos;
}

}  // namespace

std::optional<Worker> find_worker(PayBook& book, const std::string& alias) {
  for (const Worker& worker : book.workers()) {
    if (worker.alias == alias) return worker;
  }
  return std::nullopt;
}

bool is_frozen(PayBook& book, const Month& month) {
  const auto run = book.pay_run_state(month);
  return run && run->approved && !run->open_again;
}

bool frozen_since(PayBook& book, const Day& day, const Clock& clock) {
  const Month last = Month::of(Zone::named(book.employer().zone)->local_day(clock.now()));
  for (Month month = Month::of(day); month <= last; month = month.next()) {
    if (is_frozen(book, month)) return true;
  }
  return false;
}

std::string_view employ_refusal_code(EmployRefusal why) {
  switch (why) {
    case EmployRefusal::no_vault_holder: return "no_vault_holder";
    case EmployRefusal::bad_alias: return "bad_alias";
    case EmployRefusal::alias_taken: return "alias_taken";
    case EmployRefusal::unknown_worker: return "unknown_worker";
    case EmployRefusal::worker_ended: return "worker_ended";
    case EmployRefusal::ends_before_start: return "ends_before_start";
    case EmployRefusal::contract_overlaps: return "contract_overlaps";
    case EmployRefusal::gross_not_positive: return "gross_not_positive";
    case EmployRefusal::gross_too_large: return "gross_too_large";
    case EmployRefusal::weekly_hours_out_of_range: return "weekly_hours_out_of_range";
    case EmployRefusal::minutes_out_of_range: return "minutes_out_of_range";
    case EmployRefusal::day_in_approved_month: return "day_in_approved_month";
    case EmployRefusal::day_in_approved_week: return "day_in_approved_week";
    case EmployRefusal::day_in_future: return "day_in_future";
  }
  CHECK(false);
}

Phrase sentence_of(EmployRefusal why, const std::string& about) {
  return Phrase(fmt::format("payroll.employ_refusal.{}", employ_refusal_code(why)))
      .with("about", about);
}

Result<Worker, EmployRefusal> add_worker(PayBook& book, const std::string& alias,
                                         const std::string& picture, Chance& chance,
                                         const Clock& clock) {
  if (!book.has_vault()) return EmployRefusal::no_vault_holder;
  if (!good_alias(alias)) return EmployRefusal::bad_alias;
  if (find_worker(book, alias)) return EmployRefusal::alias_taken;
  const Worker worker{WorkerId::mint(chance), alias, picture, {}};
  book.put_worker(worker, clock.now());
  return worker;
}

Result<Worker, EmployRefusal> end_worker(PayBook& book, const std::string& alias,
                                         const Day& last_day, const Clock& clock) {
  auto worker = find_worker(book, alias);
  if (!worker) return EmployRefusal::unknown_worker;
  if (worker->ended_on) return EmployRefusal::worker_ended;
  for (const Term& term : book.terms(worker->id)) {
    if (last_day < term.from) return EmployRefusal::ends_before_start;
  }
  if (frozen_since(book, last_day.plus_days(1), clock)) return EmployRefusal::day_in_approved_month;
  worker->ended_on = last_day;
  book.put_worker(*worker, clock.now());
  return *worker;
}

Result<Contract, EmployRefusal> add_contract(PayBook& book, const std::string& alias,
                                             const Day& from, PayBasis basis, const Money& gross,
                                             int weekly_minutes, const Clock& clock) {
  const Employer employer = book.employer();
  CHECK(gross.currency() == employer.currency);
  const auto worker = find_worker(book, alias);
  if (!worker) return EmployRefusal::unknown_worker;
  if (worker->ended_on && *worker->ended_on < from) return EmployRefusal::worker_ended;
  if (gross.minor() <= 0) return EmployRefusal::gross_not_positive;
  if (gross.minor() > largest_gross(basis) * gross.currency().minor_per_major())
    return EmployRefusal::gross_too_large;
  if (weekly_minutes <= 0 || weekly_minutes > longest_agreed_week_minutes)
    return EmployRefusal::weekly_hours_out_of_range;
  for (const Term& other : book.terms(worker->id)) {
    if (from <= other.from || (other.to && from <= *other.to))
      return EmployRefusal::contract_overlaps;
  }
  if (frozen_since(book, from, clock)) return EmployRefusal::day_in_approved_month;
  const Contract contract{worker->id, from, {}, basis, gross, weekly_minutes};
  book.put_contract(contract, clock.now());
  return contract;
}

Result<Done, IdentityRefusal> enter_identity(PayBook& book, const RuleBook& rules,
                                             const std::string& alias, const Identity& typed,
                                             const Zone& zone, const Clock& clock) {
  const auto worker = find_worker(book, alias);
  CHECK(worker);
  const Day today = zone.local_day(clock.now());
  const auto law = rules.with(book.law_additions()).on(book.employer().country, today);
  auto checked = checked_identity(typed, law && law.value().birth_date_law, today);
  if (!checked) return checked.refusal();
  book.put_identity(worker->id, checked.value());
  return Done();
}

Result<Done, EmployRefusal> enter_hours(PayBook& book, const std::string& alias,
                                        const DayMinutes& hours, const Zone& zone,
                                        const Clock& clock) {
  const auto worker = find_worker(book, alias);
  if (!worker) return EmployRefusal::unknown_worker;
  if (worker->ended_on && *worker->ended_on < hours.day) return EmployRefusal::worker_ended;
  if (hours.worked_minutes < 0 || hours.worked_minutes > minutes_per_day)
    return EmployRefusal::minutes_out_of_range;
  if (zone.local_day(clock.now()) < hours.day) return EmployRefusal::day_in_future;
  if (is_frozen(book, Month::of(hours.day))) return EmployRefusal::day_in_approved_month;
  if (!book.put_hours(worker->id, hours, clock.now())) return EmployRefusal::day_in_approved_week;
  return Done();
}

}  // namespace tilia::payroll
