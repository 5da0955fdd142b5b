// The room Shop on a real book in memory: periods, what finance sets, what leaves as a file.
#include "pos/ui/office_shop.h"

#include "db/shop_book_sqlite.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;

Money dinars(std::int64_t whole) { return Money::from_minor(whole * 100, rsd); }

class FiguresPaperOfTests final : public ShopFiguresPaper {
 public:
  void write(const ShopFigures& figures, ShopFile kind,
             const std::filesystem::path& file) override {
    written = file.string();
    sales = figures.sales;
    as = kind;
  }
  std::string written;
  ShopFile as = ShopFile::pdf;
  Money sales = Money::zero(rsd);
};

class OfficeShopOf : public ShopBook {
 protected:
  OfficeShopOf() {
    book_.put_articles({{.code = "loaf",
                         .name = "Loaf",
                         .price = dinars(100),
                         .vat_class = VatClass::standard,
                         .unit = Unit::each,
                         .barcodes = {},
                         .picture = "",
                         .page = "Bread",
                         .stocked = false}},
                       clock_.now());
  }

  // A day on which so many loaves were sold, each to one customer, and that much was missing.
  void a_day(const char* day, int loaves, std::int64_t missing = 0) {
    clock_.set(Instant::parse(std::string(day) + "T07:00:00Z").value());
    const auto pack = load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::parse(day));
    KeepDrawer drawer(book_, *pack, zone_, clock_, chance_);
    ASSERT_TRUE(drawer.open("T1", dinars(1000)).ok());
    RingUpSale ring(book_, *pack, clock_);
    for (int loaf = 0; loaf < loaves; ++loaf) {
      ASSERT_TRUE(ring.ring_up("T1", {SaleId::mint(chance_),
                                      {{"loaf", Quantity::pieces(1)}},
                                      {{TenderKind::cash, dinars(100)}},
                                      std::nullopt})
                      .ok());
    }
    const auto pieces = fewest_pieces(dinars(1000 + 100 * loaves - missing), pack->pieces);
    ASSERT_TRUE(drawer.close("T1", *pieces).ok());
  }

  OfficeShop room(bool may_set = false) {
    return {shop_book_, paper_, shops_of(book_.organisation()), zone_, clock_, rsd, may_set};
  }
  static Money sales_on(const ui::Page& page) {
    return std::get<Money>(page.figures.front().value);
  }

  db::ShopBookSqlite shop_book_{*file_, zone_};
  FiguresPaperOfTests paper_;
};

TEST_F(OfficeShopOf, SaysWhatToDoFirstWhereNothingWasSold) {
  OfficeShop shop = room();
  EXPECT_TRUE(ui::says(shop.page(), "office.shop.nothing_first"));
  EXPECT_FALSE(shop.page().main.has_value());
}

TEST_F(OfficeShopOf, ShowsThisMonthUntilAnotherPeriodIsChosen) {
  a_day("2026-02-27", 3);
  a_day("2026-03-02", 4);
  a_day("2026-03-09", 5);
  OfficeShop shop = room();
  EXPECT_EQ(sales_on(shop.page()), dinars(900));
  const auto choose = [&](const char* period, const char* from = "", const char* to = "") {
    static_cast<void>(shop.press("period", {}));
    static_cast<void>(shop.press(
        "save_period", typed({{"period", period}, {"shop", ""}, {"from", from}, {"to", to}})));
    return shop.page();
  };
  EXPECT_EQ(sales_on(choose("this_week")), dinars(500));
  EXPECT_EQ(sales_on(choose("last_month")), dinars(300));
  EXPECT_EQ(sales_on(choose("this_year")), dinars(1200));
  EXPECT_EQ(sales_on(choose("from_to", "2026-02-27", "2026-03-02")), dinars(700));
  const ui::Page wrong = choose("from_to", "2026-03-02", "2026-02-27");
  EXPECT_EQ(ui::fault_of(wrong, "to"), "office.report.from_after_to");
  static_cast<void>(shop.press("back", {}));
  EXPECT_EQ(sales_on(shop.page()), dinars(700)) << "the period that was shown before stays";
}

