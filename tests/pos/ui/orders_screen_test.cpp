// Rung 1: the orders of a bakery at the counter, pressed without a window.
#include <gtest/gtest.h>

#include <functional>

#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/bakery_of_counter.h"

namespace tilia::pos {
namespace {

using tests::BakeryOfCounter;

class OrdersAtTheCounter : public ::testing::Test {
 protected:
  void press(const std::function<void(OrdersScreen&)>& what) { shop->at_orders(what); }
  [[nodiscard]] const OrdersScreen& orders() { return shop->orders(); }
  [[nodiscard]] Place place() { return shop->place(); }
  [[nodiscard]] std::string said() {
    return shop->notice() ? shop->notice()->sentence.key() : std::string();
  }
  [[nodiscard]] OrderState state_of(const Order& order) {
    return shop.orders.order(order.number)->state;
  }
  void types(const std::string& letters) {
    for (const char letter : letters) shop->type(std::string(1, letter));
  }
  // Up to the last look, for Ana, tomorrow at half past seven.
  void asks_for_ana() {
    shop->open_orders();
    shop->begin_order();
    press([&](OrdersScreen& o) { o.choose_day(shop.today().plus_days(1)); });
    press([](OrdersScreen& o) { o.choose_minute(7 * 60 + 30); });
    shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
    types("ana");
    shop->at_whose([](WhoseAsked& w) { w.name_done(); });
  }
  void gives_and_pays(int dinars) {
    shop->pay();
    ASSERT_EQ(place(), Place::pay);
    if (dinars > 0) shop->paying().give(shop.dinars(dinars));
    shop->paid();
  }

  BakeryOfCounter shop;
};

}  // namespace

TEST(OrdersRule, WithoutItThereIsNoWayIn) {
  BakeryOfCounter shop(/*takes_orders=*/false);
  EXPECT_FALSE(shop->has_orders());
  shop->open_orders();
  EXPECT_EQ(shop->place(), Place::sale);
  shop->scanned(order_barcode(1));
  EXPECT_EQ(shop->place(), Place::sale);
  shop->own_picture();
  shop->open_bake_sheet();
  EXPECT_EQ(shop->place(), Place::own);
}

// ---- a new one

TEST_F(OrdersAtTheCounter, TheTrayBecomesAnOrderOneQuestionAfterTheOther) {
  for (int i = 0; i < 3; ++i) shop->tap_article("loaf");
  shop->tap_article("cake");
  shop->open_orders();
  ASSERT_EQ(place(), Place::orders);
  shop->begin_order();
  ASSERT_EQ(place(), Place::order_day);
  press([&](OrdersScreen& o) { o.choose_day(shop.today().plus_days(-1)); });
  EXPECT_EQ(place(), Place::order_day) << "yesterday is no day to order for";
  press([&](OrdersScreen& o) { o.choose_day(shop.today().plus_days(1)); });
  ASSERT_EQ(place(), Place::order_time);
  press([](OrdersScreen& o) { o.choose_minute(7 * 60 + 30); });
  ASSERT_EQ(place(), Place::order_whose);
  shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
  ASSERT_EQ(place(), Place::order_name);
  shop->at_whose([](WhoseAsked& w) { w.name_done(); });
  EXPECT_EQ(place(), Place::order_name) << "nobody has no name";
  types("ana");
  shop->at_whose([](WhoseAsked& w) { w.type_into_phone(true); });
  types("064x1234");
  shop->at_whose([](WhoseAsked& w) { w.name_done(); });
  ASSERT_EQ(place(), Place::order_look);
  EXPECT_EQ(orders().whose(), "Ana");
  EXPECT_EQ(orders().total(), shop.dinars(500));
  shop->place_order();
  ASSERT_EQ(place(), Place::order_placed);
  EXPECT_TRUE(shop->cart().empty());
  const Order order = shop.orders.order(1).value();
  EXPECT_EQ(order.day, shop.today().plus_days(1));
  EXPECT_EQ(order.minute, 7 * 60 + 30);
  ASSERT_EQ(order.lines.size(), 2U);
  EXPECT_EQ(order.lines[0].quantity, Quantity::pieces(3));
  EXPECT_EQ(shop.customers.customer(*order.by.customer)->phone, "0641234");
  shop->print_now();
  ASSERT_EQ(shop.paper.printed.size(), 1U);
  EXPECT_TRUE(shop.paper.printed[0].starts_with("order 1 of 2"));
  shop->back_to_selling();
  EXPECT_EQ(place(), Place::sale);
}

TEST_F(OrdersAtTheCounter, EachQuestionHasItsWayBack) {
  shop->tap_article("loaf");
  asks_for_ana();
  for (const Place back : {Place::order_name, Place::order_whose, Place::order_time,
                           Place::order_day, Place::orders, Place::sale}) {
    ASSERT_TRUE(shop->can_undo());
    shop->undo();
    EXPECT_EQ(place(), back);
  }
  EXPECT_EQ(shop->cart().lines().size(), 1U);
  EXPECT_FALSE(shop.orders.order(1).has_value());
}

TEST_F(OrdersAtTheCounter, UndoLeavesWhatWasJustPlacedOutAndGivesTheTrayBack) {
  shop->tap_article("cake");
  asks_for_ana();
  shop->place_order();
  ASSERT_EQ(place(), Place::order_placed);
  shop->undo();
  EXPECT_EQ(place(), Place::order_look);
  EXPECT_EQ(shop.orders.order(1)->state, OrderState::cancelled);
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(1));
  shop->place_order();
  EXPECT_EQ(place(), Place::order_placed);
  EXPECT_EQ(shop.orders.order(2)->state, OrderState::open);
}

