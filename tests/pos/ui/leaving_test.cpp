// The counter when its person goes, or asks for somebody.
#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

void pass(tests::CounterOfTests& shop, std::int64_t seconds) {
  shop.clock.set(shop.clock.now().plus_seconds(seconds));
}

TEST(QuickLock, LeavesNobodyThereAndKeepsTheTray) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->lock();
  EXPECT_EQ(shop->place(), Place::locked);
  EXPECT_FALSE(shop->person().has_value());
  EXPECT_FALSE(shop->notice().has_value());
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(60));
}

TEST(QuickLock, ComesBackToThePaymentWithTheMoneyThatWasGiven) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->paying().give(shop.dinars(50));
  shop->lock();
  shop->open_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::pay);
  shop->paying().give(shop.dinars(50));
  shop->paid();
  EXPECT_EQ(shop->giving().back(), shop.dinars(40));
}

TEST(QuickLock, ComesBackToWhatWasTyped) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("nuts");
  ASSERT_EQ(shop->place(), Place::weigh);
  for (const char* digit : {"2", "5", "0"}) shop->type(digit);
  shop->lock();
  EXPECT_TRUE(shop->typed().empty());
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::weigh);
  EXPECT_EQ(shop->grams(), 250);
}

TEST(QuickLock, ComesBackToTheCountOfTheDrawer) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->close_day();
  shop->count().set(shop.piece(2000), 3);
  shop->lock();
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::close);
  EXPECT_EQ(shop->count().total(), shop.dinars(6000));
}

TEST(QuickLock, BehindOnesOwnPictureComesBackToSelling) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->back_soon();
  shop->open_again();
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::pay);
  shop->undo();
  shop->own_picture();
  shop->lock();
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::sale) << "and not to the payment of some time ago";
}

TEST(QuickLock, WhileSomebodyTypesHerNumberForgetsPictureAndDigits) {
  tests::CounterOfTests shop;
  shop->log_in().choose("🦊");
  for (int i = 0; i < 4; ++i) shop->digit('1');
  shop->lock();
  EXPECT_TRUE(shop->log_in().chosen().empty());
  EXPECT_EQ(shop->log_in().typed_digits(), 0U);
}

TEST(QuickLock, TwiceComesBackToTheSamePlace) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->tap_article("loaf");
  shop->pay();
  shop->lock();
  shop->lock();
  shop->open_again();
  shop->lock();
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(shop->place(), Place::pay);
}

TEST(QuickLock, FromTheMachineChangesNothingWhereNobodyIs) {
  tests::CounterOfTests shop;
  EXPECT_FALSE(shop->lock_if_anybody());
  EXPECT_EQ(shop->place(), Place::log_in);
  shop->log_in().choose("🦊");
  EXPECT_TRUE(shop->lock_if_anybody()) << "her picture is shown";
  EXPECT_EQ(shop->place(), Place::locked);
  EXPECT_FALSE(shop->lock_if_anybody()) << "locked already";
}

TEST(IdleTill, LocksAfterFiveMinutesWhenNoDrawerIsOpen) {
  tests::CounterOfTests shop;
  shop.log_in();
  ASSERT_EQ(shop->place(), Place::open_drawer);
  shop->touched();
  pass(shop, Counter::closed_drawer_lock_seconds - 1);
  EXPECT_FALSE(shop->lock_if_left(0));
  pass(shop, 1);
  EXPECT_TRUE(shop->lock_if_left(0));
  EXPECT_EQ(shop->place(), Place::locked);
  EXPECT_FALSE(shop->lock_if_left(0)) << "nobody is there any more";
}

TEST(IdleTill, NeverLocksWhileItsDrawerIsOpen) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->touched();
  pass(shop, 9 * 3600);
  EXPECT_FALSE(shop->lock_if_left(0));
  EXPECT_EQ(shop->place(), Place::sale);
}

TEST(IdleTill, LocksWithAnOpenDrawerWhereTheShopSetsSo) {
  tests::CounterOfTests shop;
  shop.lock_minutes = 2;
  shop.begin_selling();
  shop->touched();
  pass(shop, 119);
  EXPECT_FALSE(shop->lock_if_left(0));
  shop->touched();
  pass(shop, 119);
  EXPECT_FALSE(shop->lock_if_left(0));
  pass(shop, 1);
  EXPECT_TRUE(shop->lock_if_left(0));
}

