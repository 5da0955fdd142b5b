#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/minute_of_day.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

constexpr std::array countries{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ",
                               "ES", "MK", "RO",      "RS",    "XK"};
// Mondays: four weeks from here on hold a change of clocks, a turn of the year, or neither.
constexpr std::array mondays{"2026-01-05", "2026-03-02", "2026-03-09", "2026-03-23", "2026-06-01",
                             "2026-10-05", "2026-10-12", "2026-10-19", "2026-12-14", "2027-02-01"};
constexpr std::array<const char*, 3> shops{"", "bakery", "laundry"};
constexpr std::array<const char*, 3> stations{"", "oven", "till"};

// How somebody's shifts are: where they begin, how long they are.
struct Habit {
  int earliest;  // minute of the day
  int latest;
  int shortest;  // minutes
  int longest;
  int days_of_ten;
};
constexpr std::array<Habit, 8> habits{{{6 * 60, 9 * 60, 4 * 60, 9 * 60, 7},
                                       {5 * 60, 6 * 60, 9 * 60, 14 * 60, 8},
                                       {20 * 60, 23 * 60, 3 * 60, 9 * 60, 7},
                                       {21 * 60, 22 * 60, 7 * 60, 10 * 60, 10},
                                       {14 * 60, 18 * 60, 2 * 60, 8 * 60, 6},
                                       {0, 24 * 60 - 1, 15, 15 * 60, 6},
                                       {15 * 60, 20 * 60, 60, 3 * 60, 6},
                                       {7 * 60, 8 * 60, 10 * 60, 11 * 60, 9}}};

class Maker {
 public:
  explicit Maker(Seed& seed) : seed_(seed), first_(day(one_of(mondays))) {
    weeks_ = one_in(12) ? 20 : 4;
  }

