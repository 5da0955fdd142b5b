#include "payroll/rule_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <utility>

#include "payroll/rule_keys.h"

namespace tilia::payroll {
namespace {

constexpr std::array<std::pair<std::string_view, SeriesKind>, 18> kinds{
    {{"contribution", SeriesKind::contribution},
     {"lowest_base", SeriesKind::lowest_base},
     {"highest_base", SeriesKind::highest_base},
     {"free_up_to", SeriesKind::free_up_to},
     {"amount", SeriesKind::amount},
     {"free_part", SeriesKind::free_part},
     {"annual_return", SeriesKind::annual_return},
     {"rate", SeriesKind::rate},
     {"amount_by_gross", SeriesKind::amount_by_gross},
     {"amount_by_count", SeriesKind::amount_by_count},
     {"falling_deduction", SeriesKind::falling_deduction},
     {"tax", SeriesKind::tax},
     {"minimum_wage", SeriesKind::minimum_wage},
     {"rounding", SeriesKind::rounding},
     {"full_time", SeriesKind::full_time},
     {"supplement", SeriesKind::supplement},
     {"absence_pay", SeriesKind::absence_pay},
     {"birth_date", SeriesKind::birth_date}}};

constexpr std::array<std::pair<std::string_view, Payer>, 2> payers{
    {{"employee", Payer::employee}, {"employer", Payer::employer}}};

constexpr std::array<std::pair<std::string_view, ContributionKind::Of>, 4> taken_of{
    {{"gross", ContributionKind::Of::gross},
     {"net", ContributionKind::Of::net},
     {"overtime", ContributionKind::Of::overtime},
     {"shortfall", ContributionKind::Of::shortfall}}};

constexpr std::array<std::pair<std::string_view, Supplement::For>, 4> times_of_work{
    {{"night", Supplement::For::night},
     {"sunday", Supplement::For::sunday},
     {"holiday", Supplement::For::holiday},
     {"overtime", Supplement::For::overtime}}};

constexpr std::array<std::pair<std::string_view, AbsencePay::Count>, 3> counted_in{
    {{"calendar_days", AbsencePay::Count::calendar_days},
     {"working_days", AbsencePay::Count::working_days},
     {"working_days_of_year", AbsencePay::Count::working_days_of_year}}};

constexpr std::array<std::pair<std::string_view, int>, 2> periods{{{"month", 1}, {"year", 12}}};

// How a file names a minimum wage.
struct MinimumKey {
  const char* key;
  MinimumWage::Per per;
  bool net;
};
constexpr std::array<MinimumKey, 6> minimum_keys{{{"hourly_net", MinimumWage::Per::hour, true},
                                                  {"hourly_gross", MinimumWage::Per::hour, false},
                                                  {"monthly_net", MinimumWage::Per::month, true},
                                                  {"monthly_gross", MinimumWage::Per::month, false},
                                                  {"yearly_net", MinimumWage::Per::year, true},
                                                  {"yearly_gross", MinimumWage::Per::year, false}}};

// One entry, key by key.
class EntryReading {
 public:
  EntryReading(const toml::table& table, std::string where)
      : keys_(table, where),
        where_(std::move(where)),
        entry_{.from = keys_.day("from"),
               .to = {},
               .law = keys_.text("law", "name the decree that gives this value"),
               .source = {},
               .currency = {},
               .rate = {},
               .least = {},
               .most = {},
               .lower = {},
               .brackets = {},
               .amount = {},
               .amounts = {},
               .steps = {},
               .falling = {},
               .month_minutes = {},
               .rounding = {},
               .tax_base_rounding = {},
               .tax_rounding = {},
               .absence_steps = {}} {}

