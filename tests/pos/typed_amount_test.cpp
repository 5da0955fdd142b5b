#include <gtest/gtest.h>

#include "pos/keep_drawer.h"
#include "pos/plausible_amount.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

TEST(TypedAmount, TakesWhatAPersonTypesAndNoBarcode) {
  struct Row {
    const char* typed;
    const char* answer;  // the amount, or the refusal
  };
  const Row rows[] = {
      {"12.50", "12.50"},
      {"12,50", "12.50"},
      {" 7 ", "7.00"},
      {"0", "0.00"},
      {"0000100", "100.00"},
      {"1234567", "1234567.00"},
      {"10000000.00", "10000000.00"},
      {"40123455", "drawer.looks_like_a_barcode"},
      {"4012345678901", "drawer.looks_like_a_barcode"},
      {"99999999999999999999999999", "drawer.looks_like_a_barcode"},
      {"-5", "drawer.amount_negative"},
      {"12.505", "drawer.not_an_amount"},
      {"1.234,50", "drawer.not_an_amount"},
      {"1,2,3", "drawer.not_an_amount"},
      {"", "drawer.not_an_amount"},
      {"   ", "drawer.not_an_amount"},
      {"ten", "drawer.not_an_amount"},
      {"1e3", "drawer.not_an_amount"},
      {"+5", "drawer.not_an_amount"},
      {"5 EUR", "drawer.not_an_amount"},
      {"100000000.01", "drawer.amount_too_large"},
      {"99999999999999999999999999.00", "drawer.amount_too_large"},
  };
  for (const Row& row : rows) {
    const auto amount = typed_amount(row.typed, tests::currency("EUR"));
    EXPECT_EQ(amount ? amount.value().text() : std::string(drawer_refusal_code(amount.refusal())),
              row.answer)
        << '"' << row.typed << '"';
  }
}

TEST(PlausibleAmount, KnowsABarcodeByItsDigits) {
  EXPECT_FALSE(looks_like_a_barcode(tests::money("9999999.00")));
  EXPECT_TRUE(looks_like_a_barcode(tests::money("10000000.00")));
  EXPECT_FALSE(looks_like_a_barcode(tests::money("40123455.01")));
}

}  // namespace
}  // namespace tilia::pos