TEST_F(OrdersAtTheCounter, PressedTwiceItIsPlacedOnce) {
  shop->tap_article("cake");
  asks_for_ana();
  shop->place_order();
  shop->place_order();
  EXPECT_FALSE(shop.orders.order(2).has_value());
}

TEST_F(OrdersAtTheCounter, WithNothingOnTheTrayNothingIsPlaced) {
  asks_for_ana();
  EXPECT_FALSE(orders().has_lines());
  shop->place_order();
  EXPECT_EQ(place(), Place::order_look);
  EXPECT_EQ(said(), "pos.order.empty_order");
}

TEST_F(OrdersAtTheCounter, TheSameAsLastTimeIsOneTapAndUndoTakesItBack) {
  ASSERT_TRUE(shop.keep().place({.id = OrderId::mint(shop.chance),
                                 .till = "T1",
                                 .by = {std::nullopt, shop.school},
                                 .day = shop.today(),
                                 .lines = {{"roll", Quantity::pieces(20)}}}));
  shop->tap_article("cake");
  shop->open_orders();
  shop->begin_order();
  press([&](OrdersScreen& o) { o.choose_day(shop.today().plus_days(7)); });
  press([](OrdersScreen& o) { o.choose_minute(std::nullopt); });
  shop->at_whose([&](WhoseAsked& w) { w.choose_account(shop.school); });
  ASSERT_EQ(place(), Place::order_look);
  ASSERT_TRUE(orders().can_repeat());
  press([](OrdersScreen& o) { o.repeat(); });
  ASSERT_EQ(orders().lines().size(), 1U);
  EXPECT_EQ(orders().lines()[0].quantity, Quantity::pieces(20));
  shop->undo();
  ASSERT_EQ(place(), Place::order_look);
  EXPECT_EQ(orders().lines()[0].article, "cake");
  press([](OrdersScreen& o) { o.repeat(); });
  shop->place_order();
  EXPECT_EQ(shop.orders.order(2)->lines[0].article, "roll");
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(1)) << "the tray was not ordered";
}

