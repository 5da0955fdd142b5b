// What somebody has said about her own hours: each limit just kept, met to the minute, missed by
// one.
#include <gtest/gtest.h>

#include "payroll/shifts/check_roster.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

constexpr const char* monday = "2026-03-02";
constexpr const char* tuesday = "2026-03-03";

class OwnLimits : public testing::Test {
 protected:
  std::string found(PersonalLimit limit, const std::vector<Shift>& shifts) {
    std::vector<Finding> all = findings(RosterRule::personal_limit, ana_, shifts);
    for (const Finding& each : all) EXPECT_EQ(each.limit, limit);
    return in_short(all);
  }
  std::string found(PersonalLimit limit, const char* from, const char* to,
                    const std::vector<Clock>& breaks = {}) {
    return found(limit, {shift("ana", "RS", monday, from, to, breaks)});
  }

  RosterWorker ana_ = grown_up("ana", "RS");
  PersonalLimits& said_ = ana_.limits;
};

TEST_F(OwnLimits, NotBefore) {
  said_.not_before_minute = 9 * 60;
  EXPECT_EQ(found(PersonalLimit::not_before, "09:01", "12:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_before, "09:00", "12:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_before, "08:59", "12:00"), "forbids 540: 539");
}

TEST_F(OwnLimits, NotAfterCountsOnBeyondMidnight) {
  said_.not_after_minute = 18 * 60;
  EXPECT_EQ(found(PersonalLimit::not_after, "09:00", "17:59"), "");
  EXPECT_EQ(found(PersonalLimit::not_after, "09:00", "18:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_after, "09:00", "18:01"), "forbids 1080: 1081");
  EXPECT_EQ(found(PersonalLimit::not_after, "20:00", "01:30"), "forbids 1080: 1530");
  said_.not_after_minute = 25 * 60;
  EXPECT_EQ(found(PersonalLimit::not_after, "20:00", "01:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_after, "20:00", "01:01"), "forbids 1500: 1501");
}

TEST_F(OwnLimits, MinutesOfADayAddWhatSheWorksForOthers) {
  said_.day_minutes = 300;
  EXPECT_EQ(found(PersonalLimit::day_minutes, "09:00", "13:59"), "");
  EXPECT_EQ(found(PersonalLimit::day_minutes, "09:00", "14:00"), "");
  EXPECT_EQ(found(PersonalLimit::day_minutes, "09:00", "14:01"), "forbids 300: 301");
  EXPECT_EQ(found(PersonalLimit::day_minutes, "09:00", "14:30", {{"12:00", "12:30"}}), "");
  ana_.elsewhere = {shift("ana", "RS", monday, "06:00", "07:00")};
  EXPECT_EQ(found(PersonalLimit::day_minutes, "09:00", "13:01"), "forbids 300: 301");
}

TEST_F(OwnLimits, MinutesOfAWeek) {
  said_.week_minutes = 600;
  const auto with = [&](const char* to) {
    return found(PersonalLimit::week_minutes, {shift("ana", "RS", monday, "09:00", "14:00"),
                                               shift("ana", "RS", "2026-03-08", "09:00", to),
                                               shift("ana", "RS", "2026-03-09", "09:00", "14:00")});
  };
  EXPECT_EQ(with("13:59"), "");
  EXPECT_EQ(with("14:00"), "");
  EXPECT_EQ(with("14:01"), "forbids 600: 601");
}

TEST_F(OwnLimits, NoNightIsTheNightOfTheCountry) {
  said_.no_night = true;
  EXPECT_EQ(found(PersonalLimit::no_night, "18:00", "21:59"), "");
  EXPECT_EQ(found(PersonalLimit::no_night, "18:00", "22:00"), "");
  EXPECT_EQ(found(PersonalLimit::no_night, "18:00", "22:01"), "forbids 0: 1");
  EXPECT_EQ(found(PersonalLimit::no_night, "05:59", "08:00"), "forbids 0: 1");
  EXPECT_EQ(found(PersonalLimit::no_night, "06:00", "08:00"), "");
}

TEST_F(OwnLimits, NotAloneLooksAtWhoIsInTheSameShop) {
  said_.not_alone = true;
  const auto alone = [&](const char* until, const char* shop) {
    Roster roster{{ana_, grown_up("zora", "RS")},
                  {shift("ana", "RS", monday, "08:00", "12:00"),
                   shift("zora", "RS", monday, "07:00", until)}};
    roster.shifts[1].shop = shop;
    return in_short(check_roster(roster, working_time()));
  };
  EXPECT_EQ(alone("12:01", ""), "");
  EXPECT_EQ(alone("12:00", ""), "");
  EXPECT_EQ(alone("11:59", ""), "forbids 0: 1");
  EXPECT_EQ(alone("12:00", "laundry"), "forbids 0: 240");
  EXPECT_EQ(found(PersonalLimit::not_alone, "08:00", "12:00"), "forbids 0: 240");
}

TEST_F(OwnLimits, AvailableWithinTheWindowsOfTheWeekday) {
  said_.available[0] = {{8 * 60, 12 * 60}, {14 * 60, 24 * 60}};
  EXPECT_EQ(found(PersonalLimit::not_available, "08:01", "11:59"), "");
  EXPECT_EQ(found(PersonalLimit::not_available, "08:00", "12:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_available, "07:59", "12:01"), "forbids 0: 2");
  EXPECT_EQ(found(PersonalLimit::not_available, "11:00", "15:00"), "forbids 0: 120");
  EXPECT_EQ(found(PersonalLimit::not_available, "22:00", "02:00"), "");
  said_.available[1] = std::vector<DayWindow>();
  EXPECT_EQ(found(PersonalLimit::not_available, "22:00", "00:01"), "forbids 0: 1");
}

TEST_F(OwnLimits, SingleDaysOnWhichSheIsNotFree) {
  said_.not_free = {day(tuesday)};
  EXPECT_EQ(found(PersonalLimit::not_available, "22:00", "00:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_available, "22:00", "00:01"), "forbids 0: 1");
}

// A day nursery: open in the week from 08:00 to 15:30, closed for a week, other hours in another.
TEST_F(OwnLimits, DatesHoldInsteadOfTheWeekFromTheirFirstDayToTheirLast) {
  const auto on = [&](const char* date, const char* from, const char* to) {
    return found(PersonalLimit::not_available, {shift("ana", "RS", date, from, to)});
  };
  for (std::size_t weekday = 0; weekday < 5; ++weekday)
    said_.available[weekday] = {{8 * 60, 15 * 60 + 30}};
  said_.calendar = {{.from = day("2026-03-10"), .to = day("2026-03-11")},
                    {.from = day("2026-03-12"), .to = day("2026-03-13")}};
  said_.calendar[1].free[3] = {{7 * 60, 18 * 60}};
  EXPECT_EQ(on("2026-03-09", "08:00", "15:30"), "");
  EXPECT_EQ(on("2026-03-09", "08:00", "15:31"), "forbids 0: 1");
  EXPECT_EQ(on("2026-03-10", "08:00", "08:01"), "forbids 0: 1") << "closed";
  EXPECT_EQ(on("2026-03-11", "08:00", "09:00"), "forbids 0: 60");
  EXPECT_EQ(on("2026-03-12", "07:00", "18:00"), "") << "longer than in the week";
  EXPECT_EQ(on("2026-03-12", "06:59", "18:01"), "forbids 0: 2");
  EXPECT_EQ(on("2026-03-13", "08:00", "09:00"), "forbids 0: 60") << "not named: not free";
  EXPECT_EQ(on("2026-03-16", "08:00", "15:30"), "");
  EXPECT_EQ(on("2026-03-14", "00:00", "23:00"), "") << "a Saturday that nobody limited";
}

TEST_F(OwnLimits, OfTwoDatesOnOneDayBothHold) {
  said_.calendar = {{.from = day(monday), .to = day(tuesday)},
                    {.from = day(monday), .to = day(monday)}};
  said_.calendar[0].free[0] = {{8 * 60, 14 * 60}};
  said_.calendar[1].free[0] = {{10 * 60, 18 * 60}};
  EXPECT_EQ(found(PersonalLimit::not_available, "10:00", "14:00"), "");
  EXPECT_EQ(found(PersonalLimit::not_available, "09:59", "14:01"), "forbids 0: 2");
}

// In autumn the clock shows 02:00 to 02:59 twice, in spring never.
TEST_F(OwnLimits, WindowsAreThoseOfTheClockAlsoWhenItChanges) {
  const auto on = [&](const char* date) {
    return found(PersonalLimit::not_available, {shift("ana", "RS", date, "01:00", "04:00")});
  };
  said_.available[6] = {{0, 2 * 60}, {3 * 60, 24 * 60}};
  EXPECT_EQ(on("2026-10-25"), "forbids 0: 120");
  EXPECT_EQ(on("2026-03-29"), "");
  said_.available[6] = {{0, 2 * 60 + 30}};
  EXPECT_EQ(on("2026-10-25"), "forbids 0: 120");
  EXPECT_EQ(on("2026-03-29"), "forbids 0: 60");
  said_.available[6] = {{2 * 60, 2 * 60 + 30}};
  EXPECT_EQ(on("2026-03-29"), "forbids 0: 120");
}

TEST_F(OwnLimits, AWayHomeWarns) {
  said_.last_way_home[0] = 23 * 60;
  EXPECT_EQ(found(PersonalLimit::way_home, "18:00", "22:59"), "");
  EXPECT_EQ(found(PersonalLimit::way_home, "18:00", "23:00"), "");
  EXPECT_EQ(found(PersonalLimit::way_home, "18:00", "23:01"), "warns 1380: 1381");
  EXPECT_EQ(found(PersonalLimit::way_home, "20:00", "00:10"), "warns 1380: 1450");
}

TEST_F(OwnLimits, StationsOtherThanHers) {
  said_.stations = {"till"};
  const auto at_station = [&](const char* station) {
    Shift one = shift("ana", "RS", monday, "08:00", "12:00", {{"10:00", "10:30"}});
    one.station = station;
    return found(PersonalLimit::station, {one});
  };
  EXPECT_EQ(at_station("till"), "");
  EXPECT_EQ(at_station(""), "");
  EXPECT_EQ(at_station("oven"), "forbids 0: 240");
}

}  // namespace
}  // namespace tilia::payroll::tests
