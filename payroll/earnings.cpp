#include "payroll/earnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "payroll/formulas/working.h"

namespace tilia::payroll {
namespace {

using Kind = Earning::Kind;

constexpr std::array<std::pair<std::string_view, Kind>, 9> codes{
    {{"wage", Kind::wage},
     {"paid_away", Kind::paid_away},
     {"unpaid_away", Kind::unpaid_away},
     {"away_by_law", Kind::away_by_law},
     {"more_hours", Kind::more_hours},
     {"overtime", Kind::overtime},
     {"night", Kind::night},
     {"sunday", Kind::sunday},
     {"holiday", Kind::holiday}}};

constexpr int days_a_week = 7;
constexpr int working_days_a_week = 5;
constexpr int minutes_per_hour = 60;

const Rate whole = Rate::from_millionths(Rate::one_in_millionths);

int working_days_of(const Month& month) {
  int days = 0;
  for (Day day = month.first_day(); day <= month.last_day(); day = day.plus_days(1))
    days += day.weekday_from_monday() < working_days_a_week ? 1 : 0;
  return days;
}

// The days on which one contract held; without a last one as long as nobody ended it.
struct Held {
  const Contract& contract;
  Day from;
  std::optional<Day> to;

  [[nodiscard]] bool on(const Day& day) const { return from <= day && (!to || day <= *to); }
  // May be none: its last day lies before its first then.
  [[nodiscard]] Held within(const Month& month) const {
    const Day last = month.last_day();
    return {contract, std::max(from, month.first_day()), to ? std::min(*to, last) : last};
  }
};

// Which day of its time away a day is, as the law counts them; from 1.
int number_of(const DayAway& day, const std::vector<DayAway>& all, AbsencePay::Count count) {
  if (count == AbsencePay::Count::calendar_days) return day.since.days_until(day.day) + 1;
  const bool by_year = count == AbsencePay::Count::working_days_of_year;
  return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const DayAway& each) {
    return each.kind == day.kind && each.day <= day.day &&
           (by_year ? each.day.year() == day.day.year() : each.since == day.since);
  }));
}

std::int64_t minutes_of(const std::vector<DayAway>& days) {
  std::int64_t minutes = 0;
  for (const DayAway& each : days) minutes += each.minutes;
  return minutes;
}

// Where a country rounds wages up, a part that is taken off is no larger for it.
RoundingRule of_what_is_taken_off(RoundingRule rounding) {
  if (rounding.mode == Rounding::up || rounding.mode == Rounding::ceiling)
    rounding.mode = Rounding::down;
  return rounding;
}

class Earner {
 public:
  Earner(const Month& month, const std::vector<Contract>& contracts,
         const std::optional<Day>& last_day, const HoursForPay& hours, const StatutoryRules& rules)
      : month_(month),
        hours_(hours),
        rules_(rules),
        working_days_(working_days_of(month)),
        earned_(rules.currency) {
    for (const Contract& contract : contracts) {
      Held held{contract, contract.from, contract.to};
      if (last_day && (!held.to || *last_day < *held.to)) held.to = last_day;
      if (!held.to || held.from <= *held.to) all_.push_back(held);
    }
  }

  Earnings earn(bool overtime_entered) {
    for (const Held& each : all_) {
      const Held held = each.within(month_);
      if (*held.to < held.from) continue;
      hold(held);
      const Money wage = pay_wage(held);
      pay_time_away(held, wage);
      pay_supplements(held);
    }
    if (!overtime_entered) pay_weeks();
    return std::move(earned_);
  }

 private:
  [[nodiscard]] static bool monthly(const Held& held) {
    return held.contract.basis == PayBasis::monthly;
  }

  void add(Kind kind, std::int64_t minutes, Rate rate, const Money& amount,
           const std::optional<Day>& from = {}, const std::string& law = {}) {
    earned_.lines.push_back({kind, minutes, rate, amount, from, law});
    earned_.sum += amount;
    if (kind != Kind::wage && kind != Kind::paid_away && kind != Kind::unpaid_away)
      earned_.beside += amount;
  }

  // So many minutes at this part of the hour's wage.
  [[nodiscard]] Money by_the_hour(const Contract& contract, std::int64_t minutes, Rate rate) const {
    if (contract.basis == PayBasis::hourly)
      return rounded_part(contract.gross, minutes * rate.millionths(),
                          std::int64_t{minutes_per_hour} * Rate::one_in_millionths,
                          rules_.rounding);
    const std::int64_t full = rules_.full_time_weekly_minutes;
    const std::int64_t month = rules_.month_minutes.working_days
                                   ? working_days_ * full / working_days_a_week
                                   : rules_.month_minutes.fixed;
    return rounded_part(contract.gross, minutes * rate.millionths() * full,
                        month * contract.weekly_minutes * Rate::one_in_millionths, rules_.rounding);
  }

