// The label of something made here, for a bag or the shelf: what it is, of what it is made,
// which allergens it has, and what it costs.
//
// Ingredients stand in descending order of weight (Regulation (EU) No 1169/2011, Art. 18), those
// that are bought by the piece after them, since nobody entered their weight; allergens are set
// apart by capitals (Art. 21) and said once more on a line of their own.
#pragma once

#include <vector>

#include "core/phrase.h"
#include "core/strip.h"
#include "pos/bakery/keep_recipes.h"
#include "pos/paper_head.h"

namespace tilia::pos {

struct ArticleLabel {
  Article article;
  Recipe recipe;
  std::vector<Ingredient> ingredients;  // that are known
  Day made_on;
};
[[nodiscard]] Strip article_label_strip(const ArticleLabel& label, const PaperHead& head,
                                        const Words& words);

}  // namespace tilia::pos
