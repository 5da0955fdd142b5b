#include "core/decimal_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "tests/core/seed.h"

namespace tilia {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

struct Row {
  std::string text;
  int decimals;
  std::optional<std::int64_t> units;
  DecimalRefusal refusal = DecimalRefusal::not_a_number;
};

TEST(DecimalText, IsReadWholeOrRefused) {
  constexpr auto none = std::nullopt;
  using enum DecimalRefusal;
  const std::vector<Row> rows{
      {"0", 2, 0},
      {"0.00", 2, 0},
      {"7", 2, 700},
      {"1.2", 2, 120},
      {"-0.07", 2, -7},
      {"007", 2, 700},
      {"00.07", 2, 7},
      {"000000000000000000000000000001", 0, 1},
      {"1200", 0, 1200},
      {"92233720368547758.07", 2, largest},
      {"-92233720368547758.07", 2, -largest},
      {"92233720368547758.08", 2, none, out_of_range},
      {"-92233720368547758.08", 2, none, out_of_range},
      {"9223372036854775807", 0, largest},
      {"9223372036854775808", 0, none, out_of_range},
      {"99999999999999999999999999999999999999999999", 2, none, out_of_range},
      {"1.234", 2, none, too_many_decimals},
      {"1.230", 2, none, too_many_decimals},
      {"1.0", 0, none, too_many_decimals},
      {"", 2, none, not_a_number},
      {"-", 2, none, not_a_number},
      {"-0", 2, none, not_a_number},
      {"-0.00", 2, none, not_a_number},
      {"--1", 2, none, not_a_number},
      {"+1", 2, none, not_a_number},
      {".5", 2, none, not_a_number},
      {"5.", 2, none, not_a_number},
      {"1.2.3", 2, none, not_a_number},
      {"1..2", 2, none, not_a_number},
      {"1,20", 2, none, not_a_number},
      {"1 200", 2, none, not_a_number},
      {" 1", 2, none, not_a_number},
      {"1 ", 2, none, not_a_number},
      {"1\n", 2, none, not_a_number},
      {"1e3", 2, none, not_a_number},
      {"0x10", 2, none, not_a_number},
      {"12a", 2, none, not_a_number},
      {std::string("1\0", 2), 2, none, not_a_number},
      {"\u0661", 2, none, not_a_number},  // a digit elsewhere
      {"99999999999999999999999999x", 2, none, not_a_number},
  };
  for (const Row& row : rows) {
    const auto parsed = parse_decimal(row.text, row.decimals);
    ASSERT_EQ(parsed.ok(), row.units.has_value()) << '"' << row.text << '"';
    if (row.units) {
      EXPECT_EQ(parsed.value(), *row.units) << row.text;
    } else {
      EXPECT_EQ(parsed.refusal(), row.refusal) << '"' << row.text << '"';
    }
  }
}

TEST(DecimalText, IsPrintedWithAllItsDecimals) {
  EXPECT_EQ(print_decimal(-7, 2), "-0.07");
  EXPECT_EQ(print_decimal(0, 2), "0.00");
  EXPECT_EQ(print_decimal(630, 2), "6.30");
  EXPECT_EQ(print_decimal(-630, 0), "-630");
  EXPECT_EQ(print_decimal(51, 4), "0.0051");
  EXPECT_EQ(print_decimal(std::numeric_limits<std::int64_t>::min(), 2), "-92233720368547758.08");
}

TEST(DecimalText, ComesBackAsItWentForEverySmallNumber) {
  for (int decimals = 0; decimals <= 4; ++decimals) {
    for (std::int64_t units = -11'000; units <= 11'000; ++units)
      ASSERT_EQ(parse_decimal(print_decimal(units, decimals), decimals).value(), units);
  }
}

TEST(DecimalText, ComesBackAsItWentForRandomNumbersAndLeadingZeros) {
  Seed seed;
  SCOPED_TRACE(seed.text());
  for (int round = 0; round < 50'000; ++round) {
    const auto units = seed.between(-largest, largest) >> seed.between(0, 62);
    const int decimals = static_cast<int>(seed.between(0, 6));
    std::string text = print_decimal(units, decimals);
    ASSERT_EQ(parse_decimal(text, decimals).value(), units) << text;
    text.insert(units < 0 ? 1 : 0, "00");
    ASSERT_EQ(parse_decimal(text, decimals).value(), units) << text;
  }
}

}  // namespace
}  // namespace tilia
