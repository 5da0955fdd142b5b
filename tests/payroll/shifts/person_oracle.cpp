#include "tests/payroll/shifts/person_oracle.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tilia::payroll::tests {
namespace {

constexpr int minutes_of_a_day = 24 * 60;
constexpr int minutes_of_a_week = 7 * minutes_of_a_day;

bool in_night(const Minute& minute, int from, int to) {
  return from < to ? minute.of_day >= from && minute.of_day < to
                   : minute.of_day >= from || minute.of_day < to;
}

// The same day of a later month, or that month's last.
Day months_later(const Day& day, int months) {
  const int month = day.month() - 1 + months;
  for (int of_month = day.day_of_month();; --of_month)
    if (const auto found = Day::from(day.year() + month / 12, month % 12 + 1, of_month))
      return *found;
}

}  // namespace

PersonOracle::PersonOracle(const RosterWorker& worker, const Roster& roster)
    : worker_(worker),
      roster_(roster),
      time_(worker, roster.shifts, Zone::named(zone_of(worker.country)).value()) {}

std::vector<Breach> PersonOracle::breaches() {
  breaches_.clear();
  minimum_age();
  overlap();
  daily_rest();
  weekly_rest();
  sunday_rest();
  breaks();
  day_limit();
  week_limit();
  average_over_months();
  night_of_the_young();
  weeks_of_nights();
  average_of_nights();
  overtime_weekly();
  overtime_yearly();
  own_times();
  own_sums();
  own_minutes();
  return breaches_;
}

void PersonOracle::minimum_age() {
  for (const TimedShift& shift : time_.shifts()) {
    if (!shift.ours || years(shift.day) >= minimum_years) continue;
    found_in(RosterRule::minimum_age, Level::forbids, 0, time_.work(shift), span(shift));
    breaches_.back().limit_years = minimum_years;
    breaches_.back().found_years = years(shift.day);
  }
}

void PersonOracle::overlap() {
  const auto& shifts = time_.shifts();
  for (std::size_t i = 1; i < shifts.size(); ++i) {
    const Stretch both{std::max(shifts[i - 1].from, shifts[i].from),
                       std::min(shifts[i - 1].to, shifts[i].to)};
    if (both.minutes() <= 0 || !(shifts[i - 1].ours || shifts[i].ours)) continue;
    found_in(RosterRule::overlap, Level::forbids, 0, both.minutes(), both);
  }
}

void PersonOracle::daily_rest() {
  std::set<int> starts;
  for (const TimedShift& shift : time_.shifts()) {
    if (!starts.insert(shift.from).second) continue;
    const int end = shift.from + minutes_of_a_day;
    const int limit = on(shift.day).daily_rest;
    Stretch rest = longest_free(shift.from, end);
    const int minutes = rest.minutes();
    if (minutes >= limit || !ours_within(shift.from, end)) continue;
    if (minutes == 0) rest = {shift.from, end};
    found_in(RosterRule::daily_rest, Level::forbids, limit, minutes, rest);
  }
}

void PersonOracle::weekly_rest() {
  for (const int week : our_weeks()) {
    const Figures& law = on(7 * week);
    const int from = time_.place(time_.midnight(7 * week));
    const int to = time_.place(time_.midnight(7 * week + 7));
    const int wanted_inside = law.weekly_rest - rest_beside_the_week(stage(7 * week));
    bool good = false;
    int length = 0;
    int inside = 0;
    for (int place = 0; place < time_.size(); ++place) {
      if (time_.present(place)) {
        length = inside = 0;
        continue;
      }
      ++length;
      if (place >= from && place < to) ++inside;
      good |= length >= law.weekly_rest && inside >= wanted_inside;
    }
    if (good) continue;
    Stretch rest = longest_free(from, to);
    const int minutes = rest.minutes();
    if (minutes == 0) rest = {from, to};
    found_in(RosterRule::weekly_rest, Level::forbids, law.weekly_rest, minutes, rest);
  }
}

void PersonOracle::sunday_rest() {
  for (const TimedShift& shift : time_.shifts()) {
    const auto level = on(shift.day).sunday;
    if (!shift.ours || !level) continue;
    const int minutes =
        time_.work(shift, [](const Minute& minute) { return weekday_of(minute.day) == 6; });
    if (minutes > 0) found_in(RosterRule::weekly_rest, *level, 0, minutes, span(shift));
  }
}

void PersonOracle::breaks() {
  for (const TimedShift& shift : time_.shifts()) {
    if (!shift.ours) continue;
    const Figures& law = on(shift.day);
    const int work = time_.work(shift);
    const int rest = shift.to - shift.from - work;
    if (work > law.break_over && rest < law.break_minutes)
      found_in(RosterRule::work_break, Level::forbids, law.break_minutes, rest, span(shift));
    if (law.break_latest_after) longest_without_break(shift, *law.break_latest_after);
  }
}

