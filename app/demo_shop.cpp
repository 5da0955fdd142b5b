#include "app/demo_shop.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>

#include "core/minute_of_day.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

// One table of the file, read key by key.
class Place {
 public:
  Place(const toml::table& table, std::string name, std::initializer_list<std::string_view> known)
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
    const Place place(*texts, name_ + "." + std::string(key), {"en", "sr-Latn", "sr-Cyrl"});
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

const toml::table& as_table(const toml::node& node, const std::string& name) {
  if (const toml::table* table = node.as_table()) return *table;
  throw DemoShopFault(name + ": must be a table");
}

DemoArticle article_of(const toml::table& table, const std::string& name, Language language,
                       Currency currency) {
  const Place place(
      table, name,
      {"code", "name", "price", "vat", "unit", "picture", "page", "weight", "barcodes"});
  const auto vat_class = pos::parse_vat_class(place.text("vat"));
  if (!vat_class) place.fault("vat must be a class of VAT");
  const std::string unit = place.text("unit");
  if (unit != "each" && unit != "kg") place.fault("unit must be each or kg");
  pos::Article article{place.text("code"),
                       place.in_language("name", language),
                       place.money("price", currency),
                       *vat_class,
                       unit == "kg" ? pos::Unit::kg : pos::Unit::each,
                       {},
                       place.text("picture"),
                       place.in_language("page", language),
                       false};
  if (const toml::array* barcodes = place.tables("barcodes")) {
    for (const toml::node& barcode : *barcodes)
      article.barcodes.push_back(barcode.value<std::string>().value_or(""));
  }
  return {std::move(article), place.number("weight")};
}

DemoExpense expense_of(const toml::table& table, const std::string& name, Currency currency) {
  const Place place(table, name, {"day_of_month", "kind", "amount"});
  const auto kind = reporting::parse_expense_kind(place.text("kind"));
  if (!kind) place.fault("kind must be a kind of expense");
  const int day = place.number("day_of_month");
  if (day < 1 || day > 28) place.fault("day_of_month must be from 1 to 28");
  return {day, *kind, place.money("amount", currency)};
}

}  // namespace

std::vector<std::string> demo_shop_kinds(const fs::path& folder) {
  std::vector<std::string> kinds;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".toml") kinds.push_back(entry.path().stem().string());
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

DemoShop load_demo_shop(const fs::path& file, Language language, Currency currency) {
  const std::string name = file.filename().string();
  toml::table root;
  try {
    root = toml::parse_file(file.string());
  } catch (const toml::parse_error& fault) {
    throw DemoShopFault(name + ": " + std::string(fault.description()));
  }
  const Place top(root, name, {"kind", "till", "name", "rhythm", "article", "expense", "customer"});
  const Place rhythm(top.table("rhythm"), name + ": rhythm",
                     {"opens", "closes", "customers", "by_hour", "card_in_hundred",
                      "donation_in_hundred", "refund_in_thousand", "most_lines", "float"});
  DemoShop shop{.kind = top.text("kind"),
                .till = top.text("till"),
                .name = top.in_language("name", language),
                .opens_minute = rhythm.minute_of_day("opens"),
                .closes_minute = rhythm.minute_of_day("closes"),
                .customers = rhythm.numbers("customers", 7),
                .by_hour = rhythm.numbers("by_hour", 0),
                .card_in_hundred = rhythm.number("card_in_hundred"),
                .donation_in_hundred = rhythm.number("donation_in_hundred"),
                .refund_in_thousand = rhythm.number("refund_in_thousand"),
                .most_lines = rhythm.number("most_lines"),
                .float_amount = rhythm.money("float", currency),
                .articles = {},
                .expenses = {}};
  if (const toml::array* articles = top.tables("article")) {
    for (const toml::node& node : *articles) {
      const std::string place = fmt::format("{}: article {}", name, shop.articles.size() + 1);
      shop.articles.push_back(article_of(as_table(node, place), place, language, currency));
    }
  }
  if (shop.articles.empty()) top.fault("article is missing");
  if (const toml::array* expenses = top.tables("expense")) {
    for (const toml::node& node : *expenses) {
      const std::string place = fmt::format("{}: expense {}", name, shop.expenses.size() + 1);
      shop.expenses.push_back(expense_of(as_table(node, place), place, currency));
    }
  }
  if (const toml::array* customers = top.tables("customer")) {
    for (const toml::node& node : *customers) {
      const std::string where =
          fmt::format("{}: customer {}", name, shop.customers_on_account.size() + 1);
      const Place place(as_table(node, where), where, {"code", "name", "picture", "limit"});
      shop.customers_on_account.push_back({place.text("code"), place.in_language("name", language),
                                           place.text("picture"), place.money("limit", currency)});
    }
  }
  return shop;
}

}  // namespace tilia::app
