// The counter on the command line: a sale enters once, refunds are bounded, a day closes by its
// count.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

TEST(SaleRing, AnswersAsTheContractSays) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const Json answer = bakery.done({"sale", "ring", "--till", "T1"},
                                  {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  EXPECT_EQ(answer["id"], sale_id(1));
  EXPECT_EQ(answer["state"], "entered");
  EXPECT_EQ(answer["receipt"], "T1-1-1");
  EXPECT_EQ(answer["total"], "130.00");
  EXPECT_EQ(answer["change"], "70.00");
  EXPECT_EQ(answer["currency"], "RSD");
  EXPECT_EQ(answer["pieces_back"].dump(),
            R"([{"piece":"50.00","count":1},{"piece":"20.00","count":1}])");
}

TEST(SaleRing, EntersASaleOnceHoweverOftenItIsSent) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const Setting twice{
      .input = loaves(sale_id(7), "2", "130.00") + loaves(sale_id(7), "2", "130.00"),
      .environment = {}};
  const Ran first = bakery.tilia({"sale", "ring", "--till", "T1"}, twice);
  EXPECT_EQ(first.status, 0);
  EXPECT_EQ(first.lines()[1]["state"], "already entered");
  EXPECT_EQ(first.lines()[1]["receipt"], first.lines()[0]["receipt"]);
  const std::int64_t entries = bakery.entries();
  const Ran again = bakery.tilia({"sale", "ring", "--till", "T1"}, twice);
  EXPECT_EQ(again.lines()[0]["state"], "already entered");
  EXPECT_EQ(bakery.entries(), entries);
  EXPECT_EQ(bakery.done({"day", "look", "--till", "T1"})["sales"]["count"], 1);
}

TEST(SaleRing, RefusesAnotherSaleUnderTheSameId) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(7), "2", "130.00"), .environment = {}});
  const Ran other = bakery.tilia({"sale", "ring", "--till", "T1"},
                                 {.input = loaves(sale_id(7), "3", "195.00"), .environment = {}});
  EXPECT_EQ(other.status, 3);
  EXPECT_EQ(other.lines()[0]["error"]["code"], "sale.same_id_other_content");
}

TEST(SaleRing, WaitsForAnOpenDrawer) {
  const PracticeBakery bakery;
  const Ran ran = bakery.tilia({"sale", "ring", "--till", "T1"},
                               {.input = loaves(sale_id(1), "1", "65.00"), .environment = {}});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.lines()[0]["error"]["code"], "sale.no_open_session");
}

TEST(SaleRing, KnowsItsTills) {
  const PracticeBakery bakery;
  const Ran ran = bakery.tilia({"sale", "ring", "--till", "T9"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "unknown_till");
}

TEST(SaleRefund, NeverGivesBackMoreThanWasSold) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const Json sale = bakery.done({"sale", "ring", "--till", "T1"},
                                {.input = loaves(sale_id(1), "3", "195.00"), .environment = {}});
  const std::string receipt = sale["receipt"];
  const Json back = bakery.done({"sale", "refund", "--receipt", receipt, "--line", "1",
                                 "--quantity", "2", "--reason", "unwanted"});
  EXPECT_EQ(back["total"], "-130.00");
  const Ran more = bakery.tilia({"sale", "refund", "--receipt", receipt, "--line", "1",
                                 "--quantity", "2", "--reason", "unwanted"});
  EXPECT_EQ(more.status, 3);
  EXPECT_EQ(more.error_code(), "refund.more_than_was_sold");
  EXPECT_EQ(bakery.done({"sale", "refund", "--receipt", receipt, "--reason", "unwanted"})["total"],
            "-65.00");
  EXPECT_EQ(bakery.tilia({"sale", "refund", "--receipt", receipt, "--reason", "unwanted"}).status,
            3);
}

TEST(SaleRefund, KnowsItsReceiptsAndReasons) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  EXPECT_EQ(
      bakery.tilia({"sale", "refund", "--receipt", "T1-1-99", "--reason", "unwanted"}).error_code(),
      "refund.unknown_receipt");
  EXPECT_EQ(bakery.tilia({"sale", "refund", "--receipt", "T1-1-99"}).status, 2);
}

