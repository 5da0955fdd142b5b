#include "pos/catalogue_preview.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "pos/article_code.h"
#include "pos/own_codes.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Kind = CataloguePreview::Kind;

const std::string header = "article,name,price,vat,unit,barcodes,picture,page,stock\n";

CataloguePreview preview(const std::string& csv, const std::vector<Article>& in_book) {
  return preview_of(look_at_article_file(csv, tests::currency("EUR")), in_book);
}

std::vector<Article> two_in_book() {
  Article loaf{"loaf",  "Loaf", tests::money("1.20"), VatClass::reduced, Unit::each, {"111"}, "🍞",
               "Bread", true};
  loaf.low_below = Quantity::pieces(5);
  const Article cake{
      "cake",  "Cake", tests::money("3.00"), VatClass::standard, Unit::each, {"222"}, "🍰",
      "Cakes", false};
  return {loaf, cake};
}

std::string text_of(const std::vector<ArticleFileRefusal>& problems) {
  std::string text;
  for (const ArticleFileRefusal& problem : problems)
    text += std::to_string(problem.line) + " " +
            std::string(article_file_refusal_code(problem.why)) + "\n";
  return text;
}

TEST(CataloguePreview, TellsWhatIsNewWhatChangesAndWhatStays) {
  const auto seen = preview(header + "loaf,Loaf,1.30,reduced,each,111,🍞,Bread,yes\n" +
                                "cake,Cake,3.00,standard,each,222,🍰,Cakes,no\n" +
                                "pie,Pie,2.00,standard,each,,,,\n",
                            two_in_book());
  EXPECT_EQ(text_of(seen.problems), "");
  EXPECT_EQ(seen.count(Kind::added), 1);
  EXPECT_EQ(seen.count(Kind::changed), 1);
  EXPECT_EQ(seen.count(Kind::unchanged), 1);
  EXPECT_EQ(seen.rows.at(0).before->price, tests::money("1.20"));
  EXPECT_EQ(seen.rows.at(0).article.price, tests::money("1.30"));
  ASSERT_EQ(seen.to_put().size(), 2U);
  EXPECT_EQ(seen.to_put().at(0).low_below, Quantity::pieces(5)) << "the file knows no level";
}

TEST(CataloguePreview, NamesEveryProblemOfEveryLineAndTakesNothing) {
  const auto seen = preview(header + "loaf,,x,reduced,each,,,,\n" +        // 2: name and price
                                "Big Cake,Cake,3.00,20,each,,,,maybe\n" +  // 3: code, vat, stock
                                "pie,Pie\n" +                              // 4: fields
                                "bun,Bun,1.00,reduced,each,222,,,\n" +     // 5: cake's barcode
                                "bun,Bun,1.00,reduced,each,,,,\n" +        // 6: twice
                                "roll,\"Roll,1.00,reduced,each,,,,\n",     // 7: quote
                            two_in_book());
  EXPECT_EQ(text_of(seen.problems),
            "2 articles.empty_name\n2 articles.bad_price\n"
            "3 articles.bad_code\n3 articles.bad_vat_class\n3 articles.bad_stock\n"
            "4 articles.wrong_field_count\n5 articles.barcode_in_book\n"
            "6 articles.doubled_code\n7 articles.open_quote\n");
  EXPECT_TRUE(seen.to_put().empty());
}

TEST(CataloguePreview, ABarcodeMayMoveWithinTheFileAndFromWhatIsOffTheShelf) {
  const std::string moved = header + "loaf,Loaf,1.20,reduced,each,222,🍞,Bread,yes\n";
  EXPECT_EQ(text_of(preview(moved, two_in_book()).problems), "2 articles.barcode_in_book\n");
  auto off_shelf = two_in_book();
  off_shelf.at(1).on_shelf = false;
  EXPECT_TRUE(preview(moved, off_shelf).problems.empty());
  EXPECT_TRUE(preview(moved + "cake,Cake,3.00,standard,each,111,🍰,Cakes,no\n", two_in_book())
                  .problems.empty());
}

TEST(CataloguePreview, AColumnThatTheFileDoesNotHaveStaysAsItIs) {
  const auto seen = preview(
      "article,name,price,vat,unit\nloaf,Loaf,1.20,reduced,each\n"
      "cake,Cake,3.50,standard,each\n",
      two_in_book());
  EXPECT_EQ(seen.count(Kind::unchanged), 1);
  ASSERT_EQ(seen.to_put().size(), 1U);
  EXPECT_EQ(seen.to_put().front().picture, "🍰");
  EXPECT_EQ(seen.to_put().front().barcodes, std::vector<std::string>{"222"});
}

TEST(CataloguePreview, AMakersTagStaysOnItsArticleThoughTheFileDoesNotKnowIt) {
  std::vector<Article> cap{two_in_book().back()};
  const std::string tag = own_barcode(OwnRange::makers_piece, 7);
  cap.front().barcodes = {"222", tag};
  const auto seen = preview(header + "cake,Cake,3.50,standard,each,333,🍰,Cakes,no\n", cap);
  EXPECT_EQ(seen.rows.at(0).article.barcodes, (std::vector<std::string>{"333", tag}))
      << "the other one is gone, as the file says";
}

TEST(CataloguePreview, WhatStandsInTheFileStandsOnTheShelf) {
  auto off_shelf = two_in_book();
  off_shelf.at(1).on_shelf = false;
  const auto seen = preview(header + "cake,Cake,3.00,standard,each,222,🍰,Cakes,no\n", off_shelf);
  EXPECT_EQ(seen.count(Kind::changed), 1);
  EXPECT_TRUE(seen.to_put().front().on_shelf);
}

TEST(ArticleFile, WhatIsWrittenIsReadBackAndWrittenTheSame) {
  auto articles = two_in_book();
  articles.at(0).name = "Loaf, \"white\"\nbig";
  articles.at(0).barcodes = {"111", "8600000000014"};
  articles.push_back(
      {"flour", " Мука", tests::money("0.99"), VatClass::zero, Unit::kg, {}, "", "", false});
  const std::string text = article_file_text(articles);
  auto read = read_article_file(text, tests::currency("EUR"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(article_file_text(read.value()), text);
  articles.at(0).low_below.reset();  // the file knows no level
  EXPECT_EQ(read.value(), articles);
  articles.at(1).on_shelf = false;
  EXPECT_EQ(article_file_text(articles).find("cake"), std::string::npos);
}

TEST(ArticleCode, ComesFromTheNameInEitherScript) {
  const auto nothing_taken = [](const std::string&) { return false; };
  EXPECT_EQ(code_from_name("Crni hleb, 500 g!", nothing_taken), "crni-hleb-500-g");
  EXPECT_EQ(code_from_name("Бели ђеврек Љ", nothing_taken), "beli-djevrek-lj");
  EXPECT_EQ(code_from_name("Čajna  ŠOLJA", nothing_taken), "cajna-solja");
  EXPECT_EQ(code_from_name("🍞", nothing_taken), "article");
  EXPECT_LE(code_from_name(std::string(200, 'x'), nothing_taken).size(), 40U);
  EXPECT_EQ(code_from_name("Loaf", [](const std::string& code) { return code != "loaf-3"; }),
            "loaf-3");
}

}  // namespace
}  // namespace tilia::pos
