#include "payroll/shifts/leave_law.h"

#include <algorithm>

#include "core/check.h"
#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

constexpr const char* directive = "EU";
constexpr int most_days = 366;

LeaveRule read_rule(const toml::table& table, const std::string& where) {
  Keys keys(table, where);
  LeaveRule rule{.from = keys.day("from"), .below_years = std::nullopt, .law = {}, .source = {}};
  if (keys.has("below_years")) rule.below_years = keys.whole("below_years", 1, 99);
  if (keys.has("days") == keys.has("more_days"))
    keys.refuse("days", "write days, or more_days beyond what everybody has");
  if (keys.has("days"))
    rule.days = keys.whole("days", 1, most_days);
  else
    rule.more_days = keys.whole("more_days", 1, most_days);
  rule.unverified = keys.flag("unverified");
  rule.law = keys.text("law", "name the decree and its article");
  if (!rule.unverified || keys.has("source"))
    rule.source = keys.text("source", "say where you read it");
  keys.nothing_else();
  return rule;
}

std::vector<LeaveRule> read_country(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const toml::table table = parsed_law_file(file);
  Keys keys(table, name);
  static_cast<void>(keys.day("reviewed"));
  std::vector<LeaveRule> rules;
  int number = 0;
  for (const toml::node& node : keys.tables("leave", "write [[leave]] and its keys")) {
    const std::string where = fmt::format("{}, leave {}", name, ++number);
    LeaveRule rule = read_rule(*node.as_table(), where);
    for (const LeaveRule& other : rules)
      if (other.below_years == rule.below_years && other.from >= rule.from)
        throw RuleFault(fmt::format(
            "{}: the same stands before it with the same or a later day; put its entries in the "
            "order of their days",
            where));
    rules.push_back(std::move(rule));
  }
  keys.nothing_else();
  return rules;
}

// The one that holds on that day for that age: of those for the young the one for the youngest.
const LeaveRule* rule_on(const std::vector<LeaveRule>& rules, std::optional<int> years,
                         const Day& day) {
  const LeaveRule* found = nullptr;
  for (const LeaveRule& rule : rules) {
    if (day < rule.from || (rule.below_years && (!years || *years >= *rule.below_years))) continue;
    const int reach = rule.below_years.value_or(most_days);
    if (found == nullptr || reach <= found->below_years.value_or(most_days)) found = &rule;
  }
  return found;
}

}  // namespace

LeaveLaws::LeaveLaws(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) countries_.emplace(file.stem().string(), read_country(file));
  const auto common = countries_.find(directive);
  if (common == countries_.end())
    throw RuleFault(fmt::format("{}.toml is missing; it holds what is used elsewhere", directive));
  for (const LeaveRule& rule : common->second)
    if (rule.more_days > 0)
      throw RuleFault(fmt::format("{}.toml, more_days: there is nothing before it", directive));
}

LeaveEntitlement LeaveLaws::entitlement(const std::string& country, std::optional<int> years,
                                        const Day& day) const {
  const LeaveRule* common = rule_on(countries_.at(directive), years, day);
  CHECK(common != nullptr);
  LeaveEntitlement found{common->days, common->law, common->source, common->unverified, true};
  const auto own = countries_.find(country);
  if (own == countries_.end()) return found;
  const LeaveRule* grown = rule_on(own->second, std::nullopt, day);
  const LeaveRule* hers = rule_on(own->second, years, day);
  if (hers == nullptr) return found;
  int days = hers->days;
  if (hers->more_days > 0) days = hers->more_days + (grown ? grown->days : common->days);
  const bool on_directive = hers->more_days > 0 && grown == nullptr;
  if (days <= common->days) return found;
  return {days, hers->law, hers->source, hers->unverified, on_directive};
}

}  // namespace tilia::payroll