  RuleEntry read(SeriesKind kind) {
    if (keys_.has("source")) entry_.source = keys_.text("source", "say where the value was read");
    if (keys_.has("to")) entry_.to = keys_.day("to");
    if (entry_.to && *entry_.to < entry_.from) keys_.refuse("to", "it ends before it starts");
    entry_.unverified = keys_.flag("unverified");
    switch (kind) {
      case SeriesKind::contribution: contribution(); break;
      case SeriesKind::lowest_base:
      case SeriesKind::highest_base:
      case SeriesKind::free_up_to:
      case SeriesKind::free_part:
      case SeriesKind::annual_return:
      case SeriesKind::amount: entry_.amount = keys_.money("amount", currency()); break;
      case SeriesKind::rate: entry_.rate = keys_.rate("rate"); break;
      case SeriesKind::amount_by_gross: steps(); break;
      case SeriesKind::amount_by_count: entry_.amounts = keys_.moneys("amounts", currency()); break;
      case SeriesKind::falling_deduction: falling(); break;
      case SeriesKind::tax: tax(); break;
      case SeriesKind::minimum_wage: minimum(); break;
      case SeriesKind::rounding: rounding(); break;
      case SeriesKind::full_time: full_time(); break;
      case SeriesKind::supplement: supplement(); break;
      case SeriesKind::absence_pay: absence_pay(); break;
      case SeriesKind::birth_date: break;
    }
    if (entry_.currency && keys_.has("replaces_currency") &&
        keys_.currency("replaces_currency") == *entry_.currency)
      keys_.refuse("replaces_currency", "name the currency before, not the one from now on");
    keys_.nothing_else();
    return entry_;
  }

 private:
  static constexpr int minutes_per_hour = 60;

  Currency currency() { return *(entry_.currency = keys_.currency("currency")); }

  void contribution() {
    entry_.rate = keys_.rate("rate");
    if (keys_.has("least")) entry_.least = keys_.rate("least");
    if (keys_.has("most")) entry_.most = keys_.rate("most");
    if (entry_.least && *entry_.least > entry_.rate)
      keys_.refuse("least", "it is over the rate itself");
    if (entry_.most && *entry_.most < entry_.rate)
      keys_.refuse("most", "it is under the rate itself");
    if (!keys_.has("lower")) return;
    const Currency in = currency();
    for (const toml::node& node :
         keys_.tables("lower", "list them as [{ up_to = \"2225.00\", rate = \"0\" }]")) {
      Keys step(*node.as_table(), fmt::format("{}, step {}", where_, entry_.lower.size() + 1));
      entry_.lower.push_back({step.money("up_to", in), step.rate("rate")});
      step.nothing_else();
      const std::size_t at = entry_.lower.size() - 1;
      if (at > 0 && entry_.lower[at].up_to <= entry_.lower[at - 1].up_to)
        step.refuse("up_to", "steps rise: this one must end above the one before");
    }
  }

  void steps() {
    const Currency in = currency();
    for (const toml::node& node :
         keys_.tables("steps", "list them as [{ up_to = \"50000\", amount = \"50000\" }]")) {
      Keys step(*node.as_table(), fmt::format("{}, step {}", where_, entry_.steps.size() + 1));
      if (!entry_.steps.empty() && !entry_.steps.back().up_to)
        step.refuse("up_to", "the step before has no end; only the last goes on");
      AmountByGross::Step read{{}, step.money("amount", in)};
      if (step.has("up_to")) read.up_to = step.money("up_to", in);
      step.nothing_else();
      if (!entry_.steps.empty() && read.up_to && *read.up_to <= *entry_.steps.back().up_to)
        step.refuse("up_to", "steps rise: this one must end above the one before");
      entry_.steps.push_back(read);
    }
    if (entry_.steps.back().up_to) keys_.refuse("steps", "the last step has no up_to: it goes on");
  }

  void falling() {
    const Currency in = currency();
    entry_.falling = FallingDeduction{.by_dependants = keys_.rates("by_dependants"),
                                      .less = keys_.rate("less"),
                                      .each = keys_.money("each", in),
                                      .up_to = keys_.money("up_to", in),
                                      .from = entry_.from,
                                      .law = entry_.law};
    if (entry_.falling->each.is_zero()) keys_.refuse("each", "a step is more than nothing");
  }

