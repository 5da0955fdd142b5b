// What the manager sees of the shop: the sums that sessions keep are those of their lines, hours
// never tell of one day alone, differences never of one session.
#include <gtest/gtest.h>

#include "db/book_fault.h"
#include "db/shop_book_sqlite.h"
#include "db/till_rows.h"
#include "tests/db/all_rows.h"
#include "tests/db/bakery_at_work.h"

namespace tilia::db {
namespace {

using pos::SetFigure;

Day day(const char* iso) { return *Day::parse(iso); }
Month month(const char* iso) { return *Month::parse(iso); }

// Two tills of the bakery, one of the salon; articles on three pages.
struct TwoShops {
  TwoShops() {
    std::vector<pos::Article> articles = six_articles();
    const std::array<const char*, 3> pages{"Bread", "Sweet", ""};
    for (std::size_t at = 0; at < articles.size(); ++at) articles[at].page = pages[at % 3];
    TillBookSqlite(*file).put_articles(articles, six_o_clock);
  }
  static pos::Organisation organisation() {
    pos::Organisation both = small_bakery();
    both.shops.push_back({.name = "Zrno", .kind = "bakery", .till = "T2"});
    both.shops.push_back({.name = "Lipa", .kind = "salon", .till = "T3"});
    return both;
  }

  // As many days of that till as there are numbers; each is how many sales came in one hour.
  void work(BakeryAtWork& at, const std::string& till, const std::vector<int>& sales) {
    for (const int count : sales) {
      at.open(till);
      for (int sale = 0; sale < count; ++sale) {
        at.sell(3, till);
        at.clock().set(at.clock().now().plus_seconds(1500));
      }
      at.close(till);
      at.clock().set(Instant::from_unix_milliseconds(
          (at.clock().now().unix_milliseconds() / 86'400'000 + 1) * 86'400'000 + 18'000'000));
    }
  }

  SeededChance chance{1};
  std::unique_ptr<BookFile> file =
      book_in_memory({.station = "T1"}, organisation(), six_o_clock, chance);
  Zone zone = *Zone::named("Europe/Belgrade");
  ShopBookSqlite book{*file, zone};
};

std::int64_t sum(const std::vector<pos::HourSales>& hours) {
  std::int64_t all = 0;
  for (const auto& hour : hours) all += hour.sales.minor();
  return all;
}

std::int64_t sum(const std::vector<pos::GroupSales>& groups) {
  std::int64_t all = 0;
  for (const auto& group : groups) all += group.sales.minor();
  return all;
}

}  // namespace

TEST(ShopBook, SumsOfDaysHoursAndGroupsAreThoseOfTheLines) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  for (int days = 0; days < 12; ++days) at.work_a_day(9);  // sales, refunds, donations
  at.open();
  for (int sale = 0; sale < 7; ++sale) at.sell();  // a day that is still open
  const pos::ShopFigures figures = shops.book.figures(day("2026-03-02"), day("2026-03-31"), "T1");
  Connection& lines = shops.file->reader();
  const std::int64_t sold = lines.number("SELECT sum(amount) FROM sale_line");
  ASSERT_GT(sold, 0);
  ASSERT_GT(lines.number("SELECT count(*) FROM sale WHERE refund_of IS NOT NULL"), 0);
  EXPECT_EQ(figures.sales.minor(), sold);
  EXPECT_EQ(sum(figures.hours), sold);
  EXPECT_EQ(sum(figures.groups), sold);
  EXPECT_EQ(figures.sales_count, lines.number("SELECT count(*) FROM sale WHERE refund_of IS NULL"));
  EXPECT_EQ(figures.vat.minor(), lines.number("SELECT sum(vat) FROM sale_vat"));
  EXPECT_EQ(figures.days.size(), 13U);
  EXPECT_TRUE(figures.open);
  ASSERT_EQ(figures.groups.size(), 3U);
  for (const auto& group : figures.groups) {
    EXPECT_EQ(group.sales.minor(),
              lines.number("SELECT sum(amount) FROM sale_line WHERE page = ?", group.group));
  }
  EXPECT_GE(figures.groups[0].sales, figures.groups[2].sales);
}

TEST(ShopBook, HoursAreOnTheShopsClockInSummerAndWinter) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  // 5:00 UTC is 6:00 in Belgrade until 28 March and 7:00 from the 29th.
  at.clock().set(*Instant::parse("2026-03-26T05:00:00Z"));
  shops.work(at, "T1", {1, 1, 1, 1, 1, 1});
  const auto figures = shops.book.figures(day("2026-03-26"), day("2026-03-31"), "");
  ASSERT_EQ(figures.hours.size(), 2U);
  EXPECT_EQ(figures.hours[0].hour, 6);
  EXPECT_EQ(figures.hours[0].sales_count, 3);
  EXPECT_EQ(figures.hours[1].hour, 7);
  EXPECT_EQ(figures.hours[1].sales_count, 3);
}

