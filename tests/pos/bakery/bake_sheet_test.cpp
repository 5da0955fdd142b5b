#include "pos/bakery/bake_sheet.h"

#include <gtest/gtest.h>

#include "core/chance.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::money;
using tests::quantity;

Order ordered(const std::string& article, const char* how_many,
              OrderState state = OrderState::open) {
  SeededChance chance(3);
  return {.id = OrderId::mint(chance),
          .number = 1,
          .till = "T1",
          .by = {},
          .day = day("2026-03-09"),
          .lines = {{article, quantity(how_many), money("1.20"), ""}},
          .state = state};
}

BakeQuestion question() {
  return {.day = day("2026-03-09"),
          .articles = tests::articles(tests::currency("EUR")),
          .made_here = {"white-loaf", "flour-kg"},
          .orders = {},
          .same_weekday = {},
          .baked = {}};
}

const BakeRow& row_of(const BakeSheet& sheet, const std::string& article) {
  for (const BakeRow& row : sheet.rows) {
    if (row.article == article) return row;
  }
  throw std::out_of_range(article);
}

TEST(BakeSheet, AddsWhatIsOrderedToTheMeanOfTheSameWeekday) {
  BakeQuestion asked = question();
  asked.same_weekday = {{day("2026-03-02"), {{"white-loaf", quantity("40")}}},
                        {day("2026-02-23"), {{"white-loaf", quantity("31")}}}};
  asked.orders = {ordered("white-loaf", "10"), ordered("white-loaf", "5", OrderState::collected),
                  ordered("white-loaf", "99", OrderState::cancelled)};
  const BakeSheet sheet = bake_sheet(asked);
  const BakeRow& loaf = row_of(sheet, "white-loaf");
  EXPECT_EQ(loaf.ordered, quantity("15")) << "what was collected had to be baked too";
  EXPECT_EQ(loaf.usual, quantity("36")) << "35.5, up to a whole loaf";
  EXPECT_EQ(loaf.missing(), quantity("51"));
  EXPECT_EQ(sheet.looked_at, (std::vector{day("2026-03-02"), day("2026-02-23")}));
}

TEST(BakeSheet, RoundsWeighedGoodsUpToAHundredGrams) {
  BakeQuestion asked = question();
  asked.same_weekday = {{day("2026-03-02"), {{"flour-kg", quantity("1.201")}}},
                        {day("2026-02-23"), {}}};
  EXPECT_EQ(row_of(bake_sheet(asked), "flour-kg").usual, quantity("0.700"));
}

TEST(BakeSheet, ADayWithoutSalesCountsAndNoDaysAtAllMeanNothingUsual) {
  BakeQuestion asked = question();
  EXPECT_EQ(row_of(bake_sheet(asked), "white-loaf").usual, Quantity());
  asked.same_weekday = {{day("2026-03-02"), {{"white-loaf", quantity("4")}}},
                        {day("2026-02-23"), {}},
                        {day("2026-02-16"), {}},
                        {day("2026-02-09"), {}}};
  EXPECT_EQ(row_of(bake_sheet(asked), "white-loaf").usual, quantity("1"));
  asked.same_weekday = {{day("2026-03-02"), {{"white-loaf", quantity("-4")}}}};
  EXPECT_EQ(row_of(bake_sheet(asked), "white-loaf").usual, Quantity())
      << "more came back than went";
}

TEST(BakeSheet, IsEnoughWhenNothingIsMissing) {
  BakeQuestion asked = question();
  asked.orders = {ordered("white-loaf", "10")};
  asked.baked = {{"white-loaf", quantity("9")}};
  EXPECT_FALSE(bake_sheet(asked).enough());
  EXPECT_EQ(row_of(bake_sheet(asked), "white-loaf").missing(), quantity("1"));
  asked.baked = {{"white-loaf", quantity("12")}};
  EXPECT_TRUE(bake_sheet(asked).enough());
  EXPECT_EQ(row_of(bake_sheet(asked), "white-loaf").missing(), Quantity());
}

TEST(BakeSheet, HasWhatIsMadeHereAndWhatIsOrderedAndNothingElse) {
  BakeQuestion asked = question();
  asked.orders = {ordered("cake", "1")};
  asked.same_weekday = {{day("2026-03-02"), {{"cake", quantity("7")}, {"book", quantity("3")}}}};
  const BakeSheet sheet = bake_sheet(asked);
  EXPECT_EQ(sheet.rows.size(), 3U);
  EXPECT_EQ(row_of(sheet, "cake").usual, Quantity()) << "bought in: only what is ordered";
}

}  // namespace
}  // namespace tilia::pos
