// Orders, standing orders, what was baked and recipes in SQLite: each write is one transaction and
// one entry of the journal, from which the rows can be made again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/book_file.h"
#include "db/rebuild.h"
#include "pos/bakery/order_book.h"

namespace tilia::db {

class OrderBookSqlite final : public pos::OrderBook {
 public:
  explicit OrderBookSqlite(BookFile& book) : book_(book) {}

  pos::Order place(const pos::Order& order, const std::optional<pos::Customer>& noted,
                   const Instant& at) override;
  bool put(const pos::Order& order, const std::optional<pos::Customer>& noted,
           const Instant& at) override;
  std::optional<pos::Order> order(std::int64_t number) override;
  std::optional<pos::Order> order_by_id(const pos::OrderId& id) override;
  std::vector<pos::Order> orders(const Day& from, const Day& to) override;
  std::vector<pos::Order> open_orders() override;
  std::vector<pos::Order> orders_of(const pos::OrderedBy& by, int at_most) override;
  std::vector<pos::StandingOrder> standing_orders() override;
  void put_standing(const pos::StandingOrder& standing, const std::optional<pos::Customer>& noted,
                    const Instant& at) override;
  void note_baked(const std::string& till, const Day& day, const pos::Pieces& pieces,
                  const Instant& at) override;
  std::vector<pos::Pieces> baked(const std::string& till, const Day& day) override;
  std::vector<pos::SoldOn> sold_on_weekdays_before(const std::string& till, const Day& day,
                                                   int at_most) override;
  std::vector<pos::Ingredient> ingredients() override;
  void put_ingredient(const pos::Ingredient& ingredient, const Instant& at) override;
  std::vector<pos::Recipe> recipes() override;
  void put_recipe(const pos::Recipe& recipe, const Instant& at) override;

 private:
  BookFile& book_;
};

[[nodiscard]] Projection order_projection();

}  // namespace tilia::db