TEST(ShopBook, TellsNoHoursOfFewerThanFiveDaysWithSales) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  shops.work(at, "T1", {4, 4, 0, 4, 4});
  const auto four = shops.book.figures(day("2026-03-02"), day("2026-03-06"), "T1");
  EXPECT_EQ(four.days.size(), 5U);
  EXPECT_TRUE(four.too_few_days);
  EXPECT_TRUE(four.hours.empty());
  shops.work(at, "T1", {4});
  const auto five = shops.book.figures(day("2026-03-02"), day("2026-03-07"), "T1");
  EXPECT_FALSE(five.too_few_days);
  EXPECT_FALSE(five.hours.empty());
}

TEST(ShopBook, AShopIsAllItsTillsAndNoOtherShops) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  shops.work(at, "T1", {2, 3});
  shops.work(at, "T2", {4});
  shops.work(at, "T3", {5});
  const auto count = [&](const std::string& shop) {
    return shops.book.figures(day("2026-03-01"), day("2026-03-31"), shop).sales_count;
  };
  EXPECT_EQ(count("T1"), 9);
  EXPECT_EQ(count("T3"), 5);
  EXPECT_EQ(count(""), 14);
  EXPECT_EQ(shops.book.figures(day("2026-03-03"), day("2026-03-03"), "T1").sales_count, 3);
}

TEST(ShopBook, DifferencesAreOfAShopsWholeMonthWhateverDaysAreAskedFor) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  shops.work(at, "T1", {1, 2, 3});
  shops.work(at, "T3", {1});
  const std::int64_t bakery = shops.file->reader().number(
      "SELECT sum(counted - expected) FROM drawer_session WHERE till = 'T1'");
  shops.book.set_figure({SetFigure::difference_budget, "T1", month("2026-02"), dinars(300)},
                        six_o_clock);
  const auto one_day = shops.book.figures(day("2026-03-03"), day("2026-03-03"), "");
  ASSERT_EQ(one_day.differences.size(), 2U);
  EXPECT_EQ(one_day.differences[0].shop, "Zrno");
  EXPECT_EQ(one_day.differences[0].difference.minor(), bakery);
  EXPECT_EQ(one_day.differences[0].budget, dinars(300));
  EXPECT_EQ(one_day.differences[1].shop, "Lipa");
  EXPECT_EQ(one_day.differences[1].budget, std::nullopt);
}

TEST(ShopBook, WhatADayNeedsHoldsFromItsMonthUntilTheNextAndTheLastEntryOfAMonthHolds) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  at.clock().set(*Instant::parse("2026-03-31T05:00:00Z"));
  shops.work(at, "T1", {1, 1});
  const auto needed = [&](const std::string& shop, std::size_t of_day) {
    return shops.book.figures(day("2026-03-31"), day("2026-04-01"), shop).days.at(of_day).needed;
  };
  EXPECT_EQ(needed("T1", 0), std::nullopt);
  shops.book.set_figure({SetFigure::break_even, "T1", month("2026-04"), dinars(900)}, six_o_clock);
  shops.book.set_figure({SetFigure::break_even, "T1", month("2026-01"), dinars(500)}, six_o_clock);
  shops.book.set_figure({SetFigure::break_even, "T1", month("2026-01"), dinars(700)}, six_o_clock);
  EXPECT_EQ(needed("T1", 0), dinars(700));
  EXPECT_EQ(needed("T1", 1), dinars(900));
  EXPECT_EQ(needed("", 0), std::nullopt);  // the salon has none yet
  shops.book.set_figure({SetFigure::break_even, "T3", month("2026-01"), dinars(50)}, six_o_clock);
  EXPECT_EQ(needed("", 0), dinars(750));
  shops.book.set_figure({SetFigure::break_even, "T1", month("2026-04"), dinars(0)}, six_o_clock);
  EXPECT_EQ(needed("T1", 1), std::nullopt);

  const auto before = all_rows(shops.file->reader(), "shop_figure");
  rebuild_projections(*shops.file, {till_projection(), shop_figures_projection()});
  EXPECT_EQ(all_rows(shops.file->reader(), "shop_figure"), before);
}

TEST(ShopBook, SumsOfAClosedSessionAreFrozen) {
  TwoShops shops;
  BakeryAtWork at(*shops.file);
  shops.work(at, "T1", {2});
  const auto write = [&](const char* sql) {
    WriteTransaction change(*shops.file);
    change.connection().script(sql);
  };
  EXPECT_THROW(write("UPDATE session_hour SET gross = 0"), BookFault);
  EXPECT_THROW(write("DELETE FROM session_page"), BookFault);
  EXPECT_THROW(write("INSERT INTO session_hour SELECT session, hour + 1, 1, 1 FROM session_hour"),
               BookFault);
}

}  // namespace tilia::db
