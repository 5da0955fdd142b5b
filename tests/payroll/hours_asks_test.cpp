// What a worker asks for at the till, in a real book: kept, decided, and made again from the
// journal.
#include "payroll/hours/hours_asks.h"

#include "db/hours_seals.h"
#include "db/key_change.h"
#include "tests/db/all_rows.h"
#include "tests/payroll/practice_book.h"

namespace tilia::payroll {
namespace {

using Kind = Punch::Kind;

class HoursAsks : public PracticeBook {
 protected:
  void SetUp() override {
    amber_ = take_on("amber", "90000");
    birch_ = take_on("birch", "90000");
    db::hold_too(*file_, keys_, db::KeyName::till);
  }
  std::string punch(const char* at, Kind kind) {
    const auto answer = enter_punch(hours_book_, {"amber", kind, instant(at)}, zone_, clock_);
    return answer ? "entered" : punch_answer_code(answer.refusal());
  }
  std::string ask(const char* at, Kind kind, bool away = false) {
    last_ = HoursAskId::mint(chance_);
    const auto answer =
        ask_for_punch(hours_book_, *last_, *amber_, {kind, instant(at), away}, clock_);
    return answer ? "asked" : std::string(ask_refusal_code(answer.refusal()));
  }
  std::string decide(bool agreed = true) {
    const auto answer = decide_ask(hours_book_, *last_, agreed, owl_, zone_, clock_);
    return answer ? std::string(ask_state_text(answer.value().state))
                  : std::string(ask_refusal_code(answer.refusal()));
  }
  std::string swap(const PlannedShiftId& shift) {
    last_ = HoursAskId::mint(chance_);
    const auto answer = ask_for_swap(hours_book_, *last_, amber_->id, shift, zone_, clock_);
    return answer ? "asked" : std::string(ask_refusal_code(answer.refusal()));
  }
  std::string leave(const char* from, const char* to) {
    last_ = HoursAskId::mint(chance_);
    const auto answer =
        ask_for_leave(hours_book_, *last_, amber_->id, {day(from), day(to)}, zone_, clock_);
    return answer ? "asked" : std::string(ask_refusal_code(answer.refusal()));
  }
  PlannedShiftId publish(const WorkerId& worker, const char* on) {
    const auto shift = PlannedShiftId::mint(chance_);
    db::WriteTransaction change(*file_);
    change.connection().run(
        "INSERT INTO published_shift (shift, worker, day, from_minute, to_minute, breaks, shop,"
        " station, kind) VALUES (?, ?, ?, 480, 960, '600-630', '', 'oven', 'work')",
        shift, worker, std::string(on));
    change.commit();
    return shift;
  }
  int minutes_on(const char* on) {
    for (const WorkerDay& each : book_.hours(Month::of(day(on)))) {
      if (each.hours.day == day(on)) return each.hours.worked_minutes;
    }
    return 0;
  }
  std::vector<std::string> rows() {
    return db::all_rows(file_->reader(), {"punch", "set_aside_punch", "hours_ask"});
  }
  void run(const std::string& sql) {
    db::WriteTransaction change(*file_);
    change.connection().script(sql);
    change.commit();
  }

