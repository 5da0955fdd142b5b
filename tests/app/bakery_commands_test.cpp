// Orders, what to bake, recipes and waste on the command line.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

std::string order(int id, const std::string& day, const std::string& quantity,
                  const std::string& whose) {
  return R"({"id":")" + sale_id(id) + R"(","till":"T1","day":")" + day + R"(","time":"07:30",)" +
         whose + R"(,"lines":[{"article":"white-loaf","quantity":")" + quantity + R"("}]})" + "\n";
}

const std::string mira = R"("customer":{"name":"Mira","phone":"064 555 111"})";

class BakeryCommands : public ::testing::Test {
 protected:
  Ran place(const std::string& lines) {
    return bakery_.tilia({"order", "place"}, {.input = lines, .environment = {}});
  }
  Json list(const std::string& from, const std::string& to) {
    return bakery_.done({"order", "list", "--from", from, "--to", to})["orders"];
  }

  const PracticeBakery bakery_;
};

TEST_F(BakeryCommands, OrdersArePlacedALineEachAndARefusedOneStopsNoOther) {
  const Ran ran = place(order(1, "2026-03-07", "3", mira) + order(2, "2026-03-07", "0.5", mira) +
                        order(3, "2026-03-08", "2", mira));
  EXPECT_EQ(ran.status, 3);
  ASSERT_EQ(ran.lines().size(), 3U);
  EXPECT_EQ(ran.lines()[0]["number"], 1);
  EXPECT_EQ(ran.lines()[0]["total"], "195.00");
  EXPECT_EQ(ran.lines()[0]["whose"], "Mira");
  EXPECT_EQ(ran.lines()[1]["error"]["code"], "sale.quantity_not_whole");
  EXPECT_EQ(ran.lines()[2]["number"], 2);
  EXPECT_EQ(list("2026-03-07", "2026-03-08").size(), 2U);
}

TEST_F(BakeryCommands, ALineThatIsSentAgainIsAnsweredAsItStands) {
  const Json first = place(order(1, "2026-03-07", "3", mira)).lines().at(0);
  const std::int64_t entries = bakery_.entries();
  EXPECT_EQ(place(order(1, "2026-03-07", "3", mira)).lines().at(0), first);
  EXPECT_EQ(bakery_.entries(), entries);
  EXPECT_EQ(place(order(1, "2026-03-07", "4", mira)).lines().at(0)["error"]["code"],
            "order.same_id_other_content");
}

TEST_F(BakeryCommands, AnOrderIsFoundChangedSlippedAndCancelled) {
  ASSERT_EQ(place(order(1, "2026-03-07", "3", mira)).status, 0);
  EXPECT_EQ(bakery_.done({"order", "find", "mir"})["orders"].size(), 1U);
  EXPECT_EQ(bakery_.done({"order", "find", "5111"})["orders"].size(), 1U);
  bakery_.write("order.json", order(1, "2026-03-09", "5", mira));
  const Json changed = bakery_.done({"order", "change", "1", bakery_.file("order.json").string()});
  EXPECT_EQ(changed["day"], "2026-03-09");
  EXPECT_EQ(changed["total"], "325.00");
  const std::string pdf = bakery_.file("slip.pdf").string();
  bakery_.done({"order", "slip", "1", "--pdf", pdf});
  EXPECT_GT(std::filesystem::file_size(pdf), 1000U);
  EXPECT_EQ(bakery_.done({"order", "cancel", "1"})["state"], "cancelled");
  EXPECT_EQ(bakery_.tilia({"order", "cancel", "1"}).error_code(), "order.not_open");
  EXPECT_EQ(bakery_.tilia({"order", "slip", "7"}).error_code(), "order.unknown_order");
}

TEST_F(BakeryCommands, ACustomerIsFoundChangedAndForgotten) {
  ASSERT_EQ(place(order(1, "2026-03-07", "3", mira)).status, 0);
  const Json found = bakery_.done({"customer", "list", "5111"})["customers"];
  ASSERT_EQ(found.size(), 1U);
  const std::string id = found[0]["id"];
  const Json changed =
      bakery_.done({"customer", "change", id, "--name", "Mira K.", "--phone", "none"});
  EXPECT_EQ(changed["name"], "Mira K.");
  EXPECT_EQ(changed["phone"], "");
  EXPECT_EQ(bakery_.tilia({"customer", "change", id, "--remembered", "maybe"}).error_code(),
            "not_yes_or_no");
  bakery_.done({"customer", "forget", id});
  EXPECT_EQ(list("2026-03-07", "2026-03-07")[0]["whose"], "") << "the order stays, without a name";
  EXPECT_EQ(bakery_.tilia({"customer", "forget", id}).error_code(), "customer.unknown_customer");
}

TEST_F(BakeryCommands, AStandingOrderIsListedTakenAndStopped) {
  bakery_.done({"account", "add", "--name", "Corner", "--code", "cafe", "--limit", "5000.00"});
  const std::string stands =
      R"({"code":"cafe-bread","till":"T1","weekdays":[0,4],"from":"2026-03-01","account":"cafe",)"
      R"("lines":[{"article":"white-loaf","quantity":"12"}]})";
  ASSERT_EQ(bakery_.tilia({"order", "stand"}, {.input = stands + "\n", .environment = {}}).status,
            0);
  EXPECT_EQ(bakery_.done({"order", "standing"})["standing"].size(), 1U);
  const Json due = list("2026-03-02", "2026-03-08");
  ASSERT_EQ(due.size(), 2U);
  EXPECT_TRUE(due[1]["number"].is_null());
  EXPECT_EQ(due[1]["whose"], "Corner");
  EXPECT_EQ(bakery_.done({"order", "take", "cafe-bread", "--day", "2026-03-06"})["number"], 1);
  const Json again =
      bakery_.done({"order", "again", "--account", "cafe", "--till", "T1", "--day", "2026-03-13"});
  EXPECT_EQ(again["lines"][0]["quantity"], "12");
  bakery_.done({"order", "stop", "cafe-bread", "--from", "2026-03-07"});
  EXPECT_EQ(list("2026-03-02", "2026-03-31").size(), 2U);
}

