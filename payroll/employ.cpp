#include "payroll/employ.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::payroll {
namespace {

constexpr int minutes_per_day = 24 * 60;
constexpr int longest_agreed_week_minutes = 60 * 60;
constexpr int punches_of_a_day = 200;  // more than a day of tapping: enough to work one out again

// In major units. No month of such pay is more than work_out_payslip takes.
std::int64_t largest_gross(PayBasis basis) {
  return basis == PayBasis::hourly ? 1'000'000 : 1'000'000'000;
}

bool good_alias(const std::string& alias) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return alias.size() >= 2 && alias.size() <= 20 &&
         alias.find_first_not_of(letters) == std::string::npos;
}

std::optional<Worker> find_worker(PayBook& book, const std::string& alias) {
  for (const Worker& worker : book.workers()) {
    if (worker.alias == alias) return worker;
  }
  return std::nullopt;
}

bool approved(PayBook& book, const Month& month) {
  const auto run = book.pay_run_state(month);
  return run && run->approved;
}

// Is there an approved month among those from `day` to now? What changes from `day` on would change
// it.
bool approved_since(PayBook& book, const Day& day, const Clock& clock) {
  const Month last = Month::of(Zone::named(book.employer().zone)->local_day(clock.now()));
  for (Month month = Month::of(day); month <= last; month = month.next()) {
    if (approved(book, month)) return true;
  }
  return false;
}

// The day on which the shift that the last punch belongs to began.
Day shift_day(const std::vector<Punch>& punches, const Zone& zone) {
  Instant began = punches.back().at;
  for (const Punch& each : punches) {
    if (each.kind == Punch::Kind::in) began = each.at;
  }
  return zone.local_day(began);
}

// What `day` counts; nothing where its only shift was a forgotten punch.
std::optional<DayMinutes> minutes_of(const Day& day, const std::vector<Punch>& punches,
                                     const Zone& zone) {
  const auto local_day = [](const Instant& instant, const void* in) {
    return static_cast<const Zone*>(in)->local_day(instant);
  };
  for (const DayMinutes& each : worked_by_day(punches, local_day, &zone)) {
    if (each.day == day && each.worked_minutes <= minutes_per_day) return each;
  }
  return std::nullopt;
}

}  // namespace

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
  if (approved_since(book, last_day.plus_days(1), clock))
    return EmployRefusal::day_in_approved_month;
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
  if (approved_since(book, from, clock)) return EmployRefusal::day_in_approved_month;
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
  const auto law = rules.on(book.employer().country, today);
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
  if (approved(book, Month::of(hours.day))) return EmployRefusal::day_in_approved_month;
  book.put_hours(worker->id, hours, clock.now());
  return Done();
}

std::string punch_answer_code(const PunchAnswer& answer) {
  switch (answer.why) {
    case PunchAnswer::Why::unknown_worker: return "unknown_worker";
    case PunchAnswer::Why::worker_ended: return "worker_ended";
    case PunchAnswer::Why::order: return std::string(punch_refusal_code(answer.order));
    case PunchAnswer::Why::in_future: return "in_future";
    case PunchAnswer::Why::day_in_approved_month: return "day_in_approved_month";
  }
  CHECK(false);
}

Phrase sentence_of(const PunchAnswer& answer, const std::string& alias) {
  return Phrase(fmt::format("payroll.punch_refusal.{}", punch_answer_code(answer)))
      .with("alias", alias);
}

Result<Done, PunchAnswer> enter_punch(PayBook& book, const Punch& punch, const Zone& zone,
                                      const Clock& clock) {
  using Why = PunchAnswer::Why;
  const auto worker = find_worker(book, punch.worker_alias);
  if (!worker) return PunchAnswer{.why = Why::unknown_worker};
  if (clock.now() < punch.at) return PunchAnswer{.why = Why::in_future};
  std::vector<Punch> punches = book.latest_punches(worker->id, punches_of_a_day);
  const auto last = punches.empty() ? std::nullopt : std::optional<Punch>(punches.back());
  if (const auto order = refuses(last, punch)) return PunchAnswer{Why::order, *order};
  punches.push_back(punch);
  const Day day = shift_day(punches, zone);
  if (worker->ended_on && *worker->ended_on < day) return PunchAnswer{.why = Why::worker_ended};
  if (approved(book, Month::of(day))) return PunchAnswer{.why = Why::day_in_approved_month};
  const bool ends_shift = punch.kind == Punch::Kind::out;
  book.put_punch(worker->id, punch, ends_shift ? minutes_of(day, punches, zone) : std::nullopt,
                 clock.now());
  return Done();
}

}  // namespace tilia::payroll
