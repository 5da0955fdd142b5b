#include "payroll/pay_settings.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "core/decimal_text.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {
namespace {

using Kind = PaySetting::Kind;
using Whose = PaySetting::Whose;

constexpr std::int64_t largest_number = 1'000'000'000;
constexpr std::int64_t most_children = 20;
constexpr std::int64_t largest_coefficient_in_hundredths = 1'000;
constexpr int longest_month_in_minutes = 31 * 24 * 60;

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t most) {
  const auto number = parse_decimal(text, 0);
  if (!number || number.value() < 0 || number.value() > most) return std::nullopt;
  return number.value();
}

// "20/40"
std::optional<PaySettings::Part> parse_part(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto numerator = whole_number(text.substr(0, slash), largest_number);
  const auto denominator = whole_number(text.substr(slash + 1), largest_number);
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  return PaySettings::Part{*numerator, *denominator};
}

// "176" or "176:30"
std::optional<int> parse_hours(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto hours = whole_number(text.substr(0, colon), longest_month_in_minutes / 60);
  const auto minutes = colon == std::string_view::npos ? std::optional<std::int64_t>(0)
                       : text.size() == colon + 3      ? whole_number(text.substr(colon + 1), 59)
                                                       : std::nullopt;
  if (!hours || !minutes) return std::nullopt;
  const auto all = static_cast<int>(*hours * 60 + *minutes);
  if (all > longest_month_in_minutes) return std::nullopt;
  return all;
}

std::optional<std::int64_t> parse_hundredths(std::string_view text) {
  const auto hundredths = parse_decimal(text, 2);
  if (!hundredths || hundredths.value() < 0 ||
      hundredths.value() > largest_coefficient_in_hundredths)
    return std::nullopt;
  return hundredths.value();
}

bool is_percent(std::string_view text) {
  const auto rate = Rate::parse_percent(text);
  return rate && rate.value() >= Rate() &&
         rate.value() <= Rate::from_millionths(Rate::one_in_millionths);
}

bool is_amount(std::string_view text, Currency currency) {
  const auto money = Money::parse(text, currency);
  return money && !money.value().negative() &&
         money.value().minor() <= largest_number * currency.minor_per_major();
}

bool fits(const PaySetting& setting, std::string_view text, Currency currency) {
  switch (setting.kind) {
    case Kind::yes_or_no: return text == "yes" || text == "no";
    case Kind::count: return whole_number(text, most_children).has_value();
    case Kind::rate: return is_percent(text);
    case Kind::amount: return is_amount(text, currency);
    case Kind::part: return parse_part(text).has_value();
    case Kind::hours: return parse_hours(text).has_value();
    case Kind::coefficient: return parse_hundredths(text).has_value();
    case Kind::choice:
      return std::find(setting.choices.begin(), setting.choices.end(), text) !=
             setting.choices.end();
  }
  CHECK(false);
}

PaySetting yes_or_no(std::string key, Whose whose, std::optional<Assumption> instead = {}) {
  return {std::move(key), Kind::yes_or_no, whose, {}, instead};
}

PaySetting of_kind(Kind kind, std::string key, Whose whose,
                   std::optional<Assumption> instead = {}) {
  return {std::move(key), kind, whose, {}, instead};
}

std::vector<PaySetting> everywhere() {
  return {of_kind(Kind::part, "part_time", Whose::month, Assumption::full_time),
          of_kind(Kind::part, "part_month", Whose::month, Assumption::full_month),
          of_kind(Kind::hours, "hours", Whose::month),
          of_kind(Kind::amount, "overtime", Whose::month, Assumption::ordinary_pay)};
}

std::vector<PaySetting> beyond(const std::string& country) {
  const auto main_job = yes_or_no("main_job", Whose::worker, Assumption::main_job);
  const auto accident =
      of_kind(Kind::rate, "accident_rate", Whose::employer, Assumption::lowest_accident_rate);
  if (country == "AT")
    return {of_kind(Kind::amount, "special", Whose::month, Assumption::ordinary_pay),
            of_kind(Kind::amount, "special_before", Whose::month),
            of_kind(Kind::amount, "regular_average", Whose::month),
            yes_or_no("first_month", Whose::month),
            {"province", Kind::choice, Whose::employer, {"vienna", "other"}, {}},
            of_kind(Kind::rate, "family_surplus", Whose::employer),
            main_job};
  if (country == "BA-FBiH")
    return {of_kind(Kind::coefficient, "tax_card", Whose::worker, Assumption::main_job),
            yes_or_no("levies", Whose::employer), yes_or_no("under_quota", Whose::employer)};
  if (country == "BA-RS")
    return {{"group",
             Kind::choice,
             Whose::worker,
             {"unskilled", "secondary_3", "secondary_4", "post_secondary", "university"},
             {}},
            of_kind(Kind::amount, "tax_card", Whose::worker, Assumption::no_dependants)};
  if (country == "BG") return {yes_or_no("born_before_1960", Whose::worker), accident};
  if (country == "CZ")
    return {main_job,
            of_kind(Kind::count, "children", Whose::worker, Assumption::no_dependants),
            {"credit", Kind::choice, Whose::worker, {"none", "lower", "higher"}, {}},
            yes_or_no("card_credit", Whose::worker),
            yes_or_no("without_health_minimum", Whose::worker),
            of_kind(Kind::amount, "paid_before", Whose::month)};
  if (country == "ES")
    return {{"contract",
             Kind::choice,
             Whose::worker,
             {"open_ended", "fixed_term"},
             Assumption::open_ended},
            of_kind(Kind::rate, "irpf", Whose::worker, Assumption::no_withholding),
            of_kind(Kind::amount, "extra_pay_year", Whose::worker),
            accident};
  if (country == "RO")
    return {main_job, of_kind(Kind::count, "dependants", Whose::worker, Assumption::no_dependants),
            of_kind(Kind::count, "children", Whose::worker, Assumption::no_dependants),
            yes_or_no("under_26", Whose::worker)};
  if (country == "XK") return {main_job, of_kind(Kind::rate, "pension_on_top", Whose::worker)};
  return {};
}

