// Rung 2: one's own time, in real windows.
#include <gtest/gtest.h>

#include <tuple>

#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class MyTimeWindows : public ::testing::TestWithParam<std::tuple<Language, int>> {
 protected:
  MyTimeWindows() {
    shop_.own_time.used = true;
    shop_.own_time.mine.linked = true;
    shop_.own_time.mine.taps = {TimeTap::come};
    shop_.own_time.mine.shifts = {
        {OwnShiftId::mint(shop_.chance), *Day::from(2026, 3, 2), 480, 960, "🥖", "oven", false}};
    till_.show_again();
  }
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  ui::ActionButton* button(const char* key) { return till_.button(key); }
  static Language language() { return std::get<0>(GetParam()); }
  static wxSize size() {
    return std::get<1>(GetParam()) == 1366 ? wxSize(1366, 768) : wxSize(1180, 680);
  }
  void opens() {
    press(button("till.my_time.open"));
    ASSERT_EQ(shop_->place(), Place::my_time_who);
    shop_->log_in().choose("🦊");
    for (int i = 0; i < 6; ++i) shop_->digit('1');
    till_.show_again();
    ASSERT_EQ(shop_->place(), Place::my_time);
  }

  tests::CounterOfTests shop_;
  tests::TillOnScreen till_{shop_, tests::words(language()), size()};
};

TEST_P(MyTimeWindows, OneTapSaysThatSheIsHereAndAnotherTakesItBack) {
  opens();
  press(button("till.my_time.come"));
  EXPECT_EQ(shop_.own_time.done, (std::vector<std::string>{"come"}));
  press(button("till.undo"));
  EXPECT_EQ(shop_.own_time.done.back(), "undo");
  press(button("till.my_time.done"));
  EXPECT_EQ(shop_->place(), Place::log_in);
}

TEST_P(MyTimeWindows, WhatIsAskedForIsChosenByStepsAlone) {
  opens();
  press(button("till.my_time.i_forgot"));
  ASSERT_EQ(shop_->place(), Place::my_time_forgot);
  press(button("till.my_time.leave"));
  press(button("till.my_time.yesterday"));
  press(button("till.my_time.ask"));
  EXPECT_EQ(shop_.own_time.done, (std::vector<std::string>{"forgotten 3 2026-03-01 480"}));
  press(button("till.my_time.days_off"));
  ASSERT_EQ(shop_->place(), Place::my_time_days);
  press(button("till.my_time.ask"));
  EXPECT_EQ(shop_.own_time.done.back(), "days 2026-03-03 2026-03-03");
}

TEST_P(MyTimeWindows, AWrongTapIsTouchedAndAskedFor) {
  const Instant at = shop_.clock.now().plus_seconds(-7200);
  shop_.own_time.tapped = {{TimeTap::leave, at, false}};
  opens();
  press(button("till.my_time.wrong_tap"));
  ASSERT_EQ(shop_->place(), Place::my_time_taps);
  press(till_.tile("🏠"));
  ASSERT_EQ(shop_->place(), Place::my_time_tap);
  press(button("till.my_time.tap_away"));
  EXPECT_EQ(shop_.own_time.done, (std::vector<std::string>{"wrong 3 " + at.text()}));
  EXPECT_EQ(shop_->place(), Place::my_time);
}

TEST_P(MyTimeWindows, ABreakIsTakenLaterOnTheBarWhileTheSaleGoesOn) {
  shop_.begin_selling();
  shop_->tap_article("loaf");
  shop_.own_time.break_due = true;
  till_.frame().second_passed(0);
  EXPECT_EQ(shop_->place(), Place::sale);
  ASSERT_TRUE(shop_->break_is_offered());
  press(button("till.my_time.later"));
  EXPECT_FALSE(shop_->break_is_offered());
  EXPECT_EQ(shop_->cart().lines().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Languages, MyTimeWindows,
                         ::testing::Combine(::testing::ValuesIn(all_languages()),
                                            ::testing::Values(1366, 1180)));

}  // namespace
}  // namespace tilia::pos
