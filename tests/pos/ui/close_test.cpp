#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

TEST(CloseTheDay, AnExactCountClosesAtOnce) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->next_customer();
  shop->own_picture();
  shop->close_day();
  ASSERT_EQ(shop->place(), Place::close);
  shop->count().set(shop.piece(5000), 1);
  shop->count().set(shop.piece(20), 3);
  shop->counted();
  EXPECT_EQ(shop->place(), Place::closed);
  ASSERT_TRUE(shop->day_sheet().has_value());
  EXPECT_TRUE(shop->day_sheet()->difference.is_zero());
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.back(), "day 1");
}

TEST(CloseTheDay, ADifferenceIsSaidOnceAndMayBeCountedAgain) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->own_picture();
  shop->close_day();
  shop->count().set(shop.piece(2000), 2);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::difference);
  EXPECT_EQ(shop->difference(), shop.dinars(-1000));
  shop->count_again();
  EXPECT_EQ(shop->count().total(), shop.dinars(4000));  // what was counted stays
  shop->counted();
  shop->close_anyway();
  EXPECT_EQ(shop->place(), Place::closed);
  EXPECT_EQ(shop->day_sheet()->difference, shop.dinars(-1000));
}

TEST(CloseTheDay, LaterKeepsWhatWasCounted) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->own_picture();
  shop->close_day();
  shop->count().step(shop.piece(200), 1);
  shop->later();
  EXPECT_EQ(shop->place(), Place::sale);
  shop->own_picture();
  shop->close_day();
  EXPECT_EQ(shop->count().total(), shop.dinars(200));
}

TEST(CloseTheDay, ATrayThatIsNotEmptyComesFirst) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->own_picture();
  shop->close_day();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.tray_first");
}

TEST(CloseTheDay, AStepOfTheCountIsUndone) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->own_picture();
  shop->close_day();
  shop->count().step(0, 1);
  shop->count().step(0, -1);
  shop->count().step(0, -1);  // none is none
  EXPECT_EQ(shop->count().count(0), 0);
  shop->undo();
  EXPECT_EQ(shop->count().count(0), 1);
  shop->undo();
  EXPECT_FALSE(shop->count().touched());
}

TEST(CloseTheDay, ANoteAndACoinOfOneValueAreAddedUp) {
  tests::CounterOfTests shop;
  PieceCount count(shop.pack.pieces, shop.pack.currency);
  for (std::size_t i = 0; i < shop.pack.pieces.size(); ++i) {
    if (shop.pack.pieces[i].value == shop.dinars(20)) count.step(i, 1);
  }
  ASSERT_EQ(count.counted().size(), 1U);
  EXPECT_EQ(count.counted()[0], (CountedPiece{shop.dinars(20), 2}));
}

TEST(CloseTheDay, TheNextMorningProposesTheLastFloat) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->own_picture();
  shop->close_day();
  shop->count().set(shop.piece(5000), 1);
  shop->counted();
  shop->good_night();
  EXPECT_EQ(shop->place(), Place::log_in);
  shop.clock.set(shop.clock.now().plus_seconds(24 * 3600));
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::open_drawer);
  EXPECT_EQ(shop->last_float(), shop.dinars(5000));
  shop->open_with_last_float();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5000));
}

TEST(CloseTheDay, FindsTheNewestDaySheetAmongMany) {
  tests::CounterOfTests shop;
  EXPECT_FALSE(last_day_sheet(shop.book, "T1").has_value());
  for (std::int64_t day = 1; day <= 9; ++day) {
    ASSERT_TRUE(shop.drawer.open("T1", shop.dinars(day)).ok());
    ASSERT_TRUE(shop.drawer.close("T1", {{shop.dinars(1), day}}).ok());
    EXPECT_EQ(last_day_sheet(shop.book, "T1")->number, day);
  }
}

TEST(CloseTheDay, SellingOnlyMayNotCloseIt) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->log_out();
  shop->log_in().choose("🦊");
  for (int i = 0; i < 30; ++i) shop->digit('9');
  shop.log_in("🦉");
  ASSERT_TRUE(shop->person()->selling_only);
  shop->own_picture();
  shop->close_day();
  EXPECT_EQ(shop->place(), Place::own);
}

}  // namespace
}  // namespace tilia::pos
