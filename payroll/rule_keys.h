// Reading one table of a rule file, key by key: what is missing, misspelt or unknown is refused
// with the place and the cure (RuleFault). In the end nothing_else() refuses the keys that nobody
// asked for.
//
//   Keys keys(table, "41_tax.toml, entry 2");
//   const Day from = keys.day("from");
//   keys.nothing_else();
#pragma once

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "payroll/rounding_text.h"
#include "payroll/rule_book.h"

namespace tilia::payroll {

// A whole file of law; what is no TOML is refused with its name and the place.
[[nodiscard]] inline toml::table parsed_law_file(const std::filesystem::path& file) {
  try {
    return toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    throw RuleFault(fmt::format("{}, line {}: {}", file.filename().string(),
                                error.source().begin.line, error.description()));
  }
}

// Reads the keys of one table, and in the end refuses those that nobody asked for.
class Keys {
 public:
  Keys(const toml::table& table, std::string where) : table_(table), where_(std::move(where)) {}

  [[noreturn]] void refuse(std::string_view key, std::string_view cure) const {
    throw RuleFault(fmt::format("{}, {}: {}", where_, key, cure));
  }

  [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }

  [[nodiscard]] std::string text(std::string_view key, std::string_view cure) {
    const auto* value = needed(key, cure).as_string();
    if (value == nullptr || value->get().empty()) refuse(key, cure);
    return value->get();
  }

  [[nodiscard]] Day day(std::string_view key) {
    constexpr std::string_view cure = "write a day as 2026-01-31";
    const auto* value = needed(key, cure).as_date();
    if (value == nullptr) refuse(key, cure);
    const toml::date date = value->get();
    const auto parsed = Day::from(date.year, date.month, date.day);
    if (!parsed) refuse(key, cure);
    return *parsed;
  }

  [[nodiscard]] bool flag(std::string_view key) {
    if (!has(key)) return false;
    const auto* value = needed(key, "").as_boolean();
    if (value == nullptr) refuse(key, "write true or leave it out");
    return value->get();
  }

  [[nodiscard]] int whole(std::string_view key, int least, int most) {
    const std::string cure = fmt::format("write a whole number from {} to {}", least, most);
    const auto* value = needed(key, cure).as_integer();
    if (value == nullptr || value->get() < least || value->get() > most) refuse(key, cure);
    return static_cast<int>(value->get());
  }

  template <class Value, std::size_t n>
  [[nodiscard]] Value one_of(std::string_view key,
                             const std::array<std::pair<std::string_view, Value>, n>& known) {
    std::string cure = "write one of";
    for (const auto& [name, value] : known) cure += fmt::format(" {}", name);
    const std::string given = text(key, cure);
    for (const auto& [name, value] : known) {
      if (name == given) return value;
    }
    refuse(key, cure);
  }

  [[nodiscard]] Rounding rounding(std::string_view key) {
    constexpr std::string_view cure = "write half_up, half_even, down, up, floor or ceiling";
    const auto rounding = parse_rounding(text(key, cure));
    if (!rounding || *rounding == Rounding::exact) refuse(key, cure);
    return *rounding;
  }

  [[nodiscard]] Rate rate(std::string_view key) {
    constexpr std::string_view cure = "write percent from 0 to 100 as text, \"5.15\"";
    const auto rate = Rate::parse_percent(text(key, cure));
    if (!rate || rate.value() < Rate() ||
        rate.value() > Rate::from_millionths(Rate::one_in_millionths))
      refuse(key, cure);
    return rate.value();
  }

  // More than the whole, where law wants it: for a holiday's hour the wage and a tenth.
  [[nodiscard]] Rate supplement(std::string_view key) {
    constexpr std::string_view cure = "write percent from 0 to 400 as text, \"110\"";
    const auto rate = Rate::parse_percent(text(key, cure));
    if (!rate || rate.value() < Rate() ||
        rate.value() > Rate::from_millionths(4 * Rate::one_in_millionths))
      refuse(key, cure);
    return rate.value();
  }

  [[nodiscard]] Currency currency(std::string_view key) {
    constexpr std::string_view cure = "name a currency that we know, \"RSD\"";
    const auto currency = Currency::from_code(text(key, cure));
    if (!currency) refuse(key, cure);
    return *currency;
  }

  [[nodiscard]] Money money(std::string_view key, Currency currency) {
    constexpr std::string_view cure = "write an amount that is not negative as text, \"51297\"";
    const auto money = Money::parse(text(key, cure), currency);
    if (!money || money.value().negative()) refuse(key, cure);
    return money.value();
  }

  // At least one, as text.
  [[nodiscard]] std::vector<Money> moneys(std::string_view key, Currency currency) {
    constexpr std::string_view cure = "list amounts as text, [\"1267\", \"1860\"]";
    std::vector<Money> all;
    for (const std::string& text : texts(key, cure)) {
      const auto money = Money::parse(text, currency);
      if (!money || money.value().negative()) refuse(key, cure);
      all.push_back(money.value());
    }
    return all;
  }

  [[nodiscard]] std::vector<Rate> rates(std::string_view key) {
    constexpr std::string_view cure = "list percents as text, [\"20\", \"25\"]";
    std::vector<Rate> all;
    for (const std::string& text : texts(key, cure)) {
      const auto rate = Rate::parse_percent(text);
      if (!rate || rate.value() < Rate()) refuse(key, cure);
      all.push_back(rate.value());
    }
    return all;
  }

  [[nodiscard]] const toml::array& tables(std::string_view key, std::string_view cure) {
    const auto* array = needed(key, cure).as_array();
    if (array == nullptr || array->empty() || !array->is_homogeneous<toml::table>())
      refuse(key, cure);
    return *array;
  }

  void nothing_else() const {
    for (const auto& [key, value] : table_) {
      if (!asked_.contains(std::string(key.str())))
        refuse(key.str(), "this key is not known here; mend its spelling or take it out");
    }
  }

 private:
  [[nodiscard]] std::vector<std::string> texts(std::string_view key, std::string_view cure) {
    const auto* array = needed(key, cure).as_array();
    if (array == nullptr || array->empty() || !array->is_homogeneous<std::string>())
      refuse(key, cure);
    std::vector<std::string> all;
    for (const toml::node& node : *array) all.push_back(node.as_string()->get());
    return all;
  }

  [[nodiscard]] const toml::node& needed(std::string_view key, std::string_view cure) {
    asked_.emplace(key);
    const toml::node* node = table_.get(key);
    if (node == nullptr) refuse(key, fmt::format("is missing; {}", cure));
    return *node;
  }

  const toml::table& table_;
  std::string where_;
  std::set<std::string> asked_;
};

}  // namespace tilia::payroll
