// "None left" can be taken back: there are some after all.
#include <gtest/gtest.h>

#include <set>

#include "pos/ui/giving.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

std::vector<CountedPiece> of(const tests::CounterOfTests& shop,
                             std::initializer_list<std::pair<int, int>> rows) {
  std::vector<CountedPiece> pieces;
  for (const auto& [value, count] : rows) pieces.push_back({shop.dinars(value), count});
  return pieces;
}

std::vector<CountedPiece> shown(const Giving& giving) {
  std::vector<CountedPiece> pieces;
  for (const Giving::Pile& pile : giving.piles()) pieces.push_back(pile.pieces);
  return pieces;
}

std::vector<Giving::Pile> given(const Giving& giving) {
  std::vector<Giving::Pile> piles = giving.piles();
  std::erase_if(piles, [](const Giving::Pile& pile) { return !pile.given; });
  return piles;
}

Sale sale_with_change(const tests::CounterOfTests& shop, const Money& change) {
  const Money none = Money::zero(change.currency());
  SeededChance chance(3);
  return {.id = SaleId::mint(chance),
          .till = "T1",
          .session = SessionId::mint(chance),
          .receipt = "T1-1-1",
          .at = shop.clock.now(),
          .business_day = BusinessDay(shop.zone.local_day(shop.clock.now())),
          .priced = {.lines = {},
                     .vat = {},
                     .tenders = {},
                     .total = none,
                     .donation = none,
                     .cash_rounding = none,
                     .change = change},
          .refund_of = std::nullopt};
}

}  // namespace

TEST(NoneLeft, IsTakenBackByASecondTapAndTheDrawerIsBelievedAsBefore) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const DrawerPieces untouched = shop->giving().drawer_after();
  shop->none_left(0);
  EXPECT_EQ(shown(shop->giving()), of(shop, {{10, 4}}));
  EXPECT_EQ(shop->giving().gone(), std::vector{shop.dinars(20)});
  EXPECT_EQ(shop->giving().drawer_after().known(shop.dinars(20)), 0);
  shop->there_are_some(shop.dinars(20));
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
  EXPECT_TRUE(shop->giving().gone().empty());
  EXPECT_EQ(shop->giving().drawer_after(), untouched);
  shop->next_customer();
  EXPECT_EQ(shop.drawer_pieces.text->substr(shop.drawer_pieces.text->find('\n') + 1),
            untouched.text())
      << "and so it is kept beside the book";
  shop.sell_a_loaf();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
}

TEST(NoneLeft, OfAKindThatNothingWasKnownOfIsAsUnknownAgain) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(40)), DrawerPieces());
  giving.none_left(0);
  EXPECT_EQ(giving.drawer_after().known(shop.dinars(20)), 0);
  giving.there_are_some(shop.dinars(20));
  EXPECT_EQ(giving.drawer_after().known(shop.dinars(20)), std::nullopt);
  giving.there_are_some(shop.dinars(50));  // nobody said so: nothing
  EXPECT_FALSE(giving.drawer_after().known(shop.dinars(50)));
}

TEST(NoneLeft, TakenBackLeavesWhatWasGivenAndOtherKindsThatAreGone) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(370)), DrawerPieces());
  ASSERT_EQ(shown(giving), of(shop, {{200, 1}, {100, 1}, {50, 1}, {20, 1}}));
  giving.none_left(3);
  giving.none_left(0);
  ASSERT_EQ(shown(giving), of(shop, {{100, 3}, {50, 1}, {10, 2}}));
  giving.tick(1);
  giving.there_are_some(shop.dinars(200));
  EXPECT_EQ(shown(giving), of(shop, {{200, 1}, {100, 1}, {50, 1}, {10, 2}}));
  EXPECT_TRUE(giving.piles()[2].given);
  EXPECT_EQ(giving.gone(), std::vector{shop.dinars(20)});
}

TEST(NoneLeft, OfPiecesThatCameToo) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(180)), DrawerPieces());
  giving.more_came(shop.dinars(20));
  const DrawerPieces untouched = giving.drawer_after();
  giving.none_left(0);
  ASSERT_EQ(shown(giving), of(shop, {{100, 2}}));
  giving.there_are_some(shop.dinars(200));
  EXPECT_EQ(shown(giving), of(shop, {{200, 1}}));
  giving.more_came(shop.dinars(200));
  giving.none_left(0);
  ASSERT_EQ(shown(giving), of(shop, {{100, 4}}));
  giving.more_came(shop.dinars(200));
  ASSERT_EQ(shown(giving), of(shop, {{500, 1}, {100, 1}}));
  EXPECT_EQ(giving.gone(), std::vector{shop.dinars(200)});
  giving.none_left(0);
  ASSERT_EQ(shown(giving), of(shop, {{200, 1}, {100, 4}})) << "of the one that came since";
  EXPECT_EQ(giving.gone(), std::vector{shop.dinars(500)});
  giving.none_left(0);
  EXPECT_EQ(giving.gone(), (std::vector{shop.dinars(500), shop.dinars(200)}));
  giving.there_are_some(shop.dinars(500));
  giving.there_are_some(shop.dinars(200));
  giving.goes_back(2);
  giving.goes_back(1);
  EXPECT_EQ(giving.drawer_after(), untouched);
}