TEST(DayClose, ExpectsWhatTheSessionSays) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  bakery.done({"day", "cash", "--till", "T1", "--in", "500.00", "--reason", "change"});
  bakery.done({"day", "cash", "--till", "T1", "--out", "100.00", "--reason", "supplies"});
  bakery.write("count.json",
               R"({"pieces":[{"piece":"5000.00","count":1},{"piece":"500.00","count":1},)"
               R"({"piece":"20.00","count":1}]})");
  const Json sheet =
      bakery.done({"day", "close", "--till", "T1", "--counted", bakery.file("count.json")});
  EXPECT_EQ(sheet["number"], 1);
  EXPECT_EQ(sheet["float"], "5000.00");
  EXPECT_EQ(sheet["cash_in"], "500.00");
  EXPECT_EQ(sheet["cash_out"], "100.00");
  EXPECT_EQ(sheet["means"][0]["kind"], "cash");
  EXPECT_EQ(sheet["means"][0]["expected"], "5530.00");
  EXPECT_EQ(sheet["means"][0]["counted"], "5520.00");
  EXPECT_EQ(sheet["means"][0]["difference"], "-10.00");
  EXPECT_EQ(sheet["sales"]["count"], 1);
  EXPECT_EQ(sheet["vat"][0]["class"], "reduced");
  EXPECT_EQ(sheet["vat"][0]["rate"], "10");
  EXPECT_EQ(sheet["vat"][0]["vat"], "11.82");
  const Json again = bakery.done(
      {"day", "sheet", "--till", "T1", "--number", "1", "--pdf", bakery.file("day.pdf")});
  EXPECT_EQ(again, sheet);
  EXPECT_GT(std::filesystem::file_size(bakery.file("day.pdf")), 1000U);
  EXPECT_EQ(bakery.tilia({"day", "close", "--till", "T1", "--counted", bakery.file("count.json")})
                .error_code(),
            "drawer.not_open");
}

TEST(DayCount, ClosesTheDayOfABagThatWaitedWhileAnotherDrawerSold) {
  const PracticeBakery bakery;
  bakery.done({"day", "open", "--till", "T1", "--float", "5000.00"});
  EXPECT_EQ(bakery.tilia({"day", "bag", "--till", "T1", "--bag", " "}).error_code(),
            "drawer.no_bag_number");
  const auto bag = bakery.done({"day", "bag", "--till", "T1", "--bag", "4711"});
  EXPECT_EQ(bag["bag"], "4711");
  bakery.done({"day", "open", "--till", "T1", "--float", "2000.00"});
  EXPECT_EQ(bakery.done({"day", "look", "--till", "T1"})["bags"][0]["bag"], "4711");
  const auto waiting = bakery.done({"day", "list", "--till", "T1"});
  EXPECT_EQ(waiting["bags"].size(), 1U);
  EXPECT_TRUE(waiting.contains("open"));
  EXPECT_TRUE(waiting["closed"].empty());
  bakery.write("count.json", R"({"pieces":[{"piece":"1000.00","count":5}]})");
  const std::vector<std::string> count{
      "day", "count", "--till", "T1", "--counted", bakery.file("count.json"), "--bag", "4711"};
  const auto sheet = bakery.done(count);
  EXPECT_EQ(sheet["number"], 1);
  EXPECT_EQ(sheet["bag"], "4711");
  EXPECT_EQ(sheet["means"][0]["difference"], "0.00");
  EXPECT_EQ(bakery.tilia(count).error_code(), "drawer.no_such_bag");
  const auto list = bakery.done({"day", "list", "--till", "T1"});
  EXPECT_TRUE(list["bags"].empty());
  EXPECT_EQ(list["closed"][0]["number"], 1);
}

TEST(DayCash, TakesReasonsFromTheListOnly) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const Ran ran =
      bakery.tilia({"day", "cash", "--till", "T1", "--out", "100.00", "--reason", "because"});
  EXPECT_EQ(ran.status, 3);
  EXPECT_EQ(ran.error_code(), "drawer.unknown_reason");
}

TEST(DayLook, IsForManagers) {
  const PracticeBakery bakery;
  bakery.open_drawer();
  const Setting fox{.input = {}, .environment = {{"TILIA_SECRET", "111111"}}};
  const Ran ran = bakery.tilia({"day", "look", "--till", "T1", "--as", "Fox"}, fox);
  EXPECT_EQ(ran.status, 5);
  EXPECT_EQ(ran.error_code(), "not_allowed");
  const Setting owl{.input = {}, .environment = {{"TILIA_SECRET", "222222"}}};
  EXPECT_EQ(bakery.tilia({"day", "look", "--till", "T1", "--as", "Owl"}, owl).status, 0);
  EXPECT_EQ(bakery.tilia({"day", "look", "--till", "T1", "--as", "Owl"}, fox).status, 5);
}

TEST(Language, IsTheUsersOwn) {
  const PracticeBakery bakery;
  const auto refusal = [&](const std::string& language) {
    return bakery
        .tilia({"day", "cash", "--till", "T1", "--out", "1.00", "--reason", "bank", "--language",
                language})
        .json()["error"]["message"]
        .get<std::string>();
  };
  EXPECT_NE(refusal("en"), refusal("sr-Latn"));
  EXPECT_NE(refusal("sr-Latn"), refusal("sr-Cyrl"));
}

}  // namespace
}  // namespace tilia::app
