#include "app/demo_office.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/check.h"

namespace tilia::app {
namespace {

using payroll::PayBasis;

struct Candidate {
  const char* alias;
  const char* picture;
  PayBasis basis;
  int weekly_hours;
  std::int64_t gross_in_minor;
};

constexpr std::array<Candidate, 7> candidates{{
    {"amber", "🍁", PayBasis::monthly, 40, 104'000'00},
    {"birch", "🌳", PayBasis::monthly, 40, 98'500'00},
    {"cedar", "🌲", PayBasis::monthly, 20, 51'000'00},
    {"dune", "🌵", PayBasis::hourly, 30, 640'00},
    {"elm", "🍃", PayBasis::monthly, 40, 96'000'00},
    {"fern", "🌿", PayBasis::monthly, 20, 49'500'00},
    {"grove", "🌴", PayBasis::hourly, 24, 615'00},
}};

// What a unit of each service costs, and how much of a month's takings goes into it.
struct Service {
  reporting::ServiceKind kind;
  std::int64_t unit_in_minor;
  std::int64_t of_thousand;
};

constexpr std::array<Service, 4> services{{
    {reporting::ServiceKind::housing, 1'900'00, 60},
    {reporting::ServiceKind::counselling, 2'400'00, 40},
    {reporting::ServiceKind::training, 1'750'00, 20},
    {reporting::ServiceKind::child_care, 1'300'00, 15},
}};

constexpr int evening_minute = 20 * 60 + 30;
constexpr int morning_minute = 6 * 60;

}  // namespace

void DemoOffice::take_on(const Day& first) {
  const Currency currency = pay_.employer().currency;
  const std::size_t count = std::min(candidates.size(), shops_.size() * 2 + 1);
  for (const Candidate& candidate : std::span(candidates).first(count)) {
    CHECK(payroll::add_worker(pay_, candidate.alias, candidate.picture, chance_, clock_).ok());
    const int weekly_minutes = candidate.weekly_hours * 60;
    CHECK(payroll::add_contract(pay_, candidate.alias, first, candidate.basis,
                                Money::from_minor(candidate.gross_in_minor, currency),
                                weekly_minutes, clock_)
              .ok());
    at_work_.push_back({candidate.alias, candidate.basis, weekly_minutes});
  }
}

void DemoOffice::enter_hours(const Day& day, DemoHours& hours) {
  constexpr int saturday = 5;
  constexpr int work_days_a_week = 5;
  if (day.weekday_from_monday() >= saturday) return;
  for (const Person& person : at_work_) {
    // Who is paid by the hour stays a little longer or goes a little earlier.
    const int more =
        person.basis == PayBasis::hourly ? static_cast<int>(chance_.below(5)) * 15 - 30 : 0;
    if (hours.tapped(person.alias, day, more)) continue;
    const int minutes = person.weekly_minutes / work_days_a_week + more;
    CHECK(payroll::enter_hours(pay_, person.alias, {day, minutes}, zone_, clock_).ok());
  }
}

void DemoOffice::end_day(const Day& day, DemoHours& hours) {
  const Instant evening = zone_.at(day, evening_minute);
  if (evening > clock_.now()) clock_.set(evening);
  enter_hours(day, hours);
  for (const DemoShop& shop : shops_) {
    for (const DemoExpense& expense : shop.expenses) {
      if (expense.day_of_month == day.day_of_month())
        figures_.enter_expense({day, expense.kind, expense.amount}, clock_.now());
    }
  }
}

void DemoOffice::end_month(const Month& month) {
  const Instant morning = zone_.at(month.next().first_day(), morning_minute);
  if (morning > clock_.now()) clock_.set(morning);
  pay(month);
  spend_on_services(month);
}

void DemoOffice::pay(const Month& month) {
  CHECK(payroll::draw_up_pay_run(pay_, rules_, month, people_.draws_up, chance_, clock_).ok());
  CHECK(payroll::approve_pay_run(pay_, rules_, month, people_.approves, clock_).ok());
}

void DemoOffice::spend_on_services(const Month& month) {
  const auto figures = figures_.figures(month.first_day(), month.last_day());
  for (const Service& service : services) {
    const Money unit = Money::from_minor(service.unit_in_minor, figures.currency);
    const Money meant =
        figures.sales_gross.times_ratio(service.of_thousand, 1000, Rounding::down).value();
    const std::int64_t units = meant.minor() / unit.minor();
    if (units <= 0) continue;
    figures_.enter_service({month.last_day(), service.kind, units,
                            unit.times(Quantity::pieces(units), Rounding::exact).value()},
                           clock_.now());
  }
}

}  // namespace tilia::app
