#include "payroll/shifts/time_kinds.h"

#include <gtest/gtest.h>

#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll {
namespace {

const HolidayBook& holidays() {
  static const HolidayBook book(TILIA_SOURCE "/payroll/holidays");
  return book;
}

Stretch stretch(const std::string& country, const std::string& day, const std::string& from,
                const std::string& to) {
  const Shift shift = tests::shift("ana", country, day, from, to);
  return {minute_of(shift.time.from), minute_of(shift.time.to)};
}

KindMinutes kinds(const std::string& country, const std::string& day, const std::string& from,
                  const std::string& to) {
  const TimeKinds kinds(*tests::working_time().find(country), holidays().find(country));
  return kinds.of(stretch(country, day, from, to));
}

using Kinds = KindMinutes;

TEST(TimeKinds, TellNightSundayAndHolidayApart) {
  EXPECT_EQ(kinds("RS", "2026-03-03", "08:00", "16:00"), (Kinds{480, 0, 0, 0}));
  EXPECT_EQ(kinds("RS", "2026-03-03", "20:00", "06:30"), (Kinds{630, 480, 0, 0}));
  EXPECT_EQ(kinds("RS", "2026-03-03", "04:00", "07:00"), (Kinds{180, 120, 0, 0}));
  EXPECT_EQ(kinds("RS", "2026-03-08", "08:00", "12:00"), (Kinds{240, 0, 240, 0}));
  // From Saturday evening on, and into a Monday.
  EXPECT_EQ(kinds("RS", "2026-03-07", "22:00", "02:00"), (Kinds{240, 240, 120, 0}));
  EXPECT_EQ(kinds("RS", "2026-03-08", "22:00", "02:00"), (Kinds{240, 240, 120, 0}));
  EXPECT_EQ(kinds("RS", "2026-01-01", "08:00", "12:00"), (Kinds{240, 0, 0, 240}));
  EXPECT_EQ(kinds("RS", "2025-12-31", "22:00", "02:00"), (Kinds{240, 240, 0, 120}));
}

TEST(TimeKinds, CountTheHourThatANightHasMoreOrLess) {
  EXPECT_EQ(kinds("RS", "2026-03-28", "22:00", "06:00"), (Kinds{420, 420, 300, 0}));
  EXPECT_EQ(kinds("RS", "2026-10-24", "22:00", "06:00"), (Kinds{540, 540, 420, 0}));
}

TEST(TimeKinds, AreOfNoHolidayWhereNoneAreKnown) {
  const TimeKinds kinds(*tests::working_time().find("RS"), nullptr);
  EXPECT_EQ(kinds.of(stretch("RS", "2026-01-01", "08:00", "12:00")), (Kinds{240, 0, 0, 0}));
}

TEST(TimeKinds, AddUpHoweverAShiftIsCut) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int run = 0; run < 400; ++run) {
    const auto countries = holidays().countries();
    const std::string& country = countries.at(
        static_cast<std::size_t>(seed.between(0, static_cast<int>(countries.size()) - 1)));
    const TimeKinds kinds(*tests::working_time().find(country), holidays().find(country));
    const std::int64_t from =
        minute_of(tests::at(country, "2026-01-01", "00:00")) + seed.between(0, 366 * 1440);
    const Stretch whole{from, from + seed.between(0, 1440)};
    const std::int64_t cut = seed.between(whole.from, whole.to);
    const KindMinutes all = kinds.of(whole);
    EXPECT_EQ(all.all, whole.minutes());
    EXPECT_TRUE(holds(all));
    EXPECT_EQ(kinds.of({Stretch{whole.from, cut}, Stretch{cut, whole.to}}), all) << country;
  }
}

}  // namespace
}  // namespace tilia::payroll
