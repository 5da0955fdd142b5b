// The room Bakery: what articles are made of, what one costs and what of its price is left.
#include <fmt/format.h>

#include <algorithm>

#include "core/ui/office/typed.h"
#include "pos/article_code.h"
#include "pos/ui/office_bakery.h"
#include "pos/ui/trade_words.h"

namespace tilia::pos {
namespace {

using ui::Column;
using ui::Field;

constexpr std::size_t least_parts = 8;
constexpr std::size_t most_parts = 60;
constexpr const char* nothing = "-";

std::string part_field(std::size_t part) { return fmt::format("part.{}", part); }
std::string quantity_field(std::size_t part) { return fmt::format("quantity.{}", part); }
std::string allergen_field(Allergen allergen) {
  return fmt::format("allergen.{}", allergen_text(allergen));
}

std::string pictures_of(const std::vector<Allergen>& allergens) {
  std::string pictures;
  for (const Allergen allergen : allergens) {
    if (!pictures.empty()) pictures += "  ";
    pictures += allergen_picture(allergen);
  }
  return pictures;
}

std::vector<Allergen> ticked(const ui::Values& values) {
  std::vector<Allergen> allergens;
  for (const Allergen allergen : all_allergens) {
    if (values.yes(allergen_field(allergen))) allergens.push_back(allergen);
  }
  return allergens;
}

Phrase unit_words(Unit unit) {
  return Phrase(unit == Unit::each ? "office.unit.each" : "office.unit.kg");
}

std::vector<ui::Choice> ingredient_choices(const std::vector<Ingredient>& all) {
  std::vector<ui::Choice> choices{{nothing, std::string("–")}};
  std::vector<Ingredient> sorted = all;
  std::ranges::sort(sorted, {}, &Ingredient::name);
  for (const Ingredient& ingredient : sorted) {
    const auto words = Phrase(ingredient.unit == Unit::each ? "office.bakery.in_pieces"
                                                            : "office.bakery.in_kilograms")
                           .with("name", ingredient.name);
    choices.push_back({ingredient.code, words});
  }
  return choices;
}

std::string field_of(RecipeRefusal why) {
  switch (why) {
    case RecipeRefusal::name_missing:
    case RecipeRefusal::bad_code: return "name";
    case RecipeRefusal::price_negative:
    case RecipeRefusal::mixed_currency:
    case RecipeRefusal::not_an_amount: return "price";
    case RecipeRefusal::unknown_article: return "article";
    case RecipeRefusal::bad_quantity: return "makes";
    case RecipeRefusal::unknown_ingredient:
    case RecipeRefusal::part_twice: return part_field(0);
  }
  CHECK(false);
}

}  // namespace

std::optional<RecipeShown> OfficeBakery::chosen_recipe() {
  for (RecipeShown& shown : recipes_.list()) {
    if (shown.recipe.article == chosen_) return std::move(shown);
  }
  return std::nullopt;
}

ui::Page OfficeBakery::recipes_page() {
  ui::Page page = page_of("office.bakery.recipes");
  page.subtitle = {Phrase("office.bakery.recipes_about")};
  page.main = ui::Action{"new_recipe", Phrase("office.bakery.new_recipe")};
  page.quiet = {{"ingredients", Phrase("office.bakery.ingredients")},
                {"orders", Phrase("office.back")}};
  if (recipes_.ingredients().empty()) {
    page.main.reset();
    page.empty =
        ui::Empty{Phrase("office.bakery.no_recipes"), Phrase("office.bakery.no_ingredients_first"),
                  ui::Action{"new_ingredient", Phrase("office.bakery.new_ingredient")}};
    return page;
  }
  const std::vector<RecipeShown> recipes = recipes_.list();
  if (recipes.empty()) {
    page.main.reset();
    page.empty =
        ui::Empty{Phrase("office.bakery.no_recipes"), Phrase("office.bakery.no_recipes_first"),
                  ui::Action{"new_recipe", Phrase("office.bakery.new_recipe")}};
    return page;
  }
  const std::vector<Article> all = articles();
  ui::Table table;
  table.row_action = "recipe";
  table.columns = {{Phrase("office.catalogue.article"), Column::Align::start, 6},
                   {Phrase("office.bakery.contains"), Column::Align::start, 6},
                   {Phrase("office.bakery.cost"), Column::Align::decimal, 3},
                   {Phrase("office.catalogue.price"), Column::Align::decimal, 3},
                   {Phrase("office.bakery.left"), Column::Align::decimal, 3}};
  for (const RecipeShown& shown : recipes) {
    ui::Row row{shown.recipe.article, named(all, shown.recipe.article).picture, {{shown.name}}};
    row.cells.emplace_back(pictures_of(shown.allergens));
    if (shown.cost) {
      const Money left = shown.price - *shown.cost;
      row.cells.emplace_back(*shown.cost);
      row.cells.emplace_back(shown.price);
      row.cells.emplace_back(left, left.negative());
    } else {
      row.cells.emplace_back("–", true);
      row.cells.emplace_back(shown.price);
      row.cells.emplace_back("–", true);
    }
    table.rows.push_back(std::move(row));
  }
  page.table = std::move(table);
  return page;
}

// The fourteen, each by its picture.
void OfficeBakery::add_allergens(ui::Form& form, const std::vector<Allergen>& now) const {
  for (const Allergen allergen : all_allergens) {
    const bool on = std::ranges::find(now, allergen) != now.end();
    add(form, {.key = allergen_field(allergen),
               .kind = Field::Kind::yes_no,
               .label = Phrase(fmt::format("office.allergen.{}", allergen_text(allergen)))
                            .with("picture", std::string(allergen_picture(allergen))),
               .value = on ? "yes" : "no"});
  }
}

ui::Page OfficeBakery::recipe_page() {
  const auto shown = chosen_recipe();
  const std::vector<Ingredient> ingredients = recipes_.ingredients();
  ui::Page page = page_of("office.bakery.new_recipe");
  ui::Form form;
  form.columns = 4;
  if (shown) {
    page.title = shown->name;
    page.figures = {
        {Phrase("office.bakery.cost"), shown->cost ? ui::Text(*shown->cost) : "–"},
        {Phrase("office.catalogue.price"), shown->price},
        {Phrase("office.bakery.left"), shown->cost ? ui::Text(shown->price - *shown->cost) : "–"},
        {Phrase("office.bakery.contains"), pictures_of(shown->allergens)}};
  } else {
    std::vector<ui::Choice> choices = article_choices(articles(), "", false);
    std::erase_if(choices, [&](const ui::Choice& choice) {
      return std::ranges::any_of(doors_.book.recipes(), [&](const Recipe& recipe) {
        return recipe.article == choice.value;
      });
    });
    add(form, {.key = "article",
               .kind = Field::Kind::choice,
               .label = Phrase("office.catalogue.article"),
               .choices = std::move(choices)});
  }
  add(form, {.key = "makes",
             .label = Phrase("office.bakery.makes"),
             .value = shown ? shown->recipe.makes.text() : "1"});
  form.fields.push_back(
      {.key = "", .kind = Field::Kind::heading, .label = Phrase("office.bakery.made_of")});
  const std::size_t known = shown ? shown->recipe.parts.size() : 0;
  const std::size_t count = std::min(most_parts, std::max(least_parts, known + 2 + known % 2));
  for (std::size_t part = 0; part < count; ++part) {
    const Recipe::Part* const now = part < known ? &shown->recipe.parts[part] : nullptr;
    add(form, {.key = part_field(part),
               .kind = Field::Kind::choice,
               .label = Phrase("office.bakery.ingredient"),
               .value = now != nullptr ? now->ingredient : nothing,
               .choices = ingredient_choices(ingredients)});
    add(form, {.key = quantity_field(part),
               .label = Phrase("office.bakery.quantity"),
               .value = now != nullptr ? now->quantity.text() : ""});
  }
  form.fields.push_back(
      {.key = "", .kind = Field::Kind::heading, .label = Phrase("office.bakery.also")});
  add_allergens(form, shown ? shown->recipe.also : std::vector<Allergen>());
  form.actions = {{"save_recipe", Phrase("office.settings.save")},
                  {"recipes", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeBakery::save_recipe(const ui::Values& values) {
  typed_ = values.texts;
  const auto makes = typed_quantity(values.text("makes"));
  if (!makes) return refuse("makes", sentence_of(makes.refusal()));
  Recipe recipe{chosen_.empty() ? values.text("article") : chosen_, makes.value(), {}, {}};
  for (std::size_t part = 0; part < most_parts; ++part) {
    const std::string ingredient = values.text(part_field(part));
    if (ingredient.empty() || ingredient == nothing) continue;
    const auto quantity = typed_quantity(values.text(quantity_field(part)));
    if (!quantity) return refuse(quantity_field(part), sentence_of(quantity.refusal()));
    recipe.parts.push_back({ingredient, quantity.value()});
  }
  recipe.also = ticked(values);
  const auto kept = recipes_.put(recipe);
  if (!kept) return refuse(field_of(kept.refusal()), sentence_of(kept.refusal(), recipe.article));
  open(Shown::recipes);
  done("office.settings.saved");
}

ui::Page OfficeBakery::ingredients_page() {
  ui::Page page = page_of("office.bakery.ingredients");
  page.subtitle = {Phrase("office.bakery.ingredients_about")};
  page.main = ui::Action{"new_ingredient", Phrase("office.bakery.new_ingredient")};
  page.quiet = {{"recipes", Phrase("office.back")}};
  const std::vector<Recipe> recipes = doors_.book.recipes();
  ui::Table table;
  table.row_action = "ingredient";
  table.columns = {{Phrase("office.bakery.ingredient"), Column::Align::start, 5},
                   {Phrase("office.bakery.contains"), Column::Align::start, 4},
                   {Phrase("office.bakery.last_price"), Column::Align::decimal, 3},
                   {std::nullopt, Column::Align::start, 1},
                   {Phrase("office.catalogue.unit"), Column::Align::start, 2},
                   {Phrase("office.bakery.in_recipes"), Column::Align::decimal, 2}};
  std::vector<Ingredient> sorted = recipes_.ingredients();
  std::ranges::sort(sorted, {}, &Ingredient::name);
  for (const Ingredient& ingredient : sorted) {
    const auto uses = std::ranges::count_if(recipes, [&](const Recipe& recipe) {
      return std::ranges::find(recipe.parts, ingredient.code, &Recipe::Part::ingredient) !=
             recipe.parts.end();
    });
    table.rows.push_back({ingredient.code,
                          "",
                          {{ingredient.name},
                           {pictures_of(ingredient.contains)},
                           {ingredient.price},
                           {},
                           {unit_words(ingredient.unit)},
                           {std::to_string(uses)}}});
  }
  if (!table.rows.empty()) page.table = std::move(table);
  return page;
}

ui::Page OfficeBakery::ingredient_page() {
  const std::vector<Ingredient> all = recipes_.ingredients();
  const auto known = std::ranges::find(all, chosen_, &Ingredient::code);
  const bool is_known = known != all.end();
  ui::Page page = page_of("office.bakery.new_ingredient");
  if (is_known) page.title = known->name;
  page.narrow = true;
  ui::Form form;
  form.columns = 3;
  add(form, {.key = "name",
             .label = Phrase("office.bakery.ingredient"),
             .value = is_known ? known->name : ""});
  add(form, {.key = "unit",
             .kind = Field::Kind::choice,
             .label = Phrase("office.bakery.bought_by"),
             .value = is_known && known->unit == Unit::each ? "each" : "kg",
             .choices = {{"kg", unit_words(Unit::kg)}, {"each", unit_words(Unit::each)}}});
  add(form, {.key = "price",
             .label = Phrase("office.bakery.last_price"),
             .value = is_known ? known->price.text() : ""});
  form.fields.push_back(
      {.key = "", .kind = Field::Kind::heading, .label = Phrase("office.bakery.contains")});
  add_allergens(form, is_known ? known->contains : std::vector<Allergen>());
  form.actions = {{"save_ingredient", Phrase("office.settings.save")},
                  {"ingredients", Phrase("office.back")}};
  page.form = std::move(form);
  return page;
}

void OfficeBakery::save_ingredient(const ui::Values& values) {
  typed_ = values.texts;
  const auto price = ui::typed_money(values.text("price"), currency_);
  if (!price) return refuse("price", Phrase("office.fault.amount"));
  const std::string name = ui::trimmed(values.text("name"));
  const std::vector<Ingredient> all = recipes_.ingredients();
  const auto taken = [&](const std::string& code) {
    return std::ranges::find(all, code, &Ingredient::code) != all.end();
  };
  const std::string code = chosen_.empty() ? code_from_name(name, taken) : chosen_;
  const Unit unit = values.text("unit") == "each" ? Unit::each : Unit::kg;
  const auto kept = recipes_.put(Ingredient{code, name, unit, *price, ticked(values)});
  if (!kept) return refuse(field_of(kept.refusal()), sentence_of(kept.refusal(), name));
  open(Shown::ingredients);
  done("office.settings.saved");
}

}  // namespace tilia::pos
