#include "core/zone.h"

#include <gtest/gtest.h>

#include <string>

#include "core/check.h"

namespace tilia {
namespace {

Instant utc(const char* text) { return *Instant::parse(text); }

std::string shown(const Zone& zone, const Instant& instant) {
  return zone.local_day(instant).text() + " " + zone.local_time_text(instant);
}

TEST(Zone, KnowsTheZonesOfOurCountriesOnly) {
  for (const std::string& name : Zone::names()) {
    ASSERT_TRUE(Zone::named(name)) << name;
    EXPECT_EQ(Zone::named(name)->name(), name);
  }
  for (const char* name : {"", "UTC", "Europe/belgrade", "Europe/Moscow", "CET"})
    EXPECT_FALSE(Zone::named(name)) << name;
}

// 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC (Directive 2000/84/EC).
TEST(Zone, ChangesToSummerTimeAndBackAtTheSameInstantEverywhere) {
  const struct {
    const char* zone;
    const char* before;
    const char* spring;
    const char* last_of_summer;
    const char* autumn;
  } rows[] = {
      {"Europe/Belgrade", "2026-03-29 01:59", "2026-03-29 03:00", "2026-10-25 02:59",
       "2026-10-25 02:00"},
      {"Europe/Sofia", "2026-03-29 02:59", "2026-03-29 04:00", "2026-10-25 03:59",
       "2026-10-25 03:00"},
      {"Atlantic/Canary", "2026-03-29 00:59", "2026-03-29 02:00", "2026-10-25 01:59",
       "2026-10-25 01:00"},
  };
  for (const auto& row : rows) {
    const Zone zone = *Zone::named(row.zone);
    EXPECT_EQ(shown(zone, utc("2026-03-29T00:59Z")), row.before) << row.zone;
    EXPECT_EQ(shown(zone, utc("2026-03-29T01:00Z")), row.spring) << row.zone;
    EXPECT_EQ(shown(zone, utc("2026-10-25T00:59Z")), row.last_of_summer) << row.zone;
    EXPECT_EQ(shown(zone, utc("2026-10-25T01:00Z")), row.autumn) << row.zone;
  }
}

// The dates that the law gives for other years: the last Sundays of March and October.
TEST(Zone, FindsTheLastSundaysOfOtherYears) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  const struct {
    const char* spring;
    const char* autumn;
  } rows[] = {{"2024-03-31", "2024-10-27"},
              {"2025-03-30", "2025-10-26"},
              {"2027-03-28", "2027-10-31"},
              {"2028-03-26", "2028-10-29"},
              {"2030-03-31", "2030-10-27"}};
  for (const auto& row : rows) {
    const std::string spring = std::string(row.spring) + "T01:00Z";
    const std::string autumn = std::string(row.autumn) + "T01:00Z";
    EXPECT_EQ(zone.local_time_text(utc(spring.c_str()).plus_seconds(-60)), "01:59");
    EXPECT_EQ(zone.local_time_text(utc(spring.c_str())), "03:00") << row.spring;
    EXPECT_EQ(zone.local_time_text(utc(autumn.c_str()).plus_seconds(-60)), "02:59");
    EXPECT_EQ(zone.local_time_text(utc(autumn.c_str())), "02:00") << row.autumn;
  }
}

TEST(Zone, ShowsTheLocalDayAcrossMidnightAndNewYear) {
  const Zone belgrade = *Zone::named("Europe/Belgrade");
  EXPECT_EQ(shown(belgrade, utc("2026-07-14T21:59Z")), "2026-07-14 23:59");
  EXPECT_EQ(shown(belgrade, utc("2026-07-14T22:00Z")), "2026-07-15 00:00");
  EXPECT_EQ(shown(belgrade, utc("2025-12-31T23:00Z")), "2026-01-01 00:00");
}

TEST(Zone, TakesAMinuteThatSpringSkipsForTheHourAfterIt) {
  const Zone belgrade = *Zone::named("Europe/Belgrade");
  const Day spring = *Day::parse("2026-03-29");
  EXPECT_EQ(belgrade.at(spring, 1 * 60 + 59), utc("2026-03-29T00:59Z"));
  EXPECT_EQ(belgrade.at(spring, 2 * 60), utc("2026-03-29T01:00Z"));
  EXPECT_EQ(belgrade.at(spring, 2 * 60 + 30), utc("2026-03-29T01:30Z"));
  EXPECT_EQ(shown(belgrade, belgrade.at(spring, 2 * 60 + 30)), "2026-03-29 03:30");
  EXPECT_EQ(belgrade.at(spring, 3 * 60), utc("2026-03-29T01:00Z"));
}

TEST(Zone, TakesAMinuteThatAutumnShowsTwiceForTheFirst) {
  const Zone belgrade = *Zone::named("Europe/Belgrade");
  const Day autumn = *Day::parse("2026-10-25");
  EXPECT_EQ(belgrade.at(autumn, 1 * 60 + 59), utc("2026-10-24T23:59Z"));
  EXPECT_EQ(belgrade.at(autumn, 2 * 60), utc("2026-10-25T00:00Z"));
  EXPECT_EQ(belgrade.at(autumn, 2 * 60 + 59), utc("2026-10-25T00:59Z"));
  EXPECT_EQ(belgrade.at(autumn, 3 * 60), utc("2026-10-25T02:00Z"));
}

TEST(Zone, ComesBackAsItWentForEveryHourOfAYear) {
  for (const std::string& name : Zone::names()) {
    const Zone zone = *Zone::named(name);
    Instant instant = utc("2026-01-01T00:30Z");
    for (int hour = 0; hour < 365 * 24; ++hour, instant = instant.plus_seconds(3600)) {
      const Instant back = zone.at(zone.local_day(instant), zone.local_minute_of_day(instant));
      const bool doubled = instant == utc("2026-10-25T01:30Z");
      ASSERT_EQ(back, doubled ? instant.plus_seconds(-3600) : instant) << name << instant.text();
    }
  }
}

TEST(Zone, TakesAMinuteBeyondTheDayForOurMistake) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  EXPECT_THROW((void)zone.at(*Day::parse("2026-03-02"), 24 * 60), OurMistake);
  EXPECT_THROW((void)zone.at(*Day::parse("2026-03-02"), -1), OurMistake);
}

}  // namespace
}  // namespace tilia
