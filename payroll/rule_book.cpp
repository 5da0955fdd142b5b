#include "payroll/rule_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "payroll/rule_file.h"

namespace tilia::payroll {
namespace {

std::vector<RuleSeries> read_country(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".toml")
      throw RuleFault(fmt::format("{}: only .toml files stand here; take it out",
                                  file.path().filename().string()));
    files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());  // lines of a payslip stand in the order of the file names
  std::vector<RuleSeries> all;
  for (const auto& file : files) {
    RuleSeries series = read_rule_file(file);
    for (const RuleSeries& other : all) {
      const ContributionKind& kind = series.contribution;
      if (other.kind == series.kind && other.code == series.code &&
          other.contribution.when == kind.when && other.contribution.unless == kind.unless)
        throw RuleFault(fmt::format("{}: the same series stands in {}; keep one file of it",
                                    series.file, other.file));
    }
    all.push_back(std::move(series));
  }
  return all;
}

std::vector<RuleSeries> read_country(const std::filesystem::path& folder,
                                     const std::string& country,
                                     const std::vector<RuleAddition>& additions) {
  std::vector<RuleSeries> all = read_country(folder);
  for (const RuleAddition& addition : additions) {
    if (addition.country != country) continue;
    const auto series = std::find_if(all.begin(), all.end(), [&](const RuleSeries& each) {
      return each.name() == addition.series;
    });
    // A newer release may have parted or renamed a series; the entry then waits for a hand.
    if (series == all.end())
      throw RuleFault(
          fmt::format("{}: {} has no such series; take the entry out", addition.series, country));
    add_entry(*series, addition);
  }
  return all;
}

// One country's series, asked about one day.
class CountryOnDay {
 public:
  CountryOnDay(std::vector<RuleSeries> all, std::string country, const Day& day)
      : all_(std::move(all)), country_(std::move(country)), day_(day) {
    for (const SeriesKind kind :
         {SeriesKind::contribution, SeriesKind::tax, SeriesKind::rounding, SeriesKind::full_time})
      static_cast<void>(series(kind));
  }

  // Also within a gap of a series. Floors, minimum wages and the wish for a birth date begin when
  // they begin; without anything else no wage can be worked out.
  [[nodiscard]] bool lacks_a_value() const {
    return std::any_of(all_.begin(), all_.end(), [this](const RuleSeries& each) {
      const bool may_be_absent =
          each.kind == SeriesKind::minimum_wage || each.kind == SeriesKind::birth_date ||
          each.kind == SeriesKind::lowest_base || each.kind == SeriesKind::highest_base ||
          each.kind == SeriesKind::free_part || each.kind == SeriesKind::annual_return ||
          each.kind == SeriesKind::supplement || each.kind == SeriesKind::absence_pay;
      return !may_be_absent && each.on(day_) == nullptr;
    });
  }

  // CHECKs that no value is lacking.
  [[nodiscard]] StatutoryRules rules() const {
    const Currency currency = one_currency();
    const RuleEntry& tax = entry(SeriesKind::tax);
    const RuleEntry& rounding = entry(SeriesKind::rounding);
    const auto to_unit = [&](const RuleEntry::ToUnit& rule) {
      return RoundingRule{rule.mode, Money::parse(rule.unit, currency).value()};
    };
    StatutoryRules rules{.country = country_,
                         .currency = currency,
                         .contributions = contributions(),
                         .tax = {tax.brackets, tax.tax_months, tax.from, tax.law},
                         .amounts = {},
                         .rates = {},
                         .by_gross = {},
                         .by_count = {},
                         .falling = {},
                         .minimum_wages = {},
                         .supplements = {},
                         .absence_pay = {},
                         .month_minutes = month_minutes(),
                         .rounding = to_unit(rounding.rounding),
                         .tax_base_rounding = to_unit(rounding.tax_base_rounding),
                         .tax_rounding = to_unit(rounding.tax_rounding),
                         .full_time_weekly_minutes = entry(SeriesKind::full_time).weekly_minutes,
                         .birth_date_law = {},
                         .unverified = {},
                         .reviewed = all_.front().reviewed};
    for (const RuleSeries& each : all_) {
      rules.reviewed = std::min(rules.reviewed, each.reviewed);
      if (const RuleEntry* holds = each.on(day_)) put(rules, each, *holds);
    }
    return rules;
  }

