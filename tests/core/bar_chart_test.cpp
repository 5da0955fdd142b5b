#include "core/bar_chart.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

const Currency rsd = *Currency::from_code("RSD");
Money para(std::int64_t minor) { return Money::from_minor(minor, rsd); }
Words words_in(Language language) { return {language, TILIA_SHARE "/locale"}; }

}  // namespace

TEST(BarChart, TheLongestIsOfAmountsAndMarks) {
  EXPECT_EQ(longest({{"1", para(300)}, {"2", para(700), para(500)}}), para(700));
  EXPECT_EQ(longest({{"1", para(300), para(900)}, {"2", para(700)}}), para(900));
  EXPECT_EQ(longest({{"1", para(0)}, {"2", para(-5)}}), para(1)) << "nothing to divide by else";
}

TEST(BarChart, ALengthStandsForItsShareAndNothingBelowZeroIsDrawn) {
  EXPECT_EQ(scaled(para(900), para(900), 200), 200);
  EXPECT_EQ(scaled(para(450), para(900), 200), 100);
  EXPECT_EQ(scaled(para(1), para(900), 200), 0);
  EXPECT_EQ(scaled(para(-450), para(900), 200), 0);
  EXPECT_EQ(scaled(para(4'000'000'000'000'000), para(8'000'000'000'000'000), 10'000), 5'000);
}

TEST(BarChart, IsShortOfItsMarkOnlyBelowIt) {
  EXPECT_FALSE(short_of_mark({"1", para(10)}));
  EXPECT_FALSE(short_of_mark({"1", para(10), para(10)}));
  EXPECT_TRUE(short_of_mark({"1", para(9), para(10)}));
}

TEST(BarChart, SaysAMonthInThreeLettersAndAmountsWithoutCents) {
  const Bar march{*Month::parse("2026-03"), para(1'234'550)};
  EXPECT_EQ(label_of(march, words_in(Language::english)), "Mar");
  EXPECT_EQ(label_of(march, words_in(Language::serbian_cyrillic)), "Мар");
  EXPECT_EQ(whole_amount(march.amount, words_in(Language::english)), "12\u00a0346");
  EXPECT_EQ(whole_amount(para(49), words_in(Language::serbian_latin)), "0");
  EXPECT_EQ(largest({{"1", para(3)}, {"2", para(9)}, {"3", para(9)}}), 1U);
}

}  // namespace tilia
