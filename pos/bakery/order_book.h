// What orders and the bake sheet need of storage. db/order_book_sqlite fulfils it; each write is
// one transaction and one entry of the journal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/instant.h"
#include "pos/bakery/bake_sheet.h"
#include "pos/bakery/order.h"
#include "pos/bakery/recipe.h"

namespace tilia::pos {

class OrderBook {
 public:
  virtual ~OrderBook() = default;

  // Gives it its number. One that is there already, by its id or as the same day of the same
  // standing order, is answered as it stands, and nothing is written.
  // `noted`: somebody new whose order it is, in the same transaction.
  virtual Order place(const Order& order, const std::optional<Customer>& noted,
                      const Instant& at) = 0;
  // Another day, other lines, or its end. False where it ended meanwhile, or is
  // left out while money that was paid early lies on it: nothing was written.
  [[nodiscard]] virtual bool put(const Order& order, const std::optional<Customer>& noted,
                                 const Instant& at) = 0;
  [[nodiscard]] virtual std::optional<Order> order(std::int64_t number) = 0;
  [[nodiscard]] virtual std::optional<Order> order_by_id(const OrderId& id) = 0;
  // Of all tills, by day, minute and number.
  [[nodiscard]] virtual std::vector<Order> orders(const Day& from, const Day& to) = 0;
  // Neither handed over nor left out, whatever their day.
  [[nodiscard]] virtual std::vector<Order> open_orders() = 0;
  // The latest day first.
  [[nodiscard]] virtual std::vector<Order> orders_of(const OrderedBy& by, int at_most) = 0;

  // By code; those that stopped too.
  [[nodiscard]] virtual std::vector<StandingOrder> standing_orders() = 0;
  virtual void put_standing(const StandingOrder& standing, const std::optional<Customer>& noted,
                            const Instant& at) = 0;

  // Less than nothing takes back what was noted by mistake.
  virtual void note_baked(const std::string& till, const Day& day, const Pieces& pieces,
                          const Instant& at) = 0;
  [[nodiscard]] virtual std::vector<Pieces> baked(const std::string& till, const Day& day) = 0;
  // On the last days of that weekday, before that day, on which the till was open; the newest
  // first.
  [[nodiscard]] virtual std::vector<SoldOn> sold_on_weekdays_before(const std::string& till,
                                                                    const Day& day,
                                                                    int at_most) = 0;

  [[nodiscard]] virtual std::vector<Ingredient> ingredients() = 0;
  virtual void put_ingredient(const Ingredient& ingredient, const Instant& at) = 0;
  // By article.
  [[nodiscard]] virtual std::vector<Recipe> recipes() = 0;
  virtual void put_recipe(const Recipe& recipe, const Instant& at) = 0;
};

}  // namespace tilia::pos
