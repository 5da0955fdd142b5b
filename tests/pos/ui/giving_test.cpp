#include "pos/ui/giving.h"

#include <gtest/gtest.h>

#include "db/journal.h"
#include "db/till_payloads.h"
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

TEST(Giving, ListsTheFewestPiecesLargestFirst) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().back(), shop.dinars(40));
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
}

TEST(Giving, CountsUpFromWhatWasToPayToWhatWasGiven) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("roll");  // 45.00
  shop->pay();
  shop->paying().give(shop.dinars(200));
  shop->paid();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{100, 1}, {50, 1}, {5, 1}}));
  EXPECT_EQ(shop->giving().counted_up_from(), shop.dinars(45));
  EXPECT_EQ(shop->giving().counted_up(),
            (std::vector<Giving::Step>{
                {2, shop.dinars(50)}, {1, shop.dinars(100)}, {0, shop.dinars(200)}}));
  shop->giving().more_came(shop.dinars(20));
  EXPECT_EQ(shop->giving().counted_up().back().reached, shop.dinars(220));
  EXPECT_FALSE(shop->counts_up());
  shop->count_up();
  EXPECT_TRUE(shop->counts_up());
  shop->next_customer();
  EXPECT_FALSE(shop->counts_up()) << "where change is given";
  shop.sell_a_loaf();
  EXPECT_TRUE(shop->counts_up()) << "and there it stays as she likes it";
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

TEST(Giving, NoneLeftOfAPieceFindsOthersAndIsRemembered) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->none_left(0);
  EXPECT_EQ(shown(shop->giving()), of(shop, {{10, 4}}));
  EXPECT_FALSE(shop->notice().has_value());
  shop->next_customer();
  shop.sell_a_loaf();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{10, 4}})) << "the twenties are gone";
  shop->next_customer();
  shop->tap_article("cake");
  shop->pay();
  for (int i = 0; i < 17; ++i) shop->paying().give(shop.dinars(20));
  shop->paid();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 1}})) << "until customers brought some";
}

TEST(Giving, WhatWasGivenStaysWhenAnotherPieceRunsOut) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(370)), DrawerPieces());
  ASSERT_EQ(shown(giving), of(shop, {{200, 1}, {100, 1}, {50, 1}, {20, 1}}));
  giving.tick(2);
  giving.none_left(2);  // given: nothing happens
  giving.none_left(0);
  EXPECT_EQ(shown(giving), of(shop, {{100, 3}, {50, 1}, {20, 1}}));
  EXPECT_TRUE(giving.piles()[1].given);
}

TEST(Giving, OffersAWayOutWhereTheDrawerCannotGiveIt) {
  tests::CounterOfTests shop;
  shop.log_in();
  shop->count().set(shop.piece(1000), 1);
  shop->count().set(shop.piece(20), 1);
  shop->open_with_count();
  shop.sell_a_loaf();  // 100 for 60: the drawer has one twenty
  ASSERT_TRUE(shop->giving().way_out());
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 1}}));
  EXPECT_EQ(shop->giving().way_out()->owed, shop.dinars(20));
  EXPECT_EQ(shop->giving().way_out()->ask_for, std::nullopt) << "no single piece would help";
  shop->next_customer();
  EXPECT_EQ(shop->place(), Place::change) << "not before it is settled";
  shop->owe_the_rest();
  EXPECT_FALSE(shop->giving().way_out());
  EXPECT_EQ(shop->giving().back(), shop.dinars(20));
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.back(), shop->giving().sale().receipt + " owes 20.00");
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(1000 + 20 + 60 + 20));
  shop->next_customer();
  EXPECT_EQ(shop->place(), Place::sale);
}

TEST(Giving, ASlipIsPrintedThoughTheTillWasClosedMeanwhile) {
  tests::CounterOfTests shop;
  shop.log_in();
  shop->open_with_last_float();  // an empty drawer
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(100));
  shop->paid();
  shop->print_now();
  shop->owe_the_rest();
  const std::string receipt = shop->giving().sale().receipt;
  shop.paper.out_of_paper = true;
  shop->print_now();
  EXPECT_EQ(shop->notice()->button, Notice::Button::print_again);
  shop.paper.out_of_paper = false;
  shop->print_again();
  shop->lock();
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.back(), receipt + " owes 40.00");
}

