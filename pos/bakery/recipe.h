// What an article is made of: ingredients, allergens, and what one piece costs by the prices at
// which the ingredients were bought. An article with a recipe, be it an empty one, is made here.
//
// The fourteen allergens are those of Annex II to Regulation (EU) No 1169/2011.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/quantity.h"
#include "pos/article.h"

namespace tilia::pos {

enum class Allergen {
  gluten,
  crustaceans,
  eggs,
  fish,
  peanuts,
  soya,
  milk,
  nuts,
  celery,
  mustard,
  sesame,
  sulphites,
  lupin,
  molluscs,
};
inline constexpr std::array<Allergen, 14> all_allergens{
    Allergen::gluten, Allergen::crustaceans, Allergen::eggs,  Allergen::fish,    Allergen::peanuts,
    Allergen::soya,   Allergen::milk,        Allergen::nuts,  Allergen::celery,  Allergen::mustard,
    Allergen::sesame, Allergen::sulphites,   Allergen::lupin, Allergen::molluscs};
[[nodiscard]] std::string_view allergen_text(Allergen allergen);  // "gluten"
[[nodiscard]] std::optional<Allergen> parse_allergen(std::string_view text);
[[nodiscard]] std::string_view allergen_picture(Allergen allergen);

struct Ingredient {
  std::string code;
  std::string name;
  Unit unit = Unit::kg;
  Money price;  // of a kilogram or piece, as it was last bought
  std::vector<Allergen> contains;

  friend bool operator==(const Ingredient&, const Ingredient&) = default;
};

struct Recipe {
  struct Part {
    std::string ingredient;
    Quantity quantity;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::string article;
  Quantity makes = Quantity::pieces(1);  // pieces or kilograms out of the parts together
  std::vector<Part> parts;
  std::vector<Allergen> also;  // beside those of its parts: traces

  friend bool operator==(const Recipe&, const Recipe&) = default;
};

// In the order of all_allergens.
[[nodiscard]] std::vector<Allergen> allergens_of(const Recipe& recipe,
                                                 const std::vector<Ingredient>& ingredients);
// Of one piece or kilogram, half-up. Nothing where a part is not known or nothing was entered.
[[nodiscard]] std::optional<Money> cost_of_one(const Recipe& recipe,
                                               const std::vector<Ingredient>& ingredients);

}  // namespace tilia::pos
