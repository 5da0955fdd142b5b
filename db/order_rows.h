// Rows of orders, of what is baked and of recipes: made by an entry of the journal, live and when
// everything is made again.
#pragma once

#include <optional>
#include <vector>

#include "db/connection.h"
#include "db/order_payloads.h"

namespace tilia::db {

void put_order(Connection& connection, const pos::Order& order);
void put_standing(Connection& connection, const pos::StandingOrder& standing);
void put_baked(Connection& connection, const JournalEntry& entry, const BakedRecord& record);
void put_ingredient(Connection& connection, const pos::Ingredient& ingredient);
void put_recipe(Connection& connection, const pos::Recipe& recipe);

[[nodiscard]] std::optional<pos::Order> read_order(Connection& connection, std::int64_t number);
// Of that id, or of that day of that standing order.
[[nodiscard]] std::optional<std::int64_t> find_order(Connection& connection,
                                                     const pos::Order& order);
[[nodiscard]] std::vector<pos::StandingOrder> read_standing_orders(Connection& connection);
[[nodiscard]] std::vector<pos::Pieces> read_baked(Connection& connection, const std::string& till,
                                                  const Day& day);
[[nodiscard]] std::vector<pos::Ingredient> read_ingredients(Connection& connection);
[[nodiscard]] std::vector<pos::Recipe> read_recipes(Connection& connection);

}  // namespace tilia::db
