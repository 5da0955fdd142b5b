// What a laundry has decided for itself, kept as the counter's rules are (pos/counter_rules.h): how
// many pieces fill a load, and after how many days somebody is reminded of what she did not fetch,
// asked for a fee, and may see it given away. Nothing of that happens by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pos/till_book.h"

namespace tilia::pos {

struct LaundryRules {
  int load_pieces = 0;  // 0: a ticket is one load
  // Days since it could be fetched; 0: never.
  int remind_days = 0;
  int fee_days = 0;
  int give_away_days = 0;

  friend bool operator==(const LaundryRules&, const LaundryRules&) = default;
};

// "laundry.load_pieces", …: in the order in which they are shown.
[[nodiscard]] const std::vector<std::string>& laundry_rule_names();
// A number, or "none".
[[nodiscard]] std::string laundry_rule_text(const LaundryRules& rules, std::string_view name);
// Nothing where the text is neither "none" nor a number from 1 to 1000. CHECKs that there is such a
// rule.
[[nodiscard]] std::optional<LaundryRules> with_laundry_rule(LaundryRules rules,
                                                            std::string_view name,
                                                            const std::string& text);
[[nodiscard]] LaundryRules laundry_rules(TillBook& book);

}  // namespace tilia::pos
