#include "pos/receipt.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

// A strip as a golden shows it: one line each, its kind where it is not plain text.
std::string text_of(const Strip& strip) {
  using Kind = StripLine::Kind;
  std::string shown = fmt::format("({})\n", strip.name);
  for (const StripLine& line : strip.lines) {
    switch (line.kind) {
      case Kind::title: shown += fmt::format("## {}\n", line.left); break;
      case Kind::centred: shown += fmt::format("   {}\n", line.left); break;
      case Kind::text: shown += fmt::format("{}\n", line.left); break;
      case Kind::pair: shown += fmt::format("{} .... {}\n", line.left, line.right); break;
      case Kind::total: shown += fmt::format("** {} .... {}\n", line.left, line.right); break;
      case Kind::rule: shown += "----\n"; break;
      case Kind::space: shown += "\n"; break;
      case Kind::notice: shown += fmt::format("!! {} !!\n", line.left); break;
      case Kind::barcode: shown += fmt::format("|| {} ||\n", line.left); break;
    }
  }
  return shown;
}

void expect_golden(const std::string& name, const Strip& strip) {
  const std::string file = fmt::format("{}/tests/goldens/receipts/{}.txt", TILIA_SOURCE, name);
  const std::string found = text_of(strip);
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    std::ofstream(file) << found;
    return;
  }
  std::ifstream in(file);
  std::stringstream expected;
  expected << in.rdbuf();
  EXPECT_EQ(found, expected.str()) << "UPDATE_GOLDENS=1 writes " << name << " anew";
}

PaperHead head_of(const CountryPack& pack) { return {tests::organisation(pack), pack.fiscal_duty}; }

Sale sale_of(const CountryPack& pack, const SaleRequest& request, bool charges_vat = true) {
  const ArticleIndex articles(tests::articles(pack.currency));
  const BusinessDay day(tests::day("2026-03-02"));
  return {
      .id = request.id,
      .till = "T1",
      .session = SessionId::from_bytes({}),
      .receipt = "T1-1-1042",
      .at = *Instant::parse("2026-03-02T09:05:00Z"),
      .business_day = day,
      .priced = price_sale(request, {&articles, &pack, charges_vat, pack.currency}, day).value(),
      .refund_of = std::nullopt};
}

Strip receipt_of(const CountryPack& pack, const Sale& sale, Language language = Language::english,
                 bool copy = false) {
  return receipt_strip(sale, head_of(pack), *Zone::named(pack.zone), tests::words(language), copy);
}

TEST(Receipt, ShowsLinesVatTendersAndChange) {
  const CountryPack czechia = tests::pack("CZ");
  const Sale sale = sale_of(czechia, tests::request(1, {"white-loaf 2", "cake 1", "flour-kg 1.250"},
                                                    {"card 1.00", "cash 20.00"}, czechia.currency));
  expect_golden("sale", receipt_of(czechia, sale));
}

TEST(Receipt, SaysThatItIsNoFiscalReceiptUntilOneIsSetUp) {
  const CountryPack serbia = tests::pack("RS");
  const Sale sale =
      sale_of(serbia, tests::request(1, {"cake 100"}, {"cash 500.00"}, serbia.currency));
  expect_golden("sale-serbian-latin", receipt_of(serbia, sale, Language::serbian_latin));
  expect_golden("sale-serbian-cyrillic", receipt_of(serbia, sale, Language::serbian_cyrillic));
  PaperHead set_up = head_of(serbia);
  set_up.fiscal_is_set_up = true;
  const Strip strip = receipt_strip(sale, set_up, *Zone::named(serbia.zone), tests::words());
  EXPECT_EQ(text_of(strip).find("not a fiscal receipt"), std::string::npos);
}

TEST(OwedSlip, SaysHowMuchOfWhichReceiptAndNamesNobody) {
  const CountryPack serbia = tests::pack("RS");
  const Sale sale = sale_of(serbia, tests::request(1, {"cake 1"}, {"cash 5.00"}, serbia.currency));
  const Money owed = tests::money("40.00", "RSD");
  for (const auto& [language, name] :
       {std::pair(Language::english, "owed"),
        std::pair(Language::serbian_cyrillic, "owed-serbian-cyrillic")})
    expect_golden(name, owed_strip(sale, owed, head_of(serbia), *Zone::named(serbia.zone),
                                   tests::words(language)));
}

