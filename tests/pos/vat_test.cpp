#include "pos/vat.h"

#include <gtest/gtest.h>

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

using tests::day;
using tests::money;

TEST(Vat, IsTakenOutOfTheGrossSumHalfUp) {
  struct Row {
    const char* gross;
    const char* percent;
    const char* net;
    const char* vat;
  };
  const Row rows[] = {
      {"12.00", "20", "10.00", "2.00"},  {"1.20", "10", "1.09", "0.11"},
      {"0.03", "20", "0.02", "0.01"},  // 0.005 is half a cent: up
      {"0.02", "20", "0.02", "0.00"},    {"10.49", "4.9", "10.00", "0.49"},
      {"-0.03", "20", "-0.02", "-0.01"}, {"-12.00", "20", "-10.00", "-2.00"},
      {"5.00", "0", "5.00", "0.00"},
  };
  for (const Row& row : rows) {
    const VatSum sum =
        vat_within(money(row.gross), VatClass::standard, Rate::parse_percent(row.percent).value());
    EXPECT_EQ(sum.net.text(), row.net) << row.gross << " at " << row.percent;
    EXPECT_EQ(sum.vat.text(), row.vat) << row.gross << " at " << row.percent;
  }
}

TEST(Vat, AddsUpToTheGrossAndIsNeverHalfACentAway) {
  for (const char* percent :
       {"4", "4.9", "5", "8", "9", "10", "11", "13", "17", "18", "20", "21"}) {
    const Rate rate = Rate::parse_percent(percent).value();
    for (int cents = 0; cents <= 3000; ++cents) {
      const VatSum sum =
          vat_within(Money::from_minor(cents, tests::currency("EUR")), VatClass::standard, rate);
      EXPECT_EQ(sum.net + sum.vat, sum.gross);
      // |2 × (vat × (1 + rate) − gross × rate)| ≤ 1 + rate, in millionths
      const std::int64_t whole = Rate::one_in_millionths + rate.millionths();
      const std::int64_t off = 2 * (sum.vat.minor() * whole - cents * rate.millionths());
      ASSERT_TRUE(off > -whole && off <= whole) << cents << " at " << percent;
    }
  }
}

TEST(Vat, KnowsTheRatesOfEachCountryOnADay) {
  struct Row {
    const char* country;
    const char* on;
    VatClass vat_class;
    const char* percent;  // empty: no such class on that day
  };
  const Row rows[] = {
      {"RS", "2026-03-02", VatClass::standard, "20"},
      {"RS", "2026-03-02", VatClass::reduced, "10"},
      {"RS", "2026-03-02", VatClass::reduced2, ""},
      {"AT", "2026-06-30", VatClass::reduced3, ""},
      {"AT", "2026-07-01", VatClass::reduced3, "4.9"},
      {"AT", "2026-07-01", VatClass::reduced, "13"},
      {"AT", "2026-07-01", VatClass::reduced2, "10"},
      {"RO", "2025-07-31", VatClass::standard, "19"},
      {"RO", "2025-08-01", VatClass::standard, "21"},
      {"RO", "2025-07-31", VatClass::reduced, "9"},
      {"RO", "2025-07-31", VatClass::reduced2, "5"},
      {"RO", "2025-08-01", VatClass::reduced, "11"},
      {"ES", "2026-03-02", VatClass::reduced2, "4"},
      {"AL", "2026-03-02", VatClass::reduced, "10"},
      {"AL", "2026-03-02", VatClass::reduced2, "6"},
      {"BA-FBiH", "2026-03-02", VatClass::standard, "17"},
      {"BA-RS", "2026-03-02", VatClass::standard, "17"},
      {"BG", "2026-03-02", VatClass::reduced, "9"},
      {"CZ", "2026-03-02", VatClass::standard, "21"},
      {"CZ", "2026-03-02", VatClass::reduced, "12"},
      {"MK", "2026-03-02", VatClass::reduced2, "5"},
      {"XK", "2026-03-02", VatClass::reduced, "8"},
      {"XK", "2026-03-02", VatClass::zero, "0"},
      {"XK", "2023-12-31", VatClass::exempt, "0"},
      {"XK", "2023-12-31", VatClass::standard, ""},
  };
  for (const Row& row : rows) {
    const auto rate = tests::pack(row.country).vat.rate(row.vat_class, day(row.on));
    EXPECT_EQ(rate ? rate->percent_text() : "", row.percent)
        << row.country << ' ' << row.on << ' ' << vat_class_text(row.vat_class);
  }
}

TEST(Vat, NamesItsClassesAsFilesDo) {
  for (const char* text : {"standard", "reduced", "reduced2", "reduced3", "zero", "exempt"})
    EXPECT_EQ(vat_class_text(parse_vat_class(text).value()), text);
  for (const char* text : {"", "Standard", "reduced1", "20"})
    EXPECT_FALSE(parse_vat_class(text)) << text;
}

}  // namespace
}  // namespace tilia::pos
