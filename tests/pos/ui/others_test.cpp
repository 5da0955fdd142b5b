// Rung 1: one more for whoever comes, and one that somebody paid for, at the counter.
#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class ForWhoeverComes : public ::testing::Test {
 protected:
  ForWhoeverComes() {
    shop.book.set_counter_rule("counter.suspended", "loaf, cake", shop.clock.now());
    shop.begin_selling();
  }
  // One more for others, of the first line.
  void one_more() {
    shop->open_line(0);
    shop->one_for_others();
  }
  void opens() {
    shop->own_picture();
    shop->open_others();
    ASSERT_EQ(shop->place(), Place::others);
  }
  void takes(std::size_t which = 0) {
    opens();
    shop->take_from_others(which);
  }
  void pays_exactly() {
    shop->pay();
    ASSERT_EQ(shop->place(), Place::pay);
    shop->paying().take_offer(0);
    shop->paid();
    ASSERT_EQ(shop->place(), Place::change);
  }
  // So many loaves wait.
  void somebody_paid_for(int loaves) {
    shop->tap_article("loaf");
    for (int i = 0; i < loaves; ++i) one_more();
    pays_exactly();
    shop->next_customer();
  }
  [[nodiscard]] std::int64_t waiting() { return shop->others().at(0).waiting; }
  [[nodiscard]] Money pool() {
    const auto pool = shop.tenders.advance(suspended_advance("loaf"));
    return pool ? pool->balance : shop.dinars(0);
  }
  [[nodiscard]] Sale last_sale() { return shop.book.latest_sales("T1", 1).at(0); }
  tests::CounterOfTests shop;
};

}  // namespace

TEST(SuspendedRule, WithoutItThereIsNoWayInAndNothingIsOffered) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  EXPECT_FALSE(shop->has_others());
  shop->tap_article("loaf");
  shop->open_line(0);
  shop->one_for_others();
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  shop->undo();
  shop->own_picture();
  shop->open_others();
  EXPECT_EQ(shop->place(), Place::own);
}

TEST_F(ForWhoeverComes, OneMoreIsARowOfItsOwnWithItsSumAndNoArticleOfTheSale) {
  shop->tap_article("loaf");
  one_more();
  one_more();
  ASSERT_EQ(shop->cart().lines().size(), 2U);
  EXPECT_EQ(shop->cart().lines()[1].use, Cart::Use::for_others);
  EXPECT_EQ(shop->cart().lines()[1].quantity, Quantity::pieces(2));
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1)) << "one leaves the shop";
  EXPECT_EQ(shop->total(), shop.dinars(180));
  pays_exactly();
  EXPECT_EQ(last_sale().priced.total, shop.dinars(60));
  EXPECT_EQ(last_sale().priced.extras,
            (std::vector<Extra>{{ExtraKind::advance, shop.dinars(120), "suspended-loaf"}}));
  EXPECT_EQ(pool(), shop.dinars(120));
}

TEST_F(ForWhoeverComes, OnlyWhatTheShopOffersCanBePaidForOthers) {
  shop->tap_article("roll");
  one_more();
  EXPECT_EQ(shop->cart().lines().size(), 1U);
}

TEST_F(ForWhoeverComes, ItCanBePaidForAlone) {
  shop->tap_article("loaf");
  one_more();
  shop->one_less(0);
  ASSERT_EQ(shop->cart().lines().size(), 1U);
  pays_exactly();
  EXPECT_TRUE(last_sale().priced.lines.empty());
  EXPECT_EQ(pool(), shop.dinars(60));
}

TEST_F(ForWhoeverComes, NoVoucherOrAccountPaysForIt) {
  shop->tap_article("loaf");
  one_more();
  shop->pay();
  EXPECT_EQ(shop->paying().to_pay(), shop.dinars(120));
  EXPECT_EQ(shop->paying().for_voucher(), shop.dinars(60));
}

