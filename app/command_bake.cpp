// `tilia bake …`: what to bake on a day, and what is baked. `tilia recipe …`: what articles are
// made of, and what one costs.
#include "app/arguments.h"
#include "app/command_tree.h"
#include "app/day_answer.h"
#include "app/open_book.h"
#include "pos/bakery/article_label.h"
#include "pos/bakery/keep_recipes.h"
#include "pos/bakery/order_file.h"
#include "pos/bakery/order_papers.h"
#include "reporting/papers.h"

namespace tilia::app {
namespace {

struct BakeOptions {
  std::string till;
  std::string day;
  std::string pdf;
  std::string article;
  std::string quantity;
};

[[noreturn]] void refuse(const pos::OrderRefusal& refusal) {
  throw Stopped(ExitStatus::refused, std::string(pos::order_refusal_code(refusal)),
                pos::sentence_of(refusal));
}

// Tomorrow, if nobody says another day.
Day day_of(OpenBook& book, const BakeOptions& asked) {
  return asked.day.empty() ? book.orders().today().plus_days(1) : day_argument(asked.day);
}

ExitStatus bake_show(Desk& desk, const BakeOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  const std::string till = book.known_till(asked.till);
  const pos::BakeSheet sheet = book.orders().bake_sheet(till, day_of(book, asked));
  const Strip strip = pos::bake_sheet_strip(sheet, till, book.paper_head(), book.paper_words());
  if (!asked.pdf.empty())
    write_whole(asked.pdf, reporting::strip_pdf(strip, reporting::StripPaper::a4,
                                                reporting::Typeface(desk.resources.fonts())));
  desk.printer.answer(Json::parse(pos::bake_sheet_json(till, sheet)), strip_rows(strip));
  return ExitStatus::done;
}

ExitStatus bake_done(Desk& desk, const BakeOptions& asked) {
  const Quantity quantity = quantity_argument(asked.quantity);
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  const std::string till = book.known_till(asked.till);
  const Day day = asked.day.empty() ? book.orders().today() : day_argument(asked.day);
  const auto noted = book.orders().baked(till, day, {asked.article, quantity});
  if (!noted) refuse(noted.refusal());
  const pos::BakeSheet sheet = book.orders().bake_sheet(till, day);
  desk.printer.answer(
      Json::parse(pos::bake_sheet_json(till, sheet)),
      Phrase("app.stock.entered").with("article", asked.article).with("quantity", quantity));
  return ExitStatus::done;
}

struct RecipeOptions {
  std::string code;
  std::string name;
  std::string unit = "kg";
  std::string price;
  std::vector<std::string> allergens;
  std::string makes = "1";
  std::vector<std::string> parts;
  std::vector<std::string> quantities;
  std::string day;
  std::string pdf;
};

std::vector<pos::Allergen> allergens_of(const std::vector<std::string>& texts) {
  std::vector<pos::Allergen> allergens;
  for (const std::string& text : texts) {
    const auto allergen = pos::parse_allergen(text);
    if (!allergen)
      throw Stopped(ExitStatus::wrong_usage, "unknown_allergen",
                    Phrase("app.recipe.unknown_allergen").with("found", text));
    allergens.push_back(*allergen);
  }
  return allergens;
}

void check(const Result<Done, pos::RecipeRefusal>& answer, const std::string& about) {
  if (answer) return;
  throw Stopped(ExitStatus::refused, std::string(pos::recipe_refusal_code(answer.refusal())),
                pos::sentence_of(answer.refusal(), about));
}

pos::KeepRecipes recipes(OpenBook& book) {
  return {book.order_book(), book.till_book(), book.currency(), book.zone(), book.clock()};
}

ExitStatus recipe_ingredient(Desk& desk, const RecipeOptions& asked) {
  const auto unit = pos::parse_unit(asked.unit);
  if (!unit)
    throw Stopped(ExitStatus::wrong_usage, "unknown_unit",
                  Phrase("app.recipe.unknown_unit").with("found", asked.unit));
  const std::vector<pos::Allergen> contains = allergens_of(asked.allergens);
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  const Money price = counter_amount(asked.price, book.currency());
  check(recipes(book).put(pos::Ingredient{asked.code, asked.name, *unit, price, contains}),
        asked.code);
  desk.printer.answer(Json{{"ingredient", asked.code}, {"price", amount_json(price)}},
                      Phrase("app.recipe.ingredient_put").with("name", asked.name));
  return ExitStatus::done;
}

ExitStatus recipe_set(Desk& desk, const RecipeOptions& asked) {
  if (asked.parts.size() != asked.quantities.size())
    throw Stopped(ExitStatus::wrong_usage, "part_and_quantity",
                  Phrase("app.recipe.part_and_quantity"));
  pos::Recipe recipe{.article = asked.code,
                     .makes = quantity_argument(asked.makes),
                     .parts = {},
                     .also = allergens_of(asked.allergens)};
  for (std::size_t at = 0; at < asked.parts.size(); ++at)
    recipe.parts.push_back({asked.parts[at], quantity_argument(asked.quantities[at])});
  OpenBook book(desk);
  book.acting(Act::keep_catalogue);
  check(recipes(book).put(recipe), asked.code);
  desk.printer.answer(Json{{"article", asked.code}, {"makes", recipe.makes.text()}},
                      Phrase("app.recipe.put").with("article", asked.code));
  return ExitStatus::done;
}

ExitStatus recipe_list(Desk& desk, const RecipeOptions& /*asked*/) {
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  Json list = Json::array();
  Rows rows;
  for (const pos::RecipeShown& shown : recipes(book).list()) {
    Json parts = Json::array();
    for (const pos::Recipe::Part& part : shown.recipe.parts)
      parts.push_back({{"ingredient", part.ingredient}, {"quantity", part.quantity.text()}});
    Json allergens = Json::array();
    std::string words;
    for (const pos::Allergen allergen : shown.allergens) {
      allergens.push_back(pos::allergen_text(allergen));
      words += (words.empty() ? "" : ", ") +
               desk.words.say("pos.allergen." + std::string(pos::allergen_text(allergen)));
    }
    list.push_back({{"article", shown.recipe.article},
                    {"name", shown.name},
                    {"makes", shown.recipe.makes.text()},
                    {"parts", parts},
                    {"allergens", allergens},
                    {"price", amount_json(shown.price)},
                    {"cost", shown.cost ? Json(amount_json(*shown.cost)) : Json()}});
    rows.push_back({shown.name, shown.cost ? desk.words.amount(*shown.cost) : std::string("–"),
                    desk.words.amount(shown.price), words});
  }
  const Json answer{{"currency", book.currency().code()}, {"recipes", list}};
  if (rows.empty())
    desk.printer.answer(answer, Phrase("app.recipe.none"));
  else
    desk.printer.answer(answer, rows);
  return ExitStatus::done;
}

ExitStatus recipe_label(Desk& desk, const RecipeOptions& asked) {
  OpenBook book(desk);
  book.acting(Act::keep_stock);
  pos::KeepRecipes keep = recipes(book);
  const std::vector<pos::RecipeShown> all = keep.list();
  const auto shown = std::ranges::find(
      all, asked.code, [](const pos::RecipeShown& each) { return each.recipe.article; });
  if (shown == all.end())
    throw Stopped(ExitStatus::refused, "recipe.none_of_it",
                  Phrase("app.recipe.none_of_it").with("article", asked.code));
  const Day day = asked.day.empty() ? book.orders().today() : day_argument(asked.day);
  const std::vector<pos::Article> articles = book.till_book().articles(day);
  const auto article = std::ranges::find(articles, asked.code, &pos::Article::code);
  CHECK(article != articles.end());
  const Strip strip = pos::article_label_strip({*article, shown->recipe, keep.ingredients(), day},
                                               book.paper_head(), book.paper_words());
  if (!asked.pdf.empty())
    write_whole(asked.pdf, reporting::strip_pdf(strip, reporting::StripPaper::roll_80_mm,
                                                reporting::Typeface(desk.resources.fonts())));
  Json allergens = Json::array();
  for (const pos::Allergen allergen : shown->allergens)
    allergens.push_back(pos::allergen_text(allergen));
  desk.printer.answer(Json{{"article", asked.code},
                           {"day", day.text()},
                           {"allergens", allergens},
                           {"lines", strip_rows(strip)}},
                      strip_rows(strip));
  return ExitStatus::done;
}

}  // namespace

void add_bake_commands(CLI::App& root, Desk& desk) {
  CLI::App* bake = add_family(root, desk, "bake", "app.help.bake");
  auto showing = std::make_shared<BakeOptions>();
  CLI::App* sheet = add_command(*bake, desk, "sheet", "app.help.bake_sheet",
                                "tilia bake sheet --till T1 --pdf bake.pdf");
  add_option(sheet, desk, "--till", showing->till, "app.option.till").required();
  add_option(sheet, desk, "--day", showing->day, "app.option.day");
  add_option(sheet, desk, "--pdf", showing->pdf, "app.option.pdf");
  does(sheet, desk, showing, bake_show);

  auto baking = std::make_shared<BakeOptions>();
  CLI::App* done = add_command(*bake, desk, "done", "app.help.bake_done",
                               "tilia bake done white-loaf 24 --till T1");
  add_option(done, desk, "article", baking->article, "app.option.article_code").required();
  add_option(done, desk, "quantity", baking->quantity, "app.option.baked_quantity").required();
  add_option(done, desk, "--till", baking->till, "app.option.till").required();
  add_option(done, desk, "--day", baking->day, "app.option.day");
  does(done, desk, baking, bake_done);
}

void add_recipe_commands(CLI::App& root, Desk& desk) {
  CLI::App* recipe = add_family(root, desk, "recipe", "app.help.recipe");
  auto buying = std::make_shared<RecipeOptions>();
  CLI::App* ingredient =
      add_command(*recipe, desk, "ingredient", "app.help.recipe_ingredient",
                  "tilia recipe ingredient flour --name Flour --price 0.80 --allergen gluten");
  add_option(ingredient, desk, "code", buying->code, "app.option.ingredient_code").required();
  add_option(ingredient, desk, "--name", buying->name, "app.option.ingredient_name").required();
  add_option(ingredient, desk, "--price", buying->price, "app.option.ingredient_price").required();
  add_option(ingredient, desk, "--unit", buying->unit, "app.option.unit");
  add_option(ingredient, desk, "--allergen", buying->allergens, "app.option.allergen")
      .one_value_each();
  does(ingredient, desk, buying, recipe_ingredient);

  auto setting = std::make_shared<RecipeOptions>();
  CLI::App* set =
      add_command(*recipe, desk, "set", "app.help.recipe_set",
                  "tilia recipe set white-loaf --makes 40 --part flour --quantity 22.5");
  add_option(set, desk, "article", setting->code, "app.option.article_code").required();
  add_option(set, desk, "--makes", setting->makes, "app.option.recipe_makes");
  add_option(set, desk, "--part", setting->parts, "app.option.recipe_part").one_value_each();
  add_option(set, desk, "--quantity", setting->quantities, "app.option.quantity").one_value_each();
  add_option(set, desk, "--allergen", setting->allergens, "app.option.allergen").one_value_each();
  does(set, desk, setting, recipe_set);

  auto labelling = std::make_shared<RecipeOptions>();
  CLI::App* label = add_command(*recipe, desk, "label", "app.help.recipe_label",
                                "tilia recipe label white-loaf --pdf label.pdf");
  add_option(label, desk, "article", labelling->code, "app.option.article_code").required();
  add_option(label, desk, "--day", labelling->day, "app.option.made_on");
  add_option(label, desk, "--pdf", labelling->pdf, "app.option.pdf");
  does(label, desk, labelling, recipe_label);

  auto listing = std::make_shared<RecipeOptions>();
  CLI::App* list =
      add_command(*recipe, desk, "list", "app.help.recipe_list", "tilia recipe list --json");
  does(list, desk, listing, recipe_list);
}

}  // namespace tilia::app
