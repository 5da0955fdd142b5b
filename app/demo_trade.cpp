#include "app/demo_trade.h"

#include <fmt/format.h>

#include <functional>
#include <sstream>

#include "app/demo_file.h"

namespace tilia::app {
namespace {

using Each = std::function<void(const toml::table&, const std::string&)>;

void each_table(const DemoPlace& place, std::string_view key, const std::string& name,
                const Each& each) {
  const toml::array* const tables = place.tables(key);
  if (tables == nullptr) return;
  std::size_t at = 0;
  for (const toml::node& node : *tables) {
    const std::string where = fmt::format("{}: {} {}", name, key, ++at);
    each(demo_table(node, where), where);
  }
}

std::vector<pos::Allergen> allergens_of(const DemoPlace& place, std::string_view key) {
  std::vector<pos::Allergen> allergens;
  for (const std::string& text : place.texts(key)) {
    const auto allergen = pos::parse_allergen(text);
    if (!allergen) place.fault(text + " is no allergen");
    allergens.push_back(*allergen);
  }
  return allergens;
}

pos::Ingredient ingredient_of(const toml::table& table, const std::string& name, Language language,
                              Currency currency) {
  const DemoPlace place(table, name, {"code", "name", "unit", "price", "contains"});
  return {.code = place.text("code"),
          .name = place.in_language("name", language),
          .unit = place.text("unit") == "kg" ? pos::Unit::kg : pos::Unit::each,
          .price = place.money("price", currency),
          .contains = allergens_of(place, "contains")};
}

pos::Recipe recipe_of(const toml::table& table, const std::string& name) {
  const DemoPlace place(table, name, {"article", "makes", "part", "also"});
  pos::Recipe recipe{.article = place.text("article"),
                     .makes = place.quantity("makes"),
                     .parts = {},
                     .also = allergens_of(place, "also")};
  each_table(place, "part", name, [&](const toml::table& part, const std::string& where) {
    const DemoPlace of(part, where, {"ingredient", "quantity"});
    recipe.parts.push_back({of.text("ingredient"), of.quantity("quantity")});
  });
  return recipe;
}

DemoStandingOrder standing_of(const toml::table& table, const std::string& name) {
  const DemoPlace place(table, name, {"code", "account", "weekdays", "at", "line"});
  DemoStandingOrder standing{.code = place.text("code"),
                             .account = place.text("account"),
                             .weekdays = place.numbers("weekdays", 0),
                             .minute = place.minute_of_day("at"),
                             .lines = {}};
  each_table(place, "line", name, [&](const toml::table& line, const std::string& where) {
    const DemoPlace of(line, where, {"article", "quantity"});
    standing.lines.push_back({of.text("article"), of.quantity("quantity"), {}});
  });
  return standing;
}

pos::SalonColumn column_of(const toml::table& table, const std::string& name, Language language) {
  const DemoPlace place(table, name, {"code", "kind", "name", "picture"});
  const auto kind = pos::parse_column_kind(place.text("kind"));
  if (!kind) place.fault("kind must be person or chair");
  return {.code = place.text("code"),
          .name = place.in_language("name", language),
          .picture = place.text("picture"),
          .kind = *kind};
}

}  // namespace

DemoTradePlan demo_trade_of(const toml::table& trade, const std::string& name, Language language,
                            Currency currency) {
  const DemoPlace place(trade, name,
                        {"names", "ingredient", "recipe", "standing", "column", "service", "week",
                         "package", "notes", "consigned", "washed"});
  DemoTradePlan plan;
  std::istringstream names(place.in_language("names", language));
  for (std::string each; names >> each;) plan.names.push_back(each);
  each_table(place, "ingredient", name, [&](const toml::table& table, const std::string& where) {
    plan.ingredients.push_back(ingredient_of(table, where, language, currency));
  });
  each_table(place, "recipe", name, [&](const toml::table& table, const std::string& where) {
    plan.recipes.push_back(recipe_of(table, where));
  });
  each_table(place, "standing", name, [&](const toml::table& table, const std::string& where) {
    plan.standing.push_back(standing_of(table, where));
  });
  each_table(place, "column", name, [&](const toml::table& table, const std::string& where) {
    plan.columns.push_back(column_of(table, where, language));
  });
  each_table(place, "service", name, [&](const toml::table& table, const std::string& where) {
    const DemoPlace of(table, where, {"article", "minutes", "before", "after"});
    plan.services.push_back(
        {of.text("article"), of.number("minutes"), of.number("before"), of.number("after")});
  });
  each_table(place, "package", name, [&](const toml::table& table, const std::string& where) {
    const DemoPlace of(table, where, {"code", "article", "times", "price"});
    plan.packages.push_back(
        {of.text("code"), of.text("article"), of.number("times"), of.money("price", currency)});
  });
  each_table(place, "consigned", name, [&](const toml::table& table, const std::string& where) {
    const DemoPlace of(table, where, {"article", "our_share", "pieces"});
    const auto share = Rate::parse_percent(of.text("our_share"));
    if (!share) of.fault("our_share must be a percentage");
    plan.consigned.push_back({of.text("article"), share.value(), of.number("pieces")});
  });
  plan.week = place.texts("week");
  plan.notes = place.texts("notes");
  plan.washed = place.texts("washed");
  return plan;
}

}  // namespace tilia::app
