// What a shop sold in a period, for whoever runs it: as paper, workbook, and table. It is a paper
// of the house and stays there; it holds sums over all tills and no person.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/bar_chart.h"
#include "reporting/papers.h"

namespace tilia::reporting {

struct ShopSales {
  struct OfDay {
    Day day;
    std::int64_t sales_count = 0;
    Money sales;
    std::optional<Money> needed;
  };
  struct OfHour {
    int hour = 0;
    std::int64_t sales_count = 0;
    Money sales;
  };
  struct OfGroup {
    std::string name;  // empty: articles without a group
    Money sales;
  };
  struct Difference {
    Month month;
    std::string shop;
    Money difference;
    std::optional<Money> budget;
  };

  std::string organisation;
  std::string shop;  // empty: all
  Day from;
  Day to;  // included
  bool practice = false;
  bool open = false;          // a drawer is open: figures still grow
  bool too_few_days = false;  // no hours are told
  bool by_month = false;      // each bar of `day_bars` is a month
  std::int64_t sales_count = 0;
  Money sales;
  Money vat;
  std::optional<Money> mean_day;
  std::optional<Money> needed;  // of a day, to break even
  std::int64_t days_reached = 0;
  std::int64_t days_known = 0;  // of which it is known what they needed
  std::vector<OfDay> days;
  std::vector<OfHour> hours;
  std::vector<OfGroup> groups;
  std::vector<Difference> differences;
  std::vector<Bar> day_bars;
  std::vector<Bar> hour_bars;
  std::vector<Bar> group_bars;
  std::optional<Money> vouchers_given = std::nullopt;  // taken off the days
  std::optional<Money> makers_share = std::nullopt;    // likewise
};

[[nodiscard]] PdfBytes shop_sales_pdf(const ShopSales& sales, const Typeface& typeface,
                                      const Words& words);
[[nodiscard]] std::string shop_sales_csv(const ShopSales& sales, const Words& words);
// Writes the file whole or not at all. Throws std::runtime_error.
void write_shop_sales_xlsx(const ShopSales& sales, const std::filesystem::path& file,
                           const Words& words);

}  // namespace tilia::reporting