TEST_F(ForWhoeverComes, OneThatIsTakenCostsNothingAndIsASaleOfItsArticle) {
  somebody_paid_for(2);
  EXPECT_EQ(waiting(), 2);
  takes();
  ASSERT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(0));
  EXPECT_EQ(waiting(), 1) << "the one on the tray does not wait any more";
  shop->pay();
  ASSERT_EQ(shop->place(), Place::change) << "nothing is asked for";
  EXPECT_EQ(last_sale().priced.total, shop.dinars(60));
  EXPECT_EQ(last_sale().priced.tenders,
            (std::vector<Tender>{{TenderKind::advance, shop.dinars(60), "suspended-loaf"}}));
  EXPECT_EQ(pool(), shop.dinars(60));
}

TEST_F(ForWhoeverComes, BesideItOtherGoodsArePaidAsEver) {
  somebody_paid_for(1);
  takes();
  shop->tap_article("roll");
  shop->tap_article("loaf");
  ASSERT_EQ(shop->cart().lines().size(), 3U) << "a loaf that is bought is a line of its own";
  EXPECT_EQ(shop->total(), shop.dinars(105));
  pays_exactly();
  EXPECT_EQ(last_sale().priced.total, shop.dinars(165));
  EXPECT_EQ(pool(), shop.dinars(0));
}

TEST_F(ForWhoeverComes, NoMoreAreTakenThanWait) {
  somebody_paid_for(1);
  takes();
  opens();
  shop->take_from_others(0);
  EXPECT_EQ(shop->place(), Place::others);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.others.none");
  shop->undo();
  shop->undo();
  EXPECT_EQ(shop->place(), Place::sale);
  shop->one_more(0);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1)) << "nor by “one more”";
  shop->open_line(0);
  shop->take_off_percent(10);
  shop->type_number();
  shop->type("9");
  shop->line_number_done();
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1)) << "nor by keys";
  shop->wait_here();
  EXPECT_EQ(waiting(), 0) << "nor beside a tray that waits";
}

TEST_F(ForWhoeverComes, WhatAnotherTillTookFirstIsSaidAndNothingIsWritten) {
  somebody_paid_for(1);
  takes();
  ASSERT_TRUE(shop.ring.ring_up(
      "T1", {.id = SaleId::mint(shop.chance),
             .lines = {{"loaf", Quantity::pieces(1)}},
             .tenders = {{TenderKind::advance, shop.dinars(60), suspended_advance("loaf")}},
             .donation = std::nullopt}));
  shop->pay();
  EXPECT_EQ(shop->place(), Place::pay);
  ASSERT_TRUE(shop->notice().has_value());
  shop->undo();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(pool(), shop.dinars(0));
}

TEST_F(ForWhoeverComes, EachStepIsUndone) {
  somebody_paid_for(1);
  shop->tap_article("loaf");
  one_more();
  shop->undo();
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  takes();
  shop->undo();
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(ForWhoeverComes, ItSurvivesARestartAndATrayThatWaits) {
  somebody_paid_for(1);
  takes();
  shop->tap_article("cake");
  shop->open_line(1);
  shop->one_for_others();
  const auto lines = shop->cart().lines();
  ASSERT_EQ(lines.size(), 3U);
  shop->wait_here();
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->waiting().size(), 1U);
  EXPECT_EQ(shop->waiting()[0].lines(), lines);
  EXPECT_EQ(waiting(), 0);
}

TEST_F(ForWhoeverComes, ItIsNotMarkedDownAndTakesNoOtherPrice) {
  shop.book.set_counter_rule("counter.markdown", "07:00 50 Hleb", shop.clock.now());
  shop->log_out();
  shop->log_in().choose("🐝");
  for (int i = 0; i < 6; ++i) shop->digit('2');
  shop->tap_article("loaf");
  one_more();
  EXPECT_EQ(shop->total(), shop.dinars(90)) << "the loaf at half, the other at its price";
  shop->open_line(1);
  shop->choose_percent();
  shop->take_off_percent(10);
  EXPECT_EQ(shop->total(), shop.dinars(90));
}

TEST_F(ForWhoeverComes, IsTakenBackWithItsSale) {
  shop->tap_article("loaf");
  one_more();
  pays_exactly();
  shop->made_a_mistake();
  ASSERT_EQ(shop->place(), Place::take_back);
  shop->taking_back().all();
  shop->take_it_back();
  EXPECT_EQ(pool(), shop.dinars(0)) << "taken back with the sale";
}

}  // namespace tilia::pos