  // The part of a monthly wage that so many minutes of the month's working days are.
  [[nodiscard]] Money part_of_month(const Contract& contract, std::int64_t minutes, Rate rate,
                                    const RoundingRule& rounding) const {
    return rounded_part(contract.gross, minutes * working_days_a_week * rate.millionths(),
                        working_days_ * contract.weekly_minutes * Rate::one_in_millionths,
                        rounding);
  }

  void hold(const Held& held) {
    const int days = held.from.days_until(*held.to) + 1;
    const int weekly = held.contract.weekly_minutes;
    earned_.days += days;
    earned_.agreed_minute_days +=
        std::int64_t{std::min(weekly, rules_.full_time_weekly_minutes)} * days;
    earned_.contract = held.contract;
    earned_.month_minutes = std::max<std::int64_t>(1, working_days_ * weekly / working_days_a_week);
  }

  Money pay_wage(const Held& held) {
    std::int64_t worked = 0;
    for (const DayMinutes& each : hours_.worked)
      if (held.on(each.day)) worked += each.worked_minutes;
    earned_.worked_minutes += static_cast<int>(worked);
    const int days = held.from.days_until(*held.to) + 1;
    const Money wage = monthly(held)
                           ? rounded_part(held.contract.gross, days, month_.days(), rules_.rounding)
                           : by_the_hour(held.contract, worked, whole);
    if (monthly(held) || worked > 0) add(Kind::wage, monthly(held) ? 0 : worked, whole, wage);
    return wage;
  }

  [[nodiscard]] std::vector<DayAway> away(const Held& held, AbsenceKind kind) const {
    std::vector<DayAway> days;
    for (const DayAway& each : hours_.away)
      if (each.kind == kind && held.on(each.day)) days.push_back(each);
    return days;
  }

  void pay_time_away(const Held& held, const Money& wage) {
    const std::int64_t paid = minutes_of(away(held, AbsenceKind::paid));
    if (!monthly(held) && paid > 0)
      add(Kind::paid_away, paid, whole, by_the_hour(held.contract, paid, whole));
    const std::vector<DayAway> by_law = away(held, AbsenceKind::statutory);
    const std::int64_t off = minutes_of(away(held, AbsenceKind::unpaid)) + minutes_of(by_law);
    if (monthly(held) && off > 0) {
      const Money part =
          part_of_month(held.contract, off, whole, of_what_is_taken_off(rules_.rounding));
      add(Kind::unpaid_away, off, whole, -std::min(wage, part));
      earned_.away_minutes += off;
    }
    if (!by_law.empty()) pay_by_law(held, by_law);
  }

  void pay_by_law(const Held& held, const std::vector<DayAway>& days) {
    const auto& law = rules_.absence_pay;
    if (!law) {
      earned_.no_absence_pay = true;
      return;
    }
    std::map<Rate, std::int64_t> minutes;
    for (const DayAway& day : days) {
      const int number = number_of(day, hours_.away, law->count);
      const auto step =
          std::find_if(law->steps.begin(), law->steps.end(),
                       [&](const AbsencePay::Step& each) { return number <= each.to_day; });
      if (step != law->steps.end() && step->rate > Rate()) minutes[step->rate] += day.minutes;
    }
    if (law->unverified) earned_.unverified.insert(law->code);
    for (const auto& [rate, length] : minutes)
      add(Kind::away_by_law, length, rate,
          monthly(held) ? part_of_month(held.contract, length, rate, rules_.rounding)
                        : by_the_hour(held.contract, length, rate),
          law->from, law->law);
  }

  void pay_supplements(const Held& held) {
    KindMinutes all;
    for (const WorkedKinds& each : hours_.kinds)
      if (held.on(each.day)) all += each.minutes;
    supplement(held.contract, Kind::night, Supplement::For::night, all.night);
    supplement(held.contract, Kind::sunday, Supplement::For::sunday, all.sunday);
    supplement(held.contract, Kind::holiday, Supplement::For::holiday, all.holiday);
  }