 private:
  static void put(StatutoryRules& rules, const RuleSeries& series, const RuleEntry& holds) {
    const std::string& code = series.code;
    switch (series.kind) {
      case SeriesKind::amount:
      case SeriesKind::free_part:
        rules.amounts.emplace(code, DatedMoney{*holds.amount, holds.from, holds.law});
        break;
      case SeriesKind::rate:
        rules.rates.emplace(code, DatedRate{holds.rate, holds.from, holds.law});
        break;
      case SeriesKind::amount_by_gross:
        rules.by_gross.emplace(code, AmountByGross{holds.steps, holds.from, holds.law});
        break;
      case SeriesKind::amount_by_count:
        rules.by_count.emplace(code, AmountByCount{holds.amounts, holds.from, holds.law});
        break;
      case SeriesKind::falling_deduction: rules.falling.emplace(code, *holds.falling); break;
      case SeriesKind::birth_date: rules.birth_date_law = holds.law; break;
      // Unverified ones are said where they were used, not on every slip.
      case SeriesKind::supplement:
        rules.supplements.push_back(
            {code, series.time, holds.rate, holds.amount, holds.from, holds.law, holds.unverified});
        return;
      case SeriesKind::absence_pay:
        rules.absence_pay = AbsencePay{code,       series.count, holds.absence_steps,
                                       holds.from, holds.law,    holds.unverified};
        return;
      case SeriesKind::minimum_wage:
        if (holds.unverified) return;  // nobody is measured by it
        rules.minimum_wages.push_back({.code = code,
                                       .group = series.group,
                                       .amount = *holds.amount,
                                       .per = holds.per,
                                       .net = holds.net,
                                       .month_minutes = holds.month_minutes,
                                       .from = holds.from,
                                       .to = holds.to,
                                       .law = holds.law});
        break;
      case SeriesKind::annual_return:
      case SeriesKind::contribution:
      case SeriesKind::lowest_base:
      case SeriesKind::highest_base:
      case SeriesKind::free_up_to:
      case SeriesKind::tax:
      case SeriesKind::rounding:
      case SeriesKind::full_time: break;
    }
    if (holds.unverified)
      rules.unverified.push_back(code.empty() ? std::string(series_kind_text(series.kind)) : code);
  }

  // Where the country does not say: a twelfth of the year's fifty-two weeks.
  [[nodiscard]] MonthMinutes month_minutes() const {
    constexpr std::int64_t weeks_a_year = 52;
    constexpr std::int64_t months_a_year = 12;
    const RuleEntry& full = entry(SeriesKind::full_time);
    if (full.by_working_days) return {.working_days = true};
    return {.fixed = full.month_minutes ? *full.month_minutes
                                        : full.weekly_minutes * weeks_a_year / months_a_year};
  }

  [[nodiscard]] const RuleSeries& series(SeriesKind kind) const {
    for (const RuleSeries& each : all_) {
      if (each.kind == kind) return each;
    }
    throw RuleFault(
        fmt::format("{}: no file gives the series {}", country_, series_kind_text(kind)));
  }

  [[nodiscard]] const RuleEntry& entry(SeriesKind kind) const {
    const RuleEntry* holds = series(kind).on(day_);
    CHECK(holds != nullptr);
    return *holds;
  }

  // The base that a contribution names; nothing where it names none or none holds yet.
  [[nodiscard]] std::optional<DatedMoney> base(SeriesKind kind, const std::string& code,
                                               const std::string& file) const {
    if (code.empty()) return std::nullopt;
    for (const RuleSeries& each : all_) {
      if (each.kind != kind || each.code != code) continue;
      const RuleEntry* holds = each.on(day_);
      if (holds == nullptr) return std::nullopt;
      return DatedMoney{*holds->amount, holds->from, holds->law};
    }
    throw RuleFault(fmt::format("{}: no file gives {} as {}", file, code, series_kind_text(kind)));
  }

  [[nodiscard]] bool is_yearly(const std::string& code) const {
    return std::any_of(all_.begin(), all_.end(), [&](const RuleSeries& each) {
      return each.kind == SeriesKind::highest_base && each.code == code && each.yearly;
    });
  }

