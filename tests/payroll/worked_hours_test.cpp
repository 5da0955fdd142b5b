#include "payroll/hours/worked_hours.h"

#include <gtest/gtest.h>

#include "core/zone.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;

Punch at(const char* instant, Kind kind) { return {"amber", kind, *Instant::parse(instant)}; }

Day in_belgrade(const Instant& instant, const void* zone) {
  return static_cast<const Zone*>(zone)->local_day(instant);
}

std::vector<DayMinutes> worked(const std::vector<Punch>& punches) {
  const Zone zone = *Zone::named("Europe/Belgrade");
  return worked_by_day(punches, in_belgrade, &zone);
}

TEST(Punches, FollowEachOtherAsADayDoes) {
  struct Row {
    std::optional<Kind> last;
    Kind next;
    std::optional<PunchRefusal> why;
  };
  const std::vector<Row> rows{
      {std::nullopt, Kind::in, std::nullopt},
      {std::nullopt, Kind::out, PunchRefusal::not_in},
      {std::nullopt, Kind::break_start, PunchRefusal::not_in},
      {std::nullopt, Kind::break_end, PunchRefusal::not_on_break},
      {Kind::in, Kind::in, PunchRefusal::already_in},
      {Kind::in, Kind::out, std::nullopt},
      {Kind::in, Kind::break_start, std::nullopt},
      {Kind::in, Kind::break_end, PunchRefusal::not_on_break},
      {Kind::break_start, Kind::in, PunchRefusal::already_in},
      {Kind::break_start, Kind::out, std::nullopt},
      {Kind::break_start, Kind::break_start, PunchRefusal::already_on_break},
      {Kind::break_start, Kind::break_end, std::nullopt},
      {Kind::break_end, Kind::in, PunchRefusal::already_in},
      {Kind::break_end, Kind::out, std::nullopt},
      {Kind::break_end, Kind::break_start, std::nullopt},
      {Kind::break_end, Kind::break_end, PunchRefusal::not_on_break},
      {Kind::out, Kind::in, std::nullopt},
      {Kind::out, Kind::out, PunchRefusal::not_in},
      {Kind::out, Kind::break_start, PunchRefusal::not_in},
      {Kind::out, Kind::break_end, PunchRefusal::not_on_break},
  };
  for (const Row& row : rows) {
    std::optional<Punch> last;
    if (row.last) last = at("2026-03-02T07:00Z", *row.last);
    EXPECT_EQ(refuses(last, at("2026-03-02T08:00Z", row.next)), row.why)
        << (row.last ? punch_kind_text(*row.last) : "nothing") << " → "
        << punch_kind_text(row.next);
  }
}

TEST(Punches, NeverGoBackInTime) {
  EXPECT_EQ(refuses(at("2026-03-02T08:00Z", Kind::in), at("2026-03-02T07:59Z", Kind::out)),
            PunchRefusal::before_last_punch);
  EXPECT_EQ(refuses(at("2026-03-02T08:00Z", Kind::in), at("2026-03-02T08:00Z", Kind::out)),
            std::nullopt);
}

TEST(Punches, ReadBackFromTheirText) {
  for (const Kind kind : {Kind::in, Kind::out, Kind::break_start, Kind::break_end})
    EXPECT_EQ(parse_punch_kind(punch_kind_text(kind)), kind);
  EXPECT_EQ(parse_punch_kind("IN"), std::nullopt);
}

TEST(WorkedHours, TakeBreaksOffAndAddTheShiftsOfADay) {
  const auto days =
      worked({at("2026-03-02T06:00Z", Kind::in), at("2026-03-02T08:00Z", Kind::break_start),
              at("2026-03-02T08:30Z", Kind::break_end), at("2026-03-02T10:00Z", Kind::out),
              at("2026-03-02T12:00Z", Kind::in), at("2026-03-02T12:45Z", Kind::out)});
  const Day day = *Day::from(2026, 3, 2);
  EXPECT_EQ(days, (std::vector<DayMinutes>{{day, 3 * 60 + 30 + 45}}));
}

TEST(WorkedHours, GoingOutEndsABreak) {
  const auto days =
      worked({at("2026-03-02T06:00Z", Kind::in), at("2026-03-02T09:00Z", Kind::break_start),
              at("2026-03-02T09:30Z", Kind::out)});
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days.front().worked_minutes, 180);
}

TEST(WorkedHours, BelongToTheLocalDayOnWhichTheShiftBegan) {
  // 23:30 on the 2nd in Belgrade to 02:00 on the 3rd.
  const auto days = worked({at("2026-03-02T22:30Z", Kind::in), at("2026-03-03T01:00Z", Kind::out)});
  EXPECT_EQ(days, (std::vector<DayMinutes>{{*Day::from(2026, 3, 2), 150}}));
}

TEST(WorkedHours, CountTheHoursThatPassedWhenClocksChange) {
  // 29 March 2026: 01:00 to 05:00 by the wall, three hours by the sun.
  const auto days =
      worked({at("2026-03-29T01:00+01:00", Kind::in), at("2026-03-29T05:00+02:00", Kind::out)});
  ASSERT_EQ(days.size(), 1U);
  EXPECT_EQ(days.front().worked_minutes, 180);
}

TEST(WorkedHours, CountNothingForAnOpenShiftAForgottenOneAndAHalfOne) {
  EXPECT_TRUE(worked({at("2026-03-02T06:00Z", Kind::in)}).empty());
  EXPECT_TRUE(
      worked({at("2026-03-02T06:00Z", Kind::in), at("2026-03-03T06:01Z", Kind::out)}).empty());
  EXPECT_TRUE(worked({at("2026-03-02T06:00Z", Kind::out)}).empty());
  EXPECT_EQ(worked({at("2026-03-02T06:00Z", Kind::in), at("2026-03-03T06:00Z", Kind::out)})
                .front()
                .worked_minutes,
            24 * 60);
}

}  // namespace
}  // namespace tilia::payroll
