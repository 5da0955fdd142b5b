// Rung 1: one's own time at the counter.
#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

using tests::CounterOfTests;

class MyTime : public ::testing::Test {
 protected:
  MyTime() {
    door().used = true;
    door().mine.linked = true;
    door().mine.taps = {TimeTap::come};
  }
  tests::OwnTimeOfTests& door() { return shop.own_time; }
  void types(const std::string& picture, char digit = '1') {
    if (!picture.empty()) shop->log_in().choose(picture);
    for (int i = 0; i < 6; ++i) shop->digit(digit);
  }
  void opens() {
    shop->open_my_time();
    ASSERT_EQ(shop->place(), Place::my_time_who);
    types("🦊");
    ASSERT_EQ(shop->place(), Place::my_time);
  }
  void at(const std::function<void(MyTimeScreen&)>& what) { shop->at_my_time(what); }
  void seconds_pass(std::int64_t seconds) {
    shop.clock.set(shop.clock.now().plus_seconds(seconds));
  }
  void shifts(int count) {
    for (int i = 0; i < count; ++i)
      door().mine.shifts.push_back({OwnShiftId::mint(shop.chance), *Day::from(2026, 3, 2 + i), 480,
                                    960, "🥖", "oven", false});
  }
  OwnAsk asked(OwnAsk::State state) {
    return {
        OwnAskId::mint(shop.chance), OwnAsk::What::days_off, state, {}, {}, {}, shop.clock.now()};
  }

  CounterOfTests shop;
};

TEST_F(MyTime, IsOpenedWithoutADrawerAndOneTapSaysThatSheIsHere) {
  opens();
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::come); });
  EXPECT_EQ(door().done, (std::vector<std::string>{"come"}));
  EXPECT_EQ(shop->my_time().now().where, OwnTimeNow::Where::at_work);
  at([](MyTimeScreen& mine) { mine.back(); });
  EXPECT_EQ(shop->place(), Place::log_in);
  EXPECT_FALSE(shop->person().has_value()) << "nobody stays logged in";
  EXPECT_TRUE(shop->my_time().picture().empty());
}

TEST_F(MyTime, AsksForHerOwnNumberThoughSomebodyIsLoggedIn) {
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->own_picture();
  shop->open_my_time();
  ASSERT_EQ(shop->place(), Place::my_time_who);
  EXPECT_EQ(shop->log_in().chosen(), "🦊");
  EXPECT_TRUE(door().asked_about.empty());
  types("", '9');
  EXPECT_EQ(shop->place(), Place::my_time_who);
  EXPECT_TRUE(door().asked_about.empty());
  types("🦉");
  ASSERT_EQ(shop->place(), Place::my_time);
  EXPECT_EQ(shop->my_time().picture(), "🦉");
  EXPECT_EQ(door().asked_about.back(), *shop.crew.staff_of("🦉"));
  EXPECT_EQ(shop->person()->picture, "🦊") << "who sells stays logged in";
  shop->undo();
  EXPECT_EQ(shop->place(), Place::own);
  shop->undo();
  EXPECT_EQ(shop->cart().lines().size(), 1U) << "and the tray is as it was";
}

TEST_F(MyTime, OpensForNobodyWithAColleaguesNumber) {
  shop->open_my_time();
  for (int miss = 0; miss < 5; ++miss) types("🦊", '9');
  types("🦉");
  EXPECT_EQ(shop->place(), Place::my_time_who);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.my_time.own_number");
  EXPECT_TRUE(door().asked_about.empty());
}

TEST_F(MyTime, ASecondTapOfAShakingHandDoesNothing) {
  opens();
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::come); });
  seconds_pass(1);
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::pause); });
  EXPECT_EQ(door().done.size(), 1U);
  seconds_pass(2);
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::come); });
  EXPECT_EQ(door().done.size(), 1U) << "it is not offered";
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::pause); });
  EXPECT_EQ(door().done.back(), "pause");
  at([](MyTimeScreen& mine) { mine.undo_tap(); });
  EXPECT_EQ(door().done.back(), "undo");
  at([](MyTimeScreen& mine) { mine.undo_tap(); });
  EXPECT_EQ(door().done.size(), 3U);
}

TEST_F(MyTime, SaysWhyNotAndStaysWhereItWas) {
  opens();
  door().refuses = Phrase("payroll.punch_refusal.in_future");
  at([](MyTimeScreen& mine) { mine.tap(TimeTap::come); });
  EXPECT_EQ(shop->notice()->sentence.key(), "payroll.punch_refusal.in_future");
  at([](MyTimeScreen& mine) {
    mine.days_off();
    mine.ask_now();
  });
  EXPECT_EQ(shop->place(), Place::my_time_days) << "she may choose other days";
  EXPECT_TRUE(shop->notice().has_value());
}