  void tax() {
    if (keys_.flag("entered")) return;  // a percentage of each worker's own
    const Currency in = currency();
    entry_.tax_months = keys_.has("period") ? keys_.one_of("period", periods) : 1;
    std::vector<TaxBracket>& brackets = entry_.brackets;
    for (const toml::node& node :
         keys_.tables("brackets", "list them as [{ above = \"0\", rate = \"10\" }]")) {
      Keys keys(*node.as_table(), fmt::format("{}, bracket {}", where_, brackets.size() + 1));
      const TaxBracket bracket{keys.money("above", in), keys.rate("rate")};
      keys.nothing_else();
      if (brackets.empty() && !bracket.above.is_zero())
        keys.refuse("above", "the first bracket starts at 0");
      if (!brackets.empty() && bracket.above <= brackets.back().above)
        keys.refuse("above", "brackets rise: this one must start above the one before");
      if (!brackets.empty() && bracket.rate < brackets.back().rate)
        keys.refuse("rate", "brackets rise: this rate is lower than the one before");
      brackets.push_back(bracket);
    }
  }

  void minimum() {
    const Currency in = currency();
    for (const MinimumKey& each : minimum_keys) {
      if (!keys_.has(each.key)) continue;
      if (entry_.amount) keys_.refuse(each.key, "an entry gives one minimum; split it");
      entry_.amount = keys_.money(each.key, in);
      entry_.per = each.per;
      entry_.net = each.net;
    }
    if (!entry_.amount)
      keys_.refuse("monthly_gross",
                   "give hourly_net, hourly_gross, monthly_net, monthly_gross, "
                   "yearly_net or yearly_gross");
    if (keys_.has("month_minutes"))
      entry_.month_minutes = keys_.whole("month_minutes", 1, 31 * 24 * minutes_per_hour);
  }

  void full_time() {
    entry_.weekly_minutes = keys_.whole("weekly_hours", 1, 60) * minutes_per_hour;
    entry_.by_working_days = keys_.flag("month_is_its_working_days");
    if (!keys_.has("month_minutes")) return;
    if (entry_.by_working_days)
      keys_.refuse("month_minutes", "a month is its working days or so many minutes; keep one");
    entry_.month_minutes = keys_.whole("month_minutes", 1, 31 * 24 * minutes_per_hour);
  }

  void supplement() {
    if (keys_.has("rate") == keys_.has("hourly_amount"))
      keys_.refuse("rate", "give the percent or, as hourly_amount, an amount; one of them");
    if (keys_.has("rate"))
      entry_.rate = keys_.supplement("rate");
    else
      entry_.amount = keys_.money("hourly_amount", currency());
  }

  void absence_pay() {
    constexpr int days_of_two_years = 2 * 366;
    for (const toml::node& node :
         keys_.tables("days", "list them as [{ to_day = 30, rate = \"65\" }]")) {
      Keys step(*node.as_table(),
                fmt::format("{}, step {}", where_, entry_.absence_steps.size() + 1));
      const AbsencePay::Step read{step.whole("to_day", 1, days_of_two_years), step.rate("rate")};
      step.nothing_else();
      if (!entry_.absence_steps.empty() && read.to_day <= entry_.absence_steps.back().to_day)
        step.refuse("to_day", "steps rise: this one must end after the one before");
      entry_.absence_steps.push_back(read);
    }
  }

  void rounding() {
    entry_.rounding = to_unit("mode", "unit");
    entry_.tax_base_rounding =
        keys_.has("tax_base_mode") ? to_unit("tax_base_mode", "tax_base_unit") : entry_.rounding;
    entry_.tax_rounding = keys_.has("tax_mode") ? to_unit("tax_mode", "tax_unit") : entry_.rounding;
  }

  RuleEntry::ToUnit to_unit(std::string_view mode, std::string_view unit) {
    RuleEntry::ToUnit read{.mode = keys_.rounding(mode), .unit = "0.01"};
    if (!keys_.has(unit)) return read;
    constexpr std::string_view cure = "write 0.01, 1, 10 or 100 as text";
    read.unit = keys_.text(unit, cure);
    constexpr std::array<std::string_view, 4> known{"0.01", "1", "10", "100"};
    if (std::find(known.begin(), known.end(), read.unit) == known.end()) keys_.refuse(unit, cure);
    return read;
  }