TEST(ComeBackSlip, SaysWhatIsGivenBackAndNeverWhy) {
  const CountryPack serbia = tests::pack("RS");
  const Sale sale = sale_of(serbia, tests::request(1, {"cake 1"}, {"cash 5.00"}, serbia.currency));
  const Money amount = tests::money("3.00", "RSD");
  for (const auto& [language, name] :
       {std::pair(Language::english, "come-back"),
        std::pair(Language::serbian_cyrillic, "come-back-serbian-cyrillic")})
    expect_golden(name, come_back_strip(sale, amount, head_of(serbia), *Zone::named(serbia.zone),
                                        tests::words(language)));
}

// Ours sold, ours given, another issuer's: the paper tells no difference.
Sale sale_with_vouchers(const CountryPack& austria) {
  SaleRequest request = tests::request(1, {"cake 3"}, {"cash 25.00"}, austria.currency);
  request.tenders.push_back({TenderKind::voucher, tests::money("4.00"), "2980000000017"});
  request.tenders.push_back({TenderKind::account, tests::money("2.00"), "ana"});
  request.extras = {{ExtraKind::tip, tests::money("1.00")},
                    {ExtraKind::voucher_sold, tests::money("20.00"), "2981234567898"}};
  const ArticleIndex articles(tests::articles(austria.currency));
  const PriceList prices{.articles = &articles,
                         .pack = &austria,
                         .charges_vat = true,
                         .currency = austria.currency,
                         .takes_tips = true,
                         .voucher_months = 12};
  Sale sale = sale_of(austria, tests::request(1, {"cake 3"}, {"cash 25.00"}, austria.currency));
  sale.priced = price_sale(request, prices, BusinessDay(tests::day("2026-03-02"))).value();
  return sale;
}

TEST(Receipt, NamesEachMeansAndWhatCameWithTheSale) {
  const CountryPack austria = tests::pack("AT");
  expect_golden("vouchers-and-account", receipt_of(austria, sale_with_vouchers(austria)));
}

TEST(VoucherSlip, SaysWhatItIsWorthItsNumberAndUntilWhen) {
  const CountryPack austria = tests::pack("AT");
  const Sale sale = sale_with_vouchers(austria);
  for (const auto& [language, name] :
       {std::pair(Language::english, "voucher"),
        std::pair(Language::serbian_cyrillic, "voucher-serbian-cyrillic")})
    expect_golden(name, voucher_strip(sale, sale.priced.extras.at(1), head_of(austria),
                                      *Zone::named(austria.zone), tests::words(language)));
}

TEST(Receipt, ALineAtItsOwnPriceSaysTheUsualOne) {
  const CountryPack austria = tests::pack("AT");
  SaleRequest request =
      tests::request(1, {"cake 2", "flour-kg 2.186"}, {"cash 20.00"}, austria.currency);
  request.lines[0].own_price = PercentOff{Rate::parse_percent("10").value()};
  request.lines[1].own_price = LabelPrice{tests::money("4.36")};
  expect_golden("own-price", receipt_of(austria, sale_of(austria, request)));
}

TEST(Receipt, OfAPracticeBookSaysSoAboveAndBelow) {
  const CountryPack serbia = tests::pack("RS");
  PaperHead head = head_of(serbia);
  head.organisation.practice = true;
  const Sale sale = sale_of(serbia, tests::request(1, {"cake 1"}, {"cash 5.00"}, serbia.currency));
  expect_golden("practice", receipt_strip(sale, head, *Zone::named(serbia.zone), tests::words()));
}

TEST(Receipt, KeepsADonationApartFromSaleAndVat) {
  const CountryPack austria = tests::pack("AT");
  const Sale sale = sale_of(
      austria, tests::request(1, {"cake 1", "book 1"}, {"cash 20.00"}, austria.currency, "2.00"));
  expect_golden("donation", receipt_of(austria, sale));
}

