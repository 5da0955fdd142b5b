// The bars of a shop's figures: each calendar day of up to two months, else each month; each hour
// of the shop's day; the groups of articles that sold most.
#pragma once

#include <vector>

#include "core/bar_chart.h"
#include "pos/shop_figures.h"

namespace tilia::pos {

// A day on which no drawer was opened is a gap. `mark` is what the day, or the month's days
// together, needed.
[[nodiscard]] std::vector<Bar> day_bars(const ShopFigures& figures);
[[nodiscard]] bool bars_are_months(const ShopFigures& figures);
// From the first hour with a sale to the last.
[[nodiscard]] std::vector<Bar> hour_bars(const ShopFigures& figures);
// At most eight, the last of them all others.
[[nodiscard]] std::vector<Bar> group_bars(const ShopFigures& figures);
// What a group is called; "without a page" where it has no name.
[[nodiscard]] std::variant<std::string, Phrase, Month> group_label(const GroupSales& group);

}  // namespace tilia::pos
