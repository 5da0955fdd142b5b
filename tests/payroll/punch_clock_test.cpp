// Where somebody is by her punches, and what a till tells of breaks and rest.
#include "payroll/hours/punch_clock.h"

#include <gtest/gtest.h>

#include "payroll/hours/break_reminder.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;
using Place = WhereAmI::Place;

const Zone& belgrade() {
  static const Zone zone = *Zone::named("Europe/Belgrade");
  return zone;
}
Instant instant(const char* at) { return *Instant::parse(at); }
Punch at(const char* when, Kind kind) { return {"amber", kind, instant(when)}; }

TEST(WhereAmI, IsSaidByTheLatestPunch) {
  struct Row {
    std::vector<Punch> punches;
    const char* now;
    Place place;
    std::vector<Kind> taps;
    bool forgot = false;
  };
  const Punch in = at("2026-03-02T06:00Z", Kind::in);
  const Punch pause = at("2026-03-02T09:00Z", Kind::break_start);
  const Punch back = at("2026-03-02T09:20Z", Kind::break_end);
  const Punch out = at("2026-03-02T14:00Z", Kind::out);
  const std::vector<Row> rows{
      {{}, "2026-03-02T06:00Z", Place::out, {Kind::in}},
      {{in}, "2026-03-02T08:00Z", Place::in, {Kind::break_start, Kind::out}},
      {{in, pause}, "2026-03-02T09:05Z", Place::on_break, {Kind::break_end, Kind::out}},
      {{in, pause, back}, "2026-03-02T10:00Z", Place::in, {Kind::break_start, Kind::out}},
      {{in, pause, back, out}, "2026-03-02T15:00Z", Place::out, {Kind::in}},
      {{in}, "2026-03-02T22:00Z", Place::in, {Kind::break_start, Kind::out}},
      {{in}, "2026-03-02T22:01Z", Place::in, {Kind::in, Kind::out}, true},
      {{in, pause}, "2026-03-03T06:00Z", Place::on_break, {Kind::in, Kind::out}, true},
      {{pause}, "2026-03-02T09:05Z", Place::on_break, {Kind::break_end, Kind::out}},
      {{in}, "2026-03-02T05:00Z", Place::in, {}},
  };
  for (const Row& row : rows) {
    const WhereAmI here = where_am_i(row.punches, instant(row.now));
    EXPECT_EQ(here.place, row.place) << row.now;
    EXPECT_EQ(here.forgot, row.forgot) << row.now;
    EXPECT_EQ(offered_taps(here), row.taps) << row.now;
  }
}

TEST(WhereAmI, SaysWhenTheClockIsBehindHerLatestPunch) {
  EXPECT_TRUE(
      where_am_i({at("2026-03-02T06:00Z", Kind::in)}, instant("2026-03-02T05:59Z")).clock_behind);
  EXPECT_FALSE(
      where_am_i({at("2026-03-02T06:00Z", Kind::in)}, instant("2026-03-02T06:00Z")).clock_behind);
}

TEST(DaysChanged, AreThoseWhoseMinutesDifferAndNoOthers) {
  const std::vector<Punch> before{
      at("2026-03-02T06:00Z", Kind::in), at("2026-03-02T10:00Z", Kind::out),
      at("2026-03-03T06:00Z", Kind::in), at("2026-03-04T06:00Z", Kind::in),
      at("2026-03-04T10:00Z", Kind::out)};
  const Punch forgotten = at("2026-03-03T12:00Z", Kind::out);
  const auto after = with_punch(before, forgotten);
  EXPECT_EQ(after.at(3), forgotten);
  EXPECT_EQ(days_changed(before, after, belgrade()),
            (std::vector<DayMinutes>{{*Day::from(2026, 3, 3), 360}}));
  EXPECT_EQ(days_changed(after, before, belgrade()),
            (std::vector<DayMinutes>{{*Day::from(2026, 3, 3), 0}}));
  EXPECT_EQ(without_punch(after, forgotten), before);
  EXPECT_EQ(without_punch(before, forgotten), before);
  EXPECT_TRUE(days_changed(before, before, belgrade()).empty());
}

TEST(UndoablePunch, IsTheLatestForTwoMinutes) {
  const std::vector<Punch> punches{at("2026-03-02T06:00Z", Kind::in)};
  EXPECT_TRUE(undoable_punch(punches, instant("2026-03-02T06:02Z")));
  EXPECT_FALSE(undoable_punch(punches, instant("2026-03-02T06:02:01Z")));
  EXPECT_FALSE(undoable_punch(punches, instant("2026-03-02T05:59Z")));
  EXPECT_FALSE(undoable_punch({}, instant("2026-03-02T06:02Z")));
}