TEST_F(MyTime, ClosesAfterAMinuteOfQuietAndWithTheLock) {
  shop.begin_selling();
  shop->own_picture();
  shop->open_my_time();
  types("");
  ASSERT_EQ(shop->place(), Place::my_time);
  shop->touched();
  seconds_pass(59);
  EXPECT_FALSE(shop->look_at_my_time());
  seconds_pass(1);
  EXPECT_TRUE(shop->look_at_my_time());
  EXPECT_EQ(shop->place(), Place::own);
  EXPECT_TRUE(shop->my_time().picture().empty());
  shop->open_my_time();
  types("");
  shop->lock();
  EXPECT_EQ(shop->place(), Place::locked);
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale) << "her time is not opened again by logging in";
}

TEST_F(MyTime, WithoutALoginLinkedOffersNothing) {
  door().mine = {};
  opens();
  EXPECT_FALSE(shop->my_time().now().linked);
  at([](MyTimeScreen& mine) {
    mine.tap(TimeTap::come);
    mine.forgot();
    mine.wrong_tap();
    mine.days_off();
  });
  EXPECT_EQ(shop->place(), Place::my_time);
  EXPECT_TRUE(door().done.empty());
  door().used = false;
  EXPECT_FALSE(shop->has_my_time()) << "where nobody keeps her time here";
}

TEST_F(MyTime, AsksForATapThatWasForgotten) {
  opens();
  at([](MyTimeScreen& mine) { mine.forgot(); });
  ASSERT_EQ(shop->place(), Place::my_time_forgot);
  EXPECT_EQ(shop->my_time().minute(), 8 * 60);
  EXPECT_FALSE(shop->my_time().may_move(5)) << "that is still to come";
  at([](MyTimeScreen& mine) {
    mine.move(-65);
    mine.move(5);
    mine.move(60);
    mine.move(60);
    mine.choose_forgotten(TimeTap::pause);
    mine.ask_now();
  });
  EXPECT_EQ(door().done, (std::vector<std::string>{"forgotten 1 2026-03-02 480"}));
  EXPECT_EQ(shop->place(), Place::my_time);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.my_time.is_asked");
  at([](MyTimeScreen& mine) {
    mine.forgot();
    mine.choose_yesterday(true);
    mine.move(15 * 60 + 55);
    mine.move(5);
    mine.ask_now();
  });
  EXPECT_EQ(door().done.back(), "forgotten 0 2026-03-01 1435");
  EXPECT_NE(door().ids[0], door().ids[1]);
}

TEST_F(MyTime, AsksToTakeAWrongTapAwayOnceItIsMeant) {
  const Instant now = shop.clock.now();
  for (int i = 0; i < 14; ++i)
    door().tapped.push_back({TimeTap::back, now.plus_seconds(-3600 * i), i == 1});
  opens();
  at([](MyTimeScreen& mine) { mine.wrong_tap(); });
  ASSERT_EQ(shop->place(), Place::my_time_taps);
  EXPECT_EQ(door().asked_about.back(), *shop.crew.staff_of("🦊"));
  EXPECT_EQ(shop->my_time().tap_pages(), 2U);
  at([](MyTimeScreen& mine) {
    mine.turn_taps(-1);
    mine.turn_taps(1);
    mine.turn_taps(1);
    mine.open_tap(2);
  });
  EXPECT_EQ(shop->place(), Place::my_time_taps) << "there is none";
  at([](MyTimeScreen& mine) { mine.open_tap(1); });
  ASSERT_EQ(shop->place(), Place::my_time_tap);
  EXPECT_EQ(shop->my_time().opened_tap(), door().tapped[13]);
  EXPECT_TRUE(shop->can_undo());
  shop->undo();
  ASSERT_EQ(shop->place(), Place::my_time_taps) << "back to the others";
  EXPECT_TRUE(door().done.empty());
  at([](MyTimeScreen& mine) { mine.open_tap(0); });
  at([](MyTimeScreen& mine) { mine.take_tap_away(); });
  const Instant wrong = door().tapped[12].at;
  EXPECT_EQ(door().done, (std::vector<std::string>{"wrong 2 " + wrong.text()}));
  EXPECT_EQ(shop->place(), Place::my_time);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.my_time.is_asked");
}

TEST_F(MyTime, AsksForNoTapTwiceAndStaysWhereItIsRefused) {
  door().tapped = {{TimeTap::come, shop.clock.now(), true},
                   {TimeTap::leave, shop.clock.now().plus_seconds(-60), false}};
  opens();
  at([](MyTimeScreen& mine) {
    mine.wrong_tap();
    mine.open_tap(0);
    mine.take_tap_away();
  });
  EXPECT_EQ(shop->place(), Place::my_time_tap);
  EXPECT_TRUE(door().done.empty()) << "it is asked for already";
  shop->undo();
  door().refuses = Phrase("payroll.ask_refusal.no_such_punch");
  at([](MyTimeScreen& mine) {
    mine.open_tap(1);
    mine.take_tap_away();
  });
  EXPECT_EQ(shop->place(), Place::my_time_tap);
  EXPECT_EQ(shop->notice()->sentence.key(), "payroll.ask_refusal.no_such_punch");
  const OwnAskId first = door().ids.back();
  door().refuses.reset();
  at([](MyTimeScreen& mine) { mine.take_tap_away(); });
  EXPECT_EQ(door().ids.back(), first) << "sent again it is asked once";
  at([](MyTimeScreen& mine) {
    mine.wrong_tap();
    mine.back();
    mine.back();
  });
  EXPECT_EQ(shop->place(), Place::log_in);
}

