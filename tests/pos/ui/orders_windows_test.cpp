// Rung 2: the places of a bakery's orders as real windows, pressed by made events.
#include <gtest/gtest.h>

#include "pos/ui/bake_line.h"
#include "pos/ui/order_row.h"
#include "pos/ui/tray_row.h"
#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/bakery_of_counter.h"
#include "tests/pos/ui/till_on_screen.h"

namespace tilia::pos {
namespace {

class OrdersWindows : public ::testing::Test {
 protected:
  void press(ui::Control* control) {
    ASSERT_NE(control, nullptr);
    ASSERT_TRUE(till_.press(control)) << control->GetName();
  }
  ui::ActionButton* labelled(const std::string& label) { return till_.labelled(label); }
  ui::ActionButton* button(const char* key) { return till_.button(key); }
  ui::Tile* tile(const std::string& name) { return till_.tile(name); }
  std::vector<OrderRow*> rows() { return till_.shown<OrderRow>(); }
  void type(const std::string& letters) {
    for (const char letter : letters) press(labelled(std::string(1, letter)));
  }
  // On the tray: two loaves and a roll.
  void fill_tray() {
    till_.show_again();
    press(tile("Beli hleb"));
    press(tile("Beli hleb"));
    press(tile("Kifla"));
  }

  tests::BakeryOfCounter shop_;
  tests::TillOnScreen till_{shop_, tests::words(), wxSize(1366, 768)};
};

TEST_F(OrdersWindows, FromTheTrayToTheSlipAndFromTheSlipToTheChange) {
  fill_tray();
  press(button("till.order.open"));
  ASSERT_EQ(shop_->place(), Place::orders);
  EXPECT_TRUE(rows().empty());
  press(button("till.order.new"));
  ASSERT_EQ(shop_->place(), Place::order_day);
  till_.keep_picture("order-day");
  press(button("till.order.tomorrow"));
  ASSERT_EQ(shop_->place(), Place::order_time);
  press(labelled("07:30"));
  ASSERT_EQ(shop_->place(), Place::order_whose);
  till_.keep_picture("order-whose");
  press(tile(till_.words().say("till.order.somebody_else")));
  ASSERT_EQ(shop_->place(), Place::order_name);
  EXPECT_FALSE(button("till.visit.next")->IsEnabled());
  type("ANA");
  till_.keep_picture("order-name");
  press(button("till.visit.next"));
  ASSERT_EQ(shop_->place(), Place::order_look);
  ASSERT_EQ(till_.shown<TrayRow>().size(), 2U);
  EXPECT_EQ(till_.shown<TrayRow>()[0]->face().pictures, 2);
  EXPECT_FALSE(button("till.order.same_again")->IsEnabled());
  press(button("till.order.place"));
  ASSERT_EQ(shop_->place(), Place::order_placed);
  till_.settle(20);
  EXPECT_EQ(shop_.paper.printed.size(), 1U) << "the slip comes after the screen";
  till_.keep_picture("order-placed");
  press(button("till.order.pay_now"));
  ASSERT_EQ(shop_->place(), Place::order_sum);
  shop_->tap_piece(shop_.dinars(100));
  till_.show_again();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  press(button("till.next_customer"));
  press(button("till.order.open"));
  press(labelled(till_.words().say("till.order.tomorrow") + " · 1"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().name, "Ana");
  EXPECT_EQ(rows()[0]->face().paid, OrderFace::Paid::part);
  ASSERT_EQ(rows()[0]->face().parts.size(), 2U);
  EXPECT_EQ(rows()[0]->face().parts[0].many, "× 2");
  till_.keep_picture("orders");
  press(rows()[0]);
  ASSERT_EQ(shop_->place(), Place::order);
  till_.keep_picture("order");
  press(button("till.order.hand_over"));
  ASSERT_EQ(shop_->place(), Place::sale);
  press(button("till.pay"));
  ASSERT_EQ(shop_->place(), Place::pay);
  EXPECT_EQ(shop_->paying().still_to_pay(), shop_.dinars(65));
  till_.keep_picture("order-pay");
  shop_->paying().take_offer(0);
  till_.show_again();
  press(button("till.paid"));
  ASSERT_EQ(shop_->place(), Place::change);
  EXPECT_EQ(shop_.orders.order(1)->state, OrderState::collected);
}

TEST_F(OrdersWindows, FoundByTheKeysOnTheScreenOrTheKeyboard) {
  shop_.placed(0, {{"loaf", Quantity::pieces(1)}}, "Ana");
  shop_.placed(0, {{"cake", Quantity::pieces(1)}}, "Mira");
  till_.show_again();
  press(button("till.order.open"));
  ASSERT_EQ(rows().size(), 2U);
  press(button("till.order.find"));
  ASSERT_EQ(shop_->place(), Place::order_find);
  press(labelled("M"));
  ASSERT_EQ(rows().size(), 1U);
  EXPECT_EQ(rows()[0]->face().name, "Mira");
  EXPECT_EQ(labelled("Q"), nullptr) << "no name has it";
  press(rows()[0]);
  ASSERT_EQ(shop_->place(), Place::order);
}

TEST_F(OrdersWindows, LeavingOutAsksWithTwoChoicesOfOneSize) {
  const Order order = shop_.placed(0, {{"cake", Quantity::pieces(1)}});
  shop_.pays_early(order, 320);
  shop_.opens(order);
  till_.show_again();
  press(button("till.order.leave_out"));
  ASSERT_EQ(shop_->place(), Place::order_left_out);
  EXPECT_EQ(button("till.order.leave_out_yes")->GetSize(),
            button("till.order.leave_out_no")->GetSize());
  press(button("till.order.leave_out_yes"));
  ASSERT_EQ(shop_->place(), Place::order_back);
  till_.keep_picture("order-back");
  press(button("till.order.given_back"));
  EXPECT_EQ(shop_->place(), Place::orders);
  EXPECT_EQ(shop_.orders.order(order.number)->state, OrderState::cancelled);
}

TEST_F(OrdersWindows, TheBakeSheetTurnsGreenWithWordsWhenThereIsEnough) {
  shop_.placed(0, {{"loaf", Quantity::pieces(11)}});
  till_.show_again();
  press(&till_.frame().top_bar().person());
  press(button("till.bake.open"));
  ASSERT_EQ(shop_->place(), Place::bake);
  const auto lines = [&] { return till_.shown<BakeLine>(); };
  ASSERT_EQ(lines().size(), 2U);
  EXPECT_FALSE(lines()[0]->face().enough);
  EXPECT_EQ(lines()[0]->face().needed, "11");
  EXPECT_FALSE(labelled("−1")->IsEnabled());
  press(labelled("+10"));
  EXPECT_FALSE(lines()[0]->face().enough);
  till_.keep_picture("bake");
  press(labelled("+1"));
  EXPECT_TRUE(lines()[0]->face().enough);
  EXPECT_EQ(lines()[0]->face().status, till_.words().say("till.bake.enough"));
  press(button("till.undo"));
  EXPECT_FALSE(lines()[0]->face().enough);
}

TEST_F(OrdersWindows, WhatIsSoldOutIsPaleAndStillSold) {
  shop_.book.set_counter_rule("counter.waste", "yes", shop_.clock.now());
  till_.show_again();
  press(button("till.order.open"));
  press(button("till.go_back"));
  press(&till_.frame().top_bar().person());
  press(button("till.waste.open"));
  ASSERT_EQ(shop_->place(), Place::waste);
  press(tile("Beli hleb"));
  press(button("till.waste.sold_out"));
  EXPECT_TRUE(tile("Beli hleb")->face().faded);
  till_.keep_picture("waste");
  press(button("till.go_back"));
  ASSERT_EQ(shop_->place(), Place::sale);
  EXPECT_TRUE(tile("Beli hleb")->face().faded);
  EXPECT_FALSE(tile("Kifla")->face().faded);
  till_.keep_picture("sold-out");
  press(tile("Beli hleb"));
  ASSERT_EQ(shop_->place(), Place::sure);
  till_.keep_picture("sold-out-sure");
  press(button("till.sure.yes"));
  EXPECT_EQ(shop_->cart().quantity_of("loaf"), Quantity::pieces(1));
}

TEST_F(OrdersWindows, WasteIsNotedByPicturesAndANumber) {
  shop_.book.set_counter_rule("counter.waste", "yes", shop_.clock.now());
  shop_->open_orders();
  shop_->undo();
  till_.show_again();
  press(&till_.frame().top_bar().person());
  press(button("till.waste.open"));
  press(tile("Kifla"));
  press(button("till.waste.wasted"));
  ASSERT_EQ(shop_->place(), Place::waste_why);
  till_.keep_picture("waste-why");
  press(button("till.waste.reason.too_dark"));
  ASSERT_EQ(shop_->place(), Place::waste_number);
  press(labelled("4"));
  till_.keep_picture("waste-number");
  press(button("till.waste.note"));
  EXPECT_EQ(shop_->place(), Place::waste);
}

}  // namespace
}  // namespace tilia::pos