TEST(Receipt, SaysThatNoVatIsCharged) {
  const CountryPack spain = tests::pack("ES");
  PaperHead head = head_of(spain);
  head.organisation.charges_vat = false;
  const Sale sale = sale_of(
      spain, tests::request(1, {"cake 1", "white-loaf 1"}, {"card 4.20"}, spain.currency), false);
  expect_golden("no-vat", receipt_strip(sale, head, *Zone::named(spain.zone), tests::words()));
  // A receipt from before the shop left VAT keeps what it was posted with.
  const Sale before = sale_of(spain, tests::request(1, {"cake 1"}, {"card 3.00"}, spain.currency));
  const Strip strip = receipt_strip(before, head, *Zone::named(spain.zone), tests::words());
  EXPECT_NE(text_of(strip).find("VAT 21\u00a0% of 2.48 .... 0.52"), std::string::npos);
}

TEST(Receipt, OfARefundPointsToItsReceiptAndReason) {
  const CountryPack czechia = tests::pack("CZ");
  Sale refund = sale_of(
      czechia, tests::request(1, {"cake 1", "white-loaf 2"}, {"cash 10.00"}, czechia.currency));
  PricedSale& priced = refund.priced;
  for (SaleLine& line : priced.lines) {
    line.quantity = -line.quantity;
    line.amount = -line.amount;
  }
  priced.vat = vat_of(priced.lines);
  priced.total = -priced.total;
  priced.cash_rounding = -priced.cash_rounding;
  priced.change = Money::zero(czechia.currency);
  priced.tenders = {{TenderKind::cash, tests::money("-5.00", "CZK")}};
  refund.refund_of = RefundOf{"T1-1-1041", "damaged", {1, 2}};
  expect_golden("refund", receipt_of(czechia, refund));
}

TEST(Receipt, OfACopyIsMarked) {
  const CountryPack austria = tests::pack("AT");
  const Sale sale =
      sale_of(austria, tests::request(1, {"cake 1"}, {"card 3.00"}, austria.currency));
  expect_golden("copy", receipt_of(austria, sale, Language::english, true));
}

TEST(Receipt, ShowsTheClockOfTheShop) {
  const CountryPack serbia = tests::pack("RS");
  Sale sale = sale_of(serbia, tests::request(1, {"cake 1"}, {"cash 3.00"}, serbia.currency));
  sale.at = *Instant::parse("2026-03-02T23:30:00Z");
  EXPECT_NE(text_of(receipt_of(serbia, sale)).find("3 March 2026, 00:30"), std::string::npos);
}

DaySheet day_sheet(const char* counted) {
  const CountryPack serbia = tests::pack("RS");
  const auto rsd = [](const char* text) { return tests::money(text, "RSD"); };
  DaySheet sheet{{SessionId::from_bytes({}), "T1", 12, BusinessDay(tests::day("2026-03-02")),
                  *Instant::parse("2026-03-02T06:00:00Z"), rsd("5000.00")},
                 12,
                 *Instant::parse("2026-03-02T18:02:00Z"),
                 no_figures(serbia.currency),
                 {{rsd("1000.00"), 14}, {rsd("50.00"), 0}, {rsd("20.00"), 21}},
                 rsd("14420.00"),
                 rsd(counted),
                 rsd(counted) - rsd("14420.00"),
                 "T1 1042 7KQ4-M2XD-9PHR-W3TC"};
  SessionFigures& figures = sheet.figures;
  figures.sales_count = 37;
  figures.sales_total = rsd("12890.50");
  figures.refunds_count = 1;
  figures.refunds_total = rsd("240.00");
  figures.donations = rsd("200.00");
  figures.cash_rounding = rsd("0.50");
  figures.cash_taken = rsd("13660.00");
  figures.change_given = rsd("3000.00");
  figures.cash_refunded = rsd("240.00");
  figures.card_taken = rsd("2431.00");
  figures.cash_in = rsd("1000.00");
  figures.cash_out = rsd("2000.00");
  figures.vat = {vat_within(rsd("4650.50"), VatClass::standard, Rate::parse_percent("20").value()),
                 vat_within(rsd("8000.00"), VatClass::reduced, Rate::parse_percent("10").value())};
  return sheet;
}

