#include "pos/ui/cart.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;
using tests::quantity;

class CartRules : public ::testing::Test {
 protected:
  ArticleIndex articles_{tests::articles(tests::currency("EUR"))};
  Shelf shelf_{articles_};
  Cart cart_{tests::sale_id(1)};
};

TEST_F(CartRules, TapsOnOneArticleMakeOneLine) {
  cart_.add("white-loaf", Quantity::pieces(1));
  cart_.add("cake", Quantity::pieces(1));
  cart_.add("white-loaf", Quantity::pieces(1));
  ASSERT_EQ(cart_.lines().size(), 2U);
  EXPECT_EQ(cart_.quantity_of("white-loaf"), quantity("2"));
  EXPECT_EQ(cart_.total(shelf_, tests::currency("EUR")), money("5.40"));
}

TEST_F(CartRules, EveryStepIsUndoneBackToTheEmptyTray) {
  cart_.add("white-loaf", Quantity::pieces(1));
  cart_.add("cake", Quantity::pieces(1));
  cart_.one_more(0);
  cart_.one_less(1);
  int steps = 0;
  while (cart_.can_undo()) {
    cart_.undo();
    ++steps;
  }
  EXPECT_EQ(steps, 4);
  EXPECT_TRUE(cart_.empty());
  cart_.undo();  // nothing left to undo is no mistake
  EXPECT_TRUE(cart_.empty());
}

TEST_F(CartRules, TheLastPieceTakesItsLineAway) {
  cart_.add("cake", Quantity::pieces(2));
  cart_.one_less(0);
  EXPECT_EQ(cart_.quantity_of("cake"), quantity("1"));
  cart_.one_less(0);
  EXPECT_TRUE(cart_.empty());
  cart_.one_less(0);  // of a line that is gone
  EXPECT_TRUE(cart_.empty());
}

TEST_F(CartRules, OneLessOfSomethingWeighedTakesAllOfIt) {
  cart_.add("flour-kg", quantity("1.250"));
  cart_.one_less(0);
  EXPECT_TRUE(cart_.empty());
}

TEST_F(CartRules, StopsAtTheMostOfOneArticle) {
  cart_.add("cake", Quantity::pieces(Cart::most_pieces));
  cart_.add("cake", Quantity::pieces(1));
  EXPECT_EQ(cart_.quantity_of("cake"), Quantity::pieces(Cart::most_pieces));
}

TEST_F(CartRules, ADraftComesBackUnderTheSameId) {
  cart_.add("white-loaf", Quantity::pieces(3));
  cart_.add("flour-kg", quantity("0.450"));
  const auto back = Cart::from_draft(cart_.draft_text(), shelf_, tests::currency("EUR"));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->id(), cart_.id());
  EXPECT_EQ(back->lines(), cart_.lines());
}

TEST_F(CartRules, AVisitIsOneStepAndStaysWithItsTrayUntilNothingIsLeft) {
  const VisitId visit = VisitId::from_bytes(tests::sale_id(7).bytes());
  cart_.add_visit(visit, {"cake", "white-loaf"});
  cart_.add_visit(visit, {"cake", "white-loaf"});
  EXPECT_EQ(cart_.quantity_of("cake"), Quantity::pieces(1));
  const auto back = Cart::from_draft(cart_.draft_text(), shelf_, tests::currency("EUR"));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->lines(), cart_.lines());
  EXPECT_EQ(back->visits(), std::vector{visit});
  cart_.take_away(0);
  EXPECT_EQ(cart_.visits(), std::vector{visit});
  cart_.one_less(0);
  EXPECT_TRUE(cart_.visits().empty());
  cart_.undo();
  EXPECT_EQ(cart_.visits(), std::vector{visit});
  cart_.undo();
  cart_.undo();
  EXPECT_TRUE(cart_.empty());
  EXPECT_TRUE(cart_.visits().empty());
}

TEST_F(CartRules, AnArticleThatIsGoneIsLeftOutOfTheDraft) {
  Cart cart(tests::sale_id(2));
  cart.add("no-longer-sold", Quantity::pieces(1));
  cart.add("cake", Quantity::pieces(1));
  const auto back = Cart::from_draft(cart.draft_text(), shelf_, tests::currency("EUR"));
  ASSERT_TRUE(back.has_value());
  ASSERT_EQ(back->lines().size(), 1U);
  EXPECT_EQ(back->lines().front().article, "cake");
}

TEST_F(CartRules, AnyOtherTextIsNoDraft) {
  const std::string id = cart_.id().text();
  for (const std::string& text :
       {std::string(), std::string("tilia-cart 2\n") + id, std::string("tilia-cart 1\n"),
        std::string("tilia-cart 1\nxyz\n"), "tilia-cart 1\n" + id + "\ncake\n",
        "tilia-cart 1\n" + id + "\ncake -1\n", "tilia-cart 1\n" + id + "\ncake 0\n",
        "tilia-cart 1\n" + id + "\ncake 1.2.3\n"}) {
    EXPECT_FALSE(Cart::from_draft(text, shelf_, tests::currency("EUR")).has_value()) << text;
  }
}

TEST_F(CartRules, AnOwnPriceHasALineOfItsOwnAndIsKeptWithTheDraft) {
  const LabelPrice label{money("4.35")};
  cart_.add("flour-kg", quantity("2.186"), label);
  cart_.add("flour-kg", quantity("2.186"), label);
  cart_.add("flour-kg", quantity("1.000"));
  cart_.add("cake", Quantity::pieces(2));
  cart_.set_price(3, PercentOff{Rate::parse_percent("10").value()});
  cart_.add("cake", Quantity::pieces(1));
  ASSERT_EQ(cart_.lines().size(), 5U);
  EXPECT_EQ(cart_.quantity_of("cake"), quantity("3"));
  // 4.35 + 4.35 + 1.99 + 6.00 less 10 % + 3.00
  EXPECT_EQ(cart_.total(shelf_, tests::currency("EUR")), money("19.09"));
  cart_.one_more(0);  // there is one label only
  const auto back = Cart::from_draft(cart_.draft_text(), shelf_, tests::currency("EUR"));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->lines(), cart_.lines());
  cart_.one_less(0);
  EXPECT_EQ(cart_.lines().size(), 4U);
}

}  // namespace
}  // namespace tilia::pos
