// What somebody ordered for a day: a cake for Saturday, a café's bread for each weekday. An order
// keeps the prices of the day on which it is collected, as they were known when it was placed; what
// was paid early for it is money owed (pos/advance.h), and becomes revenue when it is collected.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "core/quantity.h"
#include "pos/ordered_by.h"

namespace tilia::pos {

struct OrderTag;
using OrderId = Id<OrderTag>;

struct OrderLine {
  std::string article;
  Quantity quantity;
  Money unit_price;  // agreed: of one piece or kilogram, VAT included
  std::string note;  // "sliced": as on a sale's line; may be empty

  friend bool operator==(const OrderLine&, const OrderLine&) = default;
};
// Each line half-up, as a sale rounds it.
[[nodiscard]] Money total_of(const std::vector<OrderLine>& lines, Currency currency);

enum class OrderState { open, collected, cancelled };
[[nodiscard]] std::string_view order_state_text(OrderState state);
[[nodiscard]] std::optional<OrderState> parse_order_state(std::string_view text);

struct Order {
  OrderId id;               // minted by who asks: asked twice, placed once
  std::int64_t number = 0;  // of the book: what the slip says
  std::string till;         // of the shop where it is collected
  OrderedBy by;
  Day day;                                   // on which it is collected
  std::optional<int> minute = std::nullopt;  // of that day, from when
  std::vector<OrderLine> lines;
  std::string standing = {};  // the standing order of which it came; may be empty
  OrderState state = OrderState::open;

  friend bool operator==(const Order&, const Order&) = default;
};

// What the bars of the slip say: thirteen digits of the range that is a shop's own.
[[nodiscard]] std::string order_barcode(std::int64_t number);
// The order that a scanned code means; nothing where it is none of ours.
[[nodiscard]] std::optional<std::int64_t> order_of_barcode(std::string_view scanned);

// The same again each week on those days, until it is changed: for each such day it is an order as
// soon as somebody touches it, and stands on the bake sheet before.
struct StandingOrder {
  struct Line {
    std::string article;
    Quantity quantity;
    std::string note;
    friend bool operator==(const Line&, const Line&) = default;
  };
  std::string code;
  std::string till;
  OrderedBy by;
  std::vector<int> weekdays;  // 0 Monday … 6 Sunday, in order
  std::vector<Line> lines;
  std::optional<int> minute = std::nullopt;
  Day from;
  std::optional<Day> until = std::nullopt;  // included; set to stop it

  [[nodiscard]] bool falls_on(const Day& day) const;
  friend bool operator==(const StandingOrder&, const StandingOrder&) = default;
};

}  // namespace tilia::pos
