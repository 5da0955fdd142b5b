#include <gtest/gtest.h>

#include <algorithm>

#include "pos/keep_drawer.h"
#include "pos/take_back.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Words = std::vector<std::string>;

Result<PricedSale, SaleRefusal> priced(const SaleRequest& request, const CountryPack& pack,
                                       bool charges_vat = true) {
  const ArticleIndex articles(tests::articles(pack.currency));
  return price_sale(request, {&articles, &pack, charges_vat, pack.currency},
                    BusinessDay(tests::day("2026-03-02")));
}

struct WorkedSale {
  const char* country;
  Words lines;
  Words tenders;
  const char* donation;
  const char* total;
  const char* rounding;
  const char* change;
  const char* vat;
};
const WorkedSale worked_sales[] = {
    {"RS",
     {"white-loaf 2"},
     {"cash 10.00"},
     "",
     "2.40",
     "-0.40",
     "8.00",
     "reduced 10 %: 2.40 = 2.18 + 0.22"},
    {"RS",
     {"white-loaf 2"},
     {"card 2.40"},
     "",
     "2.40",
     "0.00",
     "0.00",
     "reduced 10 %: 2.40 = 2.18 + 0.22"},
    // half a crown goes up
    {"CZ",
     {"cake 1", "flour-kg 0.251"},
     {"cash 4.00"},
     "",
     "3.50",
     "0.50",
     "0.00",
     "standard 21 %: 3.00 = 2.48 + 0.52; reduced 12 %: 0.50 = 0.45 + 0.05"},
    // only the cash part is rounded
    {"CZ",
     {"cake 1", "white-loaf 1"},
     {"card 2.05", "cash 5.00"},
     "",
     "4.20",
     "-0.15",
     "3.00",
     "standard 21 %: 3.00 = 2.48 + 0.52; reduced 12 %: 1.20 = 1.07 + 0.13"},
    {"BA-RS",
     {"cake 1", "flour-kg 0.010"},
     {"cash 3.05"},
     "",
     "3.02",
     "-0.02",
     "0.05",
     "standard 17 %: 3.00 = 2.56 + 0.44; reduced"},
    {"AT",
     {"cake 3", "book 1"},
     {"cash 20.00"},
     "1.00",
     "19.00",
     "0.00",
     "0.00",
     "standard 20 %: 9.00 = 7.50 + 1.50; zero 0 %: 10.00 = 10.00 + 0.00"},
    {"AT",
     {"flour-kg 0.500"},
     {"cash 1.00"},
     "",
     "1.00",
     "0.00",
     "0.00",
     "reduced 13 %: 1.00 = 0.88 + 0.12"},  // 0.995 is 1.00
    {"AT",
     {"white-loaf 1"},
     {"cash 0.20", "cash 2.00"},
     "",
     "1.20",
     "0.00",
     "1.00",
     "reduced 13 %: 1.20 = 1.06 + 0.14"},
    {"AT", {}, {"cash 5.00"}, "5.00", "0.00", "0.00", "0.00", ""},
    {"AT", {"free-jar 1"}, {}, "", "0.00", "0.00", "0.00", "standard 20 %: 0.00 = 0.00 + 0.00"},
};

TEST(PriceSale, WorksOutTotalVatRoundingAndChange) {
  for (const WorkedSale& row : worked_sales) {
    const CountryPack pack = tests::pack(row.country);
    const auto sale =
        priced(tests::request(1, row.lines, row.tenders, pack.currency, row.donation), pack);
    if (std::string(row.vat).ends_with("reduced")) {  // Bosnia has no reduced rate
      ASSERT_FALSE(sale);
      EXPECT_EQ(sale.refusal().why, SaleRefusal::Why::no_vat_rate);
      continue;
    }
    ASSERT_TRUE(sale) << row.country << ' ' << sale_refusal_code(sale.refusal().why);
    EXPECT_EQ(sale.value().total.text(), row.total) << row.vat;
    EXPECT_EQ(sale.value().cash_rounding.text(), row.rounding) << row.vat;
    EXPECT_EQ(sale.value().change.text(), row.change) << row.vat;
    EXPECT_EQ(tests::text_of(sale.value().vat), row.vat);
  }
}

TEST(PriceSale, SumsTwoClassesOfOneRateOnce) {
  const CountryPack romania = tests::pack("RO");
  std::vector<Article> articles = tests::articles(romania.currency);
  articles[2].vat_class = VatClass::reduced2;  // 11 % as well, since August 2025
  const ArticleIndex index(std::move(articles));
  const auto sale =
      price_sale(tests::request(1, {"flour-kg 1", "white-loaf 1"}, {"cash 5.00"}, romania.currency),
                 {&index, &romania, true, romania.currency}, BusinessDay(tests::day("2026-03-02")));
  EXPECT_EQ(tests::text_of(sale.value().vat), "reduced 11 %: 3.19 = 2.87 + 0.32");
}

