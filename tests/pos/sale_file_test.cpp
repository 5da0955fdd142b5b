#include "pos/sale_file.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

const std::string id = "0102030405060708090a0b0c0d0e0f10";

TEST(SaleLineOfAFile, IsReadAsTheContractWritesIt) {
  const auto read = read_sale_line(
      R"({"id":")" + id +
          R"(","lines":[{"article":"white-loaf","quantity":"2"},)"
          R"({"article":"ironing-kg","quantity":"3.250"}],)"
          R"("tenders":[{"kind":"cash","amount":"10.00"},{"kind":"card","amount":"1"}],)"
          R"("donation":"1.00"})",
      tests::currency("EUR"));
  ASSERT_TRUE(read);
  const SaleRequest expected{
      *SaleId::parse(id),
      {{"white-loaf", tests::quantity("2")}, {"ironing-kg", tests::quantity("3.250")}},
      {{TenderKind::cash, tests::money("10.00")}, {TenderKind::card, tests::money("1.00")}},
      tests::money("1.00")};
  EXPECT_EQ(read.value(), expected);
}

TEST(SaleLineOfAFile, NamesVouchersAccountsAndWhatComesWithASale) {
  const auto read =
      read_sale_line(R"({"id":")" + id +
                         R"(","lines":[],"tenders":[)"
                         R"({"kind":"voucher","amount":"2.00","reference":"th-00 17"},)"
                         R"({"kind":"account","amount":"3.00","reference":"ana"}],"tip":"0.50",)"
                         R"("vouchers":[{"value":"20.00"},{"value":"5.00","number":"card-01"}],)"
                         R"("account_paid":{"account":"ana","amount":"4.00"}})",
                     tests::currency("EUR"));
  ASSERT_TRUE(read);
  SaleRequest expected{*SaleId::parse(id),
                       {},
                       {{TenderKind::voucher, tests::money("2.00"), "TH-0017"},
                        {TenderKind::account, tests::money("3.00"), "ana"}},
                       std::nullopt};
  expected.extras = {{ExtraKind::tip, tests::money("0.50")},
                     {ExtraKind::voucher_sold, tests::money("20.00")},
                     {ExtraKind::voucher_sold, tests::money("5.00"), "CARD-01"},
                     {ExtraKind::account_paid, tests::money("4.00"), "ana"}};
  EXPECT_EQ(read.value(), expected);
}

std::string sale_with(const std::string& lines, const std::string& tenders = "[]",
                      const std::string& more = {}) {
  return R"({"id":")" + id + R"(","lines":)" + lines + R"(,"tenders":)" + tenders + more + "}";
}

TEST(SaleLineOfAFile, IsRefusedWithItsPlace) {
  struct Row {
    std::string json;
    const char* code;
    const char* place;
  };
  const std::string line = R"({"article":"cake","quantity":"1"})";
  const Row rows[] = {
      {"", "file.not_json", ""},
      {"{", "file.not_json", ""},
      {sale_with("[]") + sale_with("[]"), "file.not_json", ""},
      {"[1]", "file.wrong_kind", ""},
      {"12", "file.wrong_kind", ""},
      {"{}", "file.missing_key", "id"},
      {sale_with("[]", "[]", R"(,"till":"T1")"), "file.unknown_key", "till"},
      {sale_with("[]", "[]", R"(,"id":"x")"), "file.doubled_key", "id"},
      {sale_with("[" + line + R"(,{"article":"cake","article":"book","quantity":"1"}])"),
       "file.doubled_key", "lines[1].article"},
      {sale_with("[" + line + R"(,{"article":"cake","quantity":"1","price":"0.01"}])"),
       "file.unknown_key", "lines[1].price"},
      {sale_with(R"([{"article":"cake"}])"), "file.missing_key", "lines[0].quantity"},
      {sale_with(R"([{"article":"cake","quantity":2}])"), "file.wrong_kind", "lines[0].quantity"},
      {sale_with(R"([{"article":"cake","quantity":"two"}])"), "file.bad_quantity",
       "lines[0].quantity"},
      {sale_with(R"([{"article":"cake","quantity":"0.0001"}])"), "file.bad_quantity",
       "lines[0].quantity"},
      {sale_with(R"("cake")"), "file.wrong_kind", "lines"},
      {sale_with("[7]"), "file.wrong_kind", "lines[0]"},
      {sale_with("[]", R"([{"kind":"cash","amount":10}])"), "file.wrong_kind", "tenders[0].amount"},
      {sale_with("[]", R"([{"kind":"cash","amount":"10,00"}])"), "file.bad_amount",
       "tenders[0].amount"},
      {sale_with("[]", R"([{"kind":"cash","amount":"40123455"}])"), "file.looks_like_a_barcode",
       "tenders[0].amount"},
      {sale_with("[]", R"([{"kind":"gold","amount":"10.00"}])"), "file.unknown_tender",
       "tenders[0].kind"},
      {sale_with("[]", R"([{"kind":"voucher","amount":"10.00"}])"), "file.missing_key",
       "tenders[0].reference"},
      {sale_with("[]", R"([{"kind":"cash","amount":"10.00","reference":"x"}])"), "file.unknown_key",
       "tenders[0].reference"},
      {sale_with("[]", "[]", R"(,"tip":5)"), "file.wrong_kind", "tip"},
      {sale_with("[]", "[]", R"(,"vouchers":[{"number":"1"}])"), "file.missing_key",
       "vouchers[0].value"},
      {sale_with("[]", "[]", R"(,"account_paid":{"amount":"1.00"})"), "file.missing_key",
       "account_paid.account"},
      {sale_with("[]", "[]", R"(,"donation":"all")"), "file.bad_amount", "donation"},
      {R"({"id":"1","lines":[],"tenders":[]})", "file.bad_id", "id"},
      {R"({"id":"0102030405060708090a0b0c0d0e0f1g","lines":[],"tenders":[]})", "file.bad_id", "id"},
      {sale_with("[[[[[[[[[[1]]]]]]]]]]"), "file.not_json", "lines[0][0][0][0][0][0][0]"},
      {std::string(2'000'000, ' '), "file.too_long", ""},
  };
  for (const Row& row : rows) {
    const auto read = read_sale_line(row.json, tests::currency("EUR"));
    ASSERT_FALSE(read) << row.json.substr(0, 200);
    EXPECT_EQ(file_refusal_code(read.refusal().why), row.code) << row.json.substr(0, 200);
    EXPECT_EQ(read.refusal().place, row.place) << row.json.substr(0, 200);
  }
}

