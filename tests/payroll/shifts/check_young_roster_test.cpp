// Under 18: each limit of each country just kept, met to the minute, and missed by one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "payroll/shifts/check_roster.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll::tests {
namespace {

using Rule = RosterRule;

constexpr const char* monday = "2026-03-02";
constexpr const char* tuesday = "2026-03-03";

enum class School { none, on_other_days, on_tuesday };

struct Row {
  const char* country;
  int years;
  School school;
  int limit;

  [[nodiscard]] std::string text() const {
    return fmt::format("{} {} {}", country, years, static_cast<int>(school));
  }
};
using enum School;

RosterWorker young(const Row& row) {
  RosterWorker worker = aged("ana", row.country, row.years, monday);
  worker.school_days = std::vector<Day>();
  if (row.school == on_other_days) worker.school_days = {day("2026-02-27")};
  if (row.school == on_tuesday) worker.school_days = {day(tuesday)};
  return worker;
}

std::string missed(int limit, int found) { return fmt::format("forbids {}: {}", limit, found); }

std::vector<Shift> apart_by(const Row& row, int minutes) {
  const Shift first = shift_of("ana", at(row.country, monday, "06:00"), 60);
  return {first, shift_of("ana", first.time.to.plus_seconds(60 * minutes), 60)};
}

TEST(CheckYoungRoster, AsksTwelveHoursBetweenDaysFourteenForAChildSixteenInNorthMacedonia) {
  for (const Row& row : std::vector<Row>{{"BA-RS", 16, none, 720},
                                         {"BA-RS", 17, none, 720},
                                         {"BA-RS", 16, on_other_days, 840},
                                         {"BA-RS", 14, none, 840},
                                         {"AT", 16, none, 720},
                                         {"AT", 14, none, 840},
                                         {"BG", 16, none, 720},
                                         {"BG", 14, none, 840},
                                         {"ES", 16, none, 720},
                                         {"CZ", 16, none, 720},
                                         {"RS", 17, none, 720},
                                         {"MK", 16, none, 960},
                                         {"MK", 14, none, 960},
                                         {"RO", 16, none, 720},
                                         {"XK", 16, none, 720},
                                         {"AL", 16, none, 720},
                                         {"BA-FBiH", 16, none, 720}}) {
    SCOPED_TRACE(row.text());
    EXPECT_EQ(found(Rule::daily_rest, young(row), apart_by(row, row.limit + 1)), "");
    EXPECT_EQ(found(Rule::daily_rest, young(row), apart_by(row, row.limit)), "");
    EXPECT_EQ(found(Rule::daily_rest, young(row), apart_by(row, row.limit - 1)),
              missed(row.limit, row.limit - 1));
  }
}

TEST(CheckYoungRoster, AsksTwoDaysEachWeek) {
  for (const Row& row : std::vector<Row>{{"BA-RS", 16, none, 2880},
                                         {"BA-RS", 14, none, 2880},
                                         {"AT", 16, none, 2880},
                                         {"ES", 16, none, 2880},
                                         {"CZ", 16, none, 2880},
                                         {"MK", 17, none, 2880}}) {
    SCOPED_TRACE(row.text());
    std::vector<Shift> shifts;
    for (int number = 0; number < 4; ++number)
      shifts.push_back(
          shift("ana", row.country, day(monday).plus_days(number).text(), "08:00", "12:00"));
    const auto after = [&](int minutes) {
      std::vector<Shift> all = shifts;
      all.push_back(shift_of("ana", shifts.back().time.to.plus_seconds(60 * minutes), 60));
      all.push_back(shift("ana", row.country, "2026-03-08", "08:00", "12:00"));
      std::vector<Finding> found = findings(Rule::weekly_rest, young(row), all);
      std::erase_if(found, [](const Finding& each) { return each.limit_minutes == 0; });
      return in_short(found);
    };
    EXPECT_EQ(after(row.limit + 1), "");
    EXPECT_EQ(after(row.limit), "");
    EXPECT_EQ(after(row.limit - 1), missed(row.limit, row.limit - 1));
  }
}

// Two days but the directive's daily rest; North Macedonia's is four hours longer.
TEST(CheckYoungRoster, AsksADayAndAHalfOfThemWithinTheWeek) {
  for (const char* country : {"BA-RS", "MK"}) {
    SCOPED_TRACE(country);
    const Row row{country, 17, none, 2880};
    const auto until = [&](const char* saturday) {
      std::vector<Shift> shifts;
      for (int number = 0; number < 5; ++number)
        shifts.push_back(
            shift("ana", country, day(monday).plus_days(number).text(), "08:00", "12:00"));
      shifts.push_back(shift("ana", country, "2026-03-07", "08:00", saturday));
      return found(Rule::weekly_rest, young(row), shifts);
    };
    EXPECT_EQ(until("11:59"), "");
    EXPECT_EQ(until("12:00"), "");
    EXPECT_EQ(until("12:01"), missed(2880, 2159));
  }
}

TEST(CheckYoungRoster, TellsOfWorkOnASundayAndForbidsItInAustria) {
  const auto sunday = [](const Row& row, const char* from, const char* to) {
    return found(Rule::weekly_rest, young(row),
                 {shift("ana", row.country, "2026-03-07", from, to)});
  };
  EXPECT_EQ(sunday({"BA-RS", 16, none, 0}, "20:00", "00:00"), "");
  EXPECT_EQ(sunday({"BA-RS", 16, none, 0}, "20:00", "00:01"), "informs 0: 1");
  EXPECT_EQ(sunday({"AT", 16, none, 0}, "20:00", "00:01"), "forbids 0: 1");
  EXPECT_EQ(sunday({"AT", 14, none, 0}, "20:00", "00:01"), "forbids 0: 1");
  EXPECT_EQ(sunday({"AT", 18, none, 0}, "20:00", "00:01"), "");
}

TEST(CheckYoungRoster, AsksForHalfAnHourInMoreThanFourAndAHalf) {
  for (const Row& row : std::vector<Row>{{"BA-RS", 16, none, 30},
                                         {"BA-RS", 14, none, 30},
                                         {"AT", 16, none, 30},
                                         {"RO", 16, none, 30},
                                         {"MK", 16, none, 30},
                                         {"ES", 16, none, 30},
                                         {"CZ", 17, none, 30}}) {
    SCOPED_TRACE(row.text());
    const Instant begin = at(row.country, monday, "08:00");
    const auto with = [&](int work, int rest) {
      const Shift one = rest == 0 ? shift_of("ana", begin, work)
                                  : shift_of("ana", begin, work + rest, {{120, 120 + rest}});
      return found(Rule::work_break, young(row), {one});
    };
    EXPECT_EQ(with(270, 0), "");
    EXPECT_EQ(with(271, 0), missed(row.limit, 0));
    EXPECT_EQ(with(271, row.limit - 1), missed(row.limit, row.limit - 1));
    EXPECT_EQ(with(271, row.limit), "");
    EXPECT_EQ(with(271, row.limit + 1), "");
  }
}

TEST(CheckYoungRoster, AsksForTheBreakAfterSixHoursAtTheLatestInAustria) {
  const Row row{"AT", 16, none, 360};
  const Instant begin = at("AT", monday, "08:00");
  const auto at_minute = [&](int minute) {
    return findings(Rule::work_break, young(row),
                    {shift_of("ana", begin, 450, {{minute, minute + 30}})});
  };
  EXPECT_EQ(in_short(at_minute(359)), "");
  EXPECT_EQ(in_short(at_minute(360)), "");
  const auto late = at_minute(361);
  EXPECT_EQ(in_short(late), missed(360, 361));
  ASSERT_EQ(late.size(), 1U);
  EXPECT_EQ(late[0].at, (Span{begin, begin.plus_seconds(60 * 361)}));
  EXPECT_EQ(found(Rule::work_break, aged("ana", "BA-RS", 16, monday),
                  {shift_of("ana", begin, 450, {{361, 391}})}),
            "");
}

TEST(CheckYoungRoster, EndsTheDay) {
  for (const Row& row : std::vector<Row>{{"BA-RS", 16, none, 480},
                                         {"BA-RS", 14, on_tuesday, 120},
                                         {"BA-RS", 16, on_tuesday, 120},
                                         {"BA-RS", 14, none, 420},
                                         {"BA-RS", 15, on_other_days, 480},
                                         {"AT", 17, none, 480},
                                         {"AT", 14, none, 420},
                                         {"RO", 16, none, 360},
                                         {"RO", 14, none, 360},
                                         {"RO", 14, on_tuesday, 120},
                                         {"AL", 16, none, 360},
                                         {"AL", 14, none, 360},
                                         {"RS", 16, none, 480},
                                         {"MK", 16, none, 480},
                                         {"BG", 16, none, 420},
                                         {"BG", 15, on_other_days, 420},
                                         {"ES", 17, none, 480},
                                         {"CZ", 15, none, 480},
                                         {"BA-FBiH", 16, none, 480},
                                         {"XK", 16, none, 480}}) {
    SCOPED_TRACE(row.text());
    const Instant begin = at(row.country, tuesday, "06:00");
    const auto of = [&](int minutes) {
      return found(Rule::day_limit, young(row), {shift_of("ana", begin, minutes)});
    };
    EXPECT_EQ(of(row.limit - 1), "");
    EXPECT_EQ(of(row.limit), "");
    EXPECT_EQ(of(row.limit + 1), missed(row.limit, row.limit + 1));
  }
}

TEST(CheckYoungRoster, EndsTheWeek) {
  for (const Row& row : std::vector<Row>{{"BA-RS", 16, none, 2400},
                                         {"BA-RS", 14, on_tuesday, 720},
                                         {"BA-RS", 16, on_tuesday, 720},
                                         {"BA-RS", 14, none, 2100},
                                         {"BA-RS", 15, on_other_days, 2400},
                                         {"AT", 16, none, 2400},
                                         {"RO", 16, none, 1800},
                                         {"RO", 14, none, 1800},
                                         {"XK", 16, none, 1800},
                                         {"XK", 14, on_tuesday, 720},
                                         {"RS", 16, none, 2100},
                                         {"RS", 15, on_other_days, 2100},
                                         {"MK", 16, none, 2400},
                                         {"BG", 16, none, 2100},
                                         {"ES", 16, none, 2400},
                                         {"CZ", 16, none, 2400},
                                         {"AL", 16, none, 2400},
                                         {"BA-FBiH", 16, none, 2400}}) {
    SCOPED_TRACE(row.text());
    const auto of = [&](int minutes) {
      std::vector<Shift> shifts;
      for (int number = 0; number < 6; ++number)
        shifts.push_back(shift_of("ana",
                                  at(row.country, day(monday).plus_days(number).text(), "08:00"),
                                  minutes / 6 + (number < minutes % 6 ? 1 : 0)));
      return found(Rule::week_limit, young(row), shifts);
    };
    EXPECT_EQ(of(row.limit - 1), "");
    EXPECT_EQ(of(row.limit), "");
    EXPECT_EQ(of(row.limit + 1), missed(row.limit, row.limit + 1));
  }
}

TEST(CheckYoungRoster, TakesMondayToFridayForSchoolDaysOfAChildWhereNoneAreGiven) {
  RosterWorker ana = aged("ana", "BA-RS", 14, monday);
  const auto on = [&](const char* date) {
    return found(Rule::day_limit, ana, {shift_of("ana", at("BA-RS", date, "08:00"), 121)});
  };
  EXPECT_EQ(on("2026-03-06"), missed(120, 121));
  EXPECT_EQ(on("2026-03-07"), "");
  ana = aged("ana", "BA-RS", 15, monday);
  EXPECT_EQ(on("2026-03-06"), "");
}

struct Ban {
  Row row;
  const char* from;
};

TEST(CheckYoungRoster, KeepsTheNightFree) {
  for (const auto& [row, from] : std::vector<Ban>{{{"BA-RS", 14, none, 0}, "20:00"},
                                                  {{"BA-RS", 16, on_other_days, 0}, "20:00"},
                                                  {{"BA-RS", 16, none, 0}, "22:00"},
                                                  {{"BA-RS", 15, none, 0}, "22:00"},
                                                  {{"AT", 14, none, 0}, "20:00"},
                                                  {{"AT", 17, none, 0}, "20:00"},
                                                  {{"RO", 16, none, 0}, "22:00"},
                                                  {{"XK", 16, none, 0}, "22:00"},
                                                  {{"AL", 16, none, 0}, "22:00"},
                                                  {{"RS", 16, none, 0}, "22:00"},
                                                  {{"BA-FBiH", 17, none, 0}, "20:00"},
                                                  {{"MK", 16, none, 0}, "22:00"},
                                                  {{"BG", 15, none, 0}, "20:00"},
                                                  {{"BG", 16, none, 0}, "22:00"},
                                                  {{"ES", 16, none, 0}, "22:00"},
                                                  {{"CZ", 16, none, 0}, "22:00"},
                                                  {{"RO", 14, none, 0}, "20:00"}}) {
    SCOPED_TRACE(row.text());
    const Instant night = at(row.country, monday, from);
    const Instant morning = at(row.country, tuesday, "06:00");
    const auto of = [&](const Instant& begin, int minutes) {
      return found(Rule::night, young(row), {shift_of("ana", begin, minutes)});
    };
    EXPECT_EQ(of(night.plus_seconds(-7200), 119), "");
    EXPECT_EQ(of(night.plus_seconds(-7200), 120), "");
    EXPECT_EQ(of(night.plus_seconds(-7200), 121), "forbids 0: 1");
    EXPECT_EQ(of(morning.plus_seconds(60), 120), "");
    EXPECT_EQ(of(morning, 120), "");
    EXPECT_EQ(of(morning.plus_seconds(-60), 120), "forbids 0: 1");
  }
}

TEST(CheckYoungRoster, LetsWorkNobodyUnderFifteen) {
  for (const char* country : {"BA-RS", "XK", "AT"}) {
    RosterWorker ana = aged("ana", country, 15, tuesday);
    const auto on = [&](const char* date) {
      return findings(Rule::minimum_age, ana, {shift_of("ana", at(country, date, "08:00"), 90)});
    };
    EXPECT_EQ(in_short(on("2026-03-04")), "");
    EXPECT_EQ(in_short(on(tuesday)), "");
    const auto all = on(monday);
    EXPECT_EQ(in_short(all), "forbids 0: 90");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].limit_years, 15);
    EXPECT_EQ(all[0].found_years, 14);
    EXPECT_TRUE(all[0].under_age);
  }
}

