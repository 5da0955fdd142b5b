#include "payroll/shifts/leave.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "payroll/shifts/keep_roster.h"

namespace tilia::payroll {
namespace {

using Why = LeaveRefusal::Why;

constexpr int half_days_a_day = 2;
constexpr int friday_from_monday = 4;
constexpr int longest_asked_days = 60;
constexpr int most_half_days = 2 * 366;

Day first_of(int year) { return *Day::from(year, 1, 1); }
Day last_of(int year) { return *Day::from(year, 12, 31); }

bool is_work_day(const Day& day, const WorkerId& worker, const Plan& plan,
                 const Holidays* holidays) {
  if (holidays != nullptr && holidays->is_holiday(day)) return false;
  if (day.weekday_from_monday() <= friday_from_monday) return true;
  return std::any_of(plan.shifts.begin(), plan.shifts.end(), [&](const PlannedShift& shift) {
    return shift.worker == worker && shift.day == day;
  });
}

// Days of the year under contract, and the first of them.
struct OfTheYear {
  int days = 0;
  std::optional<Day> first = {};
};
OfTheYear under_contract(const PersonAtWork& person, int year) {
  OfTheYear found;
  for (Day day = first_of(year); day <= last_of(year); day = day.plus_days(1)) {
    if (!person.works_on(day)) continue;
    if (!found.first) found.first = day;
    ++found.days;
  }
  return found;
}

std::optional<int> years_on(const std::optional<Day>& born, const Day& day) {
  if (!born) return std::nullopt;
  const bool had_birthday =
      day.month() > born->month() ||
      (day.month() == born->month() && day.day_of_month() >= born->day_of_month());
  return day.year() - born->year() - (had_birthday ? 0 : 1);
}

int taken(const PersonAtWork& person, const Day& from, const Day& to, const Plan& plan,
          const Holidays* holidays) {
  int half_days = 0;
  for (const Absence& absence : person.record.absences) {
    if (absence.kind != AbsenceKind::paid) continue;
    const Day last = std::min(absence.to, to);
    for (Day day = std::max(absence.from, from); day <= last; day = day.plus_days(1))
      if (is_work_day(day, person.worker.id, plan, holidays)) half_days += half_days_a_day;
  }
  return half_days;
}

bool touch(const Absence& a, const LeaveAsk& b) { return a.from <= b.to && b.from <= a.to; }

}  // namespace

std::optional<LeaveBalance> leave_balance(const PersonAtWork& person, int year, const Plan& plan,
                                          const LeaveLaws& laws, const Holidays* holidays) {
  const auto& opening = person.record.leave_opening;
  if (opening && year < opening->on.year()) return std::nullopt;
  const OfTheYear contract = under_contract(person, year);
  const Day looked_at = contract.first.value_or(first_of(year));
  LeaveBalance balance{
      .year = year,
      .law = laws.entitlement(plan.country, years_on(person.record.born, looked_at), looked_at),
      .holidays_known = holidays != nullptr && holidays->knows(year)};
  int a_year = balance.law.days * half_days_a_day;
  if (const auto agreed = person.record.leave_half_days_a_year; agreed && *agreed > a_year) {
    a_year = *agreed;
    balance.agreed = true;
  }
  Day from = first_of(year);
  if (opening && opening->on.year() == year) {
    from = opening->on;
    balance.opened_on = opening->on;
    balance.had_half_days = opening->half_days;
  } else {
    // A part of a half day is a half day.
    const int days = first_of(year).days_until(last_of(year)) + 1;
    balance.had_half_days = (a_year * contract.days + days - 1) / days;
  }
  balance.taken_half_days = taken(person, from, last_of(year), plan, holidays);
  return balance;
}

std::string_view leave_refusal_code(LeaveRefusal::Why why) {
  switch (why) {
    case Why::unknown_worker: return "unknown_worker";
    case Why::unknown_ask: return "unknown_ask";
    case Why::not_open: return "not_open";
    case Why::already_away: return "already_away";
    case Why::bad_days: return "bad_days";
    case Why::no_office_yet: return "no_office_yet";
    case Why::not_half_days: return "not_half_days";
    case Why::not_kept_here: return "not_kept_here";
  }
  CHECK(false);
}

Phrase sentence_of(const LeaveRefusal& refusal) {
  return Phrase(fmt::format("payroll.leave_refusal.{}", leave_refusal_code(refusal.why)))
      .with("about", refusal.about);
}

std::optional<Worker> KeepLeave::worker(const std::string& alias) {
  for (Worker& each : doors_.hours.roster.workers())
    if (each.alias == alias) return std::move(each);
  return std::nullopt;
}

std::optional<LeaveBalance> KeepLeave::balance_of(const Worker& worker, const HoursRecord& record,
                                                  int year) {
  const Plan plan{.country = doors_.hours.roster.country(),
                  .people = {},
                  .shifts = doors_.hours.roster.planned(first_of(year), last_of(year)),
                  .passed = {}};
  return leave_balance({worker, doors_.hours.roster.terms(worker.id), record}, year, plan,
                       doors_.leave, doors_.hours.holidays.find(plan.country));
}

HoursReminder KeepLeave::reminder(const HoursRecord& record) {
  const WorkingTimeLaw* law = doors_.hours.law.find(doors_.hours.roster.country());
  if (law == nullptr) throw UnknownCountry(doors_.hours.roster.country());
  return reminder_of(record, *law, doors_.hours.zone.local_day(doors_.hours.clock.now()));
}

Result<LeaveBalance, LeaveRefusal> KeepLeave::balance(const std::string& alias, int year) {
  const auto who = worker(alias);
  if (!who) return LeaveRefusal{Why::unknown_worker, alias};
  auto balance = balance_of(*who, doors_.hours.roster.record(who->id), year);
  if (!balance) return LeaveRefusal{Why::not_kept_here, fmt::format("{} {}", alias, year)};
  return *std::move(balance);
}

Result<Done, LeaveRefusal> KeepLeave::ask(const HoursAskId& id, const std::string& alias,
                                          const LeaveAsk& leave) {
  const auto who = worker(alias);
  if (!who) return LeaveRefusal{Why::unknown_worker, alias};
  if (leave.to < leave.from || leave.from.days_until(leave.to) >= longest_asked_days)
    return LeaveRefusal{Why::bad_days, leave.from.text()};
  if (!doors_.asks.put(id, who->id, leave, doors_.hours.clock.now()))
    return LeaveRefusal{Why::no_office_yet, alias};
  return Done();
}

Result<KeepLeave::Agreed, LeaveRefusal> KeepLeave::agree(const HoursAskId& id, AbsenceKind kind) {
  const auto open = doors_.asks.asks(AskState::open);
  const auto ask = std::find_if(open.begin(), open.end(),
                                [&](const OpenedLeaveAsk& each) { return each.id == id; });
  if (ask == open.end()) return LeaveRefusal{Why::unknown_ask, id.text()};
  const auto workers = doors_.hours.roster.workers();
  const auto who = std::find_if(workers.begin(), workers.end(),
                                [&](const Worker& each) { return each.id == ask->worker; });
  CHECK(who != workers.end());
  HoursRecord record = doors_.hours.roster.record(who->id);
  for (const Absence& away : record.absences)
    if (touch(away, ask->leave)) return LeaveRefusal{Why::already_away, away.from.text()};
  record.absences.push_back({ask->leave.from, ask->leave.to, kind});
  std::sort(record.absences.begin(), record.absences.end(),
            [](const Absence& a, const Absence& b) { return a.from < b.from; });
  const auto late = ApproveHours(doors_.hours).late_leave(who->id, record, ask->leave);
  record.approved_absences.insert(record.approved_absences.end(), late.begin(), late.end());
  if (!doors_.asks.agree(*ask, record, reminder(record)))
    return LeaveRefusal{Why::not_open, id.text()};
  Agreed agreed;
  for (const ApprovedAbsence& each : late) agreed.entered.push_back(each.day);
  for (int year = ask->leave.from.year(); year <= ask->leave.to.year(); ++year)
    if (auto balance = balance_of(*who, record, year))
      agreed.balances.push_back(*std::move(balance));
  return agreed;
}

Result<Done, LeaveRefusal> KeepLeave::decline(const HoursAskId& id) {
  if (!doors_.asks.decline(id)) return LeaveRefusal{Why::not_open, id.text()};
  return Done();
}

Result<LeaveBalance, LeaveRefusal> KeepLeave::open(const std::string& alias,
                                                   const LeaveOpening& opening) {
  const auto who = worker(alias);
  if (!who) return LeaveRefusal{Why::unknown_worker, alias};
  if (opening.half_days < 0 || opening.half_days > most_half_days)
    return LeaveRefusal{Why::not_half_days, alias};
  HoursRecord record = doors_.hours.roster.record(who->id);
  record.leave_opening = opening;
  doors_.hours.roster.put_record(who->id, record, reminder(record));
  const auto balance = balance_of(*who, record, opening.on.year());
  CHECK(balance);
  return *balance;
}

Result<Done, LeaveRefusal> KeepLeave::agree_on_year(const std::string& alias,
                                                    std::optional<int> half_days) {
  const auto who = worker(alias);
  if (!who) return LeaveRefusal{Why::unknown_worker, alias};
  if (half_days && (*half_days < 0 || *half_days > most_half_days))
    return LeaveRefusal{Why::not_half_days, alias};
  HoursRecord record = doors_.hours.roster.record(who->id);
  record.leave_half_days_a_year = half_days;
  doors_.hours.roster.put_record(who->id, record, reminder(record));
  return Done();
}

}  // namespace tilia::payroll
