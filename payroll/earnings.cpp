#include "payroll/earnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

// The days of the month on which one contract held.
struct Held {
  const Contract& contract;
  Day from;
  Day to;

  [[nodiscard]] bool on(const Day& day) const { return from <= day && day <= to; }
  [[nodiscard]] int days() const { return from.days_until(to) + 1; }
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

class Earner {
 public:
  Earner(const Month& month, const HoursForPay& hours, const StatutoryRules& rules)
      : month_(month),
        hours_(hours),
        rules_(rules),
        working_days_(working_days_of(month)),
        earned_(rules.currency) {}

  void hold(const Contract& contract, const std::optional<Day>& last_day) {
    const Day from = std::max(contract.from, month_.first_day());
    Day to = std::min(contract.to.value_or(month_.last_day()), month_.last_day());
    if (last_day) to = std::min(to, *last_day);
    if (to < from) return;
    held_.push_back({contract, from, to});
    earned_.days += held_.back().days();
    earned_.agreed_minute_days +=
        std::min<std::int64_t>(contract.weekly_minutes, rules_.full_time_weekly_minutes) *
        held_.back().days();
    earned_.contract = contract;
    earned_.month_minutes =
        std::max<std::int64_t>(1, working_days_ * contract.weekly_minutes / working_days_a_week);
  }

