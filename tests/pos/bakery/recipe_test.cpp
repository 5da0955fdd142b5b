#include "pos/bakery/recipe.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::money;
using tests::quantity;

const std::vector<Ingredient> ingredients{
    {"flour", "Flour", Unit::kg, money("0.80"), {Allergen::gluten}},
    {"egg", "Egg", Unit::each, money("0.25"), {Allergen::eggs}},
    {"milk", "Milk", Unit::kg, money("1.10"), {Allergen::milk}}};

TEST(Recipe, CostsItsPartsSharedByWhatItMakes) {
  const Recipe roll{.article = "roll",
                    .makes = quantity("40"),
                    .parts = {{"flour", quantity("3")}, {"egg", quantity("4")}},
                    .also = {}};
  // 3 × 0.80 + 4 × 0.25 = 3.40; 3.40 / 40 = 0.085
  EXPECT_EQ(cost_of_one(roll, ingredients), money("0.09"));
}

TEST(Recipe, CostsNothingThatIsKnownWithoutItsParts) {
  EXPECT_EQ(cost_of_one({.article = "roll", .parts = {}, .also = {}}, ingredients), std::nullopt);
  EXPECT_EQ(
      cost_of_one({.article = "roll", .parts = {{"salt", quantity("1")}}, .also = {}}, ingredients),
      std::nullopt);
}

TEST(Recipe, HoldsTheAllergensOfItsPartsAndItsTracesEachOnce) {
  const Recipe cake{
      .article = "cake",
      .parts = {{"milk", quantity("1")}, {"flour", quantity("1")}, {"egg", quantity("3")}},
      .also = {Allergen::nuts, Allergen::milk}};
  EXPECT_EQ(allergens_of(cake, ingredients),
            (std::vector{Allergen::gluten, Allergen::eggs, Allergen::milk, Allergen::nuts}));
}

TEST(Recipe, EachOfTheFourteenAllergensHasAWordAndAPictureOfItsOwn) {
  std::set<std::string_view> words;
  std::set<std::string_view> pictures;
  for (const Allergen allergen : all_allergens) {
    words.insert(allergen_text(allergen));
    pictures.insert(allergen_picture(allergen));
    EXPECT_EQ(parse_allergen(allergen_text(allergen)), allergen);
  }
  EXPECT_EQ(words.size(), 14U);
  EXPECT_EQ(pictures.size(), 14U);
  EXPECT_FALSE(parse_allergen("sugar"));
}

}  // namespace
}  // namespace tilia::pos
