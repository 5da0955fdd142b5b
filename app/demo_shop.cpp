#include "app/demo_shop.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "app/demo_file.h"
#include "app/demo_trade.h"

namespace tilia::app {
namespace {

namespace fs = std::filesystem;

DemoArticle article_of(const toml::table& table, const std::string& name, Language language,
                       Currency currency) {
  const DemoPlace place(
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
  const DemoPlace place(table, name, {"day_of_month", "kind", "amount"});
  const auto kind = reporting::parse_expense_kind(place.text("kind"));
  if (!kind) place.fault("kind must be a kind of expense");
  const int day = place.number("day_of_month");
  if (day < 1 || day > 28) place.fault("day_of_month must be from 1 to 28");
  return {day, *kind, place.money("amount", currency)};
}

pos::Buyer company_of(const toml::table& table, const std::string& name,
                      const DemoCustomer& customer, Language language) {
  const DemoPlace place(table, name, {"address", "tax_number", "days_to_pay"});
  return {.account = customer.code,
          .name = customer.name,
          .address = place.in_language("address", language),
          .country = "RS",
          .tax_number = place.text("tax_number"),
          .days_to_pay = place.number("days_to_pay")};
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
  const DemoPlace top(
      root, name, {"kind", "till", "name", "rhythm", "article", "expense", "customer", "trade"});
  const DemoPlace rhythm(top.table("rhythm"), name + ": rhythm",
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
      shop.articles.push_back(article_of(demo_table(node, place), place, language, currency));
    }
  }
  if (shop.articles.empty()) top.fault("article is missing");
  if (const toml::array* expenses = top.tables("expense")) {
    for (const toml::node& node : *expenses) {
      const std::string place = fmt::format("{}: expense {}", name, shop.expenses.size() + 1);
      shop.expenses.push_back(expense_of(demo_table(node, place), place, currency));
    }
  }
  if (const toml::array* customers = top.tables("customer")) {
    for (const toml::node& node : *customers) {
      const std::string where =
          fmt::format("{}: customer {}", name, shop.customers_on_account.size() + 1);
      const DemoPlace place(demo_table(node, where), where,
                            {"code", "name", "picture", "limit", "company"});
      DemoCustomer known{place.text("code"), place.in_language("name", language),
                         place.text("picture"), place.money("limit", currency)};
      if (const toml::table* company = demo_table(node, where)["company"].as_table())
        known.company = company_of(*company, where + ": company", known, language);
      shop.customers_on_account.push_back(std::move(known));
    }
  }
  if (const toml::table* trade = root["trade"].as_table())
    shop.trade = demo_trade_of(*trade, name + ": trade", language, currency);
  return shop;
}

}  // namespace tilia::app
