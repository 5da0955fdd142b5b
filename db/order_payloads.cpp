#include "db/order_payloads.h"

#include "db/payload_json.h"
#include "db/whose_payload.h"

namespace tilia::db {
namespace {

Json json_of(const std::optional<int>& number) { return number ? Json(*number) : Json(); }
Json json_of(const std::optional<Day>& day) { return day ? Json(day->text()) : Json(); }

std::optional<int> number_if(const Json& object, const char* key) {
  if (object.at(key).is_null()) return std::nullopt;
  return object.at(key).get<int>();
}

std::optional<Day> day_if(const Json& object, const char* key) {
  if (object.at(key).is_null()) return std::nullopt;
  return day(object, key);
}

Json json_of(const std::vector<pos::Allergen>& allergens) {
  Json list = Json::array();
  for (const pos::Allergen allergen : allergens) list.push_back(pos::allergen_text(allergen));
  return list;
}

std::vector<pos::Allergen> allergens_in(const Json& list) {
  std::vector<pos::Allergen> allergens;
  for (const Json& each : list)
    allergens.push_back(pos::parse_allergen(each.get<std::string>()).value());
  return allergens;
}

// An order has a line at least: its currency is that of the first.
Currency currency_of(const pos::Order& order) { return order.lines.front().unit_price.currency(); }

}  // namespace

std::string payload_of(const pos::Order& order) {
  Json lines = Json::array();
  for (const pos::OrderLine& line : order.lines) {
    lines.push_back({{"article", line.article},
                     {"note", line.note},
                     {"price", line.unit_price.minor()},
                     {"quantity", line.quantity.thousandths()}});
  }
  Json body{{"currency", currency_of(order).code()},
            {"day", order.day.text()},
            {"id", order.id.text()},
            {"lines", lines},
            {"minute", json_of(order.minute)},
            {"number", order.number},
            {"standing", order.standing},
            {"state", pos::order_state_text(order.state)},
            {"till", order.till}};
  add_whose(body, order.by);
  return body.dump();
}

pos::Order order_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::Order order{.id = id<pos::OrderId>(body, "id"),
                     .number = whole(body, "number"),
                     .till = text(body, "till"),
                     .by = whose_in(body),
                     .day = day(body, "day"),
                     .minute = number_if(body, "minute"),
                     .lines = {},
                     .standing = text(body, "standing"),
                     .state = pos::parse_order_state(text(body, "state")).value()};
    for (const Json& line : body.at("lines"))
      order.lines.push_back({text(line, "article"), quantity(line, "quantity"),
                             money(line, "price", currency_in(body)), text(line, "note")});
    return order;
  });
}

std::string payload_of(const pos::StandingOrder& standing) {
  Json lines = Json::array();
  for (const pos::StandingOrder::Line& line : standing.lines) {
    lines.push_back({{"article", line.article},
                     {"note", line.note},
                     {"quantity", line.quantity.thousandths()}});
  }
  Json body{{"code", standing.code},
            {"from", standing.from.text()},
            {"lines", lines},
            {"minute", json_of(standing.minute)},
            {"till", standing.till},
            {"until", json_of(standing.until)},
            {"weekdays", standing.weekdays}};
  add_whose(body, standing.by);
  return body.dump();
}

pos::StandingOrder standing_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::StandingOrder standing{.code = text(body, "code"),
                                .till = text(body, "till"),
                                .by = whose_in(body),
                                .weekdays = body.at("weekdays").get<std::vector<int>>(),
                                .lines = {},
                                .minute = number_if(body, "minute"),
                                .from = day(body, "from"),
                                .until = day_if(body, "until")};
    for (const Json& line : body.at("lines"))
      standing.lines.push_back(
          {text(line, "article"), quantity(line, "quantity"), text(line, "note")});
    return standing;
  });
}

std::string payload_of(const BakedRecord& record) {
  return Json{{"article", record.pieces.article},
              {"day", record.day.text()},
              {"quantity", record.pieces.quantity.thousandths()},
              {"till", record.till}}
      .dump();
}

BakedRecord baked_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return BakedRecord{
        text(body, "till"), day(body, "day"), {text(body, "article"), quantity(body, "quantity")}};
  });
}

std::string payload_of(const pos::Ingredient& ingredient) {
  return Json{{"allergens", json_of(ingredient.contains)},
              {"code", ingredient.code},
              {"currency", ingredient.price.currency().code()},
              {"name", ingredient.name},
              {"price", ingredient.price.minor()},
              {"unit", pos::unit_text(ingredient.unit)}}
      .dump();
}

pos::Ingredient ingredient_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    return pos::Ingredient{.code = text(body, "code"),
                           .name = text(body, "name"),
                           .unit = pos::parse_unit(text(body, "unit")).value(),
                           .price = money(body, "price", currency_in(body)),
                           .contains = allergens_in(body.at("allergens"))};
  });
}

std::string payload_of(const pos::Recipe& recipe) {
  Json parts = Json::array();
  for (const pos::Recipe::Part& part : recipe.parts)
    parts.push_back({{"ingredient", part.ingredient}, {"quantity", part.quantity.thousandths()}});
  return Json{{"allergens", json_of(recipe.also)},
              {"article", recipe.article},
              {"makes", recipe.makes.thousandths()},
              {"parts", parts}}
      .dump();
}

pos::Recipe recipe_in(const JournalEntry& entry) {
  return read_payload(entry, [](const Json& body) {
    pos::Recipe recipe{.article = text(body, "article"),
                       .makes = quantity(body, "makes"),
                       .parts = {},
                       .also = allergens_in(body.at("allergens"))};
    for (const Json& part : body.at("parts"))
      recipe.parts.push_back({text(part, "ingredient"), quantity(part, "quantity")});
    return recipe;
  });
}

}  // namespace tilia::db
