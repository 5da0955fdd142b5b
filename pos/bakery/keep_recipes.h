// Recipes: what an article is made of, from ingredients at the price at which they were last
// bought.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/phrase.h"
#include "core/result.h"
#include "core/zone.h"
#include "pos/bakery/order_book.h"
#include "pos/till_book.h"

namespace tilia::pos {

enum class RecipeRefusal {
  bad_code,
  name_missing,
  price_negative,
  mixed_currency,
  not_an_amount,
  unknown_article,
  unknown_ingredient,
  bad_quantity,
  part_twice,
};
[[nodiscard]] std::string_view recipe_refusal_code(RecipeRefusal why);
[[nodiscard]] Phrase sentence_of(RecipeRefusal why, const std::string& about);

struct RecipeShown {
  Recipe recipe;
  std::string name;  // of the article
  Money price;
  std::vector<Allergen> allergens;
  std::optional<Money> cost;  // of one; nothing where it is not known
};

class KeepRecipes {
 public:
  KeepRecipes(OrderBook& book, TillBook& till_book, Currency currency, const Zone& zone,
              const Clock& clock)
      : book_(book), till_book_(till_book), currency_(currency), zone_(zone), clock_(clock) {}

  // Another price of one that is known is the price from now on.
  [[nodiscard]] Result<Done, RecipeRefusal> put(const Ingredient& ingredient);
  [[nodiscard]] Result<Done, RecipeRefusal> put(const Recipe& recipe);
  // Of what the catalogue has, by article.
  [[nodiscard]] std::vector<RecipeShown> list();
  [[nodiscard]] std::vector<Ingredient> ingredients() { return book_.ingredients(); }

 private:
  OrderBook& book_;
  TillBook& till_book_;
  Currency currency_;
  const Zone& zone_;
  const Clock& clock_;
};

}  // namespace tilia::pos