Strip day_sheet_paper(const char* counted, Language language) {
  const CountryPack serbia = tests::pack("RS");
  return day_sheet_strip(day_sheet(counted), head_of(serbia), *Zone::named(serbia.zone),
                         tests::words(language));
}

TEST(DaySheetPaper, ShowsTheDrawerTheVatAndTheJournalHead) {
  expect_golden("day-sheet", day_sheet_paper("14420.00", Language::english));
  expect_golden("day-sheet-serbian-latin", day_sheet_paper("14410.00", Language::serbian_latin));
  expect_golden("day-sheet-serbian-cyrillic",
                day_sheet_paper("14410.00", Language::serbian_cyrillic));
}

TEST(CountedSlip, SaysWhatWasCountedAndNotWhatWasExpected) {
  const CountryPack serbia = tests::pack("RS");
  DaySheet sheet = day_sheet("14410.00");
  sheet.words.bag = "BAG-0417";
  const Strip slip = counted_strip(sheet, head_of(serbia), *Zone::named(serbia.zone),
                                   tests::words(Language::english));
  expect_golden("counted", slip);
  EXPECT_EQ(text_of(slip).find("14\u00a0420"), std::string::npos);
  EXPECT_NE(text_of(slip).find("14\u00a0410"), std::string::npos);
}

TEST(DaySheetPaper, NamesTendersAndTipsApart) {
  const CountryPack serbia = tests::pack("RS");
  DaySheet sheet = day_sheet("14420.00");
  const auto rsd = [](const char* amount) { return tests::money(amount, "RSD"); };
  sheet.figures.tips = rsd("1.01");
  sheet.figures.vouchers_sold = rsd("2.02");
  sheet.figures.account_paid = rsd("3.03");
  sheet.figures.vouchers_taken = rsd("4.04");
  sheet.figures.account_taken = rsd("5.05");
  const std::string paper =
      text_of(day_sheet_strip(sheet, head_of(serbia), *Zone::named(serbia.zone), tests::words()));
  for (const char* line :
       {"Tips .... 1.01", "Vouchers sold .... 2.02", "Paid on accounts .... 3.03",
        "By voucher .... 4.04", "On account .... 5.05"})
    EXPECT_NE(paper.find(line), std::string::npos) << paper;
}

TEST(DaySheetPaper, SpeaksOfADifferenceInNeutralWords) {
  EXPECT_NE(text_of(day_sheet_paper("14420.00", Language::english))
                .find("The drawer holds what was expected."),
            std::string::npos);
  EXPECT_NE(text_of(day_sheet_paper("14410.00", Language::english))
                .find("The drawer holds 10.00\u00a0RSD less than expected."),
            std::string::npos);
  EXPECT_NE(text_of(day_sheet_paper("14440.00", Language::english))
                .find("The drawer holds 20.00\u00a0RSD more than expected."),
            std::string::npos);
}

// Words that a catalogue lacks are printed as their keys.
TEST(Papers, LeaveNoKeyOnPaper) {
  for (const Language language : all_languages()) {
    const CountryPack serbia = tests::pack("RS");
    PaperHead head = head_of(serbia);
    head.organisation.practice = true;
    const Sale sale =
        sale_of(serbia, tests::request(1, {"cake 1", "flour-kg 0.5", "book 1"},
                                       {"card 1.00", "cash 20.00"}, serbia.currency, "1.00"));
    const Words words = tests::words(language);
    const Zone zone = *Zone::named(serbia.zone);
    const Sale vouchers = sale_with_vouchers(tests::pack("AT"));
    for (const Strip& strip :
         {receipt_strip(sale, head, zone, words, true), receipt_strip(vouchers, head, zone, words),
          voucher_strip(vouchers, vouchers.priced.extras.at(1), head, zone, words),
          day_sheet_strip(day_sheet("14410.00"), head, zone, words)})
      EXPECT_EQ(text_of(strip).find("pos."), std::string::npos) << text_of(strip);
  }
}

}  // namespace
}  // namespace tilia::pos
