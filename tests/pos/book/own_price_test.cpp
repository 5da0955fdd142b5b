// Lines at a price of their own, from the counter into the book, out of it again and back over it.
#include <gtest/gtest.h>

#include "db/new_book.h"
#include "db/rebuild.h"
#include "db/till_book_sqlite.h"
#include "db/till_rows.h"
#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;
using tests::quantity;

class OwnPrices : public ::testing::Test {
 protected:
  OwnPrices() {
    book_.put_articles(tests::articles(pack_.currency), clock_.now());
    drawer_ = drawer().open("T1", money("50.00")).value();
  }
  [[nodiscard]] KeepDrawer drawer() { return {book_, pack_, zone_, clock_, chance_}; }
  Sale sell(const std::vector<SaleRequest::Line>& lines) {
    RingUpSale ring(book_, pack_, clock_);
    const SaleRequest request{
        SaleId::mint(chance_), lines, {{TenderKind::cash, money("50.00")}}, std::nullopt};
    return ring.ring_up("T1", request).value().sale;
  }
  Sale take(const Sale& sale, std::int64_t line, const char* how_much) {
    const RefundRequest request{
        SaleId::mint(chance_), sale.receipt, {{line, quantity(how_much)}}, "unwanted"};
    return take_back(book_, pack_, clock_, "T1", request).value().sale;
  }

  SeededChance chance_{5};
  SetClock clock_{*Instant::parse("2026-03-02T08:00:00Z")};
  CountryPack pack_ = tests::pack("AT");
  Zone zone_ = *Zone::named("Europe/Vienna");
  std::unique_ptr<db::BookFile> file_ =
      db::book_in_memory({.station = "T1"}, tests::organisation(pack_), clock_.now(), chance_);
  db::TillBookSqlite book_{*file_};
  std::optional<DrawerSession> drawer_;
};

TEST_F(OwnPrices, AreKeptInTheBookWithTheUsualAmount) {
  const Rate ten = Rate::parse_percent("10").value();
  const Sale sale = sell({{"cake", quantity("3"), PercentOff{ten}},
                          {"flour-kg", quantity("2.186"), LabelPrice{money("4.36")}},
                          {"book", quantity("1"), UnitPrice{money("12.00")}},
                          {"cake", quantity("1")}});
  EXPECT_EQ(sale.priced.total, money("27.46"));
  const auto found = book_.sale_by_id(sale.id);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(*found, sale);
  EXPECT_EQ(found->priced.lines[0].usual_amount, money("9.00"));
  EXPECT_FALSE(found->priced.lines[1].usual_amount.has_value());
  EXPECT_EQ(found->priced.lines[2].usual_amount, money("10.00"));
  // 0.90 off the cakes, 2.00 put on the book
  EXPECT_EQ(book_.figures(drawer_->id).discounts, money("-1.10"));
}

TEST_F(OwnPrices, AreTakenBackByTheirShareAndAddUpToTheLine) {
  const Rate third = Rate::parse_percent("33.3").value();
  const Sale sale = sell({{"cake", quantity("3"), PercentOff{third}},
                          {"flour-kg", quantity("2.186"), LabelPrice{money("4.36")}}});
  const Money paid = sale.priced.lines[0].amount;
  EXPECT_EQ(paid, money("6.00"));  // 9.00 less 3.00
  Money back = money("0.00");
  for (int i = 0; i < 3; ++i) back -= take(sale, 1, "1").priced.total;
  EXPECT_EQ(back, paid);
  EXPECT_TRUE(book_.figures(drawer_->id).discounts.is_zero());
  EXPECT_EQ(take(sale, 2, "2.186").priced.total, money("-4.36"));
  EXPECT_EQ(drawer().look("T1").value().expected, money("50.00"));
}

TEST_F(OwnPrices, ComeOutOfTheJournalAsTheyWentIn) {
  const Rate ten = Rate::parse_percent("10").value();
  const Sale sale = sell({{"cake", quantity("3"), PercentOff{ten}}});
  const Sale refund = take(sale, 1, "1");
  const SessionFigures figures = book_.figures(drawer_->id);
  db::rebuild_projections(*file_, {db::till_projection()});
  EXPECT_EQ(book_.sale_by_id(sale.id), sale);
  EXPECT_EQ(book_.sale_by_id(refund.id), refund);
  EXPECT_EQ(book_.figures(drawer_->id), figures);
}

}  // namespace
}  // namespace tilia::pos
