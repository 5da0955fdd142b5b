// Grown-ups: each limit just kept, met to the minute, and missed by one.
#include "payroll/shifts/check_roster.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

using Rule = RosterRule;

constexpr const char* monday = "2026-03-02";
constexpr int minutes_of_day = 24 * 60;

Instant hours_after(const Instant& instant, int hours) {
  return instant.plus_seconds(std::int64_t{3600} * hours);
}

// Two short shifts with so much between them.
std::vector<Shift> apart_by(const std::string& country, int minutes) {
  const Shift first = shift_of("ana", at(country, monday, "06:00"), 120);
  return {first, shift_of("ana", first.time.to.plus_seconds(60 * minutes), 120)};
}

// Monday to Friday by day, and an hour after so long a rest from Friday afternoon on.
std::vector<Shift> week_with_rest(const std::string& country, int minutes) {
  std::vector<Shift> shifts;
  for (int number = 0; number < 5; ++number)
    shifts.push_back(shift("ana", country, day(monday).plus_days(number).text(), "08:00", "14:00"));
  shifts.push_back(shift_of("ana", shifts.back().time.to.plus_seconds(60 * minutes), 60));
  return shifts;
}

// So many weeks from the Monday on with so much work each, in shifts of six days; the last week
// with some more.
std::vector<Shift> weeks_of(const std::string& country, const std::string& from, int weeks,
                            int minutes, int more_in_the_last = 0) {
  std::vector<Shift> shifts;
  for (int number = 0; number < 7 * weeks; ++number) {
    if (number % 7 == 6) continue;
    const Instant begin = at(country, day(from).plus_days(number).text(), "08:00");
    const bool last = number == 7 * weeks - 2;
    shifts.push_back(shift_of("ana", begin, minutes / 6 + (last ? more_in_the_last : 0)));
  }
  return shifts;
}

struct CountryLimit {
  const char* country;
  int minutes;
};

TEST(CheckRoster, AsksElevenHoursBetweenDaysAndTwelveInSerbia) {
  for (const auto& [country, limit] : std::vector<CountryLimit>{{"AL", 660},
                                                                {"AT", 660},
                                                                {"BA-FBiH", 660},
                                                                {"BA-RS", 660},
                                                                {"BG", 660},
                                                                {"CZ", 660},
                                                                {"ES", 660},
                                                                {"MK", 660},
                                                                {"RO", 660},
                                                                {"RS", 720},
                                                                {"XK", 660}}) {
    SCOPED_TRACE(country);
    const RosterWorker ana = grown_up("ana", country);
    EXPECT_EQ(found(Rule::daily_rest, ana, apart_by(country, limit + 1)), "");
    EXPECT_EQ(found(Rule::daily_rest, ana, apart_by(country, limit)), "");
    EXPECT_EQ(found(Rule::daily_rest, ana, apart_by(country, limit - 1)),
              fmt::format("forbids {}: {}", limit, limit - 1));
  }
}

TEST(CheckRoster, SaysWhichRestIsTooShort) {
  const std::vector<Shift> shifts = apart_by("BA-RS", 659);
  const auto all = findings(Rule::daily_rest, grown_up("ana", "BA-RS"), shifts);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].worker, "ana");
  EXPECT_EQ(all[0].at, (Span{shifts[0].time.to, shifts[1].time.from}));
  EXPECT_FALSE(all[0].under_age);
}

TEST(CheckRoster, SaysWhereTheDirectiveIsUsedBecauseTheCountrysRuleIsNotKnown) {
  const auto srpska = findings(Rule::daily_rest, grown_up("ana", "BA-RS"), apart_by("BA-RS", 659));
  const auto serbia = findings(Rule::daily_rest, grown_up("ana", "RS"), apart_by("RS", 719));
  ASSERT_FALSE(srpska.empty());
  ASSERT_FALSE(serbia.empty());
  EXPECT_TRUE(srpska[0].directive_used);
  EXPECT_EQ(srpska[0].law, "Directive 2003/88/EC, art. 3");
  EXPECT_FALSE(serbia[0].directive_used);
  EXPECT_EQ(serbia[0].law, "Zakon o radu, čl. 66");
}