  std::optional<Worker> amber_;
  std::optional<Worker> birch_;
  LoginId fox_ = LoginId::mint(chance_);
  LoginId owl_ = LoginId::mint(chance_);
  std::optional<HoursAskId> last_;
};

TEST_F(HoursAsks, AForgottenPunchIsEnteredWhenItIsAgreedAndTheDayIsWorkedOutAgain) {
  punch("2026-03-30T06:00Z", Kind::in);
  EXPECT_EQ(ask("2026-03-30T14:00Z", Kind::out), "asked");
  EXPECT_EQ(minutes_on("2026-03-30"), 0);
  clock_.set(instant("2026-04-02T10:00Z"));
  run("DELETE FROM pay_run");
  EXPECT_EQ(decide(), "agreed");
  EXPECT_EQ(minutes_on("2026-03-30"), 480);
  EXPECT_EQ(hours_book_.latest_punches(amber_->id, 9).size(), 2U);
  EXPECT_EQ(decide(), "decided_already");
  const auto payload = [&] {
    db::Query row = file_->reader().query(
        "SELECT payload FROM journal WHERE kind = 'punch.entered' ORDER BY position DESC");
    EXPECT_TRUE(row.next());
    return row.text(0);
  }();
  EXPECT_EQ(payload, R"({"asked":")" + last_->text() + R"(","at":1774879200000,"kind":"out"})");
}

TEST_F(HoursAsks, ADeclinedOneChangesNothingAndAWrongOneIsKeptAndCountsNoMore) {
  punch("2026-04-01T06:00Z", Kind::in);
  punch("2026-04-01T10:00Z", Kind::out);
  EXPECT_EQ(ask("2026-04-01T12:00Z", Kind::in), "asked");
  EXPECT_EQ(decide(false), "declined");
  EXPECT_EQ(hours_book_.latest_punches(amber_->id, 9).size(), 2U);
  EXPECT_EQ(ask("2026-04-01T10:00Z", Kind::out, true), "asked");
  EXPECT_EQ(decide(), "agreed");
  EXPECT_EQ(minutes_on("2026-04-01"), 0);
  EXPECT_EQ(hours_book_.latest_punches(amber_->id, 9).size(), 1U);
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM punch"), 2) << "the original is kept";
  EXPECT_EQ(ask("2026-04-01T10:00Z", Kind::out, true), "no_such_punch");
}

TEST_F(HoursAsks, AreRefusedWithASentenceWhereTheyCannotBe) {
  EXPECT_EQ(ask("2026-04-02T09:01Z", Kind::in), "in_future");
  EXPECT_EQ(ask("2026-03-02T09:00Z", Kind::in), "asked");
  EXPECT_EQ(ask("2026-03-01T08:59Z", Kind::in), "too_long_ago");
  EXPECT_EQ(ask("2026-04-01T08:00Z", Kind::break_end), "order");
  EXPECT_EQ(ask("2026-04-01T08:00Z", Kind::in), "asked");
  EXPECT_EQ(ask("2026-04-01T08:00Z", Kind::in), "asked_already");
  EXPECT_EQ(ask("2026-04-01T09:00Z", Kind::in), "order") << "two ins";
  EXPECT_EQ(ask("2026-04-01T12:00Z", Kind::out), "asked") << "after what she asked for";
  EXPECT_EQ(ask("2026-04-01T13:00Z", Kind::out), "order");
  for (int why = 0; why <= static_cast<int>(AskRefusal::frozen); ++why) {
    for (const Language language : all_languages()) {
      const Words words(language, TILIA_SHARE "/locale");
      EXPECT_TRUE(words.knows(sentence_of(static_cast<AskRefusal>(why)).key())) << why;
    }
  }
}

TEST_F(HoursAsks, ChangeNothingOfAMonthThatIsApproved) {
  EXPECT_EQ(ask("2026-03-31T06:00Z", Kind::in), "asked");
  ASSERT_TRUE(work("amber", "2026-03-02", 480).ok());
  ASSERT_TRUE(draw_up("2026-03").ok());
  ASSERT_TRUE(approve("2026-03").ok());
  EXPECT_EQ(decide(), "frozen");
  EXPECT_EQ(decide(false), "declined");
}

TEST_F(HoursAsks, ChangeNothingOfAWeekWhoseHoursAreApproved) {
  punch("2026-03-31T06:00Z", Kind::in);
  {
    db::WriteTransaction change(*file_);
    change.connection().run(
        "INSERT INTO approved_week (worker, monday, approved_by, at) VALUES (?, '2026-03-30', ?, "
        "1)",
        amber_->id, owl_);
    change.commit();
  }
  EXPECT_EQ(punch("2026-03-31T14:00Z", Kind::out), "day_in_approved_month");
  EXPECT_EQ(ask("2026-03-31T14:00Z", Kind::out), "asked") << "nothing is lost";
  EXPECT_EQ(decide(), "frozen");
}

TEST_F(HoursAsks, SentAgainAskOnce) {
  const PunchAsk forgotten{Kind::in, instant("2026-04-01T08:00Z"), false};
  const auto id = HoursAskId::mint(chance_);
  ASSERT_TRUE(ask_for_punch(hours_book_, id, *amber_, forgotten, clock_).ok());
  ASSERT_TRUE(ask_for_punch(hours_book_, id, *amber_, forgotten, clock_).ok());
  EXPECT_FALSE(ask_for_punch(hours_book_, id, *birch_, forgotten, clock_).ok());
  EXPECT_EQ(rows().size(), 1U);
}

TEST_F(HoursAsks, OnlyHerOwnPublishedShiftThatIsStillToComeMayBeGivenAway) {
  const auto hers = publish(amber_->id, "2026-04-05");
  EXPECT_EQ(swap(publish(birch_->id, "2026-04-05")), "not_her_shift");
  EXPECT_EQ(swap(publish(amber_->id, "2026-04-02")), "shift_is_over") << "it began at 08:00";
  EXPECT_EQ(swap(hers), "asked");
  EXPECT_EQ(swap(hers), "asked_already");
  const auto open = hours_book_.asks(amber_->id, AskState::open);
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open.front().swap, SwapAsk{hers});
  EXPECT_TRUE(hours_book_.asks(birch_->id, AskState::open).empty());
}

TEST_F(HoursAsks, AreTakenBackByHerAloneAndOnlyWhileNobodyDecided) {
  EXPECT_EQ(ask("2026-04-01T08:00Z", Kind::in), "asked");
  EXPECT_FALSE(withdraw_ask(hours_book_, *last_, birch_->id, fox_, clock_).ok());
  EXPECT_TRUE(withdraw_ask(hours_book_, *last_, amber_->id, fox_, clock_).ok());
  EXPECT_TRUE(withdraw_ask(hours_book_, *last_, amber_->id, fox_, clock_).ok()) << "twice is once";
  EXPECT_EQ(decide(), "decided_already");
  EXPECT_EQ(ask("2026-04-01T08:00Z", Kind::in), "asked");
  EXPECT_EQ(decide(false), "declined");
  EXPECT_FALSE(withdraw_ask(hours_book_, *last_, amber_->id, fox_, clock_).ok());
}

TEST_F(HoursAsks, DaysOffAreReadByWhoeverHoldsTheRosterKeyAlone) {
  EXPECT_EQ(leave("2026-05-04", "2026-05-03"), "days_backwards");
  EXPECT_EQ(leave("2026-05-04", "2026-07-03"), "too_many_days");
  EXPECT_EQ(leave("2026-03-04", "2026-03-05"), "days_are_over");
  EXPECT_EQ(leave("2026-05-04", "2026-05-08"), "asked");
  EXPECT_EQ(leave("2026-06-01", "2026-06-01"), "asked");
  EXPECT_EQ(file_->reader().number("SELECT count(DISTINCT length(what)) FROM sealed_ask"), 1);
  EXPECT_EQ(file_->reader().number("SELECT count(*) FROM journal WHERE payload LIKE '%2026-05%'"),
            0);
  const auto opened = db::leave_asks_where(file_->reader(), keys_, AskState::open);
  ASSERT_EQ(opened.size(), 2U);
  const db::KeyRing nobody;
  EXPECT_ANY_THROW((void)db::leave_asks_where(file_->reader(), nobody, AskState::open));
  EXPECT_TRUE(withdraw_ask(hours_book_, *last_, amber_->id, fox_, clock_).ok());
  EXPECT_EQ(hours_book_.leave_asks(amber_->id).size(), 2U);
  EXPECT_EQ(db::leave_asks_where(file_->reader(), keys_, AskState::open).size(), 1U);
}

TEST_F(HoursAsks, ARebuildGivesTheSameRows) {
  punch("2026-04-01T06:00Z", Kind::in);
  punch("2026-04-01T10:00Z", Kind::out);
  EXPECT_EQ(ask("2026-04-01T12:00Z", Kind::in), "asked");
  EXPECT_EQ(decide(), "agreed");
  EXPECT_EQ(ask("2026-04-01T10:00Z", Kind::out, true), "asked");
  EXPECT_EQ(decide(), "agreed");
  EXPECT_EQ(swap(publish(amber_->id, "2026-04-05")), "asked");
  clock_.set(instant("2026-04-02T09:10Z"));
  punch("2026-04-02T09:10Z", Kind::out);
  ASSERT_TRUE(undo_punch(hours_book_, *amber_, zone_, clock_));
  EXPECT_FALSE(undo_punch(hours_book_, *amber_, zone_, clock_)) << "what is before is older";
  const auto live = rows();
  EXPECT_EQ(live.size(), 4U + 2U + 3U);
  db::rebuild_projections(*file_, {db::punch_projection()});
  EXPECT_EQ(rows(), live);
}

TEST_F(HoursAsks, AWrongTapIsTakenBackForTwoMinutesAndTheDayWithIt) {
  clock_.set(instant("2026-04-02T10:00Z"));
  punch("2026-04-02T06:00Z", Kind::in);
  punch("2026-04-02T10:00Z", Kind::out);
  EXPECT_EQ(minutes_on("2026-04-02"), 240);
  ASSERT_TRUE(undo_punch(hours_book_, *amber_, zone_, clock_));
  EXPECT_EQ(minutes_on("2026-04-02"), 0);
  EXPECT_EQ(hours_book_.latest_punches(amber_->id, 9).size(), 1U);
  EXPECT_EQ(punch("2026-04-02T10:00Z", Kind::out), "entered") << "the same again";
  EXPECT_EQ(minutes_on("2026-04-02"), 240);
}

TEST_F(HoursAsks, AfterAForgottenEndSheComesInAgain) {
  EXPECT_EQ(punch("2026-03-31T06:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-03-31T20:00Z", Kind::in), "already_in");
  EXPECT_EQ(punch("2026-04-01T06:00Z", Kind::in), "entered");
  EXPECT_EQ(punch("2026-04-01T14:00Z", Kind::out), "entered");
  EXPECT_EQ(minutes_on("2026-03-31"), 0);
  EXPECT_EQ(minutes_on("2026-04-01"), 480);
  EXPECT_EQ(ask("2026-03-31T14:00Z", Kind::out), "asked");
  EXPECT_EQ(decide(), "agreed");
  EXPECT_EQ(minutes_on("2026-03-31"), 480);
  EXPECT_EQ(minutes_on("2026-04-01"), 480);
}

TEST_F(HoursAsks, ALoginIsOneWorkersAndAReminderOpensWithTheTillKeyAlone) {
  {
    db::WriteTransaction change(*file_);
    db::link_login(change.connection(), amber_->id, fox_);
    db::link_login(change.connection(), birch_->id, fox_);
    db::link_login(change.connection(), amber_->id, owl_);
    db::put_reminder(change.connection(), keys_, amber_->id, {300, 20, 600});
    change.commit();
  }
  EXPECT_EQ(hours_book_.worker_of(fox_)->alias, "birch");
  EXPECT_EQ(hours_book_.worker_of(owl_)->alias, "amber");
  EXPECT_FALSE(hours_book_.worker_of(LoginId::mint(chance_)));
  EXPECT_EQ(hours_book_.reminder(amber_->id), (HoursReminder{300, 20, 600}));
  EXPECT_FALSE(hours_book_.reminder(birch_->id));
  const db::KeyRing nobody;
  EXPECT_FALSE(db::HoursBookSqlite(*file_, nobody).reminder(amber_->id));
}

TEST_F(HoursAsks, AndRemindersOpenAfterTheirKeysWereReplacedAndNotWithTheOldOnes) {
  EXPECT_EQ(leave("2026-05-04", "2026-05-08"), "asked");
  db::KeyRing stale;
  stale.put(db::KeyName::till, {1, keys_.held(db::KeyName::till).key.copy()});
  stale.put(db::KeyName::roster, {1, keys_.held(db::KeyName::roster).key.copy()});
  {
    db::WriteTransaction change(*file_);
    db::put_reminder(change.connection(), keys_, amber_->id, {300, 20, 600});
    db::replace_key(change.connection(), keys_, db::KeyName::till, {});
    db::replace_key(change.connection(), keys_, db::KeyName::roster, {});
    change.commit();
  }
  EXPECT_EQ(hours_book_.reminder(amber_->id), (HoursReminder{300, 20, 600}));
  EXPECT_FALSE(db::HoursBookSqlite(*file_, stale).reminder(amber_->id)) << "nothing, and no fault";
  EXPECT_EQ(db::leave_asks_where(file_->reader(), keys_, AskState::open).front().leave,
            (LeaveAsk{day("2026-05-04"), day("2026-05-08")}));
  EXPECT_ANY_THROW((void)db::leave_asks_where(file_->reader(), stale, AskState::open));
  EXPECT_EQ(leave("2026-06-04", "2026-06-08"), "asked");
  EXPECT_EQ(db::leave_asks_where(file_->reader(), keys_, AskState::open).size(), 2U);
}

TEST_F(HoursAsks, TellWhetherSheIsUnderContract) {
  EXPECT_TRUE(hours_book_.under_contract(amber_->id, day("2026-01-01")));
  EXPECT_FALSE(hours_book_.under_contract(amber_->id, day("2025-12-31")));
}

}  // namespace
}  // namespace tilia::payroll