  // With `beside`, which is the hour's wage itself where nothing has paid it yet.
  void supplement(const Contract& contract, Kind kind, Supplement::For time, std::int64_t minutes,
                  Rate beside = Rate()) {
    if (minutes <= 0) return;
    const auto law = std::find_if(rules_.supplements.begin(), rules_.supplements.end(),
                                  [&](const Supplement& each) { return each.time == time; });
    if (law == rules_.supplements.end()) {
      earned_.no_supplement = true;
      if (beside > Rate()) add(kind, minutes, beside, by_the_hour(contract, minutes, beside));
      return;
    }
    if (law->unverified) earned_.unverified.insert(law->code);
    const Rate rate = Rate::from_millionths(beside.millionths() + law->rate.millionths());
    Money amount = by_the_hour(contract, minutes, rate);
    if (law->per_hour)
      amount += rounded_part(*law->per_hour, minutes, minutes_per_hour, rules_.rounding);
    if (!amount.is_zero()) add(kind, minutes, rate, amount, law->from, law->law);
  }

  // What is beyond the agreed hours, and beyond full time.
  struct Beyond {
    std::int64_t more = 0;
    std::int64_t overtime = 0;
  };

  void pay_weeks() {
    std::map<const Contract*, Beyond> beyond;
    const Day first = month_.first_day();
    for (Day monday = first.plus_days(-first.weekday_from_monday()); monday <= month_.last_day();
         monday = monday.plus_days(days_a_week)) {
      const auto [contract, on] = ends_under(monday);
      if (contract == nullptr || Month::of(on) != month_) continue;
      const Beyond week = of_week(monday, contract->weekly_minutes);
      beyond[contract].more += week.more;
      beyond[contract].overtime += week.overtime;
    }
    for (const Held& held : all_) {
      const Beyond& these = beyond[&held.contract];
      if (monthly(held) && these.more > 0)
        add(Kind::more_hours, these.more, whole, by_the_hour(held.contract, these.more, whole));
      supplement(held.contract, Kind::overtime, Supplement::For::overtime, these.overtime,
                 monthly(held) ? whole : Rate());
    }
  }

  [[nodiscard]] Beyond of_week(const Day& monday, int weekly_minutes) const {
    const auto in_week = [&](const Day& day) {
      return monday <= day && day < monday.plus_days(days_a_week);
    };
    std::int64_t worked = 0;
    for (const WorkedKinds& each : hours_.kinds)
      if (in_week(each.day)) worked += each.minutes.all;
    std::int64_t there = worked;
    for (const DayAway& each : hours_.away)
      if (in_week(each.day) && each.kind != AbsenceKind::unpaid) there += each.minutes;
    const std::int64_t full = rules_.full_time_weekly_minutes;
    const std::int64_t agreed = std::min<std::int64_t>(weekly_minutes, full);
    const std::int64_t over = std::clamp<std::int64_t>(there - full, 0, worked);
    return {std::clamp<std::int64_t>(std::min(there, full) - agreed, 0, worked - over), over};
  }

  // The last day of the week on which a contract held, and which it was.
  [[nodiscard]] std::pair<const Contract*, Day> ends_under(const Day& monday) const {
    for (int back = days_a_week - 1; back >= 0; --back) {
      const Day day = monday.plus_days(back);
      for (const Held& each : all_)
        if (each.on(day)) return {&each.contract, day};
    }
    return {nullptr, monday};
  }

  const Month& month_;
  const HoursForPay& hours_;
  const StatutoryRules& rules_;
  std::int64_t working_days_;
  std::vector<Held> all_;
  Earnings earned_;
};

}  // namespace

std::string_view earning_code(Earning::Kind kind) {
  for (const auto& [code, known] : codes) {
    if (known == kind) return code;
  }
  CHECK(false);
}

std::optional<Earning::Kind> parse_earning(std::string_view code) {
  for (const auto& [known, kind] : codes) {
    if (known == code) return kind;
  }
  return std::nullopt;
}

Phrase name_of(Earning::Kind kind) {
  return Phrase(fmt::format("payroll.earning.{}", earning_code(kind)));
}

std::vector<DayAway> days_away(const HoursRecord& record) {
  // Since when she has been away without a day between; a day whose time away was taken back since
  // begins with itself.
  const auto since = [&](const ApprovedAbsence& approved) {
    Day first = approved.day;
    for (auto each = record.absences.rbegin(); each != record.absences.rend(); ++each)
      if (each->kind == approved.kind && each->from <= first && first <= each->to.plus_days(1))
        first = each->from;
    return first;
  };
  std::vector<DayAway> all;
  for (const ApprovedAbsence& each : absences_that_count(record))
    all.push_back({each.day, each.kind, each.minutes, since(each)});
  return all;
}

Earnings earn(const Month& month, const std::vector<Contract>& contracts,
              const std::optional<Day>& last_day, const HoursForPay& hours, bool overtime_entered,
              const StatutoryRules& rules) {
  return Earner(month, contracts, last_day, hours, rules).earn(overtime_entered);
}

}  // namespace tilia::payroll
