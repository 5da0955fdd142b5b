#include "pos/shop_chart.h"

#include <fmt/format.h>

#include <algorithm>

namespace tilia::pos {
namespace {

constexpr int most_day_bars = 62;
constexpr std::size_t most_groups = 8;

std::vector<Bar> bars_of_months(const ShopFigures& figures) {
  std::vector<Bar> bars;
  const Money none = Money::zero(figures.sales.currency());
  for (Month month = Month::of(figures.from); month <= Month::of(figures.to);
       month = month.next()) {
    Bar bar{month, none, none};
    for (const DaySales& day : figures.days) {
      if (Month::of(day.day) != month) continue;
      bar.amount += day.sales;
      bar.mark = bar.mark && day.needed ? std::optional(*bar.mark + *day.needed) : std::nullopt;
    }
    if (bar.mark && bar.mark->is_zero()) bar.mark = std::nullopt;
    bars.push_back(std::move(bar));
  }
  return bars;
}

}  // namespace

bool bars_are_months(const ShopFigures& figures) {
  return figures.from.days_until(figures.to) >= most_day_bars;
}

std::vector<Bar> day_bars(const ShopFigures& figures) {
  if (bars_are_months(figures)) return bars_of_months(figures);
  std::vector<Bar> bars;
  auto sales = figures.days.begin();
  for (Day day = figures.from; day <= figures.to; day = day.plus_days(1)) {
    Bar bar{fmt::format("{}", day.day_of_month()), Money::zero(figures.sales.currency())};
    if (sales != figures.days.end() && sales->day == day) {
      bar.amount = sales->sales;
      bar.mark = sales->needed;
      ++sales;
    }
    bars.push_back(std::move(bar));
  }
  return bars;
}

std::vector<Bar> hour_bars(const ShopFigures& figures) {
  std::vector<Bar> bars;
  if (figures.hours.empty()) return bars;
  auto sales = figures.hours.begin();
  for (int hour = figures.hours.front().hour; hour <= figures.hours.back().hour; ++hour) {
    Bar bar{fmt::format("{}", hour), Money::zero(figures.sales.currency())};
    if (sales->hour == hour) bar.amount = (sales++)->sales;
    bars.push_back(std::move(bar));
  }
  return bars;
}

std::vector<Bar> group_bars(const ShopFigures& figures) {
  std::vector<Bar> bars;
  for (const GroupSales& group : figures.groups) {
    if (bars.size() < most_groups - 1 || figures.groups.size() == most_groups) {
      bars.push_back({group_label(group), group.sales});
    } else if (bars.size() == most_groups - 1) {
      bars.push_back({Phrase("pos.shop.other_groups"), group.sales});
    } else {
      bars.back().amount += group.sales;
    }
  }
  return bars;
}

std::variant<std::string, Phrase, Month> group_label(const GroupSales& group) {
  if (group.group.empty()) return Phrase("pos.shop.no_group");
  return group.group;
}

}  // namespace tilia::pos
