#include "core/instant.h"

#include <gtest/gtest.h>

#include "core/check.h"
#include "core/clock.h"
#include "tests/core/seed.h"

namespace tilia {
namespace {

TEST(Instant, IsPrintedInUtcWithMilliseconds) {
  EXPECT_EQ(Instant::from_unix_milliseconds(0).text(), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(Instant::from_unix_milliseconds(-1).text(), "1969-12-31T23:59:59.999Z");
  EXPECT_EQ(Instant::from_unix_milliseconds(1'772'431'200'007).text(), "2026-03-02T06:00:00.007Z");
}

TEST(Instant, IsReadWithItsOffset) {
  const struct {
    const char* text;
    const char* utc;
  } rows[] = {
      {"2026-03-02T06:00Z", "2026-03-02T06:00:00.000Z"},
      {"2026-03-02T06:00:05Z", "2026-03-02T06:00:05.000Z"},
      {"2026-03-02T06:00:05.5Z", "2026-03-02T06:00:05.500Z"},
      {"2026-03-02T06:00:05.07Z", "2026-03-02T06:00:05.070Z"},
      {"2026-03-02T06:00:05.007Z", "2026-03-02T06:00:05.007Z"},
      {"2026-03-02T06:00:00+01:00", "2026-03-02T05:00:00.000Z"},
      {"2026-03-02T06:00+01:00", "2026-03-02T05:00:00.000Z"},
      {"2026-03-01T00:30:00+01:00", "2026-02-28T23:30:00.000Z"},
      {"2025-12-31T22:00:00-03:30", "2026-01-01T01:30:00.000Z"},
  };
  for (const auto& row : rows) {
    ASSERT_TRUE(Instant::parse(row.text)) << row.text;
    EXPECT_EQ(Instant::parse(row.text)->text(), row.utc) << row.text;
  }
}

TEST(Instant, RefusesAnythingElse) {
  for (const char* text : {"",
                           "2026-03-02",
                           "2026-03-02T06:00",
                           "2026-03-02T06:00:00",
                           "2026-03-02 06:00:00Z",
                           "2026-03-02T6:00:00Z",
                           "2026-03-02T24:00:00Z",
                           "2026-03-02T06:60:00Z",
                           "2026-03-02T06:00:60Z",
                           "2026-03-02T06:00:00.Z",
                           "2026-03-02T06:00:00.0000Z",
                           "2026-03-02T06:00:00+1:00",
                           "2026-03-02T06:00:00+0100",
                           "2026-03-02T06:00:00+24:00",
                           "2026-03-02T06:00:00+01:60",
                           "2026-03-02T06:00:00ZZ",
                           "2026-03-02T06:00:00Z ",
                           "2026-02-30T06:00:00Z",
                           "2026-03-02T-6:00:00Z",
                           "2026-03-02T06:-1:00Z",
                           "2026-03-02T06:00:-1Z",
                           "2026-03-02T06:00:00.-1Z",
                           "1900-01-01T00:00:00+01:00",
                           "2199-12-31T23:30:00-01:00"})
    EXPECT_FALSE(Instant::parse(text)) << text;
}

TEST(Instant, ComesBackAsItWent) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  const std::int64_t first = Instant::parse("1900-01-01T00:00Z")->unix_milliseconds();
  const std::int64_t last = Instant::parse("2199-12-31T23:59:59.999Z")->unix_milliseconds();
  for (int round = 0; round < 20'000; ++round) {
    const auto instant = Instant::from_unix_milliseconds(seed.between(first, last));
    ASSERT_EQ(Instant::parse(instant.text()), instant) << instant.text();
    ASSERT_EQ(Instant::from_unix_milliseconds(instant.unix_milliseconds()), instant);
  }
}

TEST(Instant, CountsSecondsBothWays) {
  const auto noon = *Instant::parse("2026-03-29T12:00Z");
  EXPECT_EQ(noon.plus_seconds(90).text(), "2026-03-29T12:01:30.000Z");
  EXPECT_EQ(noon.plus_seconds(-86'400).text(), "2026-03-28T12:00:00.000Z");
  EXPECT_EQ(noon.seconds_until(noon.plus_seconds(-5)), -5);
  EXPECT_LT(noon, noon.plus_seconds(1));
}

TEST(Instant, IsNeverNotATime) {
  EXPECT_THROW(Instant(boost::posix_time::ptime(boost::posix_time::not_a_date_time)), OurMistake);
}

TEST(Clock, StandsUntilItIsSet) {
  SetClock clock(*Instant::parse("2026-03-02T06:00Z"));
  EXPECT_EQ(clock.now(), clock.now());
  clock.set(*Instant::parse("2026-03-02T06:01Z"));
  EXPECT_EQ(clock.now().text(), "2026-03-02T06:01:00.000Z");
}

}  // namespace
}  // namespace tilia
