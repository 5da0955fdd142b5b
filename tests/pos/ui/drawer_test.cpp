// Money in and out of the drawer, and counting it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

using Direction = CashMove::Direction;

void begin_move(tests::CounterOfTests& shop, Direction direction, const std::string& reason) {
  shop->own_picture();
  shop->money_in_or_out();
  shop->choose_direction(direction);
  shop->choose_move(reason);
  ASSERT_EQ(shop->place(), Place::move_pieces);
}

TEST(MoneyInOrOut, GoesByPiecesAndAReason) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_move(shop, Direction::out, "taxi");
  shop->tap_piece(shop.dinars(500));
  shop->tap_piece(shop.dinars(200));
  shop->tap_piece(shop.dinars(200));
  shop->untap_piece(0);
  EXPECT_EQ(shop->moved_sum(), shop.dinars(400));
  shop->move_cash_now();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop.drawer.look("T1").value().figures.cash_out, shop.dinars(400));
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(4600));
  begin_move(shop, Direction::in, "change");
  shop->tap_piece(shop.dinars(10));
  shop->move_cash_now();
  EXPECT_EQ(shop.drawer.look("T1").value().figures.cash_in, shop.dinars(10));
}

TEST(MoneyInOrOut, NoMoreGoesOutThanIsThere) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_move(shop, Direction::out, "bank");
  for (int i = 0; i < 2; ++i) shop->tap_piece(shop.dinars(5000));
  shop->move_cash_now();
  EXPECT_EQ(shop->place(), Place::move_pieces);
  EXPECT_EQ(shop->notice()->sentence.key(), "pos.refusal.more_than_in_drawer");
  EXPECT_TRUE(shop.drawer.look("T1").value().figures.cash_out.is_zero());
}

TEST(MoneyInOrOut, UndoTakesEachStepBack) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_move(shop, Direction::out, "taxi");
  shop->tap_piece(shop.dinars(500));
  shop->undo();
  EXPECT_TRUE(shop->moving().pieces.empty());
  shop->move_cash_now();  // nothing tapped: nothing happens
  EXPECT_EQ(shop->place(), Place::move_pieces);
  for (const Place place : {Place::move_reason, Place::move_direction, Place::own, Place::sale}) {
    shop->undo();
    EXPECT_EQ(shop->place(), place);
  }
}

TEST(MoneyInOrOut, ReasonsAreThoseOfTheShop) {
  const auto& known = cash_move_reasons();
  for (const Direction direction : {Direction::in, Direction::out}) {
    for (const std::string& reason : Counter::move_reasons(direction))
      EXPECT_NE(std::ranges::find(known, reason), known.end()) << reason;
  }
}

void begin_close(tests::CounterOfTests& shop) {
  shop->own_picture();
  shop->close_day();
  ASSERT_EQ(shop->place(), Place::close);
}

TEST(Counting, TakesANumberTypedARowAndARoll) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_close(shop);
  shop->type_count(shop.piece(20));
  for (const char* key : {"1", "2", "x"}) shop->type(key);
  EXPECT_EQ(shop->typed_count(), 12);
  shop->count_number_done();
  EXPECT_EQ(shop->place(), Place::close);
  EXPECT_EQ(shop->count().count(shop.piece(20)), 12);
  shop->type_count(shop.piece(20));
  shop->add_row();
  EXPECT_EQ(shop->count().count(shop.piece(20)), 22);
  shop->type_count(shop.piece(20));
  shop->add_roll();  // nobody knows a roll of it: nothing happens
  EXPECT_EQ(shop->place(), Place::count_number);
  shop->undo();
  EXPECT_EQ(shop->place(), Place::close);
  EXPECT_EQ(shop->count().total(), shop.dinars(440));
}

TEST(Counting, KnowsTheRollsAndWeightsOfTheEuro) {
  tests::CounterOfTests shop;
  shop.pack.pieces.at(shop.piece(20)).roll = 40;
  shop.pack.pieces.at(shop.piece(20)).weight_hundredths_gram = 410;
  shop.book.set_counter_rule("counter.scale_step_grams", "2", shop.clock.now());
  shop.start_again();
  shop.begin_selling();
  begin_close(shop);
  shop->type_count(shop.piece(20));
  shop->add_roll();
  EXPECT_EQ(shop->count().count(shop.piece(20)), 40);
  shop->type_count(shop.piece(20));
  ASSERT_TRUE(shop->can_weigh_coins());
  shop->weigh_coins();
  for (const char* key : {"9", "4"}) shop->type(key);  // 23 of them are 94.3 g
  EXPECT_EQ(shop->typed_count(), 23);
  shop->count_number_done();
  EXPECT_EQ(shop->count().count(shop.piece(20)), 23);
  // A scale that steps by 3 g cannot tell one coin of 4.10 g from the next.
  shop.book.set_counter_rule("counter.scale_step_grams", "3", shop.clock.now());
  shop->later();
  shop->log_out();
  shop.log_in();
  begin_close(shop);
  shop->type_count(shop.piece(20));
  EXPECT_FALSE(shop->can_weigh_coins());
}