TEST_F(OrdersAtTheCounter, WhoWasHereBeforeIsOfferedAndIsTheSame) {
  const Order before = shop.placed(0, {{"loaf", Quantity::pieces(1)}}, "Milica", "064777888");
  shop->tap_article("cake");
  shop->open_orders();
  shop->begin_order();
  press([&](OrdersScreen& o) { o.choose_day(shop.today()); });
  press([](OrdersScreen& o) { o.choose_minute(std::nullopt); });
  shop->at_whose([](WhoseAsked& w) { w.somebody_else(); });
  types("zo");
  EXPECT_TRUE(shop->whose().known().empty());
  shop->type_back();
  shop->type_back();
  types("mil");
  ASSERT_EQ(shop->whose().known().size(), 1U);
  // Typed to the end with her number she is the same, too.
  types("ica");
  shop->at_whose([](WhoseAsked& w) { w.type_into_phone(true); });
  types("064777888");
  shop->at_whose([](WhoseAsked& w) { w.name_done(); });
  shop->place_order();
  EXPECT_EQ(shop.orders.order(2)->by, before.by);
  shop->undo();
  shop->undo();
  shop->at_whose([](WhoseAsked& w) { w.choose_known(0); });
  shop->place_order();
  EXPECT_EQ(shop.orders.order(3)->by, before.by);
}

// ---- the list

TEST_F(OrdersAtTheCounter, EachDayHasATabAndWhatNobodyCameForOneOfItsOwn) {
  shop.placed(0, {{"loaf", Quantity::pieces(1)}}, "Yesterday's");
  shop.clock.set(shop.clock.now().plus_seconds(24 * 3600));
  shop.placed(0, {{"loaf", Quantity::pieces(1)}}, "Today's");
  const Order gone = shop.placed(0, {{"loaf", Quantity::pieces(1)}}, "Left out");
  ASSERT_TRUE(shop.keep().cancel(gone.number));
  shop.placed(30, {{"loaf", Quantity::pieces(1)}}, "Far away");
  shop->open_orders();
  ASSERT_EQ(orders().tabs().size(), 9U);
  EXPECT_EQ(orders().tab(), 1U) << "today";
  ASSERT_EQ(orders().orders().size(), 1U);
  EXPECT_EQ(orders().orders()[0]->whose, "Today's");
  press([](OrdersScreen& o) { o.choose_tab(0); });
  EXPECT_EQ(orders().orders().at(0)->whose, "Yesterday's");
  press([](OrdersScreen& o) { o.choose_tab(8); });
  EXPECT_EQ(orders().orders().at(0)->whose, "Far away");
}

TEST_F(OrdersAtTheCounter, DaysOfStandingOrdersStandAmongThemAndBecomeOrdersWhenHandedOver) {
  const int monday = 0;
  ASSERT_TRUE(shop.keep().stand({.code = "school-bread",
                                 .till = "T1",
                                 .by = {std::nullopt, shop.school},
                                 .weekdays = {monday},
                                 .lines = {{"roll", Quantity::pieces(40), ""}},
                                 .from = shop.today()}));
  shop->open_orders();
  ASSERT_EQ(orders().orders().size(), 1U);
  const DueOrder due = *orders().orders()[0];
  EXPECT_EQ(due.order.number, 0);
  press([&](OrdersScreen& o) { o.open_order(due); });
  ASSERT_EQ(place(), Place::order);
  EXPECT_FALSE(shop.orders.order(1).has_value()) << "looked at, it is not touched";
  shop->hand_over_order();
  ASSERT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->cart().quantity_of("roll"), Quantity::pieces(40));
  EXPECT_EQ(shop.orders.order(1)->standing, "school-bread");
}

