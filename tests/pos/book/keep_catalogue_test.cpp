// Keeping the catalogue and the stock by hand, on the real book.
#include "pos/keep_catalogue.h"

#include <gtest/gtest.h>

#include "db/catalogue_book_sqlite.h"
#include "db/new_book.h"
#include "db/till_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/keep_stock.h"
#include "pos/ring_up_sale.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

class Catalogue : public testing::Test {
 protected:
  Catalogue() { book_.put_articles(tests::articles(pack_.currency), clock_.now()); }

  [[nodiscard]] Money dinars(const std::string& text) const {
    return Money::parse(text, pack_.currency).value();
  }
  [[nodiscard]] Day march(int day) const { return *Day::from(2026, 3, day); }
  [[nodiscard]] std::string refused(const Result<Done, CatalogueRefusal>& answer) const {
    return answer ? "done" : std::string(catalogue_refusal_code(answer.refusal()));
  }
  [[nodiscard]] std::string refused(const Result<Done, StockRefusal>& answer) const {
    return answer ? "done" : std::string(stock_refusal_code(answer.refusal()));
  }
  [[nodiscard]] Article loaf() { return keep_.article("white-loaf").value(); }
  void clock_to(const char* instant) { clock_.set(Instant::parse(instant).value()); }
  [[nodiscard]] Money sold_for(std::uint8_t id) {
    auto rung =
        ring_.ring_up("T1", tests::request(id, {"white-loaf 1"}, {"cash 1000.00"}, pack_.currency));
    return rung.value().sale.priced.total;
  }

  CountryPack pack_ = tests::pack("RS");
  Zone zone_ = *Zone::named("Europe/Belgrade");
  SetClock clock_{*Instant::parse("2026-03-02T08:00:00Z")};
  SeededChance chance_{3};
  std::unique_ptr<db::BookFile> file_ =
      db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(), chance_);
  db::TillBookSqlite book_{*file_};
  db::CatalogueBookSqlite more_{*file_};
  KeepCatalogue keep_{book_, more_, zone_, clock_};
  KeepStock stock_{book_, more_, zone_, clock_};
  RingUpSale ring_{book_, pack_, clock_};
  KeepDrawer drawer_{book_, pack_, zone_, clock_, chance_};
};

TEST_F(Catalogue, ATillSellsAtThePriceOfItsDrawersBusinessDay) {
  ASSERT_TRUE(keep_.plan_price("white-loaf", march(3), dinars("1.50")).ok());
  ASSERT_TRUE(drawer_.open("T1", dinars("0")).ok());
  EXPECT_EQ(sold_for(1), dinars("1.20"));
  clock_to("2026-03-03T00:30:00+01:00");  // past midnight, the same drawer
  EXPECT_EQ(sold_for(2), dinars("1.20"));
  ASSERT_TRUE(drawer_.close("T1", {}).ok());
  clock_to("2026-03-03T07:00:00+01:00");
  ASSERT_TRUE(drawer_.open("T1", dinars("0")).ok());
  EXPECT_EQ(sold_for(3), dinars("1.50")) << "without a restart";
}

TEST_F(Catalogue, PricesArePlannedFromTodayOnAndCalledOffBeforeTheyCome) {
  EXPECT_EQ(refused(keep_.plan_price("nothing", march(3), dinars("1.50"))),
            "catalogue.unknown_article");
  EXPECT_EQ(refused(keep_.plan_price("white-loaf", march(1), dinars("1.50"))),
            "catalogue.day_is_past");
  EXPECT_EQ(refused(keep_.plan_price("white-loaf", march(3), dinars("-1"))), "catalogue.bad_price");
  EXPECT_EQ(refused(keep_.plan_price("white-loaf", march(3), tests::money("1.50", "EUR"))),
            "catalogue.bad_price");
  EXPECT_EQ(refused(keep_.plan_price("white-loaf", march(2), dinars("1.40"))), "done");
  EXPECT_EQ(loaf().price, dinars("1.40"));
  EXPECT_EQ(refused(keep_.plan_price("white-loaf", march(9), dinars("1.50"))), "done");
  EXPECT_EQ(refused(keep_.call_off_price("white-loaf", march(8))), "catalogue.no_such_change");
  EXPECT_EQ(refused(keep_.call_off_price("white-loaf", march(2))), "catalogue.day_is_past");
  EXPECT_EQ(refused(keep_.call_off_price("white-loaf", march(9))), "done");
  EXPECT_TRUE(more_.prices_after(march(2)).empty());
}

