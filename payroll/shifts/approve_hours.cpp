#include "payroll/shifts/approve_hours.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "payroll/shifts/worked_week.h"

namespace tilia::payroll {
namespace {

using Why = ApproveRefusal::Why;

// As far back as the longest average looks.
constexpr int days_before = 125;

const Holidays* holidays_of(const Plan& plan, const HolidayBook& holidays) {
  return holidays.find(plan.country);
}

const WorkingTimeLaw& law_of(const Plan& plan, const WorkingTimeBook& laws) {
  const WorkingTimeLaw* law = laws.find(plan.country);
  if (law == nullptr) throw UnknownCountry(plan.country);
  return *law;
}

// What touches the week, of one person.
std::vector<Finding> findings_of(const WorkedRoster& worked, const std::string& alias,
                                 const Day& monday, const WorkingTimeBook& law, const Zone& zone) {
  std::vector<Finding> found = check_person(worked.roster, alias, law);
  const Instant from = zone.at(monday, 0);
  const Instant to = zone.at(monday.plus_days(days_a_week), 0);
  std::erase_if(found,
                [&](const Finding& each) { return each.at.to <= from || each.at.from >= to; });
  return found;
}

bool belongs_to(const std::string& shop, const PersonAtWork& person, const Plan& plan,
                const Day& monday) {
  if (shop.empty()) return true;
  bool planned = false;
  for (const PlannedShift& shift : plan.shifts) {
    const int place = monday.days_until(shift.day);
    if (shift.worker != person.worker.id || place < 0 || place >= days_a_week) continue;
    if (shift.shop == shop || shift.shop.empty()) return true;
    planned = true;
  }
  return !planned;
}

bool has_anything(const HoursDay& day) {
  return day.planned_minutes > 0 || day.punched.all() > 0 || day.entered_minutes || day.absence ||
         !day.to_mend.empty() || day.counts.all() > 0;
}

bool looked_at_before(const HoursDay& a, const HoursDay& b) {
  const auto order = [](const HoursDay& day) {
    return std::tuple(day.approved, day.to_mend.empty(), -day.difference());
  };
  return std::tuple(order(a), a.worker, a.day) < std::tuple(order(b), b.worker, b.day);
}

bool employed_in(const PersonAtWork& person, const Day& monday) {
  for (int i = 0; i < days_a_week; ++i)
    if (person.works_on(monday.plus_days(i))) return true;
  return false;
}

std::vector<ApprovedTime> times_of(const WorkerId& worker, const Day& day,
                                   const MinutesByUse& counts) {
  std::vector<ApprovedTime> times;
  if (counts.work.all > 0) times.push_back({worker, day, TimeKind::work, counts.work});
  if (counts.learning.all > 0) times.push_back({worker, day, TimeKind::learning, counts.learning});
  return times;
}

// Why the day cannot be approved as it stands.
std::optional<ApproveRefusal> fault_of(const HoursDay& day, const MinutesByUse& counts,
                                       bool is_typed, const PersonAtWork& person) {
  const std::string& alias = person.worker.alias;
  if (!day.to_mend.empty() && !is_typed)
    return ApproveRefusal{Why::to_mend, alias, day.day, day.to_mend};
  if (counts.work.all < 0 || counts.learning.all < 0 || counts.all() > minutes_a_day)
    return ApproveRefusal{Why::minutes_out_of_range, alias, day.day};
  if (counts.all() > 0 && !person.works_on(day.day))
    return ApproveRefusal{Why::not_employed, alias, day.day};
  return std::nullopt;
}

// As it was approved, whatever her days away are now.
void read_approved_absence(const HoursRecord& record, HoursDay& day) {
  day.absent_minutes = 0;
  for (const ApprovedAbsence& each : absences_that_count(record)) {
    if (each.day != day.day) continue;
    day.absence = each.kind;
    day.absent_minutes = each.minutes;
  }
}

MinutesByUse sum_of(const std::vector<ApprovedTime>& times, const WorkerId& worker,
                    const Day& day) {
  MinutesByUse sum;
  for (const ApprovedTime& each : times)
    if (each.worker == worker && each.day == day) sum.of(each.kind) += each.minutes;
  return sum;
}

}  // namespace

std::int64_t& AbsentMinutes::of(AbsenceKind kind) {
  switch (kind) {
    case AbsenceKind::paid: return paid;
    case AbsenceKind::unpaid: return unpaid;
    case AbsenceKind::statutory: return statutory;
  }
  CHECK(false);
}

std::string_view approve_refusal_code(ApproveRefusal::Why why) {
  switch (why) {
    case Why::unknown_worker: return "unknown_worker";
    case Why::not_employed: return "not_employed";
    case Why::week_not_over: return "week_not_over";
    case Why::already_approved: return "already_approved";
    case Why::not_approved: return "not_approved";
    case Why::to_mend: return "to_mend";
    case Why::day_not_in_week: return "day_not_in_week";
    case Why::minutes_out_of_range: return "minutes_out_of_range";
    case Why::month_paid: return "month_paid";
    case Why::changed_meanwhile: return "changed_meanwhile";
  }
  CHECK(false);
}

Phrase sentence_of(const ApproveRefusal& refusal) {
  Phrase phrase(fmt::format("payroll.approve_refusal.{}", approve_refusal_code(refusal.why)));
  phrase = std::move(phrase).with("worker", refusal.worker);
  return refusal.day ? std::move(phrase).with("day", *refusal.day) : phrase;
}

const WorkedTime& WorkedRoster::of(const WorkerId& worker) const {
  const auto found = std::find_if(times.begin(), times.end(),
                                  [&](const auto& each) { return each.first == worker; });
  CHECK(found != times.end());
  return found->second;
}

WorkedRoster read_worked(const Plan& plan, ApprovalBook& book, const Day& from, const Day& to,
                         const Zone& zone) {
  WorkedRoster worked;
  for (const PersonAtWork& person : plan.people) {
    WorkedTime time =
        read_punches(book.punches(person.worker.id, zone.at(from, 0), zone.at(to.plus_days(2), 0)),
                     person, zone);
    std::optional<Day> first;
    for (const WorkedShift& each : time.shifts) {
      if (!first) first = each.day;
      auto shift = shift_of(each, person.worker.alias);
      if (!shift) continue;
      if (const PlannedShift* planned = planned_for(each, person.worker.id, plan, zone)) {
        shift->shop = planned->shop;
        shift->station = planned->station;
      }
      worked.roster.shifts.push_back(*std::move(shift));
    }
    worked.roster.workers.push_back(roster_worker(person, plan, first));
    worked.times.emplace_back(person.worker.id, std::move(time));
  }
  return worked;
}

const PlannedShift* planned_for(const WorkedShift& worked, const WorkerId& worker, const Plan& plan,
                                const Zone& zone) {
  const PlannedShift* most = nullptr;
  std::int64_t longest = 0;
  for (const PlannedShift& shift : plan.shifts) {
    if (shift.worker != worker || shift.day < worked.day.plus_days(-2) ||
        worked.day.plus_days(2) < shift.day)
      continue;
    const Span time = shift_of(shift, "", zone).time;
    const std::int64_t shared =
        common_part({minute_of(time.from), minute_of(time.to)},
                    {minute_of(worked.time.from), minute_of(worked.time.to)})
            .minutes();
    if (shared <= longest) continue;
    longest = shared;
    most = &shift;
  }
  return most;
}

HoursWeek ApproveHours::week(const Day& day, const std::string& shop) {
  const Day monday = monday_of(day);
  const Day sunday = monday.plus_days(days_a_week - 1);
  const Plan plan = read_plan(doors_.roster, monday, sunday, &doors_.holidays);
  const Holidays* holidays = holidays_of(plan, doors_.holidays);
  const TimeKinds kinds(law_of(plan, doors_.law), holidays);
  const WorkedRoster worked =
      read_worked(plan, doors_.book, monday.plus_days(-days_before), sunday, doors_.zone);
  const auto approved = doors_.book.approved(monday, sunday);
  HoursWeek week{.monday = monday,
                 .over = doors_.clock.now() >= doors_.zone.at(sunday.plus_days(1), 0),
                 .holidays_known = holidays != nullptr && holidays->knows(sunday.year()),
                 .people = {},
                 .days = {}};
  for (const PersonAtWork& person : plan.people) {
    if (!belongs_to(shop, person, plan, monday)) continue;
    const WorkedWeek hers({plan, worked.of(person.worker.id), doors_.book, kinds, doors_.zone},
                          person, monday);
    HoursPerson sums{
        .worker = person.worker,
        .approved = doors_.book.is_approved(person.worker.id, monday),
        .counts = {},
        .absent = {},
        .findings = findings_of(worked, person.worker.alias, monday, doors_.law, doors_.zone)};
    bool anything = employed_in(person, monday);
    for (HoursDay each : hers.days()) {
      each.approved = sums.approved;
      if (sums.approved) {
        each.counts = sum_of(approved, person.worker.id, each.day);
        each.entered_minutes.reset();
        each.to_mend.clear();
        read_approved_absence(person.record, each);
      }
      if (each.absence) sums.absent.of(*each.absence) += each.absent_minutes;
      sums.planned_minutes += each.planned_minutes;
      sums.counts.work += each.counts.work;
      sums.counts.learning += each.counts.learning;
      if (!has_anything(each)) continue;
      anything = true;
      week.days.push_back(std::move(each));
    }
    if (anything) week.people.push_back(std::move(sums));
  }
  std::sort(week.days.begin(), week.days.end(), looked_at_before);
  return week;
}

std::vector<MonthOfHours> ApproveHours::month(const Month& month) {
  const auto approved = doors_.book.approved(month.first_day(), month.last_day());
  std::vector<MonthOfHours> all;
  for (Worker& worker : doors_.roster.workers()) {
    MonthOfHours hers{.worker = worker, .counts = {}, .absent = {}};
    for (const ApprovedTime& each : approved)
      if (each.worker == worker.id) hers.counts.of(each.kind) += each.minutes;
    for (const ApprovedAbsence& each : absences_that_count(doors_.roster.record(worker.id)))
      if (Month::of(each.day) == month) hers.absent.of(each.kind) += each.minutes;
    if (hers.counts.all() > 0 || hers.absent.all() > 0) all.push_back(std::move(hers));
  }
  std::sort(all.begin(), all.end(), [](const MonthOfHours& a, const MonthOfHours& b) {
    return a.worker.alias < b.worker.alias;
  });
  return all;
}

Result<ApprovedWeek, ApproveRefusal> ApproveHours::approve(const std::string& alias, const Day& day,
                                                           const std::vector<TypedMinutes>& typed,
                                                           const LoginId& by) {
  const Day monday = monday_of(day);
  const Day sunday = monday.plus_days(days_a_week - 1);
  const Plan plan = read_plan(doors_.roster, monday, sunday, &doors_.holidays);
  const PersonAtWork* person = plan.person(alias);
  if (person == nullptr) return ApproveRefusal{Why::unknown_worker, alias};
  if (doors_.clock.now() < doors_.zone.at(sunday.plus_days(1), 0))
    return ApproveRefusal{Why::week_not_over, alias, sunday};
  const WorkerId& worker = person->worker.id;
  if (doors_.book.is_approved(worker, monday))
    return ApproveRefusal{Why::already_approved, alias, monday};
  for (const TypedMinutes& each : typed) {
    if (each.day < monday || sunday < each.day)
      return ApproveRefusal{Why::day_not_in_week, alias, each.day};
    if (each.minutes < 0 || each.minutes > minutes_a_day)
      return ApproveRefusal{Why::minutes_out_of_range, alias, each.day};
  }
  const TimeKinds kinds(law_of(plan, doors_.law), holidays_of(plan, doors_.holidays));
  const WorkedTime time =
      read_punches(doors_.book.punches(worker, doors_.zone.at(monday.plus_days(-2), 0),
                                       doors_.zone.at(sunday.plus_days(2), 0)),
                   *person, doors_.zone);
  const WorkedWeek hers({plan, time, doors_.book, kinds, doors_.zone}, *person, monday);
  ApprovedWeek week{worker, monday, {}, by, doors_.clock.now()};
  for (const HoursDay& each : hers.days()) {
    const bool is_typed = std::any_of(typed.begin(), typed.end(),
                                      [&](const TypedMinutes& one) { return one.day == each.day; });
    MinutesByUse counts = hers.counted(each.day, typed);
    if (auto fault = fault_of(each, counts, is_typed, *person)) return *std::move(fault);
    if (counts.all() != hers.paid_minutes(each.day) && doors_.book.is_paid(Month::of(each.day))) {
      const auto as_paid = is_typed ? std::nullopt : hers.counted_as_paid(each.day);
      if (!as_paid) return ApproveRefusal{Why::month_paid, alias, each.day};
      counts = *as_paid;
    }
    for (ApprovedTime& one : times_of(worker, each.day, counts))
      week.times.push_back(std::move(one));
    const std::int64_t absent = hers.absent_minutes(each.day, counts);
    if (absent > 0)
      week.absences.push_back({each.day, each.absence.value(), static_cast<int>(absent)});
  }
  if (week.times.empty() && !employed_in(*person, monday))
    return ApproveRefusal{Why::not_employed, alias, monday};
  if (!doors_.book.put_week(week)) return ApproveRefusal{Why::changed_meanwhile, alias, monday};
  return week;
}

Result<WorkerId, ApproveRefusal> ApproveHours::worker_of(const std::string& alias, const Day& day) {
  for (const Worker& each : doors_.roster.workers()) {
    if (each.alias != alias) continue;
    if (!doors_.book.is_approved(each.id, monday_of(day)))
      return ApproveRefusal{Why::not_approved, alias, day};
    return each.id;
  }
  return ApproveRefusal{Why::unknown_worker, alias};
}

Result<ApproveHours::Corrected, ApproveRefusal> ApproveHours::correct(const std::string& alias,
                                                                      const Day& day, TimeKind kind,
                                                                      const KindMinutes& change,
                                                                      const LoginId& by) {
  const auto found = worker_of(alias, day);
  if (!found) return found.refusal();
  const WorkerId& worker = found.value();
  Corrected corrected{.now = sum_of(doors_.book.approved(day, day), worker, day),
                      .paid = doors_.book.is_paid(Month::of(day))};
  corrected.now.of(kind) += change;
  const KindMinutes& now = corrected.now.of(kind);
  if (now.all < 0 || !holds(now) || corrected.now.all() > minutes_a_day)
    return ApproveRefusal{Why::minutes_out_of_range, alias, day};
  doors_.book.put_correction({worker, day, kind, change}, by, doors_.clock.now());
  return corrected;
}

Result<bool, ApproveRefusal> ApproveHours::correct_away(const std::string& alias, const Day& day,
                                                        std::optional<AbsenceKind> kind,
                                                        int minutes, const LoginId& by) {
  const auto found = worker_of(alias, day);
  if (!found) return found.refusal();
  const WorkerId& worker = found.value();
  const std::int64_t worked = sum_of(doors_.book.approved(day, day), worker, day).all();
  const int away = kind ? minutes : 0;
  if (away < 0 || (kind && away == 0) || worked + away > minutes_a_day)
    return ApproveRefusal{Why::minutes_out_of_range, alias, day};
  doors_.book.put_away(worker, monday_of(day), {{day, kind.value_or(AbsenceKind::paid), away}}, by,
                       doors_.clock.now());
  return doors_.book.is_paid(Month::of(day));
}

std::vector<ApprovedAbsence> ApproveHours::late_leave(const WorkerId& worker,
                                                      const HoursRecord& record,
                                                      const LeaveAsk& leave) {
  std::vector<ApprovedAbsence> late;
  const auto counted = absences_that_count(record);
  for (Day monday = monday_of(leave.from); monday <= leave.to;
       monday = monday.plus_days(days_a_week)) {
    if (!doors_.book.is_approved(worker, monday)) continue;
    const Day sunday = monday.plus_days(days_a_week - 1);
    Plan plan = read_plan(doors_.roster, monday, sunday, &doors_.holidays);
    const auto person =
        std::find_if(plan.people.begin(), plan.people.end(),
                     [&](const PersonAtWork& each) { return each.worker.id == worker; });
    CHECK(person != plan.people.end());
    person->record = record;
    const TimeKinds kinds(law_of(plan, doors_.law), holidays_of(plan, doors_.holidays));
    const WorkedTime no_punches;  // what she worked was approved
    const WorkedWeek hers({plan, no_punches, doors_.book, kinds, doors_.zone}, *person, monday);
    const auto approved = doors_.book.approved(monday, sunday);
    for (const HoursDay& day : hers.days()) {
      if (day.day < leave.from || leave.to < day.day) continue;
      const std::int64_t away = hers.absent_minutes(day.day, sum_of(approved, worker, day.day));
      const ApprovedAbsence now{day.day, day.absence.value(), static_cast<int>(away)};
      if (away > 0 && std::find(counted.begin(), counted.end(), now) == counted.end())
        late.push_back(now);
    }
  }
  return late;
}

}  // namespace tilia::payroll
