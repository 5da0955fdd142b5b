// Planning: what is checked before it is saved, what two people may pass, and what nobody may.
#include <fmt/format.h>

#include "payroll/shifts/free_times.h"
#include "tests/payroll/shifts/roster_at_work.h"

namespace tilia::payroll {
namespace {

using Why = PlanRefusal::Why;

const std::vector<ClockSpan> lunch{{600, 630}};

class KeepRosterOf : public RosterAtWork {
 protected:
  std::vector<PlannedShift> planned() {
    return roster_.planned(day("2026-04-01"), day("2026-05-31"));
  }
  // Eight at night, and six the next morning.
  PlanRefusal short_night() {
    EXPECT_TRUE(keep_.put({shift("amber", "2026-04-06", "12:00", "20:00", {{900, 930}})}));
    early_ = shift("amber", "2026-04-07", "06:00", "12:00");
    const auto refused = keep_.put({*early_});
    EXPECT_FALSE(refused);
    return refused.refusal();
  }
  std::optional<PlannedShift> early_;
};

TEST_F(KeepRosterOf, KeepsAShiftThatNoRuleSpeaksAgainst) {
  const PlannedShift one = shift("amber", "2026-04-06", "06:00", "14:00", lunch);
  const auto kept = keep_.put({one});
  ASSERT_TRUE(kept);
  EXPECT_TRUE(kept.value().empty());
  EXPECT_EQ(planned(), std::vector{one});
}

TEST_F(KeepRosterOf, RefusesWhatARuleForbidsAndWritesNothing) {
  const PlanRefusal refused = short_night();
  EXPECT_EQ(refused.why, Why::against_rule);
  EXPECT_EQ(rules_of(refused.findings), std::vector{RosterRule::daily_rest});
  EXPECT_EQ(refused.findings.front().limit_minutes, 720);
  EXPECT_EQ(refused.findings.front().found_minutes, 600);
  EXPECT_EQ(planned().size(), 1U);
}

TEST_F(KeepRosterOf, LetsTwoPassItOnlyTogetherAndBooksTheRestThatIsMissing) {
  short_night();
  EXPECT_FALSE(keep_.put({*early_}, {.manager = true, .worker = false}));
  EXPECT_FALSE(keep_.put({*early_}, {.manager = false, .worker = true}));
  ASSERT_TRUE(keep_.put({*early_}, {.manager = true, .worker = true}));
  const auto passed = roster_.passed(day("2026-04-01"), day("2026-04-30"));
  ASSERT_EQ(passed.size(), 1U);
  EXPECT_EQ(passed.front(), (PassedRule{early_->id, RosterRule::daily_rest, 120}));
  // Twelve hours and the two that were missing: from noon to two at night.
  const auto too_early = keep_.put({shift("amber", "2026-04-08", "01:59", "05:00")});
  ASSERT_FALSE(too_early);
  EXPECT_EQ(too_early.refusal().findings.front().limit_minutes, 840);
  EXPECT_EQ(too_early.refusal().findings.front().found_minutes, 839);
  EXPECT_TRUE(keep_.put({shift("amber", "2026-04-08", "02:00", "05:00")}));
}

TEST_F(KeepRosterOf, ShowsAPassedRuleFromThenOnAsSomethingToKnow) {
  short_night();
  ASSERT_TRUE(keep_.put({*early_}, {.manager = true, .worker = true}));
  const Plan plan = read_plan(roster_, day("2026-04-06"), day("2026-04-12"));
  for (const Finding& finding : PlanCheck(plan, law_, zone_).findings())
    EXPECT_EQ(finding.level, Level::informs) << roster_rule_text(finding.rule);
  // Another shift of the week is not asked about it again.
  EXPECT_TRUE(keep_.put({shift("amber", "2026-04-09", "08:00", "12:00")}));
}

TEST_F(KeepRosterOf, AsksAgainWhenAShiftThatWasPassedIsMoved) {
  short_night();
  ASSERT_TRUE(keep_.put({*early_}, {.manager = true, .worker = true}));
  PlannedShift earlier = *early_;
  earlier.time = {5 * 60, 11 * 60};
  const auto moved = keep_.put({earlier});
  ASSERT_FALSE(moved);
  EXPECT_EQ(moved.refusal().why, Why::against_rule);
}

TEST_F(KeepRosterOf, NeverLetsAnybodyPassARuleForTheYoung) {
  ASSERT_TRUE(keep_.set_born("amber", day("2009-05-01")));
  const auto night = shift("amber", "2026-04-06", "20:00", "23:00");
  const auto refused = keep_.put({night}, {.manager = true, .worker = true});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.refusal().why, Why::never);
  EXPECT_EQ(rules_of(refused.refusal().findings), std::vector{RosterRule::night});
  EXPECT_TRUE(planned().empty());
}

TEST_F(KeepRosterOf, NeverLetsAnybodyBeAtTwoPlacesAtOnce) {
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "06:00", "12:00")}));
  const auto twice = keep_.put({shift("amber", "2026-04-06", "11:00", "13:00")},
                               {.manager = true, .worker = true});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.refusal().why, Why::never);
}

