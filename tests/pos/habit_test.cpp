#include "pos/habit.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

Article article(const std::string& code, Unit unit) {
  Article made = tests::articles(tests::currency("EUR")).front();
  made.code = code;
  made.unit = unit;
  return made;
}

RecentTrade sold(const std::string& code, Unit unit, std::int64_t thousandths, int lines) {
  RecentTrade trade;
  for (int i = 0; i < lines; ++i)
    trade.lines.push_back({code, unit, Quantity::from_thousandths(thousandths)});
  return trade;
}

TEST(Habit, KnowsNothingOfANewShopAndAsksNothing) {
  const Habit habit(sold("loaf", Unit::each, 1000, 29));
  EXPECT_FALSE(habit.is_far_out(article("loaf", Unit::each), Quantity::pieces(900)));
  EXPECT_FALSE(habit.is_far_out({tests::money("1.00"), tests::money("500.00")}));
  EXPECT_TRUE(habit.most_sold().empty());
}

TEST(Habit, OfPiecesMoreThanFiveAndTwiceTheUsualIsFarOut) {
  const Habit habit(sold("loaf", Unit::each, 2000, 30));
  EXPECT_FALSE(habit.is_far_out(article("loaf", Unit::each), Quantity::pieces(5)));
  EXPECT_TRUE(habit.is_far_out(article("loaf", Unit::each), Quantity::pieces(6)));
  const Habit by_the_tray(sold("roll", Unit::each, 20'000, 30));
  EXPECT_FALSE(by_the_tray.is_far_out(article("roll", Unit::each), Quantity::pieces(40)));
  EXPECT_TRUE(by_the_tray.is_far_out(article("roll", Unit::each), Quantity::pieces(41)));
}

TEST(Habit, OfWeightsAQuarterOfTheUsualIsFarOutToo) {
  const Habit habit(sold("nuts", Unit::kg, 400, 30));
  EXPECT_FALSE(habit.is_far_out(article("nuts", Unit::kg), Quantity::from_thousandths(800)));
  EXPECT_TRUE(habit.is_far_out(article("nuts", Unit::kg), Quantity::from_thousandths(801)));
  EXPECT_FALSE(habit.is_far_out(article("nuts", Unit::kg), Quantity::from_thousandths(100)));
  EXPECT_TRUE(habit.is_far_out(article("nuts", Unit::kg), Quantity::from_thousandths(99)));
}

TEST(Habit, OneSlipInTwoHundredLinesIsNoHabit) {
  RecentTrade trade = sold("loaf", Unit::each, 1000, 399);
  trade.lines.push_back({"loaf", Unit::each, Quantity::pieces(200)});
  EXPECT_TRUE(Habit(trade).is_far_out(article("loaf", Unit::each), Quantity::pieces(20)));
}

TEST(Habit, AnArticleSoldSeldomIsHeldAgainstAllOfItsUnit) {
  const Habit habit(sold("loaf", Unit::each, 1000, 30));
  EXPECT_TRUE(habit.is_far_out(article("cake", Unit::each), Quantity::pieces(6)));
  EXPECT_FALSE(habit.is_far_out(article("nuts", Unit::kg), Quantity::pieces(6)));
}

TEST(Habit, ANoteFarBeyondWhatTheSumAsksForIsFarOut) {
  RecentTrade trade;
  for (int i = 0; i < 100; ++i)
    trade.handed.push_back({tests::money("5.00"), tests::money("5.00")});
  const Habit habit(trade);
  EXPECT_FALSE(habit.is_far_out({tests::money("5.00"), tests::money("5.00")}));
  EXPECT_TRUE(habit.is_far_out({tests::money("12.00"), tests::money("188.00")})) << "200 for 20";
  EXPECT_FALSE(habit.is_far_out({tests::money("189.00"), tests::money("10.00")}))
      << "for a large sum it is the note to give";
  EXPECT_TRUE(habit.is_far_out({tests::money("0.00"), tests::money("99999999.00")}))
      << "and no sum is too small or too large to look at";
}

TEST(Habit, TheMostSoldComesFirst) {
  RecentTrade trade = sold("loaf", Unit::each, 1000, 60);
  for (const auto& line : sold("cake", Unit::each, 9000, 30).lines) trade.lines.push_back(line);
  EXPECT_TRUE(Habit(trade).most_sold().empty()) << "90 lines say little";
  for (const auto& line : sold("roll", Unit::each, 1000, 70).lines) trade.lines.push_back(line);
  EXPECT_EQ(Habit(trade).most_sold(), (std::vector<std::string>{"roll", "loaf", "cake"}));
}

}  // namespace
}  // namespace tilia::pos
