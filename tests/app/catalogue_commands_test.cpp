// The catalogue and the stock on the command line.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "program.h"

namespace tilia::app {
namespace {

Json article(const PracticeBakery& bakery, const std::string& code) {
  const Json answer = bakery.done({"article", "list"});
  for (const Json& each : answer["articles"]) {
    if (each["article"] == code) return each;
  }
  return {};
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(ArticlePrice, ComesOnItsDayAndIsListedBefore) {
  PracticeBakery bakery;
  const Json planned =
      bakery.done({"article", "price", "white-loaf", "70.00", "--from", "tomorrow"});
  EXPECT_EQ(planned["from"], "2026-03-03");
  EXPECT_EQ(article(bakery, "white-loaf")["price"], "65.00");
  EXPECT_EQ(article(bakery, "white-loaf")["coming"].dump(),
            R"([{"from":"2026-03-03","price":"70.00"}])");
  bakery.set_now("2026-03-03T09:00:00+01:00");
  EXPECT_EQ(article(bakery, "white-loaf")["price"], "70.00");
  bakery.open_drawer();
  const Json sold = bakery.done({"sale", "ring", "--till", "T1"},
                                {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  EXPECT_EQ(sold["total"], "140.00");
}

TEST(ArticlePrice, IsCalledOffBeforeItComesAndNeverOfADayThatIsPast) {
  const PracticeBakery bakery;
  bakery.done({"article", "price", "white-loaf", "70.00", "--from", "2026-03-09"});
  bakery.done({"article", "price", "white-loaf", "--off", "--from", "2026-03-09"});
  EXPECT_EQ(article(bakery, "white-loaf")["coming"].dump(), "[]");
  const auto code = [&](const std::vector<std::string>& words) {
    return bakery.tilia(words).error_code();
  };
  EXPECT_EQ(code({"article", "price", "white-loaf", "--off", "--from", "2026-03-09"}),
            "catalogue.no_such_change");
  EXPECT_EQ(code({"article", "price", "white-loaf", "70.00", "--from", "2026-03-01"}),
            "catalogue.day_is_past");
  EXPECT_EQ(code({"article", "price", "nothing", "70.00"}), "catalogue.unknown_article");
  EXPECT_EQ(code({"article", "price", "white-loaf"}), "price_or_off");
  EXPECT_EQ(code({"article", "price", "white-loaf", "70.00", "--off"}), "price_or_off");
}

TEST(ArticleImport, ShowsWhatItWouldChangeAndEveryProblemAndWritesNothing) {
  const PracticeBakery bakery;
  const std::int64_t entries = bakery.entries();
  bakery.write("new.csv",
               "article,name,price,vat,unit\n"
               "white-loaf,White loaf,70.00,reduced,each\n"
               "pie,Pie,120.00,standard,each\n");
  const Json seen = bakery.done({"article", "import", bakery.file("new.csv"), "--preview"});
  EXPECT_EQ(seen["added"], 1);
  EXPECT_EQ(seen["changed"], 1);
  EXPECT_EQ(seen["lines"][0]["price_before"], "65.00");
  EXPECT_EQ(seen["lines"][0]["price"], "70.00");
  bakery.write("bad.csv",
               "article,name,price,vat,unit\n"
               "White,White loaf,70.00,reduced,each\n"
               "pie,,dear,standard,each\n");
  const Ran bad = bakery.tilia({"article", "import", bakery.file("bad.csv"), "--preview"});
  EXPECT_EQ(bad.status, 3);
  ASSERT_EQ(bad.json()["problems"].size(), 3U);
  EXPECT_EQ(bad.json()["problems"][2]["line"], 3);
  EXPECT_EQ(bad.json()["problems"][2]["code"], "articles.bad_price");
  EXPECT_EQ(bakery.tilia({"article", "import", bakery.file("bad.csv")}).error_code(),
            "articles.bad_code");
  EXPECT_EQ(bakery.entries(), entries);
}

TEST(ArticleExport, IsTheSameFileAfterItWasTakenIn) {
  const PracticeBakery bakery;
  bakery.done({"article", "export", bakery.file("first.csv")});
  const std::string first = text_of(bakery.file("first.csv"));
  const std::int64_t entries = bakery.entries();
  const Json again = bakery.done({"article", "import", bakery.file("first.csv")});
  EXPECT_EQ(again["changed"], 0);
  EXPECT_EQ(bakery.entries(), entries) << "nothing changed, nothing is written";
  bakery.done({"article", "export", bakery.file("second.csv")});
  EXPECT_EQ(text_of(bakery.file("second.csv")), first);
  EXPECT_NE(first.find("white-loaf"), std::string::npos);
}

TEST(Stock, KnowsWhatIsThereFromWhatCameWasWastedWasCountedAndWasSold) {
  const PracticeBakery bakery;
  bakery.write("stock.csv",
               "article,name,price,vat,unit,stock\nwhite-loaf,White loaf,65.00,reduced,each,yes\n");
  bakery.done({"article", "import", bakery.file("stock.csv")});
  EXPECT_TRUE(bakery.done({"stock", "list"})["articles"][0]["there"].is_null());
  EXPECT_EQ(bakery.done({"stock", "count", "white-loaf", "4"})["there"], "4");
  EXPECT_EQ(bakery.done({"stock", "receive", "white-loaf", "40"})["there"], "44");
  EXPECT_EQ(bakery.done({"stock", "waste", "white-loaf", "3", "--reason", "too_dark"})["there"],
            "41");
  bakery.open_drawer();
  bakery.done({"sale", "ring", "--till", "T1"},
              {.input = loaves(sale_id(1), "2", "200.00"), .environment = {}});
  const Json there = bakery.done({"stock", "list"})["articles"][0];
  EXPECT_EQ(there["there"], "39");
  EXPECT_EQ(there["sold"], "2");
  EXPECT_EQ(there["counted_on"], "2026-03-02");
  EXPECT_EQ(bakery.done({"stock", "list", "--low"})["articles"].size(), 0U);
}

TEST(Stock, SaysWhyItTakesNothing) {
  const PracticeBakery bakery;
  EXPECT_EQ(bakery.tilia({"stock", "receive", "nothing", "1"}).error_code(),
            "stock.unknown_article");
  bakery.write("stock.csv",
               "article,name,price,vat,unit,stock\nwhite-loaf,White loaf,65.00,reduced,each,yes\n");
  bakery.done({"article", "import", bakery.file("stock.csv")});
  EXPECT_EQ(bakery.tilia({"stock", "waste", "white-loaf", "1", "--reason", "theft"}).error_code(),
            "stock.unknown_reason");
  EXPECT_EQ(bakery.tilia({"stock", "waste", "white-loaf", "1"}).status, 2);
  EXPECT_EQ(bakery.tilia({"stock", "receive", "white-loaf", "0.5"}).error_code(),
            "stock.quantity_not_whole");
}

}  // namespace
}  // namespace tilia::app