TEST(Counting, GoesOnWhereItWasAfterARestart) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_close(shop);
  for (int i = 0; i < 3; ++i) shop->step_count(shop.piece(100), 1);
  shop.start_again();
  shop.log_in();
  begin_close(shop);
  EXPECT_EQ(shop->count().total(), shop.dinars(300));
  shop->undo();
  EXPECT_TRUE(shop->count().total().is_zero());
  // The count of one day is not that of the next.
  shop->step_count(shop.piece(5000), 1);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::closed);
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::open_drawer);
  EXPECT_TRUE(shop->count().total().is_zero());
}

TEST(Counting, OfYesterdayMorningIsNotThatOfToday) {
  tests::CounterOfTests shop;
  shop.log_in();
  shop->step_count(shop.piece(100), 1);
  shop.start_again();
  shop.log_in();
  EXPECT_EQ(shop->count().total(), shop.dinars(100));
  shop.clock.set(shop.clock.now().plus_seconds(24 * 3600));
  shop.start_again();
  shop.log_in();
  EXPECT_TRUE(shop->count().total().is_zero());
}

TEST(Counting, WhoCountedKeepsASlipOfItAndTheBagIsNoted) {
  tests::CounterOfTests shop;
  shop.book.set_counter_rule("counter.bags", "yes", shop.clock.now());
  shop.begin_selling();
  begin_close(shop);
  shop->step_count(shop.piece(5000), 1);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::bag);
  EXPECT_FALSE(shop.book.day_sheet("T1", 1).has_value());
  shop->scanned("BAG-0417");
  shop->bag_done();
  ASSERT_EQ(shop->place(), Place::closed);
  EXPECT_EQ(shop.book.day_sheet("T1", 1)->words.bag, "BAG-0417");
  shop->print_now();
  EXPECT_EQ(shop.paper.printed, (std::vector<std::string>{"counted 5000.00", "day 1"}));
}

TEST(Counting, ABagIsNoMustAndTheCountCanBeGoneBackTo) {
  tests::CounterOfTests shop;
  shop.book.set_counter_rule("counter.bags", "yes", shop.clock.now());
  shop.begin_selling();
  begin_close(shop);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::difference);
  shop->close_anyway();
  ASSERT_EQ(shop->place(), Place::bag);
  shop->undo();
  ASSERT_EQ(shop->place(), Place::close);
  shop->step_count(shop.piece(5000), 1);
  shop->counted();
  shop->bag_done();
  EXPECT_EQ(shop->place(), Place::closed);
  EXPECT_TRUE(shop->day_sheet()->difference.is_zero());
  EXPECT_EQ(shop->day_sheet()->words.bag, "");
}

TEST(Counting, ADifferenceMayCarryANoteThatNamesNobody) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_close(shop);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::difference);
  shop->choose_difference_note();
  ASSERT_EQ(shop->place(), Place::difference_note);
  shop->undo();
  ASSERT_EQ(shop->place(), Place::difference);
  shop->choose_difference_note();
  shop->note_difference("no_slip");
  ASSERT_EQ(shop->place(), Place::difference);
  EXPECT_EQ(shop->noted_difference(), "no_slip");
  shop->close_anyway();
  ASSERT_EQ(shop->place(), Place::closed);
  EXPECT_EQ(shop.book.day_sheet("T1", 1)->words.note, "no_slip");
}

TEST(Counting, ANoteGoesWithTheCountThatItWasChosenFor) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  begin_close(shop);
  shop->counted();
  shop->choose_difference_note();
  shop->note_difference("change");
  shop->count_again();
  shop->step_count(shop.piece(5000), 1);
  shop->counted();
  ASSERT_EQ(shop->place(), Place::closed);
  EXPECT_EQ(shop->day_sheet()->words.note, "") << "there is no difference any more";
  EXPECT_EQ(shop.drawer.close("T1", {}, {"", "her_fault"}).refusal(), DrawerRefusal::unknown_note);
}

}  // namespace
}  // namespace tilia::pos
