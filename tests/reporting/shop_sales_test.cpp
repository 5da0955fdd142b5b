// The shop's sales as they leave the office: paper, table, workbook.
#include "reporting/shop_sales.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/reporting/sample_papers.h"
#include "tests/reporting/written_pdf.h"

namespace tilia::reporting {
namespace {

ShopSales sample_shop() {
  ShopSales sales{.organisation = "Udruženje „Lipa“",
                  .shop = "Pekara, na uglu",
                  .from = day_of("2026-03-02"),
                  .to = day_of("2026-03-03"),
                  .practice = true,
                  .sales_count = 210,
                  .sales = rsd_of("81500.00"),
                  .vat = rsd_of("9100.55"),
                  .mean_day = rsd_of("40750.00"),
                  .needed = rsd_of("46000.00"),
                  .days_reached = 1,
                  .days_known = 2,
                  .days = {},
                  .hours = {},
                  .groups = {},
                  .differences = {},
                  .day_bars = {},
                  .hour_bars = {},
                  .group_bars = {}};
  const Money needed = rsd_of("46000.00");
  sales.days = {{day_of("2026-03-02"), 90, rsd_of("35500.00"), needed},
                {day_of("2026-03-03"), 120, rsd_of("46000.00"), needed}};
  sales.day_bars = {{"2", rsd_of("35500.00"), needed}, {"3", rsd_of("46000.00"), needed}};
  sales.hours = {{7, 110, rsd_of("50000.00")}, {8, 100, rsd_of("31500.00")}};
  sales.hour_bars = {{"7", rsd_of("50000.00")}, {"8", rsd_of("31500.00")}};
  sales.groups = {{"Hleb", rsd_of("60000.00")}, {"", rsd_of("21500.00")}};
  sales.group_bars = {{"Hleb", rsd_of("60000.00")},
                      {Phrase("pos.shop.no_group"), rsd_of("21500.00")}};
  sales.differences = {
      {*Month::parse("2026-03"), "Pekara, na uglu", rsd_of("-120.00"), rsd_of("500.00")}};
  return sales;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(ShopSalesPdf, ReadsTheSameInEveryLanguageAsItsGolden) {
  for (const Language language : all_languages()) {
    expect_golden(shop_sales_pdf(sample_shop(), typeface(), words_of(language)),
                  "shop-sales-" + std::string(language_tag(language)));
  }
}

TEST(ShopSalesPdf, SaysWhyThereAreNoHoursAndThatADrawerIsOpen) {
  ShopSales sales = sample_shop();
  sales.hours.clear();
  sales.hour_bars.clear();
  sales.too_few_days = true;
  sales.open = true;
  const std::string text =
      WrittenPdf(shop_sales_pdf(sales, typeface(), words_of(Language::english))).text();
  EXPECT_NE(text.find("from five days with sales on"), std::string::npos);
  EXPECT_NE(text.find("A drawer is still open"), std::string::npos);
}

TEST(ShopSalesCsv, HoldsEachSumOnceAndQuotesWhatHasAComma) {
  EXPECT_EQ(shop_sales_csv(sample_shop(), words_of(Language::english)),
            "part,item,shop,sales_count,amount,needed_or_budget,currency\r\n"
            "sum,sales,\"Pekara, na uglu\",210,81500.00,46000.00,RSD\r\n"
            "sum,vat,\"Pekara, na uglu\",,9100.55,,RSD\r\n"
            "day,2026-03-02,\"Pekara, na uglu\",90,35500.00,46000.00,RSD\r\n"
            "day,2026-03-03,\"Pekara, na uglu\",120,46000.00,46000.00,RSD\r\n"
            "hour,07:00,\"Pekara, na uglu\",110,50000.00,,RSD\r\n"
            "hour,08:00,\"Pekara, na uglu\",100,31500.00,,RSD\r\n"
            "group,Hleb,\"Pekara, na uglu\",,60000.00,,RSD\r\n"
            "group,Without a group,\"Pekara, na uglu\",,21500.00,,RSD\r\n"
            "difference,2026-03,\"Pekara, na uglu\",,-120.00,500.00,RSD\r\n");
}

TEST(ShopSalesWorkbook, IsTheSameBytesForTheSameFigures) {
  const std::filesystem::path first = testing::TempDir() + "shop-a.xlsx";
  const std::filesystem::path second = testing::TempDir() + "shop-b.xlsx";
  write_shop_sales_xlsx(sample_shop(), first, words_of(Language::english));
  write_shop_sales_xlsx(sample_shop(), second, words_of(Language::english));
  EXPECT_EQ(bytes_of(first).substr(0, 2), "PK");
  EXPECT_EQ(bytes_of(first), bytes_of(second));
  ShopSales other = sample_shop();
  other.sales = rsd_of("81500.01");
  write_shop_sales_xlsx(other, second, words_of(Language::english));
  EXPECT_NE(bytes_of(first), bytes_of(second));
}

}  // namespace
}  // namespace tilia::reporting
