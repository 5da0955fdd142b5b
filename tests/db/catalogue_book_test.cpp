// Prices by day, the shelf and the stock: what is read back, and that the journal makes it again.
#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/catalogue_book_sqlite.h"
#include "db/rebuild.h"
#include "db/till_rows.h"
#include "tests/db/all_rows.h"
#include "tests/db/bakery_at_work.h"

namespace tilia::db {
namespace {

using Kind = pos::StockMove::Kind;

class CatalogueBook : public testing::Test {
 protected:
  [[nodiscard]] static Day march(int day) { return *Day::from(2026, 3, day); }
  [[nodiscard]] Money price(const std::string& code, const Day& day) {
    for (const pos::Article& article : bakery_.book.articles(day)) {
      if (article.code == code) return article.price;
    }
    return dinars(-1);
  }
  void dearer(const std::string& code, std::int64_t whole, const Day& on) {
    const Instant at = zone_.at(on, 12 * 60);
    for (pos::Article article : bakery_.book.articles(on)) {
      if (article.code != code) continue;
      article.price = dinars(whole);
      bakery_.book.put_articles({article}, at);
    }
  }
  void move(Kind kind, std::int64_t pieces, const std::string& reason = {}) {
    book_.enter_stock_move({kind, "bread", Quantity::pieces(pieces), reason, march(2)},
                           bakery_.clock().now());
  }
  [[nodiscard]] pos::StockSince bread() { return book_.stock().at(0); }
  void sell_bread(std::int64_t pieces) {
    bakery_.sell({pos::SaleId::mint(bakery_.chance()),
                  {{"bread", Quantity::pieces(pieces)}},
                  {{pos::TenderKind::cash, dinars(4000)}},
                  std::nullopt});
  }
  void expect_the_same_rows_after_a_rebuild() {
    const Projection projection = till_projection();
    const auto before = all_rows(file_->writer(), projection.tables);
    rebuild_projections(*file_, {projection});
    EXPECT_EQ(all_rows(file_->writer(), projection.tables), before);
  }