TEST_F(KeepRosterOf, DoesNotLetAChangeLeaveSomebodyElseAlone) {
  PersonalLimits limits;
  limits.not_alone = true;
  ASSERT_TRUE(keep_.say_limits("birch", limits, hers_));
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "08:00", "12:00"),
                         shift("birch", "2026-04-06", "08:00", "12:00")}));
  PlannedShift hers = planned().front();
  if (hers.worker != id_of("amber")) hers = planned().back();
  hers.time = {8 * 60, 11 * 60};
  // Amber's yes does not stand for birch's.
  const auto shorter = keep_.put({hers}, {.manager = true, .worker = true});
  ASSERT_FALSE(shorter);
  EXPECT_EQ(shorter.refusal().findings.front().worker, "birch");
  const auto away = keep_.remove(hers.id);
  ASSERT_TRUE(away) << "taking away is told and not refused: somebody may be ill";
  ASSERT_EQ(away.value().size(), 1U);
  EXPECT_EQ(away.value().front().limit, PersonalLimit::not_alone);
}

TEST_F(KeepRosterOf, TakesAwayAShiftHoweverFarAheadItIs) {
  const PlannedShift far = shift("amber", "2027-02-01", "08:00", "12:00");
  ASSERT_TRUE(keep_.put({far}));
  EXPECT_TRUE(keep_.remove(far.id));
  EXPECT_EQ(keep_.remove(far.id).refusal().why, Why::unknown_shift);
}

TEST_F(KeepRosterOf, RefusesWhatCannotBeAShift) {
  const auto why = [&](const PlannedShift& shift) {
    const auto kept = keep_.put({shift});
    return kept ? std::string("kept") : std::string(plan_refusal_code(kept.refusal().why));
  };
  PlannedShift before_contract = shift("amber", "2025-12-31", "08:00", "12:00");
  EXPECT_EQ(why(before_contract), "roster.not_employed");
  PlannedShift nowhere = shift("amber", "2026-04-06", "08:00", "12:00");
  nowhere.station = "roof";
  EXPECT_EQ(why(nowhere), "roster.unknown_station");
  PlannedShift endless = shift("amber", "2026-04-06", "08:00", "12:00");
  endless.time.to_minute = endless.time.from_minute + 24 * 60 + 1;
  EXPECT_EQ(why(endless), "roster.bad_time");
  EXPECT_EQ(why(shift("amber", "2026-04-06", "08:00", "12:00", {{12 * 60 - 15, 12 * 60 + 15}})),
            "roster.bad_break");
  EXPECT_EQ(why(shift("amber", "2026-04-06", "08:00", "12:00", {{540, 570}, {560, 580}})),
            "roster.bad_break");
  PlannedShift unknown = shift("", "2026-04-06", "08:00", "12:00");
  unknown.worker = WorkerId::mint(chance_);
  EXPECT_EQ(why(unknown), "roster.unknown_worker");
  EXPECT_TRUE(planned().empty());
}

TEST_F(KeepRosterOf, CopiesAWeekAndLeavesOpenWhatSomebodyCannotWork) {
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "06:00", "14:00", lunch),
                         shift("birch", "2026-04-07", "06:00", "14:00", lunch),
                         shift("", "2026-04-08", "06:00", "14:00", lunch)}));
  PersonalLimits limits;
  limits.not_free = {day("2026-04-14")};
  ASSERT_TRUE(keep_.say_limits("birch", limits, hers_));
  const auto copied = keep_.copy_week("T1", day("2026-04-06"), day("2026-04-13"));
  ASSERT_TRUE(copied);
  EXPECT_EQ(copied.value().copied, 3);
  EXPECT_EQ(copied.value().left_open, 1);
  const auto next = roster_.planned(day("2026-04-13"), day("2026-04-19"));
  ASSERT_EQ(next.size(), 3U);
  EXPECT_EQ(next[0].worker, id_of("amber"));
  EXPECT_EQ(next[1].worker, std::nullopt);
  EXPECT_EQ(next[2].worker, std::nullopt);
  EXPECT_EQ(next[0].breaks, lunch);
  const auto again = keep_.copy_week("T1", day("2026-04-06"), day("2026-04-13"));
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value().copied, 0) << "a second tap copies nothing";
  EXPECT_EQ(roster_.planned(day("2026-04-13"), day("2026-04-19")).size(), 3U);
}

