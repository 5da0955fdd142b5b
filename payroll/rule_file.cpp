#include "payroll/rule_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <utility>

#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

constexpr std::array<std::pair<std::string_view, SeriesKind>, 9> kinds{
    {{"contribution", SeriesKind::contribution},
     {"lowest_base", SeriesKind::lowest_base},
     {"highest_base", SeriesKind::highest_base},
     {"untaxed_amount", SeriesKind::untaxed_amount},
     {"tax", SeriesKind::tax},
     {"minimum_wage", SeriesKind::minimum_wage},
     {"rounding", SeriesKind::rounding},
     {"full_time", SeriesKind::full_time},
     {"birth_date", SeriesKind::birth_date}}};

constexpr std::array<std::pair<std::string_view, Payer>, 2> payers{
    {{"employee", Payer::employee}, {"employer", Payer::employer}}};

std::vector<TaxBracket> read_brackets(Keys& entry, const std::string& where, Currency currency) {
  std::vector<TaxBracket> brackets;
  for (const toml::node& node :
       entry.tables("brackets", "list them as [{ above = \"0\", rate = \"10\" }]")) {
    Keys keys(*node.as_table(), fmt::format("{}, bracket {}", where, brackets.size() + 1));
    const TaxBracket bracket{keys.money("above", currency), keys.rate("rate")};
    keys.nothing_else();
    if (brackets.empty() && !bracket.above.is_zero())
      keys.refuse("above", "the first bracket starts at 0");
    if (!brackets.empty() && bracket.above <= brackets.back().above)
      keys.refuse("above", "brackets rise: this one must start above the one before");
    if (!brackets.empty() && bracket.rate < brackets.back().rate)
      keys.refuse("rate", "brackets rise: this rate is lower than the one before");
    brackets.push_back(bracket);
  }
  return brackets;
}

RuleEntry read_entry(const toml::table& table, SeriesKind kind, const std::string& where) {
  Keys keys(table, where);
  RuleEntry entry{.from = keys.day("from"),
                  .to = {},
                  .law = keys.text("law", "name the decree that gives this value"),
                  .currency = {},
                  .rate = {},
                  .amount = {},
                  .brackets = {}};
  if (keys.has("source")) static_cast<void>(keys.text("source", "say where the value was read"));
  const auto in_currency = [&] { return *(entry.currency = keys.currency("currency")); };
  switch (kind) {
    case SeriesKind::contribution: entry.rate = keys.rate("rate"); break;
    case SeriesKind::lowest_base:
    case SeriesKind::highest_base:
    case SeriesKind::untaxed_amount: entry.amount = keys.money("amount", in_currency()); break;
    case SeriesKind::tax: entry.brackets = read_brackets(keys, where, in_currency()); break;
    case SeriesKind::minimum_wage:
      entry.amount = keys.money("hourly_net", in_currency());
      if (keys.has("to")) entry.to = keys.day("to");
      entry.unverified = keys.flag("unverified");
      if (entry.to && *entry.to < entry.from) keys.refuse("to", "it ends before it starts");
      break;
    case SeriesKind::rounding: entry.rounding = keys.rounding("mode"); break;
    case SeriesKind::full_time:
      entry.weekly_minutes = keys.whole("weekly_hours", 1, 60) * 60;
      break;
    case SeriesKind::birth_date: break;
  }
  if (entry.currency && keys.has("replaces_currency")) {
    if (keys.currency("replaces_currency") == *entry.currency)
      keys.refuse("replaces_currency", "name the currency before, not the one from now on");
  }
  keys.nothing_else();
  return entry;
}

// What an entry may be only because of the one before it.
void demand_order(const toml::table& table, const RuleEntry& before, const RuleEntry& entry,
                  const std::string& where) {
  const Keys keys(table, where);
  if (entry.from == before.from) keys.refuse("from", "this day stands twice; keep one of them");
  if (entry.from < before.from)
    keys.refuse("from", "entries stand in order of their days; move this one up");
  if (before.to && entry.from <= *before.to)
    keys.refuse("from", "the entry before still holds on this day");
  const std::string said = table["replaces_currency"].value_or(std::string());
  if (entry.currency != before.currency && said != before.currency->code())
    keys.refuse("currency", fmt::format("the series changes currency here; say replaces_currency "
                                        "= \"{}\" if that is meant",
                                        before.currency->code()));
  if (entry.currency == before.currency && !said.empty())
    keys.refuse("replaces_currency", "the currency does not change here; take it out");
}

}  // namespace

std::string_view series_kind_text(SeriesKind kind) {
  for (const auto& [name, value] : kinds) {
    if (value == kind) return name;
  }
  CHECK(false);
}

const RuleEntry* RuleSeries::on(const Day& day) const {
  const RuleEntry* holds = nullptr;
  for (const RuleEntry& entry : entries) {
    if (entry.from <= day) holds = &entry;
  }
  if (holds != nullptr && holds->to && *holds->to < day) return nullptr;
  return holds;
}

RuleSeries read_rule_file(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  const toml::table document = parsed_law_file(file);
  Keys keys(document, name);
  RuleSeries series{.file = name,
                    .kind = keys.one_of("series", kinds),
                    .code = {},
                    .reviewed = keys.day("reviewed"),
                    .entries = {}};
  if (series.kind == SeriesKind::contribution) {
    series.code = keys.text("code", "give the line its code, \"SRB_PIO_EE\"");
    series.payer = keys.one_of("payer", payers);
  }
  for (const toml::node& node : keys.tables("entry", "write each value as an [[entry]]")) {
    const std::string where = fmt::format("{}, entry {}", name, series.entries.size() + 1);
    const RuleEntry entry = read_entry(*node.as_table(), series.kind, where);
    if (!series.entries.empty())
      demand_order(*node.as_table(), series.entries.back(), entry, where);
    series.entries.push_back(entry);
  }
  keys.nothing_else();
  return series;
}

}  // namespace tilia::payroll
