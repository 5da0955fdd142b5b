// What the office changes in the catalogue reaches an open counter, but never a tray.
#include <gtest/gtest.h>

#include "db/catalogue_book_sqlite.h"
#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

class CatalogueChange : public testing::Test {
 protected:
  CatalogueChange() {
    shop_.begin_selling();
    shop_->choose_tab(0);  // the shelf has been seen
  }
  void put(const std::string& code, std::int64_t whole, bool on_shelf = true) {
    for (Article article : shop_.book.articles(*Day::from(2026, 3, 2))) {
      if (article.code != code) continue;
      article.price = shop_.dinars(whole);
      article.on_shelf = on_shelf;
      shop_.book.put_articles({article}, shop_.clock.now());
    }
  }
  [[nodiscard]] Money price(const std::string& code) { return shop_->shelf().article(code)->price; }
  tests::CounterOfTests shop_;
};

TEST_F(CatalogueChange, IsTakenUpWithinASecondWhileTheTrayIsEmpty) {
  EXPECT_FALSE(shop_->look_at_catalogue());
  put("loaf", 65);
  EXPECT_EQ(price("loaf"), shop_.dinars(60));
  EXPECT_TRUE(shop_->look_at_catalogue());
  EXPECT_EQ(price("loaf"), shop_.dinars(65));
  EXPECT_FALSE(shop_->look_at_catalogue());
}

TEST_F(CatalogueChange, LeavesATrayThatIsBegunAsItWasAndComesWithTheNextCustomer) {
  shop_->tap_article("loaf");
  put("loaf", 65);
  EXPECT_FALSE(shop_->look_at_catalogue());
  EXPECT_EQ(shop_->total(), shop_.dinars(60));
  shop_->pay();
  shop_->paying().give(shop_.dinars(100));
  shop_->paid();
  EXPECT_EQ(shop_->giving().sale().priced.total, shop_.dinars(60));
  shop_->next_customer();
  shop_->tap_article("loaf");
  EXPECT_EQ(shop_->total(), shop_.dinars(65));
}

TEST_F(CatalogueChange, APlannedPriceComesWithTheOpeningOfTheNextDay) {
  db::CatalogueBookSqlite(*shop_.file)
      .put_prices({{"loaf", *Day::from(2026, 3, 3), shop_.dinars(70)}}, shop_.clock.now());
  EXPECT_TRUE(shop_->look_at_catalogue());
  EXPECT_EQ(price("loaf"), shop_.dinars(60));
  shop_->own_picture();
  shop_->close_day();
  shop_->counted();
  shop_->close_anyway();
  shop_->good_night();
  shop_.clock.set(*Instant::parse("2026-03-03T08:00:00+01:00"));
  shop_.begin_selling();
  ASSERT_EQ(shop_->place(), Place::sale);
  shop_.sell_a_loaf();
  EXPECT_EQ(shop_->giving().sale().priced.total, shop_.dinars(70));
}

TEST_F(CatalogueChange, WhatIsOffTheShelfIsNoTileAndNotFoundButATrayThatWaitsIsPaid) {
  shop_->tap_article("loaf");
  shop_->wait_here();
  put("loaf", 60, false);
  EXPECT_TRUE(shop_->look_at_catalogue());
  for (const Article* tile : shop_->tiles()) EXPECT_NE(tile->code, "loaf");
  EXPECT_EQ(shop_->shelf().index().by_barcode("8600000000014"), nullptr);
  EXPECT_TRUE(shop_->shelf().named("hleb", 5).empty());
  shop_->wait_here();
  shop_->take_up(0);
  EXPECT_EQ(shop_->total(), shop_.dinars(60));
  shop_->pay();
  shop_->paying().give(shop_.dinars(100));
  shop_->paid();
  EXPECT_EQ(shop_->place(), Place::change);
}

TEST_F(CatalogueChange, ATabThatIsGoneLeadsToTheFirst) {
  shop_->choose_tab(shop_->shelf().tabs().size() - 1);
  shop_->turn_page(1);
  for (int tea = 1; tea <= 14; ++tea) put("tea-" + std::to_string(tea), 90, false);
  put("cake", 320, false);
  put("nuts", 1500, false);
  EXPECT_TRUE(shop_->look_at_catalogue());
  EXPECT_EQ(shop_->shelf().tabs().size(), 1U);
  EXPECT_EQ(shop_->tab(), 0U);
  EXPECT_EQ(shop_->tiles().size(), 2U);
}

TEST_F(CatalogueChange, AScannedBarcodeThatWasJustAddedIsKnown) {
  Article bun = *shop_->shelf().article("roll");
  bun.code = "bun";
  bun.barcodes = {"4006381333931"};
  shop_.book.put_articles({bun}, shop_.clock.now());
  shop_->scanned("4006381333931");
  EXPECT_EQ(shop_->cart().lines().size(), 1U);
}

}  // namespace
}  // namespace tilia::pos
