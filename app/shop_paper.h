// Where the shop's figures and their papers meet: the figures as plain values of a paper, and the
// shop that somebody means.
#pragma once

#include <filesystem>
#include <string>

#include "pos/shop_figures.h"
#include "reporting/shop_sales.h"

namespace tilia::app {

[[nodiscard]] reporting::ShopSales shop_sales_of(const pos::Organisation& organisation,
                                                 const pos::ShopFigures& figures);

// The shop of that name, or the one whose till that is. Nothing where there is none.
[[nodiscard]] std::optional<pos::ShopTills> shop_named(const pos::Organisation& organisation,
                                                       const std::string& name_or_till);

}  // namespace tilia::app