TEST(PriceSale, ChargesNoVatWhereTheShopChargesNone) {
  const auto sale =
      priced(tests::request(1, {"cake 1", "white-loaf 1"}, {"card 4.20"}, tests::currency("EUR")),
             tests::pack("AT"), false);
  EXPECT_EQ(tests::text_of(sale.value().vat), "exempt 0 %: 4.20 = 4.20 + 0.00");
  EXPECT_EQ(sale.value().lines[0].vat_class, VatClass::exempt);
}

TEST(PriceSale, KeepsNamePriceAndRateOfTheMoment) {
  const auto sale =
      priced(tests::request(1, {"flour-kg 1.500"}, {"card 2.99"}, tests::currency("EUR")),
             tests::pack("AT"));
  const SaleLine& line = sale.value().lines[0];
  EXPECT_EQ(line.name, "Flour");
  EXPECT_EQ(line.unit_price, tests::money("1.99"));
  EXPECT_EQ(line.amount, tests::money("2.99"));  // 2.985: half up
  EXPECT_EQ(line.vat_rate.percent_text(), "13");
  EXPECT_EQ(line.page, "Shop");
}

TEST(PriceSale, RefusesWhatACarefulPersonCouldCause) {
  struct Row {
    Words lines;
    Words tenders;
    const char* donation;
    const char* code;
    const char* about;
  };
  const Row rows[] = {
      {{}, {}, "", "sale.empty_sale", ""},
      {{}, {"cash 5.00"}, "0.00", "sale.empty_sale", ""},
      {{"moon 1"}, {"cash 5.00"}, "", "sale.unknown_article", "moon"},
      {{"cake 0"}, {"cash 5.00"}, "", "sale.quantity_not_positive", "cake"},
      {{"cake -1"}, {"cash 5.00"}, "", "sale.quantity_not_positive", "cake"},
      {{"cake 0.5"}, {"cash 5.00"}, "", "sale.quantity_not_whole", "cake"},
      {{"cake 1000000000"}, {"cash 5.00"}, "", "sale.amount_too_large", "cake"},
      {{"free-jar 1000000000"}, {}, "", "sale.amount_too_large", "free-jar"},
      {{"flour-kg 1000000000000"}, {}, "", "sale.amount_too_large", "flour-kg"},
      {{"cake 1"}, {"cash 0.00"}, "", "sale.tender_not_positive", "0.00"},
      {{"cake 1"}, {"cash -3.00"}, "", "sale.tender_not_positive", "-3.00"},
      {{"cake 1"}, {"cash 40123455"}, "", "sale.looks_like_a_barcode", "40123455.00"},
      {{"cake 1"}, {"card 4012345678901"}, "", "sale.looks_like_a_barcode", "4012345678901.00"},
      {{"cake 1"}, {"cash 3.00"}, "40123455", "sale.looks_like_a_barcode", "40123455.00"},
      {{"cake 1"}, {"cash 123456789.50"}, "", "sale.amount_too_large", "123456789.50"},
      {{"cake 1"}, {"cash 2.99"}, "", "sale.not_enough_paid", "0.01"},
      {{"cake 1"}, {"card 2.99"}, "", "sale.not_enough_paid", "0.01"},
      {{"cake 1"}, {}, "", "sale.not_enough_paid", "3.00"},
      {{"cake 1"}, {"card 3.01"}, "", "sale.card_above_to_pay", "3.01"},
      {{"cake 1"}, {"card 3.00", "card 0.01"}, "", "sale.card_above_to_pay", "3.01"},
      {{"cake 1"}, {"cash 3.00"}, "-1.00", "sale.donation_negative", "-1.00"},
  };
  for (const Row& row : rows) {
    const auto sale =
        priced(tests::request(1, row.lines, row.tenders, tests::currency("EUR"), row.donation),
               tests::pack("AT"));
    ASSERT_FALSE(sale) << row.code << ' ' << row.about;
    EXPECT_EQ(sale_refusal_code(sale.refusal().why), row.code);
    EXPECT_EQ(sale.refusal().about, row.about) << row.code;
  }
}

TEST(PriceSale, RefusesAnotherCurrencyAnywhere) {
  const CountryPack austria = tests::pack("AT");
  auto request = tests::request(1, {"cake 1"}, {"cash 5.00"}, tests::currency("EUR"));
  request.tenders[0].amount = tests::money("500.00", "RSD");
  EXPECT_EQ(priced(request, austria).refusal().why, SaleRefusal::Why::mixed_currency);
  request = tests::request(1, {"cake 1"}, {"cash 5.00"}, tests::currency("EUR"));
  request.donation = tests::money("5.00", "BGN");
  EXPECT_EQ(priced(request, austria).refusal().why, SaleRefusal::Why::mixed_currency);
  const ArticleIndex in_leva(tests::articles(tests::currency("BGN")));
  const auto sale = price_sale(tests::request(1, {"cake 1"}, {"cash 5.00"}, austria.currency),
                               {&in_leva, &austria, true, austria.currency},
                               BusinessDay(tests::day("2026-03-02")));
  EXPECT_EQ(sale.refusal().why, SaleRefusal::Why::mixed_currency);
}