TEST_F(KeepRosterOf, KeepsAWeekToBeUsedAgainWithoutItsPeople) {
  ASSERT_TRUE(keep_.put({shift("amber", "2026-04-06", "06:00", "14:00", lunch)}));
  ASSERT_TRUE(keep_.keep_template("T1", "spring", day("2026-04-08")));
  const auto used = keep_.use_template("T1", "spring", day("2026-04-22"));
  ASSERT_TRUE(used);
  const auto shifts = roster_.planned(day("2026-04-20"), day("2026-04-26"));
  ASSERT_EQ(shifts.size(), 1U);
  EXPECT_EQ(shifts.front().day, day("2026-04-20"));
  EXPECT_EQ(shifts.front().worker, std::nullopt);
  EXPECT_EQ(shifts.front().time, (ClockSpan{360, 840}));
  PlannedShift taken = shifts.front();
  taken.worker = id_of("birch");
  ASSERT_TRUE(keep_.put({taken}));
  EXPECT_EQ(keep_.use_template("T1", "spring", day("2026-04-22")).value().copied, 0);
  EXPECT_EQ(keep_.use_template("T1", "summer", day("2026-04-22")).refusal().why,
            Why::unknown_template);
}

TEST_F(KeepRosterOf, TellsWhetherAWeekIsPublishedAsItStands) {
  using Published = RosterBook::Published;
  const PlannedShift one = shift("amber", "2026-04-06", "06:00", "14:00", lunch);
  ASSERT_TRUE(keep_.put({one}));
  EXPECT_EQ(roster_.published("T1", day("2026-04-06")), Published::not_yet);
  keep_.publish("T1", day("2026-04-09"));
  EXPECT_EQ(roster_.published("T1", day("2026-04-06")), Published::as_it_stands);
  PlannedShift moved = one;
  moved.time = {7 * 60, 15 * 60};
  ASSERT_TRUE(keep_.put({moved}));
  EXPECT_EQ(roster_.published("T1", day("2026-04-06")), Published::changed_since);
  ASSERT_TRUE(keep_.put({one}));
  EXPECT_EQ(roster_.published("T1", day("2026-04-06")), Published::as_it_stands);
  ASSERT_TRUE(keep_.remove(one.id));
  EXPECT_EQ(roster_.published("T1", day("2026-04-06")), Published::changed_since);
}

TEST_F(KeepRosterOf, KnowsSchoolDaysOfSomebodyWhoGoesToSchool) {
  ASSERT_TRUE(keep_.set_born("amber", day("2010-05-01")));
  EXPECT_FALSE(keep_.add_school_term("amber", day("2026-04-10"), day("2026-04-01")));
  ASSERT_TRUE(keep_.add_school_term("amber", day("2026-04-01"), day("2026-04-10")));
  // Two hours on a school day, a day's eight on Saturday.
  const auto monday = keep_.put({shift("amber", "2026-04-06", "15:00", "17:30")});
  ASSERT_FALSE(monday);
  EXPECT_EQ(monday.refusal().findings.front().limit_minutes, 120);
  EXPECT_TRUE(keep_.put({shift("amber", "2026-04-06", "15:00", "17:00")}));
  EXPECT_TRUE(keep_.put({shift("amber", "2026-04-11", "10:00", "14:00")}));
}

TEST_F(KeepRosterOf, LetsOnlyHerTakeALimitAway) {
  PersonalLimits limits;
  limits.not_after_minute = 18 * 60;
  ASSERT_TRUE(keep_.say_limits("amber", limits, std::nullopt))
      << "the first page narrows whatever it says";
  PersonalLimits wider;
  wider.not_after_minute = 19 * 60;
  EXPECT_EQ(keep_.say_limits("amber", wider, std::nullopt).refusal().why, Why::limits_widened);
  EXPECT_EQ(keep_.say_limits("amber", {}, std::nullopt).refusal().why, Why::limits_widened);
  PersonalLimits narrower;
  narrower.not_after_minute = 17 * 60;
  EXPECT_TRUE(keep_.say_limits("amber", narrower, std::nullopt));
  EXPECT_TRUE(keep_.say_limits("amber", wider, hers_));
  EXPECT_EQ(roster_.record(id_of("amber")).limits, wider);
  EXPECT_EQ(keep_.say_limits("amber", {}, LoginId::mint(chance_)).refusal().why,
            Why::limits_widened)
      << "a login that was given her name later is not she";
}

