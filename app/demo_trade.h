// What a practice shop's file says of its trade: recipes and standing orders of a bakery, columns,
// services and packages of a salon, what a laundry takes in.
#pragma once

#include <toml++/toml.h>

#include <string>

#include "app/demo_shop.h"

namespace tilia::app {

[[nodiscard]] DemoTradePlan demo_trade_of(const toml::table& trade, const std::string& name,
                                          Language language, Currency currency);

}  // namespace tilia::app