  Roster make() {
    Roster roster;
    const int people = between(1, weeks_ > 4 ? 2 : 5);
    for (int number = 0; number < people; ++number) add_person(roster, number);
    for (std::size_t i = roster.shifts.size(); i > 1; --i)
      std::swap(roster.shifts[i - 1],
                roster.shifts[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
    return roster;
  }

 private:
  int between(int least, int most) { return static_cast<int>(seed_.between(least, most)); }
  bool one_in(int bound) { return between(1, bound) == 1; }
  template <class Values>
  typename Values::value_type one_of(const Values& values) {
    return values.at(static_cast<std::size_t>(between(0, static_cast<int>(values.size()) - 1)));
  }
  int quarters(int least, int most) {
    return one_in(10) ? between(least, most) : between(least / 15, most / 15) * 15;
  }

  void add_person(Roster& roster, int number) {
    RosterWorker worker = grown_up("P-" + std::to_string(number), one_of(countries));
    const bool young = one_in(2);
    if (young)
      worker.born = first_.plus_days(-(between(13, 17) * 36525 / 100) - between(0, 364));
    else if (one_in(3))
      worker.born = first_.plus_days(-(between(18, 60) * 36525 / 100) - between(1, 300));
    if (one_in(2)) worker.school_days = school_days();
    if (one_in(2)) worker.weekly_minutes = between(4, 45) * 60;
    if (one_in(3)) worker.limits = said();
    const WorkingTimeLaw* law = working_time().find(worker.country);
    CHECK(law != nullptr);
    std::vector<Shift> shifts = shifts_of(worker.alias, law->zone());
    const bool also_elsewhere = one_in(3);
    for (Shift& each : shifts) {
      if (also_elsewhere && one_in(3))
        worker.elsewhere.push_back(std::move(each));
      else
        roster.shifts.push_back(std::move(each));
    }
    roster.workers.push_back(std::move(worker));
  }

  // Two of no shifts of hers are at the same time to the minute: which overlaps which is then said
  // nowhere.
  std::vector<Shift> shifts_of(const std::string& alias, const Zone& zone) {
    std::vector<Shift> shifts;
    Habit habit = one_of(habits);
    const bool changes = one_in(3);
    const int often_twice = one_in(4) ? 3 : 12;
    for (int number = 0; number < 7 * weeks_; ++number) {
      if (changes && number % 7 == 0) habit = one_of(habits);
      if (between(1, 10) > habit.days_of_ten) continue;
      const int times = one_in(often_twice) ? 2 : 1;
      for (int time = 0; time < times; ++time) {
        Shift made = one_shift(alias, zone, first_.plus_days(number), habit);
        const bool touches = std::any_of(shifts.begin(), shifts.end(), [&](const Shift& each) {
          return each.time.from < made.time.to && made.time.from < each.time.to;
        });
        const bool same = std::any_of(shifts.begin(), shifts.end(),
                                      [&](const Shift& each) { return each.time == made.time; });
        if (same || (touches && !one_in(8))) continue;
        shifts.push_back(std::move(made));
      }
    }
    return shifts;
  }

  Shift one_shift(const std::string& alias, const Zone& zone, const Day& on, const Habit& habit) {
    const Instant begin = zone.at(on, std::min(quarters(habit.earliest, habit.latest), 1439));
    const int minutes = std::max(1, quarters(habit.shortest, habit.longest));
    Shift made = shift_of(alias, begin, minutes, breaks(minutes));
    made.shop = one_of(shops);
    made.station = one_of(stations);
    return made;
  }

  std::vector<std::pair<int, int>> breaks(int minutes) {
    std::vector<std::pair<int, int>> made;
    int earliest = one_in(20) ? 0 : 1;
    for (int number = between(0, 3); number > 0; --number) {
      const int length = one_in(2) ? 30 : between(1, 45);
      const int latest = minutes - length - (one_in(20) ? 0 : 1);
      if (latest < earliest) break;
      const int from = between(earliest, latest);
      made.emplace_back(from, from + length);
      earliest = from + length + 1;
    }
    return made;
  }

  std::vector<Day> school_days() {
    std::vector<Day> days;
    if (one_in(4)) return days;
    const int until = one_in(2) ? 7 * weeks_ : between(1, 20);
    for (int number = 0; number < until; ++number)
      if (number % 7 < 5 || one_in(20)) days.push_back(first_.plus_days(number));
    return days;
  }

  PersonalLimits said() {
    PersonalLimits limits;
    if (one_in(4)) limits.not_before_minute = quarters(4 * 60, 12 * 60);
    if (one_in(4)) limits.not_after_minute = quarters(14 * 60, 30 * 60);
    if (one_in(4)) limits.day_minutes = quarters(2 * 60, 10 * 60);
    if (one_in(4)) limits.week_minutes = quarters(10 * 60, 50 * 60);
    limits.no_night = one_in(4);
    limits.not_alone = one_in(4);
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
      if (one_in(6)) limits.available.at(weekday) = windows();
      if (one_in(8)) limits.last_way_home.at(weekday) = quarters(16 * 60, 26 * 60);
    }
    for (int number = between(0, 2); number > 0; --number)
      limits.not_free.push_back(first_.plus_days(between(0, 7 * weeks_)));
    for (int number = one_in(2) ? between(1, 3) : 0; number > 0; --number) {
      const Day from = first_.plus_days(between(-3, 7 * weeks_));
      DatedTimes dated{.from = from, .to = from.plus_days(between(0, 12))};
      for (auto& free : dated.free)
        if (!one_in(3)) free = windows();
      limits.calendar.push_back(dated);
    }
    if (one_in(4)) limits.stations = {stations.at(1)};
    return limits;
  }

  std::vector<DayWindow> windows() {
    std::vector<DayWindow> made;
    int earliest = 0;
    for (int number = between(0, 2); number > 0 && earliest < 24 * 60 - 15; --number) {
      const int from = quarters(earliest, 24 * 60 - 15);
      const int to = std::max(from + 1, quarters(from, 24 * 60));
      made.push_back({from, to});
      earliest = to + 15;
    }
    return made;
  }

  Seed& seed_;
  Day first_;
  int weeks_;
};

}  // namespace

Roster roster_by_chance(Seed& seed) { return Maker(seed).make(); }

}  // namespace tilia::payroll::tests
