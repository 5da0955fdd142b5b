#include "core/money.h"

#include <gtest/gtest.h>

namespace tilia {
namespace {

const Currency eur = *Currency::from_code("EUR");

TEST(Money, SharesOutWithoutLosingACent) {
  const auto parts = shared_out(Money::from_minor(100, eur), {1, 1, 1});
  EXPECT_EQ(parts[0].minor(), 34);
  EXPECT_EQ(parts[1].minor(), 33);
  EXPECT_EQ(parts[2].minor(), 33);
}

}  // namespace
}  // namespace tilia
