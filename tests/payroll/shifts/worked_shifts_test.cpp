#include "payroll/shifts/worked_shifts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/core/seed.h"
#include "tests/payroll/shifts/roster_of_tests.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;
using Why = ToMend::Why;

const Zone& zone() {
  static const Zone belgrade = *Zone::named("Europe/Belgrade");
  return belgrade;
}

Punch punch(Kind kind, const std::string& day, const std::string& clock) {
  return {"ana", kind, tests::at("RS", day, clock)};
}

std::vector<Why> whys(const WorkedTime& time) {
  std::vector<Why> all;
  for (const ToMend& mend : time.to_mend) all.push_back(mend.why);
  return all;
}

const std::string monday = "2026-03-02";
const std::string tuesday = "2026-03-03";

TEST(WorkedShifts, AreAsTheyWerePunched) {
  const WorkedTime time =
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::break_start, monday, "12:00"),
                    punch(Kind::break_end, monday, "12:30"), punch(Kind::out, monday, "16:00"),
                    punch(Kind::in, monday, "22:00"), punch(Kind::out, tuesday, "02:00")},
                   zone());
  ASSERT_EQ(time.shifts.size(), 2U);
  EXPECT_TRUE(time.to_mend.empty());
  EXPECT_EQ(minutes_of(time.shifts[0]), 450);
  EXPECT_EQ(minutes_of(time.shifts[1]), 240);
  EXPECT_EQ(time.shifts[1].day, tests::day(monday));
}

TEST(WorkedShifts, EndABreakWithTheShift) {
  const WorkedTime time =
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::break_start, monday, "12:00"),
                    punch(Kind::out, monday, "12:30")},
                   zone());
  ASSERT_EQ(time.shifts.size(), 1U);
  EXPECT_EQ(minutes_of(time.shifts[0]), 240);
}

TEST(WorkedShifts, SayWhatIsToMend) {
  EXPECT_EQ(whys(read_punches({punch(Kind::in, monday, "08:00")}, zone())),
            std::vector{Why::no_out});
  EXPECT_EQ(whys(read_punches({punch(Kind::out, monday, "08:00"), punch(Kind::in, monday, "09:00")},
                              zone())),
            (std::vector{Why::out_without_in, Why::no_out}));
  const WorkedTime doubled = read_punches(
      {punch(Kind::in, monday, "08:00"), punch(Kind::in, monday, "08:01"),
       punch(Kind::break_start, monday, "10:00"), punch(Kind::break_start, monday, "10:01"),
       punch(Kind::break_end, monday, "10:30"), punch(Kind::break_end, monday, "10:31"),
       punch(Kind::out, monday, "12:00"), punch(Kind::out, monday, "12:01"),
       punch(Kind::break_start, monday, "12:02")},
      zone());
  EXPECT_EQ(whys(doubled), (std::vector{Why::two_ins, Why::two_breaks, Why::back_without_break,
                                        Why::out_without_in, Why::break_without_in}));
  ASSERT_EQ(doubled.shifts.size(), 1U);
  EXPECT_EQ(minutes_of(doubled.shifts[0]), 210);
  const WorkedTime forgotten =
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::in, tuesday, "08:00"),
                    punch(Kind::out, tuesday, "16:00")},
                   zone());
  EXPECT_EQ(whys(forgotten), std::vector{Why::no_out});
  EXPECT_EQ(forgotten.to_mend[0].day, tests::day(monday));
  EXPECT_EQ(forgotten.shifts.size(), 1U);
}

TEST(WorkedShifts, OfThirtyHoursAreAForgottenPunch) {
  const WorkedTime time =
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::out, tuesday, "14:00")}, zone());
  EXPECT_TRUE(time.shifts.empty());
  ASSERT_EQ(whys(time), std::vector{Why::too_long});
  EXPECT_EQ(time.to_mend[0].punches.size(), 2U);
  EXPECT_EQ(
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::out, tuesday, "08:00")}, zone())
          .shifts.size(),
      1U);
}