TEST(NoneLeft, TheCornerTakesTheLastTapBackAndThenSaysMistakeAgain) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->none_left(0);
  shop->none_left(0);
  ASSERT_EQ(shown(shop->giving()), of(shop, {{5, 8}}));
  shop->undo();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{10, 4}}));
  shop->there_are_some(shop.dinars(20));
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
  shop->undo();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{10, 4}})) << "that tap too";
  shop->undo();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
  EXPECT_EQ(shop->place(), Place::change);
  shop->undo();
  EXPECT_EQ(shop->place(), Place::take_back);
}

TEST(NoneLeft, TheCornerTakesNothingBackThatWasTickedOffSince) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->none_left(0);
  EXPECT_TRUE(shop->giving().can_undo());
  shop->giving().tick(0);
  EXPECT_FALSE(shop->giving().can_undo());
  shop->undo();
  EXPECT_EQ(shop->place(), Place::take_back);
}

TEST(NoneLeft, IsTakenBackWhereMoneyIsGivenForWhatCameBack) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->made_a_mistake();
  shop->take_it_back();
  ASSERT_EQ(shop->place(), Place::taken_back);
  EXPECT_FALSE(shop->can_undo());
  const auto before = shown(shop->giving());
  shop->none_left(0);
  EXPECT_TRUE(shop->can_undo());
  shop->undo();
  EXPECT_EQ(shown(shop->giving()), before);
  EXPECT_FALSE(shop->can_undo());
  EXPECT_EQ(shop->place(), Place::taken_back);
}

// Whatever is said and taken back in whatever order: the sum is right or there is a way out, what
// was given stays, and the till believes what it would had only the rest been said.
TEST(NoneLeft, SaidAndTakenBackAtRandomEndsAsIfOnlyTheRestHadBeenSaid) {
  const tests::CounterOfTests shop;
  SeededChance chance(20261123);
  const auto& pieces = shop.pack.pieces;
  int taken_back = 0;
  int ways_out = 0;
  for (int round = 0; round < 40; ++round) {
    std::vector<CountedPiece> in_drawer;
    for (const Piece& piece : pieces)
      in_drawer.push_back({piece.value, static_cast<std::int64_t>(chance.below(5))});
    const DrawerPieces drawer =
        round % 3 == 0 ? DrawerPieces() : DrawerPieces::counted(in_drawer, pieces);
    const Sale sale =
        sale_with_change(shop, shop.dinars(static_cast<std::int64_t>(chance.below(500))));
    Giving giving(pieces, sale, drawer);
    std::vector<std::set<Money>> gone{{}};  // and what it was before each tap
    for (int tap = 0; tap < 12; ++tap) {
      const auto piles = giving.piles().size();
      const auto ticked = given(giving);
      const std::uint64_t what = chance.below(5);
      if (what < 2 && piles > 0) {
        const std::size_t pile = chance.below(piles);
        if (giving.piles()[pile].given) continue;
        gone.push_back(gone.back());
        gone.back().insert(giving.piles()[pile].pieces.value);
        giving.none_left(pile);
      } else if (what == 2 && !giving.gone().empty()) {
        const Money back = giving.gone()[chance.below(giving.gone().size())];
        gone.push_back(gone.back());
        gone.back().erase(back);
        giving.there_are_some(back);
        ++taken_back;
      } else if (what == 3 && giving.can_undo()) {
        gone.pop_back();
        giving.undo();
      } else if (what == 4 && round % 2 == 0 && piles > 0) {
        giving.tick(chance.below(piles));
        gone = {gone.back()};
        continue;
      }
      EXPECT_EQ(given(giving), ticked);
      DrawerPieces believed = drawer;
      for (const Money& piece : gone.back()) believed.none_of(piece);
      believed.take(shown(giving));
      EXPECT_EQ(giving.drawer_after(), believed);
      Money sum = sum_of(shown(giving), giving.back().currency());
      if (giving.way_out()) sum += giving.way_out()->owed;
      EXPECT_EQ(sum, giving.back());
      ways_out += giving.way_out().has_value() ? 1 : 0;
      if (!ticked.empty()) continue;
      DrawerPieces told = drawer;
      for (const Money& piece : gone.back()) told.none_of(piece);
      EXPECT_EQ(shown(giving), shown(Giving(pieces, sale, told))) << "in round " << round;
    }
  }
  EXPECT_GT(taken_back, 30);
  EXPECT_GT(ways_out, 30);
}

}  // namespace tilia::pos