TEST(CheckYoungRoster, KnowsNoOvertimeBeyondTheAgreedHours) {
  for (const char* country : {"RO", "XK", "AL", "RS", "BA-FBiH", "MK", "BG", "ES", "CZ", "BA-RS"}) {
    SCOPED_TRACE(country);
    RosterWorker ana = aged("ana", country, 16, monday);
    const auto of = [&](int minutes) {
      return found(Rule::overtime, ana, {shift_of("ana", at(country, monday, "08:00"), minutes)});
    };
    EXPECT_EQ(of(480), "");
    ana.weekly_minutes = 300;
    EXPECT_EQ(of(299), "");
    EXPECT_EQ(of(300), "");
    EXPECT_EQ(of(301), missed(300, 301));
  }
}

TEST(CheckYoungRoster, AddsWhatSheWorksForOthers) {
  RosterWorker ana = aged("ana", "ES", 16, monday);
  ana.elsewhere = {shift("ana", "ES", tuesday, "08:00", "12:00")};
  const auto until = [&](const char* to) {
    return found(Rule::day_limit, ana, {shift("ana", "ES", tuesday, "14:00", to)});
  };
  EXPECT_EQ(until("17:59"), "");
  EXPECT_EQ(until("18:00"), "");
  EXPECT_EQ(until("18:01"), missed(480, 481));
}

TEST(CheckYoungRoster, IsGrownUpFromTheDayOfHerEighteenthBirthday) {
  const RosterWorker ana = aged("ana", "RS", 18, tuesday);
  const auto on = [&](const char* date) {
    return found(Rule::night, ana, {shift("ana", "RS", date, "20:00", "23:00")});
  };
  EXPECT_EQ(on(monday), "forbids 0: 60");
  EXPECT_EQ(on(tuesday), "");
}

TEST(CheckYoungRoster, CountsTheHourThatAChangeOfClocksTakesOrGives) {
  const RosterWorker ana = aged("ana", "BA-RS", 16, monday);
  const auto night = [&](const char* on) {
    return found(Rule::night, ana, {shift("ana", "BA-RS", on, "22:00", "06:00")});
  };
  EXPECT_EQ(night("2026-03-21"), "forbids 0: 480");
  EXPECT_EQ(night("2026-03-28"), "forbids 0: 420");
  EXPECT_EQ(night("2026-10-24"), "forbids 0: 540");
}

}  // namespace
}  // namespace tilia::payroll::tests