// As it is tapped: while the change is being given; or as if she had paid with all of it at once.
TEST(Giving, PiecesAddedLaterGiveTheSameDrawerAsAtOnce) {
  const tests::CounterOfTests shop;
  SeededChance chance(20261122);
  const auto& pieces = shop.pack.pieces;
  for (int round = 0; round < 60; ++round) {
    std::vector<CountedPiece> in_drawer;
    for (const Piece& piece : pieces)
      in_drawer.push_back({piece.value, static_cast<std::int64_t>(chance.below(4))});
    DrawerPieces drawer = DrawerPieces::counted(in_drawer, pieces);
    const Money change = shop.dinars(static_cast<std::int64_t>(chance.below(400)));
    std::vector<Money> more;
    for (std::uint64_t i = chance.below(4) + 1; i > 0; --i)
      more.push_back(pieces[6 + chance.below(6)].value);
    for (unsigned subset = 0; subset < 1U << more.size(); ++subset) {
      Giving later(pieces, sale_with_change(shop, change), drawer);
      DrawerPieces with = drawer;
      Money all = change;
      for (std::size_t i = 0; i < more.size(); ++i) {
        if ((subset >> i & 1U) == 0) continue;
        later.more_came(more[i]);
        with.put({{more[i], 1}});
        all += more[i];
      }
      const Giving at_once(pieces, sale_with_change(shop, all), with);
      EXPECT_EQ(later.back(), all);
      EXPECT_EQ(shown(later), shown(at_once));
      EXPECT_EQ(later.drawer_after(), at_once.drawer_after());
      EXPECT_EQ(later.way_out().has_value(), at_once.way_out().has_value());
    }
  }
}

TEST(Giving, PiecesThatCameGoBackUnlessTheyWereGivenOn) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(160)), DrawerPieces());
  giving.more_came(shop.dinars(20));
  giving.more_came(shop.dinars(20));
  ASSERT_EQ(shown(giving), of(shop, {{200, 1}}));
  giving.goes_back(1);
  giving.goes_back(0);
  EXPECT_EQ(shown(giving), of(shop, {{100, 1}, {50, 1}, {10, 1}}));
  giving.more_came(shop.dinars(20));
  giving.more_came(shop.dinars(20));
  giving.tick(0);
  giving.goes_back(0);
  EXPECT_EQ(giving.came().size(), 2U) << "the two hundred has left the hand";
}

TEST(Giving, NoneLeftMeansThosePiecesTooThatCame) {
  const tests::CounterOfTests shop;
  Giving giving(shop.pack.pieces, sale_with_change(shop, shop.dinars(180)), DrawerPieces());
  giving.more_came(shop.dinars(20));
  ASSERT_EQ(shown(giving), of(shop, {{200, 1}}));
  giving.more_came(shop.dinars(200));
  ASSERT_EQ(shown(giving), of(shop, {{200, 2}}));
  giving.none_left(0);
  EXPECT_EQ(shown(giving), of(shop, {{100, 4}}));
  giving.more_came(shop.dinars(200));
  EXPECT_EQ(shown(giving), of(shop, {{500, 1}, {100, 1}}));
  EXPECT_EQ(giving.drawer_after().known(shop.dinars(200)), 1);
}

TEST(Giving, NotesAnExchangeOnceAndLeavesTheSaleAsItWas) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  const Money expected = shop.drawer.look("T1").value().expected;
  shop->more_coins();
  shop->giving().more_came(shop.dinars(10));
  shop->coins_came();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{50, 1}}));
  const Sale before = shop->giving().sale();
  shop->next_customer();
  std::vector<PieceExchange> noted;
  db::read_journal(shop.file->reader(), [&](const db::JournalEntry& entry) {
    if (entry.content.kind == db::pieces_exchanged) noted.push_back(db::exchange_in(entry));
  });
  ASSERT_EQ(noted.size(), 1U);
  EXPECT_EQ(noted[0], (PieceExchange{before.id, of(shop, {{10, 1}}), of(shop, {{50, 1}}),
                                     Money::zero(shop.pack.currency)}));
  EXPECT_EQ(shop.book.sale_by_id(before.id), before);
  EXPECT_EQ(shop.drawer.look("T1").value().expected, expected);
}

TEST(Giving, IsTheSameAfterACrash) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop.sell_a_loaf();
  shop->none_left(0);
  shop->next_customer();
  shop.sell_a_loaf();
  const auto before = shown(shop->giving());
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shown(shop->giving()), before);
  EXPECT_EQ(before, of(shop, {{10, 4}}));
}

TEST(Giving, IsOwedOnceThoughTheProgramDied) {
  tests::CounterOfTests shop;
  shop.log_in();
  shop->open_with_last_float();  // an empty drawer
  shop.sell_a_loaf();
  shop->owe_the_rest();
  const Money expected = shop.drawer.look("T1").value().expected;
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::change);
  EXPECT_EQ(shop->giving().owed(), shop.dinars(40));
  EXPECT_FALSE(shop->giving().way_out());
  shop->next_customer();
  EXPECT_EQ(shop.drawer.look("T1").value().expected, expected);
}

TEST(Giving, KnowsNothingOfADrawerThatWasNotCounted) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->own_picture();
  shop->close_day();
  shop->counted();
  shop->close_anyway();
  shop->good_night();
  shop.log_in();
  shop->open_with_last_float();
  shop.sell_a_loaf();
  EXPECT_EQ(shown(shop->giving()), of(shop, {{20, 2}}));
}

}  // namespace tilia::pos
