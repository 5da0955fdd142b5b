// A practice shop's file (TOML), read key by key. An unknown or missing key is a fault that names
// the file and the place.
#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo_shop.h"
#include "core/minute_of_day.h"

namespace tilia::app {

// One table of the file, read key by key.
class DemoPlace {
 public:
  DemoPlace(const toml::table& table, std::string name,
            std::initializer_list<std::string_view> known)
      : table_(table), name_(std::move(name)) {
    for (const auto& [key, value] : table_) {
      if (std::find(known.begin(), known.end(), key.str()) == known.end())
        fault(std::string(key.str()) + " is not known here");
    }
  }

  [[nodiscard]] std::string text(std::string_view key) const {
    const auto value = table_[key].value<std::string>();
    if (!value) fault(std::string(key) + " must be text");
    return *value;
  }
  [[nodiscard]] int number(std::string_view key) const {
    const auto value = table_[key].value<std::int64_t>();
    if (!value || *value < 0 || *value > 100'000) fault(std::string(key) + " must be a number");
    return static_cast<int>(*value);
  }
  [[nodiscard]] std::vector<int> numbers(std::string_view key, std::size_t count) const {
    std::vector<int> numbers;
    if (const toml::array* array = table_[key].as_array()) {
      for (const toml::node& node : *array)
        numbers.push_back(static_cast<int>(node.value<std::int64_t>().value_or(-1)));
    }
    const bool good = (count == 0 ? !numbers.empty() : numbers.size() == count) &&
                      std::all_of(numbers.begin(), numbers.end(), [](int n) { return n >= 0; });
    if (!good) fault(std::string(key) + " must be a list of numbers");
    return numbers;
  }
  [[nodiscard]] std::string in_language(std::string_view key, Language language) const {
    const toml::table* texts = table_[key].as_table();
    if (texts == nullptr) fault(std::string(key) + " must name every language");
    const DemoPlace place(*texts, name_ + "." + std::string(key), {"en", "sr-Latn", "sr-Cyrl"});
    return place.text(language_tag(language));
  }
  [[nodiscard]] Money money(std::string_view key, Currency currency) const {
    const auto money = Money::parse(text(key), currency);
    if (!money) fault(std::string(key) + " must be an amount");
    return money.value();
  }
  [[nodiscard]] int minute_of_day(std::string_view key) const {
    const auto minute = parse_minute_of_day(text(key));
    if (!minute) fault(std::string(key) + " must be a time as 06:30");
    return *minute;
  }
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const {
    std::vector<std::string> texts;
    if (const toml::array* array = table_[key].as_array()) {
      for (const toml::node& node : *array) texts.push_back(node.value<std::string>().value_or(""));
    }
    return texts;
  }
  [[nodiscard]] Quantity quantity(std::string_view key) const {
    const auto quantity = Quantity::parse(text(key));
    if (!quantity) fault(std::string(key) + " must be a quantity");
    return quantity.value();
  }
  [[nodiscard]] const toml::array* tables(std::string_view key) const {
    return table_[key].as_array();
  }
  [[nodiscard]] const toml::table& table(std::string_view key) const {
    const toml::table* found = table_[key].as_table();
    if (found == nullptr) fault(std::string(key) + " is missing");
    return *found;
  }
  [[noreturn]] void fault(const std::string& what) const {
    throw DemoShopFault(name_ + ": " + what);
  }

 private:
  const toml::table& table_;
  std::string name_;
};

inline const toml::table& demo_table(const toml::node& node, const std::string& name) {
  if (const toml::table* table = node.as_table()) return *table;
  throw DemoShopFault(name + ": must be a table");
}

}  // namespace tilia::app
