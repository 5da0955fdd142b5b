#include "pos/scan.h"

#include <gtest/gtest.h>

#include "pos/gtin.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::currency;

TEST(Gtin, ChecksTheLastDigitOfEachFamily) {
  EXPECT_EQ(check_digit("123456789012"), '8');
  EXPECT_TRUE(is_gtin("96385074"));        // EAN-8
  EXPECT_TRUE(is_gtin("036000291452"));    // UPC-A
  EXPECT_TRUE(is_gtin("4006381333931"));   // EAN-13
  EXPECT_TRUE(is_gtin("10012345000017"));  // GTIN-14
  EXPECT_FALSE(is_gtin("4006381333932"));
  EXPECT_FALSE(is_gtin("400638133393"));
  EXPECT_FALSE(is_gtin("400638133393A"));
  EXPECT_FALSE(is_gtin(""));
}

TEST(Gtin, WritesUpcEOut) {
  EXPECT_EQ(upc_a_of_upc_e("01201303"), "012000000133");
  EXPECT_EQ(upc_a_of_upc_e("04252614"), "042100005264");
  EXPECT_EQ(upc_a_of_upc_e("06543217"), "065100004327");
  EXPECT_EQ(upc_a_of_upc_e("01234531"), "012300000451");
  EXPECT_EQ(upc_a_of_upc_e("01234543"), "012340000053");
  EXPECT_EQ(upc_a_of_upc_e("01234558"), "012345000058");
  EXPECT_EQ(upc_a_of_upc_e("01234557"), std::nullopt);  // its check digit is 8
  EXPECT_EQ(upc_a_of_upc_e("21234531"), std::nullopt);  // no such number system
  EXPECT_EQ(upc_a_of_upc_e("0123453"), std::nullopt);
}

TEST(Gtin, KnowsTheInnerCheckDigitOfFourAndFiveDigits) {
  EXPECT_EQ(inner_check_digit("2875"), '9');
  EXPECT_EQ(inner_check_digit("14685"), '6');
  EXPECT_EQ(inner_check_digit("287"), std::nullopt);
  EXPECT_EQ(inner_check_digit("28a5"), std::nullopt);
}

TEST(LabelRule, ReadsOnlyWhatItCanMean) {
  for (const char* text : {"weight 21.....{NNDDD}", "price 23.....{NNNDD}", "price 02.....C{NNDD}",
                           "weight 28....C{NDDDD}"}) {
    const auto rule = LabelRule::parse(text);
    if (std::string(text).find("DDDD") != std::string::npos) {
      EXPECT_FALSE(rule.has_value()) << text;  // a tenth of a gram
      continue;
    }
    ASSERT_TRUE(rule.has_value()) << text;
    EXPECT_EQ(rule->text(), text);
  }
  for (const char* text :
       {"", "weight", "weight 21.....{NNDDD", "weight 21.....{DDNNN}", "weight 21......{NNDDD}",
        "weight 21....x{NNDDD}", "price 21.......{}..", "length 21.....{NNDDD}",
        "price 2......C{NDD}..C", "price 2........C{ND}", "price 21.....NNNDD"})
    EXPECT_FALSE(LabelRule::parse(text).has_value()) << text;
}

class Scanning : public ::testing::Test {
 protected:
  Scanning() {
    std::vector<Article> articles = tests::articles(currency("EUR"));
    articles[0].barcodes = {"4006381333931", "036000291452"};
    articles[1].barcodes = {"2312345000002", "96385074"};
    articles[2].barcodes = {"2112345000005", "2312399000002", "0212345000009"};
    articles[3].barcodes = {"CODE-128 "};
    articles_ = ArticleIndex(std::move(articles));
  }
  [[nodiscard]] std::string scan(const std::string& code) const {
    std::vector<LabelRule> rules = usual_label_rules();
    rules.push_back(LabelRule::parse("price 02.....C{NNDD}").value());
    const auto scanned = read_scan(code, articles_, rules, currency("EUR"));
    if (!scanned) return sentence_of(scanned.refusal()).key().substr(sizeof("till.notice"));
    const auto& [article, quantity, price] = scanned.value();
    return article->code + ' ' + quantity.text() + (price ? ' ' + own_price_text(*price) : "");
  }
  ArticleIndex articles_;
};

TEST_F(Scanning, FindsAnArticleByAnyOfItsBarcodes) {
  EXPECT_EQ(scan("4006381333931"), "white-loaf 1");
  EXPECT_EQ(scan("036000291452"), "white-loaf 1");
  EXPECT_EQ(scan("0036000291452"), "white-loaf 1");  // the same, as EAN-13
  EXPECT_EQ(scan("96385074"), "cake 1");
  EXPECT_EQ(scan("CODE-128 "), "book 1");
  EXPECT_EQ(scan("2112345000005"), "flour-kg 0");  // no weight on it: it is asked for
}

// The vectors of in-store labels: 2112345015002 is 1.500 kg, 2312345012999 costs 12.99.
TEST_F(Scanning, ReadsWeightAndPriceOfTheShopsOwnLabels) {
  EXPECT_EQ(scan("2112345015002"), "flour-kg 1.500");
  EXPECT_EQ(scan("2312345012999"), "cake 1 label 12.99");
}

TEST_F(Scanning, WorksTheWeightOutOfALabelledPrice) {
  std::string label = "231239900435";  // 4.35 at 1.99 a kilogram
  label += check_digit(label);
  EXPECT_EQ(scan(label), "flour-kg 2.186 label 4.35");
}

TEST_F(Scanning, HoldsTheInnerCheckDigitAgainstTheValue) {
  std::string good = "021234592875";  // as UPC-A a scanner leaves the first 0 away
  good += check_digit(good);
  EXPECT_EQ(scan(good), "flour-kg 14.447 label 28.75");
  EXPECT_EQ(scan(good.substr(1)), "flour-kg 14.447 label 28.75");
  std::string bad = "021234582875";
  bad += check_digit(bad);
  EXPECT_EQ(scan(bad), "scan_again");
}

TEST_F(Scanning, OneFlippedDigitIsNeverAnotherLabel) {
  const std::string label = "2112345015002";
  for (std::size_t at = 0; at < label.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == label[at]) continue;
      std::string flipped = label;
      flipped[at] = digit;
      EXPECT_EQ(scan(flipped), "scan_again") << flipped;
    }
  }
}

TEST_F(Scanning, SaysWhatALabelLacks) {
  EXPECT_EQ(scan("5901234123457"), "unknown_barcode");
  EXPECT_EQ(scan("hello"), "unknown_barcode");
  EXPECT_EQ(scan("2312345000002"), "cake 1");  // its own number, without a price
  std::string empty = "231239900000";
  empty += check_digit(empty);
  EXPECT_EQ(scan(empty), "empty_label");
  std::string other = "211234600000";
  other += check_digit(other);
  EXPECT_EQ(scan(other), "unknown_barcode");
}

TEST_F(Scanning, AWeightIsOfNothingThatIsSoldByThePiece) {
  std::vector<Article> articles = tests::articles(currency("EUR"));
  articles[1].barcodes = {"2112345000005"};
  const ArticleIndex cake(std::move(articles));
  const auto scanned = read_scan("2112345015002", cake, usual_label_rules(), currency("EUR"));
  ASSERT_FALSE(scanned);
  EXPECT_EQ(scanned.refusal(), ScanRefusal::not_weighed);
}

}  // namespace
}  // namespace tilia::pos