// 1 May 2026 is a Friday and a holiday in Serbia, 30 April is none.
TEST_F(KeepRosterOf, PlansNobodyOnAHolidayWhoSaidSo) {
  PersonalLimits limits;
  limits.no_holidays = true;
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  EXPECT_TRUE(keep_.put({shift("amber", "2026-04-30", "08:00", "12:00")}));
  const auto put = keep_.put({shift("amber", "2026-05-01", "08:00", "12:00")});
  ASSERT_FALSE(put);
  EXPECT_EQ(put.refusal().findings.front().limit, PersonalLimit::not_available);
  EXPECT_TRUE(keep_.put({shift("birch", "2026-05-01", "08:00", "12:00")}));
}

TEST_F(KeepRosterOf, KeepsACalendarThatIsOneAndLetsOldDaysGo) {
  PersonalLimits limits;
  limits.calendar = {{.from = day("2026-05-02"), .to = day("2026-05-01")}};
  EXPECT_EQ(keep_.say_limits("amber", limits, hers_).refusal().why, Why::bad_limits);
  limits.calendar = {{.from = day("2026-05-02"), .to = day("2026-05-03")}};
  limits.calendar.front().free.at(0) = {{600, 600}};
  EXPECT_EQ(keep_.say_limits("amber", limits, hers_).refusal().why, Why::bad_limits);
  limits.calendar = {{.from = day("2020-05-02"), .to = day("2020-05-03")},
                     {.from = day("2026-05-02"), .to = day("2026-05-03")}};
  ASSERT_TRUE(keep_.say_limits("amber", limits, hers_));
  EXPECT_EQ(roster_.record(id_of("amber")).limits.calendar.size(), 1U);
}

TEST(HoursRecordText, ComesBackAsItWas) {
  HoursRecord record;
  record.born = Day::parse("2009-05-01");
  record.limits_said = true;
  record.said_by = LoginId::parse("0123456789abcdef0123456789abcdef");
  record.limits.not_before_minute = 420;
  record.limits.week_minutes = 1200;
  record.limits.no_night = true;
  record.limits.available.at(2) = std::vector<DayWindow>{};
  record.limits.available.at(4) = std::vector<DayWindow>{{480, 720}, {780, 1440}};
  record.limits.last_way_home.at(6) = 1290;
  record.limits.not_free = {*Day::parse("2026-05-02")};
  record.limits.stations = {"counter"};
  record.school_days = std::vector<Day>{*Day::parse("2026-03-02")};
  record.absences = {
      {*Day::parse("2026-07-01"), *Day::parse("2026-07-10"), AbsenceKind::statutory}};
  record.approved_absences = {{*Day::parse("2026-07-01"), AbsenceKind::statutory, 480}};
  record.leave_opening = LeaveOpening{*Day::parse("2026-04-01"), 23};
  record.leave_half_days_a_year = 44;
  EXPECT_EQ(parse_hours_record(hours_record_text(record)), record);
  DatedTimes holidays{.from = *Day::parse("2026-12-21"), .to = *Day::parse("2027-01-08")};
  holidays.free.at(1) = {{540, 720}, {780, 1440}};
  record.limits.calendar = {holidays, {.from = holidays.to, .to = holidays.to}};
  record.limits.no_holidays = true;
  EXPECT_EQ(parse_hours_record(hours_record_text(record)), record);
  EXPECT_EQ(parse_hours_record(hours_record_text({})), HoursRecord{});
  for (const char* dated :
       {"{\"from\":\"2026-12-21\"}", "{\"from\":\"2026-12-21\",\"to\":\"2026-12-20\"}",
        "{\"from\":\"2026-12-21\",\"to\":\"2026-12-21\",\"why\":\"x\"}",
        "{\"from\":\"2026-12-21\",\"to\":\"2026-12-21\",\"free\":{\"7\":[]}}"})
    EXPECT_EQ(parse_hours_record(fmt::format("{{\"limits\":{{\"calendar\":[{}]}}}}", dated)),
              std::nullopt)
        << dated;
  EXPECT_EQ(parse_hours_record("{\"reason\":\"x\"}"), std::nullopt) << "there is no room for one";
}

