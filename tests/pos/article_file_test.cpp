#include "pos/article_file.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

const std::string header = "article,name,price,vat,unit,barcodes,picture,page,stock\n";

TEST(ArticleFile, ReadsEveryColumn) {
  const auto read =
      read_article_file(header +
                            "white-loaf,\"Loaf, \"\"white\"\"\",1.20,reduced,each,40123455 "
                            "4012345678901,🍞,Bread,yes\r\n"
                            "ironing-kg,Пегла,3.5,standard,kg,,,,\n\n",
                        tests::currency("EUR"));
  ASSERT_TRUE(read);
  const Article loaf{"white-loaf",
                     "Loaf, \"white\"",
                     tests::money("1.20"),
                     VatClass::reduced,
                     Unit::each,
                     {"40123455", "4012345678901"},
                     "🍞",
                     "Bread",
                     true};
  const Article ironing{
      "ironing-kg", "Пегла", tests::money("3.50"), VatClass::standard, Unit::kg, {}, "", "", false};
  EXPECT_EQ(read.value(), (std::vector<Article>{loaf, ironing}));
}

TEST(ArticleFile, TakesTheFirstFiveColumnsInAnyOrderAndABomAndNoLastLineEnd) {
  const auto read = read_article_file(
      "\xEF\xBB\xBFprice,unit,vat,name,article\n0,each,zero,Gift,gift", tests::currency("RSD"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().at(0).code, "gift");
  EXPECT_TRUE(read.value().at(0).price.is_zero());
  const auto none = read_article_file(header, tests::currency("RSD"));
  EXPECT_TRUE(none && none.value().empty());
}

TEST(ArticleFile, KeepsALineEndInsideQuotesAndStillCountsLines) {
  const auto read =
      read_article_file(header + "a,\"two\nlines\",1,standard,each,,,,\nb,B,x,standard,each,,,,\n",
                        tests::currency("EUR"));
  ASSERT_FALSE(read);
  EXPECT_EQ(read.refusal().line, 4);
  EXPECT_EQ(read.refusal().column, "price");
}

TEST(ArticleFile, RefusesTheWholeFileAndNamesLineAndColumn) {
  struct Row {
    std::string csv;
    const char* code;
    std::int64_t line;
    const char* column;
    const char* found;
  };
  const std::string good = "loaf,Loaf,1.20,reduced,each,,,,\n";
  const Row rows[] = {
      {"", "articles.empty_file", 1, "", ""},
      {"\xEF\xBB\xBF", "articles.empty_file", 1, "", ""},
      {header + "\xff,Loaf,1.20,reduced,each,,,,\n", "articles.not_utf8", 1, "", ""},
      {"article,name,price,vat,unit,colour\n", "articles.unknown_column", 1, "colour", "colour"},
      {"article, name,price,vat,unit\n", "articles.unknown_column", 1, " name", " name"},
      {"article,name,price,vat,unit,name\n", "articles.doubled_column", 1, "name", "name"},
      {"article,name,price,vat\n", "articles.missing_column", 1, "unit", ""},
      {"article;name;price;vat;unit\n", "articles.unknown_column", 1, "article;name;price;vat;unit",
       "article;name;price;vat;unit"},
      {header + good + "cake,Cake,3\n", "articles.wrong_field_count", 3, "", "3"},
      {header + "White Loaf,Loaf,1.20,reduced,each,,,,\n", "articles.bad_code", 2, "article",
       "White Loaf"},
      {header + ",Loaf,1.20,reduced,each,,,,\n", "articles.bad_code", 2, "article", ""},
      {header + std::string(41, 'a') + ",Loaf,1,zero,each,,,,\n", "articles.bad_code", 2, "article",
       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
      {header + good + good, "articles.doubled_code", 3, "article", "loaf"},
      {header + "loaf, ,1.20,reduced,each,,,,\n", "articles.empty_name", 2, "name", " "},
      {header + "loaf,Loaf,-1.20,reduced,each,,,,\n", "articles.bad_price", 2, "price", "-1.20"},
      {header + "loaf,Loaf,1.205,reduced,each,,,,\n", "articles.bad_price", 2, "price", "1.205"},
      {header + "loaf,Loaf,\"1,20\",reduced,each,,,,\n", "articles.bad_price", 2, "price", "1,20"},
      {header + "loaf,Loaf,9999999999,reduced,each,,,,\n", "articles.bad_price", 2, "price",
       "9999999999"},
      {header + "loaf,Loaf,1.20,20,each,,,,\n", "articles.bad_vat_class", 2, "vat", "20"},
      {header + "loaf,Loaf,1.20,reduced,piece,,,,\n", "articles.bad_unit", 2, "unit", "piece"},
      {header + "loaf,Loaf,1.20,reduced,each,žuto,,,\n", "articles.bad_barcode", 2, "barcodes",
       "žuto"},
      {header + "loaf,Loaf,1.20,reduced,each,111 111,,,\n", "articles.doubled_barcode", 2,
       "barcodes", "111 111"},
      {header + "loaf,Loaf,1.20,reduced,each,,,,maybe\n", "articles.bad_stock", 2, "stock",
       "maybe"},
      {header + "loaf,\"Loaf,1.20,reduced,each,,,,\n", "articles.open_quote", 2, "", ""},
      {header + "loaf,\"Loaf\"x,1.20,reduced,each,,,,\n", "articles.open_quote", 2, "", ""},
  };
  for (const Row& row : rows) {
    const auto read = read_article_file(row.csv, tests::currency("EUR"));
    ASSERT_FALSE(read) << row.csv;
    EXPECT_EQ(article_file_refusal_code(read.refusal().why), row.code) << row.csv;
    EXPECT_EQ(read.refusal().line, row.line) << row.csv;
    EXPECT_EQ(read.refusal().column, row.column) << row.csv;
    EXPECT_EQ(read.refusal().found, row.found) << row.csv;
  }
}

// The word is spelt from its end: it stands nowhere in the project.
TEST(ArticleFile, NamesTheLinesWhoseNamesTellTooMuchAndTakesThem) {
  std::string word = "mitciv";
  std::reverse(word.begin(), word.end());
  const std::string csv = "\xEF\xBB\xBF" + header + "loaf,Loaf,1.20,reduced,each,,,,\n" +
                          "cake,\"Cake, two\nlines\",3.00,reduced,each,,,Bread,\n" + "bag," + word +
                          " bag,0.10,standard,each,,,For " + word + "s,\n";
  ASSERT_TRUE(read_article_file(csv, tests::currency("EUR")).ok());
  EXPECT_EQ(names_to_rethink(csv), (std::vector<ArticleFileRemark>{{5, "name"}, {5, "page"}}));
  EXPECT_TRUE(names_to_rethink("").empty());
  EXPECT_TRUE(names_to_rethink(header + "loaf,\"Loaf").empty());
}

TEST(ArticleFile, SaysEachRefusalInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words = tests::words(language);
    for (int why = 0; why <= static_cast<int>(ArticleFileRefusal::Why::barcode_in_book); ++why) {
      const auto key =
          sentence_of(ArticleFileRefusal{static_cast<ArticleFileRefusal::Why>(why), 1, "", ""})
              .key();
      EXPECT_TRUE(words.knows(key)) << key;
    }
  }
}

}  // namespace
}  // namespace tilia::pos
