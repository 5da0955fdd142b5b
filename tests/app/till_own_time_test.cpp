// One's own time at the till on a real book: what she may tap, what is wrong with it, and a tap
// that shall count no more.
#include "app/till_own_time.h"

#include "db/hours_seals.h"
#include "payroll/hours/hours_asks.h"
#include "tests/payroll/practice_book.h"

namespace tilia::app {
namespace {

using payroll::Punch;
using pos::OwnAsk;
using pos::OwnTap;
using pos::OwnTimeNow;
using pos::TimeTap;

class TillOwnTimeOf : public payroll::PracticeBook {
 protected:
  void SetUp() override {
    worker_ = take_on("amber", "90000");
    db::WriteTransaction change(*file_);
    db::link_login(change.connection(), worker_->id, login_);
    change.commit();
  }
  void now_is(const char* at) { clock_.set(instant(at)); }
  // What is said; empty: it is entered.
  std::string tap(TimeTap tap) {
    const auto why_not = mine_.tap(fox_, tap);
    if (!why_not) return {};
    for (const Language language : all_languages())
      EXPECT_TRUE(Words(language, TILIA_SHARE "/locale").knows(why_not->key())) << why_not->key();
    return why_not->key();
  }
  std::string ask_away(const OwnTap& tap) {
    const auto why_not = mine_.ask_tap_away(fox_, pos::OwnAskId::mint(chance_), tap.tap, tap.at);
    return why_not ? why_not->key() : "";
  }
  void office_answers(bool yes) {
    for (const payroll::HoursAsk& ask : hours_book_.asks(worker_->id, payroll::AskState::open))
      ASSERT_TRUE(payroll::decide_ask(hours_book_, ask.id, yes, login_, zone_, clock_).ok());
  }
  std::int64_t punches() { return file_->reader().number("SELECT count(*) FROM punch"); }
  int minutes_on(const char* on) {
    for (const payroll::WorkerDay& each : book_.hours(Month::of(day(on))))
      if (each.hours.day == day(on)) return each.hours.worked_minutes;
    return 0;
  }