  Keys keys_;
  std::string where_;
  RuleEntry entry_;
};

// What an entry may be only because of the one before it.
void demand_order(const toml::table& table, const RuleEntry& before, const RuleEntry& entry,
                  const std::string& where) {
  const Keys keys(table, where);
  if (entry.from == before.from) keys.refuse("from", "this day stands twice; keep one of them");
  if (entry.from < before.from)
    keys.refuse("from", "entries stand in order of their days; move this one up");
  if (before.to && entry.from <= *before.to)
    keys.refuse("from", "the entry before still holds on this day");
  if (!before.currency || !entry.currency) return;
  const std::string said = table["replaces_currency"].value_or(std::string());
  if (*entry.currency != *before.currency && said != before.currency->code())
    keys.refuse("currency", fmt::format("the series changes currency here; say replaces_currency "
                                        "= \"{}\" if that is meant",
                                        before.currency->code()));
  if (*entry.currency == *before.currency && !said.empty())
    keys.refuse("replaces_currency", "the currency does not change here; take it out");
}

void read_contribution(Keys& keys, RuleSeries& series) {
  const auto optional_text = [&](const char* key, const char* cure) {
    return keys.has(key) ? keys.text(key, cure) : std::string();
  };
  const std::string branch_cure = fmt::format("write one of {}", fmt::join(branches(), " "));
  ContributionKind& kind = series.contribution;
  kind.code = series.code;
  kind.payer = keys.one_of("payer", payers);
  kind.branch = keys.text("branch", branch_cure);
  if (std::find(branches().begin(), branches().end(), kind.branch) == branches().end())
    keys.refuse("branch", branch_cure);
  if (keys.has("of")) kind.of = keys.one_of("of", taken_of);
  kind.setting = optional_text("setting", "name the --set key that may give another rate");
  kind.when = optional_text("when", "name the flag that has to be on");
  kind.unless = optional_text("unless", "name the flag that has to be off");
  kind.rounded_with = optional_text("rounded_with", "name the lines that are rounded as one sum");
  if (keys.has("on_special")) kind.on_special = keys.flag("on_special");
  if (keys.has("on_overtime")) kind.on_overtime = keys.flag("on_overtime");
  series.lowest_base = optional_text("lowest_base", "name the code of the series");
  series.highest_base = optional_text("highest_base", "name the code of the series");
  series.free_up_to = optional_text("free_up_to", "name the code of the series");
}

// Where law gives no value, an agreement does: the organisation enters its own.
bool is_agreed_elsewhere(SeriesKind kind) {
  return kind == SeriesKind::supplement || kind == SeriesKind::absence_pay;
}

void read_entries(Keys& keys, RuleSeries& series) {
  for (const toml::node& node : keys.tables("entry", "write each value as an [[entry]]")) {
    const std::string where = fmt::format("{}, entry {}", series.file, series.entries.size() + 1);
    const RuleEntry entry = EntryReading(*node.as_table(), where).read(series.kind);
    if (!series.entries.empty())
      demand_order(*node.as_table(), series.entries.back(), entry, where);
    series.entries.push_back(entry);
  }
}

bool has_code(SeriesKind kind) {
  return kind != SeriesKind::tax && kind != SeriesKind::rounding && kind != SeriesKind::full_time &&
         kind != SeriesKind::birth_date;
}

}  // namespace

std::string_view series_kind_text(SeriesKind kind) {
  for (const auto& [name, value] : kinds) {
    if (value == kind) return name;
  }
  CHECK(false);
}

const std::vector<std::string>& branches() {
  static const std::vector<std::string> known{
      "pension",        "second_pension", "social",     "health",    "health_top_up",
      "sickness",       "unemployment",   "employment", "child",     "injury",
      "accident",       "common",         "training",   "equity",    "wage_guarantee",
      "insolvency",     "chamber",        "housing",    "severance", "family",
      "family_surplus", "municipality",   "labour",     "water",     "disaster",
      "disabled",       "overtime"};
  return known;
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
                    .contribution = {},
                    .lowest_base = {},
                    .highest_base = {},
                    .free_up_to = {},
                    .group = {},
                    .reviewed = keys.day("reviewed"),
                    .entries = {}};
  if (has_code(series.kind))
    series.code = keys.text("code", "give the series its code, \"SRB_PIO_EE\"");
  if (series.kind == SeriesKind::contribution) read_contribution(keys, series);
  if (series.kind == SeriesKind::highest_base && keys.has("period"))
    series.yearly = keys.one_of("period", periods) != 1;
  if (series.kind == SeriesKind::minimum_wage && keys.has("group"))
    series.group = keys.text("group", "name the group of qualification");
  if (series.kind == SeriesKind::supplement) series.time = keys.one_of("time", times_of_work);
  if (series.kind == SeriesKind::absence_pay) series.count = keys.one_of("count", counted_in);
  const bool may_be_empty = is_agreed_elsewhere(series.kind) && !keys.has("entry");
  if (!may_be_empty) read_entries(keys, series);
  keys.nothing_else();
  return series;
}

