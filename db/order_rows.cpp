#include "db/order_rows.h"

#include <fmt/ranges.h>

#include <sstream>

#include "core/check.h"
#include "db/book_fault.h"

namespace tilia::db {
namespace {

template <class T>
T known(const std::optional<T>& value) {
  if (!value) throw BookFault(BookFault::Why::damaged, "a word of an order or a recipe");
  return *value;
}

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string text_if(const Query& row, int column) {
  return row.is_null(column) ? std::string() : row.text(column);
}

std::optional<int> small_if(const Query& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.small(column));
}

pos::OrderedBy whose(const Query& row, int customer, int account) {
  pos::OrderedBy by{std::nullopt, text_if(row, account)};
  if (!row.is_null(customer)) by.customer = row.id<pos::CustomerId>(customer);
  return by;
}

std::string allergens_text(const std::vector<pos::Allergen>& allergens) {
  std::string text;
  for (const pos::Allergen allergen : allergens) {
    if (!text.empty()) text += ' ';
    text += pos::allergen_text(allergen);
  }
  return text;
}

std::vector<pos::Allergen> allergens_of(const std::string& text) {
  std::vector<pos::Allergen> allergens;
  std::istringstream words(text);
  for (std::string word; words >> word;) allergens.push_back(known(pos::parse_allergen(word)));
  return allergens;
}

std::vector<int> weekdays_of(const std::string& text) {
  std::vector<int> weekdays;
  std::istringstream words(text);
  for (int day = 0; words >> day;) weekdays.push_back(day);
  return weekdays;
}

}  // namespace