  std::optional<payroll::Worker> worker_;
  payroll::LoginId login_ = payroll::LoginId::mint(chance_);
  pos::StaffId fox_ = pos::StaffId::from_bytes(login_.bytes());
  TillOwnTime mine_{*file_, zone_, clock_};
};

TEST_F(TillOwnTimeOf, AsksToTakeAWrongTapAwayAndTheOriginalIsKept) {
  now_is("2026-03-30T08:00+02:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-30T16:00+02:00");
  EXPECT_EQ(tap(TimeTap::leave), "");
  now_is("2026-03-30T17:00+02:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-30T17:05+02:00");
  EXPECT_FALSE(mine_.now(fox_).can_undo) << "it is older than two minutes";
  const auto taps = mine_.taps(fox_);
  ASSERT_EQ(taps.size(), 3U);
  EXPECT_EQ(taps.front(), (OwnTap{TimeTap::come, instant("2026-03-30T17:00+02:00"), false}));
  EXPECT_EQ(ask_away(taps.front()), "");
  EXPECT_EQ(ask_away(taps.front()), "payroll.ask_refusal.asked_already");
  EXPECT_TRUE(mine_.taps(fox_).front().away_asked);
  EXPECT_FALSE(mine_.taps(fox_).back().away_asked);
  ASSERT_EQ(mine_.now(fox_).asks.size(), 1U);
  EXPECT_EQ(mine_.now(fox_).asks.front().what, OwnAsk::What::mistaken);
  office_answers(true);
  EXPECT_EQ(mine_.taps(fox_).size(), 2U);
  EXPECT_EQ(mine_.now(fox_).where, OwnTimeNow::Where::not_here);
  EXPECT_EQ(minutes_on("2026-03-30"), 480);
  EXPECT_EQ(punches(), 3) << "the original is kept";
  EXPECT_EQ(ask_away(taps.front()), "payroll.ask_refusal.no_such_punch");
}

TEST_F(TillOwnTimeOf, ShowsTheTapsOfTwoWeeksThatNobodyApproved) {
  now_is("2026-03-18T08:00+01:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-18T16:00+01:00");
  EXPECT_EQ(tap(TimeTap::leave), "");
  now_is("2026-03-30T08:00+02:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  EXPECT_EQ(mine_.taps(fox_).size(), 3U);
  now_is("2026-04-01T12:00+02:00");
  EXPECT_EQ(mine_.taps(fox_).size(), 2U) << "the one is fourteen days and an hour ago";
  db::WriteTransaction change(*file_);
  change.connection().run(
      "INSERT INTO approved_week (worker, monday, approved_by, at) VALUES (?, '2026-03-16', ?, 1)",
      worker_->id, login_);
  change.commit();
  EXPECT_EQ(mine_.taps(fox_).size(), 1U) << "what is approved, the office corrects";
  EXPECT_TRUE(mine_.taps(pos::StaffId::mint(chance_)).empty()) << "nobody at work has that login";
}

TEST_F(TillOwnTimeOf, SaysWhyATapCannotBeAndEntersNone) {
  now_is("2026-03-30T08:00+02:00");
  EXPECT_EQ(tap(TimeTap::leave), "payroll.punch_refusal.not_in");
  EXPECT_EQ(tap(TimeTap::back), "payroll.punch_refusal.not_on_break");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-30T09:00+02:00");
  EXPECT_EQ(tap(TimeTap::come), "payroll.punch_refusal.already_in");
  EXPECT_EQ(punches(), 1);
  now_is("2026-03-30T07:00+02:00");
  EXPECT_TRUE(mine_.now(fox_).clock_is_behind);
  EXPECT_TRUE(mine_.now(fox_).taps.empty()) << "nothing is offered that could not be";
  EXPECT_EQ(tap(TimeTap::leave), "payroll.punch_refusal.before_last_punch");
  now_is("2026-03-30T16:00+02:00");
  EXPECT_EQ(tap(TimeTap::leave), "") << "once the clock is right again it goes on";
  EXPECT_EQ(minutes_on("2026-03-30"), 480);
}

TEST_F(TillOwnTimeOf, KeepsBothTapsOfThirtyHoursAndCountsThemOnceTheEndIsMended) {
  now_is("2026-03-30T08:00+02:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-31T14:00+02:00");
  EXPECT_TRUE(mine_.now(fox_).end_is_missing) << "she is told softly";
  EXPECT_EQ(tap(TimeTap::leave), "");
  EXPECT_EQ(punches(), 2);
  EXPECT_EQ(minutes_on("2026-03-30"), 0);
  const auto wrong = mine_.taps(fox_).front();
  EXPECT_EQ(ask_away(wrong), "");
  EXPECT_FALSE(mine_.ask_forgotten(fox_, pos::OwnAskId::mint(chance_), TimeTap::leave,
                                   day("2026-03-30"), 16 * 60));
  office_answers(true);
  EXPECT_EQ(minutes_on("2026-03-30"), 480);
  EXPECT_EQ(punches(), 3) << "and what was wrong is kept";
}

TEST_F(TillOwnTimeOf, CountsTheHoursThatPassedWhenTheClocksChange) {
  now_is("2026-03-28T23:30+01:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-03-29T03:30+02:00");
  EXPECT_EQ(tap(TimeTap::leave), "");
  EXPECT_EQ(minutes_on("2026-03-28"), 180);
  now_is("2026-10-25T01:30+02:00");
  EXPECT_EQ(tap(TimeTap::come), "");
  now_is("2026-10-25T02:30+02:00");
  EXPECT_EQ(tap(TimeTap::pause), "");
  now_is("2026-10-25T02:15+01:00");
  EXPECT_EQ(tap(TimeTap::back), "") << "the wall says less than before, and time has passed";
  now_is("2026-10-25T03:30+01:00");
  EXPECT_EQ(tap(TimeTap::leave), "");
  EXPECT_EQ(minutes_on("2026-10-25"), 135);
}

}  // namespace
}  // namespace tilia::app
