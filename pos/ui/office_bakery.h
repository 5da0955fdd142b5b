// The room Bakery: orders of the coming days, standing orders, what articles are made of and what
// of their price is left, and what was wasted in a month.
#pragma once

#include <map>

#include "core/chance.h"
#include "core/ui/office/name_check.h"
#include "core/ui/office/room.h"
#include "pos/bakery/keep_orders.h"
#include "pos/bakery/keep_recipes.h"
#include "pos/keep_stock.h"

namespace tilia::pos {

class OfficeBakery final : public ui::Room {
 public:
  OfficeBakery(const KeepOrders::Doors& doors, StockBook& stock, Currency currency)
      : doors_(doors),
        currency_(currency),
        orders_(doors),
        recipes_(doors.book, doors.till_book, currency, doors.zone, doors.clock),
        stock_(doors.till_book, stock, doors.zone, doors.clock),
        first_(orders_.today()),
        month_(Month::of(orders_.today())) {}

  // Something is ordered or has a recipe, or the counter shows orders or what is to bake.
  [[nodiscard]] static bool is_kept(OrderBook& book, TillBook& till_book);

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown {
    orders,
    order,
    standing,
    stands,
    recipes,
    recipe,
    ingredients,
    ingredient,
    waste,
    reason
  };
  void open(Shown shown);
  [[nodiscard]] bool open_section(const std::string& action);
  [[nodiscard]] ui::Page page_of(const char* title) const;
  void add(ui::Form& form, ui::Field field) const;
  void refuse(const std::string& field, const Phrase& why) { faults_.insert_or_assign(field, why); }
  void mend(const Phrase& why) { notice_ = {why, ui::Remark::Kind::mend}; }
  void done(const char* key) { notice_ = {Phrase(key), ui::Remark::Kind::done}; }
  [[nodiscard]] std::vector<Article> articles() { return stock_.articles(); }
  void turn(int by);  // the days, or the month, that are looked at
  void write(const std::string& action, const ui::Values& values);

  [[nodiscard]] Day last() const;
  [[nodiscard]] ui::Page orders_page();
  [[nodiscard]] ui::Table order_table(const std::vector<DueOrder>& orders);
  [[nodiscard]] ui::Page order_page();

  // The same again each week (office_standing.cpp).
  [[nodiscard]] std::optional<StandingOrder> chosen_standing();
  struct Whose {
    std::string picture;
    ui::Text name;
  };
  [[nodiscard]] Whose whose_is(const StandingOrder& standing);
  [[nodiscard]] ui::Page standing_page();
  [[nodiscard]] ui::Page stands_page();
  void add_whose(ui::Form& form);
  void add_lines(ui::Form& form, const std::optional<StandingOrder>& now);
  [[nodiscard]] std::optional<StandingOrder> typed_standing(const ui::Values& values);
  void save_standing(const ui::Values& values);
  void stop_standing(const ui::Values& values);

  // What articles are made of (office_recipes.cpp).
  [[nodiscard]] std::optional<RecipeShown> chosen_recipe();
  [[nodiscard]] ui::Page recipes_page();
  [[nodiscard]] ui::Page recipe_page();
  void save_recipe(const ui::Values& values);
  [[nodiscard]] ui::Page ingredients_page();
  [[nodiscard]] ui::Page ingredient_page();
  void save_ingredient(const ui::Values& values);
  void add_allergens(ui::Form& form, const std::vector<Allergen>& now) const;

  // What went in the bin, or to somebody (office_waste.cpp).
  [[nodiscard]] ui::Page waste_page();
  [[nodiscard]] ui::Page reason_page();

  KeepOrders::Doors doors_;
  Currency currency_;
  KeepOrders orders_;
  KeepRecipes recipes_;
  KeepStock stock_;
  Day first_;  // of the days whose orders are shown
  Month month_;
  Shown shown_ = Shown::orders;
  std::string chosen_;  // what is open, by its key; empty for a new one
  std::map<std::string, std::string> typed_;
  std::map<std::string, Phrase> faults_;
  ui::NameCheck names_;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::pos