void put_order(Connection& connection, const pos::Order& order) {
  CHECK(!order.lines.empty());
  connection.run(
      "INSERT INTO customer_order (number, id, till, customer, account, day, minute, standing,"
      " currency, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      " ON CONFLICT (number) DO UPDATE SET id = excluded.id, till = excluded.till,"
      " customer = excluded.customer, account = excluded.account, day = excluded.day,"
      " minute = excluded.minute, standing = excluded.standing, state = excluded.state",
      order.number, order.id, order.till, order.by.customer, if_any(order.by.account), order.day,
      order.minute, if_any(order.standing), order.lines.front().unit_price.currency().code(),
      pos::order_state_text(order.state));
  connection.run("DELETE FROM order_line WHERE customer_order = ?", order.number);
  std::int64_t number = 0;
  for (const pos::OrderLine& line : order.lines)
    connection.run(
        "INSERT INTO order_line (customer_order, number, article, quantity, unit_price, note)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        order.number, ++number, line.article, line.quantity, line.unit_price, line.note);
}

void put_standing(Connection& connection, const pos::StandingOrder& standing) {
  connection.run(
      "INSERT INTO standing_order (code, till, customer, account, weekdays, minute, from_day,"
      " until_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET"
      " till = excluded.till, customer = excluded.customer, account = excluded.account,"
      " weekdays = excluded.weekdays, minute = excluded.minute, from_day = excluded.from_day,"
      " until_day = excluded.until_day",
      standing.code, standing.till, standing.by.customer, if_any(standing.by.account),
      fmt::format("{}", fmt::join(standing.weekdays, " ")), standing.minute, standing.from,
      standing.until);
  connection.run("DELETE FROM standing_line WHERE standing = ?", standing.code);
  std::int64_t number = 0;
  for (const pos::StandingOrder::Line& line : standing.lines)
    connection.run(
        "INSERT INTO standing_line (standing, number, article, quantity, note)"
        " VALUES (?, ?, ?, ?, ?)",
        standing.code, ++number, line.article, line.quantity, line.note);
}

void put_baked(Connection& connection, const JournalEntry& entry, const BakedRecord& record) {
  connection.run("INSERT INTO baked (entry, till, day, article, quantity) VALUES (?, ?, ?, ?, ?)",
                 entry.position, record.till, record.day, record.pieces.article,
                 record.pieces.quantity);
}

void put_ingredient(Connection& connection, const pos::Ingredient& ingredient) {
  connection.run(
      "INSERT OR REPLACE INTO ingredient (code, name, unit, currency, price, allergens)"
      " VALUES (?, ?, ?, ?, ?, ?)",
      ingredient.code, ingredient.name, pos::unit_text(ingredient.unit),
      ingredient.price.currency().code(), ingredient.price, allergens_text(ingredient.contains));
}

void put_recipe(Connection& connection, const pos::Recipe& recipe) {
  connection.run("DELETE FROM recipe_part WHERE article = ?", recipe.article);
  connection.run("INSERT OR REPLACE INTO recipe (article, makes, allergens) VALUES (?, ?, ?)",
                 recipe.article, recipe.makes, allergens_text(recipe.also));
  std::int64_t number = 0;
  for (const pos::Recipe::Part& part : recipe.parts)
    connection.run(
        "INSERT INTO recipe_part (article, number, ingredient, quantity) VALUES (?, ?, ?, ?)",
        recipe.article, ++number, part.ingredient, part.quantity);
}

std::optional<pos::Order> read_order(Connection& connection, std::int64_t number) {
  Query row = connection.query(
      "SELECT number, id, till, customer, account, day, minute, standing, currency, state"
      " FROM customer_order WHERE number = ?",
      number);
  if (!row.next()) return std::nullopt;
  pos::Order order{.id = row.id<pos::OrderId>(1),
                   .number = number,
                   .till = row.text(2),
                   .by = whose(row, 3, 4),
                   .day = row.day(5),
                   .minute = small_if(row, 6),
                   .lines = {},
                   .standing = text_if(row, 7),
                   .state = known(pos::parse_order_state(row.text(9)))};
  const Currency currency = known(Currency::from_code(row.text(8)));
  Query line = connection.query(
      "SELECT article, quantity, unit_price, note FROM order_line WHERE customer_order = ?"
      " ORDER BY number",
      number);
  while (line.next())
    order.lines.push_back({line.text(0), line.quantity(1), line.money(2, currency), line.text(3)});
  return order;
}

std::optional<std::int64_t> find_order(Connection& connection, const pos::Order& order) {
  Query row = connection.query(
      "SELECT number FROM customer_order WHERE id = ?1 OR (standing = ?2 AND day = ?3)", order.id,
      if_any(order.standing), order.day);
  if (!row.next()) return std::nullopt;
  return row.whole(0);
}

std::vector<pos::StandingOrder> read_standing_orders(Connection& connection) {
  std::vector<pos::StandingOrder> all;
  Query row = connection.query(
      "SELECT code, till, customer, account, weekdays, minute, from_day, until_day"
      " FROM standing_order ORDER BY code");
  while (row.next())
    all.push_back({.code = row.text(0),
                   .till = row.text(1),
                   .by = whose(row, 2, 3),
                   .weekdays = weekdays_of(row.text(4)),
                   .lines = {},
                   .minute = small_if(row, 5),
                   .from = row.day(6),
                   .until = row.is_null(7) ? std::nullopt : std::optional(row.day(7))});
  for (pos::StandingOrder& standing : all) {
    Query line = connection.query(
        "SELECT article, quantity, note FROM standing_line WHERE standing = ? ORDER BY number",
        standing.code);
    while (line.next()) standing.lines.push_back({line.text(0), line.quantity(1), line.text(2)});
  }
  return all;
}

std::vector<pos::Pieces> read_baked(Connection& connection, const std::string& till,
                                    const Day& day) {
  std::vector<pos::Pieces> baked;
  Query row = connection.query(
      "SELECT article, sum(quantity) FROM baked WHERE till = ? AND day = ? GROUP BY article"
      " ORDER BY article",
      till, day);
  while (row.next()) baked.push_back({row.text(0), row.quantity(1)});
  return baked;
}

std::vector<pos::Ingredient> read_ingredients(Connection& connection) {
  std::vector<pos::Ingredient> all;
  Query row = connection.query(
      "SELECT code, name, unit, currency, price, allergens FROM ingredient ORDER BY name, code");
  while (row.next())
    all.push_back({row.text(0), row.text(1), known(pos::parse_unit(row.text(2))),
                   row.money(4, known(Currency::from_code(row.text(3)))),
                   allergens_of(row.text(5))});
  return all;
}

std::vector<pos::Recipe> read_recipes(Connection& connection) {
  std::vector<pos::Recipe> all;
  Query row = connection.query("SELECT article, makes, allergens FROM recipe ORDER BY article");
  while (row.next()) all.push_back({row.text(0), row.quantity(1), {}, allergens_of(row.text(2))});
  for (pos::Recipe& recipe : all) {
    Query part = connection.query(
        "SELECT ingredient, quantity FROM recipe_part WHERE article = ? ORDER BY number",
        recipe.article);
    while (part.next()) recipe.parts.push_back({part.text(0), part.quantity(1)});
  }
  return all;
}

}  // namespace tilia::db
