// What a screen that is turned to whoever buys may say.
#include "pos/ui/customer_view.h"

#include <gtest/gtest.h>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

using Kind = CustomerView::Kind;

TEST(CustomersScreen, FollowsASaleFromTheTrayToTheChange) {
  tests::CounterOfTests shop;
  shop.begin_selling();
  EXPECT_EQ(customer_view(*shop).kind, Kind::welcome);
  shop->tap_article("loaf");
  shop->tap_article("loaf");
  CustomerView view = customer_view(*shop);
  EXPECT_EQ(view.kind, Kind::tray);
  ASSERT_EQ(view.lines.size(), 1U);
  EXPECT_EQ(view.lines[0].quantity, Quantity::pieces(2));
  EXPECT_EQ(view.to_pay, shop.dinars(120));
  EXPECT_TRUE(view.practice);
  shop->pay();
  shop->paying().give(shop.dinars(100));
  view = customer_view(*shop);
  EXPECT_EQ(view.kind, Kind::paying);
  EXPECT_EQ(view.got, shop.dinars(100));
  EXPECT_EQ(view.still_to_pay, shop.dinars(20));
  EXPECT_EQ(view.back, std::nullopt) << "three amounts at most";
  shop->paying().give(shop.dinars(100));
  EXPECT_EQ(customer_view(*shop).back, shop.dinars(80));
  shop->paid();
  view = customer_view(*shop);
  EXPECT_EQ(view.kind, Kind::giving);
  std::vector<CountedPiece> piles;
  for (const Giving::Pile& pile : shop->giving().piles()) piles.push_back(pile.pieces);
  EXPECT_EQ(view.pieces, piles) << "the same pieces that are laid into her hand";
  shop->none_left(0);
  EXPECT_NE(customer_view(*shop).pieces, piles);
  shop->next_customer();
  EXPECT_EQ(customer_view(*shop).kind, Kind::welcome);
}

TEST(CustomersScreen, SaysNothingOfWhatIsTheTillsOwn) {
  tests::CounterOfTests shop;
  EXPECT_EQ(customer_view(*shop).kind, Kind::welcome) << "nobody is in";
  shop.begin_selling();
  shop->tap_article("loaf");
  for (const auto& leave : std::vector<std::function<void()>>{
           [&] { shop->own_picture(); }, [&] { shop->lock(); }, [&] { shop->back_soon(); }}) {
    leave();
    EXPECT_EQ(customer_view(*shop).kind, Kind::welcome);
    if (shop->place() == Place::own) {
      shop->back_to_selling();
    } else {
      shop->open_again();
      shop.log_in();
    }
    EXPECT_EQ(customer_view(*shop).kind, Kind::tray);
  }
  shop->undo();
  shop->own_picture();
  shop->close_day();
  shop.count_a_float();
  EXPECT_EQ(customer_view(*shop).kind, Kind::welcome) << "what is counted is nobody's business";
}

}  // namespace
}  // namespace tilia::pos
