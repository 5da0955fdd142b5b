#include "payroll/shifts/protection_figures.h"

#include <map>

namespace tilia::payroll {
namespace {

constexpr int longest_average_days = 125;

int* counter_of(const Finding& finding, ProtectionFigures& figures) {
  if (finding.level == Level::informs) return nullptr;
  switch (finding.rule) {
    case RosterRule::daily_rest:
    case RosterRule::weekly_rest: return &figures.rest_breaches;
    case RosterRule::work_break: return &figures.missed_breaks;
    case RosterRule::day_limit:
    case RosterRule::week_limit:
    case RosterRule::average_week:
    case RosterRule::night_average:
    case RosterRule::overtime: return &figures.hours_over_limit;
    case RosterRule::minimum_age:
    case RosterRule::night:
    case RosterRule::personal_limit:
    case RosterRule::overlap: return nullptr;
  }
  CHECK(false);
}

// Where it happened: her last shift that it touches.
std::string shop_of(const Finding& finding, const Roster& roster) {
  const Shift* last = nullptr;
  for (const Shift& shift : roster.shifts)
    if (shift.worker == finding.worker && shift.time.from <= finding.at.to &&
        finding.at.from <= shift.time.to && (last == nullptr || last->time.from < shift.time.from))
      last = &shift;
  return last == nullptr ? std::string() : last->shop;
}

}  // namespace

std::vector<ProtectionFigures> protection_figures(const ApproveHours::Doors& doors,
                                                  const Month& month) {
  const Day first = month.first_day();
  const Plan plan = read_plan(doors.roster, first, month.last_day(), &doors.holidays);
  WorkedRoster worked = read_worked(plan, doors.book, first.plus_days(-longest_average_days),
                                    month.last_day(), doors.zone);
  // What nobody approved yet counts nowhere.
  std::map<std::pair<std::string, Day>, bool> approved;
  std::erase_if(worked.roster.shifts, [&](const Shift& shift) {
    const Day monday = monday_of(doors.zone.local_day(shift.time.from));
    const auto [found, is_new] = approved.try_emplace({shift.worker, monday}, false);
    if (is_new)
      found->second = doors.book.is_approved(plan.person(shift.worker)->worker.id, monday);
    return !found->second;
  });
  std::map<std::string, ProtectionFigures> by_shop;
  for (const RosterShop& shop : doors.roster.shops())
    by_shop.emplace(shop.code, ProtectionFigures{.shop = shop.code, .month = month});
  for (const Finding& finding : check_roster(worked.roster, doors.law)) {
    if (Month::of(doors.zone.local_day(finding.at.from)) != month) continue;
    const std::string shop = shop_of(finding, worked.roster);
    ProtectionFigures& figures =
        by_shop.try_emplace(shop, ProtectionFigures{.shop = shop, .month = month}).first->second;
    if (int* counter = counter_of(finding, figures)) ++*counter;
  }
  std::vector<ProtectionFigures> all;
  for (auto& [shop, figures] : by_shop) all.push_back(std::move(figures));
  return all;
}

}  // namespace tilia::payroll