  [[nodiscard]] std::vector<ContributionRule> contributions() const {
    std::vector<ContributionRule> lines;
    for (const RuleSeries& each : all_) {
      if (each.kind != SeriesKind::contribution) continue;
      const RuleEntry& rate = *each.on(day_);
      ContributionRule line{
          .kind = each.contribution,
          .rate = rate.rate,
          .least = rate.least.value_or(rate.rate),
          .most = rate.most.value_or(rate.rate),
          .lower = rate.lower,
          .lowest_base = base(SeriesKind::lowest_base, each.lowest_base, each.file),
          .highest_base = base(SeriesKind::highest_base, each.highest_base, each.file),
          .highest_base_is_yearly = is_yearly(each.highest_base),
          .free_up_to = base(SeriesKind::free_up_to, each.free_up_to, each.file),
          .from = rate.from,
          .law = rate.law};
      if (line.lowest_base && line.highest_base &&
          line.highest_base->amount < line.lowest_base->amount)
        throw RuleFault(
            fmt::format("{}: on {} the highest base is under the lowest", country_, day_.text()));
      lines.push_back(std::move(line));
    }
    return lines;
  }

  [[nodiscard]] Currency one_currency() const {
    const RuleSeries* first = nullptr;
    std::optional<Currency> currency;
    for (const RuleSeries& each : all_) {
      const RuleEntry* holds = each.on(day_);
      if (holds == nullptr || !holds->currency) continue;
      if (currency && *holds->currency != *currency)
        throw RuleFault(fmt::format("{}: on {} it is in {}, {} is in {}", each.file, day_.text(),
                                    holds->currency->code(), first->file, currency->code()));
      if (!currency) first = &each;
      currency = holds->currency;
    }
    if (!currency)
      throw RuleFault(fmt::format("{}: on {} no series says its currency", country_, day_.text()));
    return *currency;
  }

  std::vector<RuleSeries> all_;
  std::string country_;
  Day day_;
};

}  // namespace

std::string_view rules_refusal_code(RulesRefusal why) {
  switch (why) {
    case RulesRefusal::unknown_country: return "unknown_country";
    case RulesRefusal::no_rules_that_early: return "no_rules_that_early";
  }
  CHECK(false);
}

Phrase sentence_of(RulesRefusal why, const std::string& country, const Day& day) {
  return Phrase(fmt::format("payroll.rules_refusal.{}", rules_refusal_code(why)))
      .with("country", country)
      .with("day", day);
}

const std::vector<std::string>& pay_countries() {
  static const std::vector<std::string> all{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ",
                                            "ES", "MK", "RO",      "RS",    "XK"};
  return all;
}

RuleBook RuleBook::with(std::vector<RuleAddition> additions) const {
  RuleBook both = *this;
  both.additions_.insert(both.additions_.end(), std::make_move_iterator(additions.begin()),
                         std::make_move_iterator(additions.end()));
  return both;
}

std::optional<RuleSeries> RuleBook::series(const std::string& country,
                                           const std::string& name) const {
  for (RuleSeries& each : read_country(rules_ / country, country, additions_)) {
    if (each.name() == name) return std::move(each);
  }
  return std::nullopt;
}

std::vector<RuleSeries> RuleBook::all_series(const std::string& country) const {
  return read_country(rules_ / country, country, additions_);
}

std::vector<LawValue> RuleBook::values(const std::string& country, const Day& day) const {
  std::vector<LawValue> all;
  for (const RuleSeries& series : read_country(rules_ / country, country, additions_)) {
    const RuleEntry* holds = series.on(day);
    if (holds == nullptr) continue;
    all.push_back({.series = series.name(),
                   .kind = std::string(series_kind_text(series.kind)),
                   .code = series.code,
                   .value = value_text(*holds, series.kind),
                   .from = holds->from,
                   .to = holds->to,
                   .law = holds->law,
                   .source = holds->source,
                   .unverified = holds->unverified,
                   .ours = holds->ours,
                   .reviewed = series.reviewed});
  }
  return all;
}

const DatedMoney& StatutoryRules::amount(const std::string& code) const {
  const auto found = amounts.find(code);
  if (found == amounts.end())
    throw RuleFault(fmt::format("{}: no file gives the amount {}", country, code));
  return found->second;
}

const DatedRate& StatutoryRules::rate(const std::string& code) const {
  const auto found = rates.find(code);
  if (found == rates.end())
    throw RuleFault(fmt::format("{}: no file gives the rate {}", country, code));
  return found->second;
}

Result<StatutoryRules, RulesRefusal> RuleBook::on(const std::string& country,
                                                  const Day& day) const {
  const auto& known = pay_countries();
  if (std::find(known.begin(), known.end(), country) == known.end())
    return RulesRefusal::unknown_country;
  const CountryOnDay country_on_day(read_country(rules_ / country, country, additions_), country,
                                    day);
  if (country_on_day.lacks_a_value()) return RulesRefusal::no_rules_that_early;
  return country_on_day.rules();
}

}  // namespace tilia::payroll