TEST(CheckRoster, SeesADayWithoutAnyRest) {
  const Shift whole = shift_of("ana", at("RO", monday, "06:00"), minutes_of_day);
  const auto all = findings(Rule::daily_rest, grown_up("ana", "RO"), {whole});
  EXPECT_EQ(in_short(all), "forbids 660: 0");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, whole.time);
}

TEST(CheckRoster, AsksThirtyFiveHoursEachWeek) {
  for (const char* country : {"BA-RS", "RS", "RO", "XK"}) {
    SCOPED_TRACE(country);
    const RosterWorker ana = grown_up("ana", country);
    EXPECT_EQ(found(Rule::weekly_rest, ana, week_with_rest(country, 2101)), "");
    EXPECT_EQ(found(Rule::weekly_rest, ana, week_with_rest(country, 2100)), "");
    EXPECT_EQ(found(Rule::weekly_rest, ana, week_with_rest(country, 2099)), "forbids 2100: 2099");
  }
}

// Also in Serbia, where the daily rest is an hour longer.
TEST(CheckRoster, AsksAWholeDayOfTheWeeksRestWithinTheWeek) {
  for (const char* country : {"BA-RS", "RS"}) {
    SCOPED_TRACE(country);
    const RosterWorker ana = grown_up("ana", country);
    std::vector<Shift> shifts;
    for (int number = 0; number < 6; ++number)
      shifts.push_back(
          shift("ana", country, day(monday).plus_days(number).text(), "08:00", "14:00"));
    const Instant evening = at(country, "2026-03-07", "20:00");
    shifts.push_back(shift_of("ana", evening, 4 * 60 - 1));
    EXPECT_EQ(found(Rule::weekly_rest, ana, shifts), "");
    shifts.back() = shift_of("ana", evening, 4 * 60);
    EXPECT_EQ(found(Rule::weekly_rest, ana, shifts), "");
    shifts.back() = shift_of("ana", evening, 4 * 60 + 1);
    EXPECT_EQ(found(Rule::weekly_rest, ana, shifts), "forbids 2100: 1439");
  }
}

TEST(CheckRoster, AsksForABreakInMoreThanSixHoursOfWork) {
  const RosterWorker ana = grown_up("ana", "BA-RS");
  const Instant begin = at("BA-RS", monday, "08:00");
  EXPECT_EQ(found(Rule::work_break, ana, {shift_of("ana", begin, 359)}), "");
  EXPECT_EQ(found(Rule::work_break, ana, {shift_of("ana", begin, 360)}), "");
  EXPECT_EQ(found(Rule::work_break, ana, {shift_of("ana", begin, 361)}), "forbids 1: 0");
  EXPECT_EQ(found(Rule::work_break, ana, {shift_of("ana", begin, 362, {{200, 201}})}), "");
}

TEST(CheckRoster, KnowsNoLongestDayOfAGrownUpButItsRest) {
  const Shift longest = shift_of("ana", at("BA-RS", monday, "08:00"), 13 * 60, {{300, 330}});
  EXPECT_EQ(found(Rule::day_limit, grown_up("ana", "BA-RS"), {longest}), "");
  EXPECT_EQ(found(Rule::daily_rest, grown_up("ana", "BA-RS"), {longest}), "");
}

TEST(CheckRoster, EndsTheWeekAfterSixtyHoursInSerbia) {
  const RosterWorker ana = grown_up("ana", "RS");
  EXPECT_EQ(found(Rule::week_limit, ana, weeks_of("RS", monday, 1, 3600, -1)), "");
  EXPECT_EQ(found(Rule::week_limit, ana, weeks_of("RS", monday, 1, 3600)), "");
  const auto all = findings(Rule::week_limit, ana, weeks_of("RS", monday, 1, 3600, 1));
  EXPECT_EQ(in_short(all), "forbids 3600: 3601");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, (Span{at("RS", monday, "00:00"), at("RS", "2026-03-09", "00:00")}));
  EXPECT_EQ(
      found(Rule::week_limit, grown_up("ana", "BA-RS"), weeks_of("BA-RS", monday, 1, 3600, 1)), "");
}