TEST(BreakReminder, ComesAfterSoMuchWorkSinceABreakThatWasLongEnough) {
  const HoursReminder six{.break_over_minutes = 360, .break_minutes = 15};
  struct Row {
    std::vector<Punch> punches;
    const char* now;
    int worked;
    bool due;
  };
  const Punch in = at("2026-03-02T06:00Z", Kind::in);
  const Punch pause = at("2026-03-02T09:00Z", Kind::break_start);
  const std::vector<Row> rows{
      {{}, "2026-03-02T12:00Z", 0, false},
      {{in}, "2026-03-02T11:59Z", 359, false},
      {{in}, "2026-03-02T12:00Z", 360, true},
      {{in, pause}, "2026-03-02T20:00Z", 0, false},
      {{in, pause, at("2026-03-02T09:15Z", Kind::break_end)}, "2026-03-02T15:14Z", 359, false},
      {{in, pause, at("2026-03-02T09:15Z", Kind::break_end)}, "2026-03-02T15:15Z", 360, true},
      // Ten minutes are no break, and no work either.
      {{in, pause, at("2026-03-02T09:10Z", Kind::break_end)}, "2026-03-02T12:09Z", 359, false},
      {{in, pause, at("2026-03-02T09:10Z", Kind::break_end)}, "2026-03-02T12:10Z", 360, true},
      {{in, at("2026-03-02T12:30Z", Kind::out)}, "2026-03-02T13:00Z", 0, false},
      {{in, at("2026-03-02T10:00Z", Kind::out), at("2026-03-02T10:30Z", Kind::in)},
       "2026-03-02T13:00Z",
       150,
       false},
      // What she forgot is no reason to send her on a break.
      {{in}, "2026-03-03T06:00Z", 0, false},
      {{in}, "2026-03-02T05:00Z", 0, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(worked_since_break_minutes(row.punches, instant(row.now), 15), row.worked) << row.now;
    EXPECT_EQ(break_due(row.punches, instant(row.now), six), row.due) << row.now;
  }
  EXPECT_FALSE(break_due({in}, instant("2026-03-02T12:00Z"), {.break_over_minutes = 0}))
      << "nobody entered any";
}

TEST(BreakReminder, CountsTheHoursThatPassedOverMidnightAndAChangeOfTheClock) {
  const HoursReminder three{.break_over_minutes = 180};
  // 29 March 2026: from 23:30, and at 03:30 by the wall three hours have passed.
  const std::vector<Punch> night{at("2026-03-28T23:30+01:00", Kind::in)};
  EXPECT_FALSE(break_due(night, instant("2026-03-29T03:29+02:00"), three));
  EXPECT_TRUE(break_due(night, instant("2026-03-29T03:30+02:00"), three));
  // 25 October 2026: an hour that comes twice.
  const std::vector<Punch> autumn{at("2026-10-25T01:30+02:00", Kind::in)};
  EXPECT_TRUE(break_due(autumn, instant("2026-10-25T03:30+01:00"), three));
  EXPECT_FALSE(break_due(autumn, instant("2026-10-25T03:29+01:00"), three));
}

TEST(BreakReminder, PutOffComesAgainAQuarterOfAnHourLater) {
  const HoursReminder six{.break_over_minutes = 360};
  const std::vector<Punch> punches{at("2026-03-02T06:00Z", Kind::in)};
  const auto offered = [&](const char* now, const char* put_off) {
    return offers_break(punches, instant(now), six, instant(put_off));
  };
  EXPECT_TRUE(offers_break(punches, instant("2026-03-02T12:00Z"), six, std::nullopt));
  EXPECT_FALSE(offered("2026-03-02T12:14Z", "2026-03-02T12:00Z"));
  EXPECT_TRUE(offered("2026-03-02T12:15Z", "2026-03-02T12:00Z"));
  EXPECT_TRUE(offered("2026-03-02T12:00Z", "2026-03-02T18:00Z")) << "a clock that was set back";
  EXPECT_FALSE(offered("2026-03-02T11:00Z", "2026-03-02T10:00Z")) << "none is due";
}

TEST(ShortRest, IsToldOfTheNightBeforeAndOfNoPauseWithinADay) {
  const HoursReminder eleven{.daily_rest_minutes = 660};
  const auto rested = [&](const std::vector<Punch>& punches) {
    return short_rest_minutes(punches, eleven, belgrade());
  };
  const Punch in = at("2026-03-02T08:00Z", Kind::in);
  const Punch out = at("2026-03-02T21:00Z", Kind::out);
  EXPECT_EQ(rested({in, out, at("2026-03-03T06:00Z", Kind::in)}), 540);
  EXPECT_EQ(rested({in, out, at("2026-03-03T08:00Z", Kind::in)}), std::nullopt);
  EXPECT_EQ(rested({in, at("2026-03-02T10:00Z", Kind::out), at("2026-03-02T12:00Z", Kind::in)}),
            std::nullopt);
  EXPECT_EQ(rested({in, out, at("2026-03-03T06:00Z", Kind::in),
                    at("2026-03-03T07:00Z", Kind::break_start)}),
            540)
      << "as long as she is here";
  EXPECT_EQ(rested({in, out}), std::nullopt);
  EXPECT_EQ(rested({}), std::nullopt);
}

}  // namespace
}  // namespace tilia::payroll
