#include "pos/laundry/laundry_rules.h"

#include <algorithm>
#include <array>

#include "core/check.h"
#include "core/decimal_text.h"

namespace tilia::pos {
namespace {

constexpr std::string_view none = "none";
constexpr std::int64_t most = 1'000;

struct Known {
  const char* name;
  int LaundryRules::*rule;
};
constexpr std::array<Known, 4> known{{
    {"laundry.load_pieces", &LaundryRules::load_pieces},
    {"laundry.remind_days", &LaundryRules::remind_days},
    {"laundry.fee_days", &LaundryRules::fee_days},
    {"laundry.give_away_days", &LaundryRules::give_away_days},
}};

int LaundryRules::*rule_of(std::string_view name) {
  for (const Known& each : known) {
    if (name == each.name) return each.rule;
  }
  return nullptr;
}

}  // namespace

const std::vector<std::string>& laundry_rule_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Known& each : known) all.emplace_back(each.name);
    return all;
  }();
  return names;
}

std::string laundry_rule_text(const LaundryRules& rules, std::string_view name) {
  int LaundryRules::*const rule = rule_of(name);
  CHECK(rule != nullptr);
  return rules.*rule == 0 ? std::string(none) : std::to_string(rules.*rule);
}

std::optional<LaundryRules> with_laundry_rule(LaundryRules rules, std::string_view name,
                                              const std::string& text) {
  int LaundryRules::*const rule = rule_of(name);
  CHECK(rule != nullptr);
  rules.*rule = 0;
  if (text == none) return rules;
  const auto number = parse_decimal(text, 0);
  if (!number || number.value() < 1 || number.value() > most) return std::nullopt;
  rules.*rule = static_cast<int>(number.value());
  return rules;
}

LaundryRules laundry_rules(TillBook& book) {
  LaundryRules rules;
  for (const auto& [name, text] : book.counter_rules()) {
    if (rule_of(name) == nullptr) continue;
    if (const auto changed = with_laundry_rule(rules, name, text)) rules = *changed;
  }
  return rules;
}

}  // namespace tilia::pos
