// Orders as JSON, read strictly (core/strict_file.h), and written. One order a line:
//
//   {"id":"9f…","till":"T1","day":"2026-12-24","time":"07:30",
//    "customer":{"name":"Ana","phone":"064 123 45 67"},
//    "lines":[{"article":"cake","quantity":"1","note":"sliced"}]}
//
// In place of "customer" with a name: {"customer":{"id":"…"}} or {"account":"cafe"}. A standing
// order has "code", "weekdays" ([0,2,4], 0 is Monday), "from" and "until" in place of "id", "day".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "pos/bakery/keep_orders.h"
#include "core/strict_file.h"

namespace tilia::pos {

struct WrittenStanding {
  StandingOrder standing;
  std::optional<Customer> noted;
};

// `chance`: mints the id of an order that has none. Somebody new gets the id of her order, so that
// a line that is sent again notes her once.
[[nodiscard]] Result<OrderRequest, FileRefusal> read_order_line(std::string_view json,
                                                                Chance& chance);
[[nodiscard]] Result<WrittenStanding, FileRefusal> read_standing_line(std::string_view json,
                                                                      Chance& chance);

// As read, so that what is shown can be changed and given back.
[[nodiscard]] std::string order_json(const DueOrder& due);
[[nodiscard]] std::string order_request_json(const OrderRequest& request);
[[nodiscard]] std::string standing_json(const StandingOrder& standing);
[[nodiscard]] std::string bake_sheet_json(const std::string& till, const BakeSheet& sheet);

}  // namespace tilia::pos