void PersonOracle::longest_without_break(const TimedShift& shift, int latest_after) {
  Stretch longest{shift.from, shift.from};
  int run = 0;
  for (int place = shift.from; place < shift.to; ++place) {
    run = shift.works[static_cast<std::size_t>(place - shift.from)] ? run + 1 : 0;
    if (run > longest.minutes()) longest = {place + 1 - run, place + 1};
  }
  if (longest.minutes() > latest_after)
    found_in(RosterRule::work_break, Level::forbids, latest_after, longest.minutes(), longest);
}

void PersonOracle::day_limit() {
  for (const int day : our_days()) {
    const Figures& law = on(day);
    const auto limit = child(day) && school(day) ? law.school_day : law.free_day;
    const int work = work_of_days(day, day + 1);
    if (limit && work > *limit)
      found_in(RosterRule::day_limit, Level::forbids, *limit, work, span_of_day(day));
  }
}

void PersonOracle::week_limit() {
  for (const int week : our_weeks()) {
    const int monday = 7 * week;
    bool school_week = false;
    for (int day = monday; day < monday + 7; ++day) school_week |= school(day);
    const Figures& law = on(monday);
    const auto limit = child(monday) && school_week ? law.school_week : law.free_week;
    const int work = work_of_days(monday, monday + 7);
    if (limit && work > *limit)
      found_in_week(RosterRule::week_limit, Level::forbids, *limit, work, week);
  }
}

void PersonOracle::average_over_months() {
  const int after_all = 7 * week_of(time_.shifts().back().day) + 7;
  bool full = false;
  for (const int week : our_weeks()) {
    const int from = 7 * week;
    const int to = day_number(months_later(day_of_number(from), average_months));
    if (to > after_all) continue;
    full = true;
    const std::int64_t work = work_of_days(from, to);
    const int days = to - from;
    if (stage(from) != Stage::adult || work * 7 <= std::int64_t{average_week} * days) continue;
    found(RosterRule::average_week, Level::forbids, average_week, work * 7 / days,
          time_.midnight(from), time_.midnight(to));
  }
  if (!full) average_over_all();
}

void PersonOracle::average_over_all() {
  const int from = 7 * week_of(time_.shifts().front().day);
  const int to = 7 * week_of(time_.shifts().back().day) + 7;
  const int days = to - from;
  if (days < 14 || stage(from) != Stage::adult) return;
  const std::int64_t work = work_of_days(from, to);
  if (work * 7 > std::int64_t{average_week} * days)
    found(RosterRule::average_week, Level::warns, average_week, work * 7 / days,
          time_.midnight(from), time_.midnight(to));
}

void PersonOracle::night_of_the_young() {
  for (const TimedShift& shift : time_.shifts()) {
    const auto from = on(shift.day).ban_from;
    if (!shift.ours || !from) continue;
    const int minutes = night_work(shift, *from, ban_to);
    if (minutes > 0) found_in(RosterRule::night, Level::forbids, 0, minutes, span(shift));
  }
}

void PersonOracle::weeks_of_nights() {
  const auto most = weeks_of_nights_in_a_row(worker_.country);
  if (!most) return;
  std::map<int, bool> only_nights;
  for (const TimedShift& shift : time_.shifts()) {
    const int week = week_of(shift.day);
    const auto entry = only_nights.try_emplace(week, stage(7 * week) == Stage::adult).first;
    if (!night_shift(shift)) entry->second = false;
  }
  const int last = only_nights.rbegin()->first;
  int run = 0;
  for (int week = only_nights.begin()->first; week <= last + 1; ++week) {
    const auto entry = only_nights.find(week);
    if (entry != only_nights.end() && entry->second) {
      ++run;
      continue;
    }
    const std::set<int> ours = our_weeks();
    const auto one_of_ours = ours.lower_bound(week - run);
    if (run > *most && one_of_ours != ours.end() && *one_of_ours < week)
      found(RosterRule::night, Level::warns, *most * minutes_of_a_week, run * minutes_of_a_week,
            time_.midnight(7 * (week - run)), time_.midnight(7 * week));
    run = 0;
  }
}

void PersonOracle::average_of_nights() {
  if (stage(time_.shifts().front().day) != Stage::adult) return;
  std::optional<Stretch> nights;
  std::set<int> days;
  bool ours = false;
  for (const TimedShift& shift : time_.shifts()) {
    if (!night_shift(shift)) continue;
    if (!nights) nights = span(shift);
    nights->to = std::max(nights->to, shift.to);
    days.insert(shift.day);
    ours |= shift.ours;
  }
  if (!ours) return;
  int work = 0;
  for (const int day : days) work += work_of_days(day, day + 1);
  const int count = static_cast<int>(days.size());
  if (work > night_day_average * count)
    found_in(RosterRule::night_average, Level::warns, night_day_average, work / count, *nights);
}

void PersonOracle::overtime_weekly() {
  const auto law = overtime_of_adults(worker_.country);
  for (const int week : our_weeks()) {
    const int work = work_of_days(7 * week, 7 * week + 7);
    const bool grown_up = stage(7 * week) == Stage::adult;
    if (grown_up && law && law->weekly && work > law->normal_week + *law->weekly)
      found_in_week(RosterRule::overtime, Level::forbids, *law->weekly, work - law->normal_week,
                    week);
    if (!grown_up && worker_.weekly_minutes && work > *worker_.weekly_minutes)
      found_in_week(RosterRule::overtime, Level::forbids, *worker_.weekly_minutes, work, week);
  }
}