// From 5 January to 4 May are 120 days: 48 hours a week are 49,371.4 minutes.
TEST(CheckRoster, ForbidsMoreThanFortyEightHoursOnAverageOverFourMonths) {
  for (const char* country : {"BA-RS", "RO"}) {
    SCOPED_TRACE(country);
    const RosterWorker ana = grown_up("ana", country);
    std::vector<Shift> shifts = weeks_of(country, "2026-01-05", 17, 2880);
    shifts.push_back(shift_of("ana", at(country, "2026-05-04", "08:00"), 411));
    EXPECT_EQ(found(Rule::average_week, ana, shifts), "");
    shifts.back() = shift_of("ana", at(country, "2026-05-04", "08:00"), 412);
    const auto all = findings(Rule::average_week, ana, shifts);
    EXPECT_EQ(in_short(all), "forbids 2880: 2880");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].at,
              (Span{at(country, "2026-01-05", "00:00"), at(country, "2026-05-05", "00:00")}));
  }
}

TEST(CheckRoster, WarnsWhereAShorterRosterHasMoreThanFortyEightHoursOnAverage) {
  const RosterWorker ana = grown_up("ana", "BA-RS");
  EXPECT_EQ(found(Rule::average_week, ana, weeks_of("BA-RS", monday, 2, 2880, -1)), "");
  EXPECT_EQ(found(Rule::average_week, ana, weeks_of("BA-RS", monday, 2, 2880)), "");
  EXPECT_EQ(found(Rule::average_week, ana, weeks_of("BA-RS", monday, 2, 2880, 2)),
            "warns 2880: 2881");
  EXPECT_EQ(found(Rule::average_week, ana, weeks_of("BA-RS", monday, 1, 3300)), "");
}

TEST(CheckRoster, WarnsOfMoreThanEightHoursOnAverageOnDaysWithNightWork) {
  const RosterWorker ana = grown_up("ana", "BA-RS");
  const Instant begin = at("BA-RS", monday, "22:00");
  const Instant next = hours_after(begin, 24);
  EXPECT_EQ(found(Rule::night_average, ana, {shift_of("ana", begin, 479)}), "");
  EXPECT_EQ(found(Rule::night_average, ana, {shift_of("ana", begin, 480)}), "");
  EXPECT_EQ(found(Rule::night_average, ana, {shift_of("ana", begin, 481)}), "warns 480: 481");
  EXPECT_EQ(
      found(Rule::night_average, ana, {shift_of("ana", begin, 540), shift_of("ana", next, 420)}),
      "");
  EXPECT_EQ(
      found(Rule::night_average, ana, {shift_of("ana", begin, 540), shift_of("ana", next, 422)}),
      "warns 480: 481");
}

TEST(CheckRoster, CountsANightFromThreeHoursOfWorkBetweenTenAndSix) {
  const RosterWorker ana = grown_up("ana", "BA-RS");
  const auto until = [&](const char* from, const char* to) {
    return found(Rule::night_average, ana, {shift("ana", "BA-RS", monday, from, to)});
  };
  EXPECT_EQ(until("15:00", "00:59"), "");
  EXPECT_EQ(until("15:00", "01:00"), "warns 480: 600");
  EXPECT_EQ(until("03:01", "13:01"), "");
  EXPECT_EQ(until("03:00", "13:00"), "warns 480: 600");
}

TEST(CheckRoster, ForbidsMoreThanEightHoursBeyondFortyAWeekInKosovo) {
  const RosterWorker ana = grown_up("ana", "XK");
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("XK", monday, 1, 2880, -1)), "");
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("XK", monday, 1, 2880)), "");
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("XK", monday, 1, 2880, 1)), "forbids 480: 481");
}

