#include "pos/shop_figures.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tilia::pos {
namespace {

constexpr std::array<std::pair<SetFigure, std::string_view>, 3> texts{{
    {SetFigure::break_even, "break_even"},
    {SetFigure::set_aside, "set_aside"},
    {SetFigure::difference_budget, "difference_budget"},
}};

}  // namespace

std::vector<ShopTills> shops_of(const Organisation& organisation) {
  std::vector<ShopTills> shops;
  for (const Shop& shop : organisation.shops) {
    const auto known = std::ranges::find(shops, shop.name, &ShopTills::name);
    if (known == shops.end() || shop.name.empty())
      shops.push_back({shop.name, {shop.till}});
    else
      known->tills.push_back(shop.till);
  }
  return shops;
}

std::string_view set_figure_text(SetFigure what) {
  for (const auto& [known, text] : texts) {
    if (known == what) return text;
  }
  CHECK(false);
}

std::optional<SetFigure> parse_set_figure(std::string_view text) {
  for (const auto& [what, known] : texts) {
    if (known == text) return what;
  }
  return std::nullopt;
}

std::optional<Money> figure_in(const std::vector<ShopFigure>& entered, SetFigure what,
                               const std::string& shop, const Month& month) {
  const ShopFigure* holds = nullptr;
  for (const ShopFigure& figure : entered) {
    if (figure.what != what || figure.shop != shop || figure.from > month) continue;
    if (holds == nullptr || figure.from >= holds->from) holds = &figure;
  }
  if (holds == nullptr || holds->amount.is_zero()) return std::nullopt;
  return holds->amount;
}

std::optional<Money> figure_in(const std::vector<ShopFigure>& entered, SetFigure what,
                               const std::vector<ShopTills>& shops, const Month& month) {
  std::optional<Money> sum;
  for (const ShopTills& shop : shops) {
    const std::optional<Money> each = figure_in(entered, what, shop.key(), month);
    if (!each) return std::nullopt;
    sum = sum ? *sum + *each : *each;
  }
  return sum;
}

std::int64_t days_with_sales(const ShopFigures& figures) {
  return std::ranges::count_if(figures.days,
                               [](const DaySales& day) { return day.sales_count > 0; });
}

Reached days_reached(const ShopFigures& figures) {
  Reached reached;
  for (const DaySales& day : figures.days) {
    if (!day.needed) continue;
    ++reached.of;
    if (day.sales >= *day.needed) ++reached.days;
  }
  return reached;
}

std::optional<Money> mean_day(const ShopFigures& figures) {
  const std::int64_t days = days_with_sales(figures);
  if (days == 0) return std::nullopt;
  return figures.sales.times_ratio(1, days, Rounding::half_up).value();
}

}  // namespace tilia::pos
