#include "payroll/rule_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "payroll/rule_file.h"

namespace tilia::payroll {
namespace {

// The countries that the command line names; those without a folder of rules come with a later
// release.
constexpr std::array<std::string_view, 11> promised{"AL", "AT", "BA-FBiH", "BA-RS", "BG", "CZ",
                                                    "ES", "MK", "RO",      "RS",    "XK"};

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
      if (other.kind == series.kind && other.code == series.code)
        throw RuleFault(fmt::format("{}: the same series stands in {}; keep one file of it",
                                    series.file, other.file));
    }
    all.push_back(std::move(series));
  }
  return all;
}

// One country's series, asked about one day.
class CountryOnDay {
 public:
  CountryOnDay(std::vector<RuleSeries> all, std::string country, const Day& day)
      : all_(std::move(all)), country_(std::move(country)), day_(day) {
    for (const SeriesKind kind :
         {SeriesKind::contribution, SeriesKind::lowest_base, SeriesKind::highest_base,
          SeriesKind::untaxed_amount, SeriesKind::tax, SeriesKind::minimum_wage,
          SeriesKind::rounding, SeriesKind::full_time})
      static_cast<void>(series(kind));
  }

  [[nodiscard]] bool too_early() const {
    return std::any_of(all_.begin(), all_.end(), [this](const RuleSeries& each) {
      return each.kind != SeriesKind::minimum_wage && each.kind != SeriesKind::birth_date &&
             day_ < each.entries.front().from;
    });
  }

  // CHECKs that it is not too early.
  [[nodiscard]] StatutoryRules rules() const {
    const RuleEntry& untaxed = entry(SeriesKind::untaxed_amount);
    const RuleEntry& tax = entry(SeriesKind::tax);
    demand_one_currency(*untaxed.currency);
    return {.country = country_,
            .currency = *untaxed.currency,
            .contributions = contributions(),
            .tax = tax.brackets,
            .tax_from = tax.from,
            .tax_law = tax.law,
            .untaxed_amount = *untaxed.amount,
            .untaxed_from = untaxed.from,
            .untaxed_law = untaxed.law,
            .minimum_wage = minimum_wage(),
            .pay_rounding = entry(SeriesKind::rounding).rounding,
            .full_time_weekly_minutes = entry(SeriesKind::full_time).weekly_minutes,
            .birth_date_law = birth_date_law(),
            .reviewed = reviewed()};
  }

 private:
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

  [[nodiscard]] std::vector<ContributionRule> contributions() const {
    const RuleEntry& lowest = entry(SeriesKind::lowest_base);
    const RuleEntry& highest = entry(SeriesKind::highest_base);
    if (*highest.amount < *lowest.amount)
      throw RuleFault(
          fmt::format("{}: on {} the highest base is under the lowest", country_, day_.text()));
    const RuleEntry& later = lowest.from < highest.from ? highest : lowest;
    std::vector<ContributionRule> lines;
    for (const RuleSeries& each : all_) {
      if (each.kind != SeriesKind::contribution) continue;
      const RuleEntry& rate = *each.on(day_);
      lines.push_back({.code = each.code,
                       .payer = each.payer,
                       .rate = rate.rate,
                       .base_min = lowest.amount,
                       .base_max = highest.amount,
                       .from = rate.from,
                       .base_from = later.from,
                       .law = rate.law,
                       .base_law = later.law});
    }
    return lines;
  }

  [[nodiscard]] std::optional<MinimumWage> minimum_wage() const {
    const RuleEntry* holds = series(SeriesKind::minimum_wage).on(day_);
    if (holds == nullptr || holds->unverified) return std::nullopt;
    return MinimumWage{*holds->amount, holds->from, holds->to, holds->law};
  }

  // A country whose law asks for none has no such file.
  [[nodiscard]] std::optional<std::string> birth_date_law() const {
    for (const RuleSeries& each : all_) {
      if (each.kind != SeriesKind::birth_date) continue;
      if (const RuleEntry* holds = each.on(day_)) return holds->law;
    }
    return std::nullopt;
  }

  void demand_one_currency(Currency currency) const {
    for (const RuleSeries& each : all_) {
      const RuleEntry* holds = each.on(day_);
      if (holds != nullptr && holds->currency && *holds->currency != currency)
        throw RuleFault(fmt::format("{}: on {} it is in {}, other series are in {}", each.file,
                                    day_.text(), holds->currency->code(), currency.code()));
    }
  }

  [[nodiscard]] Day reviewed() const {
    Day earliest = all_.front().reviewed;
    for (const RuleSeries& each : all_) earliest = std::min(earliest, each.reviewed);
    return earliest;
  }

  std::vector<RuleSeries> all_;
  std::string country_;
  Day day_;
};

}  // namespace

std::string_view rules_refusal_code(RulesRefusal why) {
  switch (why) {
    case RulesRefusal::unknown_country: return "unknown_country";
    case RulesRefusal::country_in_a_later_release: return "country_in_a_later_release";
    case RulesRefusal::no_rules_that_early: return "no_rules_that_early";
  }
  CHECK(false);
}

Phrase sentence_of(RulesRefusal why, const std::string& country, const Day& day) {
  return Phrase(fmt::format("payroll.rules_refusal.{}", rules_refusal_code(why)))
      .with("country", country)
      .with("day", day);
}

Result<StatutoryRules, RulesRefusal> RuleBook::on(const std::string& country,
                                                  const Day& day) const {
  if (std::find(promised.begin(), promised.end(), country) == promised.end())
    return RulesRefusal::unknown_country;
  if (!std::filesystem::is_directory(rules_ / country))
    return RulesRefusal::country_in_a_later_release;
  const CountryOnDay country_on_day(read_country(rules_ / country), country, day);
  if (country_on_day.too_early()) return RulesRefusal::no_rules_that_early;
  return country_on_day.rules();
}

}  // namespace tilia::payroll