TEST(CheckRoster, ForbidsMoreThanTwoHundredHoursBeyondFortyAWeekInAYearInAlbania) {
  const RosterWorker ana = grown_up("ana", "AL");
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("AL", "2026-01-05", 10, 3600, -1)), "");
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("AL", "2026-01-05", 10, 3600)), "");
  const auto all = findings(Rule::overtime, ana, weeks_of("AL", "2026-01-05", 10, 3600, 1));
  EXPECT_EQ(in_short(all), "forbids 12000: 12001");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, (Span{at("AL", "2026-01-01", "00:00"), at("AL", "2027-01-01", "00:00")}));
  EXPECT_EQ(found(Rule::overtime, ana, weeks_of("AL", "2025-12-29", 10, 3600, 1)), "");
}

TEST(CheckRoster, WarnsOfMoreThanOneWeekOfNothingButNightsInKosovo) {
  const RosterWorker ana = grown_up("ana", "XK");
  std::vector<Shift> shifts{shift("ana", "XK", "2026-03-02", "22:00", "06:00"),
                            shift("ana", "XK", "2026-03-04", "22:00", "06:00")};
  EXPECT_EQ(found(Rule::night, ana, shifts), "");
  shifts.push_back(shift("ana", "XK", "2026-03-09", "22:00", "01:00"));
  const auto all = findings(Rule::night, ana, shifts);
  EXPECT_EQ(in_short(all), "warns 10080: 20160");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, (Span{at("XK", monday, "00:00"), at("XK", "2026-03-16", "00:00")}));
  shifts.back() = shift("ana", "XK", "2026-03-09", "22:00", "00:59");
  EXPECT_EQ(found(Rule::night, ana, shifts), "");
  shifts.back() = shift("ana", "XK", "2026-03-16", "22:00", "06:00");
  EXPECT_EQ(found(Rule::night, ana, shifts), "");
}

TEST(CheckRoster, CountsWeeksOfNightsFromTheFirstMondayOnWhichSheIsGrownUp) {
  const RosterWorker ana = aged("ana", "XK", 18, "2026-03-04");
  std::vector<Shift> shifts;
  for (const char* on : {"2026-03-07", "2026-03-10"})
    shifts.push_back(shift("ana", "XK", on, "22:00", "06:00"));
  EXPECT_EQ(found(Rule::night, ana, shifts), "");
  shifts.push_back(shift("ana", "XK", "2026-03-17", "22:00", "06:00"));
  EXPECT_EQ(found(Rule::night, ana, shifts), "warns 10080: 20160");
}

TEST(CheckRoster, KnowsNoNightThatAGrownUpMayNotWork) {
  for (const char* country : {"BA-RS", "RO", "RS"})
    EXPECT_EQ(found(Rule::night, grown_up("ana", country),
                    {shift("ana", country, monday, "22:00", "06:00")}),
              "");
}

TEST(CheckRoster, SeesTwoShiftsAtOneTime) {
  const RosterWorker ana = grown_up("ana", "RO");
  const Shift morning = shift("ana", "RO", monday, "08:00", "12:00");
  EXPECT_EQ(found(Rule::overlap, ana, {morning, shift("ana", "RO", monday, "12:00", "14:00")}), "");
  const auto all =
      findings(Rule::overlap, ana, {shift("ana", "RO", monday, "11:59", "14:00"), morning});
  EXPECT_EQ(in_short(all), "forbids 0: 1");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].at, (Span{at("RO", monday, "11:59"), at("RO", monday, "12:00")}));
}

TEST(CheckRoster, AddsWhatSheWorksForOthers) {
  RosterWorker ana = grown_up("ana", "RS");
  const std::vector<Shift> week = weeks_of("RS", monday, 1, 3600);
  ana.elsewhere = {shift_of("ana", at("RS", "2026-03-08", "10:00"), 1)};
  EXPECT_EQ(found(Rule::week_limit, ana, week), "forbids 3600: 3601");
  ana.elsewhere = {shift("ana", "RS", monday, "20:00", "22:00")};
  const Shift ours = shift("ana", "RS", "2026-03-03", "08:00", "10:00");
  EXPECT_EQ(found(Rule::daily_rest, ana, {ours}), "forbids 720: 600");
  ana.elsewhere = {shift("ana", "RS", "2026-03-03", "09:00", "11:00")};
  EXPECT_EQ(found(Rule::overlap, ana, {ours}), "forbids 0: 60");
}

