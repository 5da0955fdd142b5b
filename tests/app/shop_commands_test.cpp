// The shop's figures on the command line: who may see and set them, what they say, what is written.
#include <gtest/gtest.h>

#include "program.h"

namespace tilia::app {
namespace {

const std::vector<std::string> march{"shop",       "figures", "--from",
                                     "2026-03-01", "--to",    "2026-03-31"};

Setting with_secret(const char* secret) {
  return {.input = {}, .environment = {{"TILIA_SECRET", secret}}};
}

void sell_two_loaves(const PracticeBakery& bakery) {
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
}

TEST(ShopFigures, SayWhatAnOpenDrawerSoldAndWhatADayNeeds) {
  const PracticeBakery bakery;
  sell_two_loaves(bakery);
  bakery.done({"shop", "set", "break_even", "--amount", "900.00", "--from", "2026-03"});
  const Json figures = bakery.done(march);
  EXPECT_EQ(figures["sales"], "130.00");
  EXPECT_EQ(figures["open"], true);
  EXPECT_EQ(figures["days"][0].dump(),
            R"({"day":"2026-03-02","sales_count":1,"sales":"130.00","needed":"900.00"})");
  EXPECT_EQ(figures["too_few_days_for_hours"], true);
  EXPECT_EQ(figures["hours"].size(), 0U);
  EXPECT_EQ(figures["groups"][0]["sales"], "130.00");
  bakery.done({"journal", "rebuild"});
  EXPECT_EQ(bakery.done(march), figures);
}

TEST(ShopFigures, AreForTheManagerAndFinanceAndOnlyFinanceSetsThem) {
  const PracticeBakery bakery;
  const auto status = [&](std::vector<std::string> words, const char* who, const char* secret) {
    words.insert(words.end(), {"--as", who});
    return bakery.tilia(words, with_secret(secret)).status;
  };
  const std::vector<std::string> set{"shop", "set",    "set_aside", "--amount",
                                     "5.00", "--from", "2026-03"};
  EXPECT_EQ(status(march, "Fox", "111111"), 5);
  EXPECT_EQ(status(march, "Owl", "222222"), 0);
  EXPECT_EQ(status(set, "Owl", "222222"), 5);
  EXPECT_EQ(status(set, "Dolphin", "444444"), 0);
}

TEST(ShopFigures, MeetBadInputWithASentence) {
  const PracticeBakery bakery;
  const auto code = [&](const std::vector<std::string>& words) {
    return bakery.tilia(words).error_code();
  };
  EXPECT_EQ(code({"shop", "figures", "--from", "2026-03-31", "--to", "2026-03-01"}),
            "from_after_to");
  EXPECT_EQ(code({"shop", "figures", "--from", "2026-03-01", "--to", "2026-03-01", "--shop", "X"}),
            "unknown_shop");
  EXPECT_EQ(code({"shop", "set", "profit", "--amount", "5.00", "--from", "2026-03"}),
            "unknown_figure");
}

TEST(ShopFigures, LeaveAsPaperWorkbookAndTable) {
  const PracticeBakery bakery;
  sell_two_loaves(bakery);
  std::vector<std::string> words = march;
  for (const char* kind : {"pdf", "xlsx", "csv"})
    words.insert(words.end(), {std::string("--") + kind, bakery.file(std::string("shop.") + kind)});
  bakery.done(words);
  for (const char* kind : {"pdf", "xlsx", "csv"})
    EXPECT_GT(std::filesystem::file_size(bakery.file(std::string("shop.") + kind)), 100U) << kind;
}

TEST(DayLook, ComparesACountTellsWhatIsNotItsOwnAndProposesWhatToBank) {
  const PracticeBakery bakery;
  sell_two_loaves(bakery);
  bakery.done({"shop", "set", "set_aside", "--amount", "40.00", "--from", "2026-01"});
  bakery.write("count.json",
               R"({"pieces":[{"piece":"2000.00","count":2},{"piece":"100.00","count":11}]})");
  const Json look = bakery.done({"day", "look", "--till", "T1", "--counted",
                                 bakery.file("count.json"), "--card-counted", "1.00"});
  EXPECT_EQ(look["means"].dump(),
            R"([{"kind":"cash","expected":"5130.00","counted":"5100.00","difference":"-30.00"},)"
            R"({"kind":"card","expected":"0.00","counted":"1.00","difference":"1.00"}])");
  EXPECT_EQ(look["not_own"]["set_aside"], "40.00");
  EXPECT_EQ(look["bank"]["amount"], "100.00");
  EXPECT_EQ(look["bank"]["stays"], "5000.00");
  EXPECT_EQ(bakery.tilia({"day", "look", "--till", "T1"}).status, 0) << "nothing was closed";
}

TEST(DaySheet, OfAnEarlierDayIsNotedForTheAuditor) {
  PracticeBakery bakery;
  bakery.open_drawer();
  bakery.write("count.json", R"({"pieces":[{"piece":"1000.00","count":5}]})");
  bakery.done({"day", "close", "--till", "T1", "--counted", bakery.file("count.json")});
  const std::vector<std::string> sheet{"day", "sheet", "--till", "T1", "--number", "1"};
  bakery.done(sheet);
  EXPECT_EQ(bakery.done({"journal", "reads"})["day_sheets"].size(), 0U);
  bakery.set_now("2026-03-03T09:00:00+01:00");
  const std::int64_t entries = bakery.entries();
  bakery.done(sheet);
  const Json reads = bakery.done({"journal", "reads"})["day_sheets"];
  ASSERT_EQ(reads.size(), 1U);
  EXPECT_EQ(reads[0]["number"], 1);
  EXPECT_EQ(bakery.entries(), entries) << "a read is no entry of the business journal";
}

}  // namespace
}  // namespace tilia::app