  std::unique_ptr<BookFile> file_ = bakery_in_memory();
  BakeryAtWork bakery_{*file_};
  CatalogueBookSqlite book_{*file_};
  Zone zone_ = *Zone::named("Europe/Belgrade");
};

TEST_F(CatalogueBook, AnArticleCostsWhatHoldsOnThatDay) {
  book_.put_prices({{"bread", march(5), dinars(44)}, {"bread", march(9), dinars(50)}}, six_o_clock);
  EXPECT_EQ(price("bread", march(2)), dinars(40));
  EXPECT_EQ(price("bread", march(4)), dinars(40));
  EXPECT_EQ(price("bread", march(5)), dinars(44));
  EXPECT_EQ(price("bread", march(8)), dinars(44));
  EXPECT_EQ(price("bread", march(9)), dinars(50));
  EXPECT_EQ(price("roll", march(9)), dinars(80));
  book_.put_prices({{"bread", march(5), std::nullopt}}, six_o_clock);
  EXPECT_EQ(price("bread", march(8)), dinars(40));
  expect_the_same_rows_after_a_rebuild();
}

TEST_F(CatalogueBook, AChangeOfTodayLeavesWhatItCostBeforeAndWhatComes) {
  book_.put_prices({{"bread", march(9), dinars(50)}}, six_o_clock);
  dearer("bread", 42, march(4));
  dearer("bread", 43, march(4));  // a slip, mended on the same day
  EXPECT_EQ(price("bread", march(3)), dinars(40));
  EXPECT_EQ(price("bread", march(4)), dinars(43));
  EXPECT_EQ(price("bread", march(9)), dinars(50));
  const auto history = book_.prices_of("bread");
  EXPECT_EQ(history.before, dinars(40));
  EXPECT_EQ(history.changes, (std::vector<pos::PriceChange>{{"bread", march(4), dinars(43)},
                                                            {"bread", march(9), dinars(50)}}));
  EXPECT_EQ(book_.prices_after(march(4)),
            (std::vector<pos::PriceChange>{{"bread", march(9), dinars(50)}}));
  EXPECT_TRUE(book_.prices_after(march(9)).empty());
  EXPECT_FALSE(book_.prices_of("nothing").before);
  expect_the_same_rows_after_a_rebuild();
}

TEST_F(CatalogueBook, TheDayOfAPriceIsTheShopsOwn) {
  // Half past eleven at night in London is after midnight in Belgrade.
  pos::Article bread = six_articles().front();
  bread.price = dinars(45);
  bakery_.book.put_articles({bread}, *Instant::parse("2026-03-03T23:30:00Z"));
  EXPECT_EQ(price("bread", march(3)), dinars(40));
  EXPECT_EQ(price("bread", march(4)), dinars(45));
}

TEST_F(CatalogueBook, EveryChangeMovesTheMarkAndNothingElseDoes) {
  std::int64_t mark = bakery_.book.catalogue_mark();
  const auto moved = [&] {
    const std::int64_t now = bakery_.book.catalogue_mark();
    return std::exchange(mark, now) != now;
  };
  bakery_.open();
  bakery_.sell();
  EXPECT_FALSE(moved());
  book_.put_prices({{"bread", march(5), dinars(44)}}, six_o_clock);
  EXPECT_TRUE(moved());
  dearer("roll", 90, march(2));
  EXPECT_TRUE(moved());
  set_organisation(*file_, small_bakery(), six_o_clock);
  EXPECT_TRUE(moved());
  move(Kind::received, 5);
  EXPECT_FALSE(moved());
}

TEST_F(CatalogueBook, KeepsWhatIsOffTheShelfAndWhenItRunsLow) {
  pos::Article bread = six_articles().front();
  bread.on_shelf = false;
  bread.low_below = Quantity::pieces(6);
  bakery_.book.put_articles({bread}, six_o_clock);
  const auto articles = bakery_.book.articles(march(2));
  EXPECT_EQ(articles.size(), 6U);
  EXPECT_NE(std::ranges::find(articles, bread), articles.end());
  expect_the_same_rows_after_a_rebuild();
  bread.on_shelf = true;
  bread.low_below.reset();
  bakery_.book.put_articles({bread}, six_o_clock);
  const auto again = bakery_.book.articles(march(2));
  EXPECT_NE(std::ranges::find(again, bread), again.end());
  expect_the_same_rows_after_a_rebuild();
}

TEST_F(CatalogueBook, StockIsWhatWasCountedAndCameLessWhatWentSince) {
  bakery_.open();
  sell_bread(7);  // before anybody counted
  move(Kind::wasted, 2, "unsold");
  EXPECT_TRUE(book_.stock().empty());
  move(Kind::counted, 10);
  EXPECT_EQ(bread().there(), Quantity::pieces(10));
  sell_bread(3);
  move(Kind::received, 20);
  move(Kind::wasted, 1, "too_dark");
  EXPECT_EQ(bread(), (pos::StockSince{"bread", Quantity::pieces(10), Quantity::pieces(20),
                                      Quantity::pieces(1), Quantity::pieces(3), march(2)}));
  EXPECT_EQ(bread().there(), Quantity::pieces(26));
  expect_the_same_rows_after_a_rebuild();
  bakery_.close();
  EXPECT_EQ(bread().there(), Quantity::pieces(26)) << "closing the drawer sells nothing twice";
  bakery_.open();
  sell_bread(5);
  EXPECT_EQ(bread().there(), Quantity::pieces(21));
  move(Kind::counted, 0);
  sell_bread(1);
  EXPECT_EQ(bread().there(), Quantity::pieces(-1));
  bakery_.close();
  EXPECT_EQ(bread().there(), Quantity::pieces(-1)) << "what each closed day sold adds up";
  expect_the_same_rows_after_a_rebuild();
}

TEST_F(CatalogueBook, WhatComesBackIsInStockAgainAndEachTillSells) {
  bakery_.open("T1");
  bakery_.open("T2");
  move(Kind::received, 10);
  const pos::Sale sold = bakery_
                             .sell({pos::SaleId::mint(bakery_.chance()),
                                    {{"bread", Quantity::pieces(3)}},
                                    {{pos::TenderKind::cash, dinars(4000)}},
                                    std::nullopt},
                                   "T2")
                             .sale;
  sell_bread(2);
  EXPECT_EQ(bread().there(), Quantity::pieces(5));
  bakery_.close("T1");
  EXPECT_EQ(bread().there(), Quantity::pieces(5));
  bakery_.open("T1");
  ASSERT_TRUE(bakery_.take_back(sold.receipt, {{1, Quantity::pieces(1)}}).ok());
  EXPECT_EQ(bread().there(), Quantity::pieces(6));
  expect_the_same_rows_after_a_rebuild();
}

TEST_F(CatalogueBook, MovesOfADayAreReadBackAndStay) {
  move(Kind::received, 20);
  move(Kind::wasted, 4, "given_away");
  const auto moves = book_.stock_moves(march(2), march(2));
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves.at(1),
            (pos::StockMove{Kind::wasted, "bread", Quantity::pieces(4), "given_away", march(2)}));
  EXPECT_TRUE(book_.stock_moves(march(3), march(3)).empty());
  for (const char* sql : {"UPDATE stock_move SET quantity = 1", "DELETE FROM stock_move"}) {
    EXPECT_THROW(
        {
          WriteTransaction change(*file_);
          change.connection().script(sql);
          change.commit();
        },
        BookFault)
        << sql;
  }
}

}  // namespace
}  // namespace tilia::db
