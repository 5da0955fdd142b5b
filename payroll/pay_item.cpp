#include "payroll/pay_item.h"

#include <fmt/format.h>

#include "core/check.h"

namespace tilia::payroll {

std::string_view pay_item_code(PayItem::Kind kind) {
  switch (kind) {
    case PayItem::Kind::bonus: return "bonus";
    case PayItem::Kind::special: return "special";
    case PayItem::Kind::overtime: return "overtime";
    case PayItem::Kind::untaxed: return "untaxed";
    case PayItem::Kind::advance: return "advance";
    case PayItem::Kind::deduction: return "deduction";
  }
  CHECK(false);
}

const std::vector<PayItem::Kind>& all_pay_items() {
  static const std::vector<PayItem::Kind> all{PayItem::Kind::bonus,    PayItem::Kind::special,
                                              PayItem::Kind::overtime, PayItem::Kind::untaxed,
                                              PayItem::Kind::advance,  PayItem::Kind::deduction};
  return all;
}

std::optional<PayItem::Kind> parse_pay_item(std::string_view code) {
  for (const PayItem::Kind kind : all_pay_items()) {
    if (pay_item_code(kind) == code) return kind;
  }
  return std::nullopt;
}

bool is_earned(PayItem::Kind kind) {
  return kind == PayItem::Kind::bonus || kind == PayItem::Kind::special ||
         kind == PayItem::Kind::overtime;
}

bool is_taken_off(PayItem::Kind kind) {
  return kind == PayItem::Kind::advance || kind == PayItem::Kind::deduction;
}

Phrase name_of(PayItem::Kind kind) {
  return Phrase(fmt::format("payroll.item.{}", pay_item_code(kind)));
}

std::map<std::string, std::string> said_on(const SaidFrom& said, const Day& day) {
  const auto later = said.upper_bound(day);
  if (later == said.begin()) return {};
  return std::prev(later)->second;
}

}  // namespace tilia::payroll