void add_entry(RuleSeries& series, const RuleAddition& addition) {
  const std::string where = fmt::format("{}, an entry of our own", series.file);
  toml::table table;
  try {
    table = toml::parse(addition.entry);
  } catch (const toml::parse_error& error) {
    throw RuleFault(fmt::format("{}: {}", where, error.description()));
  }
  RuleEntry entry = EntryReading(table, where).read(series.kind);
  entry.ours = true;
  std::erase_if(series.entries, [&](const RuleEntry& each) { return each.from == entry.from; });
  const auto after = std::find_if(series.entries.begin(), series.entries.end(),
                                  [&](const RuleEntry& each) { return entry.from < each.from; });
  series.entries.insert(after, entry);
  series.reviewed = std::max(series.reviewed, addition.entered);
}

namespace {

std::string with_currency(const Money& money) {
  return fmt::format("{} {}", money.text(), money.currency().code());
}

std::string bracket_text(const RuleEntry& entry) {
  std::vector<std::string> parts;
  for (const TaxBracket& each : entry.brackets)
    parts.push_back(fmt::format("{}: {} %", each.above.text(), each.rate.percent_text()));
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string steps_text(const RuleEntry& entry) {
  std::vector<std::string> parts;
  for (const AmountByGross::Step& each : entry.steps)
    parts.push_back(each.up_to ? fmt::format("≤ {}: {}", each.up_to->text(), each.amount.text())
                               : each.amount.text());
  return fmt::format("{}", fmt::join(parts, "; "));
}

std::string rate_text(const RuleEntry& entry) {
  std::string text = entry.rate.percent_text() + " %";
  for (const ContributionRule::Step& each : entry.lower)
    text += fmt::format("; ≤ {}: {} %", each.up_to.text(), each.rate.percent_text());
  if (entry.least || entry.most)
    text += fmt::format(" ({}–{} %)", entry.least.value_or(entry.rate).percent_text(),
                        entry.most.value_or(entry.rate).percent_text());
  return text;
}

}  // namespace

std::string value_text(const RuleEntry& entry, SeriesKind kind) {
  switch (kind) {
    case SeriesKind::contribution:
    case SeriesKind::rate: return rate_text(entry);
    case SeriesKind::lowest_base:
    case SeriesKind::highest_base:
    case SeriesKind::free_up_to:
    case SeriesKind::amount:
    case SeriesKind::free_part:
    case SeriesKind::annual_return:
    case SeriesKind::minimum_wage: return with_currency(*entry.amount);
    case SeriesKind::amount_by_gross: return steps_text(entry);
    case SeriesKind::amount_by_count: {
      std::vector<std::string> parts;
      for (const Money& each : entry.amounts) parts.push_back(each.text());
      return fmt::format("{}", fmt::join(parts, "; "));
    }
    case SeriesKind::falling_deduction: {
      std::vector<std::string> parts;
      for (const Rate& each : entry.falling->by_dependants)
        parts.push_back(each.percent_text() + " %");
      return fmt::format("{}", fmt::join(parts, "; "));
    }
    case SeriesKind::tax: return entry.brackets.empty() ? "–" : bracket_text(entry);
    case SeriesKind::rounding:
      return fmt::format("{} {}", rounding_text(entry.rounding.mode), entry.rounding.unit);
    case SeriesKind::full_time: return fmt::format("{} h", entry.weekly_minutes / 60);
    case SeriesKind::supplement:
      return entry.amount ? with_currency(*entry.amount) : rate_text(entry);
    case SeriesKind::absence_pay: {
      std::vector<std::string> parts;
      for (const AbsencePay::Step& each : entry.absence_steps)
        parts.push_back(fmt::format("≤ {} d: {} %", each.to_day, each.rate.percent_text()));
      return fmt::format("{}", fmt::join(parts, "; "));
    }
    case SeriesKind::birth_date: return "–";
  }
  CHECK(false);
}

}  // namespace tilia::payroll