TEST_F(OrdersAtTheCounter, OneIsFoundByNameNumberAndTheEndOfATelephoneNumber) {
  shop.placed(0, {{"loaf", Quantity::pieces(1)}}, "Ana");
  shop.placed(1, {{"cake", Quantity::pieces(1)}}, "Marko", "0641234567");
  const int monday = 0;
  ASSERT_TRUE(shop.keep().stand({.code = "school-bread",
                                 .till = "T1",
                                 .by = {std::nullopt, shop.school},
                                 .weekdays = {monday},
                                 .lines = {{"roll", Quantity::pieces(40), ""}},
                                 .from = shop.today()}));
  shop->open_orders();
  const auto found_by = [&](const std::string& typed) {
    press([](OrdersScreen& o) { o.find(); });
    types(typed);
    std::string names;
    for (const DueOrder& due : orders().found()) names += due.whose + ' ';
    shop->undo();
    EXPECT_EQ(place(), Place::orders);
    return names;
  };
  EXPECT_EQ(found_by(""), "Ana Škola Marko ");
  EXPECT_EQ(found_by("kol"), "Škola ");
  EXPECT_EQ(found_by("mar"), "Marko ");
  EXPECT_EQ(found_by("4567"), "Marko ");
  EXPECT_EQ(found_by("1"), "Ana ");
  EXPECT_EQ(found_by("zzz"), "");
}

TEST_F(OrdersAtTheCounter, AScannedSlipOpensItWhileSellingAndSaysWhenItEnded) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop->tap_article("cake");
  shop.opens(order);
  ASSERT_EQ(place(), Place::order);
  EXPECT_EQ(orders().opened().order.number, order.number);
  shop->undo();
  EXPECT_EQ(place(), Place::orders);
  shop->undo();
  ASSERT_TRUE(shop.keep().cancel(order.number));
  shop.opens(order);
  EXPECT_EQ(place(), Place::sale);
  EXPECT_EQ(said(), "pos.order.not_open");
  EXPECT_EQ(shop->cart().quantity_of("cake"), Quantity::pieces(1));
}

// ---- what is paid early

TEST_F(OrdersAtTheCounter, SomethingIsPaidEarlyInPiecesAndTheRestIsChange) {
  shop->tap_article("cake");
  asks_for_ana();
  shop->place_order();
  shop->pay_order_early();
  ASSERT_EQ(place(), Place::order_sum);
  shop->early_done();
  EXPECT_EQ(place(), Place::order_sum) << "nothing lies there yet";
  shop->tap_piece(shop.dinars(200));
  shop->tap_piece(shop.dinars(200));
  EXPECT_EQ(shop->early_takes(), shop.dinars(320));
  shop->undo();
  EXPECT_EQ(shop->early_takes(), shop.dinars(200));
  shop->early_done();
  ASSERT_EQ(place(), Place::change);
  const Order order = shop.orders.order(1).value();
  EXPECT_EQ(shop.owed(order), shop.dinars(200));
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5200));
  shop->next_customer();
  shop.opens(order);
  EXPECT_EQ(orders().still_to_pay(), shop.dinars(120));
  shop->pay_order_early();
  shop->tap_piece(shop.dinars(200));
  shop->early_done();
  EXPECT_EQ(shop->giving().back(), shop.dinars(80));
  EXPECT_EQ(shop.owed(order), shop.dinars(320));
  shop->next_customer();
  shop.opens(order);
  shop->pay_order_early();
  EXPECT_EQ(place(), Place::order) << "all is paid";
}

TEST_F(OrdersAtTheCounter, ACardPaysEarlyAllThatIsStillToPay) {
  const Order order = shop.placed(0, {{"cake", Quantity::pieces(2)}});
  shop->tap_article("loaf");
  shop.opens(order);
  shop->pay_order_early();
  ASSERT_EQ(shop->waiting().size(), 1U) << "what lay on the tray waits";
  shop->early_by_card();
  ASSERT_EQ(place(), Place::pay);
  shop->undo();
  shop->undo();
  ASSERT_EQ(place(), Place::order_sum);
  shop->early_by_card();
  shop->paid();
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(shop.owed(order), shop.dinars(640));
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5000));
}

// ---- handing over

