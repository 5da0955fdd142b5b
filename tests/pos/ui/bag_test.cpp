// A count that is cut short: the money goes into a bag, selling goes on in a new drawer, and the
// bag is counted when somebody has time for it.
#include <gtest/gtest.h>

#include "pos/ui/kept_counts.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class CountLater : public ::testing::Test {
 protected:
  CountLater() { shop_.begin_selling(); }

  void begin_close() {
    shop_->own_picture();
    shop_->close_day();
  }
  void put_into_bag(const std::string& number) {
    shop_->count_later();
    for (const char letter : number) shop_->type(std::string(1, letter));
    shop_->bag_later_done();
  }
  void open_again() {
    shop_.log_in();
    shop_.count_a_float();
    shop_->open_with_count();
  }

  tests::CounterOfTests shop_;
};

TEST_F(CountLater, TheMoneyGoesIntoABagAndTheNextDrawerOpensAtOnce) {
  shop_.sell_a_loaf();
  shop_->next_customer();
  begin_close();
  put_into_bag("4711");
  ASSERT_EQ(shop_->place(), Place::bagged);
  EXPECT_EQ(shop_->bag()->number, "4711");
  shop_->print_now();
  EXPECT_EQ(shop_.paper.printed.back(), "bag 4711");
  shop_->bag_is_away();
  EXPECT_EQ(shop_->place(), Place::log_in);
  shop_.log_in();
  ASSERT_EQ(shop_->place(), Place::open_drawer);
  EXPECT_EQ(shop_->bags().size(), 1U);
  shop_.count_a_float();
  shop_->open_with_count();
  EXPECT_EQ(shop_->place(), Place::sale);
  shop_.sell_a_loaf();
  EXPECT_EQ(shop_->giving().sale().receipt, "T1-1-2");
}

TEST_F(CountLater, ABagNeedsANumberWhateverTheShopSaysOfBags) {
  begin_close();
  shop_->count_later();
  ASSERT_EQ(shop_->place(), Place::bag_later);
  shop_->bag_later_done();
  EXPECT_EQ(shop_->place(), Place::bag_later);
  shop_->type(" ");
  shop_->bag_later_done();
  EXPECT_EQ(shop_->notice()->sentence.key(), "pos.refusal.no_bag_number");
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::close);
  EXPECT_TRUE(shop_.drawer.look("T1").ok());
}

TEST_F(CountLater, GoesOnFromThePiecesThatWereCountedAlready) {
  begin_close();
  shop_->step_count(shop_.piece(200), 3);
  put_into_bag("4711");
  shop_->bag_is_away();
  shop_.start_again();
  shop_.log_in();
  shop_->step_count(shop_.piece(5), 1);  // of the float, which is another count
  shop_->count_a_bag();
  ASSERT_EQ(shop_->place(), Place::count_bag);
  EXPECT_EQ(shop_->count().total(), shop_.dinars(600));
  shop_->step_count(shop_.piece(200), 1);
  shop_->later();
  ASSERT_EQ(shop_->place(), Place::open_drawer);
  EXPECT_EQ(shop_->count().total(), shop_.dinars(5));
  shop_->count_a_bag();
  EXPECT_EQ(shop_->count().total(), shop_.dinars(800));
}

TEST_F(CountLater, IsCountedWhileAnotherDrawerIsOpenAndTheTrayWaits) {
  begin_close();
  put_into_bag("4711");
  shop_->bag_is_away();
  open_again();
  shop_->tap_article("loaf");
  shop_->own_picture();
  shop_->more_of_own();
  shop_->count_a_bag();
  ASSERT_EQ(shop_->place(), Place::count_bag);
  for (const auto& [value, count] : {std::pair{1000, 2},
                                     {500, 2},
                                     {200, 4},
                                     {100, 6},
                                     {50, 4},
                                     {20, 10},
                                     {10, 10},
                                     {5, 10},
                                     {2, 15},
                                     {1, 20}})
    shop_->count().set(shop_.piece(value), count);
  shop_->counted();
  ASSERT_EQ(shop_->place(), Place::closed);
  EXPECT_EQ(shop_->day_sheet()->words.bag, "4711");
  EXPECT_TRUE(shop_->day_sheet()->difference.is_zero());
  EXPECT_TRUE(shop_->day_sheet()->bagged_at.has_value());
  shop_->good_night();
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_->cart().lines().size(), 1U);
  EXPECT_TRUE(shop_.drawer.bags("T1").empty());
  EXPECT_TRUE(shop_.drawer.look("T1").ok());  // the other one is still open
}

TEST_F(CountLater, ItsDifferenceIsAgainstWhatWasExpectedThen) {
  begin_close();
  put_into_bag("4711");
  shop_->bag_is_away();
  open_again();
  shop_.sell_a_loaf();
  shop_->next_customer();
  shop_->own_picture();
  shop_->more_of_own();
  shop_->count_a_bag();
  shop_->count().set(shop_.piece(2000), 2);
  shop_->counted();
  ASSERT_EQ(shop_->place(), Place::difference);
  EXPECT_EQ(shop_->difference(), shop_.dinars(-1000));
  shop_->count_again();
  EXPECT_EQ(shop_->place(), Place::count_bag);
  shop_->counted();
  shop_->close_anyway();
  EXPECT_EQ(shop_->day_sheet()->difference, shop_.dinars(-1000));
}

