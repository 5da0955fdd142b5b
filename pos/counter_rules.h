// What an organisation has decided for its counters, and where one shop does otherwise, for that
// shop's till. Each rule has a name and a text, as `tilia setting` and the office write them, and
// is one entry of the journal. Money in the shop's currency.
//
//   CounterRules rules = counter_rules(book, currency, "T1");
//   if (rules.refund_limit && back > *rules.refund_limit) …
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/phrase.h"
#include "core/result.h"
#include "pos/markdown.h"
#include "pos/scan.h"
#include "pos/till_book.h"

namespace tilia::pos {

// What may be noted of a line with one tap: "🔪 Sliced".
struct LineNote {
  std::string picture;
  std::string words;
  friend bool operator==(const LineNote&, const LineNote&) = default;
};
inline constexpr std::size_t most_line_notes = 5;
inline constexpr std::size_t most_suspended = 12;  // as many as one screen shows

struct CounterRules {
  std::optional<Money> refund_limit;      // above it a manager approves; nothing: nobody needs to
  std::optional<Money> difference_limit;  // above it a manager looks at the drawer next day
  int scale_step_grams = 0;  // of the scale on which coins are weighed; 0: there is none
  bool bags = false;         // the money is put away in a numbered bag at the close
  bool tray_swap = false;    // who takes over brings a drawer tray: the one before is counted
  // Of the window that customers see: a tag of core/phrase.h; empty: the organisation's.
  std::string customer_language;
  bool tips = false;          // taken with a sale, and paid out to whoever they are for
  bool appointments = false;  // the shop has a salon: its day is at the counter
  bool orders = false;        // the shop bakes what is ordered: the orders are at the counter
  bool bake = false;          // and so is what is to bake
  bool waste = false;         // what is wasted, given away or sold out is noted at the counter
  bool tickets = false;       // the shop washes: its tickets are at the counter
  int voucher_months = 0;     // how long one that is sold holds; 0: for ever
  std::vector<LineNote> notes;
  std::vector<std::string> suspended;   // articles of which one more can be paid for whoever comes
  std::vector<MarkdownRule> markdowns;  // what was baked today costs less in the evening
  std::vector<LabelRule> labels = usual_label_rules();  // of the shop's own scale, in order

  friend bool operator==(const CounterRules&, const CounterRules&) = default;
};

// "counter.refund_limit", …: in the order in which they are shown.
[[nodiscard]] const std::vector<std::string>& counter_rule_names();
// As with_rule() takes it; "none" where there is none.
[[nodiscard]] std::string counter_rule_text(const CounterRules& rules, std::string_view name);

enum class CounterRuleRefusal {
  unknown_rule,
  not_an_amount,
  not_yes_or_no,
  not_a_scale_step,
  not_a_language,
  not_a_label,
  not_months,
  not_notes,
  not_articles,
  not_a_markdown
};
[[nodiscard]] std::string_view counter_rule_refusal_code(CounterRuleRefusal why);
[[nodiscard]] Phrase sentence_of(CounterRuleRefusal why, const std::string& found);

[[nodiscard]] Result<CounterRules, CounterRuleRefusal> with_rule(CounterRules rules,
                                                                 std::string_view name,
                                                                 const std::string& text,
                                                                 Currency currency);

// The name of a rule of one till alone: "counter.orders@T1". An empty text under it decides
// nothing.
[[nodiscard]] std::string rule_of_till(std::string_view name, std::string_view till);
// What is decided for that till alone: rule and text.
[[nodiscard]] std::map<std::string, std::string> rules_of_till(TillBook& book,
                                                               std::string_view till);
// As the book holds them: for that till, else for all. A rule that this program does not know
// decides nothing.
[[nodiscard]] CounterRules counter_rules(TillBook& book, Currency currency, std::string_view till);
// Those for all tills.
[[nodiscard]] CounterRules common_counter_rules(TillBook& book, Currency currency);
// Whether a till of the organisation does what a rule of yes or no is about.
[[nodiscard]] bool at_any_till(TillBook& book, bool CounterRules::*rule);

}  // namespace tilia::pos
