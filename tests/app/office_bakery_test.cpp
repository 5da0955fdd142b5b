// The room Bakery on a real book in memory: orders by day, standing orders, recipes, waste.
#include "pos/ui/office_bakery.h"

#include "db/catalogue_book_sqlite.h"
#include "db/customer_book_sqlite.h"
#include "db/order_book_sqlite.h"
#include "db/tender_book_sqlite.h"
#include "pos/keep_accounts.h"
#include "tests/app/shop_book_of_tests.h"
#include "tests/core/ui/office/page_of_tests.h"

namespace tilia::pos {
namespace {

using ui::typed;
using Texts = std::vector<std::pair<std::string, std::string>>;

Money dinars(const char* text) { return Money::parse(text, rsd).value(); }

Article made_here(const char* code, const char* price) {
  return {.code = code,
          .name = code,
          .price = dinars(price),
          .vat_class = VatClass::reduced,
          .unit = Unit::each,
          .barcodes = {},
          .picture = "🍞",
          .page = "Bread",
          .stocked = false};
}

class OfficeBakeryOf : public ShopBook {
 protected:
  void SetUp() override {
    book_.put_articles({made_here("loaf", "90"), made_here("roll", "30")}, clock_.now());
  }
  void press(const std::string& action, Texts texts = {}) {
    (void)room_.press(action, typed(std::move(texts)));
  }
  [[nodiscard]] std::string cell(std::size_t row, std::size_t column) {
    const ui::Page page = room_.page();
    const auto& text = page.table->rows.at(row).cells.at(column).text;
    if (const auto* money = std::get_if<Money>(&text)) return money->text();
    if (const auto* day = std::get_if<Day>(&text)) return day->text();
    return std::holds_alternative<std::string>(text) ? std::get<std::string>(text)
                                                     : ui::key_of(text);
  }
  [[nodiscard]] std::size_t rows() {
    const ui::Page page = room_.page();
    return page.table ? page.table->rows.size() : 0;
  }
  void ingredient(const char* name, const char* price, Texts contains = {}) {
    press("new_ingredient");
    contains.insert(contains.end(), {{"name", name}, {"unit", "kg"}, {"price", price}});
    press("save_ingredient", contains);
  }
  // Each Tuesday, for whoever is named.
  void stands_for(const char* by, const char* name, const char* quantity = "10") {
    press("new_standing");
    press("save_standing", {{"by", by},
                            {"name", name},
                            {"phone", ""},
                            {"till", "T1"},
                            {"on.1", "yes"},
                            {"time", "7"},
                            {"article.0", "roll"},
                            {"quantity.0", quantity},
                            {"article.1", "-"},
                            {"from", "2026-03-02"}});
  }