DatedTimes dated(const char* from, const char* to, const std::vector<DayWindow>& every_day) {
  DatedTimes times{.from = *Day::parse(from), .to = *Day::parse(to)};
  times.free.fill(every_day);
  return times;
}

TEST(WidenedLimits, LookAtEachDayOfTheCalendar) {
  PersonalLimits week;
  week.available.fill(std::vector<DayWindow>{{480, 930}});
  PersonalLimits closed = week;
  closed.calendar = {dated("2026-07-01", "2026-07-31", {})};
  EXPECT_FALSE(widens(week, closed));
  EXPECT_TRUE(widens(closed, week));
  PersonalLimits shorter = closed;
  shorter.calendar.front().to = *Day::parse("2026-07-30");
  EXPECT_TRUE(widens(closed, shorter)) << "one day less";
  EXPECT_FALSE(widens(shorter, closed));
  PersonalLimits longer_hours = week;
  longer_hours.calendar = {dated("2026-07-04", "2026-07-04", {{480, 931}})};
  EXPECT_TRUE(widens(week, longer_hours));
  PersonalLimits in_two = closed;
  in_two.calendar = {dated("2026-07-01", "2026-07-15", {}), dated("2026-07-16", "2026-07-31", {})};
  EXPECT_FALSE(widens(closed, in_two) || widens(in_two, closed)) << "the same days";
  PersonalLimits no_holidays = week;
  no_holidays.no_holidays = true;
  EXPECT_TRUE(widens(no_holidays, week));
  EXPECT_FALSE(widens(week, no_holidays));
}

TEST(NarrowedLimits, TakeDatesOfSomebodyElseOnlyWithinHerWeek) {
  PersonalLimits hers;
  hers.available.fill(std::vector<DayWindow>{{480, 930}});
  hers.calendar = {dated("2026-07-01", "2026-07-10", {{420, 1080}})};
  PersonalLimits more;
  more.available.at(0) = std::vector<DayWindow>{{600, 1200}};
  more.calendar = {dated("2026-07-08", "2026-07-20", {{0, 1440}})};
  const PersonalLimits both = narrowed(hers, more);
  EXPECT_FALSE(widens(hers, both));
  const auto on = [&](const char* day) { return free_on(both, *Day::parse(day)); };
  EXPECT_EQ(on("2026-07-02"), (std::vector<DayWindow>{{420, 1080}}));
  EXPECT_EQ(on("2026-07-06"), (std::vector<DayWindow>{{600, 1080}})) << "a Monday";
  EXPECT_EQ(on("2026-07-15"), (std::vector<DayWindow>{{480, 930}}));
  EXPECT_EQ(narrowed(both, more), both) << "said twice, it is one";
}

TEST(Windows, AreReadAsTheyAreWritten) {
  const std::vector<DayWindow> windows{{480, 720}, {780, 1440}};
  EXPECT_EQ(windows_text(windows), "08:00-12:00, 13:00-24:00");
  EXPECT_EQ(parse_windows(windows_text(windows)), windows);
  EXPECT_EQ(parse_windows(windows_text({})), std::vector<DayWindow>{});
  for (const char* none : {"08:00", "12:00-08:00", "08:00-12:00;13:00-14:00", "8-12"})
    EXPECT_EQ(parse_windows(none), std::nullopt) << none;
}

TEST(NarrowedLimits, AreNeverWiderThanEither) {
  PersonalLimits hers;
  hers.not_before_minute = 420;
  hers.available.at(0) = std::vector<DayWindow>{{480, 960}};
  hers.stations = {"counter", "oven"};
  PersonalLimits more;
  more.not_before_minute = 400;
  more.day_minutes = 300;
  more.available.at(0) = std::vector<DayWindow>{{600, 1200}};
  more.stations = {"oven"};
  const PersonalLimits both = narrowed(hers, more);
  EXPECT_FALSE(widens(hers, both));
  EXPECT_FALSE(widens(more, both));
  EXPECT_EQ(both.not_before_minute, 420);
  EXPECT_EQ(both.available.at(0), (std::vector<DayWindow>{{600, 960}}));
  EXPECT_EQ(both.stations, std::vector<std::string>{"oven"});
  EXPECT_TRUE(widens(both, hers));
}

}  // namespace
}  // namespace tilia::payroll