// Grown up from 8 February 2027 on: nothing of the year before is one grown-up's overtime.
TEST(CheckRoster, CountsTheOvertimeOfAYearOnlyWhereSheIsGrownUpInIt) {
  RosterWorker ana = grown_up("ana", "AL");
  std::vector<Shift> shifts = weeks_of("AL", "2026-10-05", 11, 3600);
  shifts.push_back(shift("ana", "AL", "2027-02-16", "08:00", "10:00"));
  EXPECT_EQ(found(Rule::overtime, ana, shifts), "forbids 12000: 13200");
  ana.born = day("2009-02-08");
  EXPECT_EQ(found(Rule::overtime, ana, shifts), "");
  ana.born = day("2008-12-07");
  EXPECT_EQ(found(Rule::overtime, ana, shifts), "forbids 12000: 13200");
}

TEST(CheckRoster, HasNothingToSayOfWorkForOthersAlone) {
  RosterWorker ana = grown_up("ana", "RS");
  ana.elsewhere = weeks_of("RS", monday, 1, 3606);
  EXPECT_EQ(found(Rule::week_limit, ana, {}), "");
  EXPECT_EQ(found(Rule::week_limit, ana, {shift("ana", "RS", "2026-03-11", "08:00", "10:00")}), "");
}

// In spring the clock goes from 02:00 to 03:00 on 29 March, in autumn back again on 25 October.
TEST(CheckRoster, CountsTheHourThatAChangeOfClocksTakesOrGives) {
  const RosterWorker ana = grown_up("ana", "BA-RS");
  const auto night = [&](const char* from, const char* to) {
    return found(Rule::night_average, ana, {shift("ana", "BA-RS", from, "22:00", to)});
  };
  EXPECT_EQ(night("2026-03-28", "07:00"), "");
  EXPECT_EQ(night("2026-03-28", "07:01"), "warns 480: 481");
  EXPECT_EQ(night("2026-10-24", "05:00"), "");
  EXPECT_EQ(night("2026-10-24", "05:01"), "warns 480: 481");
  const auto rest = [&](const char* evening, const char* morning, const char* from) {
    return found(Rule::daily_rest, ana,
                 {shift("ana", "BA-RS", evening, "18:00", "20:00"),
                  shift("ana", "BA-RS", morning, from, "09:00")});
  };
  EXPECT_EQ(rest("2026-03-28", "2026-03-29", "08:00"), "");
  EXPECT_EQ(rest("2026-03-28", "2026-03-29", "07:59"), "forbids 660: 659");
  EXPECT_EQ(rest("2026-10-24", "2026-10-25", "06:00"), "");
  EXPECT_EQ(rest("2026-10-24", "2026-10-25", "05:59"), "forbids 660: 659");
}

TEST(CheckRoster, TellsWorkersInTheirOrderAndEachInTime) {
  Roster roster{{grown_up("zora", "RS"), grown_up("ana", "RS")}, {}};
  for (const char* who : {"ana", "zora"})
    for (const char* on : {"2026-03-09", monday})
      roster.shifts.push_back(shift_of(who, at("RS", on, "08:00"), 361));
  const auto all = check_roster(roster, working_time());
  std::string told;
  for (const Finding& each : all)
    told += each.worker + " " + each.at.from.text().substr(5, 5) + ";";
  EXPECT_EQ(told, "zora 03-02;zora 03-09;ana 03-02;ana 03-09;");
  EXPECT_TRUE(forbids(all));
  EXPECT_FALSE(forbids({}));
  EXPECT_EQ(check_person(roster, "ana", working_time()).size(), 2U);
}

TEST(CheckRoster, RefusesACountryWithoutRules) {
  RosterWorker ana = grown_up("ana", "FR");
  const Shift one = shift("ana", "RS", monday, "08:00", "10:00");
  EXPECT_THROW(static_cast<void>(check_roster({{ana}, {one}}, working_time())), UnknownCountry);
}

}  // namespace
}  // namespace tilia::payroll::tests
