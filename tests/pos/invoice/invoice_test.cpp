// What an invoice is made of, without a book: a company's particulars, numbers of papers, prices
// without VAT.
#include "pos/invoice/invoice.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using Why = InvoiceRefusal::Why;

Buyer typed() {
  return {.account = "hotel",
          .name = "  Hotel Danube Ltd ",
          .address = " Main street 1 \r\n\n 1010 Vienna ",
          .country = "AT",
          .tax_number = " 12 345/6789 "};
}

template <class Change>
std::optional<Why> refused(Change change) {
  Buyer buyer = typed();
  change(buyer);
  const auto plain = plain_buyer(buyer);
  return plain ? std::nullopt : std::optional(plain.refusal().why);
}

TEST(Buyer, IsKeptWithoutBlanksAroundItsLines) {
  const Buyer kept = plain_buyer(typed()).value();
  EXPECT_EQ(kept.name, "Hotel Danube Ltd");
  EXPECT_EQ(kept.address, "Main street 1\n1010 Vienna");
  EXPECT_EQ(kept.tax_number, "12 345/6789");
}

TEST(Buyer, NeedsANameAnAddressAndATaxNumberOfAllowedLengthAndLetters) {
  EXPECT_EQ(refused([](Buyer&) {}), std::nullopt);
  EXPECT_EQ(refused([](Buyer& b) { b.name = "  "; }), Why::name_missing);
  EXPECT_EQ(refused([](Buyer& b) { b.name = std::string(121, 'a'); }), Why::name_too_long);
  EXPECT_EQ(refused([](Buyer& b) { b.name = "\xFF"; }), Why::name_too_long);
  EXPECT_EQ(refused([](Buyer& b) { b.address = "\n"; }), Why::address_missing);
  EXPECT_EQ(refused([](Buyer& b) { b.address = "1\n2\n3\n4\n5\n6\n7"; }), Why::address_too_long);
  EXPECT_EQ(refused([](Buyer& b) { b.country = "at"; }), Why::bad_country);
  EXPECT_EQ(refused([](Buyer& b) { b.tax_number = ""; }), Why::bad_tax_number);
  EXPECT_EQ(refused([](Buyer& b) { b.tax_number = "12<34"; }), Why::bad_tax_number);
  EXPECT_EQ(refused([](Buyer& b) { b.vat_number = "ATU!"; }), Why::bad_vat_number);
  EXPECT_EQ(refused([](Buyer& b) { b.days_to_pay = 121; }), Why::bad_days_to_pay);
  EXPECT_EQ(refused([](Buyer& b) { b.days_to_pay = -1; }), Why::bad_days_to_pay);
}

TEST(OwnAccount, TakesAnAccountNumberWhoseDigitsAreRight) {
  EXPECT_EQ(plain_own_account({"at61 1904 3002 3457 3201", ""}).value().iban,
            "AT611904300234573201");
  EXPECT_EQ(plain_own_account({"AT611904300234573202", ""}).refusal().why, Why::bad_iban);
}

TEST(PaperNumber, IsWrittenOneWayOnlyAndOfItsSeries) {
  const PaperNumber number{Series::invoice, 1, 9};
  EXPECT_EQ(number.text(), "I-1-9");
  EXPECT_EQ(PaperNumber::parse(Series::invoice, "I-1-9"), number);
  EXPECT_EQ(PaperNumber::parse(Series::invoice, "i-1-9"), number);
  for (const char* other :
       {"D-1-9", "I-1-09", "I-0-9", "I-1-0", "I-1-", "I--9", "I-1-9x", "I-1", ""})
    EXPECT_EQ(PaperNumber::parse(Series::invoice, other), std::nullopt) << other;
}

TEST(NetUnitPrice, HasFourDecimalsAndIsRoundedHalfUp) {
  const auto text = [](const char* gross, std::int64_t rate) {
    return net_unit_price_text(tests::money(gross), Rate::from_millionths(rate), ',');
  };
  EXPECT_EQ(text("1.20", 100'000), "1,0909");
  EXPECT_EQ(text("3.00", 200'000), "2,5000");
  EXPECT_EQ(text("0.05", 190'000), "0,0420");
  EXPECT_EQ(text("10.00", 0), "10,0000");
}

TEST(VatOver, AddsUpEachRateAndLeavesExemptApart) {
  const auto sum = [](const char* gross, VatClass of, std::int64_t rate) {
    return vat_within(tests::money(gross), of, Rate::from_millionths(rate));
  };
  const auto over =
      vat_over({sum("1.20", VatClass::reduced, 100'000), sum("2.00", VatClass::exempt, 0),
                sum("3.00", VatClass::standard, 200'000), sum("1.20", VatClass::reduced, 100'000),
                sum("5.00", VatClass::zero, 0), sum("-3.00", VatClass::standard, 200'000)});
  EXPECT_EQ(tests::text_of(over),
            "reduced 10 %: 2.40 = 2.18 + 0.22; zero 0 %: 5.00 = 5.00 + 0.00; "
            "exempt 0 %: 2.00 = 2.00 + 0.00");
}

}  // namespace
}  // namespace tilia::pos
