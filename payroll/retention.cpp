#include "payroll/retention.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/check.h"
#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

constexpr int months_a_year = 12;
constexpr int most_months = 100 * months_a_year;
constexpr std::string_view for_good = "always";

constexpr std::array<std::pair<std::string_view, RetentionGroup>, 8> groups{
    {{"working_time", RetentionGroup::working_time},
     {"pay_record", RetentionGroup::pay_record},
     {"cost_record", RetentionGroup::funding},
     {"payslips", RetentionGroup::payslips},
     {"sales", RetentionGroup::sales},
     {"users", RetentionGroup::users},
     {"reads", RetentionGroup::reads},
     {"customers", RetentionGroup::customers}}};

constexpr std::array<std::pair<std::string_view, RetentionStart>, 3> starts{
    {{"end_of_contract", RetentionStart::end_of_contract},
     {"end_of_year", RetentionStart::end_of_year},
     {"end_of_use", RetentionStart::end_of_use}}};

template <class Value, std::size_t n>
std::string_view name_in(const std::array<std::pair<std::string_view, Value>, n>& known,
                         Value wanted) {
  for (const auto& [name, value] : known) {
    if (value == wanted) return name;
  }
  CHECK(false);
}

template <class Value, std::size_t n>
std::optional<Value> value_in(const std::array<std::pair<std::string_view, Value>, n>& known,
                              std::string_view wanted) {
  for (const auto& [name, value] : known) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

// The same day of a later month, or that month's last.
Day plus_months(const Day& day, int months) {
  Month month = Month::of(day);
  for (int passed = 0; passed < months; ++passed) month = month.next();
  return month.first_day().plus_days(std::min(day.day_of_month(), month.days()) - 1);
}

RetentionRule read_rule(Keys& keys) {
  RetentionRule rule{.group = keys.one_of("group", groups), .months = {}, .law = {}, .source = {}};
  const bool always = keys.flag("for_good");
  if (always == keys.has("months"))
    keys.refuse("months", "write months, or for_good = true, and not both");
  if (!always) rule.months = keys.whole("months", 1, most_months);
  if (!always) rule.after = keys.one_of("after", starts);
  rule.law = keys.text("law", "name the decree that gives this period");
  rule.source = keys.text("source", "say where the period was read");
  return rule;
}

// Up to the next blank; the rest stays.
std::string_view next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

}  // namespace

std::string_view retention_group_text(RetentionGroup group) { return name_in(groups, group); }

std::optional<RetentionGroup> parse_retention_group(std::string_view text) {
  return value_in(groups, text);
}

std::string_view retention_start_text(RetentionStart start) { return name_in(starts, start); }

std::optional<Day> RetentionRule::kept_until(const Day& ended) const {
  if (!months) return std::nullopt;
  if (after != RetentionStart::end_of_year) return plus_months(ended, *months);
  return plus_months(*Day::from(ended.year(), months_a_year, 31), *months);
}

std::string text_of(const RetentionRule& rule) {
  const std::string months = rule.months ? fmt::format("{}", *rule.months) : std::string(for_good);
  return fmt::format("{} {} {}", months, retention_start_text(rule.after), rule.law);
}

std::optional<RetentionRule> parse_retention(RetentionGroup group, std::string_view text) {
  RetentionRule rule{
      .group = group, .months = {}, .law = {}, .source = {}, .by_organisation = true};
  const std::string_view period = next_word(text);
  if (period != for_good) {
    int months = 0;
    const auto [end, fault] = std::from_chars(period.data(), period.data() + period.size(), months);
    if (fault != std::errc() || end != period.data() + period.size()) return std::nullopt;
    if (months < 1 || months > most_months) return std::nullopt;
    rule.months = months;
  }
  const auto after = value_in(starts, next_word(text));
  if (!after || text.find_first_not_of(' ') == std::string_view::npos) return std::nullopt;
  rule.after = *after;
  rule.law = text;
  return rule;
}

std::string retention_setting(RetentionGroup group) {
  return fmt::format("retention.{}", retention_group_text(group));
}

RetentionTable RetentionTable::of(const std::filesystem::path& folder, const std::string& country) {
  RetentionTable table;
  const std::filesystem::path file = folder / (country + ".toml");
  if (!std::filesystem::exists(file)) return table;
  const std::string name = file.filename().string();
  const toml::table document = parsed_law_file(file);
  Keys keys(document, name);
  table.reviewed_ = keys.day("reviewed");
  for (const toml::node& node : keys.tables("entry", "write each period as an [[entry]]")) {
    Keys entry(*node.as_table(), fmt::format("{}, entry {}", name, table.law_.size() + 1));
    const Day from = entry.day("from");
    const RetentionRule rule = read_rule(entry);
    entry.nothing_else();
    for (const Dated& before : table.law_) {
      if (before.rule.group == rule.group && before.from >= from)
        entry.refuse("from", "the days of a group rise, and none stands twice");
    }
    table.law_.push_back({from, rule});
  }
  keys.nothing_else();
  return table;
}

const RetentionRule* RetentionTable::law_on(RetentionGroup group, const Day& day) const {
  const RetentionRule* holds = nullptr;
  for (const Dated& each : law_) {
    if (each.rule.group == group && each.from <= day) holds = &each.rule;
  }
  return holds;
}

std::optional<RetentionRule> RetentionTable::on(RetentionGroup group, const Day& day) const {
  if (const RetentionRule* law = law_on(group, day)) return *law;
  for (const RetentionRule& rule : entered_) {
    if (rule.group == group) return rule;
  }
  return std::nullopt;
}

bool RetentionTable::by_law(RetentionGroup group, const Day& day) const {
  return law_on(group, day) != nullptr;
}

void RetentionTable::enter(RetentionRule rule) {
  std::erase_if(entered_, [&](const RetentionRule& each) { return each.group == rule.group; });
  rule.by_organisation = true;
  entered_.push_back(std::move(rule));
}

}  // namespace tilia::payroll