TEST_F(BakeryCommands, WhatToBakeIsOrderedAndUsualLessWhatIsBaked) {
  bakery_.open_drawer();
  bakery_.done({"sale", "ring", "--till", "T1"},
               {.input = loaves(sale_id(9), "10", "1000.00"), .environment = {}});
  bakery_.write("count.json", R"({"pieces":[]})");
  bakery_.done({"day", "close", "--till", "T1", "--counted", bakery_.file("count.json").string()});
  bakery_.done({"recipe", "set", "white-loaf"});
  ASSERT_EQ(place(order(1, "2026-03-09", "3", mira)).status, 0);
  Json sheet = bakery_.done({"bake", "sheet", "--till", "T1", "--day", "2026-03-09"});
  ASSERT_EQ(sheet["rows"].size(), 1U);
  EXPECT_EQ(sheet["rows"][0]["ordered"], "3");
  EXPECT_EQ(sheet["rows"][0]["usual"], "10") << "last Monday's";
  EXPECT_EQ(sheet["enough"], false);
  sheet = bakery_.done({"bake", "done", "white-loaf", "13", "--till", "T1", "--day", "2026-03-09"});
  EXPECT_EQ(sheet["enough"], true);
  EXPECT_EQ(bakery_.tilia({"bake", "done", "white-loaf", "0", "--till", "T1"}).error_code(),
            "order.bad_quantity");
}

TEST_F(BakeryCommands, ARecipeKnowsItsAllergensAndWhatOneCosts) {
  bakery_.done({"recipe", "ingredient", "flour", "--name", "Flour", "--price", "60.00",
                "--allergen", "gluten"});
  bakery_.done({"recipe", "set", "white-loaf", "--makes", "40", "--part", "flour", "--quantity",
                "20", "--allergen", "sesame"});
  const Json recipe = bakery_.done({"recipe", "list"})["recipes"][0];
  EXPECT_EQ(recipe["cost"], "30.00");
  EXPECT_EQ(recipe["allergens"], (Json{"gluten", "sesame"}));
  EXPECT_EQ(bakery_.tilia({"recipe", "set", "white-loaf", "--part", "salt", "--quantity", "1"})
                .error_code(),
            "recipe.unknown_ingredient");
  EXPECT_EQ(bakery_.tilia({"recipe", "set", "white-loaf", "--allergen", "sugar"}).error_code(),
            "unknown_allergen");
}

TEST_F(BakeryCommands, ALabelNamesIngredientsByWeightAndAllergensInCapitals) {
  const auto ingredient = [&](const char* code, const char* name,
                              const std::vector<std::string>& more) {
    std::vector<std::string> words{"recipe", "ingredient", code,   "--name",
                                   name,     "--price",    "60.00"};
    words.insert(words.end(), more.begin(), more.end());
    bakery_.done(words);
  };
  ingredient("yeast", "Yeast", {});
  ingredient("flour", "Wheat flour", {"--allergen", "gluten"});
  ingredient("egg", "Egg", {"--unit", "each", "--allergen", "eggs"});
  bakery_.done({"recipe", "set", "white-loaf", "--makes", "40", "--part", "egg", "--quantity", "12",
                "--part", "yeast", "--quantity", "0.2", "--part", "flour", "--quantity", "20",
                "--allergen", "sesame"});
  const Json label = bakery_.done({"recipe", "label", "white-loaf"});
  const std::string lines = label["lines"].dump();
  const auto holds = [&](const char* part) { return lines.find(part) != std::string::npos; };
  EXPECT_TRUE(holds("WHEAT FLOUR, yeast, EGG")) << lines;
  EXPECT_TRUE(holds("GLUTEN, JAJA")) << lines << "the paper speaks the shop's language";
  EXPECT_TRUE(holds("SUSAM")) << lines << "traces are said apart";
  EXPECT_FALSE(holds("JAJA, SUSAM")) << lines;
  EXPECT_TRUE(holds("65,00")) << lines;
  EXPECT_EQ(bakery_.tilia({"recipe", "label", "water"}).error_code(), "recipe.none_of_it");
}

TEST_F(BakeryCommands, WasteIsNoSaleAndWhatIsGivenAwayIsSummedApart) {
  bakery_.done({"waste", "add", "white-loaf", "2", "--reason", "too_dark"});
  bakery_.done({"waste", "add", "white-loaf", "3", "--reason", "given_away"});
  bakery_.done({"waste", "add", "white-loaf", "1", "--reason", "too_dark"});
  const Json waste = bakery_.done({"waste", "list"});
  EXPECT_EQ(waste["wasted"], "195.00");
  EXPECT_EQ(waste["given_away"], "195.00");
  ASSERT_EQ(waste["rows"].size(), 2U);
  EXPECT_EQ(waste["rows"][0]["quantity"], "3");
  EXPECT_EQ(bakery_.tilia({"waste", "add", "white-loaf", "1", "--reason", "eaten"}).error_code(),
            "stock.unknown_reason");
}

}  // namespace
}  // namespace tilia::app
