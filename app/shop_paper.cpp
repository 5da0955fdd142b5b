#include "app/shop_paper.h"

#include <algorithm>

#include "pos/shop_chart.h"

namespace tilia::app {

reporting::ShopSales shop_sales_of(const pos::Organisation& organisation,
                                   const pos::ShopFigures& figures) {
  const pos::Reached reached = pos::days_reached(figures);
  reporting::ShopSales sales{.organisation = organisation.name,
                             .shop = figures.shop,
                             .from = figures.from,
                             .to = figures.to,
                             .practice = organisation.practice,
                             .open = figures.open,
                             .too_few_days = figures.too_few_days,
                             .by_month = pos::bars_are_months(figures),
                             .sales_count = figures.sales_count,
                             .sales = figures.sales,
                             .vat = figures.vat,
                             .mean_day = pos::mean_day(figures),
                             .needed = figures.needed,
                             .days_reached = reached.days,
                             .days_known = reached.of,
                             .days = {},
                             .hours = {},
                             .groups = {},
                             .differences = {},
                             .day_bars = pos::day_bars(figures),
                             .hour_bars = pos::hour_bars(figures),
                             .group_bars = pos::group_bars(figures),
                             .vouchers_given = figures.vouchers_given,
                             .makers_share = figures.makers_share};
  for (const pos::DaySales& day : figures.days)
    sales.days.push_back({day.day, day.sales_count, day.sales, day.needed});
  for (const pos::HourSales& hour : figures.hours)
    sales.hours.push_back({hour.hour, hour.sales_count, hour.sales});
  for (const pos::GroupSales& group : figures.groups)
    sales.groups.push_back({group.group, group.sales});
  for (const pos::MonthDifference& each : figures.differences)
    sales.differences.push_back({each.month, each.shop, each.difference, each.budget});
  return sales;
}

std::optional<pos::ShopTills> shop_named(const pos::Organisation& organisation,
                                         const std::string& name_or_till) {
  for (const pos::ShopTills& shop : pos::shops_of(organisation)) {
    if (shop.name == name_or_till || std::ranges::count(shop.tills, name_or_till) > 0) return shop;
  }
  return std::nullopt;
}

}  // namespace tilia::app