TEST(IdleTill, HasNothingToLockWhereNobodyLoggedIn) {
  tests::CounterOfTests shop;
  shop->touched();
  pass(shop, 3600);
  EXPECT_FALSE(shop->lock_if_left(0));
  EXPECT_EQ(shop->place(), Place::log_in);
  shop->log_in().choose("🦊");
  EXPECT_TRUE(shop->lock_if_left(0)) << "a picture was tapped and left";
}

TEST(IdleTill, LocksWhenTheMachineWasAsleepWhateverTheShopSet) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  EXPECT_FALSE(shop->lock_if_left(40'000));
  EXPECT_TRUE(shop->lock_if_left(90'000));
  EXPECT_EQ(shop->place(), Place::locked);
}

using State = OfficeCall::State;

TEST(PleaseCome, IsOneTapAndTheAnswerIsToldCalmly) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->please_come();
  EXPECT_EQ(shop.call.now, State::asked);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.asked");
  EXPECT_TRUE(shop->notice()->calm);
  EXPECT_FALSE(shop->look_at_office());
  shop.call.now = State::coming;
  EXPECT_TRUE(shop->look_at_office());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.coming");
  EXPECT_EQ(shop->call_state(), State::coming);
  pass(shop, 120);
  EXPECT_TRUE(shop->look_at_office());
  EXPECT_EQ(shop.call.now, State::quiet);
  EXPECT_EQ(shop->call_state(), State::quiet);
}

TEST(PleaseCome, IsTakenBackByTheNextTapButNotByAShakingHandsSecondOne) {
  tests::CounterOfTests shop;
  shop->please_come();
  pass(shop, 1);
  shop->please_come();
  EXPECT_EQ(shop.call.now, State::asked);
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.asked");
  pass(shop, 1);
  shop->please_come();
  EXPECT_EQ(shop.call.now, State::quiet);
  EXPECT_FALSE(shop->notice().has_value());
}

TEST(PleaseCome, SaysWhomToAskWhereNoOfficeIsOpenAndSendsNothing) {
  tests::CounterOfTests shop;
  shop.call.open = false;
  shop->please_come();
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.nobody_there");
  EXPECT_FALSE(shop->notice()->calm) << "no tick beside what did not work";
  EXPECT_EQ(shop.call.now, State::quiet);
  EXPECT_EQ(shop->call_state(), State::quiet);
}

TEST(PleaseCome, SaysSoWhereItCannotBeSent) {
  tests::CounterOfTests shop;
  shop.call.reaches = false;
  shop->please_come();
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.not_sent");
  EXPECT_EQ(shop->call_state(), State::quiet);
}

TEST(PleaseCome, SaysSoWhenNobodyCame) {
  tests::CounterOfTests shop;
  shop->please_come();
  shop.call.now = State::quiet;
  EXPECT_TRUE(shop->look_at_office());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.call.nobody_came");
  EXPECT_EQ(shop->call_state(), State::quiet);
}

TEST(PleaseCome, PushesNoSentenceAsideThatWaitsForAPress) {
  tests::CounterOfTests shop;
  shop->please_come();
  shop->say({Phrase("till.notice.printer"), Notice::Button::print_again});
  shop.call.now = State::coming;
  EXPECT_TRUE(shop->look_at_office());
  EXPECT_EQ(shop->notice()->sentence.key(), "till.notice.printer");
  EXPECT_EQ(shop->call_state(), State::coming) << "the bell shows it";
}

TEST(PleaseCome, WorksOnTheClosedScreenAndOutlastsTheLock) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  shop->please_come();
  shop->lock();
  EXPECT_EQ(shop->call_state(), State::asked);
  pass(shop, 5);
  shop->please_come();
  EXPECT_EQ(shop.call.now, State::quiet);
  pass(shop, 5);
  shop->please_come();
  EXPECT_EQ(shop.call.now, State::asked);
  EXPECT_EQ(shop->place(), Place::locked);
}

TEST(PleaseCome, EndsWithTheTillAndLeavesNoEntryInTheJournal) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  const auto entries = [&] { return shop.file->reader().number("SELECT count(*) FROM journal"); };
  const auto before = entries();
  shop->please_come();
  shop.call.now = State::coming;
  EXPECT_TRUE(shop->look_at_office());
  shop->lock();
  shop->end();
  EXPECT_EQ(shop.call.now, State::quiet);
  EXPECT_EQ(entries(), before);
}

}  // namespace
}  // namespace tilia::pos