  Earnings earn(bool overtime_entered) {
    for (const Held& held : held_) {
      wage(held);
      for (const DayAway& day : hours_.away)
        if (held.on(day.day)) away_[day.kind].push_back(day);
      time_away(held);
      away_.clear();
      supplements(held);
    }
    if (!overtime_entered) weeks();
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
  [[nodiscard]] Money part_of_month(const Contract& contract, std::int64_t minutes,
                                    Rate rate) const {
    return rounded_part(
        contract.gross, minutes * working_days_a_week * rate.millionths(),
        std::int64_t{working_days_} * contract.weekly_minutes * Rate::one_in_millionths,
        rules_.rounding);
  }

  void wage(const Held& held) {
    std::int64_t worked = 0;
    for (const DayMinutes& each : hours_.worked)
      if (held.on(each.day)) worked += each.worked_minutes;
    earned_.worked_minutes += static_cast<int>(worked);
    const Money& gross = held.contract.gross;
    if (monthly(held))
      add(Kind::wage, 0, whole, rounded_part(gross, held.days(), month_.days(), rules_.rounding));
    else if (worked > 0)
      add(Kind::wage, worked, whole, by_the_hour(held.contract, worked, whole));
  }

  void time_away(const Held& held) {
    const auto minutes_of = [&](AbsenceKind kind) {
      std::int64_t minutes = 0;
      for (const DayAway& each : away_[kind]) minutes += each.minutes;
      return minutes;
    };
    const std::int64_t paid = minutes_of(AbsenceKind::paid);
    if (!monthly(held) && paid > 0)
      add(Kind::paid_away, paid, whole, by_the_hour(held.contract, paid, whole));
    const std::int64_t by_law = minutes_of(AbsenceKind::statutory);
    const std::int64_t off = minutes_of(AbsenceKind::unpaid) + by_law;
    if (monthly(held) && off > 0) {
      const Money wage = earned_.lines.back().amount;
      add(Kind::unpaid_away, off, whole, -std::min(wage, part_of_month(held.contract, off, whole)));
      earned_.away_minutes += off;
    }
    if (by_law > 0) pay_by_law(held);
  }

  void pay_by_law(const Held& held) {
    const auto& law = rules_.absence_pay;
    if (!law) {
      earned_.no_absence_pay = true;
      return;
    }
    std::map<Rate, std::int64_t> minutes;
    for (const DayAway& day : away_[AbsenceKind::statutory]) {
      const int number = number_of(day, hours_.away, law->count);
      const auto step =
          std::find_if(law->steps.begin(), law->steps.end(),
                       [&](const AbsencePay::Step& each) { return number <= each.to_day; });
      if (step != law->steps.end() && step->rate > Rate()) minutes[step->rate] += day.minutes;
    }
    if (law->unverified) earned_.unverified.push_back(law->code);
    for (const auto& [rate, length] : minutes)
      add(Kind::away_by_law, length, rate,
          monthly(held) ? part_of_month(held.contract, length, rate)
                        : by_the_hour(held.contract, length, rate),
          law->from, law->law);
  }

  void supplements(const Held& held) {
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
    if (law->unverified) earned_.unverified.push_back(law->code);
    const Rate rate = Rate::from_millionths(beside.millionths() + law->rate.millionths());
    Money amount = by_the_hour(contract, minutes, rate);
    if (law->per_hour)
      amount += rounded_part(*law->per_hour, minutes, minutes_per_hour, rules_.rounding);
    if (!amount.is_zero()) add(kind, minutes, rate, amount, law->from, law->law);
  }

  // Weeks that end in the month: what is beyond the agreed hours, and beyond full time.
  void weeks() {
    std::map<const Contract*, std::pair<std::int64_t, std::int64_t>> beyond;  // more, overtime
    for (Day sunday = month_.first_day(); sunday <= month_.last_day();
         sunday = sunday.plus_days(1)) {
      if (sunday.weekday_from_monday() != days_a_week - 1) continue;
      const Contract* contract = contract_of(sunday);
      if (contract == nullptr) continue;
      const Day monday = sunday.plus_days(1 - days_a_week);
      const auto in_week = [&](const Day& day) { return monday <= day && day <= sunday; };
      std::int64_t worked = 0;
      for (const WorkedKinds& each : hours_.kinds)
        if (in_week(each.day)) worked += each.minutes.all;
      std::int64_t there = worked;
      for (const DayAway& each : hours_.away)
        if (in_week(each.day) && each.kind != AbsenceKind::unpaid) there += each.minutes;
      const std::int64_t full = rules_.full_time_weekly_minutes;
      const std::int64_t agreed = std::min<std::int64_t>(contract->weekly_minutes, full);
      const std::int64_t over = std::clamp<std::int64_t>(there - full, 0, worked);
      beyond[contract].first +=
          std::clamp<std::int64_t>(std::min(there, full) - agreed, 0, worked - over);
      beyond[contract].second += over;
    }
    for (const Held& held : held_) {
      const auto& [more, over] = beyond[&held.contract];
      if (monthly(held) && more > 0)
        add(Kind::more_hours, more, whole, by_the_hour(held.contract, more, whole));
      supplement(held.contract, Kind::overtime, Supplement::For::overtime, over,
                 monthly(held) ? whole : Rate());
    }
  }

  // Whose week it is: of the contract on its Sunday, or of the last in it.
  [[nodiscard]] const Contract* contract_of(const Day& sunday) const {
    const Contract* found = nullptr;
    for (const Held& held : held_)
      if (held.from <= sunday && sunday.plus_days(-days_a_week) < held.to) found = &held.contract;
    return found;
  }

  const Month& month_;
  const HoursForPay& hours_;
  const StatutoryRules& rules_;
  std::int64_t working_days_;
  std::vector<Held> held_;
  std::map<AbsenceKind, std::vector<DayAway>> away_;
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
  for (const ApprovedAbsence& each : record.approved_absences)
    all.push_back({each.day, each.kind, each.minutes, since(each)});
  std::stable_sort(all.begin(), all.end(),
                   [](const DayAway& a, const DayAway& b) { return a.day < b.day; });
  return all;
}

Earnings earn(const Month& month, const std::vector<Contract>& contracts,
              const std::optional<Day>& last_day, const HoursForPay& hours, bool overtime_entered,
              const StatutoryRules& rules) {
  Earner earner(month, hours, rules);
  for (const Contract& contract : contracts) earner.hold(contract, last_day);
  return earner.earn(overtime_entered);
}

}  // namespace tilia::payroll