  db::OrderBookSqlite orders_{*file_};
  db::CatalogueBookSqlite catalogue_{*file_};
  db::CustomerBookSqlite customers_{*file_};
  db::TenderBookSqlite tenders_{*file_};
  CountryPack pack_ = *load_country_pack(TILIA_SOURCE "/pos/rules", "RS", *Day::from(2026, 3, 2));
  KeepOrders::Doors doors_{orders_, book_, customers_, tenders_, pack_, zone_, clock_, chance_};
  KeepOrders keep_{doors_};
  OfficeBakery room_{doors_, catalogue_, rsd};
};

}  // namespace

TEST_F(OfficeBakeryOf, IsKeptWhereSomethingIsOrderedOrMadeOrTheCounterShowsIt) {
  EXPECT_FALSE(OfficeBakery::is_kept(orders_, book_));
  for (const char* rule : {"counter.orders", "counter.bake"}) {
    book_.set_counter_rule(rule, "yes", clock_.now());
    EXPECT_TRUE(OfficeBakery::is_kept(orders_, book_)) << rule;
    book_.set_counter_rule(rule, "no", clock_.now());
  }
  EXPECT_FALSE(OfficeBakery::is_kept(orders_, book_));
  stands_for("*", "Mira");
  EXPECT_TRUE(OfficeBakery::is_kept(orders_, book_));
}

TEST_F(OfficeBakeryOf, ListsOrdersByDayWithWhatIsPaidAndThoseThatStand) {
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_orders_first"));
  const CustomerId who = CustomerId::mint(chance_);
  const auto placed = keep_.place({.id = OrderId::mint(chance_),
                                   .till = "T1",
                                   .by = {who, ""},
                                   .day = *Day::parse("2026-03-07"),
                                   .minute = 600,
                                   .lines = {{"loaf", Quantity::pieces(2), "sliced"}},
                                   .noted = Customer{who, "Ana", ""}});
  ASSERT_TRUE(placed);
  stands_for("*", "Mira");
  press("orders");
  ASSERT_EQ(rows(), 3U) << "two Tuesdays of fourteen days, and what was ordered";
  EXPECT_EQ(cell(0, 0), "2026-03-03");
  EXPECT_EQ(cell(0, 7), "office.bakery.state.stands");
  EXPECT_EQ(cell(1, 0), "2026-03-07");
  EXPECT_EQ(cell(1, 1), "10:00");
  EXPECT_EQ(cell(1, 3), "2 × loaf");
  EXPECT_EQ(cell(1, 4), "180.00");
  EXPECT_EQ(cell(1, 5), "") << "nothing is paid early";
  EXPECT_EQ(std::get<Money>(room_.page().figures.at(3).value), dinars("780"));
  press("order", {{"row", std::to_string(placed.value().number)}});
  EXPECT_EQ(cell(0, 3), "sliced");
  press("orders");
  press("later");
  EXPECT_EQ(rows(), 2U) << "the Tuesdays after them";
  press("earlier");
  press("earlier");
  EXPECT_EQ(rows(), 0U);
}

TEST_F(OfficeBakeryOf, AStandingOrderIsEnteredChangedAndStopped) {
  press("standing");
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_standing_first"));
  stands_for("*", "");
  EXPECT_EQ(ui::fault_of(room_.page(), "name"), "pos.customer.name_missing");
  stands_for("*", "Mira", "many");
  EXPECT_EQ(ui::fault_of(room_.page(), "quantity.0"), "pos.stock.not_a_quantity");
  EXPECT_EQ(ui::field(room_.page(), "name")->value, "Mira");
  EXPECT_TRUE(orders_.standing_orders().empty());
  stands_for("*", "Mira");
  ASSERT_EQ(orders_.standing_orders().size(), 1U);
  EXPECT_EQ(orders_.standing_orders()[0].code, "standing") << "her name is not its code";
  EXPECT_EQ(cell(0, 0), "Mira");
  EXPECT_EQ(cell(0, 2), "●");
  EXPECT_EQ(cell(0, 1), "");
  press("stands", {{"row", "standing"}});
  EXPECT_EQ(ui::field(room_.page(), "by"), nullptr) << "whose it is, was said once";
  press("save_standing", {{"on.1", "no"},
                          {"article.0", "roll"},
                          {"quantity.0", "12"},
                          {"time", ""},
                          {"from", "2026-03-03"}});
  EXPECT_TRUE(ui::says(room_.page(), "pos.order.no_weekday"));
  press("save_standing", {{"on.2", "yes"},
                          {"article.0", "roll"},
                          {"quantity.0", "12"},
                          {"time", ""},
                          {"from", "2026-03-03"}});
  const StandingOrder changed = orders_.standing_orders().at(0);
  EXPECT_EQ(changed.weekdays, std::vector<int>{2});
  EXPECT_EQ(changed.lines.at(0).quantity, Quantity::pieces(12));
  EXPECT_EQ(changed.from, *Day::parse("2026-03-02")) << "it began when it began";
  press("stands", {{"row", "standing"}});
  press("stop", {{"from", "2026-03-10"}});
  EXPECT_EQ(cell(0, 9), "2026-03-09") << "its last day";
  press("stands", {{"row", "standing"}});
  EXPECT_FALSE(ui::offers(room_.page(), "stop"));
}

TEST_F(OfficeBakeryOf, AStandingOrderCanBeAnAccounts) {
  const auto account = KeepAccounts(tenders_, rsd, zone_, clock_)
                           .add({.code = {},
                                 .name = "School",
                                 .picture = "🏫",
                                 .credit_limit = dinars("5000"),
                                 .owed = Money::zero(rsd)});
  ASSERT_TRUE(account);
  stands_for(account.value().code.c_str(), "");
  EXPECT_EQ(cell(0, 0), "School");
  EXPECT_EQ(orders_.standing_orders().at(0).by.account, account.value().code);
}

TEST_F(OfficeBakeryOf, ARecipeSaysWhatAnArticleCostsAndContainsAndWhatIsLeft) {
  press("recipes");
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_ingredients_first"));
  ingredient("Flour", "much");
  EXPECT_EQ(ui::fault_of(room_.page(), "price"), "office.fault.amount");
  ingredient("", "60");
  EXPECT_EQ(ui::fault_of(room_.page(), "name"), "pos.recipe.name_missing");
  ingredient("Flour", "60", {{"allergen.gluten", "yes"}});
  ingredient("Butter", "800", {{"allergen.milk", "yes"}});
  EXPECT_EQ(cell(1, 1), "🌾");
  press("recipes");
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_recipes_first"));
  const auto save = [&](const char* makes, const char* flour) {
    press("new_recipe");
    press("save_recipe", {{"article", "loaf"},
                          {"makes", makes},
                          {"part.0", "flour"},
                          {"quantity.0", flour},
                          {"part.1", "butter"},
                          {"quantity.1", "0,05"},
                          {"allergen.sesame", "yes"}});
  };
  save("none", "1");
  EXPECT_EQ(ui::fault_of(room_.page(), "makes"), "pos.stock.not_a_quantity");
  save("2", "");
  EXPECT_EQ(ui::fault_of(room_.page(), "quantity.0"), "pos.stock.not_a_quantity");
  EXPECT_TRUE(orders_.recipes().empty());
  save("2", "1");
  EXPECT_EQ(cell(0, 1), "🌾  🥛  ⚪");
  EXPECT_EQ(cell(0, 2), "50.00");
  EXPECT_EQ(cell(0, 4), "40.00") << "of a price of 90.00";
  press("ingredients");
  EXPECT_EQ(cell(0, 5), "1") << "the recipes that it is in";
  press("ingredient", {{"row", "flour"}});
  EXPECT_EQ(ui::field(room_.page(), "allergen.gluten")->value, "yes");
  press("save_ingredient",
        {{"name", "Flour"}, {"unit", "kg"}, {"price", "200"}, {"allergen.gluten", "yes"}});
  press("recipes");
  EXPECT_EQ(cell(0, 2), "120.00") << "by what the ingredients cost last";
  EXPECT_TRUE(room_.page().table->rows.at(0).cells.at(4).needs_look) << "more than its price";
  press("recipe", {{"row", "loaf"}});
  EXPECT_EQ(ui::field(room_.page(), "allergen.sesame")->value, "yes");
  EXPECT_EQ(ui::field(room_.page(), "allergen.milk")->value, "no") << "that is of the butter";
}

TEST_F(OfficeBakeryOf, AddsUpTheWasteOfAMonthByReason) {
  press("waste");
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_waste"));
  KeepStock stock(book_, catalogue_, zone_, clock_);
  const auto wasted = [&](const char* article, int pieces, const char* reason) {
    ASSERT_TRUE(stock.enter(StockMove::Kind::wasted, article, Quantity::pieces(pieces), reason));
  };
  wasted("roll", 4, "unsold");
  wasted("loaf", 2, "unsold");
  wasted("roll", 1, "given_away");
  ASSERT_EQ(rows(), 2U);
  EXPECT_EQ(cell(0, 0), "office.stock.reason.unsold");
  EXPECT_EQ(cell(0, 3), "300.00");
  EXPECT_EQ(std::get<Money>(room_.page().figures.at(0).value), dinars("300"));
  EXPECT_EQ(std::get<Money>(room_.page().figures.at(1).value), dinars("30"));
  press("reason", {{"row", "unsold"}});
  EXPECT_EQ(cell(0, 0) + " " + cell(0, 2), "loaf 180.00") << "the dearest first";
  press("waste");
  press("earlier");
  EXPECT_TRUE(ui::says(room_.page(), "office.bakery.no_waste"));
}

}  // namespace tilia::pos
