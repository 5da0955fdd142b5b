#include "pos/ui/giving.h"

#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

TEST(Giving, ListsTheFewestPiecesLargestFirst) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().back(), shop.dinars(40));
  ASSERT_EQ(shop->giving().piles().size(), 1U);
  EXPECT_EQ(shop->giving().piles()[0].pieces, (CountedPiece{shop.dinars(20), 2}));
}

TEST(Giving, TicksAPieceOffAndOnAgain) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->giving().tick(0);
  EXPECT_TRUE(shop->giving().piles()[0].given);
  shop->giving().tick(0);
  EXPECT_FALSE(shop->giving().piles()[0].given);
  shop->giving().tick(9);  // no such pile: nothing
}

TEST(Giving, NoneLeftOfAPieceFindsOthers) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->none_left(0);
  ASSERT_EQ(shop->giving().piles().size(), 1U);
  EXPECT_EQ(shop->giving().piles()[0].pieces, (CountedPiece{shop.dinars(10), 4}));
  EXPECT_FALSE(shop->notice().has_value());
}

TEST(Giving, SaysWhenNoOtherPiecesMakeTheAmount) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  // 20, then 10, 5, 2 and 1: with the last one gone there is no way left.
  for (int i = 0; i < 4; ++i) shop->none_left(0);
  const auto before = shop->giving().piles();
  ASSERT_EQ(before[0].pieces, (CountedPiece{shop.dinars(1), 40}));
  shop->none_left(0);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.no_other_pieces");
  EXPECT_EQ(shop->giving().piles()[0].pieces, before[0].pieces);
}

}  // namespace
}  // namespace tilia::pos