TEST(WorkedShifts, LastAsLongAsTimePassedWhenTheClocksChange) {
  const auto minutes = [](const std::string& from, const std::string& to) {
    return minutes_of(
        read_punches({punch(Kind::in, from, "22:00"), punch(Kind::out, to, "06:00")}, zone())
            .shifts.at(0));
  };
  EXPECT_EQ(minutes("2026-03-28", "2026-03-29"), 420);
  EXPECT_EQ(minutes("2026-10-24", "2026-10-25"), 540);
}

TEST(WorkedShifts, WithoutAContractAreSaidToBe) {
  PersonAtWork person{.worker = {WorkerId::from_bytes({1}), "ana", "🦊", {}},
                      .terms = {{.from = tests::day(tuesday), .to = {}}},
                      .record = {}};
  const WorkedTime time =
      read_punches({punch(Kind::in, monday, "08:00"), punch(Kind::out, monday, "16:00"),
                    punch(Kind::in, tuesday, "08:00"), punch(Kind::out, tuesday, "16:00")},
                   person, zone());
  EXPECT_EQ(time.shifts.size(), 2U);
  EXPECT_EQ(whys(time), std::vector{Why::no_contract});
  EXPECT_EQ(time.to_mend[0].day, tests::day(monday));
}

// Correct days of somebody, in which punches then go missing, come twice, and lose their order.
std::vector<Punch> punches_by_chance(Seed& seed) {
  std::vector<Punch> punches;
  std::int64_t second = tests::at("RS", "2026-03-23", "00:00").unix_milliseconds() / 1000;
  const auto add = [&](Kind kind, std::int64_t after_seconds) {
    second += after_seconds;
    const int times = seed.between(0, 19) == 0 ? 0 : seed.between(0, 19) == 0 ? 2 : 1;
    for (int i = 0; i < times; ++i)
      punches.push_back({"ana", kind, Instant::from_unix_milliseconds((second += 7 * i) * 1000)});
  };
  for (int day = 0; day < 14; ++day) {
    add(Kind::in, seed.between(6 * 3600, 20 * 3600));
    for (std::int64_t pause = seed.between(0, 2); pause > 0; --pause) {
      add(Kind::break_start, seed.between(60, 4 * 3600));
      add(Kind::break_end, seed.between(10, 3600));
    }
    add(Kind::out, seed.between(0, 6 * 3600));
  }
  for (std::size_t i = punches.size(); i > 1; --i)
    std::swap(punches[i - 1],
              punches[static_cast<std::size_t>(seed.between(0, static_cast<std::int64_t>(i) - 1))]);
  return punches;
}

std::map<std::pair<std::int64_t, Kind>, int> counted(const std::vector<Punch>& punches) {
  std::map<std::pair<std::int64_t, Kind>, int> counts;
  for (const Punch& each : punches) ++counts[{each.at.unix_milliseconds(), each.kind}];
  return counts;
}

TEST(WorkedShifts, LoseNoPunchAndNoMinute) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int run = 0; run < 300; ++run) {
    const std::vector<Punch> punches = punches_by_chance(seed);
    const WorkedTime time = read_punches(punches, zone());
    std::vector<Punch> named;
    for (const WorkedShift& shift : time.shifts) {
      named.insert(named.end(), shift.punches.begin(), shift.punches.end());
      EXPECT_LE(shift.time.from, shift.time.to);
      std::int64_t pauses = 0;
      Instant last = shift.time.from;
      for (const Span& pause : shift.breaks) {
        EXPECT_LE(last, pause.from);
        EXPECT_LT(pause.from, pause.to);
        pauses += minute_of(pause.to) - minute_of(pause.from);
        last = pause.to;
      }
      EXPECT_LE(last, shift.time.to);
      EXPECT_EQ(minutes_of(shift) + pauses, minute_of(shift.time.to) - minute_of(shift.time.from));
    }
    for (const ToMend& mend : time.to_mend)
      named.insert(named.end(), mend.punches.begin(), mend.punches.end());
    EXPECT_EQ(counted(named), counted(punches));
    for (std::size_t i = 1; i < time.shifts.size(); ++i)
      EXPECT_LE(time.shifts[i - 1].time.to, time.shifts[i].time.from);
  }
}

}  // namespace
}  // namespace tilia::payroll