TEST_F(Catalogue, AddsAndChangesOneArticleAndWritesNothingWhereNothingChanges) {
  Article bun = loaf();
  bun.code = "bun";
  bun.barcodes = {"777"};
  EXPECT_EQ(refused(keep_.add(bun)), "done");
  EXPECT_EQ(refused(keep_.add(bun)), "catalogue.code_is_taken");
  Article other = loaf();
  other.barcodes = {"777"};
  EXPECT_EQ(refused(keep_.change(other)), "catalogue.barcode_is_taken");
  bun.name = "Bun with seeds";
  EXPECT_EQ(refused(keep_.change(bun)), "done");
  EXPECT_EQ(keep_.article("bun"), bun);
  const std::int64_t mark = book_.catalogue_mark();
  EXPECT_EQ(refused(keep_.change(bun)), "done");
  EXPECT_EQ(book_.catalogue_mark(), mark);
  bun.code = "nothing";
  EXPECT_EQ(refused(keep_.change(bun)), "catalogue.unknown_article");
}

TEST_F(Catalogue, OffTheShelfAndOnItAgainKeepsEverythingElse) {
  const Article before = loaf();
  ASSERT_TRUE(keep_.put_on_shelf("white-loaf", false).ok());
  EXPECT_FALSE(loaf().on_shelf);
  ASSERT_TRUE(keep_.put_on_shelf("white-loaf", true).ok());
  EXPECT_EQ(loaf(), before);
  EXPECT_EQ(refused(keep_.put_on_shelf("nothing", false)), "catalogue.unknown_article");
}

TEST_F(Catalogue, StockTakesWhatIsKeptInItAndSaysWhatRunsLowFirst) {
  using Kind = StockMove::Kind;
  EXPECT_EQ(refused(stock_.enter(Kind::received, "white-loaf", Quantity::pieces(5))),
            "stock.not_kept");
  EXPECT_EQ(refused(stock_.enter(Kind::counted, "white-loaf", Quantity::pieces(5))),
            "stock.not_kept");
  Article bread = loaf();
  bread.stocked = true;
  bread.low_below = Quantity::pieces(6);
  Article cake = keep_.article("cake").value();
  cake.stocked = true;
  book_.put_articles({bread, cake}, clock_.now());
  struct Row {
    Kind kind;
    const char* article;
    const char* quantity;
    const char* reason;
    const char* answer;
  };
  for (const Row& row :
       std::vector<Row>{{Kind::received, "nothing", "5", "", "stock.unknown_article"},
                        {Kind::received, "white-loaf", "0", "", "stock.quantity_not_positive"},
                        {Kind::received, "white-loaf", "-5", "", "stock.quantity_not_positive"},
                        {Kind::received, "white-loaf", "1.5", "", "stock.quantity_not_whole"},
                        {Kind::received, "white-loaf", "1000001", "", "stock.quantity_too_large"},
                        {Kind::received, "white-loaf", "5", "unsold", "stock.unknown_reason"},
                        {Kind::wasted, "white-loaf", "5", "", "stock.unknown_reason"},
                        {Kind::wasted, "white-loaf", "5", "stolen", "stock.unknown_reason"},
                        {Kind::counted, "white-loaf", "0", "", "done"},
                        {Kind::received, "white-loaf", "7", "", "done"},
                        {Kind::wasted, "white-loaf", "2", "too_dark", "done"},
                        {Kind::received, "cake", "3", "", "done"}}) {
    EXPECT_EQ(refused(stock_.enter(row.kind, row.article, Quantity::parse(row.quantity).value(),
                                   row.reason)),
              row.answer)
        << row.article << ' ' << row.quantity;
  }
  auto shown = stock_.list();
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown.front().article.code, "white-loaf");
  EXPECT_EQ(shown.front().since->there(), Quantity::pieces(5));
  EXPECT_TRUE(shown.front().low());
  EXPECT_FALSE(shown.back().low());
  ASSERT_TRUE(keep_.put_on_shelf("white-loaf", false).ok());
  EXPECT_EQ(stock_.list().size(), 1U);
}

TEST(TypedQuantity, TakesACommaOrAPointAndNothingElse) {
  EXPECT_EQ(typed_quantity("2,5").value(), Quantity::from_thousandths(2500));
  EXPECT_EQ(typed_quantity(" 12 ").value(), Quantity::pieces(12));
  EXPECT_EQ(typed_quantity("a dozen").refusal(), StockRefusal::not_a_quantity);
  EXPECT_EQ(typed_quantity("").refusal(), StockRefusal::not_a_quantity);
  EXPECT_EQ(typed_quantity("99999999999999").refusal(), StockRefusal::quantity_too_large);
}

TEST(CatalogueWords, EachRefusalIsSaidInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words = tests::words(language);
    for (int why = 0; why <= static_cast<int>(CatalogueRefusal::barcode_is_taken); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<CatalogueRefusal>(why)).key())) << why;
    for (int why = 0; why <= static_cast<int>(StockRefusal::unknown_reason); ++why)
      EXPECT_TRUE(words.knows(sentence_of(static_cast<StockRefusal>(why)).key())) << why;
  }
}

}  // namespace
}  // namespace tilia::pos