TEST_F(CountLater, SheetsAreNumberedInTheOrderInWhichTheyAreClosed) {
  begin_close();
  put_into_bag("first");
  shop_->bag_is_away();
  open_again();
  begin_close();
  put_into_bag("second");
  shop_->bag_is_away();
  ASSERT_TRUE(shop_.drawer.open("T1", shop_.dinars(7)).ok());
  const auto third = shop_.drawer.close("T1", {{shop_.dinars(1), 7}});
  EXPECT_EQ(third.value().number, 1);
  EXPECT_EQ(third.value().session.number, 3);
  EXPECT_EQ(last_sheet_number(shop_.book, "T1"), 1);
  EXPECT_EQ(shop_.drawer.close_bag("T1", "second", {}).value().number, 2);
  ASSERT_TRUE(shop_.drawer.open("T1", shop_.dinars(7)).ok());
  EXPECT_EQ(last_sheet_number(shop_.book, "T1"), 2);
  const auto first = shop_.drawer.close_bag("T1", "first", {});
  EXPECT_EQ(first.value().number, 3);
  EXPECT_EQ(first.value().session.number, 1);
  EXPECT_EQ(shop_.book.day_sheet("T1", 3), first.value());
  EXPECT_EQ(last_sheet_number(shop_.book, "T1"), 3);
}

TEST_F(CountLater, OneOfSeveralBagsIsChosen) {
  begin_close();
  put_into_bag("first");
  shop_->bag_is_away();
  open_again();
  begin_close();
  put_into_bag("second");
  shop_->bag_is_away();
  shop_.log_in();
  shop_->count_a_bag();
  ASSERT_EQ(shop_->place(), Place::bags);
  shop_->choose_bag(1);
  EXPECT_EQ(shop_->bag()->number, "second");
  shop_->later();
  EXPECT_EQ(shop_->place(), Place::open_drawer);
  shop_->count_a_bag();
  shop_->undo();
  EXPECT_EQ(shop_->place(), Place::open_drawer);
}

TEST_F(CountLater, YesterdaysDrawerNeedsNoCountBeforeSellingBegins) {
  shop_->log_out();
  shop_.clock.set(shop_.clock.now().plus_seconds(24 * 3600));
  shop_.log_in();
  ASSERT_EQ(shop_->place(), Place::morning);
  put_into_bag("4711");
  ASSERT_EQ(shop_->place(), Place::bagged);
  shop_->bag_is_away();
  shop_.log_in();
  EXPECT_EQ(shop_->last_float(), shop_.dinars(5000));
  shop_.count_a_float();
  shop_->open_with_count();
  EXPECT_EQ(shop_->place(), Place::sale);
  EXPECT_EQ(shop_.drawer.bags("T1").front().session.business_day.text(), "2026-03-02");
}

TEST_F(CountLater, ABagThatTheOfficeCountedMeanwhileIsSaid) {
  begin_close();
  put_into_bag("4711");
  shop_->bag_is_away();
  shop_.log_in();
  shop_->count_a_bag();
  ASSERT_TRUE(shop_.drawer.close_bag("T1", "4711", {}).ok());
  shop_->counted();
  EXPECT_EQ(shop_->notice()->sentence.key(), "pos.refusal.no_such_bag");
  shop_->later();
  EXPECT_EQ(shop_->place(), Place::open_drawer);
  EXPECT_TRUE(shop_->bags().empty());
}

TEST_F(CountLater, WhoSellsOnlyCountsNoBag) {
  begin_close();
  put_into_bag("4711");
  shop_->bag_is_away();
  open_again();
  shop_->log_out();
  shop_->log_in().choose("🦊");
  for (int i = 0; i < 30; ++i) shop_->digit('9');
  shop_.log_in("🦉");
  ASSERT_TRUE(shop_->person()->selling_only);
  shop_->own_picture();
  shop_->more_of_own();
  shop_->count_a_bag();
  EXPECT_EQ(shop_->place(), Place::own_more);
}

TEST(KeptCounts, HoldOneOfEachDrawerAndReadWhatWasKeptBefore) {
  tests::KeptDraft store;
  store.text = "aa\n1 2 3";  // as one count was kept
  EXPECT_EQ(KeptCounts(store).of("aa"), "1 2 3");
  KeptCounts(store).keep("bb", "4 5");
  EXPECT_EQ(KeptCounts(store).of("aa"), "1 2 3");
  EXPECT_EQ(KeptCounts(store).of("bb"), "4 5");
  KeptCounts(store).keep_only({"bb"});
  EXPECT_FALSE(KeptCounts(store).of("aa").has_value());
  KeptCounts(store).keep_only({});
  EXPECT_FALSE(store.text.has_value());
}

}  // namespace
}  // namespace tilia::pos
