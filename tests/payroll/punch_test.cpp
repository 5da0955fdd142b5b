#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

class EnterPunch : public PracticeBook {
 protected:
  std::string punch(const char* at, Punch::Kind kind, const std::string& alias = "amber") {
    const auto answer = enter_punch(hours_book_, {alias, kind, instant(at)}, zone_, clock_);
    return answer ? "entered" : punch_answer_code(answer.refusal());
  }
};

using Kind = Punch::Kind;

TEST_F(EnterPunch, CountsTheDayWhenAShiftEnds) {
  take_on("amber", "90000");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::in), "entered");
  EXPECT_TRUE(book_.hours(month("2026-03")).empty());
  EXPECT_EQ(punch("2026-03-02T08:00Z", Kind::break_start), "entered");
  EXPECT_EQ(punch("2026-03-02T08:30Z", Kind::break_end), "entered");
  EXPECT_EQ(punch("2026-03-02T12:00Z", Kind::out), "entered");
  ASSERT_EQ(book_.hours(month("2026-03")).size(), 1U);
  EXPECT_EQ(book_.hours(month("2026-03")).front().hours, (DayMinutes{day("2026-03-02"), 330}));
  EXPECT_EQ(punch("2026-03-02T13:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-02T14:00Z", Kind::out), "entered");
  EXPECT_EQ(book_.hours(month("2026-03")).front().hours.worked_minutes, 390);
}

TEST_F(EnterPunch, KeepsTheShiftsOfPeopleApart) {
  take_on("amber", "90000");
  take_on("birch", "90000");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-02T07:00Z", Kind::in, "birch"), "entered");
  EXPECT_EQ(punch("2026-03-02T08:00Z", Kind::out, "birch"), "entered");
  EXPECT_EQ(punch("2026-03-02T09:00Z", Kind::out), "entered");
  const auto hours = book_.hours(month("2026-03"));
  ASSERT_EQ(hours.size(), 2U);
  EXPECT_EQ(hours[0].hours.worked_minutes + hours[1].hours.worked_minutes, 180 + 60);
}

TEST_F(EnterPunch, RefusesWhatCannotBe) {
  take_on("amber", "90000");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::in, "nobody"), "unknown_worker");
  EXPECT_EQ(punch("2026-04-02T09:01Z", Kind::in), "in_future");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::out), "not_in");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-02T05:00Z", Kind::out), "before_last_punch");
  EXPECT_EQ(punch("2026-03-02T07:00Z", Kind::in), "already_in");
  EXPECT_EQ(punch("2026-03-02T07:00Z", Kind::break_start), "entered");
  EXPECT_EQ(punch("2026-03-02T07:01Z", Kind::break_start), "already_on_break");
  EXPECT_EQ(punch("2026-03-02T07:02Z", Kind::break_end), "entered");
  EXPECT_EQ(punch("2026-03-02T07:03Z", Kind::break_end), "not_on_break");
  EXPECT_EQ(hours_book_.latest_punches(book_.workers().front().id, 10).size(), 3U);
}

TEST_F(EnterPunch, LetsALastNightShiftEndAfterTheLastDay) {
  take_on("amber", "90000");
  ASSERT_TRUE(end_worker(book_, "amber", day("2026-03-10"), clock_).ok());
  EXPECT_EQ(punch("2026-03-10T20:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-11T02:00Z", Kind::out), "entered");
  EXPECT_EQ(book_.hours(month("2026-03")).front().hours, (DayMinutes{day("2026-03-10"), 360}));
  EXPECT_EQ(punch("2026-03-11T06:00Z", Kind::in), "worker_ended");
}

TEST_F(EnterPunch, AForgottenPunchCountsNothingAndLeavesTheDayToTheOffice) {
  take_on("amber", "90000");
  EXPECT_EQ(punch("2026-03-02T06:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-03T07:00Z", Kind::out), "entered");
  EXPECT_TRUE(book_.hours(month("2026-03")).empty());
  EXPECT_TRUE(work("amber", "2026-03-02", 480).ok());
  EXPECT_EQ(punch("2026-03-03T08:00Z", Kind::in), "entered");
}

TEST_F(EnterPunch, TouchesNoApprovedMonth) {
  take_on("amber", "90000");
  EXPECT_EQ(punch("2026-03-31T21:00Z", Kind::in), "entered");
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_EQ(punch("2026-04-01T02:00Z", Kind::out), "day_in_approved_month");
}

TEST_F(EnterPunch, SaysEachRefusalInEveryLanguage) {
  using Why = PunchAnswer::Why;
  for (const Language language : all_languages()) {
    const Words words(language, TILIA_SHARE "/locale");
    for (const Why why :
         {Why::unknown_worker, Why::worker_ended, Why::in_future, Why::day_in_approved_month})
      EXPECT_TRUE(words.knows(sentence_of(PunchAnswer{.why = why}, "amber").key()));
    for (int order = 0; order <= static_cast<int>(PunchRefusal::before_last_punch); ++order)
      EXPECT_TRUE(words.knows(
          sentence_of(PunchAnswer{Why::order, static_cast<PunchRefusal>(order)}, "amber").key()));
  }
}

}  // namespace
}  // namespace tilia::payroll
