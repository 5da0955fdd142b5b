#include "pos/bakery/article_label.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/letters.h"
#include "pos/gtin.h"

namespace tilia::pos {
namespace {

const Ingredient* known(const ArticleLabel& label, const std::string& code) {
  const auto found = std::ranges::find(label.ingredients, code, &Ingredient::code);
  return found == label.ingredients.end() ? nullptr : &*found;
}

bool by_the_kilogram(const ArticleLabel& label, const Recipe::Part& part) {
  const Ingredient* const ingredient = known(label, part.ingredient);
  return ingredient != nullptr && ingredient->unit == Unit::kg;
}

std::string ingredients_text(const ArticleLabel& label) {
  std::vector<Recipe::Part> parts = label.recipe.parts;
  std::ranges::stable_sort(parts, [&](const Recipe::Part& one, const Recipe::Part& other) {
    const bool weighed = by_the_kilogram(label, one);
    if (weighed != by_the_kilogram(label, other)) return weighed;
    return one.quantity.thousandths() > other.quantity.thousandths();
  });
  std::string text;
  for (const Recipe::Part& part : parts) {
    const Ingredient* const ingredient = known(label, part.ingredient);
    const std::string name = ingredient == nullptr ? part.ingredient : ingredient->name;
    const bool allergenic = ingredient != nullptr && !ingredient->contains.empty();
    text += (text.empty() ? "" : ", ") + (allergenic ? upper_case(name) : lower_case(name));
  }
  return text;
}

std::string names_of(const std::vector<Allergen>& allergens, const Words& words) {
  std::string text;
  for (const Allergen allergen : allergens)
    text += (text.empty() ? "" : ", ") +
            upper_case(words.say(fmt::format("pos.allergen.{}", allergen_text(allergen))));
  return text;
}

}  // namespace

Strip article_label_strip(const ArticleLabel& label, const PaperHead& head, const Words& words) {
  using Kind = StripLine::Kind;
  StripWriter paper("label-" + label.article.code, words);
  paper.line(Kind::title, label.article.name);
  if (!label.recipe.parts.empty())
    paper.text(Phrase("pos.paper.made_of").with("ingredients", ingredients_text(label)));
  Recipe alone = label.recipe;
  alone.also.clear();
  const std::vector<Allergen> contained = allergens_of(alone, label.ingredients);
  std::vector<Allergen> traces = label.recipe.also;
  std::erase_if(
      traces, [&](Allergen each) { return std::ranges::find(contained, each) != contained.end(); });
  paper.text(contained.empty()
                 ? Phrase("pos.paper.no_allergens")
                 : Phrase("pos.paper.contains").with("allergens", names_of(contained, words)));
  if (!traces.empty())
    paper.text(Phrase("pos.paper.traces").with("allergens", names_of(traces, words)));
  paper.rule();
  paper.line(Kind::total,
             label.article.unit == Unit::kg ? words.say("pos.paper.one_kilogram")
                                            : words.say("pos.paper.one_piece"),
             words.amount_with_currency(label.article.price));
  paper.text(Phrase("pos.paper.made_on").with("day", label.made_on));
  const auto barcode = std::ranges::find_if(label.article.barcodes, [](const std::string& code) {
    return code.size() == 13 && is_gtin(code);
  });
  if (barcode != label.article.barcodes.end()) paper.line(Kind::barcode, *barcode);
  paper.line(Kind::centred, head.organisation.name);
  if (!head.organisation.address.empty()) paper.line(Kind::centred, head.organisation.address);
  if (head.organisation.practice) paper.notice(Phrase("pos.paper.practice"));
  return std::move(paper).strip();
}

}  // namespace tilia::pos