// What she worked in that year before she was grown up counts too.
void PersonOracle::overtime_yearly() {
  const auto law = overtime_of_adults(worker_.country);
  if (!law || !law->yearly) return;
  std::map<int, int> by_year;
  std::set<int> years_of_ours;  // in which she is grown up
  const std::set<int> ours = our_weeks();
  const int last = week_of(time_.shifts().back().day);
  for (int week = week_of(time_.shifts().front().day); week <= last; ++week) {
    const int year = day_of_number(7 * week).year();
    by_year[year] += std::max(0, work_of_days(7 * week, 7 * week + 7) - law->normal_week);
    if (ours.contains(week) && stage(7 * week) == Stage::adult) years_of_ours.insert(year);
  }
  for (const auto& [year, minutes] : by_year) {
    if (minutes <= *law->yearly || !years_of_ours.contains(year)) continue;
    found(RosterRule::overtime, Level::forbids, *law->yearly, minutes,
          time_.midnight(day_number(*Day::from(year, 1, 1))),
          time_.midnight(day_number(*Day::from(year + 1, 1, 1))));
  }
}

int PersonOracle::years(int day) const {
  if (!worker_.born) return 99;
  const auto month_and_day = [](const Day& one) {
    return std::tuple(one.month(), one.day_of_month());
  };
  const Day today = day_of_number(day);
  int birthdays = today.year() - worker_.born->year();
  if (month_and_day(today) < month_and_day(*worker_.born)) --birthdays;
  return birthdays;
}

Stage PersonOracle::stage(int day) const {
  const int age = years(day);
  if (age >= 18) return Stage::adult;
  if (age < 15) return Stage::child_under_15;
  if (worker_.school_days && !worker_.school_days->empty()) return Stage::child_from_15;
  return age == 15 ? Stage::adolescent_of_15 : Stage::adolescent_from_16;
}

bool PersonOracle::child(int day) const {
  return stage(day) == Stage::child_under_15 || stage(day) == Stage::child_from_15;
}

bool PersonOracle::school(int day) const {
  if (!worker_.school_days) return weekday_of(day) < 5;
  const auto& days = *worker_.school_days;
  return std::find(days.begin(), days.end(), day_of_number(day)) != days.end();
}

std::set<int> PersonOracle::our_days() const {
  std::set<int> days;
  for (const TimedShift& shift : time_.shifts())
    if (shift.ours) days.insert(shift.day);
  return days;
}

std::set<int> PersonOracle::our_weeks() const {
  std::set<int> weeks;
  for (const int day : our_days()) weeks.insert(week_of(day));
  return weeks;
}

int PersonOracle::work_of_days(int first, int after_last) const {
  int minutes = 0;
  for (const TimedShift& shift : time_.shifts())
    if (shift.day >= first && shift.day < after_last) minutes += time_.work(shift);
  return minutes;
}

int PersonOracle::night_work(const TimedShift& shift, int from, int to) const {
  return time_.work(shift, [&](const Minute& minute) { return in_night(minute, from, to); });
}

bool PersonOracle::night_shift(const TimedShift& shift) const {
  return night_work(shift, night_from, night_to) >= least_night;
}

PersonOracle::Stretch PersonOracle::longest_free(int from, int to) const {
  Stretch longest{from, from};
  int run = 0;
  for (int place = from; place < to; ++place) {
    run = time_.present(place) ? 0 : run + 1;
    if (run > longest.minutes()) longest = {place + 1 - run, place + 1};
  }
  return longest;
}

PersonOracle::Stretch PersonOracle::span_of_day(int day) const {
  std::optional<Stretch> whole;
  for (const TimedShift& shift : time_.shifts()) {
    if (shift.day != day) continue;
    if (!whole) whole = span(shift);
    whole->to = std::max(whole->to, shift.to);
  }
  return whole.value();
}

bool PersonOracle::ours_within(int from, int to) const {
  const auto& shifts = time_.shifts();
  return std::any_of(shifts.begin(), shifts.end(), [&](const TimedShift& shift) {
    return shift.ours && shift.from < to && shift.to > from;
  });
}

void PersonOracle::found(RosterRule rule, Level level, std::int64_t limit, std::int64_t minutes,
                         const Instant& from, const Instant& to, std::optional<PersonalLimit> own) {
  breaches_.push_back({worker_.alias, rule, level, limit, minutes, from, to, own, {}, {}});
}

void PersonOracle::found_in(RosterRule rule, Level level, std::int64_t limit, std::int64_t minutes,
                            const Stretch& at, std::optional<PersonalLimit> own) {
  found(rule, level, limit, minutes, time_.instant(at.from), time_.instant(at.to), own);
}

void PersonOracle::found_in_week(RosterRule rule, Level level, std::int64_t limit,
                                 std::int64_t minutes, int week, std::optional<PersonalLimit> own) {
  found(rule, level, limit, minutes, time_.midnight(7 * week), time_.midnight(7 * week + 7), own);
}

}  // namespace tilia::payroll::tests