TEST_F(MyTime, OffersTheEndOfAShiftThatHasNone) {
  door().mine.end_is_missing = true;
  opens();
  at([](MyTimeScreen& mine) { mine.forgot(); });
  EXPECT_EQ(shop->my_time().forgotten(), TimeTap::leave);
  EXPECT_TRUE(shop->my_time().yesterday());
  at([](MyTimeScreen& mine) { mine.choose_yesterday(false); });
  EXPECT_EQ(shop->my_time().minute(), 8 * 60) << "no later than now";
}

TEST_F(MyTime, AsksForDaysOffByStepsAndNeverBackwards) {
  opens();
  at([](MyTimeScreen& mine) { mine.days_off(); });
  at([](MyTimeScreen& mine) {
    mine.move_to(-1);
    mine.move_from(-2);
    mine.move_from(7);
    mine.move_to(7);
    mine.move_to(-1);
    mine.ask_now();
  });
  EXPECT_EQ(door().done, (std::vector<std::string>{"days 2026-03-10 2026-03-16"}));
  at([](MyTimeScreen& mine) {
    mine.days_off();
    for (int i = 0; i < 20; ++i) mine.move_to(7);
    for (int i = 0; i < 20; ++i) mine.move_to(1);
  });
  EXPECT_EQ(shop->my_time().from().days_until(shop->my_time().to()) + 1,
            MyTimeScreen::most_days_off);
}

TEST_F(MyTime, GivesAShiftAwayOnceItIsMeant) {
  shifts(5);
  opens();
  EXPECT_EQ(shop->my_time().pages(), 2U);
  at([](MyTimeScreen& mine) {
    mine.turn(1);
    mine.open_shift(2);
  });
  EXPECT_EQ(shop->place(), Place::my_time) << "there is none";
  at([](MyTimeScreen& mine) { mine.open_shift(1); });
  ASSERT_EQ(shop->place(), Place::my_time_shift);
  EXPECT_EQ(shop->my_time().shift().day, *Day::from(2026, 3, 6));
  shop->undo();
  ASSERT_EQ(shop->place(), Place::my_time);
  at([](MyTimeScreen& mine) { mine.open_shift(0); });
  at([](MyTimeScreen& mine) { mine.give_away(); });
  EXPECT_EQ(door().done, (std::vector<std::string>{"away " + door().mine.shifts[3].id.text()}));
  EXPECT_EQ(shop->place(), Place::my_time);
}

TEST_F(MyTime, TakesBackOnlyWhatIsNotAnswered) {
  door().mine.asks = {asked(OwnAsk::State::asked), asked(OwnAsk::State::yes)};
  opens();
  at([](MyTimeScreen& mine) { mine.open_ask(1); });
  ASSERT_EQ(shop->place(), Place::my_time_ask);
  at([](MyTimeScreen& mine) { mine.withdraw(); });
  EXPECT_TRUE(door().done.empty());
  shop->undo();
  at([](MyTimeScreen& mine) { mine.open_ask(0); });
  at([](MyTimeScreen& mine) { mine.withdraw(); });
  EXPECT_EQ(door().done, (std::vector<std::string>{"withdraw"}));
  EXPECT_EQ(shop->place(), Place::my_time);
}

TEST_F(MyTime, ABreakIsOfferedSoftlyAndStopsNoSale) {
  shop.begin_selling();
  EXPECT_FALSE(shop->look_at_my_time());
  door().break_due = true;
  EXPECT_FALSE(shop->look_at_my_time()) << "it is looked for once a minute";
  seconds_pass(60);
  EXPECT_TRUE(shop->look_at_my_time());
  EXPECT_TRUE(shop->break_is_offered());
  EXPECT_EQ(shop->place(), Place::sale);
  shop.sell_a_loaf();
  EXPECT_EQ(shop->place(), Place::change);
  EXPECT_TRUE(shop->break_is_offered()) << "it stays";
  shop->put_break_off();
  EXPECT_FALSE(shop->break_is_offered());
  EXPECT_EQ(door().done, (std::vector<std::string>{"later"}));
  door().break_due = true;
  seconds_pass(60);
  EXPECT_TRUE(shop->look_at_my_time());
  shop->lock();
  EXPECT_FALSE(shop->break_is_offered()) << "nobody is here";
}

}  // namespace
}  // namespace tilia::pos
