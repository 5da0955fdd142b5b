#include "pos/counter_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/decimal_text.h"
#include "pos/article_code.h"
#include "pos/keep_drawer.h"

namespace tilia::pos {
namespace {

constexpr std::string_view refund_limit = "counter.refund_limit";
constexpr std::string_view difference_limit = "counter.difference_limit";
constexpr std::string_view bags = "counter.bags";
constexpr std::string_view tray_swap = "counter.tray_swap";
constexpr std::string_view customer_language = "counter.customer_language";
constexpr std::string_view line_notes = "counter.notes";
constexpr std::string_view scale_step = "counter.scale_step_grams";
constexpr std::string_view labels = "counter.labels";
constexpr std::string_view tips = "counter.tips";
constexpr std::string_view appointments = "counter.appointments";
constexpr std::string_view orders = "counter.orders";
constexpr std::string_view bake = "counter.bake";
constexpr std::string_view waste = "counter.waste";
constexpr std::string_view tickets = "counter.tickets";
constexpr std::string_view voucher_months = "counter.voucher_months";
constexpr std::string_view suspended = "counter.suspended";
constexpr std::string_view markdown = "counter.markdown";
constexpr int most_voucher_months = 120;
constexpr std::string_view none = "none";
constexpr std::string_view between_labels = ", ";

// Which rule it is, if it is one of yes or no.
bool CounterRules::*yes_or_no(std::string_view name) {
  if (name == bags) return &CounterRules::bags;
  if (name == tray_swap) return &CounterRules::tray_swap;
  if (name == tips) return &CounterRules::tips;
  if (name == appointments) return &CounterRules::appointments;
  if (name == orders) return &CounterRules::orders;
  if (name == bake) return &CounterRules::bake;
  if (name == waste) return &CounterRules::waste;
  if (name == tickets) return &CounterRules::tickets;
  return nullptr;
}

std::string notes_text(const std::vector<LineNote>& notes) {
  std::string text;
  for (const LineNote& note : notes) {
    if (!text.empty()) text += between_labels;
    text += note.picture + ' ' + note.words;
  }
  return text.empty() ? std::string(none) : text;
}

// A picture and its words each.
std::optional<std::vector<LineNote>> notes_of(std::string_view text) {
  constexpr std::size_t longest_bytes = 40;
  std::vector<LineNote> notes;
  if (text == none) return notes;
  const auto control = [](char letter) { return static_cast<unsigned char>(letter) < ' '; };
  if (std::ranges::any_of(text, control)) return std::nullopt;
  while (true) {
    const std::size_t end = text.find(between_labels);
    const std::string_view one = text.substr(0, end);
    const std::size_t space = one.find(' ');
    const bool whole = space != std::string_view::npos && space > 0 && space + 1 < one.size();
    if (!whole || one.size() > longest_bytes || notes.size() == most_line_notes)
      return std::nullopt;
    notes.push_back({std::string(one.substr(0, space)), std::string(one.substr(space + 1))});
    if (end == std::string_view::npos) return notes;
    text.remove_prefix(end + between_labels.size());
  }
}

std::string articles_text(const std::vector<std::string>& articles) {
  std::string text;
  for (const std::string& article : articles) {
    if (!text.empty()) text += between_labels;
    text += article;
  }
  return text.empty() ? std::string(none) : text;
}

std::optional<std::vector<std::string>> articles_of(std::string_view text) {
  std::vector<std::string> articles;
  if (text == none) return articles;
  while (true) {
    const std::size_t end = text.find(between_labels);
    std::string one(text.substr(0, end));
    const bool twice = std::ranges::find(articles, one) != articles.end();
    if (!is_code(one) || twice || articles.size() == most_suspended) return std::nullopt;
    articles.push_back(std::move(one));
    if (end == std::string_view::npos) return articles;
    text.remove_prefix(end + between_labels.size());
  }
}

std::string limit_text(const std::optional<Money>& limit) {
  return limit ? limit->text() : std::string(none);
}

Result<std::optional<Money>, CounterRuleRefusal> limit_of(const std::string& text,
                                                          Currency currency) {
  if (text == none || text.empty()) return std::optional<Money>();
  const auto amount = typed_amount(text, currency);
  if (!amount || amount.value().negative()) return CounterRuleRefusal::not_an_amount;
  return std::optional(amount.value());
}

std::optional<int> months_of(const std::string& text) {
  if (text == none) return 0;
  const auto months = parse_decimal(text, 0);
  if (!months || months.value() < 1 || months.value() > most_voucher_months) return std::nullopt;
  return static_cast<int>(months.value());
}

std::optional<std::vector<LabelRule>> labels_of(std::string_view text) {
  std::vector<LabelRule> rules;
  if (text == none) return rules;
  while (true) {
    const std::size_t end = text.find(between_labels);
    const auto rule = LabelRule::parse(text.substr(0, end));
    if (!rule) return std::nullopt;
    rules.push_back(*rule);
    if (end == std::string_view::npos) return rules;
    text.remove_prefix(end + between_labels.size());
  }
}

}  // namespace

const std::vector<std::string>& counter_rule_names() {
  static const std::vector<std::string> names{std::string(refund_limit),
                                              std::string(difference_limit),
                                              std::string(bags),
                                              std::string(tray_swap),
                                              std::string(scale_step),
                                              std::string(labels),
                                              std::string(tips),
                                              std::string(voucher_months),
                                              std::string(customer_language),
                                              std::string(line_notes),
                                              std::string(appointments),
                                              std::string(orders),
                                              std::string(bake),
                                              std::string(waste),
                                              std::string(tickets),
                                              std::string(suspended),
                                              std::string(markdown)};
  return names;
}

std::string counter_rule_text(const CounterRules& rules, std::string_view name) {
  if (name == refund_limit) return limit_text(rules.refund_limit);
  if (name == difference_limit) return limit_text(rules.difference_limit);
  if (bool CounterRules::*const decided = yes_or_no(name)) return rules.*decided ? "yes" : "no";
  if (name == customer_language)
    return rules.customer_language.empty() ? std::string(none) : rules.customer_language;
  if (name == line_notes) return notes_text(rules.notes);
  if (name == suspended) return articles_text(rules.suspended);
  if (name == markdown)
    return rules.markdowns.empty() ? std::string(none) : markdowns_text(rules.markdowns);
  if (name == scale_step)
    return rules.scale_step_grams == 0 ? std::string(none) : std::to_string(rules.scale_step_grams);
  if (name == voucher_months)
    return rules.voucher_months == 0 ? std::string(none) : std::to_string(rules.voucher_months);
  CHECK(name == labels);
  std::string text;
  for (const LabelRule& rule : rules.labels) {
    if (!text.empty()) text += between_labels;
    text += rule.text();
  }
  return text.empty() ? std::string(none) : text;
}

std::string_view counter_rule_refusal_code(CounterRuleRefusal why) {
  switch (why) {
    case CounterRuleRefusal::unknown_rule: return "setting.unknown_rule";
    case CounterRuleRefusal::not_an_amount: return "setting.not_an_amount";
    case CounterRuleRefusal::not_yes_or_no: return "setting.not_yes_or_no";
    case CounterRuleRefusal::not_a_scale_step: return "setting.not_a_scale_step";
    case CounterRuleRefusal::not_a_language: return "setting.not_a_language";
    case CounterRuleRefusal::not_a_label: return "setting.not_a_label";
    case CounterRuleRefusal::not_months: return "setting.not_months";
    case CounterRuleRefusal::not_notes: return "setting.not_notes";
    case CounterRuleRefusal::not_articles: return "setting.not_articles";
    case CounterRuleRefusal::not_a_markdown: return "setting.not_a_markdown";
  }
  CHECK(false);
}

Phrase sentence_of(CounterRuleRefusal why, const std::string& found) {
  switch (why) {
    case CounterRuleRefusal::unknown_rule:
      return Phrase("pos.setting.unknown_rule").with("found", found);
    case CounterRuleRefusal::not_an_amount:
      return Phrase("pos.setting.not_an_amount").with("found", found);
    case CounterRuleRefusal::not_yes_or_no:
      return Phrase("pos.setting.not_yes_or_no").with("found", found);
    case CounterRuleRefusal::not_a_scale_step:
      return Phrase("pos.setting.not_a_scale_step").with("found", found);
    case CounterRuleRefusal::not_a_language:
      return Phrase("pos.setting.not_a_language").with("found", found);
    case CounterRuleRefusal::not_a_label:
      return Phrase("pos.setting.not_a_label").with("found", found);
    case CounterRuleRefusal::not_months:
      return Phrase("pos.setting.not_months").with("found", found);
    case CounterRuleRefusal::not_notes: return Phrase("pos.setting.not_notes").with("found", found);
    case CounterRuleRefusal::not_articles:
      return Phrase("pos.setting.not_articles").with("found", found);
    case CounterRuleRefusal::not_a_markdown:
      return Phrase("pos.setting.not_a_markdown").with("found", found);
  }
  CHECK(false);
}

namespace {

Result<CounterRules, CounterRuleRefusal> with_list(CounterRules rules, std::string_view name,
                                                   const std::string& text) {
  if (name == suspended) {
    auto read = articles_of(text);
    if (!read) return CounterRuleRefusal::not_articles;
    rules.suspended = std::move(*read);
    return rules;
  }
  if (name == markdown) {
    auto read = text == none ? std::optional(std::vector<MarkdownRule>()) : parse_markdowns(text);
    if (!read) return CounterRuleRefusal::not_a_markdown;
    rules.markdowns = std::move(*read);
    return rules;
  }
  auto read = notes_of(text);
  if (!read) return CounterRuleRefusal::not_notes;
  rules.notes = std::move(*read);
  return rules;
}

}  // namespace

Result<CounterRules, CounterRuleRefusal> with_rule(CounterRules rules, std::string_view name,
                                                   const std::string& text, Currency currency) {
  if (name == labels) {
    auto read = labels_of(text);
    if (!read) return CounterRuleRefusal::not_a_label;
    rules.labels = std::move(*read);
    return rules;
  }
  if (bool CounterRules::*const decided = yes_or_no(name)) {
    if (text != "yes" && text != "no") return CounterRuleRefusal::not_yes_or_no;
    rules.*decided = text == "yes";
    return rules;
  }
  if (name == line_notes || name == suspended || name == markdown)
    return with_list(std::move(rules), name, text);
  if (name == customer_language) {
    if (text != none && !parse_language(text)) return CounterRuleRefusal::not_a_language;
    rules.customer_language = text == none ? std::string() : text;
    return rules;
  }
  if (name == voucher_months) {
    const auto months = months_of(text);
    if (!months) return CounterRuleRefusal::not_months;
    rules.voucher_months = *months;
    return rules;
  }
  if (name == scale_step) {
    const bool digit = text.size() == 1 && text[0] >= '1' && text[0] <= '9';
    if (text != none && !digit) return CounterRuleRefusal::not_a_scale_step;
    rules.scale_step_grams = digit ? text[0] - '0' : 0;
    return rules;
  }
  if (name != refund_limit && name != difference_limit) return CounterRuleRefusal::unknown_rule;
  const auto limit = limit_of(text, currency);
  if (!limit) return limit.refusal();
  (name == refund_limit ? rules.refund_limit : rules.difference_limit) = limit.value();
  return rules;
}

namespace {

constexpr char of_till = '@';

template <typename Decisions>
CounterRules decided(CounterRules rules, const Decisions& decisions, Currency currency) {
  for (const auto& [name, text] : decisions) {
    auto changed = with_rule(rules, name, text, currency);
    if (changed) rules = std::move(changed).value();
  }
  return rules;
}

}  // namespace

std::string rule_of_till(std::string_view name, std::string_view till) {
  return fmt::format("{}{}{}", name, of_till, till);
}

std::map<std::string, std::string> rules_of_till(TillBook& book, std::string_view till) {
  std::map<std::string, std::string> alone;
  for (const auto& [name, text] : book.counter_rules()) {
    const std::string_view rule = std::string_view(name).substr(0, name.find(of_till));
    if (!text.empty() && name == rule_of_till(rule, till)) alone.emplace(rule, text);
  }
  return alone;
}

CounterRules common_counter_rules(TillBook& book, Currency currency) {
  return decided({}, book.counter_rules(), currency);
}

CounterRules counter_rules(TillBook& book, Currency currency, std::string_view till) {
  return decided(common_counter_rules(book, currency), rules_of_till(book, till), currency);
}

bool at_any_till(TillBook& book, bool CounterRules::*rule) {
  const Organisation organisation = book.organisation();
  return std::ranges::any_of(organisation.shops, [&](const Shop& shop) {
    return counter_rules(book, organisation.currency, shop.till).*rule;
  });
}

}  // namespace tilia::pos
