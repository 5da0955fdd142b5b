// Vouchers by themselves: their numbers, and until when they hold.
#include "pos/voucher.h"

#include <gtest/gtest.h>

#include <set>

#include "pos/article_index.h"
#include "pos/gtin.h"
#include "pos/scan.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {

TEST(VoucherNumber, IsThirteenDigitsOfTheShopsOwnRangeWithACheckDigit) {
  const SaleId id = tests::sale_id(7);
  std::set<std::string> numbers;
  for (std::uint64_t attempt = 0; attempt < 1000; ++attempt) {
    const std::string number = own_voucher_number(id.bytes(), attempt);
    ASSERT_EQ(number.size(), 13U);
    EXPECT_TRUE(number.starts_with("298"));
    EXPECT_TRUE(is_gtin(number)) << number;
    EXPECT_EQ(plain_voucher_number(number), number);
    numbers.insert(number);
  }
  EXPECT_GT(numbers.size(), 995U);
  EXPECT_EQ(own_voucher_number(id.bytes(), 3), own_voucher_number(id.bytes(), 3));
  EXPECT_NE(own_voucher_number(id.bytes(), 3), own_voucher_number(tests::sale_id(8).bytes(), 3));
}

TEST(VoucherNumber, IsNoLabelOfAScale) {
  const Currency eur = tests::currency("EUR");
  const ArticleIndex articles(tests::articles(eur));
  const std::string number = own_voucher_number(tests::sale_id(1).bytes(), 0);
  EXPECT_EQ(read_scan(number, articles, usual_label_rules(), eur).refusal(), ScanRefusal::unknown);
}

TEST(VoucherNumber, IsReadAsPeopleAndPrintersWriteIt) {
  EXPECT_EQ(plain_voucher_number("th-000 17"), "TH-00017");
  EXPECT_FALSE(plain_voucher_number("abc"));
  EXPECT_FALSE(plain_voucher_number(std::string(25, '1')));
  EXPECT_FALSE(plain_voucher_number("12|34"));
  EXPECT_FALSE(plain_voucher_number("ваучер"));
}

TEST(Voucher, HoldsUntilItsLastDay) {
  EXPECT_EQ(valid_until(tests::day("2026-03-02"), 12), tests::day("2027-03-02"));
  EXPECT_EQ(valid_until(tests::day("2026-01-31"), 1), tests::day("2026-02-28"));
  EXPECT_EQ(valid_until(tests::day("2027-11-30"), 3), tests::day("2028-02-29"));
  Voucher voucher{.number = "X-01",
                  .kind = VoucherKind::given,
                  .issuer = "",
                  .value = tests::money("5.00"),
                  .balance = tests::money("5.00"),
                  .issued_on = tests::day("2026-03-02"),
                  .valid_until = tests::day("2026-04-02")};
  EXPECT_TRUE(voucher.valid_on(tests::day("2026-04-02")));
  EXPECT_FALSE(voucher.valid_on(tests::day("2026-04-03")));
  voucher.cancelled = true;
  EXPECT_FALSE(voucher.valid_on(tests::day("2026-04-02")));
}

}  // namespace tilia::pos