TEST_F(OrdersAtTheCounter, HandedOverItCostsWhatWasAgreedAndWhatWasPaidEarlyIsCounted) {
  const Order order =
      shop.placed(0, {{"cake", Quantity::pieces(1)}, {"loaf", Quantity::pieces(2), "sliced"}});
  shop.pays_early(order, 300);
  auto articles = shop.book.articles(shop.today());
  for (Article& article : articles) article.price = shop.dinars(999);
  shop.book.put_articles(articles, shop.clock.now());
  shop.opens(order);
  shop->hand_over_order();
  ASSERT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->total(), shop.dinars(440));
  EXPECT_EQ(shop->cart().lines()[1].note, "sliced");
  shop->pay();
  ASSERT_EQ(place(), Place::pay);
  EXPECT_EQ(shop->paying().got(), shop.dinars(300));
  EXPECT_EQ(shop->paying().still_to_pay(), shop.dinars(140));
  EXPECT_EQ(shop->paying().offers().front().sum, shop.dinars(140));
  shop->paying().give(shop.dinars(200));
  shop->paying().undo();
  EXPECT_EQ(shop->paying().got(), shop.dinars(300)) << "no tap takes that back";
  shop->paying().give(shop.dinars(200));
  shop->paid();
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(shop->giving().back(), shop.dinars(60));
  EXPECT_EQ(state_of(order), OrderState::collected);
  EXPECT_EQ(shop.owed(order), shop.dinars(0));
  shop->next_customer();
  EXPECT_FALSE(shop->cart().delivers().has_value());
}

TEST_F(OrdersAtTheCounter, PaidInFullItIsHandedOverWithoutMoney) {
  const Order order = shop.placed(0, {{"cake", Quantity::pieces(1)}});
  shop.pays_early(order, 320);
  shop.opens(order);
  shop->hand_over_order();
  gives_and_pays(0);
  ASSERT_EQ(place(), Place::change);
  EXPECT_TRUE(shop->giving().back().is_zero());
  EXPECT_EQ(state_of(order), OrderState::collected);
}

TEST_F(OrdersAtTheCounter, WhatLiesOnTheTrayWaitsAndOneOrderIsOnOneTray) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop->tap_article("cake");
  shop.opens(order);
  shop->hand_over_order();
  ASSERT_EQ(shop->waiting().size(), 1U);
  EXPECT_EQ(shop->waiting()[0].quantity_of("cake"), Quantity::pieces(1));
  EXPECT_EQ(shop->cart().delivers(), (Delivery{order_delivery, order.number}));
  shop->wait_here();
  shop.opens(order);
  shop->hand_over_order();
  EXPECT_EQ(place(), Place::sale);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(2)) << "the tray that waited";
  EXPECT_EQ(shop->waiting().size(), 1U);
}

TEST_F(OrdersAtTheCounter, AnOrderGoesWhereItsTrayGoes) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop.opens(order);
  shop->hand_over_order();
  shop->one_more(0);
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(2)) << "no more than was ordered";
  shop->tap_article("loaf");
  ASSERT_EQ(shop->cart().lines().size(), 2U) << "one beside it is one at the catalogue's price";
  shop.start_again();
  shop.log_in();
  ASSERT_EQ(shop->cart().lines().size(), 2U);
  EXPECT_EQ(shop->cart().delivers(), (Delivery{order_delivery, order.number}));
  shop->one_less(0);
  shop->one_less(0);
  EXPECT_FALSE(shop->cart().delivers().has_value()) << "nothing of it lies there any more";
  shop->undo();
  EXPECT_TRUE(shop->cart().delivers().has_value());
}

TEST_F(OrdersAtTheCounter, OnlyOnePieceOfItHandedOverStillEndsIt) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop.opens(order);
  shop->hand_over_order();
  shop->one_less(0);
  gives_and_pays(100);
  ASSERT_EQ(place(), Place::change);
  EXPECT_EQ(state_of(order), OrderState::collected);
}