const PaySetting* setting_named(const std::string& country, const std::string& key) {
  const auto& known = pay_settings_of(country);
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const PaySetting& each) { return each.key == key; });
  return found == known.end() ? nullptr : &*found;
}

std::string_view way_of_writing(Kind kind) {
  switch (kind) {
    case Kind::yes_or_no: return "yes_or_no";
    case Kind::count: return "count";
    case Kind::rate: return "rate";
    case Kind::amount: return "amount";
    case Kind::part: return "part";
    case Kind::hours: return "hours";
    case Kind::coefficient: return "coefficient";
    case Kind::choice: return "choice";
  }
  CHECK(false);
}

}  // namespace

std::string_view assumption_code(Assumption assumption) {
  switch (assumption) {
    case Assumption::full_month: return "full_month";
    case Assumption::full_time: return "full_time";
    case Assumption::open_ended: return "open_ended";
    case Assumption::main_job: return "main_job";
    case Assumption::no_dependants: return "no_dependants";
    case Assumption::lowest_accident_rate: return "lowest_accident_rate";
    case Assumption::ordinary_pay: return "ordinary_pay";
    case Assumption::no_withholding: return "no_withholding";
  }
  CHECK(false);
}

const std::vector<PaySetting>& pay_settings_of(const std::string& country) {
  static std::map<std::string, std::vector<PaySetting>> by_country = [] {
    std::map<std::string, std::vector<PaySetting>> all;
    for (const std::string& code : pay_countries()) {
      std::vector<PaySetting> settings = everywhere();
      for (PaySetting& each : beyond(code)) settings.push_back(std::move(each));
      all.emplace(code, std::move(settings));
    }
    return all;
  }();
  const auto found = by_country.find(country);
  CHECK(found != by_country.end());
  return found->second;
}

std::string_view setting_refusal_code(SettingRefusal why) {
  switch (why) {
    case SettingRefusal::unknown_setting: return "unknown_setting";
    case SettingRefusal::bad_setting: return "bad_setting";
  }
  CHECK(false);
}

Phrase sentence_of(const SettingFault& fault) {
  std::vector<std::string> keys;
  for (const PaySetting& each : pay_settings_of(fault.country)) keys.push_back(each.key);
  if (fault.why == SettingRefusal::unknown_setting)
    return Phrase("payroll.pay_refusal.unknown_setting")
        .with("key", fault.key)
        .with("known", fmt::format("{}", fmt::join(keys, ", ")));
  const PaySetting* setting = setting_named(fault.country, fault.key);
  CHECK(setting != nullptr);
  return Phrase(fmt::format("payroll.bad_setting.{}", way_of_writing(setting->kind)))
      .with("key", fault.key)
      .with("choices", fmt::format("{}", fmt::join(setting->choices, ", ")));
}

Result<PaySettings, SettingFault> PaySettings::read(
    const std::string& country, Currency currency, const std::map<std::string, std::string>& said) {
  PaySettings settings;
  for (const auto& [key, value] : said) {
    const PaySetting* known = setting_named(country, key);
    if (known == nullptr) return SettingFault{SettingRefusal::unknown_setting, country, key};
    if (!fits(*known, value, currency))
      return SettingFault{SettingRefusal::bad_setting, country, key};
    settings.values_.emplace(key, value);
  }
  return settings;
}

bool PaySettings::flag(const std::string& key, bool otherwise) const {
  const auto found = values_.find(key);
  return found == values_.end() ? otherwise : found->second == "yes";
}

int PaySettings::count(const std::string& key) const {
  const auto found = values_.find(key);
  return found == values_.end()
             ? 0
             : static_cast<int>(whole_number(found->second, most_children).value());
}

std::optional<Rate> PaySettings::rate(const std::string& key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) return std::nullopt;
  return Rate::parse_percent(found->second).value();
}

Money PaySettings::amount(const std::string& key, Currency currency) const {
  const auto found = values_.find(key);
  return found == values_.end() ? Money::zero(currency)
                                : Money::parse(found->second, currency).value();
}

int PaySettings::hundredths(const std::string& key, int otherwise) const {
  const auto found = values_.find(key);
  return found == values_.end() ? otherwise
                                : static_cast<int>(parse_hundredths(found->second).value());
}

std::string PaySettings::choice(const std::string& key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? std::string() : found->second;
}

std::optional<int> PaySettings::minutes(const std::string& key) const {
  const auto found = values_.find(key);
  if (found == values_.end()) return std::nullopt;
  return parse_hours(found->second);
}

PaySettings::Part PaySettings::part(const std::string& key) const {
  const auto found = values_.find(key);
  return found == values_.end() ? Part{} : parse_part(found->second).value();
}

PaySettings PaySettings::with(const PaySettings& later) const {
  PaySettings both = later;
  both.values_.insert(values_.begin(), values_.end());
  return both;
}

}  // namespace tilia::payroll