TEST(PriceSale, TakesFiveHundredLinesAndNotOneMore) {
  const CountryPack austria = tests::pack("AT");
  auto request = tests::request(1, Words(500, "free-jar 1"), {}, austria.currency);
  EXPECT_TRUE(priced(request, austria));
  request.lines.push_back(request.lines.front());
  EXPECT_EQ(priced(request, austria).refusal().why, SaleRefusal::Why::too_many_lines);
}

TEST(PriceSale, SaysEachRefusalInEveryLanguage) {
  for (const Language language : all_languages()) {
    const tilia::Words words = tests::words(language);
    for (int why = 0; why <= static_cast<int>(SaleRefusal::Why::not_to_deliver); ++why) {
      const SaleRefusal refusal{static_cast<SaleRefusal::Why>(why), "cake"};
      EXPECT_TRUE(words.knows(sentence_of(refusal).key())) << sentence_of(refusal).key();
    }
    for (int why = 0; why <= static_cast<int>(RefundRefusal::advance_was_used); ++why) {
      const RefundRequest none{tests::sale_id(1), "T1-1-1", {}, ""};
      const auto key = sentence_of(static_cast<RefundRefusal>(why), none).key();
      EXPECT_TRUE(words.knows(key)) << key;
    }
    for (int why = 0; why <= static_cast<int>(DrawerRefusal::advance_is_less); ++why) {
      const auto key = sentence_of(static_cast<DrawerRefusal>(why)).key();
      EXPECT_TRUE(words.knows(key)) << key;
    }
    for (const std::string& reason : refund_reasons())
      EXPECT_TRUE(words.knows("pos.refund_reason." + reason));
  }
}

TEST(CanonicalText, IsEqualForEqualRequestsAndOtherForOther) {
  const Currency eur = tests::currency("EUR");
  const auto text = [&](const Words& lines, const Words& tenders, const char* donation = "") {
    return canonical_text(tests::request(1, lines, tenders, eur, donation));
  };
  const std::string first = text({"cake 1", "book 2"}, {"cash 30.00"});
  EXPECT_EQ(first, text({"cake 1.000", "book 2"}, {"cash 30"}));
  EXPECT_EQ(first, text({"cake 1", "book 2"}, {"cash 30.00"}, "0.00"));
  for (const std::string& other :
       {text({"book 2", "cake 1"}, {"cash 30.00"}), text({"cake 1", "book 2"}, {"card 30.00"}),
        text({"cake 1", "book 2"}, {"cash 30.01"}),
        text({"cake 1", "book 2"}, {"cash 30.00"}, "1.00"), text({"cake 1"}, {"cash 30.00"}),
        text({"cake 2", "book 1"}, {"cash 30.00"})})
    EXPECT_NE(first, other);
}

struct OwnPriceCase {
  const char* article;
  const char* quantity;
  OwnPrice price;
  const char* amount;  // or the refusal
};

TEST(PriceSale, TakesALineAtItsOwnPrice) {
  using tests::money;
  const CountryPack austria = tests::pack("AT");
  const auto percent = [](const char* text) { return Rate::parse_percent(text).value(); };
  const OwnPriceCase cases[]{
      {"flour-kg", "2.186", LabelPrice{money("4.36")}, "4.36"},  // 4.35 by its weight
      {"cake", "1", LabelPrice{money("2.75")}, "2.75"},
      {"cake", "3", UnitPrice{money("2.50")}, "7.50"},
      {"cake", "1", UnitPrice{money("0.00")}, "0.00"},
      {"flour-kg", "0.333", PercentOff{percent("10")}, "0.59"},  // 0.66 less 0.07
      {"cake", "2", PercentOff{percent("100")}, "0.00"},
      {"cake", "2", LabelPrice{money("2.75")}, "sale.bad_own_price"},
      {"cake", "1", LabelPrice{money("0.00")}, "sale.bad_own_price"},
      {"cake", "1", LabelPrice{money("1.00", "RSD")}, "sale.bad_own_price"},
      {"cake", "1", UnitPrice{money("-0.01")}, "sale.bad_own_price"},
      {"cake", "1", PercentOff{percent("100.01")}, "sale.bad_own_price"},
      {"cake", "1", PercentOff{percent("0")}, "sale.bad_own_price"},
      {"cake", "1", UnitPrice{money("100000000.01")}, "sale.amount_too_large"},
  };
  for (const OwnPriceCase& each : cases) {
    SaleRequest asked = tests::request(1, {std::string(each.article) + ' ' + each.quantity},
                                       {"cash 100.00"}, austria.currency);
    asked.lines.front().own_price = each.price;
    const auto sale = priced(asked, austria);
    const std::string answer =
        sale ? sale.value().total.text() : std::string(sale_refusal_code(sale.refusal().why));
    EXPECT_EQ(answer, each.amount) << own_price_text(each.price);
    if (!sale) continue;
    const SaleLine& line = sale.value().lines.front();
    EXPECT_EQ(line.usual_amount.has_value(), !is_label(each.price));
    EXPECT_EQ(parse_own_price(own_price_text(each.price), austria.currency), each.price);
  }
}

}  // namespace
}  // namespace tilia::pos