TEST_F(OfficeShopOf, DrawsAGapWhereTheShopWasShutAndMonthsOfALongTime) {
  a_day("2026-03-02", 4);
  a_day("2026-03-04", 5);
  OfficeShop shop = room();
  const ui::Page page = shop.page();
  ASSERT_EQ(page.charts.size(), 2U) << "no hours of two days";
  EXPECT_TRUE(ui::says(page, "office.shop.too_few_days"));
  ASSERT_EQ(page.charts[0].bars.size(), 4U);
  EXPECT_TRUE(page.charts[0].bars[2].amount.is_zero());
  EXPECT_EQ(page.charts[0].bars[3].amount, dinars(500));
  for (const char* day : {"2026-03-05", "2026-03-06", "2026-03-07"}) a_day(day, 1);
  EXPECT_EQ(shop.page().charts.size(), 3U);
  static_cast<void>(shop.press("period", {}));
  static_cast<void>(shop.press("save_period", typed({{"period", "this_year"}})));
  clock_.set(Instant::parse("2026-07-01T07:00:00Z").value());
  EXPECT_EQ(shop.page().charts[0].bars.size(), 7U);
  EXPECT_EQ(shop.page().charts[0].bars[2].amount, dinars(1200));
}

TEST_F(OfficeShopOf, OnlyFinanceSetsWhatADayNeeds) {
  a_day("2026-03-02", 4);
  a_day("2026-03-03", 6);
  OfficeShop managers = room();
  const ui::Values values =
      typed({{"what", "break_even"}, {"month", "2026-03"}, {"amount", "500"}});
  static_cast<void>(managers.press("save_figure", values));
  EXPECT_TRUE(shop_book_.set_figures().empty());
  OfficeShop finances = room(true);
  static_cast<void>(finances.press("set", {}));
  static_cast<void>(finances.press(
      "save_figure", typed({{"what", "break_even"}, {"month", "2026-03"}, {"amount", "x"}})));
  EXPECT_EQ(ui::fault_of(finances.page(), "amount"), "office.shop.fault_amount");
  static_cast<void>(finances.press("save_figure", values));
  EXPECT_TRUE(ui::says(finances.page(), "office.shop.held"));
  const ui::Page page = managers.page();
  EXPECT_TRUE(ui::says(page, "office.shop.reached"));
  EXPECT_TRUE(short_of_mark(page.charts[0].bars[1]));
  EXPECT_FALSE(short_of_mark(page.charts[0].bars[2]));
}

TEST_F(OfficeShopOf, AMonthsBudgetTakesWhatIsMissing) {
  a_day("2026-03-02", 4, 30);
  a_day("2026-03-03", 4, 40);
  shop_book_.set_figure({SetFigure::difference_budget, "T1", *Month::parse("2026-03"), dinars(60)},
                        clock_.now());
  OfficeShop shop = room();
  static_cast<void>(shop.press("differences", {}));
  const ui::Page page = shop.page();
  ASSERT_TRUE(page.table.has_value());
  ASSERT_EQ(page.table->rows.size(), 1U) << "one row for the month, none for a day";
  EXPECT_EQ(std::get<Money>(page.table->rows[0].cells[2].text), dinars(-70));
  EXPECT_EQ(std::get<Money>(page.table->rows[0].cells[4].text), dinars(-10));
  EXPECT_TRUE(ui::says(page, "office.shop.above_budget"));
  EXPECT_FALSE(ui::says(page, "office.shop.day"));
}

TEST_F(OfficeShopOf, SavesWhatItShows) {
  a_day("2026-03-02", 4);
  OfficeShop shop = room();
  const ui::Next asked = shop.press("xlsx", {});
  EXPECT_EQ(asked.step, ui::Next::Step::save_file);
  EXPECT_EQ(asked.file_name, "2026-03-01-2026-03-02.xlsx");
  static_cast<void>(shop.press(asked.action, typed({{"path", "/desk/shop.xlsx"}})));
  EXPECT_EQ(paper_.written, "/desk/shop.xlsx");
  EXPECT_EQ(paper_.as, ShopFile::xlsx);
  EXPECT_EQ(paper_.sales, dinars(400));
  EXPECT_TRUE(ui::says(shop.page(), "office.saved"));
}

}  // namespace
}  // namespace tilia::pos
