#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

TEST(Start, ACrashWithATrayBringsTheTrayBack) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->tap_article("cake");
  const SaleId id = shop->cart().id();
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->cart().id(), id);
  EXPECT_EQ(shop->total(), shop.dinars(380));
}

TEST(Start, ACrashAfterPaidShowsTheSavedSaleAgain) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const std::string receipt = shop->giving().sale().receipt;
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().sale().receipt, receipt);
  EXPECT_EQ(shop->giving().back(), shop.dinars(40));
  shop->print_again();
  shop->print_now();
  EXPECT_EQ(shop.paper.printed, std::vector<std::string>{receipt + " copy"});
  shop->next_customer();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_TRUE(shop->cart().empty());
}

TEST(Start, ACrashAtAnEmptyTrayShowsTheLastSaleWithoutAQuestion) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->next_customer();
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale);
  ASSERT_TRUE(shop->notice().has_value());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.last_sale_saved");
  EXPECT_EQ(shop->notice()->button, Notice::Button::print_again);
}

TEST(Start, AWordAboutTheBookIsSaidOnceToWhoOpensAndStopsNothing) {
  tests::CounterOfTests shop;
  shop.word_about_book = Phrase("till.notice.book_older");
  shop.start_again();
  shop.begin_selling();
  shop.start_again();
  shop.log_in();
  ASSERT_TRUE(shop->notice().has_value());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.book_older");
  EXPECT_EQ(shop->place(), Place::sale);
  shop.sell_a_loaf();
  EXPECT_EQ(shop->place(), Place::change);
  shop->next_customer();
  shop->back_soon();
  shop->open_again();
  shop.log_in();
  EXPECT_FALSE(shop->notice().has_value());
}

TEST(Start, AfterACleanEndNothingIsAsked) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->next_customer();
  shop->end();
  EXPECT_FALSE(shop.draft.text.has_value());
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_FALSE(shop->notice().has_value());
}

TEST(Start, ATrayOutlivesTheEndOfTheProgram) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->end();
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST(Start, YesterdaysDrawerIsMetWithOneSentence) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.clock.set(Instant::parse("2026-03-03T07:00:00+01:00").value());
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::morning);
  shop->count_yesterday();
  EXPECT_EQ(shop->place(), Place::close);
  shop->later();
  EXPECT_EQ(shop->place(), Place::morning);
  shop->count_yesterday();
  shop->count().set(shop.piece(5000), 1);
  shop->counted();
  EXPECT_EQ(shop->place(), Place::closed);
  EXPECT_EQ(shop->day_sheet()->session.business_day.text(), "2026-03-02");
}

TEST(Start, AShopThatClosesLateGoesOnWithItsDay) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.clock.set(Instant::parse("2026-03-03T01:30:00+01:00").value());
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale);
}

}  // namespace
}  // namespace tilia::pos