// The cake burned: only the loaf is handed over.
TEST_F(OrdersAtTheCounter, WhatWasPaidBeyondItGoesBackBeforeItIsHandedOver) {
  const Order order =
      shop.placed(0, {{"cake", Quantity::pieces(1)}, {"loaf", Quantity::pieces(1)}});
  shop.pays_early(order, 380);
  shop.opens(order);
  shop->hand_over_order();
  shop->one_less(0);
  shop->pay();
  ASSERT_EQ(place(), Place::order_back);
  EXPECT_EQ(shop->early_back_sum(), shop.dinars(320));
  shop->undo();
  ASSERT_EQ(place(), Place::sale);
  shop->pay();
  shop->early_is_back();
  ASSERT_EQ(place(), Place::pay);
  EXPECT_TRUE(shop->paying().enough());
  shop->paid();
  EXPECT_EQ(state_of(order), OrderState::collected);
  EXPECT_EQ(shop.owed(order), shop.dinars(0));
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5060));
}

TEST_F(OrdersAtTheCounter, HandedOverElsewhereItIsSaidAndTheTrayStays) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop.opens(order);
  shop->hand_over_order();
  ASSERT_TRUE(shop.keep().cancel(order.number));
  gives_and_pays(200);
  EXPECT_EQ(place(), Place::pay);
  EXPECT_EQ(said(), "pos.refusal.not_to_deliver");
}

// ---- leaving out

TEST_F(OrdersAtTheCounter, LeftOutAfterAQuestionAndNotByAccident) {
  const Order order = shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop.opens(order);
  shop->leave_order_out();
  ASSERT_EQ(place(), Place::order_left_out);
  shop->undo();
  EXPECT_EQ(place(), Place::order);
  EXPECT_EQ(state_of(order), OrderState::open);
  shop->leave_order_out();
  shop->order_is_left_out();
  EXPECT_EQ(place(), Place::orders);
  EXPECT_EQ(said(), "till.order.is_left_out");
  EXPECT_EQ(state_of(order), OrderState::cancelled);
}

TEST_F(OrdersAtTheCounter, WhatWasPaidForItGoesBackFirstInPiecesThatTheDrawerHas) {
  const Order order = shop.placed(0, {{"cake", Quantity::pieces(1)}});
  shop.pays_early(order, 320);
  shop.opens(order);
  shop->leave_order_out();
  shop->order_is_left_out();
  ASSERT_EQ(place(), Place::order_back);
  EXPECT_EQ(sum_of(shop->early_back(), shop.pack.currency), shop.dinars(320));
  shop->undo();
  EXPECT_EQ(place(), Place::order);
  EXPECT_EQ(shop.owed(order), shop.dinars(320));
  shop->leave_order_out();
  shop->order_is_left_out();
  shop->early_is_back();
  EXPECT_EQ(place(), Place::orders);
  EXPECT_EQ(state_of(order), OrderState::cancelled);
  EXPECT_EQ(shop.owed(order), shop.dinars(0));
  EXPECT_EQ(shop.drawer.look("T1").value().expected, shop.dinars(5000));
}

TEST_F(OrdersAtTheCounter, AboveTheShopsLimitAManagerApprovesIt) {
  shop.book.set_counter_rule("counter.refund_limit", "100", shop.clock.now());
  const Order order = shop.placed(0, {{"cake", Quantity::pieces(1)}});
  shop.pays_early(order, 320);
  shop.opens(order);
  shop->leave_order_out();
  shop->order_is_left_out();
  shop->early_is_back();
  ASSERT_EQ(place(), Place::approve);
  EXPECT_EQ(shop.owed(order), shop.dinars(320));
  shop->undo();
  ASSERT_EQ(place(), Place::order_back);
  shop->early_is_back();
  ASSERT_EQ(place(), Place::approve) << "going back approves nothing";
  shop->log_in().choose("🐝");
  for (int i = 0; i < 6; ++i) shop->digit('2');
  EXPECT_EQ(place(), Place::orders);
  EXPECT_EQ(state_of(order), OrderState::cancelled);
  EXPECT_EQ(shop->person()->picture, "🦊");
}

// ---- paper, and leaving