TEST(SaleLineOfAFile, GivesItsIdEvenWhenItIsRefused) {
  EXPECT_EQ(id_of_line(R"({"id":")" + id + R"(","colour":"red"})"), id);
  EXPECT_EQ(id_of_line(R"({"id":7})"), "");
  EXPECT_EQ(id_of_line("no"), "");
  EXPECT_EQ(id_of_line("[]"), "");
}

TEST(CountOfAFile, IsPiecesAndNotASum) {
  const auto read =
      read_counted(R"({"pieces":[{"piece":"20.00","count":3},{"piece":"0.05","count":11}]})",
                   tests::currency("EUR"));
  ASSERT_TRUE(read);
  EXPECT_EQ(tests::text_of(read.value()), "3 x 20.00, 11 x 0.05");
  EXPECT_EQ(sum_of(read.value(), tests::currency("EUR")), tests::money("60.55"));
  struct Row {
    const char* json;
    const char* code;
    const char* place;
  };
  for (const Row& row : std::vector<Row>{
           {R"({"total":"60.55"})", "file.unknown_key", "total"},
           {R"({"pieces":[{"piece":"20.00"}]})", "file.missing_key", "pieces[0].count"},
           {R"({"pieces":[{"piece":"20.00","count":"3"}]})", "file.wrong_kind", "pieces[0].count"},
           {R"({"pieces":[{"piece":"20.00","count":3.5}]})", "file.wrong_kind", "pieces[0].count"},
           {R"({"pieces":[{"piece":"20.00","count":18446744073709551615}]})", "file.bad_count",
            "pieces[0].count"},
           {R"({"pieces":[{"piece":20,"count":3}]})", "file.wrong_kind", "pieces[0].piece"}}) {
    const auto refused = read_counted(row.json, tests::currency("EUR"));
    ASSERT_FALSE(refused) << row.json;
    EXPECT_EQ(file_refusal_code(refused.refusal().why), row.code) << row.json;
    EXPECT_EQ(refused.refusal().place, row.place) << row.json;
  }
}

Sale sale_of_contract() {
  return {.id = *SaleId::parse(id),
          .till = "T1",
          .session = *SessionId::parse(id),
          .receipt = "T1-1-1042",
          .at = *Instant::parse("2026-03-02T09:15:00Z"),
          .business_day = BusinessDay(tests::day("2026-03-02")),
          .priced = {.lines = {},
                     .vat = {},
                     .tenders = {{TenderKind::cash, tests::money("10.00")}},
                     .total = tests::money("8.40"),
                     .donation = tests::money("0.00"),
                     .cash_rounding = tests::money("0.00"),
                     .change = tests::money("1.60")},
          .refund_of = std::nullopt};
}

