// Rung 1: what is wasted, given away or sold out, at the counter.
#include <gtest/gtest.h>

#include <functional>

#include "tests/pos/shop_of_tests.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class WasteAtTheCounter : public ::testing::Test {
 protected:
  WasteAtTheCounter() {
    shop.book.set_counter_rule("counter.waste", "yes", shop.clock.now());
    shop.begin_selling();
  }
  void press(const std::function<void(WasteScreen&)>& what) { shop->at_waste(what); }
  [[nodiscard]] Place place() { return shop->place(); }
  void opens(const std::string& article) {
    if (place() == Place::sale) {
      shop->own_picture();
      shop->open_waste();
    }
    const auto shown = shop->waste().articles();
    for (std::size_t i = 0; i < shown.size(); ++i)
      if (shown[i]->code == article) return press([i](WasteScreen& w) { w.choose(i); });
    FAIL() << article;
  }
  void types(const std::string& digits) {
    for (const char digit : digits) shop->type(std::string(1, digit));
  }
  [[nodiscard]] std::vector<Wasted> noted() {
    const Day today = shop.zone.local_day(shop.clock.now());
    return KeepStock(shop.book, shop.catalogue, shop.zone, shop.clock).wasted(today, today);
  }

  tests::CounterOfTests shop;
};

}  // namespace

TEST(WasteRule, WithoutItThereIsNoWayInAndNothingIsSoldOut) {
  tests::CounterOfTests shop;
  shop.sold_out.save("2026-03-02\nloaf\n");
  shop.begin_selling();
  shop->own_picture();
  shop->open_waste();
  EXPECT_EQ(shop->place(), Place::own);
  EXPECT_FALSE(shop->is_sold_out("loaf"));
}

TEST_F(WasteAtTheCounter, WhatIsThrownAwayIsNotedWithItsReasonByPictures) {
  opens("loaf");
  ASSERT_EQ(place(), Place::waste_what);
  press([](WasteScreen& w) { w.throw_away(); });
  ASSERT_EQ(place(), Place::waste_why);
  press([](WasteScreen& w) { w.choose_reason("too_dark"); });
  ASSERT_EQ(place(), Place::waste_number);
  shop->note_waste();
  EXPECT_EQ(place(), Place::waste_number) << "nothing typed";
  types("0x34");
  shop->type_back();
  EXPECT_TRUE(noted().empty()) << "only the last press writes something down";
  shop->note_waste();
  EXPECT_EQ(place(), Place::waste) << "the next one may be tapped";
  EXPECT_EQ(shop->notice()->sentence.key(), "till.waste.is_noted");
  ASSERT_EQ(noted().size(), 1U);
  EXPECT_EQ(noted()[0].reason, "too_dark");
  EXPECT_EQ(noted()[0].quantity, Quantity::pieces(3));
  shop->note_waste();
  EXPECT_EQ(noted()[0].quantity, Quantity::pieces(3)) << "a second tap notes nothing";
}

TEST_F(WasteAtTheCounter, WhatIsGivenAwayIsNoWasteAndWeighedInGrams) {
  opens("nuts");
  press([](WasteScreen& w) { w.give_away(); });
  types("450");
  shop->note_waste();
  ASSERT_EQ(noted().size(), 1U);
  EXPECT_TRUE(noted()[0].given_away());
  EXPECT_EQ(noted()[0].quantity, Quantity::from_thousandths(450));
}

TEST_F(WasteAtTheCounter, EachQuestionHasItsWayBack) {
  opens("loaf");
  press([](WasteScreen& w) { w.throw_away(); });
  press([](WasteScreen& w) { w.choose_reason("dropped"); });
  for (const Place back : {Place::waste_why, Place::waste_what, Place::waste, Place::sale}) {
    ASSERT_TRUE(shop->can_undo());
    shop->undo();
    EXPECT_EQ(place(), back);
  }
  EXPECT_TRUE(noted().empty());
}

TEST_F(WasteAtTheCounter, AllThatIsOnTheShelfHasItsPage) {
  shop->own_picture();
  shop->open_waste();
  EXPECT_EQ(shop->waste().articles().size(), 12U);
  EXPECT_EQ(shop->waste().pages(), 2U);
  press([](WasteScreen& w) { w.turn_page(1); });
  EXPECT_EQ(shop->waste().articles().size(), 6U);
  press([](WasteScreen& w) { w.turn_page(1); });
  EXPECT_EQ(shop->waste().page(), 1U);
}

TEST_F(WasteAtTheCounter, WhatIsSoldOutIsSoldAfterAQuestionAndTheMarkGoesWithTheDay) {
  opens("loaf");
  shop->mark_sold_out(true);
  EXPECT_EQ(place(), Place::waste);
  shop->undo();
  EXPECT_TRUE(shop->is_sold_out("loaf"));
  EXPECT_FALSE(shop->is_sold_out("roll"));
  shop->tap_article("loaf");
  ASSERT_EQ(place(), Place::sure);
  shop->it_is_not_meant();
  EXPECT_EQ(place(), Place::sale);
  EXPECT_TRUE(shop->cart().empty());
  shop->tap_article("loaf");
  shop->it_is_meant();
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(1));
  shop->tap_article("loaf");
  EXPECT_EQ(shop->cart().quantity_of("loaf"), Quantity::pieces(2)) << "asked once for a tray";
  shop.start_again();
  shop.log_in();
  EXPECT_TRUE(shop->is_sold_out("loaf")) << "across a restart, too";
  opens("loaf");
  shop->mark_sold_out(false);
  EXPECT_FALSE(shop->is_sold_out("loaf"));
  opens("loaf");
  shop->mark_sold_out(true);
  const Day tomorrow = shop.zone.local_day(shop.clock.now()).plus_days(1);
  EXPECT_FALSE(SoldOut(shop.sold_out).is("loaf", tomorrow));
}

}  // namespace tilia::pos
