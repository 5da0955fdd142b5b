#include "pos/bakery/keep_recipes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/check.h"
#include "pos/article_code.h"
#include "pos/plausible_amount.h"

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<RecipeRefusal, std::string_view>, 9> codes{{
    {RecipeRefusal::bad_code, "recipe.bad_code"},
    {RecipeRefusal::name_missing, "recipe.name_missing"},
    {RecipeRefusal::price_negative, "recipe.price_negative"},
    {RecipeRefusal::mixed_currency, "recipe.mixed_currency"},
    {RecipeRefusal::not_an_amount, "recipe.not_an_amount"},
    {RecipeRefusal::unknown_article, "recipe.unknown_article"},
    {RecipeRefusal::unknown_ingredient, "recipe.unknown_ingredient"},
    {RecipeRefusal::bad_quantity, "recipe.bad_quantity"},
    {RecipeRefusal::part_twice, "recipe.part_twice"},
}};

// Ten tonnes, or ten thousand pieces.
constexpr std::int64_t largest_thousandths = 10'000 * Quantity::one_in_thousandths;

bool possible(Quantity quantity) {
  return quantity > Quantity() && quantity.thousandths() <= largest_thousandths;
}

}  // namespace

std::string_view recipe_refusal_code(RecipeRefusal why) {
  for (const auto& [known, code] : codes) {
    if (known == why) return code;
  }
  CHECK(false);
}

Phrase sentence_of(RecipeRefusal why, const std::string& about) {
  return Phrase(fmt::format("pos.{}", recipe_refusal_code(why))).with("about", about);
}

Result<Done, RecipeRefusal> KeepRecipes::put(const Ingredient& ingredient) {
  if (!is_code(ingredient.code)) return RecipeRefusal::bad_code;
  if (ingredient.name.find_first_not_of(' ') == std::string::npos)
    return RecipeRefusal::name_missing;
  if (ingredient.price.currency() != currency_) return RecipeRefusal::mixed_currency;
  if (ingredient.price.negative()) return RecipeRefusal::price_negative;
  if (too_large(ingredient.price) || looks_like_a_barcode(ingredient.price))
    return RecipeRefusal::not_an_amount;
  book_.put_ingredient(ingredient, clock_.now());
  return Done{};
}

Result<Done, RecipeRefusal> KeepRecipes::put(const Recipe& recipe) {
  const std::vector<Article> articles = till_book_.articles(zone_.local_day(clock_.now()));
  if (std::ranges::find(articles, recipe.article, &Article::code) == articles.end())
    return RecipeRefusal::unknown_article;
  if (!possible(recipe.makes)) return RecipeRefusal::bad_quantity;
  const std::vector<Ingredient> known = book_.ingredients();
  std::set<std::string> parts;
  for (const Recipe::Part& part : recipe.parts) {
    if (std::ranges::find(known, part.ingredient, &Ingredient::code) == known.end())
      return RecipeRefusal::unknown_ingredient;
    if (!possible(part.quantity)) return RecipeRefusal::bad_quantity;
    if (!parts.insert(part.ingredient).second) return RecipeRefusal::part_twice;
  }
  book_.put_recipe(recipe, clock_.now());
  return Done{};
}

std::vector<RecipeShown> KeepRecipes::list() {
  const std::vector<Article> articles = till_book_.articles(zone_.local_day(clock_.now()));
  const std::vector<Ingredient> known = book_.ingredients();
  std::vector<RecipeShown> shown;
  for (Recipe& recipe : book_.recipes()) {
    const auto article = std::ranges::find(articles, recipe.article, &Article::code);
    if (article == articles.end()) continue;
    auto allergens = allergens_of(recipe, known);
    auto cost = cost_of_one(recipe, known);
    shown.push_back({std::move(recipe), article->name, article->price, std::move(allergens), cost});
  }
  return shown;
}

}  // namespace tilia::pos
