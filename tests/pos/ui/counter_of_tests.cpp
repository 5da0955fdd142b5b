#include "tests/pos/ui/counter_of_tests.h"

#include "db/new_book.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {
namespace {

Organisation house_of(const ShopOfCounter& shop, const CountryPack& pack) {
  return {.name = shop.name,
          .address = "",
          .tax_number = "",
          .country = pack.country,
          .zone = pack.zone,
          .language = "sr-Latn",
          .currency = pack.currency,
          .charges_vat = true,
          .practice = shop.practice,
          .shops = {{.name = shop.name, .kind = "bakery", .till = "T1"}}};
}

Article article(const std::string& code, const std::string& name, const std::string& price,
                const std::string& page) {
  return {.code = code,
          .name = name,
          .price = money(price, "RSD"),
          .vat_class = VatClass::reduced,
          .unit = Unit::each,
          .barcodes = {},
          .picture = "🍞",
          .page = page,
          .stocked = false};
}

}  // namespace

ShopOfCounter bread_and_cakes() {
  ShopOfCounter shop;
  std::vector<Article> articles{article("loaf", "Beli hleb", "60.00", "Hleb"),
                                article("roll", "Kifla", "45.00", "Hleb"),
                                article("cake", "Čokoladna torta", "320.00", "Torte")};
  articles.front().barcodes = {"8600000000014"};
  Article nuts = article("nuts", "Orasi", "1500.00", "Torte");
  nuts.unit = Unit::kg;
  articles.push_back(nuts);
  for (int i = 1; i <= 14; ++i) {
    articles.push_back(
        article("tea-" + std::to_string(i), "Čaj " + std::to_string(i), "90.00", "Čaj"));
  }
  shop.articles = std::move(articles);
  return shop;
}

CounterOfTests::CounterOfTests(const ShopOfCounter& shop)
    : shop_name(shop.name),
      chance(11),
      clock(Instant::parse("2026-03-02T08:00:00+01:00").value()),
      pack(tests::pack(shop.country)),
      zone(Zone::named(pack.zone).value()),
      file(db::book_in_memory({.station = "T1"}, house_of(shop, pack), clock.now(), chance)),
      book(*file),
      tenders(*file),
      salon(*file),
      orders(*file),
      tickets(*file),
      packages(*file),
      history(*file),
      customers(*file),
      catalogue(*file),
      ring(book, pack, clock),
      drawer(book, pack, zone, clock, chance) {
  book.put_articles(shop.articles, clock.now());
  start_again();
}

void CounterOfTests::start_again() {
  counter = std::make_unique<Counter>(CounterDoors{book,
                                                   ring,
                                                   drawer,
                                                   pack,
                                                   zone,
                                                   clock,
                                                   chance,
                                                   draft,
                                                   drawer_pieces,
                                                   kept_count,
                                                   tile_counts,
                                                   approving,
                                                   crew,
                                                   paper,
                                                   book.organisation(),
                                                   shop_name,
                                                   "T1",
                                                   fiscal_number_wanted,
                                                   &call,
                                                   [this] { return lock_minutes; },
                                                   word_about_book,
                                                   &tenders,
                                                   &speaker,
                                                   nullptr,
                                                   {},
                                                   {},
                                                   &salon,
                                                   &orders,
                                                   &customers,
                                                   &catalogue,
                                                   &sold_out,
                                                   &tickets,
                                                   &packages,
                                                   &history,
                                                   &own_time});
}

void CounterOfTests::log_in(const std::string& picture) {
  counter->log_in().choose(picture);
  for (int i = 0; i < 6; ++i) counter->digit('1');
}

void CounterOfTests::count_a_float() {
  const std::vector<std::pair<int, int>> notes_and_coins{{1000, 2}, {500, 2}, {200, 4}, {100, 6},
                                                         {50, 4},   {20, 10}, {10, 10}, {5, 10},
                                                         {2, 15},   {1, 20}};
  for (const auto& [value, count] : notes_and_coins) counter->count().set(piece(value), count);
}

void CounterOfTests::begin_selling() {
  log_in();
  count_a_float();
  counter->open_with_count();
}

void CounterOfTests::sell_a_loaf() {
  counter->tap_article("loaf");
  counter->pay();
  counter->paying().give(dinars(100));
  counter->paid();
}

Money CounterOfTests::dinars(std::int64_t whole) const {
  return Money::from_minor(whole * 100, pack.currency);
}

std::size_t CounterOfTests::piece(std::int64_t whole) const {
  std::size_t at = 0;
  while (pack.pieces.at(at).value != dinars(whole)) ++at;
  return at;
}

}  // namespace tilia::pos::tests
