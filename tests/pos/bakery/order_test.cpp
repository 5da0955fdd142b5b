#include "pos/bakery/order.h"

#include <gtest/gtest.h>

#include "pos/gtin.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

TEST(Order, HasBarsThatNoVoucherAndNoLabelHas) {
  EXPECT_EQ(order_barcode(17).substr(0, 12), "297000000017");
  EXPECT_TRUE(is_gtin(order_barcode(17)));
  EXPECT_EQ(order_of_barcode(order_barcode(123456789)), 123456789);
  std::string wrong = order_barcode(17);
  wrong.back() = wrong.back() == '9' ? '0' : static_cast<char>(wrong.back() + 1);
  EXPECT_FALSE(order_of_barcode(wrong)) << "a digit that was misread";
  EXPECT_FALSE(order_of_barcode("2980000000017")) << "a voucher's";
  EXPECT_FALSE(order_of_barcode("17"));
}

TEST(Order, RoundsEachLineAsASaleDoes) {
  using tests::money;
  using tests::quantity;
  EXPECT_EQ(total_of({{"a", quantity("0.333"), money("1.99"), ""},
                      {"b", quantity("0.333"), money("1.99"), ""}},
                     tests::currency("EUR")),
            money("1.32"));
}

}  // namespace
}  // namespace tilia::pos
