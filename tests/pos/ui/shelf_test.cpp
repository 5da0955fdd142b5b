#include "pos/ui/shelf.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/ui/counter_of_tests.h"

namespace tilia::pos {
namespace {

TEST(Shelf, PutsEachArticleUnderItsTabAndKeepsTheirOrder) {
  tests::CounterOfTests shop;
  const auto& tabs = shop->shelf().tabs();
  ASSERT_EQ(tabs.size(), 3U);
  std::size_t articles = 0;
  for (const auto& tab : tabs) articles += tab.articles.size();
  EXPECT_EQ(articles, 18U);
}

TEST(Shelf, NamesThatBeginWithTheLettersComeFirst) {
  tests::CounterOfTests shop;
  const auto found = shop->shelf().named("k", 12);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found.front()->code, "roll");  // Kifla, before Čokoladna
  EXPECT_TRUE(shop->shelf().named("zzz", 12).empty());
  EXPECT_EQ(shop->shelf().named("", 12).size(), 12U);
}

TEST(Shelf, TheKeysOfFindAreTheLettersOfItsNames) {
  tests::CounterOfTests shop;
  const auto letters = shop->shelf().letters();
  const auto has = [&](const std::string& letter) {
    return std::ranges::find(letters, letter) != letters.end();
  };
  EXPECT_TRUE(has("B"));
  EXPECT_TRUE(has("Č"));
  EXPECT_FALSE(has("b"));
  EXPECT_FALSE(has("1"));  // "Čaj 1"
  EXPECT_FALSE(has("X"));
}

TEST(Shelf, FindsByBarcodeAndByCode) {
  tests::CounterOfTests shop;
  ASSERT_NE(shop->shelf().index().by_barcode("8600000000014"), nullptr);
  EXPECT_EQ(shop->shelf().index().by_barcode("8600000000014")->code, "loaf");
  EXPECT_EQ(shop->shelf().index().by_barcode("8600000000021"), nullptr);
  EXPECT_EQ(shop->shelf().article("nothing"), nullptr);
}

}  // namespace
}  // namespace tilia::pos
