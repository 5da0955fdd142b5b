// What orders and the bakery write into the business journal, as canonical JSON and back: as
// db/till_payloads.h says. A customer stands there by her id, which says nothing.
#pragma once

#include <string>

#include "db/journal.h"
#include "pos/bakery/order_book.h"

namespace tilia::db {

inline constexpr const char* order_put = "order.put";  // placed, changed or ended: all of it
inline constexpr const char* standing_put = "standing.put";
inline constexpr const char* baked_noted = "baked.noted";
inline constexpr const char* ingredient_put = "ingredient.put";
inline constexpr const char* recipe_put = "recipe.put";

struct BakedRecord {
  std::string till;
  Day day;
  pos::Pieces pieces;
};

[[nodiscard]] std::string payload_of(const pos::Order& order);
[[nodiscard]] std::string payload_of(const pos::StandingOrder& standing);
[[nodiscard]] std::string payload_of(const BakedRecord& record);
[[nodiscard]] std::string payload_of(const pos::Ingredient& ingredient);
[[nodiscard]] std::string payload_of(const pos::Recipe& recipe);

[[nodiscard]] pos::Order order_in(const JournalEntry& entry);
[[nodiscard]] pos::StandingOrder standing_in(const JournalEntry& entry);
[[nodiscard]] BakedRecord baked_in(const JournalEntry& entry);
[[nodiscard]] pos::Ingredient ingredient_in(const JournalEntry& entry);
[[nodiscard]] pos::Recipe recipe_in(const JournalEntry& entry);

}  // namespace tilia::db
