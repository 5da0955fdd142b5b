// A practice shop as data: installer/demo/<kind>.toml. What it sells, what its week is like, what
// it pays each month. The loader refuses an unknown or missing key and names the file and the
// place.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/phrase.h"
#include "pos/article.h"
#include "pos/bakery/order.h"
#include "pos/bakery/recipe.h"
#include "pos/invoice/buyer.h"
#include "pos/package.h"
#include "pos/salon/salon.h"
#include "reporting/figures_book.h"

namespace tilia::app {

struct DemoArticle {
  pos::Article article;
  int weight = 1;  // how often it is bought, beside the others
};

struct DemoExpense {
  int day_of_month = 1;
  reporting::ExpenseKind kind = reporting::ExpenseKind::other;
  Money amount;
};

struct DemoCustomer {
  std::string code;
  std::string name;
  std::string picture;
  Money limit;
  std::optional<pos::Buyer> company = std::nullopt;  // its particulars, where it is one
};

struct DemoStandingOrder {
  std::string code;
  std::string account;
  std::vector<int> weekdays;  // 0 Monday … 6 Sunday
  int minute = 0;             // of the day
  std::vector<pos::StandingOrder::Line> lines;
};

// Pieces that somebody makes at home and the shop sells.
struct DemoConsigned {
  std::string article;
  Rate our_share;
  std::int64_t pieces = 0;  // that came in the beginning
};

// What a kind of shop does beside selling (app/demo_bakery.h, app/demo_salon.h).
struct DemoTradePlan {
  std::vector<std::string> names;  // those by which customers are known
  std::vector<pos::Ingredient> ingredients;
  std::vector<pos::Recipe> recipes;
  std::vector<DemoStandingOrder> standing;
  std::vector<pos::SalonColumn> columns;
  std::vector<pos::SalonService> services;
  std::vector<std::string> week;  // from Monday: "09:00-19:00"
  std::vector<pos::PackageOffer> packages;
  std::vector<std::string> notes;
  std::vector<DemoConsigned> consigned;
  std::vector<std::string> washed;  // articles that are brought and fetched
};

struct DemoShop {
  std::string kind;  // "bakery"
  std::string till;  // "T1"
  std::string name;
  int opens_minute = 0;  // of the day
  int closes_minute = 0;
  std::vector<int> customers;  // Monday … Sunday; nought: closed
  std::vector<int> by_hour;    // weights of the hours from opening
  int card_in_hundred = 0;
  int donation_in_hundred = 0;
  int refund_in_thousand = 0;
  int most_lines = 1;
  Money float_amount;
  std::vector<DemoArticle> articles;
  std::vector<DemoExpense> expenses;
  std::vector<DemoCustomer> customers_on_account = {};  // may be none
  DemoTradePlan trade = {};
};

class DemoShopFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The kinds that have a file, in the order of their names.
[[nodiscard]] std::vector<std::string> demo_shop_kinds(const std::filesystem::path& folder);
[[nodiscard]] DemoShop load_demo_shop(const std::filesystem::path& file, Language language,
                                      Currency currency);

}  // namespace tilia::app