TEST(SaleAnswer, IsTheContractsLine) {
  RungUp rung{Entered::State::entered, sale_of_contract(),
              *fewest_pieces(tests::money("1.60"), tests::pack("AT").pieces)};
  EXPECT_EQ(sale_answer_line(rung),
            R"({"id":"0102030405060708090a0b0c0d0e0f10","state":"entered","receipt":"T1-1-1042",)"
            R"("total":"8.40","change":"1.60","pieces_back":[{"piece":"1.00","count":1},)"
            R"({"piece":"0.50","count":1},{"piece":"0.10","count":1}],"currency":"EUR"})");
  rung.state = Entered::State::already_entered;
  EXPECT_NE(sale_answer_line(rung).find(R"("state":"already entered")"), std::string::npos);
}

TEST(SaleAnswer, OfARefundSaysWhatWentBackAndHow) {
  RungUp rung{Entered::State::entered, sale_of_contract(), {}};
  rung.sale.refund_of = RefundOf{"T1-1-7", "mistake", {1}};
  rung.sale.priced.total = tests::money("-8.40");
  rung.sale.priced.change = tests::money("0.00");
  rung.sale.priced.tenders = {{TenderKind::card, tests::money("-8.40")}};
  EXPECT_EQ(sale_answer_line(rung),
            R"({"id":"0102030405060708090a0b0c0d0e0f10","state":"entered","receipt":"T1-1-1042",)"
            R"("total":"-8.40","change":"0.00","pieces_back":[],"currency":"EUR",)"
            R"("refund_of":"T1-1-7","given_back":[{"kind":"card","amount":"8.40"}]})");
}

TEST(SaleAnswer, OfARefusalCarriesCodeAndSentence) {
  EXPECT_EQ(sale_refused_line(id, "sale.unknown_article", "There is no article “x”."),
            R"({"id":"0102030405060708090a0b0c0d0e0f10","state":"refused",)"
            R"("error":{"code":"sale.unknown_article","message":"There is no article “x”."}})");
}

TEST(DaySheetJson, IsTheContractsDocument) {
  const Currency eur = tests::currency("EUR");
  DaySheet sheet{{*SessionId::parse(id), "T1", 12, BusinessDay(tests::day("2026-03-02")),
                  *Instant::parse("2026-03-02T06:00:00Z"), tests::money("100.00")},
                 12,
                 *Instant::parse("2026-03-02T18:00:00Z"),
                 no_figures(eur),
                 {{tests::money("20.00"), 9}},
                 tests::money("182.40"),
                 tests::money("180.00"),
                 tests::money("-2.40"),
                 "ab12"};
  sheet.figures.sales_count = 37;
  sheet.figures.sales_total = tests::money("214.10");
  sheet.figures.card_taken = tests::money("12.00");
  sheet.figures.vat = {
      vat_within(tests::money("214.10"), VatClass::standard, Rate::parse_percent("18").value())};
  EXPECT_EQ(
      day_sheet_json(sheet),
      R"({"number":12,"session":"0102030405060708090a0b0c0d0e0f10","till":"T1",)"
      R"("business_day":"2026-03-02","opened_at":"2026-03-02T06:00:00.000Z",)"
      R"("closed_at":"2026-03-02T18:00:00.000Z","currency":"EUR","float":"100.00",)"
      R"("cash_in":"0.00","cash_out":"0.00","means":[{"kind":"cash","expected":"182.40",)"
      R"("counted":"180.00","difference":"-2.40"},{"kind":"card","expected":"12.00",)"
      R"("counted":null,"difference":null}],"sales":{"count":37,"total":"214.10"},)"
      R"("refunds":{"count":0,"total":"0.00"},"tips":"0.00",)"
      R"("tips_paid_out":"0.00","donations":"0.00",)"
      R"("vouchers_given":"0.00","vouchers_sold":"0.00","account_paid":"0.00",)"
      R"("advances_taken":"0.00","advances_back":"0.00","makers_share":"0.00",)"
      R"("discounts":"0.00","cash_rounding":"0.00",)"
      R"("vat":[{"class":"standard","rate":"18","gross":"214.10",)"
      R"("net":"181.44","vat":"32.66"}],"pieces":[{"piece":"20.00","count":9}],"head":"ab12"})");
}

TEST(SaleFile, SaysEachRefusalInEveryLanguage) {
  for (const Language language : all_languages()) {
    const Words words = tests::words(language);
    for (int why = 0; why <= static_cast<int>(FileRefusal::Why::unknown_tender); ++why) {
      const auto key = sentence_of(FileRefusal{static_cast<FileRefusal::Why>(why), "", ""}).key();
      EXPECT_TRUE(words.knows(key)) << key;
    }
  }
}

}  // namespace
}  // namespace tilia::pos
