// What a month's pay has beside the contract: a bonus, a 13th pay, overtime, an untaxed allowance,
// what was paid already, what somebody has to take off. And what a worker or an employer brings to
// every month from a day on (children, a tax card, the accident rate). All of it lies sealed with
// her wages; what the employer brings does not.
//
// Nothing here says why. A deduction names what must remain in her hand, as the order that asks for
// it does.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day.h"
#include "core/id.h"
#include "core/money.h"
#include "core/phrase.h"

namespace tilia::payroll {

struct PayItemTag;
using PayItemId = Id<PayItemTag>;

struct PayItem {
  enum class Kind {
    bonus,      // taxed like the wage
    special,    // the 13th or 14th pay
    overtime,   // with its supplement
    untaxed,    // paid beside the wage: a way to work, meals
    advance,    // paid already
    deduction,  // taken off what she gets
  };
  PayItemId id;
  Month month;
  Kind kind = Kind::bonus;
  Money amount;                           // more than nothing
  std::optional<Money> must_remain = {};  // of a deduction: not below this

  friend bool operator==(const PayItem&, const PayItem&) = default;
};
[[nodiscard]] std::string_view pay_item_code(PayItem::Kind kind);
[[nodiscard]] std::optional<PayItem::Kind> parse_pay_item(std::string_view code);
[[nodiscard]] const std::vector<PayItem::Kind>& all_pay_items();
[[nodiscard]] Phrase name_of(PayItem::Kind kind);
// Part of the gross, as the wage is; off what she is paid; or, of the untaxed, neither.
[[nodiscard]] bool is_earned(PayItem::Kind kind);
[[nodiscard]] bool is_taken_off(PayItem::Kind kind);

// KEY=VALUE as a payslip's settings, each from its day until the next.
using SaidFrom = std::map<Day, std::map<std::string, std::string>>;
// What holds on the day; nothing said before the first.
[[nodiscard]] std::map<std::string, std::string> said_on(const SaidFrom& said, const Day& day);

struct PayDetails {
  SaidFrom brought;
  std::vector<PayItem> items;

  friend bool operator==(const PayDetails&, const PayDetails&) = default;
};

}  // namespace tilia::payroll
