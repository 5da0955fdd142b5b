// Rung 1: what costs less in the evening, at the counter.
#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class CheaperInTheEvening : public ::testing::Test {
 protected:
  CheaperInTheEvening() {
    shop.book.set_counter_rule("counter.markdown", "18:00 30 Hleb; 18:30 50 Torte",
                               shop.clock.now());
    shop.begin_selling();
  }
  void it_is(const char* instant) { shop.clock.set(Instant::parse(instant).value()); }
  void it_is_six() { it_is("2026-03-02T18:00:00+01:00"); }
  [[nodiscard]] std::optional<int> off(const std::string& article) {
    return shop->marked_down(*shop->shelf().article(article));
  }
  Sale pays_exactly() {
    shop->pay();
    shop->paying().take_offer(0);
    shop->paid();
    EXPECT_EQ(shop->place(), Place::change);
    return shop.book.latest_sales("T1", 1).at(0);
  }
  tests::CounterOfTests shop;
};

}  // namespace

TEST_F(CheaperInTheEvening, FromThatMinuteOnTheArticlesOfThatPageCostLess) {
  it_is("2026-03-02T17:59:59+01:00");
  EXPECT_FALSE(off("loaf"));
  EXPECT_EQ(shop->price_shown(*shop->shelf().article("loaf")), shop.dinars(60));
  it_is_six();
  EXPECT_EQ(off("loaf"), 30);
  EXPECT_EQ(shop->price_shown(*shop->shelf().article("loaf")), shop.dinars(42));
  EXPECT_FALSE(off("cake")) << "another page, half an hour later";
  it_is("2026-03-02T18:30:00+01:00");
  EXPECT_EQ(off("cake"), 50);
  EXPECT_FALSE(off("tea-1"));
}

TEST_F(CheaperInTheEvening, TheLineKeepsTheUsualAmountForReceiptAndDaySheet) {
  it_is_six();
  shop->tap_article("loaf");
  shop->tap_article("loaf");
  ASSERT_EQ(shop->cart().lines().size(), 1U) << "two at one price are one line";
  EXPECT_EQ(shop->total(), shop.dinars(84));
  const Sale sale = pays_exactly();
  ASSERT_EQ(sale.priced.lines.size(), 1U);
  EXPECT_EQ(sale.priced.lines[0].amount, shop.dinars(84));
  EXPECT_EQ(sale.priced.lines[0].usual_amount, shop.dinars(120));
}

TEST_F(CheaperInTheEvening, WhatLiesOnTheTrayKeepsItsPrice) {
  shop->tap_article("loaf");
  it_is_six();
  EXPECT_EQ(shop->total(), shop.dinars(60));
  shop->one_more(0);
  EXPECT_EQ(shop->total(), shop.dinars(120));
  shop->tap_article("loaf");
  EXPECT_EQ(shop->total(), shop.dinars(162)) << "what is tapped now costs less";
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->total(), shop.dinars(162)) << "across a restart, too";
}

TEST_F(CheaperInTheEvening, WhatIsWeighedCostsWhatItDidWhenItWasTapped) {
  it_is("2026-03-02T18:29:00+01:00");
  shop->tap_article("nuts");
  it_is("2026-03-02T18:31:00+01:00");
  for (const char digit : std::string("100")) shop->type(std::string(1, digit));
  shop->weigh_done();
  EXPECT_EQ(shop->total(), shop.dinars(150));
  shop->tap_article("nuts");
  for (const char digit : std::string("100")) shop->type(std::string(1, digit));
  shop->weigh_done();
  EXPECT_EQ(shop->total(), shop.dinars(225));
}

TEST_F(CheaperInTheEvening, ScannedItCostsLessToo) {
  it_is_six();
  shop->scanned("8600000000014");
  EXPECT_EQ(shop->total(), shop.dinars(42));
}

TEST_F(CheaperInTheEvening, TheSameAgainCostsLessToo) {
  it_is_six();
  shop->tap_article("loaf");
  pays_exactly();
  shop->made_a_mistake();
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  shop->same_again();
  ASSERT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(42));
}

TEST_F(CheaperInTheEvening, NeverTogetherWithAnotherOwnPrice) {
  it_is_six();
  shop->log_out();
  shop->log_in().choose("🐝");
  for (int i = 0; i < 6; ++i) shop->digit('2');
  shop->tap_article("loaf");
  shop->open_line(0);
  shop->choose_percent();
  shop->take_off_percent(10);
  EXPECT_EQ(shop->total(), shop.dinars(54)) << "of the usual price, and instead of the other";
}

TEST_F(CheaperInTheEvening, TenPastMidnightTheRuleOfTheDrawersDayHolds) {
  it_is("2026-03-03T00:10:00+01:00");
  EXPECT_EQ(off("loaf"), 30);
  EXPECT_EQ(off("cake"), 50);
}

TEST_F(CheaperInTheEvening, TheMinuteItBeginsIsShownOnce) {
  it_is("2026-03-02T17:59:59+01:00");
  EXPECT_FALSE(shop->look_at_catalogue());
  it_is_six();
  EXPECT_TRUE(shop->look_at_catalogue());
  EXPECT_FALSE(shop->look_at_catalogue());
}

}  // namespace tilia::pos
