#include "pos/bakery/recipe.h"

#include <algorithm>

#include "core/check.h"

namespace tilia::pos {
namespace {

struct Shown {
  Allergen allergen;
  std::string_view text;
  std::string_view picture;
};
constexpr std::array<Shown, 14> shown{{
    {Allergen::gluten, "gluten", "🌾"},
    {Allergen::crustaceans, "crustaceans", "🦐"},
    {Allergen::eggs, "eggs", "🥚"},
    {Allergen::fish, "fish", "🐟"},
    {Allergen::peanuts, "peanuts", "🥜"},
    {Allergen::soya, "soya", "🫘"},
    {Allergen::milk, "milk", "🥛"},
    {Allergen::nuts, "nuts", "🌰"},
    {Allergen::celery, "celery", "🥬"},
    {Allergen::mustard, "mustard", "🟡"},
    {Allergen::sesame, "sesame", "⚪"},
    {Allergen::sulphites, "sulphites", "🍷"},
    {Allergen::lupin, "lupin", "🌼"},
    {Allergen::molluscs, "molluscs", "🦪"},
}};

const Shown& row_of(Allergen allergen) {
  const auto found = std::ranges::find(shown, allergen, &Shown::allergen);
  CHECK(found != shown.end());
  return *found;
}

const Ingredient* known(const std::vector<Ingredient>& ingredients, const std::string& code) {
  const auto found = std::ranges::find(ingredients, code, &Ingredient::code);
  return found == ingredients.end() ? nullptr : &*found;
}

}  // namespace

std::string_view allergen_text(Allergen allergen) { return row_of(allergen).text; }
std::string_view allergen_picture(Allergen allergen) { return row_of(allergen).picture; }

std::optional<Allergen> parse_allergen(std::string_view text) {
  const auto found = std::ranges::find(shown, text, &Shown::text);
  if (found == shown.end()) return std::nullopt;
  return found->allergen;
}

std::vector<Allergen> allergens_of(const Recipe& recipe,
                                   const std::vector<Ingredient>& ingredients) {
  std::vector<Allergen> all = recipe.also;
  for (const Recipe::Part& part : recipe.parts) {
    const Ingredient* ingredient = known(ingredients, part.ingredient);
    if (ingredient == nullptr) continue;
    all.insert(all.end(), ingredient->contains.begin(), ingredient->contains.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::optional<Money> cost_of_one(const Recipe& recipe, const std::vector<Ingredient>& ingredients) {
  std::optional<Money> sum;
  for (const Recipe::Part& part : recipe.parts) {
    const Ingredient* ingredient = known(ingredients, part.ingredient);
    if (ingredient == nullptr) return std::nullopt;
    const auto cost = ingredient->price.times(part.quantity, Rounding::half_up);
    if (!cost) return std::nullopt;
    sum = sum ? *sum + cost.value() : cost.value();
  }
  if (!sum) return std::nullopt;
  return sum
      ->times_ratio(Quantity::one_in_thousandths, recipe.makes.thousandths(), Rounding::half_up)
      .value();
}

}  // namespace tilia::pos