TEST_F(OrdersAtTheCounter, ASlipThatDidNotComeIsPrintedAgain) {
  shop->tap_article("cake");
  asks_for_ana();
  shop.paper.out_of_paper = true;
  shop->place_order();
  shop->print_now();
  EXPECT_EQ(said(), "till.notice.printer_beside");
  shop.paper.out_of_paper = false;
  shop->print_again();
  shop->print_now();
  ASSERT_EQ(shop.paper.printed.size(), 1U);
  shop->back_to_selling();
  shop.opens(shop.orders.order(1).value());
  shop->print_order();
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.size(), 2U);
}

TEST_F(OrdersAtTheCounter, TheLockComesBackToWhereItWas) {
  shop->tap_article("cake");
  asks_for_ana();
  shop->lock();
  shop->open_again();
  shop.log_in();
  EXPECT_EQ(place(), Place::order_look);
  EXPECT_EQ(orders().whose(), "Ana");
}

// ---- what is to bake

TEST_F(OrdersAtTheCounter, WhatIsBakedIsNotedInStepsUntilItIsEnough) {
  shop.placed(1, {{"loaf", Quantity::pieces(12)}, {"cake", Quantity::pieces(1)}});
  shop->own_picture();
  shop->open_bake_sheet();
  ASSERT_EQ(place(), Place::bake);
  const auto bake = [&](const std::function<void(BakeScreen&)>& what) { shop->at_bake(what); };
  bake([](BakeScreen& b) { b.show_tomorrow(true); });
  const auto loaf = [&] { return *shop->bake().rows().at(0); };
  EXPECT_EQ(loaf().wanted(), Quantity::pieces(12));
  EXPECT_FALSE(shop->bake().may_take_away(loaf(), 1));
  bake([](BakeScreen& b) { b.note("loaf", 10); });
  EXPECT_EQ(loaf().missing(), Quantity::pieces(2));
  bake([](BakeScreen& b) { b.note("loaf", 1); });
  bake([](BakeScreen& b) { b.note("loaf", 10); });
  EXPECT_EQ(loaf().missing(), Quantity());
  EXPECT_EQ(loaf().baked, Quantity::pieces(21));
  shop->undo();
  EXPECT_EQ(loaf().baked, Quantity::pieces(11));
  bake([](BakeScreen& b) { b.show_tomorrow(false); });
  shop->undo();  // whichever day it was
  shop->undo();
  EXPECT_EQ(place(), Place::bake);
  shop->undo();
  EXPECT_EQ(place(), Place::sale) << "nothing is left to take back";
  EXPECT_TRUE(shop.orders.baked("T1", shop.today().plus_days(1)).empty() ||
              shop.orders.baked("T1", shop.today().plus_days(1)).at(0).quantity == Quantity());
}

TEST_F(OrdersAtTheCounter, WhatIsBakedStaysNotedWhenSheGoesBackToSelling) {
  shop.placed(0, {{"loaf", Quantity::pieces(12)}});
  shop->own_picture();
  shop->open_bake_sheet();
  shop->at_bake([](BakeScreen& bake) { bake.note("loaf", 10); });
  shop->back_to_selling();
  EXPECT_EQ(place(), Place::sale);
  ASSERT_EQ(shop.orders.baked("T1", shop.today()).size(), 1U);
  EXPECT_EQ(shop.orders.baked("T1", shop.today()).at(0).quantity, Quantity::pieces(10));
}

TEST_F(OrdersAtTheCounter, LessThanNothingIsNotBaked) {
  shop.placed(0, {{"loaf", Quantity::pieces(2)}});
  shop->open_orders();
  shop->open_bake_sheet();
  shop->at_bake([](BakeScreen& b) { b.note("loaf", -1); });
  EXPECT_EQ(said(), "pos.order.bad_quantity");
  EXPECT_FALSE(shop->bake().can_undo());
  shop->print_bake_sheet();
  shop->print_now();
  EXPECT_EQ(shop.paper.printed.back(), "bake " + shop.today().text() + " at T1");
}

}  // namespace tilia::pos
